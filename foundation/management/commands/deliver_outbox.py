from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from foundation.outbox import deliver_now


class Command(BaseCommand):
    """Delivers what waits in the outbox in this process, without Celery."""

    help = "Deliver what waits in the outbox in this process, without Celery."

    def add_arguments(self, parser: CommandParser) -> None:
        """`--limit`: at most so many messages."""
        parser.add_argument("--limit", type=int, default=100, help="at most so many messages (100)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Deliver, and say how many attempts were made."""
        attempts = deliver_now(options["limit"])
        self.stdout.write(f"Attempts made: {attempts}")
