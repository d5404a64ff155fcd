"""Writes the extract of children on a plan for the health alert service into a file that only its owner reads."""

import os
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from foundation.actors import SystemActor
from foundation.errors import Refused
from protection.services.alerts import extract_plan_alerts

OWNER_ONLY = 0o600


class Command(BaseCommand):
    """`manage.py export_plan_alerts FILE --since 2026-11-01`."""

    help = "Write which children are on a child protection plan, for the national alert service. Off by default."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which file, and since when ended plans are told."""
        parser.add_argument("file", type=Path, help="a file that does not exist yet")
        parser.add_argument("--since", required=True, type=date.fromisoformat, help="plans that ended on or after this day")

    def handle(self, *, file: Path, since: date, **_: object) -> None:
        """Write the file; one that is there already is never written over."""
        try:
            with transaction.atomic():
                content = extract_plan_alerts(by=SystemActor("export_plan_alerts"), since=since)
                with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY), "wb") as out:
                    out.write(content)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"The plan alerts were written to {file}.")
