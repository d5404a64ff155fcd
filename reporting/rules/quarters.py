"""A year told from its four quarters: by the rule of the figure, never silently of fewer, and so that no small one follows.

Counts of events are added; a standing count is that of the last quarter; of shares, rates and means what is counted on top and
what it is counted out of are added first, so that a quarter weighs as much as it has cases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from foundation.figures import FigureKind, FigureSpec, FigureValue
from foundation.small_numbers import SMALL, nearest
from reporting.disclosure import NARROWEST_RANGE
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.indicators import OF_TWO_NUMBERS, worked_out
from reporting.rules.periods import QUARTERS

WORDS: Final = ("none", "one", "two", "three", "four")


class YearRule(StrEnum):
    """How a year is told from its quarters."""

    SUM = "sum"
    LAST = "last"
    ADDED = "added"
    OVER_LAST = "over_last"


RULES: Final[Mapping[YearRule, str]] = {
    YearRule.SUM: "the quarters are added",
    YearRule.LAST: "the last quarter is that of the year",
    YearRule.ADDED: "what is counted and out of what are each added",
    YearRule.OVER_LAST: "what is counted is added, out of what the last quarter says",
}


def usual_rule(kind: FigureKind, counted: FigureKind | None = None) -> YearRule:
    """The rule of a sort of number. `counted`: what a rate per 10,000 children counts, where the portal knows.

    Children who live here are the same in every quarter, so a rate of events is all of them for the children of the year, and a
    rate of a standing count is that of the last quarter.
    """
    if counted is not None:
        return YearRule.LAST if counted == FigureKind.STATE else YearRule.OVER_LAST
    if kind in OF_TWO_NUMBERS:
        return YearRule.ADDED
    return YearRule.LAST if kind == FigureKind.STATE else YearRule.SUM


def rules_for(kind: FigureKind) -> frozenset[YearRule]:
    """How a year of a sort of number can be told: what is worked out of two numbers is never added as it is."""
    both = {YearRule.ADDED, YearRule.OVER_LAST} if kind in OF_TWO_NUMBERS else {YearRule.SUM}
    return frozenset({YearRule.LAST, *both})


def rule_of(chosen: str, code: str, specs: Mapping[str, FigureSpec]) -> YearRule:
    """The rule of an indicator: the one that was chosen for it, or what is usual."""
    if chosen:
        return YearRule(chosen)
    counted = specs.get(code.removesuffix(RATE_SUFFIX)) if code.endswith(RATE_SUFFIX) else None
    return usual_rule(specs[code].kind, counted.kind if counted else None)


@dataclass(frozen=True)
class OfQuarters:
    """A year as it follows from its quarters."""

    value: FigureValue
    known: tuple[int, ...]
    """The numbers of the quarters that are known, in order."""


def year_from(rule: YearRule, kind: FigureKind, code: str, period: str, quarters: Mapping[int, FigureValue]) -> OfQuarters | None:
    """The year that follows from the quarters that are known, by their numbers; None where none is, or nothing can be divided."""
    known = tuple(sorted(number for number, value in quarters.items() if value.value is not None))
    if not known:
        return None
    values = [quarters[number] for number in known]
    if rule == YearRule.LAST:
        last = values[-1]
        return OfQuarters(FigureValue(code, period, last.value, last.numerator, last.denominator), known)
    if rule == YearRule.SUM:
        numbers = [value.value for value in values if value.value is not None]
        whole = all(isinstance(number, int) for number in numbers)
        total = sum(int(number) for number in numbers) if whole else sum((Decimal(number) for number in numbers), Decimal(0))
        return OfQuarters(FigureValue(code, period, total), known)
    if any(value.numerator is None or value.denominator is None for value in values):
        return None
    top = sum(value.numerator or 0 for value in values)
    bottom = values[-1].denominator or 0
    if rule == YearRule.ADDED:
        bottom = sum(value.denominator or 0 for value in values)
    number = worked_out(kind, top, bottom)
    return None if number is None else OfQuarters(FigureValue(code, period, number, top, bottom), known)


def quarters_words(known: Sequence[int]) -> str:
    """How many of the four quarters are known; empty for all of them."""
    return "" if len(known) == QUARTERS else f"{WORDS[len(known)]} of four quarters"


# -- what a year may tell beside its quarters -----------------------------------------------------------------


def year_may_be_told(quarters: Sequence[int | None], small: int = SMALL) -> bool:
    """Whether the rounded number of a year may stand beside its rounded quarters; None is a quarter that is hidden.

    It is decided by what is seen of the quarters alone: it may not, if any total that the year could have would narrow down a
    hidden quarter. So that it is left out tells nothing either.
    """
    ranges = [(0, small) if number is None else _behind(number, small) for number in quarters]
    if None not in quarters:
        return True
    low, high = sum(one for one, _ in ranges), sum(one for _, one in ranges)
    totals = {nearest(total) for total in range(max(low, small + 1), high + 1)}
    return all(_keeps(total, ranges, quarters, small) for total in totals)


def _behind(number: int, small: int) -> tuple[int, int]:
    """The smallest and the largest number that are rounded to one, and are not small."""
    found = [one for one in range(number - 2, number + 3) if one > small]
    return found[0], found[-1]


def _keeps(total: int, ranges: Sequence[tuple[int, int]], quarters: Sequence[int | None], small: int) -> bool:
    """Whether each hidden quarter may still be one of enough numbers if the year is told as this total."""
    least, most = _behind(total, small)
    low, high = sum(one for one, _ in ranges), sum(one for _, one in ranges)
    for (own_low, own_high), number in zip(ranges, quarters, strict=True):
        if number is None:
            lowest, highest = max(own_low, least - (high - own_high)), min(own_high, most - (low - own_low))
            if highest - lowest < NARROWEST_RANGE:
                return False
    return True
