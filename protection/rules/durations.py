"""How long children have been on a plan, in bands of months whose edges are exact to the day.

A band takes in what lies above its lower edge up to and including its upper one: a plan that began on 31 January is “up to 3
months” until 30 April and “over 3” from 1 May on. An unborn child stands in a column of its own and nowhere else.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from foundation.calendar import add_months
from foundation.numbers import percentage, round_half_up
from protection.models import Category

UNBORN: Final = "Unborn"


@dataclass(frozen=True)
class Band:
    """A band of months: above `over`, up to and including `up_to` (None: without an end)."""

    over: int
    up_to: int | None

    @property
    def label(self) -> str:
        """As it is printed, with its edges."""
        if self.up_to is None:
            return f"Over {self.over} months"
        return f"Up to {self.up_to} months" if self.over == 0 else f"Over {self.over}, up to {self.up_to} months"

    def holds(self, started: date, on: date) -> bool:
        """Whether a plan that began on a day is in this band on another."""
        after = self.over == 0 or on > add_months(started, self.over)
        return after and (self.up_to is None or on <= add_months(started, self.up_to))


def bands(edges: Sequence[int]) -> tuple[Band, ...]:
    """The bands between these months; ValueError where they do not rise."""
    if not edges or list(edges) != sorted(set(edges)) or edges[0] <= 0:
        raise ValueError("The months of the bands must rise.")
    lower = (0, *edges)
    return tuple(Band(low, high) for low, high in zip(lower, (*edges, None), strict=True))


def band_of(started: date, on: date, chosen: Sequence[Band]) -> Band:
    """The one band in which a plan is on a day."""
    return next(band for band in chosen if band.holds(started, on))


@dataclass(frozen=True)
class Row:
    """One line of the table: a number for each column, and their sum."""

    label: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """The sum of the line, counted."""
        return sum(self.numbers)


@dataclass(frozen=True)
class DurationTable:
    """Children on a plan by category and band, the unborn in their own column, with sums that are counted and not typed."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def totals(self) -> Row:
        """The last line but one: the sum of each column."""
        return Row("Total", tuple(sum(row.numbers[place] for row in self.rows) for place in range(len(self.columns))))

    @property
    def percentages(self) -> tuple[Decimal | None, ...]:
        """Each column out of all, from unrounded counts, to one decimal, halves up; the last is that of the whole."""
        whole = self.totals.total
        shares = (percentage(number, whole) for number in (*self.totals.numbers, whole))
        return tuple(None if share is None else round_half_up(share, 1) for share in shares)


def duration_table(plans: Iterable[tuple[str, date, bool, int]], on: date, chosen: Sequence[Band]) -> DurationTable:
    """The table on a day, from category, start, “not born yet” and number of the plans that were open on it."""
    columns = (UNBORN, *(band.label for band in chosen))
    counted: dict[str, dict[str, int]] = {}
    for category, started, unborn, number in plans:
        column = UNBORN if unborn else band_of(started, on, chosen).label
        of_category = counted.setdefault(category, dict.fromkeys(columns, 0))
        of_category[column] += number
    return DurationTable(columns, tuple(_rows(counted, columns)))


def _rows(counted: Mapping[str, Mapping[str, int]], columns: Sequence[str]) -> Iterable[Row]:
    for category in Category:
        if category in counted or category != Category.MULTIPLE:
            numbers = counted.get(category.value, {})
            yield Row(str(category.label), tuple(numbers.get(column, 0) for column in columns))
