"""The columns of a file of figures of statistical neighbours, and how an area lies among them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from foundation.figures import FigureSpec
from reporting.rules.import_rows import Row, known_figure, period_label

COLUMNS: Final = ("code", "period", "name", "value", "source")
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class NeighbourRow:
    """A good row; `printed` is the number as its publisher wrote it."""

    code: str
    period: str
    name: str
    value: Decimal
    printed: str
    source: str
    reason: str = ""
    """Why it takes the place of another."""

    @property
    def key(self) -> tuple[str, ...]:
        """What may be there once."""
        return (self.code, self.period, self.name)


def neighbour_row(row: Row, specs: Mapping[str, FigureSpec]) -> NeighbourRow:
    """Read one figure of a neighbour, keeping its number as published."""
    return NeighbourRow(
        known_figure(row, specs).code,
        period_label(row.text("period", most=9), "financial"),
        row.text("name", most=80),
        row.number("value").quantize(Decimal("0.0001")),
        row.text("value", most=20),
        row.text("source", most=200),
        row.text("reason", most=400, required=False),
    )


def rank_words(own: Decimal, others: Sequence[Decimal]) -> str:
    """How low an area lies among others, itself counted: "4th lowest of 11"; a place that others have too is shared.

    Equal numbers have the same place, and the next one leaves out as many.
    """
    place = 1 + sum(other < own for other in others)
    from_above = 1 + sum(other > own for other in others)
    shared = "joint " if own in others else ""
    of = len(others) + 1
    if place == 1 and from_above == 1:
        return f"the same as all {of}"
    low = place <= from_above
    which = place if low else from_above
    return f"{shared}{'' if which == 1 else f'{ordinal(which)} '}{'lowest' if low else 'highest'} of {of}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th."""
    return f"{number}{'th' if number % 100 in {11, 12, 13} else _ENDINGS.get(number % 10, 'th')}"
