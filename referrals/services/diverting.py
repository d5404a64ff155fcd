"""A contact that leaves the way to a decision: returned, withdrawn, duplicate, out of the area, or linked to an open case."""

from typing import Any

from accounts.models import AgencyClient, Person
from foundation import clock, events
from foundation.errors import Refused
from foundation.service import service
from foundation.states import move
from referrals.deadlines import DECISION, INFORMATION
from referrals.models import Contact, ContactState, ContactTask, Diversion, Message
from referrals.rules.messages import check_message
from referrals.rules.triage import TRANSITIONS, check_another_signs_off
from referrals.selectors.contacts import casework_of, visible_contacts
from referrals.selectors.correspondence import senders_told
from referrals.selectors.drafts import Writer
from referrals.selectors.duty import sender_to_write_to
from referrals.selectors.encompass import waits_to_be_told
from referrals.services.locking import hold, keep
from referrals.services.messages import hold_submission, say, tell, tell_visitor
from referrals.services.triage import open_task, subject_of
from work.selectors.open_work import open_work_on
from work.services.clocks import stop_clock
from work.services.requests import withdraw_request

Kind = Message.Kind
DECIDED = "A manager has decided on this already, so it cannot be withdrawn. Write to the MASH, or say that you disagree."

SCHOOL_FIRST = "The child’s school has not been told of the notice that came with this contact. Tell the school first."
TELL_SENDER = "Tell whoever sent this what became of it, by telephone or letter, and note who was told and how"


@service
def return_to_referrer(*, by: Person, reference: str, version: int, missing: str) -> Diversion:
    """Give a contact back to who sent it, saying what is missing; once they amend it, it comes back with a new clock.

    Refuses without words, for a child said to be in immediate danger, where nobody would read it, and once a decision is
    proposed.
    """
    if not missing.strip():
        raise Refused("Enter what is missing.", field="missing")
    contact = hold(by, reference, version)
    submission = contact.submission
    if submission.immediate_danger or contact.urgent:
        raise Refused("An urgent referral is never returned. Ring the referrer, and go on meanwhile.")
    if not senders_told(submission) and sender_to_write_to(submission) is None:
        raise Refused("Nobody who sent this reads it in the portal. Ring them instead.")
    made = _divert(contact, by, "return", missing)
    say(
        submission,
        by=by,
        kind=Kind.RETURNED,
        body=missing,
        once=f"returned:{made.pk}",
        from_mash=True,
        contact=contact,
    )
    return made


@service
def mark_duplicate(*, by: Person, reference: str, version: int, duplicate_of: str, reason: str) -> Diversion:
    """Close a contact that says again what another one says; the other (by its reference) stays and goes on.

    A manager who did not screen it. Refuses without a reason, itself, another that is not seen, and one that is a duplicate.
    """
    _check(reason)
    contact = _held_by_manager(by, reference, version)
    other = visible_contacts(by).filter(reference=duplicate_of.strip()).exclude(pk=contact.pk).first()
    if other is None:
        raise Refused("Enter the reference of another contact that you may see: the one that stays.", field="duplicate_of")
    if other.state in {ContactState.DUPLICATE, ContactState.RETURNED}:
        raise Refused("The contact that stays must itself go on: this one is a duplicate or was returned.", field="duplicate_of")
    made = _divert(contact, by, "join", reason, duplicate_of=other)
    keep(other)
    events.record(verb="referrals.duplicate_joined", by=by, subject=subject_of(other), data={"duplicate": contact.reference})
    return made


@service
def send_out_of_area(*, by: Person, reference: str, version: int, authority: str, receipt: str, reason: str) -> Diversion:
    """Close a contact that another council has taken. A manager who did not screen it; refuses while no receipt is noted."""
    _check(reason)
    if not authority.strip():
        raise Refused("Enter which council has taken it.", field="authority")
    if not receipt.strip():
        raise Refused("Enter who there has taken it, and when. Until somebody has, it stays here.", field="receipt")
    contact = _held_by_manager(by, reference, version)
    return _divert(contact, by, "pass_on", reason, authority=authority, receipt=receipt)


@service
def link_to_open_case(*, by: Person, reference: str, version: int, worker: str, reason: str) -> Diversion:
    """Close a contact about a child with whom somebody works already and was told. A manager who did not screen it."""
    _check(reason)
    if not worker.strip():
        raise Refused("Enter who works with the child and was told.", field="worker")
    contact = _held_by_manager(by, reference, version)
    return _divert(contact, by, "link", reason, worker=worker)


