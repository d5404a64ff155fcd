"""Periods of returned and counted values by their labels: 2025-26, Q1 2025-26, 2025."""

import re
from collections.abc import Mapping
from typing import Final

from foundation.calendar import AcademicYear, CalendarYear, FinancialYear, InvalidPeriod, Quarter
from foundation.cuts import Span

ValuePeriod = FinancialYear | AcademicYear | CalendarYear | Quarter
YEARS: Final[Mapping[str, type[FinancialYear] | type[AcademicYear] | type[CalendarYear]]] = {
    "financial": FinancialYear,
    "academic": AcademicYear,
    "calendar": CalendarYear,
}
QUARTERS: Final = 4
_QUARTER: Final = re.compile(r"q([1-4])\s+(\S+)", re.IGNORECASE | re.ASCII)


def period_named(label: str, kind: str) -> ValuePeriod:
    """The period that a label names; refuses what names none, and a quarter of anything but a financial year."""
    found = _QUARTER.fullmatch(label.strip())
    if found is None:
        return YEARS[kind].from_label(label)
    if kind != "financial":
        raise InvalidPeriod("Only financial years have quarters here.")
    return Quarter(FinancialYear.from_label(found[2]), int(found[1]))


def before(period: ValuePeriod) -> ValuePeriod:
    """The period before one."""
    if not isinstance(period, Quarter):
        return period.previous()
    return Quarter(period.year, period.number - 1) if period.number > 1 else Quarter(period.year.previous(), QUARTERS)


def last_of(period: ValuePeriod, number: int) -> list[ValuePeriod]:
    """So many periods up to one, the oldest first."""
    found = [period]
    while len(found) < number:
        found.append(before(found[-1]))
    return found[::-1]


def a_year_before(period: ValuePeriod) -> ValuePeriod:
    """The same period a year earlier."""
    return Quarter(period.year.previous(), period.number) if isinstance(period, Quarter) else period.previous()


def span_of(period: ValuePeriod) -> Span:
    """Its days."""
    return Span(period.label, period.start, period.end)
