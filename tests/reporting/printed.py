"""The demonstration's report without a database: the same files, rules and chapters, gathered by hand."""

from datetime import UTC, datetime

from foundation.calendar import FinancialYear
from foundation.exports import read_sheet
from foundation.figures import FigureValue
from reporting.report.content import ReportContent
from reporting.rules import import_rows as rows
from reporting.rules.acronyms import ACRONYMS
from reporting.rules.catalogue import catalogue
from reporting.rules.freezing import freeze
from reporting.rules.frozen import as_json, from_json
from reporting.rules.gathered import ChildPopulation, Gathered, PublishedComparator, ReturnedFigure, YearOfFigures
from reporting.services.demo import FOLDER
from tests.reporting.published import EVERYTHING, publishing

YEAR = FinancialYear(2025)
AS_AT = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def demo_content() -> ReportContent:
    """What goes into the demonstration's report of 2025-26."""
    with publishing(*EVERYTHING):
        specs = catalogue()
        returned = rows.read_rows(
            read_sheet((FOLDER / "returned.csv").read_bytes()), rows.RETURNED_COLUMNS, rows.returned_row, specs
        )
        published = rows.read_rows(
            read_sheet((FOLDER / "comparators.csv").read_bytes()), rows.COMPARATOR_COLUMNS, rows.comparator_row, specs
        )
        comparators = tuple(
            PublishedComparator(row.code, row.who, row.period, row.value, row.printed, row.source) for row in published.good
        )
        narrative = {file.stem: file.read_text(encoding="utf-8") for file in (FOLDER / "narrative/2025-26").glob("*.md")}
        gathered = Gathered(
            _year(YEAR, returned.good), _year(YEAR.previous(), returned.good), comparators, narrative, ACRONYMS, AS_AT
        )
        figures = from_json(as_json(freeze(gathered, specs)))
        return ReportContent(YEAR.label, YEAR.end, figures, narrative, ACRONYMS, AS_AT)


def _year(year: FinancialYear, returned: tuple[rows.ReturnedRow, ...]) -> YearOfFigures:
    live = {value.code: (group.app, value) for group in EVERYTHING for value in group.gather(year, None)}  # type: ignore[arg-type]
    values = {
        row.code: ReturnedFigure(FigureValue(row.code, row.period, int(row.value), as_at=row.as_at), row.source, row.note)
        for row in returned
        if row.period == year.label and not row.dimension
    }
    return YearOfFigures(year.label, year.end, live, values, ChildPopulation(year.start_year, 95_309, "mid-year estimate"))
