"""Everything between an empty database and a portal that can start, in one go."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Migrates and makes the shared cache's table, in the owner's role; may be run as often as one likes."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the choice of the demo partnership."""
        parser.add_argument("--demo", action="store_true", help="fill an empty database with the demo partnership")

    def handle(self, *_: Any, demo: bool, **__: Any) -> None:
        """Bring the tables up to date."""
        # The cache's table first: the end of the migrations grants the application its rights on every table there is.
        call_command("createcachetable", verbosity=0)
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
        if demo:
            call_command("seed_demo", if_empty=True)
