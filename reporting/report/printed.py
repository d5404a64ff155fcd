"""What a report is made from, and what it is made of: chapters, blocks, tables, cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.utils.safestring import SafeString

from foundation.calendar import FinancialYear
from foundation.charts import Chart
from reporting.rules.blocks import Chapter
from reporting.rules.frozen import FrozenFigure, FrozenTable
from reporting.rules.outline import CHAPTERS
from reporting.rules.returns import PrintedRound

NOT_SHOWN = "–"
MOST_COLUMNS = 8
"""So many columns of a table that an author placed fit a page."""
RATINGS = ("Red", "Amber", "Green", "Blue")
"""Words that stand beside their pattern."""


@dataclass(frozen=True)
class ReportContent:
    """Everything that goes into a report, and nothing else does."""

    year: str
    year_end: date
    figures: Mapping[str, FrozenFigure]
    narrative: Mapping[str, str]
    acronyms: Mapping[str, str]
    as_at: datetime
    returns: tuple[PrintedRound, ...] = ()
    tables: Mapping[str, FrozenTable] = field(default_factory=dict)
    """What the apps say in words, by code."""
    chapters: tuple[Chapter, ...] = CHAPTERS
    """The shape of the report."""

    @property
    def year_before(self) -> str:
        """The label of the year before."""
        return FinancialYear.from_label(self.year).previous().label


Meanings = tuple[tuple[str, str], ...]
"""Code and title of figures whose definitions are told elsewhere in the report."""


def meanings(codes: Iterable[str], content: ReportContent) -> Meanings:
    """Those of some figures that a report has, each once."""
    return tuple((code, content.figures[code].title) for code in dict.fromkeys(codes) if code in content.figures)


@dataclass(frozen=True)
class Cell:
    """One cell of a table. `numeric` ones stand to the right."""

    text: str
    numeric: bool = False
    rag: str = ""
    """Of a rating: its word, which stands beside its pattern."""
    code: str = ""
    """Where it names a figure: its code, by which its definition is found."""

    @property
    def points(self) -> list[str]:
        """What stands in it as points, where that is more than one."""
        lines = [line for line in self.text.split("\n") if line.strip()]
        return lines if len(lines) > 1 else []


@dataclass(frozen=True)
class PrintTable:
    """A table with one row heading a row; `total` is its last row, `note` stands beneath, `look` sets its columns’ widths."""

    caption: str
    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    note: str = ""
    look: str = "even"
    sums: frozenset[int] = frozenset()
    """The places of rows that are sums of those above them."""

    @property
    def is_of_pairs(self) -> bool:
        """Whether its columns stand side by side without a row being about one thing, so that no cell heads a row."""
        return self.look == "pairs"

    @property
    def labelled(self) -> list[list[tuple[str, Cell]]]:
        """Every row, the total last, each cell with the heading that stands over it."""
        rows = [*self.rows, *((self.total,) if self.total else ())]
        return [[(heading.text, cell) for heading, cell in zip(self.headings, row, strict=True)] for row in rows]

    @property
    def in_parts(self) -> list["PrintTable"]:
        """For a page: itself, or its columns in parts that fit one, each with the column that heads the rows."""
        if len(self.headings) <= MOST_COLUMNS:
            return [self]
        beside = MOST_COLUMNS - 1
        firsts = range(1, len(self.headings), beside)

        def cut(row: tuple[Cell, ...], first: int) -> tuple[Cell, ...]:
            return (row[0], *row[first : first + beside]) if row else ()

        return [
            replace(
                self,
                caption=f"{self.caption}, part {number} of {len(firsts)}",
                headings=cut(self.headings, first),
                rows=tuple(cut(row, first) for row in self.rows),
                total=cut(self.total, first),
                note=self.note if number == len(firsts) else "",
            )
            for number, first in enumerate(firsts, start=1)
        ]


@dataclass(frozen=True)
class Tile:
    """One large number with what a reader needs beside it."""

    code: str
    title: str
    text: str
    unit: str
    change: str
    direction: str
    before: str
    comparators: str
    as_at: date | None


@dataclass(frozen=True)
class Said:
    """What somebody says in their own name, paragraph by paragraph."""

    who: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class PrintBlock:
    """A part of a chapter under its own heading: tiles, or a picture, or tables, or a sentence."""

    anchor: str
    heading: str
    tiles: tuple[Tile, ...] = ()
    sentence: str = ""
    said: tuple[Said, ...] = ()
    charts: tuple[Chart, ...] = ()
    table: PrintTable | None = None
    tables: tuple[PrintTable, ...] = ()
    drawn_apart: bool = False
    """Whether the drawing and its table may stand on different pages, because both can be long."""
    returns: SafeString | None = None
    note: str = ""
    """Where what somebody says comes from, and up to which day it speaks."""
    means: Meanings = ()
    """The figures that it tells without naming each beside its number."""

    @property
    def named(self) -> frozenset[str]:
        """The codes of the figures that it names in a tile or in a cell."""
        tables = (*((self.table,) if self.table else ()), *self.tables)
        cells = (cell for table in tables for row in (table.headings, *table.rows) for cell in row)
        return frozenset(filter(None, (*(tile.code for tile in self.tiles), *(cell.code for cell in cells))))

    def meaning(self, codes: Iterable[str], content: ReportContent) -> "PrintBlock":
        """Itself, with those of some figures to be explained that it does not name."""
        return replace(self, means=meanings((code for code in codes if code not in self.named), content))


@dataclass(frozen=True)
class Passage:
    """A stretch of the narrative, or a block that its author placed between two of them. `means`: the figures in its text."""

    html: SafeString = field(default_factory=SafeString)
    block: PrintBlock | None = None
    means: Meanings = ()


@dataclass(frozen=True)
class PrintChapter:
    """A chapter as it is printed."""

    anchor: str
    title: str
    narrative: tuple[Passage, ...]
    blocks: tuple[PrintBlock, ...]
