"""Priorities and objectives of a business plan: said, said anew, decided on, and the actions that serve them."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import Max

from accounts.models import Agency, Person
from board.models import (
    Action,
    BusinessPlan,
    Group,
    Objective,
    ObjectiveAction,
    ObjectiveAgency,
    Plan,
    PlanPriority,
)
from board.progress import number_of
from board.selectors.actions import plan_for
from board.selectors.business_plan import (
    actions_to_link,
    contributing,
    figures_to_choose,
    locked_business_plan,
    locked_objective,
    priority_of,
)
from board.selectors.challenges import agency_of
from board.selectors.structure import group_of_today
from board.services.actions import add_action
from board.services.business_plan import (
    agreement_lapses,
    check_open,
    next_number,
    subject_of_objective,
    subject_of_plan,
)
from board.services.pasts import note_made, save_with_past
from board.services.plans import open_plan
from foundation import clock
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service
from foundation.versions import check_version

Decision = Objective.Decision


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
    if found is not None:
        check_version(found, version)
    if found is None:
        found = PlanPriority(business_plan=plan, number=number)
    else:
        found.version += 1
    found.title, found.why = title, why
    agreement_lapses(by, plan)
    if found.pk is None:
        found.save()
        note_made(found)
    else:
        save_with_past(found)
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
    agreement_lapses(by, plan)
    objective = found.objectives.create(number=next_number(found.objectives.aggregate(last=Max("number"))["last"]), **told)
    note_made(objective)
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
    agreement_lapses(by, locked_business_plan(objective.priority.business_plan.year))
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
    check_version(objective, version)


def _save(objective: Objective) -> None:
    objective.version += 1
    save_with_past(objective)


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
