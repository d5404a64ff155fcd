"""What the business plan publishes: how its objectives stand, milestones met on time, and tables of what was said and done."""

from collections.abc import Iterator
from typing import Any

from board.models import ObjectivePosition
from board.progress import RATINGS, quarters_of
from foundation.calendar import FinancialYear
from foundation.figures import (
    Cursor,
    DisclosureClass,
    FigureKind,
    FigureSpec,
    FigureValue,
    TextRows,
    TextTable,
    counted,
    figures,
    share,
    text_tables,
    worded,
)

NOT_WRITTEN = "Not written yet"

PLAN_SPECS = (
    FigureSpec(
        "business_plan.objectives",
        "Objectives of the business plan",
        "What the partnership said it would do in the year, by the newest position that is written for each.",
        "objectives",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
        breakdowns=("outcome", "progress", "rating"),
    ),
    FigureSpec(
        "business_plan.on_track",
        "Objectives on track",
        "Positions at the end of a quarter that are rated green or blue, by quarter.",
        "positions",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("quarter",),
        numerator="positions rated green or blue",
        denominator="positions written",
    ),
    FigureSpec(
        "business_plan.milestones_on_time",
        "Milestones met on time",
        "Milestones of the year that were met by their day.",
        "milestones",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        numerator="milestones due in the year and met by their day",
        denominator="milestones due in the year",
    ),
    FigureSpec(
        "business_plan.little_progress",
        "Objectives with little or no progress",
        "Objectives whose newest position says that there is little or no progress.",
        "objectives",
        DisclosureClass.EVENTS,
        FigureKind.STATE,
    ),
    FigureSpec(
        "business_plan.positions_returned",
        "Positions written",
        "Of the positions that were due at the end of the quarters of the year those that are written, by quarter.",
        "positions",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("quarter",),
        numerator="positions written",
        denominator="objectives of the plan at the end of each quarter of which any is written",
    ),
    FigureSpec(
        "business_plan.carried_over",
        "Objectives carried over from the year before",
        "Objectives of the year’s plan that go on from one of the year before.",
        "objectives",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
    ),
)

SAID = TextTable(
    "business_plan.said_and_done",
    "What we said and what we have done",
    "The objectives of the year’s business plan, what was done about each, and whether it was met.",
    ("Objective", "We said we would", "We have", "Outcome"),
)
LITTLE = TextTable(
    "business_plan.little_progress_named",
    "Little or no progress",
    "The objectives of the year’s business plan that made little or no progress, and how they stand.",
    ("Objective", "We said we would", "Lead", "How it stands"),
)
COMING = TextTable(
    "business_plan.coming",
    "The plan of the coming year",
    "The objectives of the next year’s business plan with their milestones and actions.",
    ("Objective", "We will", "Milestones", "Actions"),
)

# The objectives of a year's plan, each with the position that holds for each quarter.
OBJECTIVES = """
SELECT objective.id, priority.number || '.' || objective.number AS number, objective.text, objective.added_on, objective.ended_on,
       objective.earlier_id IS NOT NULL AS carried, concat_ws(', ', agency.name, lead_group.name) AS lead,
       position.quarter, position.rating, position.progress, position.outcome, position.text, position.done
FROM board_businessplan plan
JOIN board_planpriority priority ON priority.business_plan_id = plan.id
JOIN board_objective objective ON objective.priority_id = priority.id
LEFT JOIN accounts_agency agency ON agency.id = objective.agency_id
LEFT JOIN board_group lead_group ON lead_group.id = objective.group_id
LEFT JOIN LATERAL (
    SELECT DISTINCT ON (quarter) * FROM board_objectiveposition
    WHERE objective_id = objective.id ORDER BY quarter, edition DESC) position ON true
WHERE plan.year = %s ORDER BY priority.number, objective.number, position.quarter
"""

PLAN_MILESTONES = """
SELECT count(*), count(*) FILTER (WHERE milestone.met_on <= milestone.due_on)
FROM board_milestone milestone
JOIN board_objective objective ON objective.id = milestone.objective_id
JOIN board_planpriority priority ON priority.id = objective.priority_id
JOIN board_businessplan plan ON plan.id = priority.business_plan_id
WHERE plan.year = %s AND milestone.due_on BETWEEN %s AND %s
"""

# Of a plan that was agreed: a draft is nothing that the partnership has said. Milestones and actions a point on each line.
PLAN_COMING = """
SELECT priority.number || '.' || objective.number, objective.text,
       coalesce((SELECT string_agg(milestone.text || ' (by ' || to_char(milestone.due_on, 'FMDD FMMonth YYYY') || ')', E'\\n'
                                   ORDER BY milestone.place)
                 FROM board_milestone milestone WHERE milestone.objective_id = objective.id), ''),
       coalesce((SELECT string_agg(action.number || ' ' || action.text || ' (' || agency.name || ')', E'\\n'
                                   ORDER BY action.due_on, action.id)
                 FROM board_objectiveaction linked
                 JOIN board_action action ON action.id = linked.action_id
                 JOIN accounts_agency agency ON agency.id = action.agency_id
                 WHERE linked.objective_id = objective.id AND action.state <> 'withdrawn'), '')
FROM board_businessplan plan
JOIN board_planpriority priority ON priority.business_plan_id = plan.id
JOIN board_objective objective ON objective.priority_id = priority.id
WHERE plan.year = %s AND plan.state <> 'draft' ORDER BY priority.number, objective.number
"""


