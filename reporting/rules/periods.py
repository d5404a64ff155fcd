"""Periods of returned and counted values by their labels: 2025-26, Q1 2025-26, 2025. The sort of year stands beside it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from foundation.calendar import (
    AcademicQuarter,
    AcademicYear,
    CalendarQuarter,
    CalendarYear,
    FinancialYear,
    Quarter,
    YearQuarter,
)
from foundation.cuts import Span

AnyYear = FinancialYear | AcademicYear | CalendarYear
AnyQuarter = Quarter | AcademicQuarter | CalendarQuarter
ValuePeriod = AnyYear | AnyQuarter
YEARS: Final[Mapping[str, type[FinancialYear] | type[AcademicYear] | type[CalendarYear]]] = {
    "financial": FinancialYear,
    "academic": AcademicYear,
    "calendar": CalendarYear,
}
QUARTERS_OF: Final[Mapping[str, type[Quarter] | type[AcademicQuarter] | type[CalendarQuarter]]] = {
    "financial": Quarter,
    "academic": AcademicQuarter,
    "calendar": CalendarQuarter,
}
QUARTERS: Final = 4
MIDDLE: Final = (6, 30)
"""Month and day of which estimates of the population are."""
_QUARTER: Final = re.compile(r"q([1-4])\s+(\S+)", re.IGNORECASE | re.ASCII)


def period_named(label: str, kind: str) -> ValuePeriod:
    """The period that a label names, in that sort of year; refuses what names none."""
    found = _QUARTER.fullmatch(label.strip())
    if found is None:
        return YEARS[kind].from_label(label)
    year = YEARS[kind].from_label(found[2])
    return year.quarters[int(found[1]) - 1]


def slug_of(period: ValuePeriod) -> str:
    """A period as it stands in an address: q1-2025-26."""
    return period.label.lower().replace(" ", "-")


def period_in_address(slug: str, kind: str) -> ValuePeriod:
    """The period that an address names; refuses what names none."""
    return period_named(re.sub(r"^q(\d)-", r"q\1 ", slug), kind)


def spoken(period: ValuePeriod) -> str:
    """A period as people read it beside one of another sort of year: an academic year is never mistaken for a financial one."""
    year, number = (period.year, f"Q{period.number} ") if isinstance(period, YearQuarter) else (period, "")
    if isinstance(year, AcademicYear):
        return f"{number}{year.label.replace('-', '/')} academic year"
    return f"{number}{year.label} calendar year" if isinstance(year, CalendarYear) else f"{number}{year.label}"


def months_of(period: ValuePeriod) -> str:
    """From which month to which it lasts."""
    return f"{period.start:%B %Y} to {period.end:%B %Y}"


def before(period: ValuePeriod) -> ValuePeriod:
    """The period before one."""
    if not isinstance(period, YearQuarter):
        return period.previous()
    return period.year.quarters[period.number - 2] if period.number > 1 else period.year.previous().quarters[-1]


def last_of(period: ValuePeriod, number: int) -> list[ValuePeriod]:
    """So many periods up to one, the oldest first."""
    found = [period]
    while len(found) < number:
        found.append(before(found[-1]))
    return found[::-1]


def a_year_before(period: ValuePeriod) -> ValuePeriod:
    """The same period a year earlier."""
    return period.year.previous().quarters[period.number - 1] if isinstance(period, YearQuarter) else period.previous()


def year_of(period: ValuePeriod) -> AnyYear:
    """The year that it is, or is a quarter of."""
    return period.year if isinstance(period, YearQuarter) else period


def quarter_over(kind: str, day: date) -> AnyQuarter:
    """The newest quarter of a sort of year that is over on a day."""
    found = before(QUARTERS_OF[kind].of(day))
    return found if isinstance(found, YearQuarter) else found.quarters[-1]


def year_beside(year: FinancialYear, kind: str, today: date) -> AnyYear:
    """The year of a sort that has most months in common with a financial year; the one before while no quarter of it is over."""
    found = YEARS[kind](year.start_year)
    return found if found.quarters[0].end < today else found.previous()


def middle_of(period: ValuePeriod) -> int:
    """The year in whose middle the population of a period is estimated: that of the 30 June that lies in its year."""
    year = year_of(period)
    middle = date(year.start.year, *MIDDLE)
    return middle.year if year.contains(middle) else middle.year + 1


def span_of(period: ValuePeriod) -> Span:
    """Its days."""
    return Span(period.label, period.start, period.end)
