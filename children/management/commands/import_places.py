from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from children.rules.places import COLUMNS
from children.services.places import import_places
from foundation.actors import SystemActor
from foundation.errors import Refused


class Command(BaseCommand):
    """Takes in the list of schools or of addresses; broken rows are named with the reason, and the exit code is then 1."""

    help = "Take in schools (urn, name, town, postcode, status) or addresses (uprn, address, postcode): CSV, Excel or JSON."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which list, which file."""
        parser.add_argument("kind", choices=sorted(COLUMNS))
        parser.add_argument("file", type=Path)
        parser.add_argument("--whole", action="store_true", help="the file names everything: what it lacks is gone")

    def handle(self, *, kind: str, file: Path, whole: bool = False, **_: object) -> None:
        """Import the file and tell what became of its rows."""
        try:
            done = import_places(by=SystemActor("import_places"), kind=kind, content=file.read_bytes(), whole=whole)
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(f"{done.taken} taken in, {done.gone} gone.")
        for row in done.broken:
            self.stderr.write(f"Line {row.line}: {row.why}")
        if done.broken:
            raise CommandError(f"{len(done.broken)} of the file’s rows could not be taken in.")
