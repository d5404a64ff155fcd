"""What must be done after a decision, and the sign-off when nothing of it is open."""

from accounts.models import Person
from children.services import begin_involvement, write_chronology
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from foundation.states import move
from referrals.deadlines import INFORMATION
from referrals.models import (
    DECIDED_STATES,
    Contact,
    ContactTask,
)
from referrals.rules.chronology import CLOSED, TAKEN_OVER
from referrals.rules.triage import (
    CONTACT,
    FOLLOWS,
    MASH_CHECK,
    TRANSITIONS,
    WENT_ASIDE,
    WITH_TASKS,
    check_another_signs_off,
    check_nothing_open,
)
from referrals.selectors.contacts import casework_of, task_for, teams_receiving
from referrals.selectors.encompass import waits_to_be_told
from referrals.selectors.taken import taken_of
from referrals.services.amending import approval_lapses
from referrals.services.decisions import end_sight_of, offer
from referrals.services.locking import hold, keep
from referrals.services.triage import subject_of
from work.models import Handover, Request
from work.selectors.open_work import open_work_on
from work.services.clocks import stop_clock
from work.services.handovers import withdraw_handover
from work.services.requests import waive_request

Kind = ContactTask.Kind
WRITTEN_FORM_OWED = "Written form of the referrer, after their call or email"
NEVER_WAIVED = frozenset({Kind.LOOK_AGAIN, Kind.WITHDRAWAL})
ENDS_ITSELF = {
    Kind.INFORMATION_REQUEST: "This is done when the agency answers. A manager can waive it.",
    Kind.HANDOVER: "This is done when the team accepts the handover. A manager can waive it.",
    Kind.LOOK_AGAIN: "This is done when a manager confirms the decision, or reopens the contact.",
    Kind.WITHDRAWAL: "This is done when a manager answers the withdrawal.",
}


@service
def complete_task(*, by: Person, reference: str, version: int, task_id: int, note: str = "") -> ContactTask:
    """Note that a task is done, with a word on how. Refuses what ends by another's answer, and what is done or waived."""
    contact = hold(by, reference, version)
    task = _open_task(contact, task_id)
    if task.kind in ENDS_ITSELF:
        raise Refused(ENDS_ITSELF[Kind(task.kind)])
    _done(task, by)
    if task.kind == Kind.REFERRER_TOLD and contact.feedback_at is None:
        contact.feedback_at, contact.feedback_by = task.done_at, by.actor_reference
    settle(contact)
    keep(contact, "state", "feedback_at", "feedback_by")
    _record(contact, by, "referrals.task_done", task, note)
    return task


@service
def waive_task(*, by: Person, reference: str, version: int, task_id: int, reason: str) -> ContactTask:
    """Do without a task: the question behind it is waived, the offer withdrawn. A manager; refused without a reason."""
    if not reason.strip():
        raise Refused("Enter why this need not be done.", field="reason")
    contact = hold(by, reference, version)
    task = _open_task(contact, task_id)
    if task.kind in NEVER_WAIVED:
        raise Refused(ENDS_ITSELF[Kind(task.kind)])
    work = open_work_on(subject_of(contact))
    if any(request.reference == task.record_reference for request in work.requests):
        waive_request(by=by, reference=task.record_reference, reason=reason)
    for handover in work.handovers:
        if handover.reference == task.record_reference:
            withdraw_handover(by=by, reference=handover.reference)
            end_sight_of(handover.to_team, contact, by)
    task.waived_at, task.waived_by, task.waived_reason = clock.now(), by.actor_reference, reason
    task.save(update_fields=["waived_at", "waived_by", "waived_reason"])
    settle(contact)
    keep(contact, "state")
    _record(contact, by, "referrals.task_waived", task, reason)
    return task


@service
def offer_again(*, by: Person, reference: str, version: int, team: str) -> Handover:
    """Offer a contact that a team returned to a team again (by its code). Refused unless its last offer was returned."""
    contact = hold(by, reference, version)
    work = casework_of(contact)
    waiting = [task for task in work.open_tasks if task.kind == Kind.HANDOVER]
    kind = FOLLOWS[contact.outcome].handover if contact.outcome else ""
    if contact.state not in DECIDED_STATES or not waiting or not kind or open_work_on(subject_of(contact)).handovers:
        raise Refused("Nothing of this contact waits to be offered again.")
    chosen = next((one for one in teams_receiving(kind) if one.code == team), None)
    if chosen is None:
        raise Refused("Select a team that takes over this kind of work.", field="team")
    for task in waiting:
        task.waived_at, task.waived_by, task.waived_reason = clock.now(), by.actor_reference, "Offered again"
        task.save(update_fields=["waived_at", "waived_by", "waived_reason"])
    offered = offer(contact, by, kind, chosen)
    keep(contact, "state")
    return offered


