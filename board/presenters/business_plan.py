"""Wording of the business plan: rows, the strip of ratings by quarter, and its spreadsheet."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import BusinessPlan, Milestone, Objective, ObjectivePosition
from board.presenters.actions import STATE_WORDS
from board.presenters.ratings import WORDS
from board.progress import LAST_QUARTER, is_expected, number_of, outcome_of, points_of, quarters_of
from board.rules import OPEN
from board.selectors.business_plan import FigureNow, Link, PlanRow, Standing, YearPlan
from foundation import clock
from foundation.charts import Chart, strip
from foundation.design import words
from foundation.exports import Column, Kind, Table
from foundation.figures import FigureKind
from foundation.numbers import money, percent_text

TONES = {"draft": "grey", "agreed": "green", "closed": "blue"}
OUTCOME_TONES = {"met": "green", "partly": "amber", "not": "red", "": "grey"}
SHORT = 90
EVENTS = {
    "board.objective_added": "Added",
    "board.objective_changed": "Said anew",
    "board.objective_carried_over": "Carried over",
    "board.objective_actions_linked": "Actions linked",
    "board.milestone_set": "Milestone written",
    "board.milestone_met": "Milestone met",
    "board.milestone_missed": "Milestone missed",
    "board.milestone_open_again": "Milestone open again",
    "board.position_written": "Position written",
    "board.position_corrected": "Position corrected",
}
DECIDED = {"carry": "To be carried over to the next year", "end": "Ended", "": "Decision taken back"}


def lead_words(objective: Objective) -> str:
    """The agency and the group that lead."""
    return ", ".join(one.name for one in (objective.agency, objective.group) if one)


def plan_rows(plans: Iterable[PlanRow]) -> list[dict[str, Any]]:
    """Rows of the list of years."""
    return [
        {
            "plan": row.plan,
            "href": reverse("board:business_plan", args=[row.plan.year]),
            "tone": TONES[row.plan.state],
            "agreed": agreed_words(row.plan),
            "objectives": row.objectives,
            "missing": row.missing,
        }
        for row in plans
    ]


def agreed_words(plan: BusinessPlan) -> str:
    """When, and at which meeting, a plan was agreed; empty while it is not."""
    if plan.agreed_on is None:
        return ""
    at = f" at {plan.meeting.group.name}" if plan.meeting else ""
    return f"Agreed on {words.date(plan.agreed_on)}{at}"


def short(text: str) -> str:
    """The beginning of a text, for a place with little room."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def priority_rows(whole: YearPlan, ratings: Mapping[int, Mapping[str, int]]) -> list[dict[str, Any]]:
    """The priorities of a plan with their objectives as they stand."""
    return [
        {"priority": priority, "objectives": [_objective_row(one, ratings.get(one.objective.pk, {})) for one in standings]}
        for priority, standings in whole.priorities
    ]


def _objective_row(one: Standing, actions: Mapping[str, int]) -> dict[str, Any]:
    latest, objective = one.latest, one.objective
    met = sum(milestone.met_on is not None for milestone in one.milestones)
    return {
        "objective": objective,
        "number": number_of(objective),
        "href": reverse("board:objective", args=[objective.reference]),
        "lead": lead_words(objective),
        "milestones": f"{met} of {len(one.milestones)} met" if one.milestones else "None",
        "late": sum(is_late(milestone) for milestone in one.milestones),
        "actions": [(rating, WORDS[rating].lower(), number) for rating, number in sorted(actions.items(), key=_worst)],
        "rating": latest.rating if latest else "",
        "progress": latest.get_progress_display() if latest else "",
        "quarter": f"Q{latest.quarter}" if latest else "",
        "from_year": objective.earlier.priority.business_plan.year if objective.earlier else "",
        "decision": decision_words(objective),
    }


def _worst(item: tuple[str, int]) -> int:
    return ("red", "amber", "green", "blue").index(item[0])


def is_late(milestone: Milestone, on: date | None = None) -> bool:
    """Whether its day has passed, today or on another day, and it is neither met nor missed."""
    return milestone.met_on is None and milestone.missed_on is None and milestone.due_on < (on or clock.today())


def day_rows(whole: YearPlan, ratings: Mapping[int, Mapping[str, int]], day: date) -> list[dict[str, Any]]:
    """The priorities of a plan with their objectives as they stood on a day, each with its milestones."""
    return [
        {"priority": priority, "objectives": [_day_row(one, ratings.get(one.objective.pk, {}), day) for one in standings]}
        for priority, standings in whole.priorities
    ]


