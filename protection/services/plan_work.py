"""What happens under plans between conferences: visits, shared actions, the chair's look, escalation, legal steps."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.urls import reverse

from accounts.models import Agency, Person
from foundation import clock
from foundation.calendar import LONDON, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.versions import check_version
from protection.models import (
    ActionOfPlan,
    ActionStatus,
    ChairCheck,
    ChairEscalation,
    LegalMark,
    LegalStep,
    PlanAction,
    ProtectionPlan,
    Visit,
)
from protection.rules import kinds
from protection.rules.checking import check_past
from protection.selectors.families import managers_for
from protection.selectors.sight import core_group_families, works_on
from protection.services.families import hold_core_group, record, subject_of
from protection.services.plans import await_visit, hold_plan, keep_plan
from referrals.services.messages import tell
from work.services.clocks import change_variant, start_clock, stop_clock

STAGES = 3
MOST_PROGRESS = 10
CLOCK_OF_STEP = {LegalStep.POLICE.value: kinds.POLICE_CLOCK, LegalStep.EMERGENCY.value: kinds.ORDER_CLOCK}
"""Legal steps that end by law after so many hours or days."""


@dataclass(frozen=True)
class VisitWritten:
    """What is told of a visit."""

    visited_on: date
    visitor: str
    seen: bool
    seen_alone: bool = False
    bedroom_seen: bool = False
    not_seen_reason: str = ""
    child_view: str = ""
    analysis: str = ""


@dataclass(frozen=True)
class ActionWritten:
    """One outcome and what is done for it. `agency` is a code."""

    danger: str
    outcome: str
    action: str
    who: str
    due_on: date
    measure: str = ""
    contingency: str = ""
    agency: str = ""


@service
def record_visit(*, by: Person, reference: str, visit: VisitWritten, version: int | None = None) -> Visit:
    """Write a visit to a child on a plan into its log. The team that has the case.

    One at which the child was seen starts the interval anew; one at which the child was not seen says why, and the clock runs on.
    With the `version` of the plan that a page showed it is refused where the plan has changed since (Conflict): two visits of
    one day may well read alike, so that a press too many cannot be told by the words.
    """
    plan = hold_plan(by, reference, version)
    check_past(visit.visited_on, clock.today(), "visited_on", since=plan.started_on)
    need(visit.visitor, "Enter who visited.", "visitor")
    if not visit.seen:
        need(visit.not_seen_reason, "Enter why the child was not seen.", "not_seen_reason")
        if visit.seen_alone:
            raise Refused("A child who was not seen was not seen alone.", field="seen_alone")
    made = Visit.objects.create(
        plan=plan,
        due_on=plan.visit_due_on or visit.visited_on,
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
        **asdict(visit),
    )
    if visit.seen:
        subject = subject_of(kinds.PLAN, reference)
        stop_clock(by=by, kind=kinds.VISIT_CLOCK, subject=subject, outcome="seen")
        await_visit(by=by, plan=plan, since=visit.visited_on)
    keep_plan(plan, "visit_due_on")
    record("plan_visit", by, kinds.PLAN, reference, data={"seen": visit.seen})
    return made


@service
def add_plan_action(*, by: Person, family: str, plans: Collection[str], written: ActionWritten) -> PlanAction:
    """Add an action to the plans (by reference) of one family; siblings share it. The team, the chair or the core group.

    The same written again by the same person is the one that there is, while it is open. Refuses one that does not say which
    danger it is about, what is to be different, what is done, by whom and by when, and how one will know.
    """
    held = hold_core_group(by, family)
    running = ProtectionPlan.objects.filter(family=held, ended_on__isnull=True, withdrawn_at__isnull=True)
    chosen = list(running.filter(reference__in=plans))
    if not plans or len(chosen) != len(set(plans)):
        raise Refused("Select plans of this family that run.", field="plans")
    agency = Agency.objects.filter(code=written.agency).first() if written.agency else None
    told = {
        "danger": need(written.danger, "Enter which danger it is about.", "danger"),
        "outcome": need(written.outcome, "Enter what is to be different for the children.", "outcome"),
        "action": need(written.action, "Enter what is to be done.", "action"),
        "who": need(written.who, "Enter who does it.", "who"),
        "agency": agency,
        "due_on": _due(written.due_on),
        "measure": need(written.measure, "Enter how you will know that it works.", "measure"),
        "contingency": written.contingency,
        "added_by": by.actor_reference,
    }
    for same in PlanAction.objects.filter(family=held, status=ActionStatus.OPEN, **told):
        if set(same.of_plans.values_list("plan", flat=True)) == {plan.pk for plan in chosen}:
            return same
    action = PlanAction.objects.create(family=held, added_at=clock.now(), **told)
    ActionOfPlan.objects.bulk_create(ActionOfPlan(action=action, plan=plan) for plan in chosen)
    record("plan_action_added", by, kinds.FAMILY, family, data={"action": action.pk})
    return action


def _due(due_on: date) -> date:
    if due_on < clock.today():
        raise Refused("The date must be today or in the future.", field="due_on")
    return due_on


@service
def note_progress(*, by: Person, action_id: int, progress: int, note: str = "") -> PlanAction:
    """Say how far an action has come, 0 to 10. Whoever belongs to the core group or works on the family; while it is open."""
    action = _action(by, action_id)
    if not 0 <= progress <= MOST_PROGRESS:
        raise Refused("Enter a whole number from 0 to 10.", field="progress")
    action.progress, action.progress_note, action.looked_at_on = progress, note, clock.today()
    action.save(update_fields=["progress", "progress_note", "looked_at_on"])
    record("plan_action_progress", by, kinds.FAMILY, action.family.reference, data={"action": action.pk})
    return action


@service
def settle_plan_action(*, by: Person, action_id: int, status: str, note: str) -> PlanAction:
    """Mark an action as done or no longer needed, with the evidence or the reason. The core group; refused a second time."""
    action = _action(by, action_id)
    if status not in (ActionStatus.DONE, ActionStatus.DROPPED):
        raise Refused("Select whether it is done or no longer needed.", field="status")
    action.progress_note = need(note, "Enter how one knows, or why it is no longer needed.", "note")
    action.status, action.settled_at, action.settled_by = status, clock.now(), by.actor_reference
    action.looked_at_on = clock.today()
    action.save(update_fields=["status", "settled_at", "settled_by", "progress_note", "looked_at_on"])
    record("plan_action_settled", by, kinds.FAMILY, action.family.reference, data={"action": action.pk, "status": status})
    return action


def _action(by: Person, action_id: int) -> PlanAction:
    action = PlanAction.objects.select_for_update(of=("self",)).select_related("family").filter(pk=action_id).first()
    if action is None or not core_group_families(by).filter(pk=action.family_id).exists():
        raise NotVisible
    if action.status != ActionStatus.OPEN:
        raise Refused("This action is settled already.")
    if not action.of_plans.filter(plan__ended_on__isnull=True, plan__withdrawn_at__isnull=True).exists():
        raise Refused("The plans that this action served have ended.")
    return action


@service
def check_midway(*, by: Person, reference: str, checked_on: date, on_track: bool, findings: str) -> ChairCheck:
    """Record the chair's look at a plan half way between two conferences, once; what was due by its clock is done.

    A chair who sees it.
    """
    plan = hold_plan(by, reference, None)
    check_past(checked_on, clock.today(), "checked_on", since=plan.started_on)
    made, new = ChairCheck.objects.get_or_create(
        plan=plan,
        checked_on=checked_on,
        on_track=on_track,
        findings=need(findings, "Enter what you found.", "findings"),
        recorded_by=by.actor_reference,
        defaults={"recorded_at": clock.now()},
    )
    if not new:
        return made
    stop_clock(by=by, kind=kinds.CHECK_CLOCK, subject=subject_of(kinds.PLAN, reference), outcome="checked")
    plan.check_due_on = None
    keep_plan(plan, "check_due_on")
    record("plan_checked", by, kinds.PLAN, reference, data={"on_track": on_track})
    return made


@service
def escalate_plan(*, by: Person, reference: str, concern: str) -> ChairEscalation:
    """A chair takes a worry about a plan up with the team's manager, who is told. Refused while another of the plan is open."""
    plan = hold_plan(by, reference, None)
    if plan.escalations.filter(closed_at__isnull=True).exists():
        raise Refused("An escalation of this plan is open already. Take that one further.")
    made = ChairEscalation.objects.create(
        plan=plan,
        concern=need(concern, "Enter what worries you.", "concern"),
        raised_at=clock.now(),
        raised_by=by.actor_reference,
    )
    record("plan_escalated", by, kinds.PLAN, reference, data={"stage": 1})
    tell(managers_for(plan.family), _page_of(plan), f"escalation:{made.pk}:1")
    return made


