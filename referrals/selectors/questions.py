"""What the MASH asks those who sent something, to those who can answer; and what is closed to whom once it is restricted."""

from typing import Any

from django.db.models import BigIntegerField, CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from accounts.models import Person
from foundation.errors import NotVisible
from referrals.models import Contact, SchoolNotice, Submission
from referrals.rules.triage import CONTACT, MORE_INFORMATION
from referrals.selectors.drafts import Writer
from work.models import Request
from work.selectors.requests import requests_to_answer


def open_questions(asked: Writer, submission: Submission) -> list[Request]:
    """Questions about a submission that nobody has answered, soonest due first; for pages that found it for this reader."""
    return list(_open(asked, submission).order_by("due_at", "pk"))


def question_for(asked: Writer, submission: Submission, reference: str) -> Request:
    """One of these; for others it does not exist."""
    found = _open(asked, submission).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def _open(asked: Writer, submission: Submission) -> QuerySet[Request]:
    rows = requests_to_answer(asked) if isinstance(asked, Person) else Request.objects.all()
    contacts = [contact.reference for contact in submission.contacts.all()]
    return rows.filter(kind=MORE_INFORMATION, subject_kind=CONTACT, subject_reference__in=contacts, state=Request.State.ASKED)


def restricted_to_others(person: Person) -> Exists:
    """Of requests: whether the contact has been restricted and the person is not who sent it, so leads no longer read them."""
    restricted = Contact.objects.filter(reference=OuterRef("subject_reference"), restricted=True)
    return Exists(restricted.exclude(submission__referrer=person))


def not_asked_by_name(person: Person) -> Exists:
    """Of requests about a contact: whether it is restricted, and the person is neither who was asked by name nor who answered."""
    restricted = Contact.objects.filter(reference=OuterRef("subject_reference"), restricted=True)
    return Exists(_of_others(restricted, person))


def notice_not_asked_by_name(person: Person) -> Exists:
    """The same of notices to a school."""
    restricted = SchoolNotice.objects.filter(reference=OuterRef("subject_reference"), contact__restricted=True)
    return Exists(_of_others(restricted, person))


def _of_others(restricted: Any, person: Person) -> Any:
    asked = Coalesce(OuterRef("to_person"), Value(0), output_field=BigIntegerField())
    answered = Coalesce(OuterRef("answered_by"), Value(""), output_field=CharField())
    return restricted.alias(asked=asked, answered=answered).exclude(asked=person.pk).exclude(answered=person.reference)
