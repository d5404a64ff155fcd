"""A published edition as pages of the web: the same chapters, pictures and tables as its PDF, from what the edition keeps."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.core.cache import cache
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from foundation.calendar import FinancialYear
from reporting.models import Edition
from reporting.report.document import LaidOut, lay_out
from reporting.report.printed import ReportContent
from reporting.rules.frozen import from_json, tables_from_json
from reporting.rules.outline import GLOSSARY_TITLE, SOURCES_TITLE
from reporting.rules.returns import PrintedRound
from reporting.rules.templates import chapters_from_json

DEFINITIONS = "?chapter=sources"
"""Where the definitions of the figures stand, beside each chapter of the same edition."""
KEPT_FOR = 86_400
"""Seconds; an edition never changes."""
WHOLE = "all"
"""What asks for every chapter on one page."""
_HEADING = re.compile(r"<(/?)h([1-5])\b")


def content_of(edition: Edition) -> ReportContent:
    """What a report was made from, out of its edition."""
    year = FinancialYear.from_label(edition.year)
    return ReportContent(
        edition.year,
        year.end,
        from_json(edition.figures),
        edition.narrative,
        edition.acronyms,
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


class Chapter(Protocol):
    """Whatever a report is read by."""

    @property
    def anchor(self) -> str:
        """By what it is asked for."""


Of = TypeVar("Of", bound=Chapter)


@dataclass(frozen=True)
class Opened(Generic[Of]):
    """Where a reader is in a report: one chapter with those beside it, or (`chapter` None) everything on one page."""

    chapters: Sequence[Of]
    chapter: Of | None
    before: Of | None = None
    after: Of | None = None

    @property
    def shown(self) -> Sequence[Of]:
        """What is read here."""
        return [self.chapter] if self.chapter else self.chapters


def opened_at(chapters: Sequence[Of], wanted: str) -> Opened[Of]:
    """The chapter of this name, `all` of them, or where there is none the first."""
    if wanted == WHOLE:
        return Opened(chapters, None)
    place = next((place for place, one in enumerate(chapters) if one.anchor == wanted), 0)
    beside = (None, *chapters, None)
    return Opened(chapters, chapters[place], beside[place], beside[place + 2])


def web_chapters(edition: Edition) -> list[WebChapter]:
    """The chapters of an edition with glossary and sources, drawn once and kept."""
    key = f"reporting.published.linked.{edition.reference}"
    found: list[tuple[str, str, str]] | None = cache.get(key)
    if found is None:
        found = [(one.anchor, one.title, str(one.html)) for one in _drawn(lay_out(content_of(edition)))]
        cache.set(key, found, KEPT_FOR)
    return [WebChapter(anchor, title, mark_safe(html)) for anchor, title, html in found]  # noqa: S308  # drawn here


def _drawn(laid_out: LaidOut) -> Iterator[WebChapter]:
    for one in laid_out.chapters:
        yield WebChapter(
            one.anchor,
            one.title,
            render_to_string("reporting/published/chapter.html", {"chapter": one, "definitions": DEFINITIONS}),
        )
    if laid_out.glossary.entries:
        html = render_to_string("reporting/published/glossary.html", {"glossary": laid_out.glossary.entries})
        yield WebChapter("glossary", GLOSSARY_TITLE, html)
    sources = {**laid_out.sources, "definitions": DEFINITIONS}
    yield WebChapter("sources", SOURCES_TITLE, render_to_string("reporting/published/sources.html", sources))
