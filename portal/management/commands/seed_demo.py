"""Fill an empty database with the demonstration partnership, or with a large one for measuring (`--scale`)."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from foundation import clock
from portal.demo.report import ReportMaker
from portal.demo.seeding import SEED, is_empty, newest_complete_year, seed, seed_scale


class Command(BaseCommand):
    """`manage.py seed_demo [--if-empty] [--seed N] [--scale CONTACTS] [--published]`."""

    help = "Fill an empty database with the fictional partnership of Northmere."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may follow on the command line."""
        parser.add_argument("--if-empty", action="store_true", help="do nothing, without complaint, when there is data already")
        parser.add_argument("--seed", type=int, default=SEED, help="another number makes other people")
        parser.add_argument("--scale", type=int, default=0, metavar="CONTACTS", help="so many contacts, for measuring")

        parser.add_argument("--published", action="store_true", help="publish the report of an older year too; a minute more")

    def handle(self, *args: Any, **options: Any) -> None:
        """Seed, unless there is data."""
        if not is_empty():
            if options["if_empty"]:
                return
            raise CommandError("There is data in this database already. The demonstration is made in an empty one only.")
        if options["scale"]:
            seed_scale(options["scale"], options["seed"])
        else:
            made = seed(options["seed"])
            if options["published"]:
                ReportMaker(made).publish(newest_complete_year(clock.today()).previous())
