"""“This may be the same child as …”, outside any contact: found, compared, joined, parted, told apart; and who may do it."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLogEntry, Person
from children.models import Child, ChildMerge, NotTheSame
from children.rules.keys import keys_of
from children.selectors.records import details_of, standing_id
from foundation.errors import NotAllowed, NotVisible, Refused
from referrals.models import Contact
from referrals.services import join_records, part_records, restrict, tell_records_apart
from tests import factories
from tests.referrals import cases, mash
from tests.referrals.mash import Mash

pytestmark = pytest.mark.django_db
MOST = 12


@pytest.fixture
def hub() -> Mash:
    return mash.make()


def called(contact: Contact, **fields: Any) -> Contact:
    child = contact.child
    for name, value in fields.items():
        setattr(child, name, value)
    child.keys = keys_of(details_of(child))
    child.save()
    return contact


@pytest.fixture
def older(hub: Mash) -> Contact:
    return called(mash.received(hub), given_name="Alexander", family_name="Whitfield", birth_date=date(2015, 3, 7))


@pytest.fixture
def newer(hub: Mash) -> Contact:
    return called(mash.received(hub), given_name="Alex", family_name="Whitfeild", birth_date=date(2015, 3, 7))


def place(contact: Contact, tail: str = "") -> str:
    return f"/mash/children/{contact.child.reference}/{tail}"


def client_of(person: Person) -> Client:
    return factories.sign_in(Client(), person)


def test_the_way_from_the_childs_page_to_one_record_and_back(hub: Mash, older: Contact, newer: Contact) -> None:
    client = client_of(hub.officer)
    assert place(newer, "same/") in client.get(f"/children/{newer.child.reference}/").content.decode()
    first = client.get(place(newer, "same/")).content.decode()
    assert place(newer, f"same/{older.child.reference}/") in first, "who looks alike is offered before anybody searches"
    found = client.post(place(newer, "same/found/"), {"words": "Whitfield"}).content.decode()
    assert place(newer, f"same/{older.child.reference}/") in found
    compared = client.get(place(newer, f"same/{older.child.reference}/")).content.decode()
    assert "Short form of the first name" in compared
    refused = client.post(place(newer, f"same/{older.child.reference}/"), {"answer": "same"})
    assert refused.status_code == 422
    assert "Enter how you know" in refused.content.decode()
    done = client.post(place(newer, f"same/{older.child.reference}/"), {"answer": "same", "reason": "Same mother"}, follow=True)
    page = done.content.decode()
    assert "Same mother" in page
    assert older.reference in page
    assert newer.reference in page
    merge = ChildMerge.objects.get()
    assert (merge.lesser, merge.greater) == (newer.child, older.child), "the older record stands"
    again = client.get(place(older, f"part/{merge.reference}/"))
    assert again.status_code == 200
    client.post(place(older, f"part/{merge.reference}/"), {"reason": "Two cousins"})
    assert standing_id(Child.objects.get(pk=newer.child_id)) == newer.child_id
    assert client.get(place(older, f"part/{merge.reference}/")).status_code == 404


def test_told_apart_they_are_not_proposed_again(hub: Mash, older: Contact, newer: Contact) -> None:
    client = client_of(hub.officer)
    client.post(place(newer, f"same/{older.child.reference}/"), {"answer": "another", "reason": "Cousins of one name"})
    assert NotTheSame.objects.get().reason == "Cousins of one name"
    assert older.child.reference not in client.get(place(newer, "same/")).content.decode()


def test_two_nhs_numbers_are_never_joined(hub: Mash, older: Contact, newer: Contact) -> None:
    called(older, nhs_number="9434765919")
    called(newer, nhs_number="9434765870")
    page = client_of(hub.officer).get(place(newer, f"same/{older.child.reference}/")).content.decode()
    assert "cannot be joined" in page
    assert "Yes, it is the same child" not in page
    with pytest.raises(Refused, match="different NHS numbers"):
        join_records(by=hub.officer, child=newer.child.reference, other=older.child.reference, reason="Same mother")


def test_it_takes_a_reason_two_records_and_somebody_who_sees_both(hub: Mash, older: Contact, newer: Contact) -> None:
    pair = {"child": newer.child.reference, "other": older.child.reference}
    for act in (join_records, tell_records_apart):
        with pytest.raises(Refused, match="Enter"):
            act(by=hub.officer, **pair, reason=" ")
    with pytest.raises(Refused, match="one record"):
        join_records(by=hub.officer, child=older.child.reference, other=older.child.reference, reason="Same")
    with pytest.raises(NotAllowed):
        join_records(by=hub.team_manager, **pair, reason="Same")
    restrict(by=hub.manager, reference=older.reference, version=mash.again(older).version, people=[], reason="A colleague")
    for act in (join_records, tell_records_apart):
        with pytest.raises(NotVisible):
            act(by=hub.officer, **pair, reason="Same")
    client = client_of(hub.officer)
    assert client.get(place(newer, f"same/{older.child.reference}/")).status_code == 404
    assert older.child.reference not in client.post(place(newer, "same/found/"), {"words": "Whitfield"}).content.decode()
    with pytest.raises(NotVisible):
        part_records(by=hub.officer, child=newer.child.reference, merge="NM-J-22222-22222", reason="No")


def test_an_approval_of_an_open_contact_lapses(hub: Mash, older: Contact) -> None:
    approved = called(mash.approved(hub), given_name="Alex", family_name="Whitfeild", birth_date=date(2015, 3, 7))
    join_records(by=hub.officer, child=approved.child.reference, other=older.child.reference, reason="Same mother")
    assert approved.decisions.get().facts_changed_at is not None
    assert approved.tasks.filter(kind="look_again").exists()


def test_only_the_mash_is_offered_to_join(hub: Mash) -> None:
    episode = cases.opened(hub)
    client = client_of(hub.team_manager)
    assert "/same/" not in client.get(f"/children/{episode.child.reference}/").content.decode()
    assert client.get(f"/mash/children/{episode.child.reference}/same/").status_code == 403


def test_each_look_names_both_children(hub: Mash, older: Contact, newer: Contact) -> None:
    client = client_of(hub.officer)
    client.get(place(newer, f"same/{older.child.reference}/"))
    assert set(AccessLogEntry.objects.latest("pk").child_references) == {older.child.reference, newer.child.reference}
    client.post(place(newer, "same/found/"), {"words": "Whitfield"})
    row = AccessLogEntry.objects.latest("pk")
    assert row.action == "search"
    assert older.child.reference in row.child_references


@pytest.mark.parametrize("tail", ["same/", "same/found/", "same/{other}/", "part/{merge}/"])
def test_the_pages_ask_the_database_few_things(hub: Mash, older: Contact, newer: Contact, tail: str) -> None:
    third = called(mash.received(hub), given_name="Alec", family_name="Whitfield", birth_date=date(2015, 3, 7))
    merge = join_records(by=hub.officer, child=third.child.reference, other=newer.child.reference, reason="Same")
    client = client_of(hub.officer)
    address = place(newer, tail.format(other=older.child.reference, merge=merge.reference))
    ask = partial(client.post, address, {"words": "Whitfield"}) if tail == "same/found/" else partial(client.get, address)
    assert ask().status_code == 200
    with CaptureQueriesContext(connection) as sent:
        ask()
    asked = [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= MOST, "\n".join(asked)
