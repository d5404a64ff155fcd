"""Plans: started by a conference, gone on with, ended by a conference or by what needs none, withdrawn."""

from datetime import date

from accounts.models import Person
from children.services import begin_involvement, end_involvements, record_birth, write_chronology
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import end_of_day, london_date, start_of_day
from foundation.errors import Conflict, NotVisible, Refused, need
from foundation.service import service
from foundation.working_days import working_calendar
from protection.models import (
    Conference,
    ConferenceChild,
    Direction,
    EndReason,
    FamilyGroup,
    PlanCategory,
    PlanOrigin,
    ProtectionPlan,
    ReviewHeld,
    Transfer,
)
from protection.rules import chronology, kinds
from protection.rules.checking import check_end_of_child, check_end_without_conference, check_past
from protection.rules.telling import AT_BIRTH, tasks_at_end
from protection.rules.timeliness import counted_review_due
from protection.selectors.plans import open_plan_of, previous_plans_of
from protection.selectors.sight import visible_plans, works_on
from protection.selectors.transfers import UNSETTLED
from protection.services.families import record, subject_of
from protection.services.plan_tasks import begin_tasks
from referrals.services.plans import give_way_to_protection
from work.models import Clock
from work.selectors import deadlines
from work.services.clocks import start_clock, stop_clock


def start_plan(*, by: Actor, conference: Conference, row: ConferenceChild) -> ProtectionPlan:
    """Start the plan that a conference decided for a child, on the day of the conference (2885). Part of services.

    Its child-in-need plan ends (4001). Earlier plans of the child count, in whichever authority they were. Refuses a child who
    is on a plan already.
    """
    if open_plan_of(row.child) is not None or conference.held_on is None:
        raise Refused("This child is on a child protection plan already.", field=f"decision_{row.pk}")
    transfer = settle_move_in(conference, row)
    moment, day = clock.now(), conference.held_on
    plan = ProtectionPlan(
        family=conference.family,
        child=row.child,
        origin=PlanOrigin.TRANSFER_IN if transfer else PlanOrigin.CONFERENCE,
        decided=row,
        transfer=transfer,
        chair=conference.chair,
        started_on=day,
        initial_category=row.category,
        category=row.category,
        previous_plans=previous_plans_of(row.child),
        visit_every=deadlines.limit(kinds.VISIT_CLOCK, "", day).amount,
        contingency=conference.contingency,
        recorded_at=moment,
        recorded_by=by.actor_reference,
    )
    await_review(by=by, plan=plan, kind=kinds.FIRST_REVIEW_CLOCK, since=day)
    await_visit(by=by, plan=plan, since=day)
    await_check(by=by, plan=plan, since=day)
    plan.save()
    PlanCategory.objects.create(plan=plan, category=plan.category, from_on=day, conference=conference)
    give_way_to_protection(by=by, child_id=row.child_id, on=day)
    subject = subject_of(kinds.PLAN, plan.reference)
    begin_involvement(by=by, child=row.child, team=conference.family.team, record=subject)
    write_chronology(by=by, child=row.child, kind=chronology.PLAN_STARTED, record=subject, detail=plan.category)
    record("plan_started", by, kinds.PLAN, plan.reference, data={"category": plan.category, "previous": plan.previous_plans})
    return plan


def settle_move_in(conference: Conference, row: ConferenceChild) -> Transfer | None:
    """The child's move here for good that waits for a conference: this one, adjourned before or not, settles it.

    Part of services, where a plan starts here or none is needed.
    """
    moves = Transfer.objects.select_for_update(of=("self",)).filter(
        UNSETTLED, family=conference.family, child=row.child, direction=Direction.IN, temporary=False
    )
    move = moves.first()
    if move is not None:
        move.accepted_on = conference.held_on
        move.save(update_fields=["accepted_on"])
    return move


def await_review(*, by: Actor, plan: ProtectionPlan, kind: str, since: date) -> None:
    """Start the clock of the next review, and copy its day. Part of services; the plan is saved by them."""
    running = start_clock(
        by=by,
        kind=kind,
        subject=subject_of(kinds.PLAN, plan.reference),
        started_at=start_of_day(since),
        owner_team=plan.family.team,
    )
    plan.review_due_on = london_date(running.due_at)


