"""Tables of words in shapes of their own: two columns of points side by side, and rows that are rated."""

from reporting.report.content import source_line
from reporting.report.printed import NOT_SHOWN, RATINGS, Cell, PrintTable, ReportContent
from reporting.rules.blocks import Pairs, Scored


def paired(block: Pairs, content: ReportContent) -> tuple[PrintTable | None, str]:
    """The points of each column in one row, side by side, or the sentence that stands there when there are none."""
    table = content.tables.get(block.code)
    if table is None:
        return None, ""
    if not table.rows:
        return None, block.when_none
    sides = ["\n".join(row[place] for row in table.rows if row[place]) for place in range(len(table.columns))]
    return PrintTable(
        f"{table.title}, {table.period}",
        tuple(Cell(heading) for heading in table.columns),
        (tuple(Cell(side or NOT_SHOWN) for side in sides),),
        note=source_line([table]),
        look="pairs",
    ), ""


def scored(block: Scored, content: ReportContent) -> tuple[PrintTable | None, str]:
    """Rows with their ratings beside their pattern and numbers to the right."""
    table = content.tables.get(block.code)
    if table is None:
        return None, ""
    if not table.rows:
        return None, block.when_none
    numeric = [heading in block.numbers for heading in table.columns]
    return PrintTable(
        f"{table.title}, {table.period}",
        tuple(Cell(heading, numeric=is_number) for heading, is_number in zip(table.columns, numeric, strict=True)),
        tuple(tuple(_cell(text, is_number) for text, is_number in zip(row, numeric, strict=True)) for row in table.rows),
        note=source_line([table]),
        look=block.look,
    ), ""


def _cell(text: str, is_number: bool) -> Cell:  # noqa: FBT001  # of one column
    return Cell(text or NOT_SHOWN, numeric=is_number, rag=text.lower() if text in RATINGS else "")
