"""A figure as an edition keeps it: fixed, as it may be shown, with the very text that page, PDF and download print."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class Source:
    """Where a value comes from: an app of the portal, a return, or a calculation from others."""

    kind: str
    """ "live", "returned", "population" or "derived"."""
    name: str


@dataclass(frozen=True)
class Part:
    """One part of a breakdown. `value` is None where it is not shown."""

    label: str
    value: int | str | None
    text: str


@dataclass(frozen=True)
class Breakdown:
    """A figure by month, by source, …"""

    dimension: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Earlier:
    """The same figure in the year before."""

    period: str
    value: int | str | None
    text: str
    source: Source
    by: tuple[Breakdown, ...] = ()


@dataclass(frozen=True)
class ChangeText:
    """How the figure moved, in signs and in words, from unrounded values."""

    absolute: str
    percent: str
    direction: str
    short: str
    sentence: str


@dataclass(frozen=True)
class ComparatorText:
    """Somebody else's figure, as published."""

    who: str
    period: str
    text: str
    source: str
    by_name: bool = False
    """Whether it is one statistical neighbour by its name; such stand in tables that compare, and nowhere else."""
    is_alike: bool = True
    """Whether an area by its name was a statistical neighbour in that year."""


@dataclass(frozen=True)
class FrozenFigure:
    """One figure of an edition. Integers are kept as integers, everything else as text; `value` is None where it is not shown."""

    code: str
    title: str
    meaning: str
    unit: str
    kind: str
    disclosure: str
    version: int
    period: str
    as_at: str
    value: int | str | None
    text: str
    numerator: int | None
    denominator: int | None
    numerator_words: str
    denominator_words: str
    source: Source
    note: str = ""
    by: tuple[Breakdown, ...] = ()
    earlier: Earlier | None = None
    change: ChangeText | None = None
    comparators: tuple[ComparatorText, ...] = field(default=())

    def parts(self, dimension: str) -> tuple[Part, ...]:
        """The parts of one breakdown; none when it has no such breakdown."""
        return next((b.parts for b in self.by if b.dimension == dimension), ())

    def earlier_parts(self, dimension: str) -> tuple[Part, ...]:
        """The parts of the same breakdown in the year before."""
        if self.earlier is None:
            return ()
        return next((b.parts for b in self.earlier.by if b.dimension == dimension), ())

    @property
    def others(self) -> tuple[ComparatorText, ...]:
        """Those with whom it is compared everywhere: England, London, the statistical neighbours together."""
        return tuple(one for one in self.comparators if not one.by_name)

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """Read back what `as_json` wrote."""
        earlier, change = row["earlier"], row["change"]
        return cls(
            **{
                **row,
                "source": Source(**row["source"]),
                "by": _breakdowns(row["by"]),
                "earlier": earlier
                and Earlier(**{**earlier, "source": Source(**earlier["source"]), "by": _breakdowns(earlier["by"])}),
                "change": change and ChangeText(**change),
                "comparators": tuple(ComparatorText(**c) for c in row["comparators"]),
            }
        )


def _breakdowns(rows: Iterable[Mapping[str, Any]]) -> tuple[Breakdown, ...]:
    return tuple(Breakdown(row["dimension"], tuple(Part(**part) for part in row["parts"])) for row in rows)


WHOLE = ("", "")
"""The place of a figure's whole among its cells, which are told by dimension and label."""
Cells = Mapping[str, frozenset[tuple[str, str]]]
"""By the code of a figure: some of its cells."""


@dataclass(frozen=True)
class HiddenBefore:
    """What published editions hid of a year and of the year before it: it stays hidden, or two editions would tell it."""

    year: Cells = field(default_factory=dict)
    before: Cells = field(default_factory=dict)


def hidden_cells(figure: FrozenFigure | Earlier, sign: str) -> frozenset[tuple[str, str]]:
    """The cells of a figure in whose place a sign stands."""
    parts = {(one.dimension, part.label) for one in figure.by for part in one.parts if part.text == sign}
    return frozenset(parts | ({WHOLE} if figure.text == sign else set()))


@dataclass(frozen=True)
class FrozenTable:
    """One table of words of an edition: it stands there as it was printed."""

    code: str
    title: str
    meaning: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    period: str
    as_at: str
    source: Source

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Self:
        """Read back what `tables_as_json` wrote."""
        return cls(
            **{
                **row,
                "columns": tuple(row["columns"]),
                "rows": tuple(tuple(cells) for cells in row["rows"]),
                "source": Source(**row["source"]),
            }
        )


def tables_as_json(tables: Iterable[FrozenTable]) -> list[dict[str, Any]]:
    """The tables of words as plain JSON values, in the order of their codes."""
    plain: list[dict[str, Any]] = json.loads(canonical([asdict(one) for one in sorted(tables, key=lambda one: one.code)]))
    return plain


def tables_from_json(rows: Iterable[Mapping[str, Any]]) -> dict[str, FrozenTable]:
    """The tables of words of an edition, by code."""
    return {row["code"]: FrozenTable.from_json(row) for row in rows}


def as_json(figures: Iterable[FrozenFigure]) -> list[dict[str, Any]]:
    """The figures as plain JSON values, in the order of their codes."""
    rows = [asdict(figure) for figure in sorted(figures, key=lambda figure: figure.code)]
    plain: list[dict[str, Any]] = json.loads(canonical(rows))
    return plain


def from_json(rows: Iterable[Mapping[str, Any]]) -> dict[str, FrozenFigure]:
    """The figures of an edition, by code."""
    return {row["code"]: FrozenFigure.from_json(row) for row in rows}


def canonical(data: object) -> bytes:
    """The one way in which this data is written: the same data gives the same bytes."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def fingerprint(data: object) -> str:
    """SHA-256 of data in canonical JSON."""
    return hashlib.sha256(canonical(data)).hexdigest()
