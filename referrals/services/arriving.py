"""Children arrive, with a form or in a later version of one: each becomes known and has a contact, a clock and grants."""

from collections.abc import Sequence
from datetime import datetime

from accounts.models import Team
from accounts.services.grants import carry_person_grants, give_team_grants
from children.rules import ChildDetails
from children.services import register_children
from foundation import events
from foundation.actors import Actor
from foundation.mail import queue_mail
from referrals.deadlines import DECISION
from referrals.models import SEE_CONTACT, Contact, ContactPersonGrant, ContactTeamGrant, Submission, SubmittedChild
from referrals.rules.triage import CONTACT
from work.services.clocks import start_clocks

RECEIVES = "Receives every contact"
NOBODY_RECEIVES = "No team can receive referrals at the moment. Telephone the MASH on {}."


def contacts_arrive(
    by: Actor,
    submission: Submission,
    told: Sequence[SubmittedChild],
    details: Sequence[ChildDetails],
    *,
    received_at: datetime,
    teams: Sequence[Team],
) -> list[Contact]:
    """A record and a contact for each child of a submission, as it was told of them. Part of services.

    The clock of each decision runs from `received_at`; `teams` see the contacts. Beside children who are restricted another one
    arrives restricted, to the same people.
    """
    hidden = submission.contacts.filter(restricted=True).order_by("position").first()
    known = register_children(by=by, children=details)
    contacts = [Contact(child=child) for child in known]
    subjects = [events.Subject(CONTACT, contact.reference) for contact in contacts]
    clocks = start_clocks(by=by, kind=DECISION, subjects=subjects, started_at=received_at, owner_team=teams[0])
    for contact, row in zip(contacts, told, strict=True):
        contact.submission, contact.submitted_child, contact.position = submission, row, row.position
        contact.urgent, contact.restricted = submission.urgent, hidden is not None
        contact.received_at, contact.decision_due_at = received_at, clocks[0].due_at
    arrived = Contact.objects.bulk_create(contacts)
    give_team_grants(by=by, records=arrived, teams=teams, codename=SEE_CONTACT, reason=RECEIVES, grants=ContactTeamGrant)
    if hidden is not None:
        carry_person_grants(by=by, of=hidden, to=arrived, codename=SEE_CONTACT, grants=ContactPersonGrant)
    return arrived


def happened(submission: Submission, contacts: Sequence[Contact]) -> list[events.Happened]:
    """What is recorded of contacts that arrived. Part of services."""
    return [
        events.Happened(
            "referrals.contact_received",
            events.Subject(CONTACT, contact.reference),
            data={"submission": submission.reference, "child": contact.child.reference},
        )
        for contact in contacts
    ]


def tell_managers(submission: Submission, managers: Sequence[tuple[str, str]], version: str = "") -> None:
    """Promise each manager (reference and address) the mail about something urgent. Part of services."""
    for person, email in managers:
        queue_mail(
            to=email,
            template="urgent_referral",
            context={"reference": submission.reference, "path": "/mash/"},
            key=f"urgent-referral:{submission.reference}{version}:{person}",
        )
