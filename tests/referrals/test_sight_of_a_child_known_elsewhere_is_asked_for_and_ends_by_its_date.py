"""Stub and ask: that a child is known elsewhere, whom to ring, and nothing else; sight asked for, given to a day, or refused."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, history
from referrals.models import Contact
from referrals.selectors.contacts import may_see
from referrals.selectors.same_child import same_child
from referrals.services import ask_for_sight, give_sight, refuse_sight, restrict
from tests import factories
from tests.referrals import build, mash
from tests.referrals.mash import Mash
from work.models import Request

pytestmark = pytest.mark.django_db
IN_A_MONTH = date(2026, 12, 18)


def named(contact: Contact, **fields: Any) -> Contact:
    for name, value in {"given_name": "Alexander", "family_name": "Whitfield", "birth_date": date(2015, 3, 7), **fields}.items():
        setattr(contact.child, name, value)
    contact.child.keys = keys_of(details_of(contact.child))
    contact.child.save()
    return contact


@pytest.fixture
def hub() -> Mash:
    hub = mash.make()
    hub.team.telephone = "01632 960123"
    hub.team.save()
    return hub


@pytest.fixture
def known(hub: Mash) -> Contact:
    return named(mash.received(hub))


@pytest.fixture
def worker(hub: Mash) -> Person:
    return factories.make_person("social_worker", team=hub.assessment, name="Wilma Worker")


@pytest.fixture
def own(hub: Mash) -> Contact:
    return named(build.make_contact(teams=(hub.assessment,)))


def ask(hub: Mash, worker: Person, own: Contact, known: Contact, reason: str = "Their sister is my case.") -> Request:
    return ask_for_sight(by=worker, reference=own.reference, child=known.child.reference, team=hub.team.code, reason=reason)


def page(who: Person, contact: Contact) -> str:
    return factories.sign_in(Client(), who).get(f"/mash/contacts/{contact.reference}/same-child/").content.decode()


def test_the_stub_says_whom_to_ring_and_nothing_else(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    named(known, given_name="Alexandros", known_as="Alexander", address="12 Alder Road", postcode="ZZ1 2AB")
    shown = page(worker, own)
    assert "01632 960123" in shown
    assert hub.team.name in shown
    for secret in (known.reference, "Alexandros", "Alder Road", "ZZ1 2AB"):
        assert secret not in shown


def test_a_restricted_child_is_not_known_elsewhere(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    restrict(by=hub.manager, reference=known.reference, version=known.version, people=[], reason="A parent works here")
    assert same_child(worker, own).elsewhere == []
    assert "Known elsewhere" not in page(worker, own)
    with pytest.raises(NotVisible):
        ask(hub, worker, own, known)


def test_who_is_only_somewhat_alike_is_no_stub(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    named(known, given_name="Alexa", family_name="Whitlock")
    assert same_child(worker, own).elsewhere == []


def test_sight_is_given_to_a_day_and_ends_with_it(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    request = ask(hub, worker, own, known)
    assert not may_see(worker, known)
    give_sight(by=hub.officer, reference=request.reference, until=IN_A_MONTH)
    assert may_see(worker, known)
    assert [event.verb for event in history(Subject("contact", known.reference))][-1] == "referrals.sight_given"
    assert "Alexander" in page(worker, own)
    with clock.frozen(clock.now() + timedelta(days=31)):
        assert not may_see(Person.objects.get(pk=worker.pk), known)


def test_a_refusal_gives_nothing_and_its_reason_is_read(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    request = ask(hub, worker, own, known)
    with pytest.raises(Refused, match="Enter why you refuse"):
        refuse_sight(by=hub.officer, reference=request.reference, reason=" ")
    refuse_sight(by=hub.officer, reference=request.reference, reason="Ring the duty manager first.")
    assert not may_see(worker, known)
    answer = factories.sign_in(Client(), worker).get(f"/sight/{request.reference}/").content.decode()
    assert "Ring the duty manager first." in answer
    with pytest.raises(Refused):
        give_sight(by=hub.officer, reference=request.reference, until=IN_A_MONTH)


def test_what_is_refused(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    with pytest.raises(Refused, match="Enter why"):
        ask(hub, worker, own, known, reason="")
    with pytest.raises(Refused, match="Select a team"):
        ask_for_sight(by=worker, reference=own.reference, child=known.child.reference, team=hub.assessment.code, reason="My case")
    with pytest.raises(NotVisible):
        ask_for_sight(by=worker, reference=own.reference, child=own.child.reference, team=hub.team.code, reason="My case")
    with pytest.raises(NotVisible):
        ask(hub, worker, known, known)
    request = ask(hub, worker, own, known)
    with pytest.raises(Refused, match="asked already"):
        ask(hub, worker, own, known)
    for until in (date(2026, 11, 17), date(2027, 11, 19)):
        with pytest.raises(Refused, match="next 12 months"):
            give_sight(by=hub.officer, reference=request.reference, until=until)
    with pytest.raises(NotVisible):
        give_sight(by=worker, reference=request.reference, until=IN_A_MONTH)
    restrict(by=hub.manager, reference=known.reference, version=known.version, people=[], reason="A parent works here")
    with pytest.raises(Refused, match="no contact"):
        give_sight(by=hub.manager, reference=request.reference, until=IN_A_MONTH)


def test_it_is_asked_and_answered_in_the_browser(hub: Mash, known: Contact, own: Contact, worker: Person) -> None:
    asking = factories.sign_in(Client(), worker)
    where = f"/mash/contacts/{own.reference}/elsewhere/{known.child.reference}/"
    assert "01632 960123" in asking.get(where).content.decode()
    assert asking.post(where, {}).status_code == 422
    assert asking.post(where, {"team": hub.team.code, "reason": "My case"}).status_code == 302
    request = Request.objects.get(kind="referrals.sight")
    answering = factories.sign_in(Client(), hub.officer)
    assert "Wilma Worker" in answering.get(f"/sight/{request.reference}/").content.decode()
    assert answering.post(f"/sight/{request.reference}/", {"answer": "give"}).status_code == 422
    given = {"answer": "give", "until-day": "18", "until-month": "12", "until-year": "2026"}
    assert answering.post(f"/sight/{request.reference}/", given).status_code == 302
    assert may_see(worker, known)
