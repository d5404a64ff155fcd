"""What was said since a submission was sent, and who has news of it. Each part is asked by pages that decided who may see it."""

from collections.abc import Collection, Iterable, Sequence
from functools import partial

from django.db.models import Exists, OuterRef, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Person
from foundation.asked_often import Asked, AskedOften
from referrals.models import Contact, Diversion, Following, LastLook, Message, Submission
from referrals.selectors.contacts import may_see, visible_contacts
from referrals.selectors.submissions import sent_submissions, unrestricted_or_own

SHOWN = 10


def thread_of(submission: Submission) -> QuerySet[Message]:
    """What was said, oldest first."""
    return submission.messages.select_related("contact__submitted_child").order_by("sent_at", "pk")


def about_these(thread: Iterable[Message], contacts: Collection[int]) -> list[Message]:
    """What was said, without what was said of other children only."""
    return [message for message in thread if message.contact_id is None or message.contact_id in contacts]


def unread_by(person: Person, submission: Submission, *, from_mash: bool) -> Asked[int]:
    """The messages (ids) of the other side that the person has not seen yet."""
    question = _UNREAD_OF_MASH if from_mash else _UNREAD_OF_SENDER
    return question.asked(submission=submission.pk, person=person.pk, reference=person.reference)


def news_for_senders(person: Person) -> list[Submission]:
    """What the person sent or follows, of which the MASH has said something that they have not read; newest first."""
    unread = _unread(Message.objects.filter(submission=OuterRef("pk"), from_mash=True), person)
    return list(sent_submissions(person).filter(Exists(unread)).order_by("-received_at", "-pk")[:SHOWN])


def news_for_screeners(person: Person) -> list[Contact]:
    """The contacts that the person screens, of which the sender has said something that they have not read; newest first."""
    unread = _unread(Message.objects.filter(submission=OuterRef("submission"), from_mash=False), person)
    return list(
        visible_contacts(person).filter(Exists(unread), screener=person, is_open=True).order_by("-received_at", "-pk")[:SHOWN]
    )


def _unread_of(submission: int, person: int, reference: str, *, from_mash: bool) -> QuerySet[Message, int]:
    rows = Message.objects.filter(submission=submission, from_mash=from_mash).exclude(sent_by=reference)
    return _unread(rows, person).values_list("pk", flat=True)


_UNREAD_OF_MASH = AskedOften(partial(_unread_of, from_mash=True))
_UNREAD_OF_SENDER = AskedOften(partial(_unread_of, from_mash=False))


def _unread(rows: QuerySet[Message], person: Person | int) -> QuerySet[Message]:
    seen = LastLook.objects.filter(submission=OuterRef("submission"), person=person, looked_at__gte=OuterRef("sent_at"))
    return rows.exclude(Exists(seen))


def senders_told(submission: Submission) -> list[Person]:
    """Who of the senders' side hears that there is news: the referrer and whoever follows it, as long as they may see it."""
    people = [submission.referrer] if submission.referrer is not None else []
    people += [row.person for row in submission.followings.filter(ended_at__isnull=True).select_related("person").order_by("pk")]
    return [one for one in dict.fromkeys(people) if one.is_active and sent_submissions(one).filter(pk=submission.pk).exists()]


def screeners_told(contacts: Sequence[Contact]) -> list[Person]:
    """Who of the MASH hears that there is news: those who screen one of these contacts, as long as they may see it."""
    screening = [(row.screener, row) for row in contacts if row.screener is not None and row.screener.is_active]
    return list(dict.fromkeys(screener for screener, contact in screening if may_see(screener, contact)))


def diversions_of(contact: Contact) -> list[Diversion]:
    """How a contact left the way to a decision, newest first."""
    return list(contact.diversions.select_related("duplicate_of").order_by("-diverted_at", "-pk"))


def followers_of(submission: Submission) -> list[Following]:
    """Who follows a submission for a colleague now."""
    return list(submission.followings.filter(ended_at__isnull=True).select_related("person").order_by("began_at"))


def may_follow(person: Person, submission: Submission) -> bool:
    """Whether a lead can take a colleague's submission over: of their agency, not theirs, not followed by them already."""
    if submission.referrer_id == person.pk or submission.agency_id not in agency_ids(person, AGENCY_LEAD):
        return False
    followed = submission.followings.filter(person=person, ended_at__isnull=True).exists()
    return not followed and unrestricted_or_own(person).filter(pk=submission.pk).exists()


def may_end(person: Person, following: Following) -> bool:
    """Whether the person can end it: who follows, who sent it and is back, and the leads of the agency."""
    submission = following.submission
    return person.pk in {following.person_id, submission.referrer_id} or submission.agency_id in agency_ids(person, AGENCY_LEAD)
