"""What was sent, to those who sent it: the referrer sees their own, the agency's safeguarding lead those of the agency.

Whoever has left the agency for which they sent it, or refers there no longer, sees it no longer.
What has been restricted since, the referrer alone sees: the lead may be the very person who must not.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from accounts.access import AGENCY_LEAD, can
from accounts.access_table import agency_ids, role_codes
from accounts.models import Person, Visitor
from foundation.calendar import london_date
from foundation.errors import NotVisible
from foundation.models import Document
from foundation.pages import Page, page_after
from foundation.working_days import working_calendar
from referrals.access import READERS
from referrals.models import (
    SEE_CONTACT,
    Contact,
    ContactPersonGrant,
    ContactTeamGrant,
    Decision,
    Following,
    Submission,
)
from referrals.selectors.attachments import documents_with_details
from referrals.selectors.drafts import Writer, agency_ids_to_refer_for

MOST_CHASED = 20


def may_see_the_agencys(person: Writer) -> bool:
    """Whether they see what colleagues sent. A visitor never does."""
    return isinstance(person, Person) and bool(agency_ids(person, AGENCY_LEAD))


def sent_by(person: Writer, *, after: str = "") -> Page[Submission]:
    """What the person sent, and what they follow for a colleague, newest first."""
    contacts = Contact.objects.select_related("submitted_child", "child").order_by("position")
    rows = sent_submissions(person).select_related("agency", "referrer").prefetch_related(Prefetch("contacts", contacts))
    return page_after(rows, "received_at", after, newest_first=True)


def without_an_answer(person: Writer, at: datetime) -> list[Submission]:
    """What the person sent of which nobody has told them what was decided, working days after receipt; the oldest first.

    How many days is the setting REFERRER_CHASES_AFTER_WORKING_DAYS. What went aside or was withdrawn waits for nothing.
    """
    calendar, days = working_calendar(), settings.REFERRER_CHASES_AFTER_WORKING_DAYS
    waiting = Contact.objects.filter(submission=OuterRef("pk"), is_open=True, feedback_at__isnull=True)
    sent = sent_submissions(person).filter(Exists(waiting)).order_by("received_at", "pk")
    rows = list(sent.filter(received_at__lt=at - timedelta(days=days))[:MOST_CHASED])
    return [row for row in rows if calendar.add_working_days(london_date(row.received_at), days) < london_date(at)]


def submission_for(person: Writer, reference: str) -> Submission:
    """One submission with its children, contacts and approved decisions, to its sender or their agency's lead."""
    contacts: QuerySet[Contact] = (
        Contact.objects.select_related("submitted_child", "child")
        .prefetch_related(
            Prefetch(
                "decisions",
                Decision.objects.filter(approved_at__isnull=False, superseded_at__isnull=True).order_by("-number"),
                to_attr="approved_decisions",
            )
        )
        .order_by("position")
    )
    found = (
        Submission.objects.filter(_of_their_own(person) | of_led_agencies(person), reference=reference)
        .select_related("agency", "referrer")
        .prefetch_related(Prefetch("contacts", contacts))
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def children_of_submission(person: Writer, reference: str) -> list[str]:
    """The references of a submission's children, to its sender, their agency's lead and whoever may see one of its contacts."""
    contacts = list(Contact.objects.filter(submission__reference=reference).select_related("submission", "child"))
    if not contacts or not (_sent(person, contacts[0].submission) or any(_sees(person, contact) for contact in contacts)):
        raise NotVisible
    return [contact.child.reference for contact in contacts]


def documents_of_submission(person: Writer, submission: Submission) -> list[Document]:
    """The files that came with a submission, to its sender and their agency's lead, oldest first."""
    if not _sent(person, submission):
        raise NotVisible
    return list(documents_with_details("submission", submission.reference))


def sent_submissions(person: Writer) -> QuerySet[Submission]:
    """What the person sent, and what they follow for a colleague."""
    return Submission.objects.filter(_of_their_own(person))


def unrestricted_or_own(person: Writer) -> QuerySet[Submission]:
    """Everything sent that the person may see: their own, what they follow, and that of the agencies that they lead."""
    return Submission.objects.filter(_of_their_own(person) | of_led_agencies(person))


def _of_their_own(person: Writer) -> Q:
    """What they sent or follow, for the agencies for which they may refer today."""
    allowed = Q(agency__in=agency_ids_to_refer_for(person))
    if isinstance(person, Visitor):
        return Q(visitor=person) & allowed
    followed = Following.objects.filter(submission=OuterRef("pk"), person=person, ended_at__isnull=True)
    restricted = Contact.objects.filter(submission=OuterRef("pk"), restricted=True)
    return (Q(referrer=person) | (Q(Exists(followed)) & ~Q(Exists(restricted)))) & allowed


def of_led_agencies(person: Writer) -> Q:
    """For selectors: what was sent by the agencies whose safeguarding lead the person is, save what has been restricted since."""
    if isinstance(person, Visitor):
        return Q(pk__in=())
    restricted = Contact.objects.filter(submission=OuterRef("pk"), restricted=True)
    return Q(agency__in=agency_ids(person, AGENCY_LEAD)) & ~Q(Exists(restricted))


def _sent(person: Writer, submission: Submission) -> bool:
    return Submission.objects.filter(_of_their_own(person) | of_led_agencies(person), pk=submission.pk).exists()


def _sees(person: Writer, contact: Contact) -> bool:
    if isinstance(person, Visitor):
        return False
    if not role_codes(person) & READERS.roles:
        return False
    return can(person, contact, SEE_CONTACT, team_grants=ContactTeamGrant, person_grants=ContactPersonGrant)
