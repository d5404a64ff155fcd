"""What the partners say of the value that they got for the year's money."""

from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, TextRows, TextTable, text_tables, worded

VALUE = TextTable(
    "budget.value_for_money",
    "Value for money",
    "What the partners say of the value that they got for the year’s money.",
    ("Who says it", "What they say"),
    DisclosureClass.MONEY,
)
SAID = "SELECT value_for_money FROM board_budgetyear WHERE year = %s AND value_for_money <> ''"


@text_tables("board.value_for_money", tables=(VALUE,))
def gather_value_for_money(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """What stands with the budget of the year; no rows where nothing was said."""
    cursor.execute(SAID, [year.label])
    yield worded(VALUE.code, year, [("The safeguarding partners", text) for (text,) in cursor.fetchall()])