@service
def ask_to_withdraw(*, by: Writer | AgencyClient, reference: str, reason: str, once: str) -> Message:
    """Ask the MASH to let one take back what one sent. Nothing is deleted: a manager decides, child by child.

    Refuses without a reason, and when a manager has decided on every child already.
    """
    if not reason.strip():
        raise Refused("Enter why you withdraw it.", field="reason")
    submission = hold_submission(by, reference)
    contacts = list(Contact.objects.select_for_update(of=("self",)).filter(submission=submission).order_by("position"))
    waiting = [one for one in contacts if one.is_open and one.approved_at is None]
    if not waiting:
        raise Refused(DECIDED)
    said = say(submission, by=by, kind=Kind.WITHDRAWAL, body=reason, once=once, from_mash=False)
    for contact in waiting:
        if not open_withdrawal(contact):
            open_task(contact, by, ContactTask.Kind.WITHDRAWAL, "Answer the referrer, who wants to withdraw this")
            keep(contact)
            events.record(verb="referrals.withdrawal_asked", by=by, subject=subject_of(contact), reason=reason)
    return said


@service
def answer_withdrawal(*, by: Person, reference: str, version: int, agree: bool, words: str) -> Contact:
    """Agree that a contact is withdrawn, which closes it, or go on in spite of it. A manager who did not screen, in words.

    The referrer reads the words. Refused unless somebody asked to withdraw it.
    """
    check_message(words, field="words")
    contact = _held_by_manager(by, reference, version)
    task = open_withdrawal(contact)
    if task is None:
        raise Refused("Nobody asks to withdraw this contact.")
    moment = clock.now()
    task.done_at, task.done_by = moment, by.actor_reference
    task.save(update_fields=["done_at", "done_by"])
    if agree:
        _divert(contact, by, "withdraw", words)
    else:
        keep(contact)
        events.record(verb="referrals.withdrawal_refused", by=by, subject=subject_of(contact), reason=words)
    kind = Kind.WITHDRAWAL_AGREED if agree else Kind.WITHDRAWAL_REFUSED
    say(contact.submission, by=by, kind=kind, body=words, once=f"withdrawal:{task.pk}", from_mash=True, contact=contact)
    return contact


def open_withdrawal(contact: Contact) -> ContactTask | None:
    """The task that waits for an answer to a withdrawal. Part of services."""
    return contact.tasks.filter(kind=ContactTask.Kind.WITHDRAWAL, done_at__isnull=True, waived_at__isnull=True).first()


def _check(reason: str) -> None:
    if not reason.strip():
        raise Refused("Enter why.", field="reason")


def _held_by_manager(by: Person, reference: str, version: int) -> Contact:
    contact = hold(by, reference, version)
    check_another_signs_off(by.actor_reference, {contact.screened_by, contact.proposed_by} - {""})
    return contact


def _divert(contact: Contact, by: Person, event: str, reason: str, **details: Any) -> Diversion:
    """Move a contact aside: what is open on it ends, its clocks stop, and how it went is kept.

    Whoever sent it hears of it; where nobody reads it in the portal, telling them stays to be done. Refuses while a notice to
    the child's school waits to be given.
    """
    if event != "return" and waits_to_be_told(contact):
        raise Refused(SCHOOL_FIRST)
    move(TRANSITIONS, contact, event)
    moment = clock.now()
    subject = subject_of(contact)
    for request in open_work_on(subject).requests:
        withdraw_request(by=by, reference=request.reference, reason=contact.get_state_display())
    unread = event != "return" and not _reads(contact)
    for task in casework_of(contact).open_tasks:
        if unread and task.kind == ContactTask.Kind.REFERRER_TOLD:
            continue
        task.waived_at, task.waived_by, task.waived_reason = moment, by.actor_reference, contact.get_state_display()
        task.save(update_fields=["waived_at", "waived_by", "waived_reason"])
    contact.decisions.filter(superseded_at__isnull=True, sent_back_at__isnull=True).update(
        superseded_at=moment, superseded_by=by.actor_reference
    )
    for kind in (DECISION, INFORMATION):
        stop_clock(by=by, kind=kind, subject=subject, outcome=contact.state)
    contact.closed_at, contact.closed_by = moment, by.actor_reference
    keep(contact, "state", "closed_at", "closed_by")
    made = Diversion.objects.create(
        contact=contact,
        state=contact.state,
        reason=reason,
        diverted_at=moment,
        diverted_by=by.actor_reference,
        **details,
    )
    events.record(verb="referrals.diverted", by=by, subject=subject, reason=reason, data={"state": contact.state})
    if event != "return":
        _tell_sender(contact, by, made, unread=unread, by_message=event == "withdraw")
    return made


def _reads(contact: Contact) -> bool:
    """Whether anybody of the sender's side reads in the portal what became of a contact."""
    return bool(senders_told(contact.submission)) or sender_to_write_to(contact.submission) is not None


def _tell_sender(contact: Contact, by: Person, made: Diversion, *, unread: bool, by_message: bool) -> None:
    """Send whoever sent it the news, or leave it to the MASH to tell them. A withdrawal is answered by a message besides."""
    submission = contact.submission
    if not unread:
        tell(senders_told(submission), f"/my-referrals/{submission.reference}/", f"diverted:{made.pk}")
        if not by_message:
            tell_visitor(submission, f"diverted:{made.pk}")
        return
    kind = ContactTask.Kind.REFERRER_TOLD
    if not contact.tasks.filter(kind=kind, done_at__isnull=True, waived_at__isnull=True).exists():
        open_task(contact, by, kind, TELL_SENDER)
