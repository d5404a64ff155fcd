"""The report as one HTML document: chapters, glossary and sources, with contents that point at them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from foundation.clock import LONDON
from foundation.design.context import partnership_of_settings
from foundation.markdown import to_html
from reporting.disclosure import LEGEND
from reporting.report import content as made
from reporting.report.charts import bars, lines
from reporting.report.content import PrintBlock, PrintChapter, ReportContent
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.frozen import FrozenFigure
from reporting.rules.glossary import Glossary, glossary
from reporting.rules.narrative import filled
from reporting.rules.outline import (
    CHAPTERS,
    GLOSSARY_TITLE,
    SOURCES_TITLE,
    Balance,
    Bars,
    Block,
    Chapter,
    Grid,
    KeyFigures,
    Lines,
    PartsTable,
    Shares,
    Tiles,
    Words,
)

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Report:
    """A report ready to be printed."""

    html: str
    title: str
    unknown_acronyms: tuple[str, ...]


def make_report(content: ReportContent, *, progress: Progress) -> Report:
    """Lay out every chapter that has something to say; `progress` hears how many blocks are drawn, of how many."""
    total = sum(len(chapter.blocks) for chapter in CHAPTERS)
    chapters, drawn = [], 0
    for chapter in CHAPTERS:
        blocks = []
        for block in chapter.blocks:
            blocks += _blocks(chapter, block, content)
            drawn += 1
            progress(drawn, total)
        narrative = _narrative(chapter.key, content)
        if narrative or blocks:
            chapters.append(PrintChapter(chapter.key, chapter.title, narrative, tuple(blocks)))
    body = SafeString("".join(render_to_string("reporting/report/chapter.html", {"chapter": one}) for one in chapters))
    sources = render_to_string("reporting/report/sources.html", _sources(content))
    words = _glossary(f"{readable(body)} {readable(sources)}", content)
    title = f"Yearly report {content.year}"
    html = render_to_string(
        "reporting/report/report.html",
        {
            "title": title,
            "partnership": partnership_of_settings(),
            "year": content.year,
            "year_end": content.year_end,
            "as_at": content.as_at.astimezone(LONDON),
            "chapters": chapters,
            "body": body,
            "glossary": words.entries,
            "glossary_title": GLOSSARY_TITLE,
            "sources": sources,
            "sources_title": SOURCES_TITLE,
        },
    )
    return Report(html, f"{partnership_of_settings().name}: {title}", words.unknown)


def _narrative(section: str, content: ReportContent) -> SafeString:
    text = content.narrative.get(section, "")
    return mark_safe(_plain(to_html(filled(text, content.figures)))) if text.strip() else SafeString("")  # noqa: S308  # cleaned there


def _plain(html: str) -> str:
    return html.replace(' class="govuk-body"', "")


def readable(html: str) -> str:
    """What can be read, with the cells of a table kept apart."""
    return strip_tags(html.replace("<", " <"))


def _glossary(text: str, content: ReportContent) -> Glossary:
    partnership = partnership_of_settings()
    return glossary(text, content.acronyms, ignored=f"{partnership.name} {partnership.short_name} {partnership.area}".split())


def _sources(content: ReportContent) -> dict[str, object]:
    order = {code: place for place, code in enumerate(_codes_in_order())}
    last = len(order)
    figures = sorted(
        content.figures.values(),
        key=lambda one: (order.get(one.code, order.get(f"{one.code}{RATE_SUFFIX}", last)), one.code),
    )
    marks = {figure.text for figure in figures} | {part.text for figure in figures for by in figure.by for part in by.parts}
    return {
        "table": made.source_table(figures),
        "figures": figures,
        "exempt": made.exempt_figures(figures),
        "legend": [(mark.value, words) for mark, words in LEGEND.items() if mark.value in marks],
        "as_at": content.as_at.astimezone(LONDON),
    }


def _codes_in_order() -> Iterator[str]:
    seen = set()
    for chapter in CHAPTERS:
        for block in chapter.blocks:
            codes = block.codes if isinstance(block, (Tiles, KeyFigures)) else (block.code,)
            for code in codes:
                if code not in seen:
                    seen.add(code)
                    yield code


# -- blocks ---------------------------------------------------------------------------------------------------


def _blocks(chapter: Chapter, block: Block, content: ReportContent) -> list[PrintBlock]:
    """What a block of the outline becomes; nothing when there are no figures for it."""
    drawn = _drawn(block, f"{chapter.key}-{slugify(block.heading)}", content)
    return [] if drawn is None else [drawn]


def _drawn(block: Block, anchor: str, content: ReportContent) -> PrintBlock | None:
    match block:
        case Tiles():
            tiles = made.tiles(block, content.figures)
            return PrintBlock(anchor, block.heading, tiles=tiles) if tiles else None
        case KeyFigures():
            table = made.key_figures(block, content)
            return PrintBlock(anchor, block.heading, table=table) if table else None
        case PartsTable():
            table, sentence = made.parts_of(block, content)
            return PrintBlock(anchor, block.heading, table=table, sentence=sentence) if table or sentence else None
        case Words():
            table, sentence = made.words_table(block, content)
            return PrintBlock(anchor, block.heading, table=table, sentence=sentence) if table or sentence else None
        case Grid():
            table = made.grid(block, content)
            return PrintBlock(anchor, block.heading, table=table) if table else None
        case Balance():
            sentence = made.balance(content.figures.get(block.code), content.figures.get(block.spending))
            return PrintBlock(anchor, block.heading, sentence=sentence) if sentence else None
        case Shares():
            return _shares(block, anchor, content)
        case Lines() | Bars():
            return _charted(block, anchor, content)


def _shares(block: Shares, anchor: str, content: ReportContent) -> PrintBlock | None:
    table = made.share_table(block, content)
    if table is None:
        return None
    chart = bars(content.figures[block.code], block.dimension, block.heading).as_img() if block.chart else None
    return PrintBlock(anchor, block.heading, chart=chart, table=table)


def _charted(block: Lines | Bars, anchor: str, content: ReportContent) -> PrintBlock | None:
    dimension = "month" if isinstance(block, Lines) else block.dimension
    figure: FrozenFigure | None = content.figures.get(block.code)
    if figure is None or not figure.parts(dimension):
        return None
    across = "Month" if isinstance(block, Lines) else block.across
    chart = lines(figure, block.heading, content) if isinstance(block, Lines) else bars(figure, dimension, block.heading)
    table = made.parts_table(figure, dimension, across, content)
    return PrintBlock(anchor, block.heading, chart=chart.as_img(), table=table)
