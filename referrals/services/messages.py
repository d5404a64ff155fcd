"""Messages between those who sent a submission and the MASH: on the record, with a mail that says only that there is news."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.urls import reverse

from accounts.models import AgencyClient, Person, Visitor
from accounts.selectors.visitors import agencies_of_visitor
from foundation import clock, events
from foundation.actors import Actor
from foundation.errors import NotVisible
from foundation.events import Subject
from foundation.mail import queue_mail
from foundation.service import service
from foundation.turns import hold_record
from referrals.models import Contact, LastLook, Message, Submission
from referrals.rules.messages import check_message
from referrals.selectors.contacts import contact_for
from referrals.selectors.correspondence import screeners_told, senders_told
from referrals.selectors.drafts import Writer
from referrals.selectors.duty import sender_to_write_to
from referrals.selectors.submissions import unrestricted_or_own
from referrals.selectors.systems import submission_of_agency
from referrals.services.triage import subject_of

SUBMISSION = "submission"
Kind = Message.Kind


@service
def write_to_mash(*, by: Writer, reference: str, body: str, once: str) -> Message:
    """Say something to the MASH about what one sent, follows, or whose agency one leads (others: it does not exist).

    Sent twice from one page (`once`) it is said once. Refuses an empty message.
    """
    check_message(body)
    submission = hold_submission(by, reference)
    return say(submission, by=by, kind=Kind.MESSAGE, body=body, once=once, from_mash=False)


@service
def write_to_referrer(*, by: Person, reference: str, body: str, once: str) -> Message:
    """Say something to who sent a contact (its `reference`). Those of the MASH who may see it; refuses an empty message."""
    check_message(body)
    contact = contact_for(by, reference)
    submission = Submission.objects.get(pk=contact.submission_id)
    hold_record(submission)
    return say(submission, by=by, kind=Kind.MESSAGE, body=body, once=once, from_mash=True, contact=contact)


@service
def note_look(*, by: Person, submission_id: int) -> None:
    """Note that the person has read the messages so far. Called by pages that show them to whoever may see them."""
    LastLook.objects.update_or_create(submission_id=submission_id, person=by, defaults={"looked_at": clock.now()})


def hold_submission(by: Writer | AgencyClient, reference: str) -> Submission:
    """A submission of the sender's side, held until the transaction ends. For who may not see it, it does not exist."""
    if isinstance(by, AgencyClient):
        found: int | None = submission_of_agency(by, reference).pk
    else:
        found = unrestricted_or_own(by).filter(reference=reference).values_list("pk", flat=True).first()
    if found is None:
        raise NotVisible
    submission = Submission.objects.select_related("referrer", "agency").get(pk=found)
    hold_record(submission)
    return submission


def say(
    submission: Submission,
    *,
    by: Actor,
    kind: str,
    body: str,
    once: str,
    from_mash: bool,
    contact: Contact | None = None,
) -> Message:
    """Put something on the record of a submission and tell the other side that there is news. Part of services."""
    said = submission.messages.filter(once=once).first()
    if said is not None:
        return said
    said = Message.objects.create(
        submission=submission,
        contact=contact,
        kind=kind,
        from_mash=from_mash,
        body=body,
        once=once,
        sent_at=clock.now(),
        sent_by=by.actor_reference,
    )
    contacts = [contact] if contact else list(submission.contacts.select_related("screener").order_by("position"))
    for one in contacts:
        events.record(verb="referrals.message_sent", by=by, subject=subject_of(one), data={"kind": kind, "from_mash": from_mash})
    events.record(verb="referrals.message_sent", by=by, subject=Subject(SUBMISSION, submission.reference), data={"kind": kind})
    if from_mash:
        tell(senders_told(submission), f"/my-referrals/{submission.reference}/messages/", f"message:{said.pk}")
        tell_visitor(submission, f"message:{said.pk}")
    else:
        for one in contacts:
            tell(screeners_told([one]), f"/mash/contacts/{one.reference}/messages/", f"message:{said.pk}:{one.pk}")
    return said


def tell_visitor(submission: Submission, key: str) -> None:
    """Promise the same mail to a visitor who sent it, as long as they can open it. Part of services."""
    sender = sender_to_write_to(submission) if submission.visitor_id is not None else None
    if sender is not None:
        queue_mail(to=sender.email, template="news", context={"path": sender.path}, key=f"{key}:visitor")


def tell(people: Sequence[Person], path: str, key: str) -> None:
    """Promise each a mail that says that there is news, and where. Part of services."""
    for person in people:
        queue_mail(to=person.email, template="news", context={"path": path}, key=f"{key}:{person.pk}")


def tell_without_account(visitor: Visitor, path: str, key: str) -> None:
    """Promise the same mail to a visitor, by way of the page on which they prove their address. Part of services.

    Nobody is written to whose address no agency has any more: they could open nothing.
    """
    if agencies_of_visitor(visitor):
        where = f"{reverse('visit')}?{urlencode({'next': path})}"
        queue_mail(to=visitor.email, template="news", context={"path": where}, key=f"{key}:visitor")


def tell_writer(writer: Writer, path: str, key: str) -> None:
    """The same to whoever writes or sent something, with an account or without. Part of services."""
    if isinstance(writer, Visitor):
        tell_without_account(writer, path, key)
    else:
        tell([writer], path, key)
