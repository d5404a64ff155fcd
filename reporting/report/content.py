"""What each block of a report shows, made from its figures and words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from foundation.design import words
from foundation.figures import DisclosureClass, FigureKind
from foundation.numbers import percent_text, percentage
from reporting.disclosure import Mark
from reporting.report.printed import (
    NOT_SHOWN,
    RATINGS,
    Cell,
    PrintTable,
    ReportContent,
    Said,
    Tile,
)
from reporting.rules.adding_up import adds_up
from reporting.rules.blocks import Grid, Grouped, KeyFigures, PartsTable, Statement, Tiles, Tree, Words
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.frozen import FrozenFigure, FrozenTable, Part

SOURCES = {
    "referrals": "This portal: forms, contacts and checks at the front door",
    "referrals.forms": "This portal: forms sent to the front door",
    "referrals.contacts": "This portal: contacts and referrals at the front door",
    "referrals.checks": "This portal: checks that agencies were asked for",
    "referrals.casework": "This portal: episodes and assessments of children’s social care",
    "referrals.early_help": "This portal: early help for families",
    "referrals.steps": "This portal: steps between early help and social care",
    "referrals.disagreements": "This portal: professional disagreements",
    "referrals.local_help": "This portal: the directory of local help",
    "referrals.disagreement_stages": "This portal: professional disagreements",
    "referrals.early_help_needs": "This portal: early help for families",
    "referrals.early_help_standing": "This portal: early help for families",
    "referrals.harms": "This portal: worries that were told at the front door",
    "referrals.help_before": "This portal: help that was given before a referral",
    "referrals.levels": "This portal: levels of need at the front door",
    "referrals.marks": "This portal: marks of contacts at the front door",
    "referrals.notice_schools": "This portal: notices to schools",
    "referrals.per_child": "This portal: contacts and referrals at the front door",
    "referrals.per_form": "This portal: forms sent to the front door",
    "referrals.quality": "This portal: the quality of referrals",
    "referrals.school_notices": "This portal: notices to schools",
    "protection.scaling": "This portal: discussions, enquiries, conferences, core groups and visits",
    "protection.plans": "This portal: child protection plans",
    "protection.meetings": "This portal: discussions, enquiries, conferences, core groups and visits",
    "protection.month_ends": "This portal: child protection plans, to the nearest five",
    "reviews.incidents": "This portal: serious incidents and reviews",
    "reviews.children": "This portal: serious incidents and reviews",
    "reviews.deaths": "This portal: reviews of child deaths",
    "reviews.findings": "This portal: findings of reviews",
    "board.trends": "This portal: themes of recommendations and challenges",
    "board.membership": "This portal: the structure of the partnership",
    "board.work_streams": "This portal: the partnership’s business plan",
    "reporting.words": "This portal: tables of words of the report",
    "reporting.returns": "This portal: returns of agencies and working groups",
    "reporting.scorecard": "This portal: the scorecard of indicators",
    "reporting.checklist": "This portal: the statutory checklist of the report",
    "board.actions": "This portal: action plans",
    "board.recommendations": "This portal: recommendations and the actions that answer them",
    "board.budget": "This portal: the partnership’s budget",
    "board.value_for_money": "This portal: the partnership’s budget",
    "board.risks": "This portal: the risk register",
    "board.scrutiny": "This portal: what the independent scrutineer wrote",
    "board.structure": "This portal: the structure of the partnership",
    "board.actions_by_plan": "This portal: action plans",
    "board.business_plan": "This portal: the partnership’s business plan",
    "board.voice": "This portal: feedback of children, families and practitioners",
    "board.quotes": "This portal: feedback of children, families and practitioners",
    "board.arrangements": "This portal: the published arrangements",
    "board.policies": "This portal: the library of policies",
    "board.letters": "This portal: letters of the executive",
    "board.reforms": "This portal: national reforms",
    "board.meetings": "This portal: meetings and who came to them",
    "board.challenges": "This portal: the log of challenges",
}


def source_words(figure: FrozenFigure | FrozenTable) -> str:
    """Where a figure or a table of words comes from, in words."""
    if figure.source.kind == "live":
        return SOURCES.get(figure.source.name, f"This portal: {figure.source.name}")
    if figure.source.kind == "derived":
        return f"Worked out from: {figure.source.name}"
    return figure.source.name


def source_line(told: Iterable[FrozenFigure | FrozenTable]) -> str:
    """Where figures or tables come from, each source once, and up to which day they speak."""
    by_day: dict[str, dict[str, None]] = {}
    for one in told:
        by_day.setdefault(one.as_at, {})[source_words(one)] = None
    days = (f"{'; '.join(sources)}, as at {words.date(date.fromisoformat(day))}" for day, sources in by_day.items())
    return f"Source: {'; '.join(days)}."


EXEMPT = {
    DisclosureClass.EVENTS: "Work of the partnership itself, which says nothing of one child: four rapid reviews are four",
    DisclosureClass.MONEY: "Money",
    DisclosureClass.PUBLISHED: "Published elsewhere already, and printed as it was published",
}


@dataclass(frozen=True)
class Exempt:
    """Why the small numbers of some figures are printed, and their titles."""

    why: str
    titles: tuple[str, ...]


def exempt_figures(figures: Iterable[FrozenFigure]) -> tuple[Exempt, ...]:
    """The figures in which small numbers are not hidden, by the reason; the note to every page that prints figures."""
    listed = list(figures)
    found = (Exempt(why, tuple(figure.title for figure in listed if figure.disclosure == kind)) for kind, why in EXEMPT.items())
    return tuple(one for one in found if one.titles)


def tiles(block: Tiles, figures: Mapping[str, FrozenFigure]) -> tuple[Tile, ...]:
    """The tiles of the figures that there are."""
    return tuple(_tile(figures[code], figures) for code in block.codes if code in figures)


def _tile(figure: FrozenFigure, figures: Mapping[str, FrozenFigure]) -> Tile:
    shown_on_a_day = figure.kind in {"state", "rate"}
    return Tile(
        code=figure.code,
        title=figure.title,
        text=figure.text,
        unit=_unit(figure),
        change=figure.change.short if figure.change else "",
        direction=figure.change.direction if figure.change else "",
        before=_counted_before(figure, figures),
        comparators=comparator_words(figure),
        as_at=date.fromisoformat(figure.as_at) if shown_on_a_day else None,
    )


def _unit(figure: FrozenFigure) -> str:
    if figure.kind == "rate" and figure.numerator is not None:
        return f"per 10,000; {figure.numerator:,} children"
    if figure.kind == "percentage" and figure.numerator is not None:
        return f"{figure.numerator:,} of {figure.denominator or 0:,}"
    return figure.unit


def _counted_before(figure: FrozenFigure, figures: Mapping[str, FrozenFigure]) -> str:
    """How many children were behind a rate in the year before: "3,451 children in 2024-25"; empty where that is not known."""
    counted = figures.get(figure.code.removesuffix(RATE_SUFFIX)) if figure.kind == "rate" else None
    return f"{counted.earlier.text} {counted.unit} in {counted.earlier.period}" if counted and counted.earlier else ""


def comparator_words(figure: FrozenFigure) -> str:
    """ "London 347, Statistical neighbours 355 (2024-25)"; empty without comparators."""
    by_period: dict[str, list[str]] = {}
    for row in figure.others:
        by_period.setdefault(row.period, []).append(f"{row.who} {row.text}")
    return "; ".join(f"{', '.join(rows)} ({period})" for period, rows in by_period.items())


def key_figures(block: KeyFigures, content: ReportContent) -> PrintTable | None:
    """This year beside the year before."""
    figures = [content.figures[code] for code in block.codes if code in content.figures]
    if not figures:
        return None
    return PrintTable(
        f"{content.year} and the year before",
        (Cell("Figure"), Cell(content.year_before, numeric=True), Cell(content.year, numeric=True), Cell("Change")),
        tuple(
            (
                Cell(figure.title, code=figure.code),
                Cell(figure.earlier.text if figure.earlier else NOT_SHOWN, numeric=True),
                Cell(figure.text, numeric=True),
                Cell(change_alone(figure)),
            )
            for figure in figures
        ),
        note=source_line(figures),
        look="key",
    )


def change_alone(figure: FrozenFigure) -> str:
    """The change without the value that it started from, for a table where that stands beside it."""
    return re.split(r",? (?:on|from) ", figure.change.sentence)[0].removesuffix(".") if figure.change else NOT_SHOWN


def parts_table(figure: FrozenFigure, dimension: str, across: str, content: ReportContent) -> PrintTable:
    """One breakdown, with the year before beside it where that has one."""
    now, before = figure.parts(dimension), figure.earlier_parts(dimension)
    by_month = dimension == "month"
    earlier = [part.text for part in before] if by_month else {part.label: part.text for part in before}
    headings = [Cell(across), Cell(content.year, numeric=True)]
    if before:
        headings.insert(1, Cell(content.year_before, numeric=True))
    rows = []
    for place, part in enumerate(now):
        row = [Cell(part.label.rsplit(" ", 1)[0] if by_month else part.label), Cell(part.text, numeric=True)]
        if before:
            row.insert(1, Cell(_at(earlier, place, part), numeric=True))
        rows.append(tuple(row))
    total: tuple[Cell, ...] = ()
    if figure.kind in {"count", "state"} and adds_up(FigureKind(figure.kind), dimension) and _adds_up(figure, now):
        was = figure.earlier.text if figure.earlier else NOT_SHOWN
        total = (Cell("Total"), *((Cell(was, numeric=True),) if before else ()), Cell(figure.text, numeric=True))
    caption = f"{figure.title} by {words.lower_first(across)}"
    return PrintTable(caption, tuple(headings), tuple(rows), total, note=source_line([figure]))


def _at(earlier: list[str] | dict[str, str], place: int, part: Part) -> str:
    if isinstance(earlier, dict):
        return earlier.get(part.label, NOT_SHOWN)
    return earlier[place] if place < len(earlier) else NOT_SHOWN


def _adds_up(figure: FrozenFigure, parts: Iterable[Part]) -> bool:
    values = [part.value for part in parts]
    if None in values:
        return True  # only what adds up is hidden together with its total
    return sum(int(value or 0) for value in values) == figure.value


def parts_of(block: PartsTable, content: ReportContent) -> tuple[PrintTable | None, str]:
    """The table of a breakdown, or the sentence that stands there when it is empty."""
    figure = content.figures.get(block.code)
    if figure is None:
        return None, ""
    if not figure.parts(block.dimension):
        return None, block.when_none if figure.value == 0 else ""
    return parts_table(figure, block.dimension, block.across, content), ""


def words_table(block: Words | Tree, content: ReportContent) -> tuple[PrintTable | None, str]:
    """A table of words with its source and its day, or the sentence that stands there when it has no row."""
    table = content.tables.get(block.code)
    if table is None:
        return None, ""
    if not table.rows:
        return None, block.when_none
    return PrintTable(
        f"{table.title}, {table.period}",
        tuple(Cell(heading) for heading in table.columns),
        tuple(tuple(Cell(text or NOT_SHOWN) for text in row) for row in table.rows),
        note=source_line([table]),
        look=block.look,
    ), ""


def grouped_tables(block: Grouped, content: ReportContent) -> tuple[tuple[PrintTable, ...], str]:
    """A table for each first cell, in their order, or the sentence that stands there when there is none."""
    table = content.tables.get(block.code)
    if table is None:
        return (), ""
    if not table.rows:
        return (), block.when_none
    groups: dict[str, list[tuple[str, ...]]] = {}
    for first, *rest in table.rows:
        groups.setdefault(first, []).append(tuple(rest))
    source = source_line([table])
    last = list(groups)[-1]
    return tuple(
        PrintTable(
            title,
            tuple(Cell(heading) for heading in table.columns[1:]),
            tuple(tuple(rated(text) for text in row) for row in rows),
            note=source if title == last else "",
            look="grouped",
        )
        for title, rows in groups.items()
    ), ""


def rated(text: str) -> Cell:
    """A cell of words; a rating stands beside its pattern."""
    return Cell(text or NOT_SHOWN, rag=text.lower() if text in RATINGS else "")


def statement_of(block: Statement, content: ReportContent) -> tuple[tuple[Said, ...], str, str]:
    """What was said and by whom with its source, or the sentence that stands there when nobody said anything."""
    table = content.tables.get(block.code)
    if table is None:
        return (), "", ""
    if not table.rows:
        return (), block.when_none, ""
    told = tuple(Said(who, tuple(line.strip() for line in text.split("\n") if line.strip())) for who, text in table.rows)
    return told, "", source_line([table])


def grid(block: Grid, content: ReportContent) -> PrintTable | None:
    """Two breakdowns by each other with their sums; the last line is each column's share of the whole, from what is printed."""
    figure, crossed = content.figures.get(block.code), block.crossed
    if figure is None or not figure.parts(crossed.name):
        return None
    rows, columns = figure.parts(crossed.rows), figure.parts(crossed.columns)
    cells = {part.label: part.text for part in figure.parts(crossed.name)}
    lines = [
        (
            Cell(row.label),
            *(Cell(cells.get(crossed.label(row.label, column.label), "0"), numeric=True) for column in columns),
            Cell(row.text, numeric=True),
        )
        for row in rows
    ]
    lines.append((Cell("Total"), *(Cell(column.text, numeric=True) for column in columns), Cell(figure.text, numeric=True)))
    printed_shares = [_share_of(part, figure.value) for part in (*(column.value for column in columns), figure.value)]
    return PrintTable(
        f"{figure.title} on {words.date(content.year_end)}, by {block.across}",
        (Cell(block.first), *(Cell(column.label, numeric=True) for column in columns), Cell("Total", numeric=True)),
        tuple(lines),
        (Cell("Share"), *(Cell(text, numeric=True) for text in printed_shares)),
        note=f"{source_line([figure])} Shares may not sum to 100.0% because each is rounded by itself.",
    )


