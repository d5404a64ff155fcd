"""The narrative of a chapter as it is read: text, and the tables, pictures and quotes that its author placed between."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import cast

from django.utils.safestring import mark_safe

from foundation.design.words import lower_first
from foundation.markdown import to_html
from reporting.report.charts import bars, lines
from reporting.report.content import grouped_tables, key_figures, parts_table, words_table
from reporting.report.printed import Passage, PrintBlock, PrintTable, ReportContent, Said, meanings
from reporting.rules.blocks import Grouped, KeyFigures, Words
from reporting.rules.frozen import FrozenFigure, FrozenTable
from reporting.rules.narrative import ACTIONS_BY_PLAN, Token, YearTold, filled, is_same, pieces, tokens


def passages(section: str, content: ReportContent, *, leaving: Container[str] = ()) -> tuple[Passage, ...]:
    """The narrative of a section in order; tokens to be left are printed as they are written, which no edition does."""
    found = []
    year = YearTold(content.figures, content.tables)
    for number, piece in enumerate(pieces(content.narrative.get(section, ""))):
        if isinstance(piece, str):
            html = _plain(to_html(filled(piece, content.figures, leaving=leaving)))
            means = meanings((token.code for token in tokens(piece) if token.text not in leaving), content)
            found.append(Passage(html=mark_safe(html), means=means))  # noqa: S308  # cleaned there
        elif piece.text in leaving:
            found.append(Passage(html=mark_safe(_plain(to_html(f"`{piece.text}`")))))  # noqa: S308  # cleaned there
        else:
            placed = _block(piece, f"{section}-placed-{number}", year, content)
            found.append(Passage(block=placed.meaning((piece.code,), content)))
    return tuple(one for one in found if one.html or one.block)


def _plain(html: str) -> str:
    return html.replace(' class="govuk-body"', "")


def _block(token: Token, anchor: str, year: YearTold, content: ReportContent) -> PrintBlock:
    if token.kind == "quote":
        row = year.quote(token.code)
        return _quoted(row, anchor, f"What was said by {lower_first(row[2])}", row[2])
    if token.kind == "case":
        row = year.case(token.code)
        told = f"A case story, told by {lower_first(row[2])}"
        return _quoted(row, anchor, told, told)
    if token.kind == "actions":
        rows = year.actions_of(token.code)
        return _of_table(_actions(token.code, rows, year.tables[ACTIONS_BY_PLAN], content), anchor)
    figure = content.figures.get(token.code)
    if figure is None:
        words, sentence = words_table(Words("", token.code, "There is nothing to tell."), content)
        heading = words.caption if words else content.tables[token.code].title
        return PrintBlock(anchor, heading, sentence=sentence, table=words)
    if token.kind == "chart":
        return _drawn(figure, token.by, anchor, content)
    if token.by:
        return _of_table(parts_table(figure, token.by, _across(token.by), content), anchor)
    return _of_table(_one_figure(figure, content), anchor)


def _actions(named: str, rows: Sequence[tuple[str, ...]], table: FrozenTable, content: ReportContent) -> PrintTable:
    """The actions of one plan under its title; of several plans that follow from one thing, each with its plan."""
    if is_same({row[0] for row in rows}):
        one = replace(table, rows=tuple((rows[0][0], *row[1:]) for row in rows))
        (found,), _none = grouped_tables(Grouped("", ACTIONS_BY_PLAN, ""), replace(content, tables={ACTIONS_BY_PLAN: one}))
        return found
    several = replace(table, title=f"{table.title}: {lower_first(named)}", rows=tuple(rows))
    words, _none = words_table(Words("", ACTIONS_BY_PLAN, ""), replace(content, tables={ACTIONS_BY_PLAN: several}))
    return cast("PrintTable", words)


def _of_table(table: PrintTable, anchor: str) -> PrintBlock:
    return PrintBlock(anchor, table.caption, table=table)


def _across(dimension: str) -> str:
    told = dimension.replace("_", " ")
    return f"{told[0].upper()}{told[1:]}"


def _quoted(row: tuple[str, ...], anchor: str, heading: str, who: str) -> PrintBlock:
    text = row[1]
    said = Said(who, tuple(line.strip() for line in text.split("\n") if line.strip()))
    return PrintBlock(anchor, heading, said=(said,))


def _one_figure(figure: FrozenFigure, content: ReportContent) -> PrintTable:
    alone = replace(content, figures={figure.code: figure})
    table = key_figures(KeyFigures("", (figure.code,)), alone)
    return replace(cast("PrintTable", table), caption=f"{figure.title}, {content.year} and the year before")


def _drawn(figure: FrozenFigure, dimension: str, anchor: str, content: ReportContent) -> PrintBlock:
    heading = f"{figure.title} by {_across(dimension).lower()}"
    chart = lines(figure, heading, content) if dimension == "month" else bars(figure, dimension, heading)
    return PrintBlock(anchor, heading, charts=(chart,), table=parts_table(figure, dimension, _across(dimension), content))
