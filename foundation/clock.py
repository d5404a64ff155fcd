"""The one clock of the portal. Tests and demonstrations stop it; nothing else reads the time."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")

_stopped_at: list[datetime] = []


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _stopped_at[-1] if _stopped_at else timezone.now()  # noqa: TID251  # this is the one clock


def today() -> date:
    """The present date in London."""
    return now().astimezone(LONDON).date()


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Stop the clock at an aware moment while the block runs."""
    if at.tzinfo is None:
        raise ValueError("The clock is stopped at an aware moment only.")
    _stopped_at.append(at)
    try:
        yield
    finally:
        _stopped_at.pop()
