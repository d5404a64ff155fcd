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
    """A span that somebody chose. What is not over yet ends today."""

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


def chosen(key: str, today: date) -> Chosen:
    """The span of a key; this year so far for an empty one and for one that nobody can read."""
    return _quarter(key, today) or _month(key, today) or _year(key, today) or _of_year(FinancialYear.of(today), today)


def offered(today: date) -> list[tuple[str, str]]:
    """The spans to choose from, newest first: years, quarters, months, each with its key and its words."""
    year = FinancialYear.of(today)
    years = [FinancialYear(year.start_year - back) for back in range(YEARS)]
    quarters = [one for each in years for number in (4, 3, 2, 1) if (one := _of_quarter(each, number, today)) is not None]
    first = today.replace(day=1)
    months = [_of_month(Month.of(add_months(first, -back)), today) for back in range(MONTHS)]
    found = [*(_of_year(each, today) for each in years), *quarters[:QUARTERS], *months]
    return [(one.key, one.span.label) for one in found if one is not None]


def _label(label: str, end: date, today: date) -> str:
    return f"{label} so far" if end > today else label


def _of_year(year: FinancialYear, today: date) -> Chosen:
    span = Span(_label(year.label, year.end, today), year.start, min(year.end, today))
    return Chosen(year.label, span, year.end < today)


def _of_quarter(year: FinancialYear, number: int, today: date) -> Chosen | None:
    quarter = Quarter(year, number)
    span = Span(_label(quarter.label, quarter.end, today), quarter.start, min(quarter.end, today))
    return Chosen(f"{year.label}-q{number}", span, whole_year=False) if quarter.start <= today else None


def _of_month(month: Month, today: date) -> Chosen | None:
    key = f"{month.year}-m{month.number:02}"
    span = Span(_label(month.label, month.end, today), month.start, min(month.end, today))
    return Chosen(key, span, whole_year=False) if month.start <= today else None


def _year(key: str, today: date) -> Chosen | None:
    try:
        year = FinancialYear.from_label(key)
    except InvalidPeriod:
        return None
    return _of_year(year, today) if year.start <= today else None


def _quarter(key: str, today: date) -> Chosen | None:
    found = _QUARTER.fullmatch(key)
    try:
        return _of_quarter(FinancialYear.from_label(found[1]), int(found[2]), today) if found else None
    except InvalidPeriod:
        return None


def _month(key: str, today: date) -> Chosen | None:
    found = _MONTH.fullmatch(key)
    try:
        return _of_month(Month.of(date(int(found[1]), int(found[2]), 1)), today) if found and int(found[1]) > 1 else None
    except ValueError:
        return None
