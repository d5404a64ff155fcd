"""Which agencies have a seat in which group on the last day of a year."""

from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

MEMBERS = TextTable(
    "structure.members",
    "Agencies and the groups in which they sit",
    "Every agency that had a seat in a group of the partnership on the last day of the year, and in which.",
    ("Agency", "Groups"),
)
MEMBERS_SQL = """
SELECT agency.name, string_agg(DISTINCT team.name, E'\\n' ORDER BY team.name)
FROM board_seat seat
JOIN board_group team ON team.id = seat.group_id
JOIN accounts_agency agency ON agency.id = seat.agency_id
WHERE seat.from_on <= %(day)s AND (seat.to_on IS NULL OR seat.to_on >= %(day)s)
  AND team.from_on <= %(day)s AND (team.to_on IS NULL OR team.to_on >= %(day)s)
GROUP BY agency.name ORDER BY agency.name
"""


@text_tables("board.membership", tables=(MEMBERS,))
def gather_members(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """Every agency with a seat; without any, nobody sits anywhere."""
    cursor.execute(MEMBERS_SQL, {"day": year.end})
    yield worded(MEMBERS.code, year, cursor.fetchall())
