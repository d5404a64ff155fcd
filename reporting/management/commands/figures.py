"""Prints every figure of a financial year."""

import json
from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from foundation.calendar import FinancialYear
from foundation.errors import Refused
from reporting.rules.frozen import FrozenFigure, as_json, fingerprint
from reporting.selectors.gathering import figures_of
from reporting.services.compiling import no_data


class Command(BaseCommand):
    """The same figures, with the same texts, that the report prints."""

    help = "Print every figure of a financial year such as 2025-26, as JSON or as text."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which year, in which form."""
        parser.add_argument("year")
        parser.add_argument("--format", choices=("json", "text"), default="text")

    def handle(self, *, year: str, format: str, **_: object) -> None:  # noqa: A002  # the option's name
        """Gather in one snapshot and print; a year without data or no year at all ends with a sentence and exit code 1."""
        try:
            period = FinancialYear.from_label(year)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        figures = figures_of(period)
        if not figures:
            raise CommandError(no_data(period))
        self.stdout.write(_json(period.label, figures) if format == "json" else _text(figures))


def _json(year: str, figures: list[FrozenFigure]) -> str:
    rows = as_json(figures)
    return json.dumps({"year": year, "sha256": fingerprint(rows), "figures": rows}, ensure_ascii=False, indent=2)


def _text(figures: list[FrozenFigure]) -> str:
    code, value = max(len(figure.code) for figure in figures), max(len(figure.text) for figure in figures)
    return "\n".join(f"{figure.code:<{code}}  {figure.text:>{value}}  {figure.title}{_before(figure)}" for figure in figures)


def _before(figure: FrozenFigure) -> str:
    return f" ({figure.earlier.period}: {figure.earlier.text})" if figure.earlier else ""
