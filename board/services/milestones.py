"""Milestones of an objective: set for a day, met or missed."""

from datetime import date

from django.db.models import Max

from accounts.models import Person
from board.models import (
    BusinessPlan,
    Milestone,
)
from board.selectors.business_plan import (
    locked_business_plan,
    locked_objective,
    milestone_of,
)
from board.services.business_plan import agreement_lapses, check_open, next_number, subject_of_objective
from board.services.pasts import note_made, save_with_past
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.design.words import date as gov_date
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service
from foundation.versions import check_version


@service
def set_milestone(*, by: Person, reference: str, text: str, due_on: date, place: int = 0, version: int = 0) -> Milestone:
    """Add a milestone at the end, or with its place and the version that was opened say one anew. The same again changes nothing.

    Refuses a day outside the year of the plan (a milestone that was carried over keeps its own), one that is met or missed, a
    closed plan, and a milestone that was changed meanwhile. An agreement lapses.
    """
    objective = locked_objective(reference)
    plan = objective.priority.business_plan
    found = milestone_of(objective, place) if place else objective.milestones.filter(text=text, due_on=due_on).first()
    if found is not None and (found.text, found.due_on) == (text, due_on):
        return found
    check_open(plan)
    if found is not None:
        check_version(found, version)
    if found is not None and (found.met_on or found.missed_on):
        raise Refused("This milestone is met or missed, so it stays as it is.")
    if found is None or found.due_on != due_on:
        _check_due(plan, due_on)
    if found is None:
        found = Milestone(objective=objective, place=next_number(objective.milestones.aggregate(last=Max("place"))["last"]))
    else:
        found.version += 1
    found.text, found.due_on = text, due_on
    agreement_lapses(by, locked_business_plan(plan.year))
    if found.pk is None:
        found.save()
        note_made(found)
    else:
        save_with_past(found)
    data: dict[str, str | int | bool | None] = {"place": found.place, "due_on": due_on.isoformat()}
    record(verb="board.milestone_set", by=by, subject=subject_of_objective(objective), data=data)
    return found


def _check_due(plan: BusinessPlan, due_on: date) -> None:
    year = FinancialYear.from_label(plan.year)
    if not year.start <= due_on <= year.end:
        raise Refused(f"Enter a day from {gov_date(year.start)} to {gov_date(year.end)}.", field="due_on")


@service
def judge_milestone(
    *, by: Person, reference: str, place: int, version: int, met_on: date | None = None, missed_reason: str = ""
) -> Milestone:
    """Say that a milestone was met on a day, or missed with a reason; neither takes back what was said.

    Refuses a day to come, both at once, a closed plan, and a milestone that was changed meanwhile.
    """
    objective = locked_objective(reference)
    found = milestone_of(objective, place)
    if (found.met_on, found.missed_reason) == (met_on, missed_reason):
        return found
    check_open(objective.priority.business_plan)
    check_version(found, version)
    if met_on is not None and missed_reason:
        raise Refused("A milestone is met or missed, not both.", field="missed_reason")
    if met_on is not None and met_on > clock.today():
        raise Refused("Enter a day that is not in the future.", field="met_on")
    found.met_on, found.missed_reason = met_on, missed_reason
    found.missed_on = clock.today() if missed_reason else None
    found.version += 1
    save_with_past(found)
    verb = "board.milestone_met" if met_on else "board.milestone_missed" if missed_reason else "board.milestone_open_again"
    record(verb=verb, by=by, subject=subject_of_objective(objective), reason=missed_reason, data={"place": place})
    return found
