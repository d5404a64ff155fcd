"""Each shape of the report, made of the demonstration's inputs, shows every row of the outlines; no section is empty."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from foundation.figures import FigureKind, FigureSpec, FigureValue, all_text_tables
from reporting.report.document import LaidOut, lay_out
from reporting.report.money import ROUNDED
from reporting.report.printed import PrintBlock, PrintTable, ReportContent
from reporting.rules.catalogue import catalogue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenTable, Source
from reporting.rules.gathered import ChildPopulation, Gathered, YearOfFigures
from reporting.rules.returns import PrintedHeading, PrintedPart, PrintedReturn, PrintedRound
from reporting.rules.templates import TEMPLATES, Template
from tests.reporting.outlines import ROWS
from tests.reporting.printed import AS_AT, YEAR, demo_content, demo_word_tables, published_by_others

NUMBERS = {"One": 64, "Another": 36}
WHOLE = sum(NUMBERS.values())
COUNTED_BY_PARTS = {"plans.open", "budget.expenditure"}
"""The inputs know only the wholes of these; the apps count them with their parts."""
RATIOS = {FigureKind.PERCENTAGE, FigureKind.RATE, FigureKind.MEAN}


OBJECTIVES = PrintedRound(
    "NM-6-2222-2222", "Objectives of each agency", "by_agency", "none",
    (PrintedHeading(1, "Objectives", (PrintedPart("objectives", "", ("We intend", "Outcome", "We did", "What changed")),)),),
    (PrintedReturn("NM-6-2222-2223", "The police", True, "", {"objectives": [["See children", "Heard", "Twice", "More"]]}),),
)  # fmt: skip


def invented(spec: FigureSpec) -> FigureValue:
    """A figure of an app with two parts in each of its breakdowns."""
    if spec.kind in RATIOS:
        by = {one: {label: (number, 2 * number) for label, number in _parts(spec, one).items()} for one in spec.breakdowns}
        return FigureValue(spec.code, YEAR.label, Decimal(50), WHOLE, 2 * WHOLE, by)
    if spec.kind == FigureKind.MONEY:
        money = {one: {label: Decimal(number) for label, number in _parts(spec, one).items()} for one in spec.breakdowns}
        return FigureValue(spec.code, YEAR.label, Decimal(WHOLE), by=money)
    return FigureValue(spec.code, YEAR.label, WHOLE, by={one: _parts(spec, one) for one in spec.breakdowns})


def _parts(spec: FigureSpec, dimension: str) -> Mapping[str, int]:
    if dimension == "month":
        return {month.label: WHOLE - 11 * 8 if place == 11 else 8 for place, month in enumerate(YEAR.months)}
    if dimension.count("_") and {"category", "group"} & set(dimension.split("_")):
        return {f"{label}: {label}": number for label, number in NUMBERS.items()}
    return NUMBERS


def _table(code: str, title: str, meaning: str, columns: tuple[str, ...], app: str) -> FrozenTable:
    rows = tuple(tuple(f"{column} {number}" for column in columns) for number in (1, 2))
    return FrozenTable(code, title, meaning, columns, rows, YEAR.label, "2026-03-31", Source("live", app))


@pytest.fixture(scope="module")
def content() -> ReportContent:
    """The demonstration's inputs; what the apps count and write is invented, since nothing of it is an input."""
    demo, specs = demo_content(), catalogue()
    live = {code: ("app", invented(spec)) for code, spec in specs.items() if code not in demo.figures or code in COUNTED_BY_PARTS}
    children = ChildPopulation(2025, 95_309, "mid-year estimate")
    now, before = (YearOfFigures(one.label, one.end, live, population=children) for one in (YEAR, YEAR.previous()))
    figures = {one.code: one for one in freeze(Gathered(now, before, published_by_others(), {}, {}, AS_AT), specs)}
    tables = {one.code: _table(one.code, one.title, one.meaning, one.columns, app) for app, one in all_text_tables()}
    return replace(demo, figures={**demo.figures, **figures}, tables={**tables, **demo_word_tables()}, returns=(OBJECTIVES,))


def laid_out(content: ReportContent, template: Template) -> LaidOut:
    return lay_out(replace(content, chapters=template.chapters))


def blocks_of(report: LaidOut) -> Iterator[PrintBlock]:
    for chapter in report.chapters:
        yield from chapter.blocks


def tables_of(report: LaidOut) -> Iterator[PrintTable]:
    for block in blocks_of(report):
        yield from (*((block.table,) if block.table else ()), *block.tables)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_every_row_is_found_by_its_heading(content: ReportContent, template: Template) -> None:
    headings = {block.heading for block in blocks_of(laid_out(content, template))}
    assert {row: heading for row, heading in ROWS[template.code].items() if heading not in headings} == {}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_no_section_is_empty(content: ReportContent, template: Template) -> None:
    report = laid_out(content, template)
    for block in blocks_of(report):
        assert block.table or block.tables or block.tiles or block.charts or block.said or block.returns or block.sentence, block
    assert all(chapter.blocks or str(chapter.narrative).strip() for chapter in report.chapters)
    assert all(table.rows and all(len(row) == len(table.headings) for row in table.rows) for table in tables_of(report))
    assert {chapter.title for chapter in report.chapters} == {chapter.title for chapter in template.chapters}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_every_new_table_says_where_it_comes_from_and_of_which_day(content: ReportContent, template: Template) -> None:
    looks = {"two", "three", "verdicts", "requirements", "pairs", "scorecard", "trends", "compared", "shared"}
    for table in tables_of(laid_out(content, template)):
        if table.look in looks:
            assert "as at " in table.note, table.caption


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.code)
def test_shares_add_up_to_a_hundred_or_say_that_they_may_not(content: ReportContent, template: Template) -> None:
    for table in tables_of(laid_out(content, template)):
        for place, heading in enumerate(table.headings):
            if heading.text != "Share" or not table.total:
                continue
            texts = [row[place].text for number, row in enumerate(table.rows) if number not in table.sums]
            if not all(re.fullmatch(r"[\d.]+%", text) for text in texts):
                continue
            summed = sum(Decimal(text.removesuffix("%")) for text in texts)
            assert summed == Decimal("100.0") or ROUNDED in table.note, table.caption
            assert table.total[place].text == "100.0%"


def test_every_drawing_has_words_for_those_who_do_not_see_it(content: ReportContent) -> None:
    for template in TEMPLATES:
        for block in blocks_of(laid_out(content, template)):
            assert all(len(chart.description) > 20 for chart in block.charts), block.heading
