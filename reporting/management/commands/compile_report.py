"""Compiles the yearly report from a shell, as the button does."""

from argparse import ArgumentParser
from pathlib import Path
from uuid import uuid4

from django.core.management.base import BaseCommand, CommandError

from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from reporting.selectors.editions import edition_of, pdf_of
from reporting.services.compiling import run_compilation
from reporting.services.requests import request_compilation


class Command(BaseCommand):
    """Makes a new edition, keeps it in the portal and writes its PDF."""

    help = "Compile the yearly report of a financial year such as 2025-26 and write its PDF."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which year, and where the PDF goes."""
        parser.add_argument("year")
        parser.add_argument("--out", type=Path, required=True)
        parser.add_argument("--template", default="", help="wt2023, wt2018 or wt2013; without it that of the year")

    def handle(self, *, year: str, out: Path, template: str = "", **_: object) -> None:
        """Compile here and now; ends with a sentence and exit code 1 when there is no edition."""
        by, press = SystemActor("compile_report"), uuid4().hex
        try:
            compilation = request_compilation(
                by=by, year=FinancialYear.from_label(year), press=press, here_and_now=True, template=template
            )
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        if compilation.press != press:
            raise CommandError(f"The report of {compilation.year} is being compiled already. Wait for it to finish.")
        run_compilation(reference=compilation.reference, by=by)
        compilation.refresh_from_db()
        if compilation.state != compilation.State.DONE:
            raise CommandError(compilation.sentence or "The report was not compiled.")
        edition = edition_of(compilation)
        try:
            out.write_bytes(pdf_of(edition))
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{edition.year}, edition {edition.number}: {edition.pages} pages, figures {edition.figures_sha256}.")
