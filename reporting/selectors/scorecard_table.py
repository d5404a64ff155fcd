"""The scorecard as the report prints it: what is watched every quarter, beside the year before, its target and its direction."""

from collections.abc import Iterator

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, FigureKind, TextRows, TextTable, text_tables, worded
from reporting.rules.freezing import WHO
from reporting.rules.words import printed
from reporting.selectors.scorecard import Line, quarterly

SCORECARD = TextTable(
    "scorecard.quarters",
    "What we watch every quarter",
    "Each indicator with what is better, the year before here and elsewhere, its target, four quarters, how the newest lies to"
    " the target and whether it moved for the better. Numbers of people are to the nearest five.",
    ("Indicator", "Year before", "Target", "Q1", "Q2", "Q3", "Q4", "Rating", "Direction"),
)
NOTHING = "–"


@text_tables("reporting.scorecard", tables=(SCORECARD,))
def gather_scorecard(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """A row for each indicator that is told every quarter; nothing where none is watched, or nothing of the year is known."""
    lines = [line for line in quarterly(year, clock.today()) if any(one.label in line.told for one in line.periods)]
    if lines:
        yield worded(SCORECARD.code, year, [_row(line, year) for line in lines], source="The partnership’s scorecard")


def _row(line: Line, year: FinancialYear) -> tuple[str, ...]:
    one, kind = line.indicator, FigureKind(line.spec.kind)
    quarters = [line.told[quarter.label].shown.text if quarter.label in line.told else NOTHING for quarter in year.quarters]
    return (
        f"{line.spec.title} ({str(one.get_better_display()).lower()})",
        _before(line, year) or NOTHING,
        NOTHING if one.target is None else printed(kind, one.target),
        *quarters,
        line.rating.capitalize() if line.rating else NOTHING,
        line.travel.capitalize() if line.travel else NOTHING,
    )


def _before(line: Line, year: FinancialYear) -> str:
    """Our own number of the year before, and those of others, a point each."""
    own = line.told.get(year.previous().label)
    told = [f"Here {own.shown.text}"] if own else []
    return "\n".join([*told, *(f"{WHO.get(row.who, row.who)} {row.printed} ({row.period})" for row in line.comparators)])