@service
def sign_off(*, by: Person, reference: str, version: int) -> Contact:
    """Close a decided contact. A manager who neither screened nor proposed; refused while anything is open, and it says what.

    Open are tasks, questions that agencies have not answered, handovers that no team has accepted, and the written form that
    follows a call, until it is noted or a manager does without it.
    """
    contact = hold(by, reference, version)
    work = casework_of(contact)
    move(TRANSITIONS, contact, "sign_off")
    proposers = {contact.proposed_by, work.current.proposed_by if work.current else ""}
    check_another_signs_off(by.actor_reference, {contact.screened_by, *proposers})
    check_nothing_open(open_things(contact))
    moment = clock.now()
    if contact.signed_off_at is None:
        contact.signed_off_at, contact.signed_off_by = moment, by.actor_reference
    contact.closed_at, contact.closed_by = moment, by.actor_reference
    stop_clock(by=by, kind=INFORMATION, subject=subject_of(contact), outcome="signed_off")
    keep(contact, "state", "signed_off_at", "signed_off_by", "closed_at", "closed_by")
    events.record(verb="referrals.signed_off", by=by, subject=subject_of(contact))
    write_chronology(by=by, child=contact.child, kind=CLOSED, record=subject_of(contact), detail=contact.outcome)
    return contact


def open_things(contact: Contact) -> list[str]:
    """The titles of what stands in the way of a contact's sign-off."""
    tasks = casework_of(contact).open_tasks
    work = open_work_on(subject_of(contact))
    named = {task.record_reference for task in tasks if task.record_reference}
    titles = [task.title for task in tasks]
    titles += [f"Answer of {row.to_agency.name}" for row in work.requests if row.reference not in named]
    titles += [f"Handover to {row.to_team.name}" for row in work.handovers if row.reference not in named]
    titles += ["Notice to the child’s school"] if waits_to_be_told(contact) else []
    titles += [WRITTEN_FORM_OWED] if (taken := taken_of(contact.submission_id)) and taken.waits_for_form else []
    return titles


def when_answered(request: Request, by: Actor) -> None:
    """An agency has answered a check: its task is done; with the last answer the information clock stops.

    What it told after a decision was approved lets the approval lapse.
    """
    contact = behind(request)
    if contact is None:
        return
    if request.result == "information":
        approval_lapses(contact, by)
    finish(contact, by, request.reference)
    if not any(row.kind == MASH_CHECK for row in open_work_on(subject_of(contact)).requests):
        stop_clock(by=by, kind=INFORMATION, subject=subject_of(contact), outcome="answered")


def when_accepted(handover: Handover, by: Actor) -> None:
    """A team has taken over: the task is done."""
    contact = behind(handover)
    if contact is None:
        return
    finish(contact, by, handover.reference)
    begin_involvement(by=by, child=contact.child, team=handover.to_team, record=subject_of(contact))
    write_chronology(by=by, child=contact.child, kind=TAKEN_OVER, record=subject_of(contact))


def when_returned(handover: Handover, by: Actor) -> None:
    """A team has given a contact back: it no longer sees it, and the task stays open."""
    contact = behind(handover)
    if contact is None:
        return
    end_sight_of(handover.to_team, contact, by)
    keep(contact)


def behind(row: Request | Handover) -> Contact | None:
    """The contact of which a request or handover speaks, locked. Part of services."""
    if row.subject_kind != CONTACT:
        return None
    return Contact.objects.select_for_update(of=("self",)).filter(reference=row.subject_reference).first()


def finish(contact: Contact, by: Actor, waited_for: str) -> None:
    """End the task that waited for this request or handover. Part of services."""
    for task in contact.tasks.filter(record_reference=waited_for, done_at__isnull=True, waived_at__isnull=True):
        _done(task, by)
    settle(contact)
    keep(contact, "state")


def _open_task(contact: Contact, task_id: int) -> ContactTask:
    task = task_for(contact, task_id)
    if contact.state not in WITH_TASKS and not (contact.state in WENT_ASIDE and task.kind == Kind.REFERRER_TOLD):
        raise Refused("Tasks are done while the contact is open. Reopen it first.")
    if task.done_at is not None or task.waived_at is not None:
        raise Refused("This task is done or waived already.")
    return task


def _done(task: ContactTask, by: Actor) -> None:
    task.done_at, task.done_by = clock.now(), by.actor_reference
    task.save(update_fields=["done_at", "done_by"])


def settle(contact: Contact) -> None:
    """After a decision the state says whether a task is open. Part of services."""
    if contact.state in DECIDED_STATES:
        is_open = contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True).exists()
        move(TRANSITIONS, contact, "open_tasks" if is_open else "finish_tasks")


def _record(contact: Contact, by: Actor, verb: str, task: ContactTask, reason: str) -> None:
    events.record(verb=verb, by=by, subject=subject_of(contact), reason=reason, data={"task": task.pk, "kind": task.kind})
