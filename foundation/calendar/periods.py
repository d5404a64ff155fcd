"""Years, quarters and months that figures are counted over."""

from __future__ import annotations

import re
from abc import abstractmethod
from calendar import month_name
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Final, Protocol, Self

from foundation.calendar.dates import MONTHS, add_months
from foundation.calendar.zones import start_of_day
from foundation.errors import Refused

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2199
QUARTERS: Final = 4
_SPLIT_LABEL: Final = re.compile(r"(\d{4})\s*[-/\u2013]\s*(\d{2}|\d{4})", re.ASCII)
_PLAIN_LABEL: Final = re.compile(r"\d{4}", re.ASCII)


class InvalidPeriod(Refused):
    """A period that does not exist; the text is a sentence for the user."""


class _Span:
    """What every period can do, once it knows its first day and how many months it has."""

    MONTHS_LONG: ClassVar[int]

    @property
    @abstractmethod
    def start(self) -> date:
        """The first day."""

    @property
    def end(self) -> date:
        """The last day."""
        return add_months(self.start, self.MONTHS_LONG) - timedelta(days=1)

    def contains(self, day: date) -> bool:
        """Say whether a day falls in the period; both ends belong to it."""
        return self.start <= day <= self.end

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first moment of the period and the first moment after it, in UTC (for half-open queries)."""
        return start_of_day(self.start), start_of_day(self.end + timedelta(days=1))


class Period(Protocol):
    """Any stretch of days that a figure can be counted over."""

    @property
    def label(self) -> str: ...
    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...
    @property
    def moments(self) -> tuple[datetime, datetime]: ...
    def contains(self, day: date) -> bool: ...


@dataclass(frozen=True, order=True)
class Month(_Span):
    """One calendar month, labelled "April 2025"."""

    MONTHS_LONG: ClassVar[int] = 1
    year: int
    number: int

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.year, self.number, 1)

    @property
    def label(self) -> str:
        """The month as people write it."""
        return f"{month_name[self.number]} {self.year}"

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month a day falls in."""
        return cls(day.year, day.month)


@dataclass(frozen=True, order=True)
class _Year(_Span):
    """A year of twelve months named by the calendar year in which it starts."""

    MONTHS_LONG: ClassVar[int] = MONTHS
    FIRST_MONTH: ClassVar[int]
    KIND: ClassVar[str]
    start_year: int

    def __post_init__(self) -> None:
        if not FIRST_YEAR <= self.start_year <= LAST_YEAR:
            raise InvalidPeriod(f"Enter {self.KIND} between {FIRST_YEAR} and {LAST_YEAR}.")

    @property
    def start(self) -> date:
        """The first day."""
        return date(self.start_year, self.FIRST_MONTH, 1)

    @property
    def label(self) -> str:
        """The year as people write it, for example "2025-26"."""
        return f"{self.start_year}-{(self.start_year + 1) % 100:02}"

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months in order."""
        return tuple(Month.of(add_months(self.start, n)) for n in range(MONTHS))

    def previous(self) -> Self:
        """Return the year before."""
        return type(self)(self.start_year - 1)

    def following(self) -> Self:
        """Return the year after."""
        return type(self)(self.start_year + 1)

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the year a day falls in."""
        return cls(day.year if day.month >= cls.FIRST_MONTH else day.year - 1)

    @classmethod
    def from_label(cls, text: str) -> Self:
        """Return the year that a label such as "2025-26", "2025/26" or "2025-2026" names.

        Refuses with `InvalidPeriod`, whose text is a sentence for the user.
        """
        found = _SPLIT_LABEL.fullmatch(text.strip())
        if not found:
            raise InvalidPeriod(f"Enter {cls.KIND} like 2025-26.")
        first, second = int(found[1]), found[2]
        if int(second) != (first + 1) % 10 ** len(second):
            raise InvalidPeriod(f"Enter {cls.KIND} that ends one year after it starts, like 2025-26.")
        return cls(first)


@dataclass(frozen=True, order=True)
class FinancialYear(_Year):
    """1 April to 31 March, labelled "2025-26"."""

    FIRST_MONTH: ClassVar[int] = 4
    KIND: ClassVar[str] = "a financial year"

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The four quarters: Q1 is April to June, Q4 is January to March."""
        return tuple(Quarter(self, number) for number in range(1, QUARTERS + 1))


@dataclass(frozen=True, order=True)
class AcademicYear(_Year):
    """1 September to 31 August, labelled "2025-26"."""

    FIRST_MONTH: ClassVar[int] = 9
    KIND: ClassVar[str] = "an academic year"

    @property
    def quarters(self) -> tuple[AcademicQuarter, ...]:
        """The four quarters: Q1 is September to November, Q4 is June to August."""
        return tuple(AcademicQuarter(self, number) for number in range(1, QUARTERS + 1))


@dataclass(frozen=True, order=True)
class CalendarYear(_Year):
    """1 January to 31 December, labelled "2025"."""

    FIRST_MONTH: ClassVar[int] = 1
    KIND: ClassVar[str] = "a year"

    @property
    def quarters(self) -> tuple[CalendarQuarter, ...]:
        """The four quarters: Q1 is January to March."""
        return tuple(CalendarQuarter(self, number) for number in range(1, QUARTERS + 1))

    @property
    def label(self) -> str:
        """The year in four digits."""
        return str(self.start_year)

    @classmethod
    def from_label(cls, text: str) -> Self:
        """Return the year that four digits name; refuses with `InvalidPeriod`."""
        if not _PLAIN_LABEL.fullmatch(text.strip()):
            raise InvalidPeriod("Enter a year like 2025.")
        return cls(int(text))


@dataclass(frozen=True, order=True)
class YearQuarter(_Span):
    """Three months of a year of any sort, labelled by the quarter and its year, "Q1 2025-26"."""

    MONTHS_LONG: ClassVar[int] = 3
    YEARS: ClassVar[type[_Year]]
    year: _Year
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter a day falls in."""
        year = cls.YEARS.of(day)
        months = (day.year - year.start.year) * MONTHS + day.month - year.start.month
        return cls(year, months // cls.MONTHS_LONG + 1)

    def __post_init__(self) -> None:
        if not 1 <= self.number <= QUARTERS:
            raise InvalidPeriod("Enter a quarter from 1 to 4.")

    @property
    def start(self) -> date:
        """The first day."""
        return add_months(self.year.start, self.MONTHS_LONG * (self.number - 1))

    @property
    def label(self) -> str:
        """The quarter and its year."""
        return f"Q{self.number} {self.year.label}"

    @property
    def months(self) -> tuple[Month, ...]:
        """The three months in order."""
        return tuple(Month.of(add_months(self.start, n)) for n in range(self.MONTHS_LONG))


@dataclass(frozen=True, order=True)
class Quarter(YearQuarter):
    """Three months of a financial year: Q1 is April to June."""

    YEARS: ClassVar[type[_Year]] = FinancialYear
    year: FinancialYear


@dataclass(frozen=True, order=True)
class AcademicQuarter(YearQuarter):
    """Three months of an academic year: Q1 is September to November."""

    YEARS: ClassVar[type[_Year]] = AcademicYear
    year: AcademicYear


@dataclass(frozen=True, order=True)
class CalendarQuarter(YearQuarter):
    """Three months of a calendar year: Q1 is January to March, labelled "Q1 2025"."""

    YEARS: ClassVar[type[_Year]] = CalendarYear
    year: CalendarYear
