"""The search of the MASH: told names, known-as, misspellings, joined records and dates; bounded, and only what one may see."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import Child
from children.rules.keys import keys_of
from children.selectors.records import details_of
from referrals.models import Contact
from referrals.selectors.queue import search_contacts
from tests import factories
from tests.referrals import build, mash
from tests.referrals.mash import Mash

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> Mash:
    return mash.make()


def contact_of(hub: Mash, **fields: Any) -> Contact:
    contact = build.make_contact(teams=(hub.team,))
    for name, value in {
        "given_name": "Catherine",
        "family_name": "O’Hare-Sørensen",
        "birth_date": date(2016, 4, 9),
        **fields,
    }.items():
        setattr(contact.child, name, value)
    contact.child.keys = keys_of(details_of(contact.child))
    contact.child.save()
    return contact


@pytest.mark.parametrize(
    "typed",
    [
        "catherine",
        "Catherine O'Hare",
        "OHARE cath",
        "sorensen",
        "Ohare Catherine",
        "Kathryn Ohare",
        "kate sorensen",
        "Sorenson",
        "cat",
    ],
)
def test_a_name_is_found_however_it_is_typed(hub: Mash, typed: str) -> None:
    contact = contact_of(hub)
    contact_of(hub, given_name="Bilal", family_name="Mbeki")
    assert search_contacts(hub.officer, typed) == [contact]


def test_by_what_they_are_known_as(hub: Mash) -> None:
    contact = contact_of(hub, known_as="Birdie")
    assert search_contacts(hub.officer, "birdie") == [contact]


@pytest.mark.parametrize(("born", "found"), [(date(2016, 4, 9), 1), (date(2016, 9, 4), 1), (date(2016, 4, 10), 0)])
def test_by_date_of_birth_with_and_without_a_name(hub: Mash, born: date, found: int) -> None:
    contact_of(hub)
    assert len(search_contacts(hub.officer, "", born)) == found
    assert len(search_contacts(hub.officer, "catherine", born)) == found
    assert search_contacts(hub.officer, "bilal", born) == []


def test_an_unborn_child_by_the_expected_date(hub: Mash) -> None:
    contact = contact_of(hub, given_name="", birth_date=None, expected_delivery_date=date(2027, 2, 3), sex="U")
    assert search_contacts(hub.officer, "", date(2027, 2, 3)) == [contact]


def test_under_the_name_of_a_joined_record(hub: Mash) -> None:
    first, second = contact_of(hub), contact_of(hub, given_name="Bilal", family_name="Mbeki")
    Child.objects.filter(pk=second.child_id).update(merged_into=first.child_id)
    assert set(search_contacts(hub.officer, "mbeki")) == {first, second}


def test_whole_names_come_before_those_that_sound_alike(hub: Mash) -> None:
    exact = contact_of(hub, given_name="Stephen")
    alike = contact_of(hub, given_name="Steven")
    assert search_contacts(hub.officer, "stephen") == [exact, alike]


@pytest.mark.parametrize("typed", ["", "   ", "123", "''", "x" * 10_000, "é" * 100, "%_\\", "ng"])
def test_rubbish_finds_nothing(hub: Mash, typed: str) -> None:
    contact_of(hub)
    assert search_contacts(hub.officer, typed) == []


def test_others_find_nothing(hub: Mash) -> None:
    contact_of(hub)
    assert search_contacts(mash.make().officer, "catherine") == []


def test_ten_thousand_characters_are_told_to_be_too_many(hub: Mash) -> None:
    answer = factories.sign_in(Client(), hub.officer).post("/mash/search/found/", {"words": "x" * 10_000})
    assert answer.status_code == 422
    assert "100 characters or fewer" in answer.content.decode()


def test_the_search_asks_the_database_few_things(hub: Mash) -> None:
    client = factories.sign_in(Client(), hub.officer)
    contact_of(hub)
    client.post("/mash/search/found/", {"words": "catherine"})
    with CaptureQueriesContext(connection) as sent:
        assert "NM-K" in client.post("/mash/search/found/", {"words": "catherine"}).content.decode()
    asked = [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 12, "\n".join(asked)
    assert sum("children_child" in sql and "keys" in sql.split("WHERE")[-1] for sql in asked) <= 2
