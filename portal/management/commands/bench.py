"""Measure the main pages and jobs, and print a table; each size in a throw-away database of its own."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.bench.run import DEMONSTRATION, measure, run
from portal.demo.seeding import is_empty

SIZES = "10000,100000,demo"


class Command(BaseCommand):
    """`manage.py bench [--sizes 10000,100000,demo] [--plans] [--no-load]`."""

    help = __doc__ or ""
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow on the command line."""
        parser.add_argument("--sizes", default=SIZES, help=f"numbers of contacts, and “demo” for the report (default: {SIZES})")
        parser.add_argument(
            "--plans", action="store_true", help="print how the database walks for the queue, “same child?” and a search"
        )
        parser.add_argument("--no-load", action="store_true", help="leave out the requests per second")
        parser.add_argument("--measure", type=int, help="measure this size in this empty database, as lines of JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        """Print the table, or measure for the process that prints it."""
        chosen = {"explain": bool(options["plans"]), "load": not options["no_load"]}
        if options["measure"] is None:
            run([_size(word) for word in options["sizes"].split(",")], say=self._say, **chosen)
            return
        if not is_empty():
            raise CommandError("There is data in this database. The bench fills an empty one only.")
        for found in measure(options["measure"], **chosen):
            self._say(json.dumps(found if isinstance(found, str) else found.as_json()))

    def _say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def _size(word: str) -> int:
    if word.strip() == "demo":
        return DEMONSTRATION
    if not word.strip().isdecimal() or int(word) < 1:
        raise CommandError("Sizes are numbers of contacts or “demo”, with commas between: --sizes 10000,100000,demo")
    return int(word)
