"""`manage.py acknowledge_plan_alerts`: the national alert service has said that it knows what was sent."""

from argparse import ArgumentParser
from datetime import datetime

from django.core.management.base import BaseCommand, CommandError

from foundation.actors import SystemActor
from foundation.calendar import LONDON
from foundation.errors import Refused
from protection.services.alerts import acknowledge_plan_alerts


class Command(BaseCommand):
    """`manage.py acknowledge_plan_alerts 2026-11-02T09:30`."""

    help = "Note that the national alert service has taken in the plan alerts that were sent until a moment."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Until when what it knows was sent."""
        parser.add_argument("until", type=datetime.fromisoformat, help="day and time in London, such as 2026-11-02T09:30")

    def handle(self, *, until: datetime, **_: object) -> None:
        """Note it."""
        moment = until if until.tzinfo else until.replace(tzinfo=LONDON)
        try:
            number = acknowledge_plan_alerts(by=SystemActor("acknowledge_plan_alerts"), sent_until=moment)
        except Refused as refused:
            raise CommandError(refused.sentence) from refused
        self.stdout.write(f"The alert service knows of {number} more starts and ends of plans.")
