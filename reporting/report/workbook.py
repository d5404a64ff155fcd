"""The tables of an edition as sheets of a workbook: the same cells as in its PDF, numbers as numbers, each with its source."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from foundation.exports import Cell as SheetCell
from foundation.exports import Column, Kind, Table
from reporting.models import Edition
from reporting.report.document import lay_out
from reporting.report.printed import Cell, PrintTable
from reporting.report.published import content_of
from reporting.rules.returns import PrintedRound

_SHAPES = (
    (Kind.WHOLE, re.compile(r"[−-]?\d[\d,]*")),
    (Kind.DECIMAL, re.compile(r"[−-]?\d[\d,]*\.\d+")),
    (Kind.PERCENT, re.compile(r"[−-]?\d[\d,]*(?:\.\d+)?%")),
    (Kind.MONEY, re.compile(r"[−-]?£\d[\d,]*(?:\.\d\d)?")),
)
RETURNED = ("Who", "Heading", "What", "Text")


def published_tables(edition: Edition) -> Iterator[Table]:
    """Every table of an edition, in the order in which they stand in it; then what was returned, and the sources."""
    content = content_of(edition)
    laid_out = lay_out(content)
    for chapter in laid_out.chapters:
        placed = [passage.block for passage in chapter.narrative if passage.block]
        for block in (*placed, *chapter.blocks):
            for table in (*((block.table,) if block.table else ()), *block.tables):
                yield as_sheet(table)
    for one in content.returns:
        yield Table(one.title, tuple(Column(heading) for heading in RETURNED), list(_returned(one)))
    sources = laid_out.sources["table"]
    if isinstance(sources, PrintTable):
        yield as_sheet(sources)


def as_sheet(table: PrintTable) -> Table:
    """One printed table: a column whose numbers are all of one sort is one of numbers, and what is hidden stays in words."""
    rows = [[cell for _heading, cell in row] for row in table.labelled]
    kinds = [_kind(column) for column in zip(*rows, strict=True)] if rows else [Kind.TEXT] * len(table.headings)
    columns = tuple(Column(cell.text or "What", kind) for cell, kind in zip(table.headings, kinds, strict=True))
    cells = [[_cell(cell, kind) for cell, kind in zip(row, kinds, strict=True)] for row in rows]
    return Table(table.caption, columns, cells, notes=(table.note,) if table.note else ())


def _kind(column: Iterable[Cell]) -> Kind:
    sorts = {kind for cell in column if cell.numeric for kind, shape in _SHAPES if shape.fullmatch(cell.text)}
    return sorts.pop() if len(sorts) == 1 else Kind.DECIMAL if sorts == {Kind.WHOLE, Kind.DECIMAL} else Kind.TEXT


def _cell(cell: Cell, kind: Kind) -> SheetCell:
    told = next((sort for sort, shape in _SHAPES if shape.fullmatch(cell.text)), None)
    if kind is Kind.TEXT or not cell.numeric or told is None:
        return cell.text
    number = re.sub(r"[,£%]", "", cell.text).replace("−", "-")
    return int(number) if told is Kind.WHOLE else Decimal(number)


def _returned(of: PrintedRound) -> Iterator[tuple[str, ...]]:
    """What each agency or group returned, text by text; of one that is missing the sentence that says so."""
    for one in of.returns:
        if not one.is_made:
            yield one.made_by, "", "", one.sentence
            continue
        for heading in of.headings:
            for part in heading.parts:
                value = one.answers.get(part.key)
                if value is None:
                    continue
                if not part.columns:
                    text = "\n".join(value) if isinstance(value, list | tuple) else str(value)
                    yield one.made_by, heading.title, part.title, text
                    continue
                for number, row in enumerate(value, start=1):
                    for column, text in zip(part.columns, row, strict=True):
                        yield one.made_by, heading.title, f"{number}. {column}", text
