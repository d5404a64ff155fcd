from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from foundation.actors import SystemActor
from foundation.errors import Refused
from referrals.presenters.before import import_words
from referrals.services.directory import import_directory


class Command(BaseCommand):
    """Reads a feed of local services (Open Referral UK, JSON) into the directory; broken ones are named with the reason."""

    help = "Read a feed of local services (Open Referral UK, JSON) into the directory."

    def add_arguments(self, parser: CommandParser) -> None:
        """The feed's file."""
        parser.add_argument("file", type=Path, help="the feed, a JSON file")
        parser.add_argument("--part", action="store_true", help="the file is a part of the feed: close nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import, and say what went in and what did not."""
        path: Path = options["file"]
        try:
            content = path.read_bytes()
            by = SystemActor("directory feed")
            kept = import_directory(by=by, file_name=path.name, content=content, whole=not options["part"])
        except OSError as error:
            raise CommandError(f"{path} cannot be read.") from error
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        for one in kept.broken:
            self.stderr.write(f"Service {one['place']} ({one['name']}): {one['why']}")
        self.stdout.write(import_words(kept))