@service
def answer_escalation(*, by: Person, escalation_id: int, version: int, answer: str) -> ChairEscalation:
    """Answer what a chair has escalated; the chair is told. A manager; refused where it went on since it was shown (Conflict)."""
    escalation = _escalation(by, escalation_id, version)
    escalation.answer = need(answer, "Enter what you do about it.", "answer")
    escalation.answered_at, escalation.answered_by = clock.now(), by.actor_reference
    escalation.save(update_fields=["answer", "answered_at", "answered_by"])
    record("plan_escalation_answered", by, kinds.PLAN, escalation.plan.reference, data={"stage": escalation.stage})
    raised = Person.objects.filter(reference=escalation.raised_by, is_active=True)
    chairs = [one for one in raised if works_on(one, escalation.plan.family)]
    tell(chairs, _page_of(escalation.plan), f"escalation:{escalation.pk}:{escalation.stage}:answer:{clock.now().isoformat()}")
    return escalation


@service
def raise_escalation(*, by: Person, escalation_id: int, version: int, concern: str) -> ChairEscalation:
    """Take an escalation to the next stage: service manager, then director. A chair; refused at the last. The team is told.

    Pressed twice it goes one stage further: refused where it went on since it was shown (Conflict).
    """
    escalation = _escalation(by, escalation_id, version)
    if escalation.stage >= STAGES:
        raise Refused("This is with the director already. Close it, or raise a disagreement between agencies.")
    escalation.stage += 1
    escalation.concern = f"{escalation.concern}\n\n{need(concern, 'Enter why you take it further.', 'concern')}"
    escalation.answered_at, escalation.answered_by = None, ""
    escalation.save(update_fields=["stage", "concern", "answered_at", "answered_by"])
    record("plan_escalated", by, kinds.PLAN, escalation.plan.reference, data={"stage": escalation.stage})
    plan = escalation.plan
    tell(managers_for(plan.family), _page_of(plan), f"escalation:{escalation.pk}:{escalation.stage}")
    return escalation


