"""What child protection refuses to join: two children who are on a plan at the same time."""

from collections.abc import Sequence

from foundation.errors import Refused
from protection.models import ProtectionPlan


def two_open_plans(lesser: Sequence[int], greater: Sequence[int]) -> None:
    """Refuse while both sides have a child protection plan that runs: one of them is withdrawn first."""
    running = ProtectionPlan.objects.filter(ended_on__isnull=True, withdrawn_at__isnull=True)
    if all(running.filter(child__in=side).exists() for side in (lesser, greater)):
        raise Refused(
            "Both records have a child protection plan that runs, so they cannot be joined. Ask the team to withdraw one first."
        )


CHECKS = (two_open_plans,)
"""See children.kinds."""
