"""The report as one HTML document: chapters, glossary and sources, with contents that point at them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import slugify

from foundation.charts import Chart
from foundation.clock import LONDON
from foundation.design.context import partnership_of_settings
from foundation.design.words import lower_first
from reporting.disclosure import LEGEND
from reporting.report import comparing, money, wording
from reporting.report import content as made
from reporting.report.charts import bars, beside, groups, lines, trees
from reporting.report.inserted import passages
from reporting.report.printed import PrintBlock, PrintChapter, PrintTable, ReportContent
from reporting.report.returns import returns_html
from reporting.rules.blocks import (
    Balance,
    Bars,
    Beside,
    Block,
    Changed,
    Chapter,
    Compared,
    Grid,
    Grouped,
    KeyFigures,
    Lines,
    Money,
    Pairs,
    PartsTable,
    Profile,
    Returns,
    Scored,
    Shares,
    Shortfall,
    SideBySide,
    Statement,
    Subtotals,
    Tiles,
    Tree,
    Worded,
    Words,
    YearOnYear,
    YearsShared,
)
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.frozen import FrozenFigure
from reporting.rules.glossary import Glossary, glossary
from reporting.rules.outline import GLOSSARY_TITLE, SOURCES_TITLE

Progress = Callable[[int, int], None]
Figured = Tiles | KeyFigures | Bars | Lines | PartsTable | Grid
"""The blocks that figures fill, without those of money."""


@dataclass(frozen=True)
class Report:
    """A report ready to be printed."""

    html: str
    title: str
    unknown_acronyms: tuple[str, ...]


@dataclass(frozen=True)
class LaidOut:
    """The chapters of a report with all that stands in them, before they become pages of paper or of the web."""

    chapters: tuple[PrintChapter, ...]
    sources: dict[str, object]
    glossary: Glossary
    body: SafeString
    """The chapters as they are printed."""


def make_report(content: ReportContent, *, progress: Progress) -> Report:
    """The report to be printed; `progress` hears how many blocks are drawn, of how many."""
    laid_out = lay_out(content, progress=progress)
    title = f"Yearly report {content.year}"
    html = render_to_string(
        "reporting/report/report.html",
        {
            "title": title,
            "partnership": partnership_of_settings(),
            "year": content.year,
            "year_end": content.year_end,
            "as_at": content.as_at.astimezone(LONDON),
            "chapters": laid_out.chapters,
            "body": laid_out.body,
            "glossary": laid_out.glossary.entries,
            "glossary_title": GLOSSARY_TITLE,
            "sources": render_to_string("reporting/report/sources.html", laid_out.sources),
            "sources_title": SOURCES_TITLE,
        },
    )
    return Report(html, f"{partnership_of_settings().name}: {title}", laid_out.glossary.unknown)


def _nobody_listens(_done: int, _total: int) -> None:
    """Nobody waits for it."""


def lay_out(content: ReportContent, *, progress: Progress = _nobody_listens) -> LaidOut:
    """Every chapter that has something to say, with the glossary of what it says and the sources of its figures."""
    total = sum(len(chapter.blocks) for chapter in content.chapters)
    chapters, drawn = [], 0
    for chapter in content.chapters:
        blocks = []
        for made_of in _each(chapter, content):
            blocks += made_of
            drawn += 1
            progress(drawn, total)
        narrative = passages(chapter.key, content)
        if narrative or blocks:
            chapters.append(PrintChapter(chapter.key, chapter.title, narrative, tuple(blocks)))
    body = SafeString("".join(render_to_string("reporting/report/chapter.html", {"chapter": one}) for one in chapters))
    sources = _sources(content)
    printed = render_to_string("reporting/report/sources.html", sources)
    return LaidOut(tuple(chapters), sources, _glossary(f"{readable(body)} {readable(printed)}", content), body)


def blocks_of(chapter: Chapter, content: ReportContent) -> list[PrintBlock]:
    """What the blocks of a chapter become, without its narrative."""
    return [drawn for made_of in _each(chapter, content) for drawn in made_of]


def _each(chapter: Chapter, content: ReportContent) -> Iterator[list[PrintBlock]]:
    return (_blocks(chapter, block, content) for block in chapter.blocks)


def readable(html: str) -> str:
    """What can be read, with the cells of a table kept apart."""
    return strip_tags(html.replace("<", " <"))


def _glossary(text: str, content: ReportContent) -> Glossary:
    partnership = partnership_of_settings()
    return glossary(text, content.acronyms, ignored=f"{partnership.name} {partnership.short_name} {partnership.area}".split())


def _sources(content: ReportContent) -> dict[str, object]:
    order = {code: place for place, code in enumerate(_codes_in_order(content.chapters))}
    last = len(order)
    figures = sorted(
        content.figures.values(),
        key=lambda one: (order.get(one.code, order.get(f"{one.code}{RATE_SUFFIX}", last)), one.code),
    )
    marks = {figure.text for figure in figures} | {part.text for figure in figures for by in figure.by for part in by.parts}
    return {
        "table": made.source_table(figures),
        "tables": made.tables_of_sources(figures),
        "figures": figures,
        "exempt": made.exempt_figures(figures),
        "legend": [(mark.value, words) for mark, words in LEGEND.items() if mark.value in marks],
        "as_at": content.as_at.astimezone(LONDON),
    }


def _codes_in_order(chapters: Iterable[Chapter]) -> Iterator[str]:
    seen = set()
    for chapter in chapters:
        for block in chapter.blocks:
            if isinstance(block, Returns | Worded):
                continue
            for code in _codes(block):
                if code not in seen:
                    seen.add(code)
                    yield code


def _codes(block: Figured | Beside | Money) -> tuple[str, ...]:
    """The figures that a block tells, in order."""
    match block:
        case Tiles() | KeyFigures() | Changed():
            return block.codes
        case Compared():
            return tuple(code for _heading, code in block.columns)
        case Profile():
            return (block.code, *block.told)
        case _:
            return (block.code,)


# -- blocks ---------------------------------------------------------------------------------------------------


def _blocks(chapter: Chapter, block: Block, content: ReportContent) -> list[PrintBlock]:
    """What a block of the outline becomes; nothing when there are no figures for it."""
    if isinstance(block, Returns):
        return [
            PrintBlock(f"{chapter.key}-{number}", one.title, returns=returns_html(one))
            for number, one in enumerate(content.returns, start=1)
        ]
    anchor = f"{chapter.key}-{slugify(block.heading)}"
    if isinstance(block, Worded):
        drawn = _worded(block, anchor, content)
    elif isinstance(block, Money):
        drawn = _of_money(block, anchor, content)
    elif isinstance(block, Beside):
        drawn = _beside(block, anchor, content)
    else:
        drawn = _drawn(block, anchor, content)
    if drawn is None or isinstance(block, Worded):
        return [] if drawn is None else [drawn]
    return [drawn.meaning((*_codes(block), *((block.spending,) if isinstance(block, Balance) else ())), content)]


def _drawn(block: Figured, anchor: str, content: ReportContent) -> PrintBlock | None:
    match block:
        case Tiles():
            tiles = made.tiles(block, content.figures)
            note = made.source_line(content.figures[code] for code in block.codes if code in content.figures)
            return PrintBlock(anchor, block.heading, tiles=tiles, note=note) if tiles else None
        case KeyFigures():
            table = made.key_figures(block, content)
            shown = [content.figures[code] for code in block.drawn if code in content.figures]
            charts = (beside(shown, block.heading),) if shown else ()
            return PrintBlock(anchor, block.heading, charts=charts, table=table) if table else None
        case PartsTable():
            table, sentence = made.parts_of(block, content)
            return PrintBlock(anchor, block.heading, table=table, sentence=sentence) if table or sentence else None
        case Grid():
            table = made.grid(block, content)
            return PrintBlock(anchor, block.heading, table=table) if table else None
        case Lines() | Bars():
            return _charted(block, anchor, content)


def _beside(block: Beside, anchor: str, content: ReportContent) -> PrintBlock | None:
    """What is held against others or the year before; nothing where there is nothing to hold it against."""
    table, sentence = None, ""
    tables: tuple[PrintTable, ...] = ()
    charts: tuple[Chart, ...] = ()
    match block:
        case Compared():
            table, sentence = comparing.compared(block, content, partnership_of_settings().area)
        case YearsShared():
            table = comparing.years_shared(block, content)
        case Changed():
            table = comparing.changed(block, content)
        case Profile():
            tables, sentence = comparing.profile(block, content)
            charts = tuple(_profiles(block, content)) if tables else ()
    if not (table or tables):
        return None
    return PrintBlock(anchor, block.heading, charts=charts, table=table, tables=tables, sentence=sentence, drawn_apart=True)


def _profiles(block: Profile, content: ReportContent) -> Iterator[Chart]:
    """The breakdowns of a profile that are drawn."""
    figure = content.figures[block.code]
    for dimension, across in block.by:
        if dimension in block.drawn and figure.parts(dimension):
            yield bars(figure, dimension, f"{block.heading}, by {lower_first(across)}")


def _worded(block: Worded, anchor: str, content: ReportContent) -> PrintBlock | None:
    """What a table of words becomes, or the sentence that it has no rows; nothing where no app tells it."""
    match block:
        case Grouped():
            tables, sentence = made.grouped_tables(block, content)
            themes = (groups(content.tables[block.code], block.drawn),) if tables and block.drawn else ()
            found = PrintBlock(anchor, block.heading, charts=themes, tables=tables, sentence=sentence, drawn_apart=True)
        case Statement():
            said, sentence, note = made.statement_of(block, content)
            found = PrintBlock(anchor, block.heading, said=said, sentence=sentence, note=note)
        case Pairs():
            table, sentence = wording.paired(block, content)
            found = PrintBlock(anchor, block.heading, table=table, sentence=sentence)
        case Scored():
            table, sentence = wording.scored(block, content)
            found = PrintBlock(anchor, block.heading, table=table, sentence=sentence)
        case Words():
            table, sentence = made.words_table(block, content)
            found = PrintBlock(anchor, block.heading, table=table, sentence=sentence)
        case Tree():
            table, sentence = made.words_table(block, content)
            drawn = tuple(trees(content.tables[block.code], block)) if table else ()
            found = PrintBlock(anchor, block.heading, charts=drawn, table=table, sentence=sentence, drawn_apart=True)
    return found if found.table or found.tables or found.said or found.sentence else None


def _of_money(block: Money, anchor: str, content: ReportContent) -> PrintBlock | None:
    """What a sum of money becomes: its table, or a sentence; nothing where it is not known."""
    table, sentence = None, ""
    charts: tuple[Chart, ...] = ()
    match block:
        case Shares():
            table = money.share_table(block, content)
            if table and block.chart:
                charts = (bars(content.figures[block.code], block.dimension, block.heading),)
        case SideBySide():
            table = money.side_by_side(block, content)
        case Subtotals():
            table = money.subtotals(block, content)
        case YearOnYear():
            table = money.year_on_year(block, content)
        case Shortfall():
            sentence = money.shortfall(block, content)
        case Balance():
            sentence = money.balance(content.figures.get(block.code), content.figures.get(block.spending))
    return PrintBlock(anchor, block.heading, charts=charts, table=table, sentence=sentence) if table or sentence else None


def _charted(block: Lines | Bars, anchor: str, content: ReportContent) -> PrintBlock | None:
    dimension = "month" if isinstance(block, Lines) else block.dimension
    figure: FrozenFigure | None = content.figures.get(block.code)
    if figure is None or not figure.parts(dimension):
        return None
    across = "Month" if isinstance(block, Lines) else block.across
    chart = lines(figure, block.heading, content) if isinstance(block, Lines) else bars(figure, dimension, block.heading)
    table = made.parts_table(figure, dimension, across, content)
    return PrintBlock(anchor, block.heading, charts=(chart,), table=table)