@service
def close_escalation(*, by: Person, escalation_id: int, version: int, result: str) -> ChairEscalation:
    """Close an escalation, with what came of it. A chair; refused where it went on since it was shown (Conflict)."""
    escalation = _escalation(by, escalation_id, version)
    escalation.result = need(result, "Enter what came of it.", "result")
    escalation.closed_at, escalation.closed_by = clock.now(), by.actor_reference
    escalation.save(update_fields=["result", "closed_at", "closed_by"])
    record("plan_escalation_closed", by, kinds.PLAN, escalation.plan.reference)
    return escalation


def _page_of(plan: ProtectionPlan) -> str:
    return reverse("protection:plan", args=[plan.reference])


def _escalation(by: Person, escalation_id: int, version: int) -> ChairEscalation:
    found = _of_a_plan(ChairEscalation, by, escalation_id)
    if found.closed_at is not None:
        raise Refused("This escalation is closed.")
    check_version(found, version, "This escalation went on while you had it open. Look at it, then send yours again.")
    return found  # type: ignore[no-any-return]


def _of_a_plan(model: Any, by: Person, pk: int) -> Any:
    found = model.objects.select_for_update(of=("self",)).select_related("plan__family").filter(pk=pk).first()
    if found is None or not works_on(by, found.plan.family):
        raise NotVisible
    return found


