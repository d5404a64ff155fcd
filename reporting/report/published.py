"""A published edition as pages of the web: the same chapters, pictures and tables as its PDF, from what the edition keeps."""

import re
from collections.abc import Iterator, Mapping

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from foundation.calendar import FinancialYear
from foundation.clock import LONDON
from foundation.exports import Column, Table
from reporting.models import Acronym, Edition
from reporting.report.content import PrintTable, ReportContent
from reporting.report.document import LaidOut, lay_out
from reporting.rules.frozen import from_json, tables_from_json
from reporting.rules.outline import GLOSSARY_TITLE, SOURCES_TITLE
from reporting.rules.returns import PrintedRound
from reporting.rules.templates import chapters_from_json

KEPT_FOR = 86_400
"""Seconds; an edition never changes."""
_HEADING = re.compile(r"<(/?)h([1-5])\b")


def content_of(edition: Edition) -> ReportContent:
    """What a report was made from, out of its edition; the glossary takes the acronyms as they are known now."""
    year = FinancialYear.from_label(edition.year)
    return ReportContent(
        edition.year,
        year.end,
        from_json(edition.figures),
        edition.narrative,
        dict(Acronym.objects.values_list("short", "meaning")),
        edition.as_at,
        returns=tuple(PrintedRound.from_json(row) for row in edition.returns),
        tables=tables_from_json(edition.tables),
        **({"chapters": chapters_from_json(edition.outline)} if edition.outline else {}),
    )


def published_page(edition: Edition) -> Mapping[str, object]:
    """Contents and body of the page of an edition, drawn once and kept."""
    key = f"reporting.published.{edition.reference}"
    found: Mapping[str, object] | None = cache.get(key)
    if found is None:
        laid_out = lay_out(content_of(edition))
        found = {"contents": _contents(laid_out), "body": str(_body(laid_out))}
        cache.set(key, found, KEPT_FOR)
    return {**found, "body": mark_safe(str(found["body"])), "as_at": edition.as_at.astimezone(LONDON)}  # noqa: S308  # drawn here


def _contents(laid_out: LaidOut) -> list[dict[str, str]]:
    chapters = [{"anchor": one.anchor, "title": one.title} for one in laid_out.chapters]
    more = [{"anchor": "glossary", "title": GLOSSARY_TITLE}] if laid_out.glossary.entries else []
    return [*chapters, *more, {"anchor": "sources", "title": SOURCES_TITLE}]


def _body(laid_out: LaidOut) -> SafeString:
    context = {
        "chapters": [
            {
                "chapter": chapter,
                "blocks": [(block, _deeper(block.returns or SafeString(""))) for block in chapter.blocks],
            }
            for chapter in laid_out.chapters
        ],
        "glossary": laid_out.glossary.entries,
        "glossary_title": GLOSSARY_TITLE,
        "sources_title": SOURCES_TITLE,
        **laid_out.sources,
    }
    return render_to_string("reporting/published/body.html", context)


def _deeper(html: SafeString) -> SafeString:
    """Headings one level further down: on a page of the web the title of the report is above the chapters."""
    return mark_safe(_HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", html))  # noqa: S308  # was safe before


def published_tables(edition: Edition) -> Iterator[Table]:
    """Every table of an edition for a workbook, in the order in which they stand in it."""
    laid_out = lay_out(content_of(edition))
    for chapter in laid_out.chapters:
        for block in chapter.blocks:
            for table in (*((block.table,) if block.table else ()), *block.tables):
                yield _sheet(table)
    sources = laid_out.sources["table"]
    if isinstance(sources, PrintTable):
        yield _sheet(sources)


def _sheet(table: PrintTable) -> Table:
    columns = tuple(Column(cell.text or "What") for cell in table.headings)
    return Table(table.caption, columns, [[cell.text for _heading, cell in row] for row in table.labelled])
