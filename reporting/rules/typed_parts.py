"""Parts of a returned figure as people type them: one on each line, its name, a colon and how many."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from foundation.figures import FigureKind
from reporting.rules.adding_up import Amount
from reporting.rules.import_rows import HIGHEST
from reporting.rules.indicators import OF_TWO_NUMBERS, worked_out

LONGEST_NAME: Final = 80
BY: Final = "by_"
"""Before the dimension in the name of the field in which its parts are typed."""
_PAIR: Final = re.compile(r"([0-9][0-9,]{0,15}) of ([0-9][0-9,]{0,15})")
_NUMBER: Final = re.compile(r"£?([0-9][0-9,]{0,15}(?:\.[0-9]{1,9})?)")
WHOLE: Final = frozenset({FigureKind.COUNT, FigureKind.STATE})


class OddPart(Exception):
    """A line that is no part; the text says which and why."""


def parts_from(text: str, kind: FigureKind) -> Mapping[str, Amount]:
    """The parts by their names, in their order; OddPart for the first line that is none, or that says a name again."""
    found: dict[str, Amount] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        name, _colon, told = line.rpartition(":")
        name = " ".join(name.split())
        if not name:
            raise OddPart(f"Line {number} must be a name, a colon and a number, such as {example(kind)}.")
        if len(name) > LONGEST_NAME:
            raise OddPart(f"Line {number}: the name must be {LONGEST_NAME} characters or fewer.")
        if name in found:
            raise OddPart(f"Line {number} says “{name}” a second time.")
        found[name] = _amount(told.strip(), kind, number)
    return found


def _amount(told: str, kind: FigureKind, line: int) -> Amount:
    if kind in OF_TWO_NUMBERS:
        pair = _PAIR.fullmatch(told)
        top, bottom = (int(one.replace(",", "")) for one in pair.groups()) if pair else (1, 0)
        if (top > bottom and (kind != FigureKind.MEAN or not pair)) or max(top, bottom) >= HIGHEST:
            raise OddPart(f"Line {line} must say how many of how many, such as {example(kind)}.")
        return Amount(Decimal(worked_out(kind, top, bottom) or 0).quantize(Decimal("0.0001")), top, bottom)
    number = _NUMBER.fullmatch(told)
    value = Decimal(number[1].replace(",", "")) if number else HIGHEST
    if value >= HIGHEST or (kind in WHOLE and value != value.to_integral_value()):
        raise OddPart(f"Line {line} must end with a number, such as {example(kind)}.")
    return Amount(value.quantize(Decimal("0.0001")))


def example(kind: FigureKind) -> str:
    """A line as it may be typed."""
    return "Under 1: 12 of 20" if kind in OF_TWO_NUMBERS else "Under 1: 12"


def parts_as_text(parts: Mapping[str, Amount]) -> str:
    """What `parts_from` reads, for a form that shows what was returned."""
    return "\n".join(f"{name}: {_told(one)}" for name, one in parts.items())


def _told(one: Amount) -> str:
    return f"{one.value.normalize():f}" if one.numerator is None else f"{one.numerator} of {one.denominator}"
