"""The business plan of a year as it stood at the end of a past day: objectives, milestones, positions, and ratings of actions."""

from collections import defaultdict
from datetime import date

from django.db.models import prefetch_related_objects

from accounts.models import Person
from board.models import BusinessPlan, Milestone, Objective, ObjectiveAction, ObjectivePosition, PlanPriority
from board.selectors.actions import visible_actions
from board.selectors.business_plan import Standing, YearPlan
from board.selectors.pasts import as_on
from board.selectors.ratings import rated_on, spells_of
from foundation.calendar import end_of_day


def year_plan_on(plan: BusinessPlan, day: date) -> YearPlan | None:
    """A whole plan as it stood at the end of a day before today; None where it had not been opened. Nothing of it is saved."""
    if not as_on([plan], day):
        return None
    priorities = as_on(PlanPriority.objects.filter(business_plan=plan), day)
    by_id = {one.pk: one for one in priorities}
    there = Objective.objects.filter(priority__in=by_id, added_on__lte=day).select_related("earlier__priority__business_plan")
    objectives = as_on(there.order_by("priority__number", "number"), day)
    prefetch_related_objects(objectives, "agency", "group")
    milestones, positions = _milestones_on(objectives, day), _positions_on(objectives, day)
    rows: dict[int, list[Standing]] = defaultdict(list)
    for one in objectives:
        one.priority = by_id[one.priority_id]
        rows[one.priority_id].append(Standing(one, positions[one.pk], tuple(milestones[one.pk])))
    return YearPlan(plan, tuple((priority, tuple(rows[priority.pk])) for priority in priorities))


def _milestones_on(objectives: list[Objective], day: date) -> dict[int, list[Milestone]]:
    """By objective its milestones with the words and the day that they had then. What is said today to have been met by then was
    met, as in the positions; what was missed is as it was said then.
    """
    listed = list(Milestone.objects.filter(objective__in=objectives).order_by("place"))
    met_on = {one.pk: one.met_on for one in listed}
    found: dict[int, list[Milestone]] = defaultdict(list)
    for one in as_on(listed, day):
        met = met_on[one.pk]
        one.met_on = met if met is not None and met <= day else None
        if one.met_on is not None or (one.missed_on is not None and one.missed_on > day):
            one.missed_on, one.missed_reason = None, ""
        found[one.objective_id].append(one)
    return found


def _positions_on(objectives: list[Objective], day: date) -> dict[int, dict[int, ObjectivePosition]]:
    """By objective and quarter the edition that held: the newest that was written by then."""
    written = ObjectivePosition.objects.filter(objective__in=objectives, written_at__lte=end_of_day(day))
    found: dict[int, dict[int, ObjectivePosition]] = defaultdict(dict)
    for row in written.select_related("written_by").order_by("quarter", "edition"):
        found[row.objective_id][row.quarter] = row
    return found


def ratings_on(person: Person, plan: BusinessPlan, day: date) -> dict[int, dict[str, int]]:
    """By objective how many of the actions that it had by then, and that the person may see, stood at which rating."""
    links = ObjectiveAction.objects.filter(objective__priority__business_plan=plan, added_on__lte=day)
    pairs = list(links.values_list("objective_id", "action_id"))
    actions = {one.pk: one for one in visible_actions(person).filter(pk__in={action for _objective, action in pairs})}
    spells = spells_of(list(actions.values()))
    found: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for objective, action in pairs:
        rating = rated_on(actions[action], spells[action], day) if action in actions else None
        if rating:
            found[objective][rating] += 1
    return found
