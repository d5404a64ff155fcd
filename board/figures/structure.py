"""The groups of the partnership as they were on the last day of a year, as the report draws them."""

from collections import defaultdict
from collections.abc import Iterator

from board.models import Group, GroupLine
from board.rules import in_order
from foundation.calendar import FinancialYear, end_of_day
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

GROUPS = TextTable(
    "structure.groups",
    "The groups of the partnership",
    "The groups on the last day of the year: what they were called then, how often they met, and to whom they reported.",
    ("Group", "Kind", "Meets", "Reports to", "Linked with"),
)

# A group of that day by the words that held at its end; of one that was written down later, by those that were written first.
GROUPS_SQL = """
SELECT team.id, coalesce(said.name, team.name), team.kind, coalesce(said.meets, team.meets)
FROM board_group team
LEFT JOIN LATERAL (
    SELECT event.name, event.meets FROM board_groupevent event WHERE event.pgh_obj_id = team.id
    ORDER BY event.pgh_created_at <= %(moment)s DESC,
             CASE WHEN event.pgh_created_at <= %(moment)s THEN -event.pgh_id ELSE event.pgh_id END LIMIT 1) said ON true
WHERE team.from_on <= %(day)s AND (team.to_on IS NULL OR team.to_on >= %(day)s)
"""

LINES_SQL = """
SELECT group_id, other_id, kind FROM board_groupline
WHERE from_on <= %(day)s AND (to_on IS NULL OR to_on >= %(day)s) ORDER BY id
"""


@text_tables("board.structure", tables=(GROUPS,))
def gather_structure(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """Each group after the one that it reports to; a group whose parent is not there stands on top."""
    asked = {"day": year.end, "moment": end_of_day(year.end)}
    cursor.execute(GROUPS_SQL, asked)
    groups = {pk: Group(pk=pk, name=name, kind=kind, meets=meets) for pk, name, kind, meets in cursor.fetchall()}
    above: dict[int, int] = {}
    linked: dict[int, list[str]] = defaultdict(list)
    cursor.execute(LINES_SQL, asked)
    for one, other, kind in cursor.fetchall():
        if one not in groups or other not in groups:
            continue
        if kind == GroupLine.Kind.REPORTS_TO:
            above[one] = other
        else:
            linked[one].append(groups[other].name)
            linked[other].append(groups[one].name)
    below: dict[int | None, list[Group]] = defaultdict(list)
    for pk, group in groups.items():
        below[above.get(pk)].append(group)
    rows = [
        (
            group.name,
            str(Group.Kind(group.kind).label),
            group.meets,
            groups[above[group.pk]].name if group.pk in above else "",
            "\n".join(sorted(linked[group.pk])),
        )
        for group, _depth in in_order(below)
    ]
    yield worded(GROUPS.code, year, rows)
