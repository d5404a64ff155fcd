"""Wording of the report's pages."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from foundation.design.words import lower_first, moment
from reporting.models import Compilation, Edition
from reporting.report.content import comparator_words, source_words
from reporting.report.printed import ReportContent
from reporting.report.published import WebChapter, content_of, web_chapters
from reporting.rules.blocks import named_in
from reporting.rules.frozen import FrozenFigure, FrozenTable
from reporting.rules.narrative import placed_in

REST, REST_TITLE = "rest", "What stands in no chapter"


@dataclass(frozen=True)
class FigureRow:
    """One figure in the table of an edition."""

    code: str
    title: str
    meaning: str
    text: str
    earlier: str
    change: str
    worked_out: str
    source: str
    comparators: str


@dataclass(frozen=True)
class WordsTable:
    """One table of words of an edition, each cell with the heading that stands over it."""

    table: FrozenTable
    rows: list[list[tuple[str, str]]]


@dataclass(frozen=True)
class ChapterRead:
    """A chapter of an edition as it is read before it is approved: what it prints, and where each of its figures comes from.

    `tables`: the tables of words that no chapter prints.
    """

    printed: WebChapter
    rows: Sequence[FigureRow]
    tables: Sequence[WordsTable] = ()

    @property
    def anchor(self) -> str:
        """By what it is asked for."""
        return self.printed.anchor

    @property
    def title(self) -> str:
        """Its title."""
        return self.printed.title


def chapters_to_read(edition: Edition) -> list[ChapterRead]:
    """The chapters of an edition, each with its figures; glossary and sources; last what stands in none of them."""
    content = content_of(edition)
    named = _named_by_chapter(content)
    nowhere = {*content.figures, *content.tables}.difference(*named.values())
    found = [ChapterRead(one, _rows(content, named.get(one.anchor, ()))) for one in web_chapters(edition)]
    tables = [_words_table(row) for code, row in content.tables.items() if code in nowhere and row.rows]
    rest = ChapterRead(WebChapter(REST, REST_TITLE, SafeString()), _rows(content, nowhere), tables)
    return [*found, rest] if rest.rows or rest.tables else found


def _named_by_chapter(content: ReportContent) -> dict[str, set[str]]:
    """The codes that each chapter names, in its blocks and in its text."""
    return {one.key: {*named_in(one.blocks), *placed_in(content.narrative.get(one.key, ""))[0]} for one in content.chapters}


def _rows(content: ReportContent, codes: Container[str]) -> list[FigureRow]:
    return [_figure_row(row) for code, row in content.figures.items() if code in codes]


def _words_table(table: FrozenTable) -> WordsTable:
    return WordsTable(table, [list(zip(table.columns, row, strict=True)) for row in table.rows])


def _figure_row(figure: FrozenFigure) -> FigureRow:
    worked_out = ""
    if figure.numerator is not None and figure.denominator is not None:
        worked_out = f"{figure.numerator:,} of {figure.denominator:,}"
    return FigureRow(
        figure.code,
        figure.title,
        figure.meaning,
        figure.text,
        figure.earlier.text if figure.earlier else "–",
        figure.change.sentence if figure.change else "–",
        worked_out,
        " ".join(filter(None, (f"{source_words(figure)}.", figure.note))),
        comparator_words(figure),
    )


def progress_words(compilation: Compilation) -> str:
    """How far a compilation is, in one sentence."""
    if compilation.state == Compilation.State.DONE:
        return "The report is compiled."
    if compilation.state == Compilation.State.FAILED:
        return "The report was not compiled."
    if compilation.state == Compilation.State.CANCELLED:
        return "The compilation was cancelled."
    stage = Compilation.Stage(compilation.stage)
    if stage not in STAGES:
        return f"{stage.label}."
    return f"Step {_step(stage)}: {lower_first(str(stage.label))}."


def _step(stage: Compilation.Stage) -> str:
    return f"{STAGES.index(stage) + 1} of {len(STAGES)}"


def cancelled_words(compilation: Compilation, names: Mapping[str, str]) -> str:
    """Who cancelled a compilation, when, and how far it was; empty for any other."""
    if compilation.state != Compilation.State.CANCELLED or compilation.cancelled_at is None:
        return ""
    who, stage = names.get(compilation.cancelled_by, ""), Compilation.Stage(compilation.stage)
    by = f" by {who}" if who else ""
    far = f"in step {_step(stage)}, {lower_first(str(stage.label))}" if stage in STAGES else "before it had started"
    return f"Cancelled{by} on {moment(compilation.cancelled_at)}, {far}. Nothing of it was kept: there is no edition of it."


STAGES = (
    Compilation.Stage.FIGURES,
    Compilation.Stage.CHARTS,
    Compilation.Stage.PAGES,
    Compilation.Stage.CHECKS,
    Compilation.Stage.SAVING,
)


def stage_list(compilation: Compilation) -> list[dict[str, str]]:
    """Every stage with its state in a word: done, now, to come; of one that was cancelled: done, stopped, not begun."""
    places = {stage: place for place, stage in enumerate(STAGES)}
    if compilation.state == Compilation.State.DONE:
        here = len(STAGES)
    else:
        here = places.get(Compilation.Stage(compilation.stage), -1)
    now = "Stopped" if compilation.state == Compilation.State.CANCELLED else "Now"
    later = "Not begun" if compilation.state == Compilation.State.CANCELLED else "To come"
    return [
        {"text": str(stage.label), "state": "Done" if place < here else now if place == here else later}
        for place, stage in enumerate(STAGES)
    ]


def json_document(edition: Edition) -> dict[str, object]:
    """An edition's figures as they are downloaded: what was hashed stands under `figures`."""
    return {
        "edition": edition.reference,
        "year": edition.year,
        "number": edition.number,
        "as_at": edition.as_at.isoformat(),
        "compiled_at": edition.compiled_at.isoformat(),
        "sha256": edition.figures_sha256,
        "pdf_sha256": edition.pdf_sha256,
        "narrative_sha256": edition.narrative_sha256,
        "figures": edition.figures,
        "returns_sha256": edition.returns_sha256,
        "returns": edition.returns,
        "tables_sha256": edition.tables_sha256,
        "tables": edition.tables,
    }


def file_stem(edition: Edition) -> str:
    """The name of an edition's files without their ending."""
    return f"yearly-report-{edition.year}-edition-{edition.number}"


def comparison_links(edition: Edition, others: Sequence[Edition]) -> list[dict[str, str]]:
    """Where an edition can be held against another."""
    return [
        {
            "text": f"What changed since edition {other.number}"
            if other.number < edition.number
            else f"What edition {other.number} changed",
            "href": reverse("reporting:compare", args=[edition.reference, other.reference]),
        }
        for other in others
        if other.pk != edition.pk
    ]
