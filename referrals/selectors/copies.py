"""Copies of submissions as PDF, each to whoever asked for it; and what such a copy holds."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from accounts.models import Person, Visitor
from foundation.errors import NotVisible
from foundation.models import Document
from referrals.models import Amendment, Contact, Decision, Message, Submission, SubmissionCopy
from referrals.selectors.attachments import documents_with_details
from referrals.selectors.contacts import contact_for, visible_contacts
from referrals.selectors.correspondence import about_these, thread_of
from referrals.selectors.drafts import Writer
from referrals.selectors.submissions import submission_for
from referrals.selectors.versions import amendments_of


def copy_for(asker: Writer, reference: str) -> SubmissionCopy:
    """One copy, to whoever asked for it, while they may see what it is of; for others it does not exist."""
    mine = {"visitor": asker} if isinstance(asker, Visitor) else {"person": asker}
    found = SubmissionCopy.objects.select_related("submission", "contact").filter(reference=reference, **mine).first()
    if found is None:
        raise NotVisible
    _seen(asker, found)
    return found


@dataclass(frozen=True)
class Copied:
    """What a copy holds: the form as it was sent, and all that its reader may see of what followed."""

    submission: Submission
    contacts: Sequence[Contact]
    amendments: Sequence[Amendment]
    messages: Sequence[Message]
    documents: Sequence[Document]


def copied(copy: SubmissionCopy) -> Copied:
    """What belongs into a copy today, as whoever asked for it sees it; NotVisible where they see it no longer."""
    asker = copy.visitor or copy.person
    if asker is None:
        raise NotVisible
    submission, contacts = _seen(asker, copy)
    return Copied(
        submission=submission,
        contacts=contacts,
        amendments=amendments_of(submission),
        messages=about_these(thread_of(submission), {contact.pk for contact in contacts}),
        documents=list(documents_with_details("submission", submission.reference)),
    )


def _seen(asker: Writer, copy: SubmissionCopy) -> tuple[Submission, list[Contact]]:
    if copy.contact is None:
        sent = submission_for(asker, copy.submission.reference)
        return sent, list(sent.contacts.all())
    if not isinstance(asker, Person):
        raise NotVisible
    submission = Submission.objects.select_related("agency").get(pk=contact_for(asker, copy.contact.reference).submission_id)
    approved = Decision.objects.filter(approved_at__isnull=False, superseded_at__isnull=True).order_by("-number")
    rows = visible_contacts(asker).filter(submission=submission).select_related("submitted_child", "child")
    return submission, list(
        rows.prefetch_related(Prefetch("decisions", approved, to_attr="approved_decisions")).order_by("position")
    )
