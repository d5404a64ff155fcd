"""Figures of months that are over, counted once and kept: what a source must be able to do so that a year is a sum of its months.

A source that is kept counts a month in one statement, whole and for every part by which it can be cut, as numerators and
denominators. Adding months up gives the same figures, by the same definition, as counting all of their days at once. Sources
whose numbers do not add up over months (shares of three years, agencies without any) are not kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from foundation.cuts import Span, Where
from foundation.figures import Cursor, FigureValue
from foundation.registry import Registry

Pairs = list[list[int]]
"""Numerator and denominator of each figure of a source, in the order in which it declares them."""
Part = tuple[str, str]
"""A dimension and a code of it; two empty ones for the whole."""
WHOLE: Part = ("", "")


NEVER = 2**62
"""Beyond every event."""


class Touched(Protocol):
    """Which months events have touched, each with the newest such event."""

    def __call__(self, cursor: Cursor, since: int, until: int = NEVER) -> Mapping[date | None, int]:
        """Of events after `since`, up to and with `until`; the key None: they may have touched any recent month."""


@dataclass
class Cell:
    """What one month says of one part of the whole: how many facts, the pairs of each figure, and those by each dimension."""

    facts: int = 0
    whole: Pairs = field(default_factory=list)
    by: dict[str, dict[str, Pairs]] = field(default_factory=dict)


@dataclass(frozen=True)
class Kept:
    """How a source is counted by the month and added up again."""

    definition: str
    """Changes with whatever is counted, so that nothing counted by an older definition is shown."""
    parts: tuple[str, ...]
    """The dimensions by which each month is kept; a part of two of them is counted afresh."""
    code_of: Callable[[str, str], str]
    """The code behind the label of a part."""
    count: Callable[[Span, Where, Cursor], Mapping[Part, Cell]]
    """A month, whole and by every part, in one statement."""
    count_whole: Callable[[Span, Where, Cursor], Cell]
    """Some days, only as a whole: those of a month that is not over."""
    told: Callable[[Span, Mapping[date, Cell]], Iterable[FigureValue]]
    """The figures of a span from its months, by their first day; a month that is not there had nothing."""
    touched: "Touched"
    """The months of which something has happened since an event, each with the newest such event; None: any recent month."""


KEPT: Registry[Kept] = Registry("source of figures that is kept by the month")
"""By the name of the source."""


def kept_by_the_month(name: str) -> Kept | None:
    """How a source is kept; None where it is counted afresh each time."""
    return dict(KEPT.items()).get(name)
