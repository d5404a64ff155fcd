"""The narrative of a chapter as it is read: text, and the tables, pictures and quotes that its author placed between."""

from collections.abc import Container
from datetime import date

from django.utils.safestring import mark_safe

from foundation.design import words
from foundation.markdown import to_html
from reporting.report.charts import bars, lines
from reporting.report.content import change_alone, parts_table, rated, source_words
from reporting.report.printed import NOT_SHOWN, Cell, Passage, PrintBlock, PrintTable, ReportContent, Said
from reporting.rules.frozen import FrozenFigure, FrozenTable
from reporting.rules.narrative import ACTIONS_BY_PLAN, Token, YearTold, filled, pieces


def passages(section: str, content: ReportContent, *, leaving: Container[str] = ()) -> tuple[Passage, ...]:
    """The narrative of a section in order; tokens to be left are printed as they are written, which no edition does."""
    found = []
    year = YearTold(content.figures, content.tables)
    for number, piece in enumerate(pieces(content.narrative.get(section, ""))):
        if isinstance(piece, str):
            html = _plain(to_html(filled(piece, content.figures, leaving=leaving)))
            found.append(Passage(html=mark_safe(html)))  # noqa: S308  # cleaned there
        elif piece.text in leaving:
            found.append(Passage(html=mark_safe(_plain(to_html(f"`{piece.text}`")))))  # noqa: S308  # cleaned there
        else:
            found.append(Passage(block=_block(piece, f"{section}-placed-{number}", year, content)))
    return tuple(one for one in found if one.html or one.block)


def _plain(html: str) -> str:
    return html.replace(' class="govuk-body"', "")


def _block(token: Token, anchor: str, year: YearTold, content: ReportContent) -> PrintBlock:
    if token.kind == "quote":
        row = year.quote(token.code)
        return _quoted(row, anchor, f"What was said by {_lower(row[2])}", row[2])
    if token.kind == "case":
        row = year.case(token.code)
        told = f"A case story, told by {_lower(row[2])}"
        return _quoted(row, anchor, told, told)
    if token.kind == "actions":
        return _of_table(_actions(token.code, year), anchor)
    figure = content.figures.get(token.code)
    if figure is None:
        return _of_table(_worded(content.tables[token.code], content), anchor)
    if token.kind == "chart":
        return _drawn(figure, token.by, anchor, content)
    return _of_table(
        parts_table(figure, token.by, _across(token.by), content) if token.by else _one_figure(figure, content), anchor
    )


def _of_table(table: PrintTable, anchor: str) -> PrintBlock:
    return PrintBlock(anchor, table.caption, table=table)


def _across(dimension: str) -> str:
    told = dimension.replace("_", " ")
    return f"{told[0].upper()}{told[1:]}"


def _lower(text: str) -> str:
    return f"{text[0].lower()}{text[1:]}"


def _quoted(row: tuple[str, ...], anchor: str, heading: str, who: str) -> PrintBlock:
    text = row[1]
    said = Said(who, tuple(line.strip() for line in text.split("\n") if line.strip()))
    return PrintBlock(anchor, heading, said=(said,))


def _actions(plan: str, year: YearTold) -> PrintTable:
    table, rows = year.tables[ACTIONS_BY_PLAN], year.actions_of(plan)
    return PrintTable(
        rows[0][0],
        tuple(Cell(heading) for heading in table.columns[1:]),
        tuple(tuple(rated(text) for text in row[1:]) for row in rows),
        note=_source(table),
        look="grouped",
    )


def _worded(table: FrozenTable, content: ReportContent) -> PrintTable:
    return PrintTable(
        f"{table.title}, {table.period}",
        tuple(Cell(heading) for heading in table.columns),
        tuple(tuple(Cell(text or NOT_SHOWN) for text in row) for row in table.rows),
        note=_source(table),
        look="words",
    )


def _source(table: FrozenTable) -> str:
    return f"Source: {source_words(table)}, as at {words.date(date.fromisoformat(table.as_at))}."


def _one_figure(figure: FrozenFigure, content: ReportContent) -> PrintTable:
    before = figure.earlier.text if figure.earlier else NOT_SHOWN
    return PrintTable(
        f"{figure.title}, {content.year} and the year before",
        (Cell("Figure"), Cell(content.year_before, numeric=True), Cell(content.year, numeric=True), Cell("Change")),
        ((Cell(figure.title), Cell(before, numeric=True), Cell(figure.text, numeric=True), Cell(change_alone(figure))),),
        note=f"Source: {source_words(figure)}.",
        look="key",
    )


def _drawn(figure: FrozenFigure, dimension: str, anchor: str, content: ReportContent) -> PrintBlock:
    heading = f"{figure.title} by {_across(dimension).lower()}"
    chart = lines(figure, heading, content) if dimension == "month" else bars(figure, dimension, heading)
    return PrintBlock(anchor, heading, charts=(chart,), table=parts_table(figure, dimension, _across(dimension), content))
