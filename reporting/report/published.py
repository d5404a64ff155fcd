"""A published edition as pages of the web: the same chapters, pictures and tables as its PDF, from what the edition keeps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from foundation.calendar import FinancialYear
from foundation.exports import Column, Table
from reporting.models import Acronym, Edition
from reporting.report.document import LaidOut, lay_out
from reporting.report.printed import PrintTable, ReportContent
from reporting.rules.frozen import from_json, tables_from_json
from reporting.rules.outline import GLOSSARY_TITLE, SOURCES_TITLE
from reporting.rules.returns import PrintedRound
from reporting.rules.templates import chapters_from_json

KEPT_FOR = 86_400
"""Seconds; an edition never changes."""
_HEADING = re.compile(r"<(/?)h([1-5])\b")


def content_of(edition: Edition) -> ReportContent:
    """What a report was made from, out of its edition; the glossary takes the acronyms as they are known now."""
    year = FinancialYear.from_label(edition.year)
    return ReportContent(
        edition.year,
        year.end,
        from_json(edition.figures),
        edition.narrative,
        dict(Acronym.objects.values_list("short", "meaning")),
        edition.as_at,
        returns=tuple(PrintedRound.from_json(row) for row in edition.returns),
        tables=tables_from_json(edition.tables),
        **({"chapters": chapters_from_json(edition.outline)} if edition.outline else {}),
    )


@dataclass(frozen=True)
class WebChapter:
    """One chapter of a published report as a page of the web."""

    anchor: str
    title: str
    html: SafeString

    @property
    def deeper(self) -> SafeString:
        """The same with headings one level further down, beneath the title of the chapter."""
        return mark_safe(_HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 1}", self.html))  # noqa: S308  # drawn here


def web_chapters(edition: Edition) -> list[WebChapter]:
    """The chapters of an edition with glossary and sources, drawn once and kept."""
    key = f"reporting.published.{edition.reference}"
    found: list[tuple[str, str, str]] | None = cache.get(key)
    if found is None:
        found = [(one.anchor, one.title, str(one.html)) for one in _drawn(lay_out(content_of(edition)))]
        cache.set(key, found, KEPT_FOR)
    return [WebChapter(anchor, title, mark_safe(html)) for anchor, title, html in found]  # noqa: S308  # drawn here


def _drawn(laid_out: LaidOut) -> Iterator[WebChapter]:
    for one in laid_out.chapters:
        yield WebChapter(one.anchor, one.title, render_to_string("reporting/published/chapter.html", {"chapter": one}))
    if laid_out.glossary.entries:
        html = render_to_string("reporting/published/glossary.html", {"glossary": laid_out.glossary.entries})
        yield WebChapter("glossary", GLOSSARY_TITLE, html)
    yield WebChapter("sources", SOURCES_TITLE, render_to_string("reporting/published/sources.html", laid_out.sources))


def published_tables(edition: Edition) -> Iterator[Table]:
    """Every table of an edition for a workbook, in the order in which they stand in it."""
    laid_out = lay_out(content_of(edition))
    for chapter in laid_out.chapters:
        placed = [passage.block for passage in chapter.narrative if passage.block]
        for block in (*placed, *chapter.blocks):
            for table in (*((block.table,) if block.table else ()), *block.tables):
                yield _sheet(table)
    sources = laid_out.sources["table"]
    if isinstance(sources, PrintTable):
        yield _sheet(sources)


def _sheet(table: PrintTable) -> Table:
    columns = tuple(Column(cell.text or "What") for cell in table.headings)
    return Table(table.caption, columns, [[cell.text for _heading, cell in row] for row in table.labelled])
