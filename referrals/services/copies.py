"""Asking for a copy of a submission as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from typing import Any

from django.db.models import QuerySet

from accounts.models import Person, Visitor
from foundation import events
from foundation.actors import Actor
from foundation.service import service
from referrals.models import Contact, Submission, SubmissionCopy
from referrals.selectors.contacts import contact_for
from referrals.selectors.drafts import Writer
from referrals.selectors.submissions import submission_for
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

KIND = "referrals.copy"


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
    made, new = copy_asked(submission.copies.all(), by=by, kind=KIND, once=once, submission=submission, contact=contact, **who)
    if new:
        _record("referrals.copy_asked", by, made)
    return made


@service
def keep_copy(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the copy is wanted no longer."""
    kept = copy_kept(_all(), reference=reference, key=key, pages=pages)
    if kept is not None:
        _record("referrals.copy_made", by, kept)
    return kept is not None


@service
def fail_copy(*, by: Actor, reference: str, sentence: str) -> None:
    """End a copy without a file, with the sentence that whoever asked will read."""
    ended = copy_given_up(_all(), reference=reference, sentence=sentence)
    if ended is not None:
        _record("referrals.copy_failed", by, ended)


@service
def purge_copies(*, by: Actor) -> int:
    """Remove the files of copies that are a day old; says how many. That they were made stays on the record."""
    removed = old_copies_removed(_all())
    for copy in removed:
        _record("referrals.copy_removed", by, copy)
    return len(removed)


def _all() -> QuerySet[SubmissionCopy]:
    return SubmissionCopy.objects.select_related("submission")


def _record(verb: str, by: Actor, copy: SubmissionCopy) -> None:
    subject = events.Subject("submission", copy.submission.reference)
    events.record(verb=verb, by=by, subject=subject, data={"copy": copy.reference})