def _day_row(one: Standing, actions: Mapping[str, int], day: date) -> dict[str, Any]:
    objective, latest = one.objective, one.latest
    return {
        "objective": objective,
        "number": number_of(objective),
        "href": reverse("board:objective", args=[objective.reference]),
        "lead": lead_words(objective),
        "milestones": [{"one": row, "words": _milestone_words(row, day)} for row in one.milestones],
        "actions": [(rating, WORDS[rating].lower(), number) for rating, number in sorted(actions.items(), key=_worst)],
        "position": latest,
        "decision": DECIDED[objective.decision] if objective.decision else "",
    }


def _milestone_words(milestone: Milestone, day: date) -> str:
    """How a milestone stood on a day."""
    due = f"due on {words.short_date(milestone.due_on)}"
    if milestone.met_on is not None:
        return f"{due}, met on {words.short_date(milestone.met_on)}"
    if milestone.missed_on is not None:
        return f"{due}, missed: {milestone.missed_reason}"
    return f"{due}, late" if is_late(milestone, day) else f"{due}, open"


def decision_words(objective: Objective) -> str:
    """What becomes of it, in words; empty while that is not decided."""
    later = getattr(objective, "later", None)
    if later is not None:
        return f"Carried over to {later.priority.business_plan.year}"
    if objective.decision == Objective.Decision.END:
        return "Ended"
    return DECIDED["carry"] if objective.decision else ""


def plan_strip(whole: YearPlan) -> Chart | None:
    """The rating of each objective at the end of each quarter; None for a plan without objectives."""
    if not whole.standings:
        return None
    quarters = [f"Q{one.number}" for one in quarters_of(whole.plan.year)]
    rows = {
        number_of(one.objective): [
            one.positions[number].rating if number in one.positions else "" for number in range(1, LAST_QUARTER + 1)
        ]
        for one in whole.standings
    }
    written = sum(len(one.positions) for one in whole.standings)
    description = f"{words.counted(len(rows), 'objective')} with {words.counted(written, 'position')} written so far."
    title = f"Ratings of the objectives by quarter, {whole.plan.year}"
    return strip(title=title, description=description, periods=quarters, rows=rows, row_header="Objective")


def quarter_rows(one: Standing, year: str) -> list[dict[str, Any]]:
    """The four quarters of an objective: what was written, or whether it can be."""
    today = clock.today()
    return [
        {
            "label": quarter.label,
            "number": quarter.number,
            "ends_on": quarter.end,
            "position": one.positions.get(quarter.number),
            "has_begun": quarter.start <= today,
            "is_missing": quarter.number not in one.positions and quarter.end < today and is_expected(one.objective, quarter),
        }
        for quarter in quarters_of(year)
    ]


def position_rows(positions: Iterable[ObjectivePosition]) -> list[dict[str, Any]]:
    """Every edition of every position, with its counts in words."""
    newest: set[int] = set()
    rows = []
    for one in positions:
        rows.append(
            {
                "position": one,
                "holds": one.quarter not in newest,
                "counts": count_words(one),
                "points": points_of([one]),
                "overruled": one.overruled_reason and f"Proposed: {WORDS[one.proposed].lower()}. {one.overruled_reason}",
            }
        )
        newest.add(one.quarter)
    return rows


def count_words(one: ObjectivePosition) -> str:
    """What stood on the day, in a sentence."""
    actions = one.red + one.amber + one.green + one.blue
    milestones = f"{one.milestones_met} of {words.counted(one.milestones, 'milestone')} met, {one.milestones_due} due"
    if not actions:
        return f"{milestones}; no actions"
    return f"{milestones}; actions: {one.red} red, {one.amber} amber, {one.green} green, {one.blue} blue"


def milestone_rows(milestones: Iterable[Milestone], reference: str) -> list[dict[str, Any]]:
    """Rows of the milestones with how each stands."""
    return [
        {
            "one": one,
            "late": is_late(one),
            "judge_href": reverse("board:judge_milestone", args=[reference, one.place]),
            "change_href": f"{reverse('board:set_milestone', args=[reference])}?place={one.place}",
            "is_open": one.met_on is None and one.missed_on is None,
        }
        for one in milestones
    ]


