"""The plan of the coming year as its work streams take it up: milestone, action and who leads, a priority after another."""

from collections.abc import Iterator

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, TextRows, TextTable, text_tables, worded

STREAMS = TextTable(
    "business_plan.work_streams",
    "Milestones, actions and leads of each work stream",
    "The objectives of the next year’s plan, priority by priority: milestones, actions with their numbers, and who leads.",
    ("Work stream", "Milestone", "Action", "Lead"),
)
STREAMS_SQL = """
SELECT priority.number || '. ' || priority.title,
       coalesce((SELECT string_agg(milestone.text || ' (by ' || to_char(milestone.due_on, 'FMDD FMMonth YYYY') || ')', E'\\n'
                                   ORDER BY milestone.place)
                 FROM board_milestone milestone WHERE milestone.objective_id = objective.id), ''),
       coalesce((SELECT string_agg(action.number || ' ' || action.text, E'\\n' ORDER BY action.due_on, action.id)
                 FROM board_objectiveaction linked JOIN board_action action ON action.id = linked.action_id
                 WHERE linked.objective_id = objective.id AND action.state <> 'withdrawn'),
                objective.number || ' ' || objective.text),
       concat_ws(', ', agency.name, team.name)
FROM board_businessplan plan
JOIN board_planpriority priority ON priority.business_plan_id = plan.id
JOIN board_objective objective ON objective.priority_id = priority.id
LEFT JOIN accounts_agency agency ON agency.id = objective.agency_id
LEFT JOIN board_group team ON team.id = objective.group_id
WHERE plan.year = %s AND plan.state <> 'draft' ORDER BY priority.number, objective.number
"""


@text_tables("board.work_streams", tables=(STREAMS,))
def gather_streams(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """A row for each objective of the plan that was agreed for the year after; nothing without such a plan."""
    cursor.execute(STREAMS_SQL, [year.following().label])
    if found := cursor.fetchall():
        yield worded(STREAMS.code, year, found)