def _share_of(part: int | str | None, whole: int | str | None) -> str:
    """A share of two numbers that are printed; where one is hidden, so is the share."""
    if not isinstance(part, int) or not isinstance(whole, int):
        return Mark.HIDDEN
    return percent_text(percentage(part, whole))


def source_table(figures: Iterable[FrozenFigure]) -> PrintTable:
    """Every figure of the report with its value, what it was worked out from, its source and its day."""
    return PrintTable(
        "All figures of this report",
        (Cell("Figure"), Cell("Value", numeric=True), Cell("Out of", numeric=True), Cell("Source")),
        tuple(
            (
                Cell(figure.title, code=figure.code),
                Cell(figure.text, numeric=True),
                Cell(
                    f"{figure.numerator:,} of {figure.denominator:,}"
                    if figure.numerator is not None and figure.denominator is not None
                    else NOT_SHOWN,
                    numeric=True,
                ),
                Cell(" ".join(filter(None, (f"{source_words(figure)}.", figure.note)))),
            )
            for figure in figures
        ),
        look="sources",
    )


def tables_of_sources(figures: Iterable[FrozenFigure]) -> tuple[PrintTable, ...]:
    """For paper: every figure of the report with its value and what it means, in a table for each source.

    Those that were worked out, and those that others counted, stand together: each says where it comes from.
    """
    told = list(figures)
    live = [figure for figure in told if figure.source.kind == "live"]
    worked_out = [figure for figure in told if figure.source.kind == "derived"]
    others = [figure for figure in told if figure.source.kind not in {"live", "derived"}]
    by_source: dict[str, list[FrozenFigure]] = {}
    for figure in live:
        by_source.setdefault(source_words(figure), []).append(figure)
    by_source |= {name: found for name, found in (("What others counted", others), ("Worked out", worked_out)) if found}
    return tuple(
        PrintTable(
            source,
            (Cell("Figure"), Cell("Value", numeric=True), Cell("What it means")),
            tuple((Cell(one.title), Cell(one.text, numeric=True), Cell(_meaning(one))) for one in found),
            look="sources",
        )
        for source, found in by_source.items()
    )


def _meaning(figure: FrozenFigure) -> str:
    """The definition, what was counted out of what, and what is to be noted of this value."""
    told = [figure.meaning] if figure.source.kind == "live" else [figure.meaning, f"{source_words(figure)}."]
    if figure.numerator_words:
        told.append(f"Counted: {figure.numerator_words}. Out of: {figure.denominator_words}.")
    if figure.numerator is not None and figure.denominator is not None:
        told.append(f"Here {figure.numerator:,} of {figure.denominator:,}.")
    return " ".join(filter(None, (*told, figure.note)))
