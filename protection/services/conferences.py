"""A conference as it is held: decisions for each child, what follows for the plans, the record approved and sent out."""

from collections.abc import Mapping
from datetime import date

from accounts.models import Person
from children.services import write_chronology
from foundation import clock
from foundation.calendar import london_date, start_of_day
from foundation.documents.opening import documents_of, documents_of_many
from foundation.errors import Refused, need
from foundation.models import Document
from foundation.service import service
from protection.models import (
    REVIEWS_PLANS,
    STANDS,
    Conference,
    ConferenceChild,
    ConferenceDecision,
    ConferenceType,
    ProtectionPlan,
)
from protection.rules import chronology, kinds
from protection.rules.checking import (
    ChildDecided,
    check_decision,
    check_end_of_child,
    check_held_on,
    check_review_after_start,
)
from protection.rules.quorum import check_conference, conference_is_quorate
from protection.selectors.plans import open_plan_of
from protection.services.booking import ask_for_conference, hold_conference_row, keep_conference
from protection.services.core_group import await_core_group
from protection.services.families import record, subject_of
from protection.services.minuting import check_settled
from protection.services.plans import end_by_conference, go_on, settle_move_in, start_plan
from protection.services.telling import tell_conference_went_out
from work.selectors import deadlines
from work.selectors.requests import ANSWERED_BY
from work.services.clocks import start_clock, stop_clock

ADJOURNED = ConferenceDecision.ADJOURNED
IN_SCANNING = "A document of this record is still being checked for viruses. Send the record out when that is done."


@service
def hold_conference(
    *,
    by: Person,
    reference: str,
    version: int,
    held_on: date,
    decisions: Mapping[int, ChildDecided],
    inquorate_reason: str = "",
    inquorate_note: str = "",
    late_reason: str = "",
    next_on: date | None = None,
    met_family_before: bool | None = None,
    complaints_leaflet_given: bool | None = None,
) -> Conference:
    """Record a conference as held, with the decision for each child (by the id of the child's row). Its chair alone.

    Plans start, go on, change category or end with it. Refused without a quorum, unless the chair says why or the conference
    is to meet again; without a decision and reason for each child; for a plan for a child already on one; for a review on or
    before the initial conference; late without a reason; and while texts that two people wrote at once are not settled.
    """
    conference = hold_conference_row(by, reference, version, "hold")
    _check_chair(by, conference, "Only the chair of this conference records what it decided.")
    check_held_on(held_on, clock.today(), requested_on=london_date(conference.requested_at))
    check_settled(conference)
    rows = list(conference.children.select_for_update(of=("self",)).select_related("child", "enquiry"))
    plans = {row.pk: open_plan_of(row.child) for row in rows}
    _check_decisions(conference, rows, plans, decisions, held_on)
    if held_on > conference.due_on:
        conference.late_reason = need(late_reason, "Enter why the conference was held late.", "late_reason")
    adjourned = all(one.decision == ADJOURNED for one in decisions.values())
    seats = conference.invitations.filter(STANDS).values_list("group", "attendance", "works_with_child")
    conference.quorate = conference_is_quorate(seats)
    check_conference(inquorate_reason, inquorate_note, quorate=conference.quorate, adjourned=adjourned)
    moment = clock.now()
    if not conference.quorate:
        conference.inquorate_reason, conference.inquorate_note = inquorate_reason, inquorate_note.strip()
    conference.held_on, conference.held_at, conference.held_by = held_on, moment, by.actor_reference
    conference.next_on, conference.met_family_before = next_on, met_family_before
    conference.complaints_leaflet_given = complaints_leaflet_given
    if any(one.decision == ADJOURNED for one in decisions.values()):
        conference.reconvene_due_on = _due(kinds.RECONVENE_CLOCK, held_on)
    _start_clocks(by, conference, held_on)
    keep_conference(
        conference,
        *("state", "late_reason", "quorate", "inquorate_reason", "inquorate_note", "held_on", "held_at", "held_by", "next_on"),
        *("met_family_before", "complaints_leaflet_given", "reconvene_due_on", "outline_due_on", "record_due_on"),
    )
    for row in rows:
        _decide(by, conference, row, decisions[row.pk], plans[row.pk])
    _reconvene(by, conference, [row for row in rows if row.decision == ADJOURNED])
    await_core_group(by=by, family=conference.family, conference=conference)
    record("conference_held", by, kinds.CONFERENCE, reference, data={"quorate": conference.quorate})
    return conference


def _check_chair(by: Person, conference: Conference, sentence: str) -> None:
    if conference.chair_id != by.pk:
        raise Refused(sentence)


def _check_decisions(
    conference: Conference,
    rows: list[ConferenceChild],
    plans: Mapping[int, ProtectionPlan | None],
    decisions: Mapping[int, ChildDecided],
    held_on: date,
) -> None:
    for row in rows:
        decided, plan = decisions.get(row.pk), plans[row.pk]
        if decided is None:
            raise Refused("Select what is decided for each child.", field=f"decision_{row.pk}")
        check_decision(conference.type, decided, on_a_plan=plan is not None, field=str(row.pk))
        if plan is not None and plan.family_id != conference.family_id:
            raise Refused("This child is on a plan in another family group. Ask that team.", field=f"decision_{row.pk}")
        check_end_of_child(decided.end_reason, held_on, row.child.birth_date, f"end_reason_{row.pk}")
        if conference.type in REVIEWS_PLANS and plan is not None:
            check_review_after_start(held_on, plan.started_on)


