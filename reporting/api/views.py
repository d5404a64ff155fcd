"""The figures in JSON: the same selectors as the pages, so that nothing is told here that is hidden there."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api import ClientView
from accounts.api_answers import JSON, answers
from foundation.errors import NotVisible
from foundation.exports import download
from foundation.exports.tables import Table
from foundation.numbers import round_half_up
from reporting.api import bodies
from reporting.models import Indicator, Publication
from reporting.presenters.editions import file_stem
from reporting.presenters.values import late_periods
from reporting.report.workbook import published_tables
from reporting.rules.periods import spoken
from reporting.rules.quarters import rule_of
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import comparators_until
from reporting.selectors.corrections import Change, changes_of
from reporting.selectors.editions import pdf_of
from reporting.selectors.indicators import Told, earlier_values, indicator_of, indicators, values_of
from reporting.selectors.publishing import all_published, publication_of

PDF = "application/pdf"
PLACES = 4
"""So many decimals has a value at most."""


class Indicators(ClientView):
    """The catalogue."""

    @extend_schema(
        operation_id="list_indicators",
        summary="List the indicators",
        description="Everything on the scorecard: what it means, how it is worked out, and what is aimed at.",
        responses={(200, JSON): bodies.IndicatorList, **answers()},
    )
    def get(self, request: Request) -> Response:
        """Every indicator that is watched."""
        specs = known_figures()
        return Response({"indicators": [indicator_body(one, specs) for one in indicators() if one.code in specs]})


class Values(ClientView):
    """One indicator over time."""

    @extend_schema(
        operation_id="list_values",
        summary="List the values of an indicator",
        description="Each value as the scorecard shows it: hidden or rounded where it would otherwise give away a child.",
        responses={(200, JSON): bodies.ValueList, **answers(404)},
    )
    def get(self, request: Request, code: str) -> Response:
        """Every value, the oldest period first."""
        found, specs = indicator_of(code), known_figures()
        told = values_of([found], specs).get(code, {})
        earlier, changes, others = earlier_values(found), changes_of([found], specs), comparators_until(found)
        ordered = sorted(told.values(), key=lambda one: (one.held.period.start, one.held.period.end))
        bodies_of = [
            {
                **value_body(one),
                **around(one, earlier.get(one.held.period.label, ()), changes),
                "comparators": [vars(row) for row in others(one.held.period, told)],
            }
            for one in ordered
        ]
        years = [body for body in bodies_of if body["quarters"] is not None]
        return Response({"code": code, "values": [body for body in bodies_of if body["quarters"] is None], "years": years})


class Editions(ClientView):
    """Published reports."""

    @extend_schema(
        operation_id="list_editions",
        summary="List the published yearly reports",
        description="Editions that every statutory partner has approved and that are or were published.",
        responses={(200, JSON): bodies.EditionList, **answers()},
    )
    def get(self, request: Request) -> Response:
        """The newest first."""
        return Response({"editions": [edition_body(one) for one in all_published()]})


class PublishedEdition(ClientView):
    """One published report."""

    @extend_schema(
        operation_id="read_edition",
        summary="Read the figures of a published yearly report",
        description="Exactly what was hashed: `figures_sha256` is that of the canonical JSON of `figures`.",
        responses={(200, JSON): bodies.EditionFigures, **answers(404)},
    )
    def get(self, request: Request, year: str, number: int) -> Response:
        """Its figures; of a withdrawn one that it was withdrawn, and no figures."""
        found = publication_of(year, number)
        figures: list[Any] = [] if found.withdrawn_at else found.edition.figures
        return Response({**edition_body(found), "figures": figures})


class PublishedTables(ClientView):
    """The tables of one published report."""

    @extend_schema(
        operation_id="read_edition_tables",
        summary="Read the tables and returns of a published yearly report",
        description="The sheets of its workbook: every table, what agencies and working groups returned, and the sources.",
        responses={(200, JSON): bodies.EditionTables, **answers(404)},
    )
    def get(self, request: Request, year: str, number: int) -> Response:
        """Its tables; of a withdrawn one that it was withdrawn, and no tables."""
        found = publication_of(year, number)
        tables = [] if found.withdrawn_at else [table_body(one) for one in published_tables(found.edition)]
        return Response({**edition_body(found), "tables": tables})


class PublishedPdf(ClientView):
    """One published report as it was signed."""

    @extend_schema(
        operation_id="read_edition_pdf",
        summary="Download a published yearly report",
        description="The PDF that was signed; `pdf_sha256` is its hash. A withdrawn one is not there.",
        responses={(200, PDF): OpenApiResponse(bytes, description="The report."), **answers(404)},
    )
    def get(self, request: Request, year: str, number: int) -> HttpResponse:
        """The file."""
        found = publication_of(year, number)
        if found.withdrawn_at is not None:
            raise NotVisible
        return download(pdf_of(found.edition), f"{file_stem(found.edition)}.pdf", PDF)


def indicator_body(one: Indicator, specs: Any) -> dict[str, Any]:
    """An indicator as it is told."""
    spec = specs[one.code]
    return {
        "code": one.code,
        "title": spec.title,
        "meaning": spec.meaning,
        "unit": spec.unit,
        "kind": str(spec.kind),
        "numerator": spec.numerator,
        "denominator": spec.denominator,
        "counted_by": one.kind,
        "every": one.every,
        "period_kind": one.period_kind,
        "year_rule": str(rule_of(one.year_rule, one.code, specs)) if one.every == Indicator.Every.QUARTER else "",
        "better": one.better,
        "target": None if one.target is None else f"{one.target.normalize():f}",
        "tolerance": f"{one.tolerance.normalize():f}",
        "owner": one.owner.name if one.owner else "",
        "group": one.group.name if one.group else "",
    }


def value_body(one: Told) -> dict[str, Any]:
    """A value as the pages tell it; its parts only where it is exact."""
    return {
        "period": one.held.period.label,
        "start": one.held.period.start,
        "end": one.held.period.end,
        "text": one.shown.text,
        "value": None if one.number is None else f"{round_half_up(one.number, PLACES).normalize():f}",
        "hidden": one.number is None,
        "rounded": one.number is not None and not one.is_exact,
        "numerator": one.held.value.numerator if one.is_exact else None,
        "denominator": one.held.value.denominator if one.is_exact else None,
        "source": one.held.source,
        "note": one.held.note,
        "period_text": spoken(one.held.period),
        "quarters": None if one.held.of_quarters is None else list(one.held.of_quarters),
        "population_year": one.held.population_year,
        "known_since": one.held.at,
    }


def around(one: Told, earlier: Sequence[Told], changes: Sequence[Change]) -> dict[str, Any]:
    """What stood in the place of a value before, and what its change comes from; what people said of it goes to nobody else."""
    mine = [change for change in changes if change.period == one.held.period]
    return {
        "late": late_periods(mine).get(one.held.period.label, ""),
        "earlier": [{"text": old.shown.text, "known_since": old.held.at} for old in earlier],
        "reasons": [change.cause.words for change in mine],
    }


def table_body(table: Table) -> dict[str, Any]:
    """A sheet of a workbook, its cells as text."""
    return {
        "title": table.title,
        "columns": [{"heading": column.heading, "kind": str(column.kind)} for column in table.columns],
        "rows": [["" if cell is None else str(cell) for cell in row] for row in table.checked_rows()],
        "notes": list(table.notes),
    }


def edition_body(found: Publication) -> dict[str, Any]:
    """A published edition, without its figures."""
    edition = found.edition
    return {
        "year": edition.year,
        "number": edition.number,
        "published_at": found.published_at,
        "withdrawn_at": found.withdrawn_at,
        "withdrawn_reason": found.withdrawn_reason,
        "as_at": edition.as_at,
        "figures_sha256": edition.figures_sha256,
        "pdf_sha256": edition.pdf_sha256,
        "pages": edition.pages,
    }
