"""One moment, two readings: stored in UTC, shown and counted in Europe/London."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

LONDON: Final = ZoneInfo("Europe/London")


def to_utc(moment: datetime) -> datetime:
    """Return the same moment in UTC; a moment without a time zone is a programming error (TypeError)."""
    if moment.tzinfo is None:
        raise TypeError("A moment needs a time zone.")
    return moment.astimezone(UTC)


def to_london(moment: datetime) -> datetime:
    """Return the same moment as clocks in England show it."""
    return to_utc(moment).astimezone(LONDON)


def london_date(moment: datetime) -> date:
    """Return the day on which a moment falls in England (23:30 UTC in July is already tomorrow)."""
    return to_london(moment).date()


def from_london(day: date, at: time) -> datetime:
    """Return the moment, in UTC, at which clocks in England show ``at`` on ``day``.

    When clocks go back and show a time twice, the first is meant. A time skipped when clocks go
    forward is read on the clock from before the change (01:30 is an hour and a half after midnight).
    """
    return datetime.combine(day, at.replace(tzinfo=None), tzinfo=LONDON).astimezone(UTC)


def start_of_day(day: date) -> datetime:
    """Return the first moment of a day in England, in UTC."""
    return from_london(day, time.min)


def end_of_day(day: date) -> datetime:
    """Return the last microsecond of a day in England, in UTC."""
    return start_of_day(day + timedelta(days=1)) - timedelta(microseconds=1)


def add_consecutive_hours(moment: datetime, hours: int) -> datetime:
    """Return the moment that is ``hours`` real hours later, in UTC.

    Real hours, not clock hours: 72 hours over the night when clocks change end an hour earlier or
    later by the clock on the wall.
    """
    return to_utc(moment) + timedelta(hours=hours)