def await_visit(*, by: Actor, plan: ProtectionPlan, since: date) -> None:
    """Start the clock of the next visit, and copy its day: as often as the plan says, never later than the limit in force.

    Part of services.
    """
    sooner = plan.visit_every < deadlines.limit(kinds.VISIT_CLOCK, "", since).amount
    running = start_clock(
        by=by,
        kind=kinds.VISIT_CLOCK,
        subject=subject_of(kinds.PLAN, plan.reference),
        started_at=start_of_day(since),
        owner_team=plan.family.team,
        due_at=end_of_day(working_calendar().add_working_days(since, plan.visit_every)) if sooner else None,
    )
    plan.visit_due_on = london_date(running.due_at)


@service
def agree_terms(
    *, by: Person, reference: str, version: int, visit_every: int, written_agreement: str, contingency: str
) -> ProtectionPlan:
    """Write down how a plan is carried out: visits within so many working days, what was agreed in writing, what if it fails.

    The team or the chair. The next visit is counted anew. Refuses visits less often than the partnership's limit, and no
    contingency.
    """
    plan = hold_plan(by, reference, version)
    most = deadlines.limit(kinds.VISIT_CLOCK, "", clock.today()).amount
    if not 1 <= visit_every <= most:
        raise Refused(f"Enter a whole number from 1 to {most}.", field="visit_every")
    plan.contingency = need(contingency, "Enter what happens if the plan does not work.", "contingency")
    plan.written_agreement, often = written_agreement.strip(), plan.visit_every
    plan.visit_every = visit_every
    if often != visit_every:
        seen = plan.visits.filter(seen=True).order_by("-visited_on").values_list("visited_on", flat=True).first()
        stop_clock(by=by, kind=kinds.VISIT_CLOCK, subject=subject_of(kinds.PLAN, reference), outcome="agreed anew")
        await_visit(by=by, plan=plan, since=seen or plan.started_on)
    record("plan_terms_agreed", by, kinds.PLAN, reference, data={"visit_every": visit_every})
    return keep_plan(plan, "visit_every", "written_agreement", "contingency", "visit_due_on")


def await_check(*, by: Actor, plan: ProtectionPlan, since: date, variant: str = "") -> None:
    """From a conference on, the plan's chair looks at it half way to the next; the day is copied. Part of services."""
    running = start_clock(
        by=by,
        kind=kinds.CHECK_CLOCK,
        subject=subject_of(kinds.PLAN, plan.reference),
        started_at=start_of_day(since),
        owner_person=plan.chair,
        variant=variant,
    )
    plan.check_due_on = london_date(running.due_at)


def go_on(*, by: Actor, plan: ProtectionPlan, conference: Conference, row: ConferenceChild) -> None:
    """A review has decided that a plan goes on, in the same category or in another from this day. Part of services."""
    plan = _locked_plan(plan)
    _reviewed(by, plan, conference, row)
    if row.category != plan.category and conference.held_on is not None:
        plan.category = row.category
        PlanCategory.objects.create(plan=plan, category=row.category, from_on=conference.held_on, conference=conference)
        write_chronology(
            by=by,
            child=row.child,
            kind=chronology.CATEGORY_CHANGED,
            record=subject_of(kinds.PLAN, plan.reference),
            detail=row.category,
        )
    plan.chair = conference.chair
    if conference.held_on is not None:
        await_review(by=by, plan=plan, kind=kinds.REVIEW_CLOCK, since=conference.held_on)
        await_check(by=by, plan=plan, since=conference.held_on, variant=kinds.LATER_VARIANT)
    keep_plan(plan, "category", "review_due_on", "check_due_on", "chair")
    record("plan_continued", by, kinds.PLAN, plan.reference, data={"category": plan.category})


def _reviewed(by: Actor, plan: ProtectionPlan, conference: Conference, row: ConferenceChild) -> None:
    if conference.held_on is None:
        return
    last = plan.reviews.order_by("-held_on").first()
    ReviewHeld.objects.create(
        plan=plan,
        decided=row,
        held_on=conference.held_on,
        due_on=plan.review_due_on or conference.due_on,
        counted_due_on=counted_review_due(last.held_on if last else plan.started_on, first=last is None),
    )
    for kind in (*kinds.REVIEW_CLOCKS, kinds.CHECK_CLOCK):
        stop_clock(by=by, kind=kind, subject=subject_of(kinds.PLAN, plan.reference), outcome="held")


