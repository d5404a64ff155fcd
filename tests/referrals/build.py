"""The smallest valid things of the front door, for tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Permission

from accounts.models import Agency, Person, RoleHolding, Team, Visitor
from children.models import Child
from children.rules import ChildDetails
from children.rules.keys import keys_of
from foundation import clock
from referrals.models import (
    Contact,
    ContactPersonGrant,
    ContactTeamGrant,
    Draft,
    Submission,
    SubmittedChild,
)
from referrals.rules.submission import ChildGiven, Concern, Consent, Content, Harm, Referrer
from referrals.selectors.drafts import as_writer
from tests import factories


def make_mash(code: str | None = None) -> Team:
    """A team that receives every contact."""
    return factories.make_team(factories.make_agency("social_care"), ["referrals.contact"], code=code)


def make_practitioner(agency: Agency | None = None, **fields: Any) -> Person:
    """A practitioner, by default of a school."""
    return factories.make_person("practitioner", agency or make_school(), **fields)


def make_school(**fields: Any) -> Agency:
    """A school, whose referrals count as coming from schools."""
    school = factories.make_agency("school", **fields)
    school.referral_source = "2A"
    school.save()
    return school


def home_of(author: Person | Visitor) -> Agency:
    """The agency for which somebody writes."""
    return author.agency if isinstance(author, Visitor) else RoleHolding.objects.filter(person=author).order_by("id")[0].agency


def make_draft(author: Person | Visitor | None = None, *, answers: dict[str, Any] | None = None, **fields: Any) -> Draft:
    """An open draft of its author's agency."""
    author = author or make_practitioner()
    moment = clock.now()
    fields.setdefault("agency", home_of(author))
    fields.setdefault("started_at", moment)
    fields.setdefault("last_saved_at", moment)
    fields.setdefault("expires_at", moment + timedelta(days=7))
    return Draft.objects.create(**as_writer(author), answers=answers or {}, **fields)


def send(
    *,
    author: Person | Visitor | None = None,
    children: int = 1,
    teams: tuple[Team, ...] = (),
    received_at: datetime | None = None,
    **fields: Any,
) -> Submission:
    """A submission with that many children and a contact each, which these teams see."""
    author = author or make_practitioner()
    received_at = received_at or clock.now()
    fields.setdefault("consent_status", "given")
    fields.setdefault("family_told", "yes")
    fields.setdefault("purpose", "social_care")
    fields.setdefault("worries", "Often hungry, and frightened to go home.")
    fields.setdefault("referral_source", "2A")
    fields.setdefault("question_set", "2026-1")
    if fields.get("immediate_danger"):
        fields["urgent"] = True
    submission = Submission.objects.create(
        agency=home_of(author),
        referrer=author if isinstance(author, Person) else None,
        visitor=author if isinstance(author, Visitor) else None,
        referrer_name=author.name if isinstance(author, Person) else "Nell Nobody",
        received_at=received_at,
        received_by=author.reference,
        **fields,
    )
    for position in range(1, children + 1):
        _contact(submission, position, teams)
    return submission


def _contact(submission: Submission, position: int, teams: tuple[Team, ...]) -> Contact:
    who: dict[str, Any] = {"given_name": f"Robin{position}", "family_name": "Example", "birth_date": date(2018, position, 1)}
    keys = keys_of(ChildDetails(**who))
    child = Child.objects.create(created_at=submission.received_at, created_by=submission.received_by, keys=keys, **who)
    contact = Contact.objects.create(
        submission=submission,
        submitted_child=SubmittedChild.objects.create(submission=submission, position=position, **who),
        child=child,
        position=position,
        urgent=submission.urgent,
        received_at=submission.received_at,
        decision_due_at=submission.received_at + timedelta(days=1),
    )
    for team in teams:
        grant_to_team(contact, team)
    return contact


def make_contact(*, teams: tuple[Team, ...] = (), author: Person | Visitor | None = None, **fields: Any) -> Contact:
    """One contact, with fields set to what a test needs."""
    contact = send(author=author, teams=teams).contacts.get()
    if fields:
        if fields.get("rating"):
            fields.setdefault("initial_rating", fields["rating"])
        Contact.objects.filter(pk=contact.pk).update(**fields)
        contact.refresh_from_db()
    return contact


def see_contact() -> Permission:
    """The permission that grants of contacts carry."""
    return Permission.objects.get_by_natural_key("see_contact", "referrals", "contact")


