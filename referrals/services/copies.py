"""Asking for a copy of a submission as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from typing import Any

from accounts.models import Person, Visitor
from foundation import clock, events
from foundation.actors import Actor
from foundation.documents.removing import REMOVE
from foundation.outbox import promise
from foundation.service import service
from referrals.models import Contact, Submission, SubmissionCopy
from referrals.selectors.contacts import contact_for
from referrals.selectors.copies import copies_to_remove
from referrals.selectors.drafts import Writer
from referrals.selectors.submissions import submission_for

KIND = "referrals.copy"
QUEUE = "pdf"
State = SubmissionCopy.State


@service
def ask_for_copy(*, by: Writer, reference: str, once: str) -> SubmissionCopy:
    """Ask for a copy of what one sent, follows, or whose agency one leads; pressed twice (`once`) it is made once."""
    return _ask(by, submission_for(by, reference), None, once)


@service
def ask_for_copy_of_contact(*, by: Person, reference: str, once: str) -> SubmissionCopy:
    """Ask for a copy of what was sent about a contact (its `reference`). Those of the MASH who may see it."""
    contact = contact_for(by, reference)
    return _ask(by, Submission.objects.get(pk=contact.submission_id), contact, once)


def _ask(by: Writer, submission: Submission, contact: Contact | None, once: str) -> SubmissionCopy:
    who: dict[str, Any] = {"visitor": by} if isinstance(by, Visitor) else {"person": by}
    made, new = SubmissionCopy.objects.get_or_create(
        submission=submission,
        asked_by=by.actor_reference,
        once=once,
        defaults={"contact": contact, "asked_at": clock.now(), **who},
    )
    if new:
        promise(kind=KIND, payload={"copy": made.reference}, key=f"{KIND}:{made.reference}", queue=QUEUE)
        _record("referrals.copy_asked", by, made)
    return made


@service
def keep_copy(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the copy is wanted no longer."""
    held = SubmissionCopy.objects.select_for_update(of=("self",)).select_related("submission").get(reference=reference)
    if held.state != State.WAITING:
        return False
    held.state, held.key, held.pages, held.made_at = State.READY, key, pages, clock.now()
    held.save(update_fields=["state", "key", "pages", "made_at"])
    _record("referrals.copy_made", by, held)
    return True


@service
def fail_copy(*, by: Actor, reference: str, sentence: str) -> None:
    """End a copy without a file, with the sentence that whoever asked will read."""
    held = SubmissionCopy.objects.select_for_update(of=("self",)).select_related("submission").get(reference=reference)
    if held.state == State.WAITING:
        held.state, held.sentence = State.FAILED, sentence
        held.save(update_fields=["state", "sentence"])
        _record("referrals.copy_failed", by, held)


@service
def purge_copies(*, by: Actor) -> int:
    """Remove the files of copies that are a day old; says how many. That they were made stays on the record."""
    rows = list(copies_to_remove().select_for_update(of=("self",), skip_locked=True).select_related("submission")[:500])
    for copy in rows:
        if copy.key:
            promise(kind=REMOVE, payload={"storage_key": copy.key}, key=f"{REMOVE}:{copy.reference}")
        copy.state, copy.key = State.REMOVED, ""
        copy.save(update_fields=["state", "key"])
        _record("referrals.copy_removed", by, copy)
    return len(rows)


def _record(verb: str, by: Actor, copy: SubmissionCopy) -> None:
    subject = events.Subject("submission", copy.submission.reference)
    events.record(verb=verb, by=by, subject=subject, data={"copy": copy.reference})
