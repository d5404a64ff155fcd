"""Takes in a file of returned values, population, comparators, acronyms, or of what an app declares, such as plans."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from foundation.actors import SystemActor
from foundation.errors import Refused
from reporting.services.imports import all_imports, import_file


class Command(BaseCommand):
    """Good rows go in; bad rows are listed with line and reason, and the exit code is then 1."""

    help = "Take in a CSV or Excel file: indicators, population, comparators, acronyms, and what apps declare, such as plans."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which kind, which file."""
        parser.add_argument("kind", choices=sorted(all_imports()))
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what would become of each row, and change nothing")

    def handle(self, *, kind: str, file: Path, dry_run: bool = False, **_: object) -> None:
        """Import the file and tell what became of its rows."""
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        try:
            with transaction.atomic():
                result = import_file(by=SystemActor("import_data"), kind=kind, content=content)
                transaction.set_rollback(dry_run)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        if dry_run:
            self.stdout.write("Nothing was changed: this was a dry run.")
        self.stdout.write(f"{result.added} added, {result.changed} changed, {result.unchanged} unchanged.")
        for row in result.bad:
            self.stderr.write(f"Line {row.line}: {row.reason}")
        for sentence in result.missing:
            self.stderr.write(f"Warning: {sentence}")
        if result.bad:
            raise CommandError(f"{len(result.bad)} of the file’s rows could not be taken in.")
