"""Of a restricted contact the receiving team sees what is offered once it is named; its manager learns that something is."""

import pytest
from django.core import mail as outgoing
from django.test import Client

from accounts.models import AccessLogEntry, Person
from foundation.errors import NotVisible, Refused
from foundation.outbox import deliver_now
from referrals.models import Contact
from referrals.selectors.contacts import may_see, nameable_people, named_people
from referrals.services import approve_decision, lift, restrict
from tests import factories
from tests.referrals import mash
from work.models import Handover
from work.selectors.handovers import RESTRICTED, handover_for
from work.selectors.my_work import inbox_counts, my_work, team_handovers
from work.services.handovers import accept_handover, return_handover

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def worker(hub: mash.Mash) -> Person:
    return factories.make_person("social_worker", team=hub.assessment, name="Wim Worker")


def name(hub: mash.Mash, contact: Contact, *people: Person) -> None:
    restrict(
        by=hub.manager,
        reference=contact.reference,
        version=mash.again(contact).version,
        people=[person.reference for person in people],
        reason="A colleague’s child",
    )


def offered(hub: mash.Mash) -> tuple[Contact, Handover]:
    """A contact that was restricted before it was decided, and its offer."""
    contact = mash.proposed(hub)
    name(hub, contact, hub.officer)
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    return mash.again(contact), Handover.objects.get(subject_reference=contact.reference)


def test_the_manager_of_the_team_learns_that_something_is_offered_and_nothing_else(hub: mash.Mash, worker: Person) -> None:
    contact, handover = offered(hub)
    (shown,) = team_handovers(hub.team_manager).rows
    assert (shown.reference, shown.kind, shown.subject_reference, shown.note) == (handover.reference, "", RESTRICTED, "")
    assert inbox_counts(hub.team_manager).handovers == 1
    client = factories.sign_in(Client(), hub.team_manager)
    for address in ("/", "/inbox/", f"/handovers/{handover.reference}/"):
        text = client.get(address).content.decode()
        assert contact.reference not in text, address
        assert "Initial assessment" not in text
        assert RESTRICTED in text or "A restricted record is offered to your team" in text
    text = client.get(f"/handovers/{handover.reference}/").content.decode()
    assert f"Ask {hub.team.name} to name you" in text
    assert f"/handovers/{handover.reference}/accept/" not in text
    assert client.get(f"/handovers/{handover.reference}/return/").status_code == 302
    assert {tuple(row.child_references) for row in AccessLogEntry.objects.filter(person=hub.team_manager.reference)} == {()}


def test_the_others_of_the_team_learn_nothing_at_all(hub: mash.Mash, worker: Person) -> None:
    _contact, handover = offered(hub)
    assert team_handovers(worker).rows == my_work(worker).handovers == ()
    assert inbox_counts(worker).handovers == 0
    for act in (handover_for, lambda person, reference: accept_handover(by=person, reference=reference)):
        with pytest.raises(NotVisible):
            act(worker, handover.reference)
    deliver_now()
    told = {one for message in outgoing.outbox for one in message.to}
    assert hub.team_manager.email in told
    assert worker.email not in told


def test_nobody_answers_for_the_team_who_is_not_named(hub: mash.Mash) -> None:
    _contact, handover = offered(hub)
    with pytest.raises(Refused, match="Ask the team that offers it to name you"):
        accept_handover(by=hub.team_manager, reference=handover.reference)
    with pytest.raises(Refused, match="Ask the team that offers it to name you"):
        return_handover(by=hub.team_manager, reference=handover.reference, reason="We cannot.")


def test_who_is_named_reads_it_and_accepts(hub: mash.Mash, worker: Person) -> None:
    contact, handover = offered(hub)
    assert {hub.team_manager, worker} <= set(nameable_people(contact))
    name(hub, contact, hub.officer, hub.team_manager)
    assert handover_for(hub.team_manager, handover.reference).subject_reference == contact.reference
    accept_handover(by=hub.team_manager, reference=handover.reference)
    assert may_see(hub.team_manager, mash.again(contact))
    with pytest.raises(NotVisible):
        handover_for(worker, handover.reference)


def test_naming_others_takes_sight_from_who_had_accepted(hub: mash.Mash) -> None:
    contact, handover = offered(hub)
    name(hub, contact, hub.team_manager)
    accept_handover(by=hub.team_manager, reference=handover.reference)
    name(hub, contact, hub.officer)
    assert not may_see(hub.team_manager, mash.again(contact))
    assert set(named_people(contact)) == {hub.manager, hub.officer}
    with pytest.raises(NotVisible):
        handover_for(hub.team_manager, handover.reference)


def test_who_returns_it_sees_it_no_longer(hub: mash.Mash) -> None:
    contact, handover = offered(hub)
    name(hub, contact, hub.team_manager)
    return_handover(by=hub.team_manager, reference=handover.reference, reason="The father is our neighbour.")
    assert not may_see(hub.team_manager, mash.again(contact))
    assert hub.team_manager not in nameable_people(contact)


def test_an_offer_shows_again_once_the_contact_does(hub: mash.Mash) -> None:
    contact, handover = offered(hub)
    lift(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, reason="A mistake")
    assert handover_for(hub.team_manager, handover.reference).subject_reference == contact.reference