@service
def mark_legal_step(
    *, by: Person, reference: str, step: str, began_on: date, began_time: time | None = None, note: str = ""
) -> LegalMark:
    """Mark that legal planning, pre-proceedings, proceedings or emergency protection began. The team that has the case.

    Police protection ends 72 hours after it began, an emergency protection order after eight days, or after fifteen once it was
    extended: their clocks start. Refuses police protection without its time, and an extension without an order that runs.
    """
    plan = hold_plan(by, reference, None)
    if step not in LegalStep.values:
        raise Refused("Select a legal step.", field="step")
    check_past(began_on, clock.today(), "began_on")
    if step == LegalStep.POLICE and began_time is None:
        raise Refused("Enter at what time police protection began.", field="began_time")
    if plan.legal_marks.filter(step=step, ended_on__isnull=True).exists():
        raise Refused("This step is marked already and has not ended.", field="step")
    if step == LegalStep.EXTENDED:
        _extend(by, plan, began_on)
    made = LegalMark.objects.create(
        plan=plan,
        step=step,
        began_on=began_on,
        began_time=began_time,
        note=note,
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
    )
    if step in CLOCK_OF_STEP:
        began = datetime.combine(began_on, began_time, tzinfo=LONDON) if began_time else start_of_day(began_on)
        start_clock(
            by=by,
            kind=CLOCK_OF_STEP[step],
            subject=subject_of(kinds.PLAN, reference),
            started_at=began,
            owner_team=plan.family.team,
        )
    record("plan_legal_step", by, kinds.PLAN, reference, data={"step": step})
    return made


def _extend(by: Person, plan: ProtectionPlan, on: date) -> None:
    """An emergency protection order is extended once, by up to seven days (Children Act 1989, section 45(5) and (6))."""
    order = plan.legal_marks.filter(step=LegalStep.EMERGENCY, ended_on__isnull=True).first()
    if order is None or on < order.began_on:
        raise Refused("Mark the emergency protection order first: only one that runs is extended.", field="step")
    if plan.legal_marks.filter(step=LegalStep.EXTENDED, began_on__gte=order.began_on).exists():
        raise Refused("An emergency protection order is extended once.", field="step")
    change_variant(
        by=by,
        kind=kinds.ORDER_CLOCK,
        subject=subject_of(kinds.PLAN, plan.reference),
        variant=kinds.EXTENDED_VARIANT,
        reason="The order was extended",
    )


@service
def end_legal_step(*, by: Person, mark_id: int, ended_on: date) -> LegalMark:
    """Say when a legal step ended. The team that has the case; refused a second time and before it began."""
    mark = _of_a_plan(LegalMark, by, mark_id)
    if mark.ended_on is not None:
        raise Refused("This step has ended already.")
    check_past(ended_on, clock.today(), "ended_on", since=mark.began_on)
    mark.ended_on = ended_on
    mark.save(update_fields=["ended_on"])
    if mark.step in CLOCK_OF_STEP:
        subject = subject_of(kinds.PLAN, mark.plan.reference)
        stop_clock(by=by, kind=CLOCK_OF_STEP[mark.step], subject=subject, outcome="ended")
    record("plan_legal_step_ended", by, kinds.PLAN, mark.plan.reference, data={"step": mark.step})
    return mark  # type: ignore[no-any-return]
