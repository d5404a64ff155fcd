"""Plain date arithmetic: months that clamp to the end of the month, and ages."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date
from enum import StrEnum
from typing import Final

UNBORN: Final = -1
MONTHS: Final = 12


class LeapBirthday(StrEnum):
    """On which day somebody born on 29 February turns a year older in an ordinary year."""

    FIRST_OF_MARCH = "first_of_march"
    LAST_OF_FEBRUARY = "last_of_february"


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later (earlier if negative), clamped to the end of the month.

    30 November 2025 plus 3 months is 28 February 2026.
    """
    year, index = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    last = monthrange(year, index + 1)[1]
    return date(year, index + 1, min(day.day, last))


def birthday_in(year: int, born: date, rule: LeapBirthday = LeapBirthday.FIRST_OF_MARCH) -> date:
    """Return the day in ``year`` on which somebody born on ``born`` turns a year older."""
    if (born.month, born.day) != (2, 29) or isleap(year):
        return born.replace(year=year)
    return date(year, 3, 1) if rule is LeapBirthday.FIRST_OF_MARCH else date(year, 2, 28)


def completed_age(born: date | None, on: date, rule: LeapBirthday = LeapBirthday.FIRST_OF_MARCH) -> int:
    """Return the age in completed years on the day of an event; −1 for a child not yet born.

    ``born`` is None while only an expected date of delivery is known. The age is that at the event,
    never today's. Somebody born on 29 February turns a year older on 1 March unless the rule says otherwise.
    """
    if born is None or on < born:
        return UNBORN
    return on.year - born.year - (on < birthday_in(on.year, born, rule))
