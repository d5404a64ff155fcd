"""Whether the parts of a returned figure make up its whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from foundation.figures import FigureKind
from reporting.rules.indicators import OF_TWO_NUMBERS

MONTH: Final = "month"
ON_THE_DAY: Final = frozenset({FigureKind.STATE})
"""What is counted on a day is told of the end of each month anew: its months make up nothing."""


@dataclass(frozen=True)
class Amount:
    """A returned number: its value, and the two numbers that it is worked out of where it is a share, a rate or a mean."""

    value: Decimal
    numerator: int | None = None
    denominator: int | None = None


def adds_up(kind: FigureKind, dimension: str) -> bool:
    """Whether the parts of such a figure make up its whole."""
    return not (kind in ON_THE_DAY and dimension == MONTH)


def not_adding_up(kind: FigureKind, dimension: str, whole: Amount, parts: Sequence[Amount]) -> str:
    """The sentence that says how far parts are off their whole; empty where they make it up."""
    if not parts or not adds_up(kind, dimension):
        return ""
    if kind in OF_TWO_NUMBERS:
        return _of_two(dimension, whole, parts)
    found = sum((part.value for part in parts), Decimal(0))
    if found == whole.value:
        return ""
    return f"The parts by {words_of(dimension)} add up to {_plain(found)}, not to {_plain(whole.value)}."


def _of_two(dimension: str, whole: Amount, parts: Sequence[Amount]) -> str:
    if whole.numerator is None or whole.denominator is None or any(part.numerator is None for part in parts):
        return f"The parts by {words_of(dimension)} and the whole need how many, and out of how many."
    top, bottom = sum(part.numerator or 0 for part in parts), sum(part.denominator or 0 for part in parts)
    if (top, bottom) == (whole.numerator, whole.denominator):
        return ""
    told, wanted = f"{top:,} of {bottom:,}", f"{whole.numerator:,} of {whole.denominator:,}"
    return f"The parts by {words_of(dimension)} add up to {told}, not to {wanted}."


def words_of(dimension: str) -> str:
    """A dimension as people read it: "year of death"."""
    return dimension.replace("_", " ")


def _plain(number: Decimal) -> str:
    return f"{number.normalize():,f}"


def dimension_of(words: str) -> str:
    """The dimension that is written so: "Year of death" is year_of_death."""
    return "_".join(words.lower().split())


Parts = Mapping[str, Mapping[str, Amount]]
"""By dimension and by the part's name."""


def first_not_adding_up(kind: FigureKind, whole: Amount, parts: Parts) -> str:
    """The sentence for the first dimension whose parts do not make up the whole; empty where all do."""
    sentences = (not_adding_up(kind, dimension, whole, list(found.values())) for dimension, found in parts.items())
    return next((sentence for sentence in sentences if sentence), "")
