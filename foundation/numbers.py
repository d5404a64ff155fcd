"""How the portal counts shares, rates and changes, and how it prints them.

A percentage is computed once, from whole numbers, and rounded half up only where it is printed. Nothing
here rounds before the end, and nothing divides by zero: what has no base is None and prints as "n/a".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final

NOT_APPLICABLE: Final = "n/a"
MINUS: Final = "\u2212"
RATE_BASE: Final = 10_000
HUNDRED: Final = Decimal(100)


class Direction(StrEnum):
    """Which way a figure went, in the word that the report prints."""

    INCREASE = "increase"
    DECREASE = "decrease"
    NO_CHANGE = "no change"


def round_half_up(value: int | Decimal, places: int = 0) -> Decimal:
    """Return a number rounded to so many decimal places, halves away from zero: 37.5 is 38."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return rounded or abs(rounded)  # never a negative zero


def for_each(pounds: Decimal, number: int | Decimal) -> Decimal:
    """What a sum of money is for each of so many, in pence."""
    return round_half_up(pounds / number, 2)


def _ratio(numerator: int, base: int, factor: int) -> Decimal | None:
    if numerator < 0 or base < 0:
        raise ValueError("Counts cannot be negative.")
    return Decimal(numerator) * factor / Decimal(base) if base else None


def percentage(numerator: int, denominator: int) -> Decimal | None:
    """Return 100 × numerator ÷ denominator, unrounded; None if the denominator is 0."""
    return _ratio(numerator, denominator, 100)


def rate_per_10_000(count: int, population: int) -> Decimal | None:
    """Return a count for every 10,000 of a population (children 0 to 17, mid-year), unrounded.

    None if the population is 0. 3,971 of 95,309 is 416.6.
    """
    return _ratio(count, population, RATE_BASE)


def shares(parts: Sequence[int | Decimal], places: int = 1) -> tuple[Decimal, ...]:
    """Return each part's percentage of their sum, each rounded half up by itself for printing.

    Rounded shares may add up to 99.9 or 100.1; they are never bent to fit. All are 0 if the sum is 0.
    """
    if any(part < 0 for part in parts):
        raise ValueError("Shares are of parts that are not negative.")
    total = sum(map(Decimal, parts))
    return tuple(round_half_up(part * HUNDRED / total if total else 0, places) for part in parts)


@dataclass(frozen=True)
class Change:
    """How a figure moved from one period to the next, computed from unrounded values."""

    absolute: Decimal
    percent: Decimal | None

    @property
    def direction(self) -> Direction:
        """The word for the change, from its sign and from nothing else."""
        if not self.absolute:
            return Direction.NO_CHANGE
        return Direction.INCREASE if self.absolute > 0 else Direction.DECREASE


def change(new: int | Decimal, old: int | Decimal) -> Change:
    """Return how far ``new`` is from ``old``: the difference, and the difference in percent of ``old``.

    The percentage is None when ``old`` is 0. Give unrounded values: 4,818 after 4,177 is +641, +15.3%.
    """
    difference = Decimal(new) - Decimal(old)
    return Change(difference, difference * HUNDRED / abs(Decimal(old)) if old else None)


# -- printing -----------------------------------------------------------------


def thousands(value: int | Decimal | None, places: int = 0) -> str:
    """Print a number with commas, rounded half up: 18,157; −5; 416.6."""
    if value is None:
        return NOT_APPLICABLE
    rounded = round_half_up(value, places)
    return f"{MINUS if rounded < 0 else ''}{abs(rounded):,}"


def signed(value: int | Decimal | None, places: int = 0) -> str:
    """Print a difference with its sign: +641, −20, 0."""
    if value is None:
        return NOT_APPLICABLE
    rounded = round_half_up(value, places)
    return f"{'+' if rounded > 0 else ''}{thousands(rounded, places)}"


def percent_text(value: int | Decimal | None, places: int = 1) -> str:
    """Print a percentage: 43.8%; n/a if it has no base."""
    return NOT_APPLICABLE if value is None else f"{thousands(value, places)}%"


def signed_percent_text(value: int | Decimal | None, places: int = 1) -> str:
    """Print a change in percent: +15.3%, −15.3%, 0.0%; n/a if it has no base."""
    return NOT_APPLICABLE if value is None else f"{signed(value, places)}%"


def points_text(new: Decimal | None, old: Decimal | None, places: int = 1) -> str:
    """Print the difference of two percentages, which is in percentage points, never in percent."""
    if new is None or old is None:
        return NOT_APPLICABLE
    difference = signed(new - old, places)
    return f"{difference} percentage {'point' if difference in {'+1', f'{MINUS}1'} else 'points'}"


def money(amount: int | Decimal | None) -> str:
    """Print pounds, with pence only when there are any: £376,441; £1,234.50; −£5."""
    if amount is None:
        return NOT_APPLICABLE
    pounds = round_half_up(amount, 2)
    places = 0 if pounds == pounds.to_integral_value() else 2
    return f"{MINUS if pounds < 0 else ''}£{thousands(abs(pounds), places)}"
