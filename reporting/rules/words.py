"""How a figure and its change are printed. Every page, download and sentence takes its text from here."""

from decimal import Decimal
from typing import Final

from foundation.figures import FigureKind, Number
from foundation.numbers import (
    MINUS,
    Change,
    Direction,
    change,
    money,
    percent_text,
    points_text,
    round_half_up,
    signed,
    signed_percent_text,
    thousands,
)
from reporting.rules.frozen import ChangeText

SMALLEST_BASE_FOR_PERCENT: Final = 20
_PLACES: Final = {FigureKind.RATE: 1, FigureKind.MEAN: 1}
_NOUN: Final = {Direction.INCREASE: "An increase", Direction.DECREASE: "A decrease"}


def printed(kind: FigureKind, value: Number | None) -> str:
    """A value as it is printed everywhere: 18,157; 416.6; 88.4%; £376,441."""
    if kind == FigureKind.MONEY:
        return money(value)
    if kind == FigureKind.PERCENTAGE:
        return percent_text(value)
    return thousands(value, _PLACES.get(kind, 0))


def change_text(kind: FigureKind, new: Number, old: Number, old_text: str, period: str) -> ChangeText:
    """How a figure moved since `period`, from the unrounded values.

    A percentage of fewer than 20 says little, so such a change is told in numbers only.
    """
    moved = change(new, old)
    if kind == FigureKind.PERCENTAGE:
        return _in_points(moved, Decimal(new), Decimal(old), old_text, period)
    percent = signed_percent_text(moved.percent)
    absolute = _pounds(moved) if kind == FigureKind.MONEY else signed(moved.absolute, _PLACES.get(kind, 0))
    if moved.direction == Direction.NO_CHANGE:
        return ChangeText(absolute, percent, moved.direction, f"No change from {period}", f"No change on {period}.")
    noun = _NOUN[moved.direction]
    size = absolute[1:]
    if kind == FigureKind.MONEY and money(moved.absolute) == money(0):
        short = f"Almost no change from {old_text} in {period}"
        return ChangeText(absolute, percent, moved.direction, short, f"{short}.")
    if old == 0:
        short = f"{noun} of {size}, from none in {period}"
        return ChangeText(absolute, percent, moved.direction, short, f"{short}.")
    if moved.percent is None or abs(Decimal(old)) < SMALLEST_BASE_FOR_PERCENT:
        short = f"{noun} of {size}, from {old_text} in {period}"
        return ChangeText(absolute, percent, moved.direction, short, f"{short}.")
    short = f"{noun} of {percent_text(abs(moved.percent), 0)} from {old_text} in {period}"
    of = percent_text(abs(moved.percent))
    sentence = (
        f"{noun} of {of} from {old_text} in {period}." if kind == FigureKind.RATE else f"{noun} of {of} ({size}) on {period}."
    )
    return ChangeText(absolute, percent, moved.direction, short, sentence)


def _pounds(moved: Change) -> str:
    """A difference in pounds with its sign, and with pence where there are any: +£11,292, −£0.10, £0."""
    told = money(abs(moved.absolute))
    if told == money(0):
        return told
    return f"{'+' if moved.direction == Direction.INCREASE else MINUS}{told}"


def _in_points(moved: Change, new: Decimal, old: Decimal, old_text: str, period: str) -> ChangeText:
    points = points_text(new, old)
    if moved.direction == Direction.NO_CHANGE:
        return ChangeText(points, points, moved.direction, f"No change from {period}", f"No change on {period}.")
    if not round_half_up(moved.absolute, 1):
        short = f"Almost no change from {old_text} in {period}"
        return ChangeText(points, points, moved.direction, short, f"{short}.")
    short = f"{_NOUN[moved.direction]} of {points[1:]} from {old_text} in {period}"
    return ChangeText(points, points, moved.direction, short, f"{short}.")
