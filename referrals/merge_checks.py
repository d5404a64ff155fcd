"""What the front door refuses to join: two children with whom social care works at the same time."""

from collections.abc import Sequence

from foundation.errors import Refused
from referrals.models import Episode


def two_open_episodes(lesser: Sequence[int], greater: Sequence[int]) -> None:
    """Refuse while both sides have an open child-in-need episode: close one of them first."""
    both = [Episode.objects.filter(child__in=side, closed_on__isnull=True).exists() for side in (lesser, greater)]
    if all(both):
        raise Refused(
            "Both records have an open episode with social care, so they cannot be joined. Ask the teams to close one first."
        )


CHECKS = (two_open_episodes,)
"""See children.kinds."""
