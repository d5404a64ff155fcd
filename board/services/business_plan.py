"""The business plan: drafted, agreed by the executive, kept up through the year, closed with what goes on into the next."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Max

from accounts.models import Agency, Person
from board.models import (
    Action,
    BusinessPlan,
    Group,
    Meeting,
    Milestone,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
    Plan,
    PlanPriority,
)
from board.progress import number_of
from board.rules import BUSINESS_PLAN_TRANSITIONS
from board.selectors.actions import plan_for
from board.selectors.business_plan import (
    actions_to_link,
    contributing,
    figures_to_choose,
    locked_business_plan,
    locked_objective,
    milestone_of,
    open_actions_of,
    priority_of,
    undecided_in,
    year_plan,
)
from board.selectors.challenges import agency_of
from board.selectors.meetings import visible_meetings
from board.selectors.structure import group_of_today
from board.services.actions import add_action
from board.services.plans import open_plan
from foundation import clock
from foundation.calendar import FinancialYear, london_date
from foundation.design.words import date as gov_date
from foundation.errors import Conflict, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from foundation.turns import take_turns
from foundation.versions import check_version

State, Decision = BusinessPlan.State, Objective.Decision
OVERTAKEN = "Somebody else has changed this since you opened it. Check yours against theirs and save again."


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


def _changed(by: Person, plan: BusinessPlan) -> None:
    """What was agreed is not what it was: the agreement lapses. Refuses a closed plan."""
    check_open(plan)
    if plan.state == State.AGREED:
        move(BUSINESS_PLAN_TRANSITIONS, plan, "lapse")
        plan.agreed_on, plan.meeting, plan.agreed_at, plan.agreed_by = None, None, None, ""
        record(verb="board.business_plan_agreement_lapsed", by=by, subject=subject_of_plan(plan))
    plan.version += 1
    plan.save()


# -- the plan -------------------------------------------------------------------------------------------------


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
    record(verb="board.business_plan_opened", by=by, subject=subject_of_plan(plan))
    return plan


@service
def change_business_plan(*, by: Person, year: str, version: int, title: str) -> BusinessPlan:
    """Give a plan another title; an agreement lapses. Refuses a closed plan, and one that was changed meanwhile."""
    plan = locked_business_plan(year)
    if plan.title == title:
        return plan
    check_open(plan)
    check_version(plan, version, OVERTAKEN)
    plan.title = title
    _changed(by, plan)
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
    plan.save()
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
    plan.save()
    record(verb="board.business_plan_closed", by=by, subject=subject_of_plan(plan), data={"carried": len(carried)})
    return plan


def _next_plan(by: Person, year: FinancialYear) -> BusinessPlan:
    take_turns("board.business plans")
    plan, made = BusinessPlan.objects.get_or_create(year=year.label, defaults={"title": f"Business plan {year.label}"})
    if made:
        record(verb="board.business_plan_opened", by=by, subject=subject_of_plan(plan))
    plan = locked_business_plan(year.label)
    _changed(by, plan)
    return plan


def _carry(by: Person, objective: Objective, into: BusinessPlan) -> Objective:
    """The objective goes on as another of the next plan, under the priority of the same name; its history stays with it."""
    priority = into.priorities.filter(title__iexact=objective.priority.title).first()
    if priority is None:
        number = _next(into.priorities.aggregate(last=Max("number"))["last"])
        priority = into.priorities.create(number=number, title=objective.priority.title, why=objective.priority.why)
    later = priority.objectives.create(
        number=_next(priority.objectives.aggregate(last=Max("number"))["last"]), text=objective.text, wanted=objective.wanted,
        agency=objective.agency, group=objective.group, figures=objective.figures, moves=objective.moves, earlier=objective,
    )  # fmt: skip
    ObjectiveAgency.objects.bulk_create(ObjectiveAgency(objective=later, agency=one) for one in contributing(objective))
    still_open = objective.milestones.filter(met_on__isnull=True, missed_on__isnull=True)
    for place, one in enumerate(still_open, start=1):
        later.milestones.create(place=place, text=one.text, due_on=one.due_on, earlier=one)
    ObjectiveAction.objects.bulk_create(ObjectiveAction(objective=later, action=one) for one in open_actions_of(objective))
    data = {"to": later.reference, "year": into.year}
    record(verb="board.objective_carried_over", by=by, subject=subject_of_objective(objective), data=data)
    data = {"from": objective.reference}
    record(verb="board.objective_added", by=by, subject=subject_of_objective(later), data=data)
    return later


def _next(last: int | None) -> int:
    return (last or 0) + 1


# -- priorities and objectives --------------------------------------------------------------------------------


@service
def set_priority(*, by: Person, year: str, number: int, title: str, why: str, version: int = 0) -> PlanPriority:
    """Write a new priority, or with the version that was opened say one anew. The same again changes nothing.

    Refuses a number that is there already, a closed plan, and a priority that was changed meanwhile. An agreement lapses.
    """
    plan = locked_business_plan(year)
    found = priority_of(plan, number)
    if found is not None and (found.title, found.why) == (title, why):
        return found
    check_open(plan)
    if found is None and version:
        raise Refused("This priority is not there any more.")
    if found is not None and not version:
        raise Refused(f"There is a priority {number} already. Give this one another number.", field="number")
    if found is not None and found.version != version:
        raise Conflict(OVERTAKEN)
    if found is None:
        found = PlanPriority(business_plan=plan, number=number)
    else:
        found.version += 1
    found.title, found.why = title, why
    _changed(by, plan)
    found.save()
    record(verb="board.priority_set", by=by, subject=subject_of_plan(plan), data={"number": number})
    return found


def _told(
    *, text: str, wanted: str, agency: str, group: str, figures: Iterable[str], moves: str, kept: Objective | None
) -> dict[str, Any]:
    """What is said of an objective, as the table keeps it. Refuses one that nobody leads, and figures that nobody publishes."""
    lead, leading = agency_of(agency, "agency"), _group(group, kept)
    if lead is None and leading is None:
        raise Refused("Select the agency or the group that leads.", field="agency")
    codes = list(dict.fromkeys(figures))
    if not set(codes) <= {code for code, _title in figures_to_choose(kept.figures if kept else ())}:
        raise Refused("Select figures from the list.", field="figures")
    return {"text": text, "wanted": wanted, "agency": lead, "group": leading, "figures": codes, "moves": moves}


def _group(reference: str, kept: Objective | None) -> Group | None:
    if not reference:
        return None
    if kept is not None and kept.group is not None and kept.group.reference == reference:
        return kept.group
    found = group_of_today(reference)
    if found is None:
        raise Refused("This group is not there any more. Select another one.", field="group")
    return found


def _contributors(codes: Iterable[str], lead: Agency | None) -> list[Agency]:
    found = [agency_of(code, "contributors") for code in dict.fromkeys(codes)]
    return sorted((one for one in found if one is not None and one != lead), key=lambda one: one.name)


@service
def add_objective(
    *, by: Person, year: str, priority: int, text: str, wanted: str, agency: str = "", group: str = "",
    contributors: Sequence[str] = (), figures: Sequence[str] = (), moves: str = "",
) -> Objective:  # fmt: skip
    """Add what we said we would do to a priority of a year; it takes the next number. The same words again add nothing.

    Refuses a priority that is not there, an objective that nobody leads, figures that nobody publishes, and a closed plan.
    An agreement lapses.
    """
    plan = locked_business_plan(year)
    found = priority_of(plan, priority)
    if found is None:
        raise Refused("Select a priority of this plan.", field="priority")
    told = _told(text=text, wanted=wanted, agency=agency, group=group, figures=figures, moves=moves, kept=None)
    others = _contributors(contributors, told["agency"])
    there = found.objectives.filter(text=text).first()
    if there is not None:
        return there
    _changed(by, plan)
    objective = found.objectives.create(number=_next(found.objectives.aggregate(last=Max("number"))["last"]), **told)
    ObjectiveAgency.objects.bulk_create(ObjectiveAgency(objective=objective, agency=one) for one in others)
    record(verb="board.objective_added", by=by, subject=subject_of_objective(objective), data={"year": year})
    return objective


@service
def change_objective(
    *, by: Person, reference: str, version: int, text: str, wanted: str, agency: str = "", group: str = "",
    contributors: Sequence[str] = (), figures: Sequence[str] = (), moves: str = "",
) -> Objective:  # fmt: skip
    """Say an objective anew. The same again changes nothing; an agreement lapses.

    Refuses what adding refuses, and an objective that was changed meanwhile.
    """
    objective = locked_objective(reference)
    told = _told(text=text, wanted=wanted, agency=agency, group=group, figures=figures, moves=moves, kept=objective)
    others = _contributors(contributors, told["agency"])
    if all(getattr(objective, name) == value for name, value in told.items()) and others == list(contributing(objective)):
        return objective
    _check_version(objective, version)
    _changed(by, locked_business_plan(objective.priority.business_plan.year))
    for name, value in told.items():
        setattr(objective, name, value)
    objective.contributors.exclude(agency__in=others).delete()
    had = set(contributing(objective))
    fresh = [ObjectiveAgency(objective=objective, agency=one) for one in others if one not in had]
    ObjectiveAgency.objects.bulk_create(fresh)
    _save(objective)
    record(verb="board.objective_changed", by=by, subject=subject_of_objective(objective))
    return objective


def _check_version(objective: Objective, version: int) -> None:
    check_open(objective.priority.business_plan)
    check_version(objective, version, OVERTAKEN)


def _save(objective: Objective) -> None:
    objective.version += 1
    objective.save()


@service
def decide_objective(*, by: Person, reference: str, version: int, decision: str, reason: str = "") -> Objective:
    """Say what becomes of an objective after the year: carried over when the year is closed, or ended now with a reason.

    An empty decision takes back what was decided. Refuses an end without a reason, a closed plan, and an objective that was
    changed meanwhile.
    """
    objective = locked_objective(reference)
    if (objective.decision, objective.decision_reason) == (decision, reason):
        return objective
    _check_version(objective, version)
    if decision not in Decision.values:
        raise Refused("Select what becomes of it.", field="decision")
    if decision == Decision.END and not reason.strip():
        raise Refused("Enter why it is ended.", field="reason")
    objective.decision, objective.decision_reason = decision, reason if decision else ""
    objective.decided_at, objective.decided_by = (clock.now(), by.reference) if decision else (None, "")
    objective.ended_on = clock.today() if decision == Decision.END else None
    _save(objective)
    record(
        verb="board.objective_decided", by=by, subject=subject_of_objective(objective), reason=reason, data={"decision": decision}
    )
    return objective


# -- milestones -----------------------------------------------------------------------------------------------


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
    if found is not None and found.version != version:
        raise Conflict(OVERTAKEN)
    if found is not None and (found.met_on or found.missed_on):
        raise Refused("This milestone is met or missed, so it stays as it is.")
    if found is None or found.due_on != due_on:
        _check_due(plan, due_on)
    if found is None:
        found = Milestone(objective=objective, place=_next(objective.milestones.aggregate(last=Max("place"))["last"]))
    else:
        found.version += 1
    found.text, found.due_on = text, due_on
    _changed(by, locked_business_plan(plan.year))
    found.save()
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
    check_version(found, version, OVERTAKEN)
    if met_on is not None and missed_reason:
        raise Refused("A milestone is met or missed, not both.", field="missed_reason")
    if met_on is not None and met_on > clock.today():
        raise Refused("Enter a day that is not in the future.", field="met_on")
    found.met_on, found.missed_reason = met_on, missed_reason
    found.missed_on = clock.today() if missed_reason else None
    found.version += 1
    found.save()
    verb = "board.milestone_met" if met_on else "board.milestone_missed" if missed_reason else "board.milestone_open_again"
    record(verb=verb, by=by, subject=subject_of_objective(objective), reason=missed_reason, data={"place": place})
    return found


# -- actions --------------------------------------------------------------------------------------------------


@service
def act_on_objective(
    *, by: Person, reference: str, text: str, agency_code: str, due_on: date, owner_email: str = "", owner_post: str = "",
    success_measure: str = "",
) -> Action:  # fmt: skip
    """Make an action of an objective, in the year's action plan of the source business plan; it is opened with the first one.

    The same words for the same agency again add nothing. Refuses a closed plan, and what `add_action` refuses.
    """
    objective = locked_objective(reference)
    plan = locked_business_plan(objective.priority.business_plan.year)
    check_open(plan)
    there = Action.objects.filter(objectives__objective=objective, agency__code=agency_code, text=text).first()
    if there is not None:
        return there
    into = _action_plan(by, plan)
    number = _next_action(into, number_of(objective))
    action = add_action(
        by=by, plan_reference=into.reference, number=number, text=text, agency_code=agency_code, due_on=due_on,
        owner_email=owner_email, owner_post=owner_post, success_measure=success_measure,
    )  # fmt: skip
    ObjectiveAction.objects.create(objective=objective, action=action, is_origin=True)
    data = {"added": action.reference}
    record(verb="board.objective_actions_linked", by=by, subject=subject_of_objective(objective), data=data)
    return action


def _action_plan(by: Person, plan: BusinessPlan) -> Plan:
    """The action plan of a year; the first action opens it, and so does one after it was closed."""
    if plan.action_plan is not None and plan.action_plan.closed_at is None:
        return plan.action_plan
    title = f"{plan.title}: actions" if plan.year in plan.title else f"{plan.title} {plan.year}: actions"
    plan.action_plan = open_plan(by=by, title=title[:200], source=Plan.Source.BUSINESS_PLAN)
    plan.save()
    return plan.action_plan


def _next_action(plan: Plan, number: str) -> str:
    taken = set(plan.actions.filter(number__startswith=f"{number}.").values_list("number", flat=True))
    return next(name for place in range(1, len(taken) + 2) if (name := f"{number}.{place}") not in taken)


@service
def link_actions(*, by: Person, reference: str, version: int, plan_reference: str, actions: Iterable[str]) -> Objective:
    """Say which actions of an action plan serve an objective. The same ones again change nothing; other plans stay as they are.

    Refuses actions that are not of the plan or withdrawn, to unlink one that was made for the objective, a closed plan, and an
    objective that was changed meanwhile.
    """
    objective = locked_objective(reference)
    rows = actions_to_link(plan_for(by, plan_reference), objective)
    before = {action.reference for action, already in rows if already}
    chosen, by_reference = frozenset(actions), {action.reference: action for action, _already in rows}
    if chosen == before:
        return objective
    _check_version(objective, version)
    if not chosen <= set(by_reference):
        raise Refused("Select actions of this plan that are not withdrawn.", field="actions")
    gone = objective.linked.filter(action__reference__in=before - chosen)
    if gone.filter(is_origin=True).exists():
        raise Refused("An action that was made for this objective stays with it.", field="actions")
    gone.delete()
    fresh = [by_reference[one] for one in sorted(chosen - before)]
    ObjectiveAction.objects.bulk_create(ObjectiveAction(objective=objective, action=action) for action in fresh)
    _save(objective)
    data = {"added": " ".join(sorted(chosen - before)), "removed": " ".join(sorted(before - chosen))}
    record(verb="board.objective_actions_linked", by=by, subject=subject_of_objective(objective), data=data)
    return objective
