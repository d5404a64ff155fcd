"""A MASH at work, for tests: its team, its people, the teams behind it, and a contact at any point of its way."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.models import Agency, Person, Team
from foundation.events import Subject
from referrals.models import Contact
from referrals.services import approve_decision, begin_screening, complete_task, propose_decision, rate
from tests import factories
from tests.referrals import build
from work.models import Handover
from work.services.clocks import start_clock
from work.services.handovers import accept_handover

WORDS: dict[str, Any] = {"reasons": "Level 3: neglect over months.", "words_for_referrer": "A social worker will visit."}


@dataclass
class Mash:
    """The team that receives contacts, an officer, two managers, and a team behind it with its manager."""

    team: Team
    officer: Person
    manager: Person
    second_manager: Person
    assessment: Team
    team_manager: Person
    police: Agency
    police_lead: Person


def make(**teams: Any) -> Mash:
    """A MASH whose people may see every contact given to its team."""
    team = build.make_mash(**teams)
    assessment = factories.make_team(
        team.agency, ["referrals.assessment", "referrals.strategy_discussion"], name="Assessment team East"
    )
    police = factories.make_agency("police", name="Northmere Police")
    return Mash(
        team,
        factories.make_person("mash_officer", team=team, name="Olu Officer"),
        factories.make_person("mash_manager", team=team, name="Max Manager"),
        factories.make_person("mash_manager", team=team, name="Sam Second"),
        assessment,
        factories.make_person("team_manager", team=assessment, name="Tess Team"),
        police,
        factories.make_person("agency_lead", agency=police, name="Pat Police"),
    )


def received(mash: Mash, **fields: Any) -> Contact:
    """A contact as it arrives, with its clock."""
    contact = build.send(teams=(mash.team,), **fields).contacts.get()
    with transaction.atomic():
        clock = start_clock.__wrapped__(  # type: ignore[attr-defined]  # the service without its door
            by=mash.officer,
            kind="referrals.decision",
            subject=Subject("contact", contact.reference),
            started_at=contact.received_at,
            owner_team=mash.team,
        )
    Contact.objects.filter(pk=contact.pk).update(decision_due_at=clock.due_at)
    return again(contact)


def again(contact: Contact) -> Contact:
    """The contact as it is now."""
    return Contact.objects.get(pk=contact.pk)


def screened(mash: Mash, rating: str = "amber", **fields: Any) -> Contact:
    """A contact that the officer screens and has rated."""
    contact = received(mash, **fields)
    contact = begin_screening(by=mash.officer, reference=contact.reference, version=contact.version)
    return rate(by=mash.officer, reference=contact.reference, version=contact.version, rating=rating, reason="Hungry again")


def proposed(mash: Mash, outcome: str = "S17", **fields: Any) -> Contact:
    """A contact whose decision waits for a manager."""
    contact = screened(mash, **fields)
    propose_decision(
        by=mash.officer, reference=contact.reference, version=contact.version, outcome=outcome, threshold_level=3, **WORDS
    )
    return again(contact)


def approved(mash: Mash, outcome: str = "S17", **fields: Any) -> Contact:
    """A contact whose decision a manager has approved."""
    contact = proposed(mash, outcome, **fields)
    approve_decision(by=mash.manager, reference=contact.reference, version=contact.version)
    return again(contact)


def finish(mash: Mash, contact: Contact) -> Contact:
    """Do every task of a contact and let the team accept what it was offered."""
    for handover in Handover.objects.filter(subject_reference=contact.reference, state="offered"):
        accept_handover(by=mash.team_manager, reference=handover.reference)
    for task in contact.tasks.filter(done_at__isnull=True, waived_at__isnull=True):
        complete_task(by=mash.officer, reference=contact.reference, version=again(contact).version, task_id=task.pk)
    return again(contact)