def end_by_conference(*, by: Actor, plan: ProtectionPlan, conference: Conference, row: ConferenceChild) -> None:
    """A review has decided that a plan ends. Part of services."""
    plan = _locked_plan(plan)
    _reviewed(by, plan, conference, row)
    plan.end_decided = row
    _end(by, plan, conference.held_on or clock.today(), row.end_reason, row.decision_reason)


@service
def end_plan(*, by: Person, reference: str, version: int, ended_on: date, reason: str, note: str) -> ProtectionPlan:
    """End a plan that no conference needs to end: transferred, turned 18, died, not live born. A manager of the team.

    A transfer ends it once the receiving authority's conference has taken it over, and not before.
    """
    check_end_without_conference(reason)
    need(note, "Enter how things stand for the child now.", "note")
    plan = hold_plan(by, reference, version)
    check_past(ended_on, clock.today(), "ended_on", since=plan.started_on)
    if ended_on == plan.started_on:
        raise Refused("A plan does not end on the day on which it started.", field="ended_on")
    check_end_of_child(reason, ended_on, plan.child.birth_date, "reason")
    if reason == EndReason.TRANSFERRED and not _taken_over(plan, ended_on):
        raise Refused("Record first that the receiving authority’s conference has taken the plan over.", field="reason")
    _end(by, plan, ended_on, reason, note)
    return plan


def _taken_over(plan: ProtectionPlan, on: date) -> bool:
    moves = Transfer.objects.filter(child=plan.child, direction=Direction.OUT, temporary=False, accepted_on__isnull=False)
    return moves.filter(accepted_on__gt=plan.started_on, accepted_on__lte=on).exists()


def _end(by: Actor, plan: ProtectionPlan, day: date, reason: str, note: str) -> None:
    plan.ended_on, plan.end_reason, plan.end_note = day, reason, note.strip()
    plan.ended_at, plan.ended_by = clock.now(), by.actor_reference
    plan.review_due_on = plan.visit_due_on = plan.core_group_due_on = plan.check_due_on = None
    keep_plan(
        plan,
        *("ended_on", "end_reason", "end_note", "ended_at", "ended_by", "end_decided"),
        *("review_due_on", "visit_due_on", "core_group_due_on", "check_due_on"),
    )
    _let_go(by, plan, "ended")
    begin_tasks(by=by, plan=plan, wanted=tasks_at_end(plan.child.birth_date, day, reason))
    write_chronology(
        by=by,
        child=plan.child,
        kind=chronology.PLAN_ENDED,
        record=subject_of(kinds.PLAN, plan.reference),
        detail=reason,
    )
    record("plan_ended", by, kinds.PLAN, plan.reference, data={"reason": reason})


def _let_go(by: Actor, plan: ProtectionPlan, how: str) -> None:
    subject = subject_of(kinds.PLAN, plan.reference)
    for kind in kinds.PLAN_CLOCKS:
        stop_clock(by=by, kind=kind, subject=subject, outcome=how)
    end_involvements(by=by, record=subject)
    family = plan.family
    if not family.plans.filter(ended_on__isnull=True, withdrawn_at__isnull=True).exists():
        for kind in (kinds.FIRST_CORE_GROUP_CLOCK, kinds.CORE_GROUP_CLOCK):
            stop_clock(by=by, kind=kind, subject=subject_of(kinds.FAMILY, family.reference), outcome=how)


@service
def withdraw_plan(*, by: Person, reference: str, version: int, reason: str) -> ProtectionPlan:
    """Withdraw a plan that was recorded in error; it stays on the record with the reason, and counts nowhere. A manager."""
    need(reason, "Enter why it is withdrawn.", "reason")
    plan = hold_plan(by, reference, version, ended_too=True)
    plan.withdrawn_at, plan.withdrawn_by, plan.withdrawn_reason = clock.now(), by.actor_reference, reason.strip()
    keep_plan(plan, "withdrawn_at", "withdrawn_by", "withdrawn_reason")
    _let_go(by, plan, "withdrawn")
    record("plan_withdrawn", by, kinds.PLAN, reference, reason=reason)
    return plan