def _start_clocks(by: Person, conference: Conference, held_on: date) -> None:
    subject, since = subject_of(kinds.CONFERENCE, conference.reference), start_of_day(held_on)
    for kind in (kinds.TRANSFER_CLOCK, kinds.RECONVENE_CLOCK, kinds.REPORT_TO_FAMILY):
        stop_clock(by=by, kind=kind, subject=subject, outcome="held")
    team = conference.family.team
    outline = start_clock(by=by, kind=kinds.OUTLINE_CLOCK, subject=subject, started_at=since, owner_team=team)
    full = start_clock(by=by, kind=kinds.RECORD_CLOCK, subject=subject, started_at=since, owner_team=team)
    conference.outline_due_on, conference.record_due_on = london_date(outline.due_at), london_date(full.due_at)


def _decide(by: Person, conference: Conference, row: ConferenceChild, decided: ChildDecided, plan: ProtectionPlan | None) -> None:
    row.decision, row.decision_reason = decided.decision, decided.reason.strip()
    row.category, row.end_reason = decided.category, decided.end_reason
    row.decided_at, row.decided_by = clock.now(), by.actor_reference
    row.save(update_fields=["decision", "decision_reason", "category", "end_reason", "decided_at", "decided_by"])
    if row.enquiry is not None and row.decision != ADJOURNED:
        stop_clock(by=by, kind=kinds.CONFERENCE_CLOCK, subject=subject_of(kinds.ENQUIRY, row.enquiry.reference), outcome="held")
    write_chronology(
        by=by,
        child=row.child,
        kind=chronology.CONFERENCE_HELD,
        record=subject_of(kinds.CONFERENCE, conference.reference),
        detail=row.decision,
    )
    if row.decision == ConferenceDecision.PLAN:
        start_plan(by=by, conference=conference, row=row)
    elif row.decision == ConferenceDecision.NO_PLAN:
        settle_move_in(conference, row)
    elif plan is not None and row.decision == ConferenceDecision.CONTINUE:
        go_on(by=by, plan=plan, conference=conference, row=row)
    elif plan is not None and row.decision == ConferenceDecision.END:
        end_by_conference(by=by, plan=plan, conference=conference, row=row)


def _reconvene(by: Person, conference: Conference, rows: list[ConferenceChild]) -> None:
    if not rows or conference.reconvene_due_on is None or conference.held_on is None:
        return
    again = ask_for_conference(
        by=by,
        family=conference.family,
        kind=ConferenceType.RECONVENED,
        children=[(row.child, row.enquiry, conference.reconvene_due_on) for row in rows],
        reconvenes=conference,
    )
    start_clock(
        by=by,
        kind=kinds.RECONVENE_CLOCK,
        subject=subject_of(kinds.CONFERENCE, again.reference),
        started_at=start_of_day(conference.held_on),
        owner_team=conference.family.team,
    )


def _due(kind: str, day: date) -> date:
    return london_date(deadlines.due(kind, "", start_of_day(day)).at)


@service
def send_outline(*, by: Person, reference: str, version: int) -> Conference:
    """Send decision and outline plan to the agencies and note that the family has it. The team or the chair, once it was held."""
    conference = hold_conference_row(by, reference, version, "minute")
    if conference.held_on is None or conference.outline_sent_at is not None:
        raise Refused("Decision and outline plan go out once, after the conference.")
    conference.outline_sent_at, conference.outline_sent_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.OUTLINE_CLOCK, subject=subject_of(kinds.CONFERENCE, reference), outcome="sent")
    record("conference_outline_sent", by, kinds.CONFERENCE, reference)
    tell_conference_went_out(by=by, conference=conference, news="outline")
    return keep_conference(conference, "outline_sent_at", "outline_sent_by")


@service
def approve_conference_record(*, by: Person, reference: str, version: int) -> Conference:
    """Approve the record of a conference; from now on it is not changed. Its chair alone.

    Refused while a text that two people wrote at once is not settled, and without the danger statements or what needs to happen.
    """
    conference = hold_conference_row(by, reference, version, "approve")
    _check_chair(by, conference, "Only the chair of this conference approves its record.")
    check_settled(conference)
    need(conference.danger_statements, "Enter what people are worried about: the danger statements.", "danger_statements")
    need(conference.what_needs_to_happen, "Enter what needs to happen.", "what_needs_to_happen")
    conference.approved_at, conference.approved_by = clock.now(), by.actor_reference
    record("conference_approved", by, kinds.CONFERENCE, reference)
    return keep_conference(conference, "state", "approved_at", "approved_by")


@service
def distribute_conference_record(*, by: Person, reference: str, version: int) -> Conference:
    """Send the approved record out. The team or the chair; refused while a document of it is still in scanning."""
    conference = hold_conference_row(by, reference, version, "distribute")
    requests = list(conference.invitations.filter(request__isnull=False).values_list("request__reference", flat=True))
    papers = documents_of(kinds.CONFERENCE, reference) | documents_of_many(ANSWERED_BY, requests)
    if papers.filter(state=Document.State.WAITING).exists():
        raise Refused(IN_SCANNING)
    conference.distributed_at, conference.distributed_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.RECORD_CLOCK, subject=subject_of(kinds.CONFERENCE, reference), outcome="sent")
    record("conference_distributed", by, kinds.CONFERENCE, reference)
    tell_conference_went_out(by=by, conference=conference, news="record")
    return keep_conference(conference, "state", "distributed_at", "distributed_by")
