"""Bank holidays of England and Wales: the default table that seeds the editable one."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Final, NamedTuple

import holidays

FIRST_YEAR: Final = 2005
LAST_YEAR: Final = 2045
SATURDAY: Final = 5

_SUBSTITUTE_MARK: Final = " (observed)"
_TITLES: Final = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


class BankHolidayDay(NamedTuple):
    """One day on which offices in England and Wales are closed by statute or proclamation."""

    date: date
    title: str


def _title(name: str) -> str:
    plain = name.removesuffix(_SUBSTITUTE_MARK)
    title = _TITLES.get(plain, plain)
    return f"{title} (substitute day)" if name.endswith(_SUBSTITUTE_MARK) else title


@cache
def default_bank_holidays(first: int = FIRST_YEAR, last: int = LAST_YEAR) -> tuple[BankHolidayDay, ...]:
    """Return every bank holiday that falls on a weekday, in date order, both years included.

    A holiday that falls on a weekend is left out, as in the list published on GOV.UK: only its
    substitute day is a bank holiday. Source: the ``holidays`` package, England (the same days as Wales).
    """
    table = holidays.country_holidays("GB", subdiv="ENG", years=range(first, last + 1))
    return tuple(BankHolidayDay(day, _title(name)) for day, name in sorted(table.items()) if day.weekday() < SATURDAY)
