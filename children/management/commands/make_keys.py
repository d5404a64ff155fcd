from django.core.management.base import BaseCommand

from children.services.keys import make_keys_anew
from foundation.actors import SystemActor


class Command(BaseCommand):
    """Makes anew the keys under which children are found, after the rules that make them have changed."""

    help = "Make anew the keys under which children are found (after the table of short forms has changed)."

    def handle(self, **_: object) -> None:
        """Say how many children are found by other keys now."""
        self.stdout.write(f"{make_keys_anew(by=SystemActor('make_keys'))} children have other keys now.")
