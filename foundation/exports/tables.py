"""The one shape in which anything leaves the portal as a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from foundation.calendar import to_london

Cell = str | int | Decimal | date | datetime | None


class Kind(StrEnum):
    """What a column holds; it settles how numbers and dates look in a workbook."""

    TEXT = "text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    PERCENT = "percent"
    MONEY = "money"
    DATE = "date"
    MOMENT = "moment"


@dataclass(frozen=True)
class Column:
    """One column: its heading and what it holds.

    A percentage is given as printed (43.8, not 0.438). Any column may also hold text, so that a number hidden by
    disclosure control, or "n/a", stands where the number would.
    """

    heading: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True)
class Table:
    """A titled table to be written out once. ``rows`` may be a generator; ``notes`` explain symbols and sources."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Sequence[Cell]]
    notes: tuple[str, ...] = ()

    def checked_rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield each row with yes/no in words and moments in English clock time.

        A row that does not fit the columns is a programming error (ValueError).
        """
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"A row of {len(row)} cells does not fit {len(self.columns)} columns.")
            yield tuple(_plain(cell) for cell in row)


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, datetime):
        return to_london(cell).replace(tzinfo=None, microsecond=0)
    if isinstance(cell, Decimal) and not cell.is_finite():
        raise ValueError("A number in a table must be finite.")
    return str(cell) if isinstance(cell, str) else cell