def action_rows(actions: Iterable[Any]) -> list[dict[str, Any]]:
    """Rows of the actions that serve an objective."""
    return [
        {
            "action": action,
            "href": reverse("board:action", args=[action.reference]),
            "state_words": STATE_WORDS[action.state],
            "owner": action.owner.name if action.owner else action.owner_post or "Nobody yet",
            "is_late": action.state in OPEN and action.is_late,
        }
        for action in actions
    ]


def figure_rows(figures: Iterable[FigureNow]) -> list[dict[str, str]]:
    """The figures that should move, with what they are now."""
    return [{"title": one.spec.title, "meaning": one.spec.meaning, "value": figure_words(one)} for one in figures]


def figure_words(one: FigureNow) -> str:
    """A figure as it is read; one about people as the report and the dashboard tell it."""
    if not one.is_open:
        return _told_words(one)
    value = one.value.value if one.value else None
    if value is None:
        return "Not known yet"
    if one.spec.kind == FigureKind.MONEY:
        return money(value)
    if one.spec.kind == FigureKind.PERCENTAGE:
        return percent_text(value)
    return f"{value:,} {one.spec.unit}" if isinstance(value, int) else f"{value:,.1f} {one.spec.unit}"


def _told_words(one: FigureNow) -> str:
    if one.told is None:
        return "Not known yet"
    if one.told.is_hidden:
        return "Not shown, because it is small or would give a small number away,"
    unit = f" {one.spec.unit}" if one.spec.kind in (FigureKind.COUNT, FigureKind.STATE) else ""
    rounded = f" (rounded, up to {words.date(one.told.rounded_until)})" if one.told.rounded_until else ""
    return f"{one.told.text}{unit}{rounded}"


def objective_links(objectives: Iterable[tuple[Objective, bool]]) -> list[dict[str, Any]]:
    """The objectives that an action serves, in one line each, leading to their pages."""
    return [
        {
            "text": f"{one.priority.business_plan.year}: {number_of(one)} {short(one.text)}",
            "href": reverse("board:objective", args=[one.reference]),
            "is_origin": is_origin,
        }
        for one, is_origin in objectives
    ]


def chain_rows(chain: Sequence[Link], here: Objective) -> list[dict[str, Any]]:
    """The years of an objective that was carried over; nothing for one that was not."""
    if len(chain) == 1:
        return []
    return [
        {
            "year": link.year,
            "number": number_of(link.objective),
            "reference": link.objective.reference,
            "href": reverse("board:objective", args=[link.objective.reference]),
            "is_here": link.objective.pk == here.pk,
        }
        for link in chain
    ]


def said_rows(standings: Iterable[Standing]) -> list[dict[str, Any]]:
    """What we said and what we have done, for each objective."""
    rows = []
    for one in standings:
        outcome = outcome_of(one.in_order)
        rows.append(
            {
                "objective": one.objective,
                "number": number_of(one.objective),
                "href": reverse("board:objective", args=[one.objective.reference]),
                "points": points_of(one.in_order),
                "outcome": ObjectivePosition.Outcome(outcome).label,
                "tone": OUTCOME_TONES[outcome],
                "lead": lead_words(one.objective),
                "text": one.latest.text if one.latest else "",
                "decision": decision_words(one.objective),
            }
        )
    return rows


def kept_objective(objective: Objective, contributors: Iterable[str]) -> dict[str, Any]:
    """What the form begins with."""
    figures = dict(zip(("figure", "second_figure", "third_figure"), objective.figures, strict=False))
    return {
        **{name: getattr(objective, name) for name in ("text", "wanted", "moves")},
        "agency": objective.agency.code if objective.agency else "",
        "group": objective.group.reference if objective.group else "",
        "contributors": list(contributors),
        **figures,
    }


def kept_position(position: ObjectivePosition | None, proposal: str) -> dict[str, Any]:
    """What the form of a position begins with: what holds now, or the rating that is proposed."""
    if position is None:
        return {"rating": proposal, "outcome": ""}
    names = ("rating", "overruled_reason", "progress", "text", "done", "outcome")
    return {name: getattr(position, name) for name in names}


def stored_position(position: ObjectivePosition | None) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    if position is None:
        return []
    return [
        {"key": "Rating", "value": WORDS[position.rating]},
        {"key": "Progress", "value": position.get_progress_display()},
        {"key": "How it stands", "value": position.text},
        {"key": "Written by", "value": position.written_by.name},
    ]


