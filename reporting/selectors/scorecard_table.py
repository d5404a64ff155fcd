"""The scorecard as the report prints it: what is watched every quarter, beside the year before, its target and its direction."""

from collections.abc import Container, Iterator, Sequence

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, FigureKind, TextRows, TextTable, text_tables, worded
from reporting.rules.adding_up import MONTH
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.freezing import WHO
from reporting.rules.periods import AnyYear, spoken
from reporting.rules.words import printed
from reporting.selectors.comparators import year_compared
from reporting.selectors.indicators import Told
from reporting.selectors.placing import placeable
from reporting.selectors.scorecard import Line, quarterly

SCORECARD = TextTable(
    "scorecard.quarters",
    "What we watch every quarter",
    "Each indicator with what is better, the year before here and elsewhere, its target, four quarters, how the newest lies to"
    " the target and whether it moved for the better. Numbers of people are to the nearest five, and left out where a"
    " hidden one would follow from them.",
    ("Indicator", "Year before", "Target", "Q1", "Q2", "Q3", "Q4", "Rating", "Direction"),
)
NOTHING = "–"


@text_tables("reporting.scorecard", tables=(SCORECARD,))
def gather_scorecard(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """A row for each indicator that is told every quarter; nothing where none is watched, or nothing of the year is known."""
    lines = [line for line in quarterly(year, clock.today()) if any(one.label in line.told for one in line.periods)]
    if lines:
        monthly = {code for code, dimensions in placeable().dimensions.items() if MONTH in dimensions}
        rows = [_row(line, line.year or year, monthly) for line in lines]
        yield worded(SCORECARD.code, year, rows, source="The partnership’s scorecard")


def _row(line: Line, year: AnyYear, monthly: Container[str]) -> tuple[str, ...]:
    """The year is of the indicator's own sort. How its quarters lie is told only where they are."""
    one, kind = line.indicator, FigureKind(line.spec.kind)
    found = [line.told.get(quarter.label) for quarter in year.quarters]
    may = _may_be_printed(one.code, [told for told in found if told], monthly)
    return (
        _title(line, year),
        _before(line, year) or NOTHING,
        NOTHING if one.target is None else printed(kind, one.target),
        *(told.shown.text if told and may else NOTHING for told in found),
        line.rating.capitalize() if line.rating and may else NOTHING,
        line.travel.capitalize() if line.travel and may else NOTHING,
    )


def _may_be_printed(code: str, quarters: Sequence[Told], monthly: Container[str]) -> bool:
    """Whether quarters may stand in the report, whose exact years and months beside rounded ones would give away hidden ones."""
    if not any(told.is_rounded for told in quarters):
        return True
    return code.removesuffix(RATE_SUFFIX) not in monthly and all(told.number is not None for told in quarters)


def _title(line: Line, year: AnyYear) -> str:
    better = str(line.indicator.get_better_display()).lower()
    return f"{line.spec.title} ({better})" if isinstance(year, FinancialYear) else f"{line.spec.title} ({better}; {spoken(year)})"


def _before(line: Line, year: AnyYear) -> str:
    """Our own number of the year before, and those of others, a point each."""
    own = line.told.get(year.previous().label)
    told = [f"Here {own.shown.text}"] if own else []
    return "\n".join([*told, *(f"{WHO[row.who]} {row.printed} ({spoken(year_compared(row))})" for row in line.comparators)])
