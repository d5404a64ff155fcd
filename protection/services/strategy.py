"""Strategy discussions: called, prepared, held with a decision for each child, and their record shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import Agency, Person
from children.models import Child
from children.selectors.records import standing_id
from children.services import begin_involvement, end_involvements, write_chronology
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version
from protection.models import (
    GROUP_OF_AGENCY,
    PRESENT,
    STANDS,
    STARTS_SECTION_47,
    AgencyGroup,
    Attendance,
    DiscussedChild,
    DiscussionAction,
    DiscussionOutcome,
    DiscussionSeat,
    DiscussionState,
    FamilyGroup,
    Mode,
    StrategyDiscussion,
)
from protection.rules import chronology, kinds
from protection.rules.checking import ChildOutcome, check_outcomes, check_past
from protection.rules.quorum import check_discussion
from protection.rules.states import DISCUSSION_TRANSITIONS
from protection.selectors.sight import visible_discussions, works_on
from protection.services.enquiries import start_enquiry
from protection.services.families import chosen_children, family_of, hold_family, open_family, record, subject_of
from protection.services.minuting import check_settled, write_texts
from protection.services.telling import tell_of_discussion
from referrals.models import Contact, Rating
from referrals.selectors.episodes import episode_for
from work.models import Handover
from work.services.clocks import start_clock, stop_clock

URGENT = "urgent"


@dataclass(frozen=True)
class Seat:
    """Somebody to invite: an agency (by code) or a group alone, a person with an account (by reference) or a name."""

    name: str
    agency: str = ""
    group: str = ""
    person: str = ""
    role: str = ""


def when_strategy_accepted(handover: Handover, by: Actor) -> None:
    """A team has accepted a child for a strategy discussion: it is called. Part of accepting a handover.

    Children of one form are considered in one discussion, as long as it has not been held.
    """
    contact = Contact.objects.select_related("child", "submission").get(reference=handover.subject_reference)
    waiting = (
        StrategyDiscussion.objects.select_for_update(of=("self",))
        .select_related("family")
        .filter(
            state=DiscussionState.CALLED,
            family__team=handover.to_team,
            family__restricted=contact.restricted,
            children__contact__submission=contact.submission_id,
        )
        .order_by("pk")
        .first()
    )
    child = Child.objects.defer("keys").get(pk=standing_id(contact.child))
    if waiting is not None:
        if not waiting.children.filter(child=child).exists():
            _consider(by, waiting, child, contact)
        return
    family = family_of([child.pk], handover.to_team, restricted=contact.restricted) or open_family(
        by=by, team=handover.to_team, restricted=contact.restricted
    )
    discussion = _call(by, family, urgent=contact.rating == Rating.RED, reason="")
    _consider(by, discussion, child, contact)


def _call(by: Actor, family: FamilyGroup, *, urgent: bool, reason: str) -> StrategyDiscussion:
    moment = clock.now()
    discussion = StrategyDiscussion(
        family=family, urgent=urgent, reason=reason, called_at=moment, called_by=by.actor_reference, due_on=london_date(moment)
    )
    running = start_clock(
        by=by,
        kind=kinds.STRATEGY_CLOCK,
        subject=subject_of(kinds.DISCUSSION, discussion.reference),
        started_at=moment,
        owner_team=family.team,
        variant=URGENT if urgent else "",
    )
    discussion.due_on = london_date(running.due_at)
    discussion.save()
    record("discussion_called", by, kinds.DISCUSSION, discussion.reference, reason=reason, data={"urgent": urgent})
    return discussion


def _consider(by: Actor, discussion: StrategyDiscussion, child: Child, contact: Contact | None = None) -> None:
    DiscussedChild.objects.create(discussion=discussion, child=child, contact=contact)
    subject = subject_of(kinds.DISCUSSION, discussion.reference)
    begin_involvement(by=by, child=child, team=discussion.family.team, record=subject)


@service
def call_discussion(*, by: Person, family: str, children: Sequence[str], reason: str, urgent: bool = False) -> StrategyDiscussion:
    """Call another strategy discussion about children (by reference) of a family that the team has. Refuses without a reason.

    Called again by the same person in the same words it is the one that waits to be held.
    """
    need(reason, "Enter why a strategy discussion is called.", "reason")
    held = hold_family(by, family)
    chosen = chosen_children(held, children)
    waiting = held.discussions.filter(state=DiscussionState.CALLED, called_by=by.actor_reference, urgent=urgent)
    for same in waiting.filter(reason=reason.strip()):
        if set(same.children.values_list("child", flat=True)) == {child.pk for child in chosen}:
            return same
    discussion = _call(by, held, urgent=urgent, reason=reason.strip())
    for child in chosen:
        _consider(by, discussion, child)
    return discussion


@service
def call_discussion_for_episode(*, by: Person, episode: str, reason: str, urgent: bool = False) -> StrategyDiscussion:
    """Call a strategy discussion about a child with an open child-in-need episode (by reference), whom the front door accepted.

    A worker or manager of the team that has it. Refuses a closed episode, and without a reason.
    """
    need(reason, "Enter why a strategy discussion is called.", "reason")
    found = episode_for(by, episode)
    if found.closed_on is not None:
        raise Refused("This episode is closed. A new referral opens another one.")
    restricted = found.contact.restricted
    family = family_of([found.child_id], found.team, restricted=restricted) or open_family(
        by=by, team=found.team, restricted=restricted
    )
    discussion = _call(by, family, urgent=urgent, reason=reason.strip())
    _consider(by, discussion, found.child, found.contact)
    return discussion


@service
def add_sibling(*, by: Person, reference: str, version: int, child: str) -> StrategyDiscussion:
    """Consider one more child of the family in a discussion that has not been held. Refuses a child of another family."""
    discussion = hold_discussion(by, reference, version, "prepare")
    chosen = chosen_children(discussion.family, [child])[0]
    if discussion.children.filter(child=chosen).exists():
        raise Refused("This child is considered already.", field="child")
    _consider(by, discussion, chosen)
    return _kept(discussion)


@service
def prepare_discussion(
    *, by: Person, reference: str, version: int, planned_for: datetime, mode: str, seats: Sequence[Seat] = ()
) -> StrategyDiscussion:
    """Set time and way of a discussion, and invite agencies to it. Whoever works on the family; refused once it was held."""
    discussion = hold_discussion(by, reference, version, "prepare")
    if mode not in Mode.values:
        raise Refused("Select how people meet.", field="mode")
    discussion.planned_for, discussion.mode = planned_for, mode
    for seat in seats:
        _invite(by, discussion, seat)
    record("discussion_prepared", by, kinds.DISCUSSION, reference, data={"invited": len(seats)})
    return _kept(discussion, "planned_for", "mode")


def _invite(by: Person, discussion: StrategyDiscussion, seat: Seat) -> None:
    agency, person, group = seat_of(seat.agency, seat.person, seat.group)
    if person is not None and discussion.seats.filter(STANDS, person=person).exists():
        return
    made = DiscussionSeat.objects.create(
        discussion=discussion,
        group=group,
        agency=agency,
        person=person,
        name=need(seat.name or (person.name if person else ""), "Enter who is invited.", "name"),
        role=seat.role,
        invited_at=clock.now(),
        invited_by=by.actor_reference,
    )
    if person is not None:
        tell_of_discussion(by=by, discussion=discussion, people=[person], news=f"invited:{made.pk}")


def seat_of(agency: str, person: str, group: str) -> tuple[Agency | None, Person | None, str]:
    """The agency, the person and the professional group of somebody who is invited. Refuses what does not fit together."""
    found = Agency.objects.filter(code=agency).first() if agency else None
    if agency and found is None:
        raise Refused("Select an agency.", field="agency")
    who = Person.objects.filter(reference=person, is_active=True).first() if person else None
    if person and (who is None or found is None or not who.holdings.filter(agency=found, ended_at__isnull=True).exists()):
        raise Refused("Select somebody who works for this agency.", field="person")
    speaks_for = group or (GROUP_OF_AGENCY.get(Agency.Kind(found.kind), AgencyGroup.OTHER) if found else "")
    if speaks_for not in AgencyGroup.values:
        raise Refused("Select for which agencies they speak.", field="group")
    return found, who, speaks_for


@service
def take_seat_back(*, by: Person, reference: str, version: int, seat_id: int, reason: str) -> StrategyDiscussion:
    """Take back an invitation to a discussion that should not have been sent; their sight of it ends at once.

    Whoever works on the family, with the reason. Refuses somebody who took part.
    """
    need(reason, "Enter why it is taken back.", "reason")
    discussion = hold_discussion(by, reference, version, "take_back")
    take_back(by, discussion.seats, seat_id, reason)
    record("discussion_seat_taken_back", by, kinds.DISCUSSION, reference, reason=reason)
    return _kept(discussion)


def take_back(by: Person, rows: Any, pk: int, reason: str) -> Any:
    """Take back one of the invitations to a meeting. Part of services."""
    row = rows.select_for_update(of=("self",)).filter(pk=pk).first()
    if row is None:
        raise NotVisible
    if row.withdrawn_at is not None:
        raise Refused("This invitation has been taken back already.")
    if row.attendance in PRESENT:
        raise Refused("They took part, so their invitation stays on the record.")
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = clock.now(), by.actor_reference, reason.strip()
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    return row


@service
def record_discussion_attendance(
    *, by: Person, reference: str, version: int, attendance: Mapping[int, str]
) -> StrategyDiscussion:
    """Say of each seat (by its id) whether they took part. Whoever works on the family; until the record is shared."""
    discussion = hold_discussion(by, reference, version, "minute")
    record_attendance(discussion.seats.filter(STANDS), attendance)
    return _kept(discussion)


def record_attendance(rows: Any, attendance: Mapping[int, str]) -> None:
    """Write attendance into rows of one meeting. Refuses rows of another and words that there are not."""
    known = {row.pk: row for row in rows.select_for_update(of=("self",))}
    for pk, code in attendance.items():
        if pk not in known or code not in ("", *Attendance.values):
            raise Refused("Select whether they took part.", field=f"attendance_{pk}")
        if known[pk].attendance != code:
            known[pk].attendance = code
            known[pk].save(update_fields=["attendance"])


@service
def add_discussion_action(*, by: Person, reference: str, version: int, action: str, who: str, due_on: date) -> DiscussionAction:
    """Write down what is to be done, by whom and by when. Whoever works on the family, until the record is shared."""
    discussion = hold_discussion(by, reference, version, "minute")
    added = DiscussionAction.objects.create(
        discussion=discussion,
        action=need(action, "Enter what is to be done.", "action"),
        who=need(who, "Enter who does it.", "who"),
        due_on=due_on,
        added_at=clock.now(),
        added_by=by.actor_reference,
    )
    _kept(discussion)
    return added


@service
def finish_discussion_action(*, by: Person, action_id: int, note: str = "") -> DiscussionAction:
    """Mark an action of a discussion as done. Whoever sees the discussion; refused a second time."""
    action = DiscussionAction.objects.select_for_update(of=("self",)).select_related("discussion").filter(pk=action_id).first()
    if action is None or not visible_discussions(by).filter(pk=action.discussion_id).exists():
        raise NotVisible
    if action.done_at is not None:
        raise Refused("This is done already.")
    action.done_at, action.done_by, action.done_note = clock.now(), by.actor_reference, note
    action.save(update_fields=["done_at", "done_by", "done_note"])
    record("discussion_action_done", by, kinds.DISCUSSION, action.discussion.reference)
    return action


@service
def hold_strategy_discussion(
    *,
    by: Person,
    reference: str,
    version: int,
    held_on: date,
    outcomes: Mapping[int, ChildOutcome],
    immediate_safety: str,
    threshold_reasons: str,
    inquorate_reason: str = "",
    police_investigation: bool | None = None,
    interview_planned: bool | None = None,
    next_discussion_on: date | None = None,
) -> StrategyDiscussion:
    """Record a discussion as held, with what is decided for each child (by the id of the child's row). A manager of the team.

    Each child for whom an enquiry is decided gets a section 47 enquiry, unless one is open already. Refused without a decision
    and reason for each child, without a quorum unless the reason is given, and while texts that two people wrote at once are
    not settled.
    """
    discussion = hold_discussion(by, reference, version, "hold")
    check_settled(discussion)
    check_past(held_on, clock.today(), "held_on", since=london_date(discussion.called_at))
    children = list(discussion.children.select_for_update(of=("self",)).select_related("child"))
    check_outcomes([row.pk for row in children], outcomes)
    write_texts(
        discussion,
        immediate_safety=need(immediate_safety, "Enter how the children are kept safe now.", "immediate_safety"),
        threshold_reasons=need(threshold_reasons, "Enter whether significant harm is suspected, and why.", "threshold_reasons"),
    )
    present = set(discussion.seats.filter(STANDS, attendance__in=PRESENT).values_list("group", flat=True))
    discussion.quorate = check_discussion(present, inquorate_reason)
    discussion.inquorate_reason = "" if discussion.quorate else inquorate_reason.strip()
    discussion.held_on, discussion.held_at, discussion.held_by = held_on, clock.now(), by.actor_reference
    discussion.police_investigation, discussion.interview_planned = police_investigation, interview_planned
    discussion.next_discussion_on = next_discussion_on
    _kept(
        discussion,
        *("state", "held_on", "held_at", "held_by", "quorate", "inquorate_reason", "immediate_safety", "threshold_reasons"),
        *("police_investigation", "interview_planned", "next_discussion_on", "text_versions"),
    )
    subject = subject_of(kinds.DISCUSSION, reference)
    stop_clock(by=by, kind=kinds.STRATEGY_CLOCK, subject=subject, outcome="held")
    start_clock(
        by=by,
        kind=kinds.RECORD_SHARED_CLOCK,
        subject=subject,
        started_at=start_of_day(held_on),
        owner_team=discussion.family.team,
    )
    for row in children:
        _decide(by, discussion, row, outcomes[row.pk])
    end_involvements(by=by, record=subject)
    record("discussion_held", by, kinds.DISCUSSION, reference, data={"quorate": discussion.quorate})
    return discussion


def _decide(by: Person, discussion: StrategyDiscussion, row: DiscussedChild, decided: ChildOutcome) -> None:
    row.outcome, row.outcome_reason = decided.outcome, decided.reason.strip()
    row.save(update_fields=["outcome", "outcome_reason"])
    subject = subject_of(kinds.DISCUSSION, discussion.reference)
    write_chronology(by=by, child=row.child, kind=chronology.DISCUSSED, record=subject, detail=row.outcome)
    if row.outcome in STARTS_SECTION_47:
        start_enquiry(by=by, discussion=discussion, row=row, joint=row.outcome != DiscussionOutcome.SINGLE)


@service
def share_discussion_record(*, by: Person, reference: str, version: int) -> StrategyDiscussion:
    """Share the record with those who were invited; from now on it is not changed. Whoever works on the family.

    Who has an account is told, and so is the family's worker. It is due on the day of the discussion. Refused while texts that
    two people wrote at once are not settled: afterwards nobody could settle them.
    """
    discussion = hold_discussion(by, reference, version, "share")
    check_settled(discussion)
    discussion.shared_at, discussion.shared_by = clock.now(), by.actor_reference
    stop_clock(by=by, kind=kinds.RECORD_SHARED_CLOCK, subject=subject_of(kinds.DISCUSSION, reference), outcome="shared")
    record("discussion_shared", by, kinds.DISCUSSION, reference)
    people = set(Person.objects.filter(pk__in=discussion.seats.filter(STANDS, person__isnull=False).values("person")))
    people |= {discussion.family.worker} if discussion.family.worker else set()
    tell_of_discussion(by=by, discussion=discussion, people=people, news="shared")
    return _kept(discussion, "state", "shared_at", "shared_by")


@service
def cancel_discussion(*, by: Person, reference: str, version: int, reason: str) -> StrategyDiscussion:
    """Cancel a discussion that has not been held. A manager of the team, with a reason."""
    need(reason, "Enter why it is cancelled.", "reason")
    discussion = hold_discussion(by, reference, version, "cancel")
    discussion.cancelled_at, discussion.cancelled_by = clock.now(), by.actor_reference
    return _close(by, discussion, reason, "cancelled")


@service
def withdraw_discussion(*, by: Person, reference: str, version: int, reason: str) -> StrategyDiscussion:
    """Withdraw a discussion that was recorded in error; it stays on the record with the reason. A manager of the team.

    Refused once it has initiated a section 47 enquiry.
    """
    need(reason, "Enter why it is withdrawn.", "reason")
    discussion = hold_discussion(by, reference, version, "withdraw")
    if discussion.children.filter(enquiry__isnull=False).exists():
        raise Refused("This discussion initiated a section 47 enquiry, so it stays on the record.")
    discussion.withdrawn_at, discussion.withdrawn_by = clock.now(), by.actor_reference
    return _close(by, discussion, reason, "withdrawn")


def _close(by: Person, discussion: StrategyDiscussion, reason: str, how: str) -> StrategyDiscussion:
    discussion.closing_reason = reason.strip()
    subject = subject_of(kinds.DISCUSSION, discussion.reference)
    for kind in (kinds.STRATEGY_CLOCK, kinds.RECORD_SHARED_CLOCK):
        stop_clock(by=by, kind=kind, subject=subject, outcome=how)
    end_involvements(by=by, record=subject)
    record(f"discussion_{how}", by, kinds.DISCUSSION, discussion.reference, reason=reason)
    return _kept(discussion, "state", f"{how}_at", f"{how}_by", "closing_reason")


def hold_discussion(by: Person, reference: str, version: int, event: str) -> StrategyDiscussion:
    """The discussion, locked, for whoever works on its family; for others it does not exist.

    Refuses what its state does not allow, and with `Conflict` when it has changed since version `version` was shown.
    """
    known = visible_discussions(by).filter(reference=reference).values_list("pk", flat=True).first()
    if known is None:
        raise NotVisible
    discussion = StrategyDiscussion.objects.select_for_update(of=("self",)).select_related("family__team").get(pk=known)
    if not works_on(by, discussion.family):
        raise NotVisible
    check_version(
        discussion, version, "Somebody else changed this discussion while you had it open. Look at it, then send yours again."
    )
    move(DISCUSSION_TRANSITIONS, discussion, event)
    return discussion


def _kept(discussion: StrategyDiscussion, *fields: str) -> StrategyDiscussion:
    discussion.version += 1
    discussion.save(update_fields=["version", *fields])
    return discussion