class _Said:
    """One objective with the positions that hold, by quarter."""

    def __init__(self, row: Any) -> None:
        self.number, self.text, self.added_on, self.ended_on, self.carried, self.lead = row[1:7]
        self.positions: dict[int, dict[str, str]] = {}

    def add(self, row: Any) -> None:
        """A position of a quarter, where there is one."""
        if row[7] is not None:
            self.positions[row[7]] = dict(zip(("rating", "progress", "outcome", "text", "done"), row[8:13], strict=True))

    @property
    def latest(self) -> dict[str, str]:
        """The newest position; empty while none is written."""
        return self.positions[max(self.positions)] if self.positions else {}

    @property
    def outcome(self) -> str:
        """What was judged last; empty while nobody has."""
        return next((one["outcome"] for _q, one in sorted(self.positions.items(), reverse=True) if one["outcome"]), "")

    @property
    def done(self) -> str:
        """The points of all quarters, each once, a line each."""
        lines = (line.strip() for _quarter, one in sorted(self.positions.items()) for line in one["done"].splitlines())
        return "\n".join(dict.fromkeys(line for line in lines if line))


def _said_in(year: FinancialYear, cursor: Cursor) -> list[_Said]:
    cursor.execute(OBJECTIVES, [year.label])
    found: dict[int, _Said] = {}
    for row in cursor.fetchall():
        found.setdefault(row[0], _Said(row)).add(row)
    return list(found.values())


@figures("board.business_plan", specs=PLAN_SPECS)
def gather_business_plan(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """How the objectives of the year's plan stand by the positions that are written, and how its milestones were met."""
    said = _said_in(year, cursor)
    if not said:
        return
    yield counted("business_plan.objectives", year, len(said), by=_by_standing(said), as_at=year.end)
    little = sum(one.latest.get("progress") == ObjectivePosition.Progress.LITTLE for one in said)
    yield counted("business_plan.little_progress", year, little, as_at=year.end)
    yield counted("business_plan.carried_over", year, sum(one.carried for one in said))
    track, returned = {}, {}
    for quarter in quarters_of(year.label):
        written = [one.positions[quarter.number]["rating"] for one in said if quarter.number in one.positions]
        if written:
            owed = sum(one.added_on <= quarter.end and (one.ended_on is None or one.ended_on > quarter.end) for one in said)
            track[quarter.label] = (sum(rating in ("green", "blue") for rating in written), len(written))
            returned[quarter.label] = (len(written), max(owed, len(written)))
    for code, parts in (("business_plan.on_track", track), ("business_plan.positions_returned", returned)):
        sums = [sum(pair[place] for pair in parts.values()) for place in (0, 1)]
        yield share(code, year, sums[0], sums[1], by={"quarter": parts})
    cursor.execute(PLAN_MILESTONES, [year.label, year.start, year.end])
    due, on_time = cursor.fetchone()
    yield share("business_plan.milestones_on_time", year, on_time, due)


def _by_standing(said: list[_Said]) -> dict[str, dict[str, int]]:
    outcome = {label: 0 for _value, label in (*ObjectivePosition.Outcome.choices[1:], ObjectivePosition.Outcome.choices[0])}
    progress = {**dict.fromkeys(map(str, ObjectivePosition.Progress.labels), 0), NOT_WRITTEN: 0}
    rating = {**dict.fromkeys((str(one.label) for one in RATINGS), 0), NOT_WRITTEN: 0}
    for one in said:
        latest = one.latest
        outcome[str(ObjectivePosition.Outcome(one.outcome).label)] += 1
        progress[str(ObjectivePosition.Progress(latest["progress"]).label) if latest else NOT_WRITTEN] += 1
        rating[latest["rating"].capitalize() if latest else NOT_WRITTEN] += 1
    return {"outcome": outcome, "progress": progress, "rating": rating}


@text_tables("board.business_plan", tables=(SAID, LITTLE, COMING))
def gather_words_of_plan(year: FinancialYear, cursor: Cursor) -> Iterator[TextRows]:
    """What was said and done in the year, what made little or no progress, and what is planned for the next."""
    said = _said_in(year, cursor)
    if said:
        rows = [(one.number, one.text, one.done, str(ObjectivePosition.Outcome(one.outcome).label)) for one in said]
        yield worded(SAID.code, year, rows)
        little = [one for one in said if one.latest.get("progress") == ObjectivePosition.Progress.LITTLE]
        yield worded(LITTLE.code, year, [(one.number, one.text, one.lead, one.latest["text"]) for one in little])
    cursor.execute(PLAN_COMING, [year.following().label])
    if coming := cursor.fetchall():
        yield worded(COMING.code, year, coming)
