"""The draft of a chapter as it would be printed today: its text with what is placed in it, its blocks, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from foundation.calendar import FinancialYear
from foundation.figures import FigureSpec
from reporting.report.document import blocks_of
from reporting.report.inserted import passages
from reporting.report.printed import Passage, PrintChapter, ReportContent
from reporting.rules.narrative import Offered, problems
from reporting.rules.returns import PrintedRound
from reporting.selectors.catalogue import known_figures
from reporting.selectors.placing import YearAsItStands, placeable, year_as_it_stands
from reporting.selectors.returns import returns_to_print
from reporting.selectors.templates import template_for


@dataclass(frozen=True)
class Preview:
    """A text as it would be printed, and the sentences that say why it cannot be printed as it is."""

    passages: Sequence[Passage]
    problems: Sequence[str]
    year: YearAsItStands

    @property
    def as_at(self) -> datetime:
        """When what is placed was looked up."""
        return self.year.as_at


def preview(
    year: FinancialYear, section: str, title: str, text: str, offered: Offered | None = None,
    known: dict[str, FigureSpec] | None = None,
) -> Preview:  # fmt: skip
    """A text of a chapter with what is placed in it; tokens that cannot be filled stay as they are written.

    `offered`: where its author may place some of all that there is only. `known`: every figure, where it is at hand.
    """
    stands, known = year_as_it_stands(year), known_figures() if known is None else known
    wrong = problems(text, known, blocks=placeable(known), year=stands.told, offered=offered)
    shown = passages(section, _content(year, section, text, stands), leaving={one.token for one in wrong})
    return Preview(shown, [one.sentence(title) for one in wrong], stands)


def draft_chapter(year: FinancialYear, section: str, title: str, text: str) -> tuple[PrintChapter, Preview]:
    """A whole chapter of the draft: its text and the blocks that the shape of the year's report has there."""
    shown = preview(year, section, title, text)
    outline = next((one for one in template_for(year).chapters if one.key == section), None)
    content = _content(year, section, "", shown.year, returns_to_print(year, shown.as_at))
    blocks = tuple(blocks_of(outline, content)) if outline else ()
    return PrintChapter(section, title, tuple(shown.passages), blocks), shown


def _content(
    year: FinancialYear, section: str, text: str, stands: YearAsItStands, returns: tuple[PrintedRound, ...] = ()
) -> ReportContent:
    return ReportContent(
        year.label,
        year.end,
        stands.told.figures,
        {section: text},
        {},
        stands.as_at,
        returns=returns,
        tables=stands.told.tables,
    )
