"""Spans of days as people choose them: a financial year, a quarter or a month of it; written in addresses as short keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from foundation.calendar import FinancialYear, InvalidPeriod, Month, Quarter, add_months
from foundation.cuts import Span

YEARS, QUARTERS, MONTHS = 4, 8, 12
"""How many of each are offered."""
_QUARTER = re.compile(r"(\d{4}-\d{2})-q([1-4])", re.ASCII)
_MONTH = re.compile(r"(\d{4})-m(\d{2})", re.ASCII)


@dataclass(frozen=True)
class Chosen:
    """A span that somebody chose. What is not over yet ends with the last day that is shown."""

    key: str
    span: Span
    whole_year: bool
    """Whether it is a financial year that is over: then its figures are those of the yearly report."""

    @property
    def before(self) -> Span:
        """The same days a year earlier."""
        span = self.span
        start, end = add_months(span.start, -12), add_months(span.end + timedelta(days=1), -12) - timedelta(days=1)
        return Span("The year before", start, end)


def end_of_last_month(today: date) -> date:
    """The last day of the newest month that is over.

    Whoever must not see small numbers is shown a running year up to here: a number that is looked at every day gives away, by
    the day on which it steps, what each of its roundings hides.
    """
    return today.replace(day=1) - timedelta(days=1)


def chosen(key: str, today: date, last: date | None = None) -> Chosen:
    """The span of a key; this year so far for an empty one and for one that nobody can read.

    `last` is the last day that is shown; today where nothing is said. What begins after it is not there yet.
    """
    days = _Days(today, last or today)
    return days.quarter(key) or days.month(key) or days.year(key) or days.of_year(FinancialYear.of(days.last))


def offered(today: date, last: date | None = None) -> list[tuple[str, str]]:
    """The spans to choose from, newest first: years, quarters, months, each with its key and its words."""
    days = _Days(today, last or today)
    year = FinancialYear.of(days.last)
    years = [FinancialYear(year.start_year - back) for back in range(YEARS)]
    quarters = [one for each in years for number in (4, 3, 2, 1) if (one := days.of_quarter(each, number)) is not None]
    first = days.last.replace(day=1)
    months = [days.of_month(Month.of(add_months(first, -back))) for back in range(MONTHS)]
    found = [*(days.of_year(each) for each in years), *quarters[:QUARTERS], *months]
    return [(one.key, one.span.label) for one in found if one is not None]


@dataclass(frozen=True)
class _Days:
    """Which day it is, and the last one that is shown."""

    today: date
    last: date

    def _span(self, label: str, start: date, end: date) -> Span:
        return Span(f"{label} so far" if end > self.last else label, start, min(end, self.last))

    def of_year(self, year: FinancialYear) -> Chosen:
        return Chosen(year.label, self._span(year.label, year.start, year.end), year.end < self.today)

    def of_quarter(self, year: FinancialYear, number: int) -> Chosen | None:
        quarter = Quarter(year, number)
        if quarter.start > self.last:
            return None
        span = self._span(quarter.label, quarter.start, quarter.end)
        return Chosen(f"{year.label}-q{number}", span, whole_year=False)

    def of_month(self, month: Month) -> Chosen | None:
        if month.start > self.last:
            return None
        span = self._span(month.label, month.start, month.end)
        return Chosen(f"{month.year}-m{month.number:02}", span, whole_year=False)

    def year(self, key: str) -> Chosen | None:
        try:
            year = FinancialYear.from_label(key)
        except InvalidPeriod:
            return None
        return self.of_year(year) if year.start <= self.last else None

    def quarter(self, key: str) -> Chosen | None:
        found = _QUARTER.fullmatch(key)
        try:
            return self.of_quarter(FinancialYear.from_label(found[1]), int(found[2])) if found else None
        except InvalidPeriod:
            return None

    def month(self, key: str) -> Chosen | None:
        found = _MONTH.fullmatch(key)
        try:
            return self.of_month(Month.of(date(int(found[1]), int(found[2]), 1))) if found and int(found[1]) > 1 else None
        except ValueError:
            return None
