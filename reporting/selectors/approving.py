"""What the statutory partners have said of an edition, and for whom somebody may speak."""

from accounts.access import EXECUTIVE
from accounts.access_table import HoldingNow, holdings_now
from accounts.models import Person
from reporting.models import Edition, EditionDecision


def seats_of(person: Person) -> tuple[HoldingNow, ...]:
    """The seats of statutory partners that the person holds today."""
    return tuple(holding for holding in holdings_now(person) if holding.seat and holding.role == EXECUTIVE)


def standing_of(edition: Edition) -> dict[str, EditionDecision]:
    """By seat the newest decision about an edition."""
    rows = EditionDecision.objects.filter(edition=edition).order_by("seat", "-decided_at", "-pk").distinct("seat")
    return {row.seat: row for row in rows}


def is_newest(edition: Edition) -> bool:
    """Whether no newer edition of the year has been compiled."""
    return not Edition.objects.filter(year=edition.year, number__gt=edition.number).exists()
