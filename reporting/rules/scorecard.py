"""What a scorecard says of a number: how it lies to its target, whether it moved for the better, whether that is more than noise.

Everything is worked out of numbers as they may be shown, so that no colour and no arrow gives away what is hidden.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

Known = int | Decimal
HIGHER, LOWER, NEITHER = "higher", "lower", "neither"
FEWEST: Final = 8
"""Of fewer values nobody knows what is usual: an XmR chart needs some eight."""
RUN: Final = 8
"""So many in a row on one side of the mean are no accident."""
WIDTH: Final = Decimal("2.66")
"""Three standard deviations, from the mean moving range of values one by one (3 ÷ 1.128)."""
MANY_TIMES: Final = 10
"""A value that is so many times the last one, or so small a part of it, is asked about before it is taken."""


class Rating(StrEnum):
    """How a value lies to its target."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Travel(StrEnum):
    """How a value moved."""

    BETTER = "better"
    WORSE = "worse"
    CHANGED = "changed"
    SAME = "same"


def rated(value: Known | None, target: Decimal | None, tolerance: Decimal, better: str) -> Rating | None:
    """Green at the target or on its good side, amber up to the tolerance off it, red beyond; None without value or target.

    Where neither is better, green within the tolerance, red outside of it.
    """
    if value is None or target is None:
        return None
    if better == NEITHER:
        return Rating.GREEN if abs(Decimal(value) - target) <= tolerance else Rating.RED
    short = target - value if better == HIGHER else value - target
    if short <= 0:
        return Rating.GREEN
    return Rating.AMBER if short <= tolerance else Rating.RED


def travelled(new: Known | None, old: Known | None, better: str) -> Travel | None:
    """Whether it moved for the better; None where one of the two is not known."""
    if new is None or old is None:
        return None
    if new == old:
        return Travel.SAME
    if better == NEITHER:
        return Travel.CHANGED
    return Travel.BETTER if (new > old) == (better == HIGHER) else Travel.WORSE


@dataclass(frozen=True)
class Usual:
    """Where a process stays to which nothing special happens: mean and control limits of an XmR chart, in the values’ unit."""

    lower: Decimal
    mean: Decimal
    upper: Decimal


def usual(values: Sequence[Known | None], *, never_negative: bool = True) -> Usual | None:
    """The limits of the values that are known, oldest first; None of fewer than eight.

    Individual values and moving ranges as in statistical process control: mean ± 2.66 × mean moving range.
    """
    known = [Decimal(value) for value in values if value is not None]
    if len(known) < FEWEST:
        return None
    mean = sum(known, Decimal(0)) / len(known)
    moved = [abs(later - earlier) for earlier, later in pairwise(known)]
    reach = WIDTH * sum(moved, Decimal(0)) / len(moved)
    lower = mean - reach
    return Usual(max(lower, Decimal(0)) if never_negative else lower, mean, mean + reach)


class Signal(StrEnum):
    """Why the newest value is more than noise."""

    OUTSIDE = "outside"
    RUN = "run"


def signal(values: Sequence[Known | None]) -> Signal | None:
    """What the newest value says, beside those before it: outside the usual range, or the eighth on one side of the mean.

    The range is that of the values before the newest one, so that a leap does not widen what it is held against.
    """
    known = [Decimal(value) for value in values if value is not None]
    if not known or values[-1] is None:
        return None
    before, newest = usual(known[:-1]), known[-1]
    if before is not None and not before.lower <= newest <= before.upper:
        return Signal.OUTSIDE
    limits = usual(known)
    if limits is None:
        return None
    last = known[-RUN:]
    one_side = all(value > limits.mean for value in last) or all(value < limits.mean for value in last)
    return Signal.RUN if one_side else None


def is_doubtful(new: Known, last: Known | None) -> bool:
    """Whether whoever returns a value is asked if they are sure: ten times the last one, or a tenth of it and less."""
    if last is None or last <= 0:
        return False
    return new >= MANY_TIMES * last or 0 < new * MANY_TIMES <= last