def objective_entries(events: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """What was done with an objective, for its timeline."""
    return [{"title": _event_words(event), "at": event["at"], "by": event["name"], "text": event["reason"]} for event in events]


def _event_words(event: Mapping[str, Any]) -> str:
    if event["verb"] == "board.objective_decided":
        return DECIDED[event["data"]["decision"]]
    said = EVENTS[event["verb"]]
    if "quarter" in event["data"]:
        return f"{said}: Q{event['data']['quarter']}"
    return f"{said}: {event['data']['place']}" if "place" in event["data"] else said


def missing_numbers(missing: Iterable[Sequence[str]]) -> list[dict[str, Any]]:
    """Positions that nobody has written, for the page My work; nothing where none is missing."""
    number = sum(len(quarter.split(", ")) for quarters in missing for quarter in quarters)
    if not number:
        return []
    label = "position of the business plan to be written" if number == 1 else "positions of the business plan to be written"
    return [{"number": number, "label": label, "href": reverse("board:business_plans"), "tone": "late"}]


def plan_tables(whole: YearPlan, actions: Mapping[int, Sequence[Any]]) -> tuple[Table, ...]:
    """The plan as tables of a spreadsheet: objectives, milestones, actions and positions."""
    year = whole.plan.year
    return (
        Table(f"Business plan {year}", OBJECTIVES, (_objective_line(one) for one in whole.standings)),
        Table("Milestones", MILESTONES, (_milestone_line(one, row) for one in whole.standings for row in one.milestones)),
        Table(
            "Actions",
            ACTIONS,
            (_action_line(one, row) for one in whole.standings for row in actions.get(one.objective.pk, ())),
        ),
        Table("Positions", POSITIONS, (_position_line(one, row) for one in whole.standings for row in one.in_order)),
    )


OBJECTIVES = tuple(
    Column(name)
    for name in (
        "Priority", "Objective", "We said we would", "Outcome wanted", "Lead", "Contributing", "What should move", "Figures",
        "Rating", "Progress", "We have", "Outcome", "After the year", "Carried over from", "Reference",
    )
)  # fmt: skip
MILESTONES = (
    Column("Objective"), Column("Milestone"), Column("Due", Kind.DATE), Column("Met", Kind.DATE), Column("Missed", Kind.DATE),
    Column("Why missed"),
)  # fmt: skip
ACTIONS = (
    Column("Objective"), Column("Action"), Column("Plan"), Column("Agency"), Column("Owner"), Column("Due", Kind.DATE),
    Column("Progress"), Column("Rating"),
)  # fmt: skip
POSITIONS = (
    Column("Objective"), Column("Quarter"), Column("As at", Kind.DATE), Column("Rating"), Column("Proposed"), Column("Progress"),
    Column("How it stands"), *(Column(name, Kind.WHOLE) for name in ("Red", "Amber", "Green", "Blue", "Milestones", "Met")),
    Column("Written by"),
)  # fmt: skip


def _objective_line(one: Standing) -> tuple[Any, ...]:
    objective, latest = one.objective, one.latest
    return (
        objective.priority.title, number_of(objective), objective.text, objective.wanted, lead_words(objective),
        ", ".join(row.agency.name for row in objective.contributors.all()), objective.moves, ", ".join(objective.figures),
        WORDS[latest.rating] if latest else "", latest.get_progress_display() if latest else "",
        "; ".join(points_of(one.in_order)), ObjectivePosition.Outcome(outcome_of(one.in_order)).label, decision_words(objective),
        objective.earlier.reference if objective.earlier else "", objective.reference,
    )  # fmt: skip


def _milestone_line(one: Standing, row: Milestone) -> tuple[Any, ...]:
    return (number_of(one.objective), row.text, row.due_on, row.met_on, row.missed_on, row.missed_reason)


def _action_line(one: Standing, action: Any) -> tuple[Any, ...]:
    owner = action.owner.name if action.owner else action.owner_post
    return (
        number_of(one.objective), f"{action.number} {action.text}", action.plan.title, action.agency.name, owner, action.due_on,
        STATE_WORDS[action.state], WORDS[action.rating or ""],
    )  # fmt: skip


def _position_line(one: Standing, row: ObjectivePosition) -> tuple[Any, ...]:
    return (
        number_of(one.objective), f"Q{row.quarter}", row.as_at, WORDS[row.rating], WORDS[row.proposed],
        row.get_progress_display(), row.text, row.red, row.amber, row.green, row.blue, row.milestones, row.milestones_met,
        row.written_by.name,
    )  # fmt: skip
