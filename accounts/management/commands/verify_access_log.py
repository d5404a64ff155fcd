from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.selectors.access_log import damages, last_seal


class Command(BaseCommand):
    """Says whether the access log still agrees with its seals; exit code 1 when it does not."""

    help = "Find altered, removed or inserted rows of the access log."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the whole log and name each block that does not agree."""
        found = list(damages())
        for damage in found:
            self.stderr.write(f"Block {damage.number}: {damage.sentence}.")
        seal = last_seal()
        if seal is None:
            self.stdout.write("No block of the access log has been sealed yet.")
        else:
            self.stdout.write(f"{seal.number} blocks; the last was sealed at {seal.sealed_at:%Y-%m-%d %H:%M} UTC: {seal.hash}")
        if found:
            raise CommandError(f"The access log was tampered with: {len(found)} finding(s).", returncode=1)
