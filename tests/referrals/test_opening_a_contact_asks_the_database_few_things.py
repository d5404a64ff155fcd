"""A page of a contact reads what it shows, whatever stage the contact is at, and no more: in twelve statements at most."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Person
from children.models import ChronologyEntry, Involvement
from children.rules.keys import keys_of
from children.rules.likeness import LIKELY
from children.selectors.records import details_of
from foundation import clock
from referrals.models import Contact, LikelyChild, SubmissionPerson, SubmissionRelation
from referrals.selectors.repeats import likely_of_contact
from referrals.services import ask_agencies, link_child, override_consent, restrict
from tests import factories
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db

MOST = 12
"""With the session, the reader, their roles, who else has it open and the entry in the access log."""
TABS = ("", "same-child/", "checks/", "decision/", "messages/", "history/", "changes/", "print/")


def statements(client: Client, address: str) -> list[str]:
    """What the second look at a page sends: the first fills what the process keeps."""
    client.get(address)
    with CaptureQueriesContext(connection) as sent:
        assert client.get(address).status_code == 200
    return [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]


@pytest.fixture(autouse=True)
def statements_say_what_they_ask(settings: Any) -> None:
    settings.KEPT_READY_AT = None  # one that is kept ready is only called by its name


def held(by: Person, contact: Contact) -> dict[str, list[str]]:
    """What each page of a contact sends; none sends more than it may."""
    client = factories.sign_in(Client(), by)
    sent = {tab: statements(client, f"/mash/contacts/{contact.reference}/{tab}") for tab in TABS}
    for tab, found in sent.items():
        assert len(found) <= MOST, f"{tab}: {len(found)}\n" + "\n".join(found)
    return sent


def named(contact: Contact, **fields: Any) -> Contact:
    """A contact of a child with a name that is like the others'."""
    told = {"given_name": "Alexander", "family_name": "Whitfield", "birth_date": date(2015, 3, 7), **fields}
    for name, value in told.items():
        setattr(contact.child, name, value)
    contact.child.keys = keys_of(details_of(contact.child))
    contact.child.save()
    return contact


def with_family(contact: Contact) -> Contact:
    """Two people round the child."""
    for position in (1, 2):
        person = SubmissionPerson.objects.create(submission=contact.submission, position=position, kind="father", name="Fred")
        SubmissionRelation.objects.create(person=person, child=contact.submitted_child, relationship="Father")
    return contact


def test_while_it_is_screened() -> None:
    hub = mash.make()
    contact = with_family(mash.screened(hub))
    ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Do you know the family?",
        legal_basis="Vital interests",
        purpose="To decide",
    )
    sent = held(hub.officer, contact)[""]
    assert not [sql for sql in sent if "referrals_decision" in sql or "work_handover" in sql], "read what the tab does not show"


def test_while_a_decision_waits() -> None:
    hub = mash.make()
    held(hub.manager, with_family(mash.proposed(hub)))


def test_after_it_was_decided_and_restricted() -> None:
    hub = mash.make()
    contact = with_family(mash.approved(hub))
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A parent works here")
    held(hub.manager, mash.again(contact))


def test_while_it_likely_repeats_what_was_decided_and_goes_on_although_the_family_refused() -> None:
    hub = mash.make()
    approved = mash.approved(hub)
    Contact.objects.filter(pk=approved.pk).update(received_at=clock.now() - timedelta(days=60))
    earlier = named(mash.again(approved))
    arriving = with_family(named(mash.screened(hub, consent_status="refused", consent_given_by="Mother")))
    LikelyChild.objects.create(contact=arriving, child=earlier.child, score=LIKELY, found_at=clock.now())
    override_consent(
        by=hub.manager,
        reference=arriving.reference,
        version=arriving.version,
        basis="s17",
        reason="Her needs must be looked into.",
    )
    assert likely_of_contact(hub.manager, arriving), "nothing is likely repeated"
    held(hub.manager, mash.again(arriving))


def test_while_the_child_is_known_here_and_in_other_teams_and_was_joined() -> None:
    hub = mash.make()
    joined, known, arriving = (named(mash.screened(hub)) for _ in range(3))
    for _ in range(3):
        elsewhere = named(build.make_contact(teams=(hub.assessment,)))
        Involvement.objects.create(
            child=elsewhere.child,
            team=hub.assessment,
            record_kind="contact",
            record_reference=elsewhere.reference,
            began_at=clock.now(),
            began_by="test",
        )
    link_child(
        by=hub.officer,
        reference=arriving.reference,
        version=arriving.version,
        child=joined.child.reference,
        reason="The same birth certificate",
    )
    for one in (joined, known, arriving):
        for kind in ("contact", "episode"):
            ChronologyEntry.objects.create(
                child=one.child,
                at=clock.now(),
                kind="referrals.arrived",
                record_kind=kind,
                record_reference=one.reference,
                written_at=clock.now(),
                written_by="test",
            )
    sent = held(hub.officer, mash.again(arriving))
    assert any("involvement" in sql for sql in sent["same-child/"]), "nobody was known elsewhere"