def grant_to_team(contact: Contact, team: Team) -> ContactTeamGrant:
    """The team sees the contact."""
    return ContactTeamGrant.objects.create(
        content_object=contact,
        group=team.group,
        permission=see_contact(),
        reason="Receives contacts",
        starts_at=contact.received_at,
        given_at=contact.received_at,
        given_by="test",
    )


def grant_to_person(contact: Contact, person: Person, **fields: Any) -> ContactPersonGrant:
    """The person sees the contact."""
    return ContactPersonGrant.objects.create(
        content_object=contact,
        user=person,
        permission=see_contact(),
        reason=fields.pop("reason", "Named on it"),
        holding=RoleHolding.objects.filter(person=person).order_by("id")[0],
        starts_at=fields.pop("starts_at", contact.received_at),
        given_at=contact.received_at,
        given_by="test",
        **fields,
    )


def content(names: Sequence[str] = ("Ada",), *, on: date = date(2026, 11, 17), **changes: Any) -> Content:
    """A submission that says all that the form asks, about children of these first names."""
    return replace(
        Content(
            referrer=Referrer("Terry Teacher", "Class teacher", "01632 960001", "terry@school.example", "Class teacher"),
            purpose="social_care",
            children=[
                ChildGiven(ChildDetails("Example", name, birth_date=date(2017, 3, 27), address="1 Street")) for name in names
            ],
            consent=Consent(
                "given", given_by="Mother", on=on, family_told="yes", by_right="responsible", scope=("share",), recorded="note"
            ),
            concern=Concern("Often hungry.", "Her aunt helps.", "Breakfast club.", child_voice="“My tummy hurts.”"),
            harm=Harm(("16A",), ("home",)),
            father_known="no",
            father_unknown_reason="Nobody has told us.",
        ),
        **changes,
    )


DANGER = {"immediate_danger": ["no"]}
ABOUT = {
    "name": ["Terry Teacher"],
    "role": ["Class teacher"],
    "telephone": ["01632 960001"],
    "email": ["terry@school.example"],
    "relation": ["Class teacher since September"],
}
CHILD = {
    "born": ["yes"],
    "birth_date-day": ["27"],
    "birth_date-month": ["3"],
    "birth_date-year": ["2017"],
    "sex": ["F"],
    "given_name": ["Ada"],
    "family_name": ["Example"],
    "address": ["1 Sample Street"],
    "postcode": ["NM1 1AA"],
}
UNBORN = {
    "born": ["no"],
    "expected_delivery_date-day": ["14"],
    "expected_delivery_date-month": ["2"],
    "expected_delivery_date-year": ["2027"],
    "family_name": ["Example"],
    "address": ["1 Sample Street"],
}
FATHER = {
    "kind": ["father"],
    "name": ["Fred Example"],
    "lives_in_household": ["no"],
    "relation_1": ["Father"],
    "responsibility_1": ["yes"],
    "relation_2": ["Father"],
    "responsibility_2": ["unknown"],
}
FAMILY = {"father_known": ["yes"], "other_carers": ["unknown"]}
CONCERN = {
    "worries": ["She came to school hungry on four days and said there was no food at home."],
    "working_well": ["Her aunt collects her."],
    "tried_already": ["Breakfast club."],
    "spoken": ["yes"],
    "child_voice": ["“My tummy hurts.”"],
}
HARM = {"harms": ["16A"], "contexts": ["home"]}
REQUEST = {"purpose": ["social_care"], "referrer_level": ["3"]}
CONSENT = {
    "consent_status": ["given"],
    "given_by": ["Mother"],
    "given_right": ["responsible"],
    "scope": ["share", "early_help"],
    "recorded": ["note"],
    "given_on-day": ["17"],
    "given_on-month": ["11"],
    "given_on-year": ["2026"],
    "family_told": ["yes"],
}
PAGES = {
    "danger": DANGER,
    "about": ABOUT,
    "children/1": CHILD,
    "children/2": UNBORN,
    "people/1": FATHER,
    "family": FAMILY,
    "concern": CONCERN,
    "harm": HARM,
    "request": REQUEST,
    "consent": CONSENT,
}


def answers(**changes: dict[str, list[str]]) -> dict[str, Any]:
    """The answers of a complete draft about two children; pages can be changed by key (`children_1` for children/1)."""
    pages = {**PAGES, **{key.replace("_", "/"): typed for key, typed in changes.items()}}
    return {key: {"typed": typed, "version": 1, "page": ""} for key, typed in pages.items()}


def make_complete_draft(author: Person | Visitor | None = None, **changes: dict[str, list[str]]) -> Draft:
    """A draft about two children that can be sent."""
    return make_draft(author, answers=answers(**changes))
