"""Axes: round steps, and where a value stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from foundation.charts.svg import Value

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Maps values from `low` to `high` onto pixels from `start` to `end`."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def at(self, value: Value) -> float:
        """Say where a value stands."""
        share = (float(value or 0) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[int | float]:
        """Give the round values to write at the axis."""
        count = round((self.high - self.low) / self.step)
        found = (round(self.low + number * self.step, 6) for number in range(count + 1))
        return [int(tick) if float(tick).is_integer() else tick for tick in found]


def step_for(span: float, most: int = 5) -> float:
    """Choose a round step (1, 2 or 5 times a power of ten) that needs no more than `most` of them."""
    if span <= 0:
        return 1
    power: float = 10.0 ** floor(log10(span / most))
    return next(factor * power for factor in STEPS if span / (factor * power) <= most + 1e-9)


def scale_for(values: Iterable[Value], start: float, end: float, *, whole: bool = True, from_zero: bool = True) -> Scale:
    """Make a scale that holds all values. It begins at zero unless values lie below or `from_zero` is off."""
    known = [float(value) for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1
    step = step_for(high - low)
    if whole:
        step = max(1.0, step)
    return Scale(floor(low / step) * step, ceil(high / step) * step, step, start, end)
