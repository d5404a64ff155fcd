"""The demonstration's report without a database: the same files, rules and chapters, gathered by hand."""

from collections.abc import Iterable
from datetime import UTC, datetime

from foundation.calendar import FinancialYear
from foundation.exports import read_sheet
from foundation.figures import Breakdown, FigureValue
from reporting.report.printed import ReportContent
from reporting.rules import import_rows as rows
from reporting.rules.acronyms import ACRONYMS
from reporting.rules.catalogue import catalogue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenTable, Source, as_json, from_json
from reporting.rules.gathered import ChildPopulation, Gathered, PublishedComparator, ReturnedFigure, YearOfFigures
from reporting.rules.word_tables import BY_KEY
from reporting.services.demo import FOLDER, demo_words
from tests.reporting.published import EVERYTHING, publishing

YEAR = FinancialYear(2025)
AS_AT = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def demo_content() -> ReportContent:
    """What goes into the demonstration's report of 2025-26."""
    with publishing(*EVERYTHING):
        specs = catalogue()
        returned = [
            row
            for name in ("returned", "parts")
            for row in rows.read_rows(
                read_sheet((FOLDER / f"{name}.csv").read_bytes()), rows.RETURNED_COLUMNS, rows.returned_row, specs
            ).good
        ]
        narrative = {file.stem: file.read_text(encoding="utf-8") for file in (FOLDER / "narrative/2025-26").glob("*.md")}
        gathered = Gathered(
            _year(YEAR, returned), _year(YEAR.previous(), returned), published_by_others(), narrative, ACRONYMS, AS_AT
        )
        figures = from_json(as_json(freeze(gathered, specs)))
        return ReportContent(YEAR.label, YEAR.end, figures, narrative, ACRONYMS, AS_AT)


def published_by_others() -> tuple[PublishedComparator, ...]:
    """What others published of the figures that somebody publishes here."""
    known = catalogue()
    others = [
        row
        for name in ("comparators", "published", "neighbours")
        for row in rows.read_rows(
            read_sheet((FOLDER / f"{name}.csv").read_bytes()), rows.COMPARATOR_COLUMNS, rows.comparator_row, known
        ).good
    ]
    return tuple(
        PublishedComparator(row.code, row.who, row.period, row.value, row.printed, row.source, row.name) for row in others
    )


def frozen_table(
    code: str, columns: tuple[str, ...], *rows: tuple[str, ...], title: str = "A table", source: Source | None = None
) -> FrozenTable:
    """A table of words as an edition keeps it; of the board where nothing else is said."""
    source = source or Source("live", f"board.{code.partition('.')[0]}")
    return FrozenTable(code, title, "m", columns, rows, YEAR.label, "2026-03-31", source)


def demo_word_tables() -> dict[str, FrozenTable]:
    """The demonstration's tables of words as an edition keeps them, by code."""
    return {
        BY_KEY[key].code: FrozenTable(
            BY_KEY[key].code,
            BY_KEY[key].title,
            BY_KEY[key].meaning,
            BY_KEY[key].columns,
            tuple(map(tuple, told["rows"])),
            YEAR.label,
            told["as_at"],
            Source("written", told["source"]),
        )
        for key, told in demo_words().items()
    }


def _year(year: FinancialYear, returned: Iterable[rows.ReturnedRow]) -> YearOfFigures:
    live = {value.code: (group.app, value) for group in EVERYTHING for value in group.gather(year, None)}  # type: ignore[arg-type]
    mine = [row for row in returned if row.period == year.label]
    values = {
        row.code: ReturnedFigure(_value(row, [part for part in mine if part.code == row.code]), row.source, row.note)
        for row in mine
        if not row.dimension
    }
    return YearOfFigures(year.label, year.end, live, values, ChildPopulation(year.start_year, 95_309, "mid-year estimate"))


def _value(whole: rows.ReturnedRow, parts: Iterable[rows.ReturnedRow]) -> FigureValue:
    by: dict[str, Breakdown] = {}
    for part in parts:
        if part.dimension:
            number = int(part.value) if part.numerator is None else (part.numerator, part.denominator or 0)
            by.setdefault(part.dimension, {})[part.category] = number  # type: ignore[index,assignment]  # of one sort each
    number = int(whole.value) if whole.numerator is None else whole.value
    return FigureValue(whole.code, whole.period, number, whole.numerator, whole.denominator, by, whole.as_at)
