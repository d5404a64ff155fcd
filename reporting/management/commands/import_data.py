"""Takes in a file of returned values, population, comparators or acronyms."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from foundation.actors import SystemActor
from foundation.errors import Refused
from reporting.services.imports import IMPORTS, import_file


class Command(BaseCommand):
    """Good rows go in; bad rows are listed with line and reason, and the exit code is then 1."""

    help = "Take in a CSV or Excel file: returned values, population, comparators or acronyms."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which kind, which file."""
        parser.add_argument("kind", choices=sorted(IMPORTS))
        parser.add_argument("file", type=Path)

    def handle(self, *, kind: str, file: Path, **_: object) -> None:
        """Import the file and tell what became of its rows."""
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        try:
            result = import_file(by=SystemActor("import_data"), kind=kind, content=content)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(f"{result.added} added, {result.changed} changed, {result.unchanged} unchanged.")
        for row in result.bad:
            self.stderr.write(f"Line {row.line}: {row.reason}")
        if result.bad:
            raise CommandError(f"{len(result.bad)} of the file’s rows could not be taken in.")
