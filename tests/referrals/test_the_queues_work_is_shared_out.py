"""Who screens what: a manager gives several at once, an officer takes the next, and nobody takes what another has."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.errors import NotAllowed, Refused
from referrals.models import Contact
from referrals.selectors.queue import NOBODY, QueueFilter, queue
from referrals.services import allocate, ask_agencies, take_next
from tests.factories import sign_in
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def chosen(*contacts: Contact) -> dict[str, int]:
    return {one.reference: mash.again(one).version for one in contacts}


def shown(hub: mash.Mash, wanted: QueueFilter) -> list[str]:
    return [row["reference"] for row in queue(hub.officer, wanted).rows]


def test_a_manager_gives_several_contacts_to_an_officer(hub: mash.Mash) -> None:
    first, second, third = (mash.received(hub) for _ in range(3))
    done = allocate(by=hub.manager, contacts=chosen(first, second), to=hub.officer.reference)
    assert (done.given, done.left) == (2, ())
    assert sorted(shown(hub, QueueFilter(whose="mine"))) == sorted([first.reference, second.reference])
    assert shown(hub, QueueFilter(whose=NOBODY)) == [third.reference]


def test_what_somebody_changed_meanwhile_or_may_not_be_seen_stays_and_is_named(hub: mash.Mash) -> None:
    changed, hidden, fine = (mash.received(hub) for _ in range(3))
    contacts = chosen(changed, hidden, fine)
    Contact.objects.filter(pk=changed.pk).update(version=99)
    build.grant_to_person(hidden, hub.manager)
    Contact.objects.filter(pk=hidden.pk).update(restricted=True)
    done = allocate(by=hub.manager, contacts=contacts, to=hub.officer.reference)
    assert (done.given, set(done.left)) == (1, {changed.reference, hidden.reference})


def test_work_is_given_to_those_who_screen_in_the_team_by_managers_only(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    with pytest.raises(Refused, match="to whom"):
        allocate(by=hub.manager, contacts=chosen(contact), to=hub.team_manager.reference)
    with pytest.raises(Refused, match="Select the contacts"):
        allocate(by=hub.manager, contacts={}, to=hub.officer.reference)
    with pytest.raises(NotAllowed):
        allocate(by=hub.officer, contacts=chosen(contact), to=hub.officer.reference)


def test_the_next_one_is_the_most_urgent_that_nobody_has(hub: mash.Mash) -> None:
    calm, urgent = mash.received(hub), mash.received(hub)
    Contact.objects.filter(pk=urgent.pk).update(urgent=True)
    assert take_next(by=hub.officer) == urgent
    assert take_next(by=hub.second_manager) == calm
    with pytest.raises(Refused, match="Nothing waits"):
        take_next(by=hub.officer)


def test_contacts_that_wait_for_agencies_can_be_listed(hub: mash.Mash) -> None:
    mash.received(hub)
    waiting = mash.screened(hub)
    ask_agencies(
        by=hub.officer,
        reference=waiting.reference,
        version=waiting.version,
        agencies=[hub.police.code],
        question="Known?",
        legal_basis="s17",
        purpose="To decide",
    )
    assert shown(hub, QueueFilter(awaiting=True)) == [waiting.reference]
    page = sign_in(Client(), hub.officer).get(reverse("referrals:queue"), {"awaiting": "on"}).content.decode()
    assert waiting.reference in page


def test_the_pages_allocate_and_take(hub: mash.Mash) -> None:
    contact, other = mash.received(hub), mash.received(hub)
    manager = sign_in(Client(), hub.manager)
    queue_page = manager.get(reverse("referrals:queue")).content.decode()
    assert f"{contact.reference}~{contact.version}" in queue_page
    given = {"contacts": [f"{contact.reference}~{contact.version}"], "to": hub.officer.reference}
    assert "1 contact allocated" in manager.post(reverse("referrals:allocate_contacts"), given, follow=True).content.decode()
    again = manager.post(reverse("referrals:allocate_contacts"), given, follow=True).content.decode()
    assert f"Not allocated, because somebody changed it meanwhile or the officer may not see it: {contact.reference}." in again
    officer = sign_in(Client(), hub.officer)
    taken = officer.post(reverse("referrals:take_next"))
    assert taken["Location"] == reverse("referrals:contact", args=[other.reference])


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_take_two_different_contacts() -> None:
    hub = mash.make()
    waiting = {mash.received(hub).pk, mash.received(hub).pk}
    together, taken = Barrier(2), set[int]()

    def press(person: Person) -> None:
        try:
            together.wait(timeout=10)
            taken.add(take_next(by=person).pk)
        finally:
            connection.close()

    threads = [Thread(target=press, args=(person,)) for person in (hub.officer, hub.second_manager)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert taken == waiting