@service
def record_birth_on_plan(
    *,
    by: Person,
    reference: str,
    version: int,
    born_on: date,
    sex: str,
    given_name: str = "",
    family_name: str = "",
    nhs_number: str = "",
    mother_unwell: bool = False,
) -> ProtectionPlan:
    """A child who was on a plan before birth is born: the same record and the same plan go on. The team that has the case.

    The discharge planning meeting, and telling of the birth, are tasks. A review or core group is due 10 days after birth, 20
    where the mother is not well enough. Refused for a child born already.
    """
    plan = hold_plan(by, reference, version)
    record_birth(
        by=by,
        reference=plan.child.reference,
        born_on=born_on,
        sex=sex,
        given_name=given_name,
        family_name=family_name,
        nhs_number=nhs_number,
    )
    subject = subject_of(kinds.PLAN, reference)
    running = start_clock(
        by=by,
        kind=kinds.AFTER_BIRTH_CLOCK,
        subject=subject,
        started_at=start_of_day(born_on),
        owner_team=plan.family.team,
        variant="mother_unwell" if mother_unwell else "",
    )
    due = london_date(running.due_at)
    if plan.review_due_on is None or due < plan.review_due_on:
        plan.review_due_on = due
    begin_tasks(by=by, plan=plan, wanted=AT_BIRTH, variant=kinds.BORN_VARIANT)
    write_chronology(by=by, child=plan.child, kind=chronology.BORN, record=subject)
    record("plan_child_born", by, kinds.PLAN, reference)
    return keep_plan(plan, "review_due_on")


def look_after_birth(*, by: Actor, family: FamilyGroup, held_on: date) -> None:
    """The core group has met after a child of the family was born: that does for the review within 10 days of birth.

    The day of the next review is again that by which it is due. Part of services.
    """
    waits = Clock.objects.filter(
        kind=kinds.AFTER_BIRTH_CLOCK,
        subject_kind=kinds.PLAN,
        stopped_at__isnull=True,
        subject_reference__in=family.plans.values("reference"),
    )
    born = {one.subject_reference: london_date(one.started_at) for one in waits}
    for plan in ProtectionPlan.objects.select_for_update(of=("self",)).filter(reference__in=born):
        if held_on >= born[plan.reference]:
            subject = subject_of(kinds.PLAN, plan.reference)
            stop_clock(by=by, kind=kinds.AFTER_BIRTH_CLOCK, subject=subject, outcome="core_group")
            plan.review_due_on = review_day(plan)
            keep_plan(plan, "review_due_on")


def review_day(plan: ProtectionPlan) -> date:
    """By when the next review of a plan is due: the soonest of its clocks that run; without one, counted from the last."""
    running = Clock.objects.filter(
        kind__in=kinds.REVIEW_CLOCKS, subject_kind=kinds.PLAN, subject_reference=plan.reference, stopped_at__isnull=True
    )
    soonest = running.order_by("due_at").first()
    if soonest is not None:
        return london_date(soonest.due_at)
    last = plan.reviews.order_by("-held_on").first()
    kind = kinds.REVIEW_CLOCK if last else kinds.FIRST_REVIEW_CLOCK
    return london_date(deadlines.due(kind, "", start_of_day(last.held_on if last else plan.started_on)).at)


def hold_plan(by: Person, reference: str, version: int | None, *, ended_too: bool = False) -> ProtectionPlan:
    """The plan, locked, for whoever works on its family; for others it does not exist. `version` None: whichever it has.

    Refuses with `Conflict` when it has changed since that version was shown; unless `ended_too`, one that has ended.
    """
    known = visible_plans(by).filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    plan = ProtectionPlan.objects.select_for_update(of=("self",)).select_related("family__team", "child", "chair").get(pk=known)
    if not works_on(by, plan.family):
        raise NotVisible
    if version is not None and plan.version != version:
        raise Conflict("Somebody else changed this plan while you had it open. Look at it, then send yours again.")
    if plan.withdrawn_at is not None:
        raise Refused("This plan was withdrawn, so nothing is added to it.")
    if plan.ended_on is not None and not ended_too:
        raise Refused("This plan has ended, so it is not changed.")
    return plan


def _locked_plan(plan: ProtectionPlan) -> ProtectionPlan:
    return ProtectionPlan.objects.select_for_update(of=("self",)).select_related("family", "child").get(pk=plan.pk)


def keep_plan(plan: ProtectionPlan, *fields: str) -> ProtectionPlan:
    """Save these fields and mark every page that shows the plan as stale."""
    plan.version += 1
    plan.save(update_fields=["version", *fields])
    return plan
