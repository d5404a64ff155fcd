"""The business plan: drafted, agreed by the executive, closed with what goes on into the next."""

from datetime import date

from django.db.models import Max

from accounts.models import Person
from board.models import (
    BusinessPlan,
    Meeting,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
)
from board.rules import BUSINESS_PLAN_TRANSITIONS
from board.selectors.business_plan import (
    contributing,
    locked_business_plan,
    open_actions_of,
    undecided_in,
    year_plan,
)
from board.selectors.meetings import visible_meetings
from board.services.pasts import note_made, save_with_past
from foundation import clock
from foundation.calendar import FinancialYear, london_date
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from foundation.turns import take_turns
from foundation.versions import check_version

State, Decision = BusinessPlan.State, Objective.Decision


def subject_of_plan(plan: BusinessPlan) -> Subject:
    """How events speak of a plan."""
    return Subject("business_plan", plan.year)


def subject_of_objective(objective: Objective) -> Subject:
    """How events speak of an objective."""
    return Subject("objective", objective.reference)


def check_open(plan: BusinessPlan) -> None:
    """Refuses whatever would change a closed plan."""
    if plan.state == State.CLOSED:
        raise Refused(f"The plan of {plan.year} is closed, so it stays as it is.")


def agreement_lapses(by: Person, plan: BusinessPlan) -> None:
    """What was agreed is not what it was: the agreement lapses. Refuses a closed plan."""
    check_open(plan)
    if plan.state == State.AGREED:
        move(BUSINESS_PLAN_TRANSITIONS, plan, "lapse")
        plan.agreed_on, plan.meeting, plan.agreed_at, plan.agreed_by = None, None, None, ""
        record(verb="board.business_plan_agreement_lapsed", by=by, subject=subject_of_plan(plan))
    plan.version += 1
    save_with_past(plan)


@service
def open_business_plan(*, by: Person, year: FinancialYear, title: str) -> BusinessPlan:
    """Open the draft of a year's plan. The same again opens nothing; refuses a year that has a plan."""
    take_turns("board.business plans")
    there = BusinessPlan.objects.filter(year=year.label).first()
    if there is not None:
        if there.title == title:
            return there
        raise Refused(f"There is a plan for {year.label} already. Choose another year, or change that one.", field="year")
    plan = BusinessPlan.objects.create(year=year.label, title=title)
    note_made(plan)
    record(verb="board.business_plan_opened", by=by, subject=subject_of_plan(plan))
    return plan


@service
def change_business_plan(*, by: Person, year: str, version: int, title: str) -> BusinessPlan:
    """Give a plan another title; an agreement lapses. Refuses a closed plan, and one that was changed meanwhile."""
    plan = locked_business_plan(year)
    if plan.title == title:
        return plan
    check_open(plan)
    check_version(plan, version)
    plan.title = title
    agreement_lapses(by, plan)
    record(verb="board.business_plan_changed", by=by, subject=subject_of_plan(plan))
    return plan


@service
def agree_business_plan(*, by: Person, year: str, version: int, agreed_on: date | None = None, meeting: str = "") -> BusinessPlan:
    """Agree a plan as it was read, at a meeting that was held or on a day. Twice changes nothing.

    Refuses a plan without objectives, neither a meeting nor a day, a day to come, and a plan that was changed since it was read.
    """
    plan = locked_business_plan(year)
    if plan.state == State.AGREED:
        return plan
    check_version(plan, version, "The plan has changed since you opened it. Read it again before you agree it.")
    if not Objective.objects.filter(priority__business_plan=plan).exists():
        raise Refused("A plan without an objective cannot be agreed.")
    plan.meeting, plan.agreed_on = _agreed(by, meeting, agreed_on)
    move(BUSINESS_PLAN_TRANSITIONS, plan, "agree")
    plan.agreed_at, plan.agreed_by = clock.now(), by.reference
    save_with_past(plan)
    data: dict[str, str | int | bool | None] = {"version": version, "on": plan.agreed_on.isoformat(), "meeting": meeting}
    record(verb="board.business_plan_agreed", by=by, subject=subject_of_plan(plan), data=data)
    return plan


