"""Clocks: started, held, released, given another date, stopped. Upper apps call these inside their own services."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import Person, Team
from foundation import clock as time
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.events import Happened, Subject, record, record_each
from foundation.service import service
from foundation.states import move
from work.kinds import deadlines as declared_deadlines
from work.models import Clock, ClockHold, ClockRevision, Request
from work.rules import CLOCK_TRANSITIONS, Calendar, due_after_hold
from work.selectors import deadlines
from work.selectors.clocks import may_manage


@service
def start_clock(
    *,
    by: Actor,
    kind: str,
    subject: Subject,
    started_at: datetime,
    owner_team: Team | None = None,
    owner_person: Person | None = None,
    variant: str = "",
    due_at: datetime | None = None,
) -> Clock:
    """Start a clock, due when the limit in force says, or at `due_at` where another date was agreed.

    Called inside services of upper apps. A clock of this kind that runs already for the subject is returned as it is.
    """
    running = _running(kind, subject)
    if running is not None:
        return running
    if due_at is None:
        due = deadlines.due(kind, variant, started_at)
        due_at, limit_used = due.at, due.limit_used
    else:
        limit_used = {"limit": None, "calendar": deadlines.deadline(kind).calendar.value, "effective_from": None}
    started = Clock.objects.create(
        kind=kind,
        variant=variant,
        subject_kind=subject.kind,
        subject_reference=subject.reference,
        owner_team=owner_team,
        owner_person=owner_person,
        started_at=started_at,
        started_by=by.actor_reference,
        due_at=due_at,
        limit_used=limit_used,
    )
    record(verb="clock.started", by=by, subject=subject, data={"kind": kind, "due_at": due_at.isoformat()})
    return started


@service
def start_clocks(
    *,
    by: Actor,
    kind: str,
    subjects: Sequence[Subject],
    started_at: datetime,
    owner_team: Team | None = None,
    variant: str = "",
) -> list[Clock]:
    """Start a clock of one kind for each of several new subjects at once, all due at the same time.

    Called inside services of upper apps, for subjects that cannot have such a clock yet.
    """
    due = deadlines.due(kind, variant, started_at)
    started = Clock.objects.bulk_create(
        [
            Clock(
                kind=kind,
                variant=variant,
                subject_kind=subject.kind,
                subject_reference=subject.reference,
                owner_team=owner_team,
                started_at=started_at,
                started_by=by.actor_reference,
                due_at=due.at,
                limit_used=due.limit_used,
            )
            for subject in subjects
        ]
    )
    data = {"kind": kind, "due_at": due.at.isoformat()}
    record_each(by=by, happened=[Happened("clock.started", subject, data=data) for subject in subjects])
    return started


@service
def stop_clock(*, by: Actor, kind: str, subject: Subject, outcome: str = "") -> Clock | None:
    """Stop the running clock of this kind, because what was due has happened. Where none runs nothing changes (None)."""
    running = _running(kind, subject)
    if running is None:
        return None
    move(CLOCK_TRANSITIONS, running, "stop")
    moment = time.now()
    running.stopped_at, running.stopped_by, running.outcome = moment, by.actor_reference, outcome
    running.save(update_fields=["state", "stopped_at", "stopped_by", "outcome"])
    running.holds.filter(released_at__isnull=True).update(released_at=moment, released_by=by.actor_reference)
    late = moment > running.due_at
    record(verb="clock.stopped", by=by, subject=subject, data={"kind": kind, "outcome": outcome, "late": late})
    return running


def pass_clocks(*, subject: Subject, team: Team | None = None, person: Person | None = None) -> None:
    """The clocks that run of a subject belong to another team, or person, from now on, and remind them. Part of services."""
    running = Clock.objects.filter(
        subject_kind=subject.kind, subject_reference=subject.reference, stopped_at__isnull=True
    ).select_for_update()
    for one in running:
        one.owner_team, one.owner_person = team, person
        one.save(update_fields=["owner_team", "owner_person"])


@service
def hold_clock(*, by: Actor, clock_id: int, reason: str) -> Clock:
    """Put a running clock on hold. Who may: those who manage its record, as its kind says (others: it does not exist).

    Refused without a reason, and unless it runs.
    """
    held = _managed(clock_id, by)
    if not reason.strip():
        raise Refused("Enter why the clock is put on hold.", field="reason")
    move(CLOCK_TRANSITIONS, held, "hold")
    held.save(update_fields=["state"])
    ClockHold.objects.create(clock=held, reason=reason, held_at=time.now(), held_by=by.actor_reference)
    record(verb="clock.held", by=by, subject=_subject(held), reason=reason, data={"kind": held.kind})
    return held


@service
def release_clock(*, by: Actor, clock_id: int) -> Clock:
    """Let a held clock run again; what was left when it was held is left now.

    Who may: those who manage its record, as its kind says (others: it does not exist). Refused unless it is on hold.
    """
    released = _managed(clock_id, by)
    move(CLOCK_TRANSITIONS, released, "release")
    hold = released.holds.select_for_update().get(released_at__isnull=True)
    hold.released_at, hold.released_by = time.now(), by.actor_reference
    hold.save(update_fields=["released_at", "released_by"])
    calendar = Calendar(released.limit_used.get("calendar") or Calendar.CONSECUTIVE_HOURS)
    due_at = due_after_hold(
        calendar,
        released.due_at,
        hold.held_at,
        hold.released_at,
        deadlines.calendars(calendar),
        runs_on=released.variant in deadlines.runs_on(released.kind),
    )
    released.save(update_fields=["state"])
    _give_date(released, due_at, hold.reason, by)
    record(verb="clock.released", by=by, subject=_subject(released), data={"kind": released.kind, "due_at": due_at.isoformat()})
    return released


@service
def revise_due(*, by: Actor, clock_id: int, due_at: datetime, reason: str, variant: str | None = None) -> Clock:
    """Give a clock another due time, and keep the old one with the reason; `variant`: by which of its limits it counts now.

    Refused without a reason, and once it has stopped.
    """
    if not reason.strip():
        raise Refused("Enter why the date changes.", field="reason")
    revised = _locked(clock_id)
    move(CLOCK_TRANSITIONS, revised, "revise")
    if due_at <= revised.started_at:
        raise Refused("Enter a date after the clock was started.", field="due_at")
    if variant is not None and variant != revised.variant:
        revised.variant = variant
        revised.save(update_fields=["variant"])
    _give_date(revised, due_at, reason, by)
    record(
        verb="clock.revised",
        by=by,
        subject=_subject(revised),
        reason=reason,
        data={"kind": revised.kind, "due_at": due_at.isoformat()},
    )
    return revised


@service
def change_variant(*, by: Actor, kind: str, subject: Subject, variant: str, reason: str) -> Clock | None:
    """Count a running clock from its own start by another of the deadline's limits, as when a contact is rated anew.

    Where none runs nothing changes (None). Refused without a reason.
    """
    if not reason.strip():
        raise Refused("Enter why the limit changes.", field="reason")
    running = _running(kind, subject)
    if running is None or running.variant == variant:
        return running
    move(CLOCK_TRANSITIONS, running, "revise")
    due = deadlines.due(kind, variant, running.started_at)
    running.variant, running.limit_used = variant, due.limit_used
    running.save(update_fields=["variant", "limit_used"])
    _give_date(running, due.at, reason, by)
    record(verb="clock.revised", by=by, subject=subject, reason=reason, data={"kind": kind, "due_at": due.at.isoformat()})
    return running


def _give_date(revised: Clock, due_at: datetime, reason: str, by: Actor) -> None:
    """Write the new due time, its history, and the due time of the request that the clock belongs to."""
    if due_at == revised.due_at:
        return
    ClockRevision.objects.create(
        clock=revised,
        old_due_at=revised.due_at,
        new_due_at=due_at,
        reason=reason,
        revised_at=time.now(),
        revised_by=by.actor_reference,
    )
    revised.due_at = due_at
    revised.save(update_fields=["due_at"])
    Request.objects.filter(clock=revised).update(due_at=due_at)
    declared = declared_deadlines().get(revised.kind)
    if declared is not None:
        declared.on_new_date(revised.subject_reference, due_at)


def _running(kind: str, subject: Subject) -> Clock | None:
    return (
        Clock.objects.select_for_update(of=("self",))
        .filter(kind=kind, subject_kind=subject.kind, subject_reference=subject.reference, stopped_at__isnull=True)
        .first()
    )


def _locked(clock_id: int) -> Clock:
    found = Clock.objects.select_for_update(of=("self",)).filter(pk=clock_id).first()
    if found is None:
        raise NotVisible
    return found


def _managed(clock_id: int, by: Actor) -> Clock:
    found = _locked(clock_id)
    if isinstance(by, Person) and not may_manage(by, found):
        raise NotVisible
    return found


def _subject(of: Clock) -> Subject:
    return Subject(of.subject_kind, of.subject_reference)