def _agreed(by: Person, meeting: str, day: date | None) -> tuple[Meeting | None, date]:
    if meeting:
        held = visible_meetings(by).filter(reference=meeting, state__in=(Meeting.State.HELD, Meeting.State.APPROVED)).first()
        if held is None:
            raise Refused("Select a meeting that was held.", field="meeting")
        return held, london_date(held.starts_at)
    if day is None:
        raise Refused("Select the meeting that agreed it, or enter the day.", field="meeting")
    if day > clock.today():
        raise Refused("Enter a day that is not in the future.", field="agreed_on")
    return None, day


@service
def close_business_plan(*, by: Person, year: str, version: int) -> BusinessPlan:
    """Close a year that is over: what is to be carried over goes on in the plan of the next year, with its open milestones and
    actions. Twice changes nothing.

    Refuses a year that is not over or not agreed, and one with anything undecided, by its names.
    """
    plan = locked_business_plan(year)
    if plan.state == State.CLOSED:
        return plan
    check_version(plan, version, "The plan has changed since you opened it. Read it again before you close it.")
    period = FinancialYear.from_label(year)
    if period.end >= clock.today():
        raise Refused(f"The year {year} is not over yet.")
    move(BUSINESS_PLAN_TRANSITIONS, plan, "close")
    whole = year_plan(plan)
    if open_ends := undecided_in(whole):
        raise Refused(f"This is still undecided: {'; '.join(open_ends)}.")
    carried = [one.objective for one in whole.standings if one.objective.decision == Decision.CARRY]
    if carried:
        into = _next_plan(by, period.following())
        for objective in carried:
            _carry(by, objective, into)
    plan.closed_at, plan.closed_by = clock.now(), by.reference
    save_with_past(plan)
    record(verb="board.business_plan_closed", by=by, subject=subject_of_plan(plan), data={"carried": len(carried)})
    return plan


def _next_plan(by: Person, year: FinancialYear) -> BusinessPlan:
    take_turns("board.business plans")
    plan, made = BusinessPlan.objects.get_or_create(year=year.label, defaults={"title": f"Business plan {year.label}"})
    if made:
        note_made(plan)
        record(verb="board.business_plan_opened", by=by, subject=subject_of_plan(plan))
    plan = locked_business_plan(year.label)
    agreement_lapses(by, plan)
    return plan


def _carry(by: Person, objective: Objective, into: BusinessPlan) -> Objective:
    """The objective goes on as another of the next plan, under the priority of the same name; its history stays with it."""
    priority = into.priorities.filter(title__iexact=objective.priority.title).first()
    if priority is None:
        number = next_number(into.priorities.aggregate(last=Max("number"))["last"])
        priority = into.priorities.create(number=number, title=objective.priority.title, why=objective.priority.why)
        note_made(priority)
    later = priority.objectives.create(
        number=next_number(priority.objectives.aggregate(last=Max("number"))["last"]),
        text=objective.text, wanted=objective.wanted, agency=objective.agency,
        group=objective.group, figures=objective.figures, moves=objective.moves, earlier=objective,
    )  # fmt: skip
    note_made(later)
    ObjectiveAgency.objects.bulk_create(ObjectiveAgency(objective=later, agency=one) for one in contributing(objective))
    still_open = objective.milestones.filter(met_on__isnull=True, missed_on__isnull=True)
    for place, one in enumerate(still_open, start=1):
        note_made(later.milestones.create(place=place, text=one.text, due_on=one.due_on, earlier=one))
    ObjectiveAction.objects.bulk_create(ObjectiveAction(objective=later, action=one) for one in open_actions_of(objective))
    data = {"to": later.reference, "year": into.year}
    record(verb="board.objective_carried_over", by=by, subject=subject_of_objective(objective), data=data)
    data = {"from": objective.reference}
    record(verb="board.objective_added", by=by, subject=subject_of_objective(later), data=data)
    return later


def next_number(last: int | None) -> int:
    """The number after the last one; 1 where there is none."""
    return (last or 0) + 1
