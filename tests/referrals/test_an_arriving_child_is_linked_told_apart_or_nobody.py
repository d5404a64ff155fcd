"""The tab “Same child?”: who is proposed, what each answer does, and what nobody learns by it."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import Child, ChildMerge
from children.rules.keys import keys_of
from children.selectors.records import details_of, standing_id
from foundation.errors import Conflict, NotVisible, Refused
from referrals.models import Contact, ContactTask
from referrals.selectors.contacts import related_contacts
from referrals.selectors.same_child import candidates_of, same_child
from referrals.services import find_nobody, link_child, part_children, restrict, tell_apart
from tests import factories
from tests.referrals import mash
from tests.referrals.mash import Mash

pytestmark = pytest.mark.django_db
MOST = 30


def described(contact: Contact, **fields: Any) -> Contact:
    """The contact, its child told of in other words."""
    child = contact.child
    for name, value in fields.items():
        setattr(child, name, value)
    child.keys = keys_of(details_of(child))
    child.save()
    return contact


@pytest.fixture
def hub() -> Mash:
    return mash.make()


@pytest.fixture
def earlier(hub: Mash) -> Contact:
    return described(mash.received(hub), given_name="Alexander", family_name="Whitfield", birth_date=date(2015, 3, 7))


@pytest.fixture
def arriving(hub: Mash) -> Contact:
    return described(mash.screened(hub), given_name="Alex", family_name="Whitfeild", birth_date=date(2015, 3, 7))


def link(hub: Mash, contact: Contact, earlier: Contact, reason: str = "Same mother") -> ChildMerge:
    contact = mash.again(contact)
    return link_child(
        by=hub.officer, reference=contact.reference, version=contact.version, child=earlier.child.reference, reason=reason
    )


def history_check(contact: Contact) -> ContactTask:
    return contact.tasks.get(kind=ContactTask.Kind.HISTORY_CHECK)


def page(who: Any, contact: Contact, tab: str = "same-child/") -> str:
    response = factories.sign_in(Client(), who).get(f"/mash/contacts/{contact.reference}/{tab}")
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_misspelt_short_form_is_proposed_with_reasons(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    shown = page(hub.officer, arriving)
    assert "Alexander Whitfield" in shown
    assert "Likely the same child" in shown
    assert "Short form of the first name" in shown
    assert f"/mash/contacts/{earlier.reference}/" in shown


def test_linking_shows_the_earlier_contact_and_does_the_history_check(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    link(hub, arriving, earlier)
    arriving = mash.again(arriving)
    assert standing_id(arriving.child) == earlier.child_id
    assert related_contacts(hub.officer, arriving)[1] == [earlier]
    assert related_contacts(hub.officer, mash.again(earlier))[1] == [arriving]
    assert history_check(arriving).done_at is not None
    assert candidates_of(hub.officer, arriving) == ()
    shown = page(hub.officer, arriving)
    assert "is kept with Alexander Whitfield" in shown
    assert "Contact received" in shown


def test_parting_gives_back_what_was(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    merge = link(hub, arriving, earlier)
    arriving = mash.again(arriving)
    by = {"by": hub.officer, "reference": arriving.reference, "version": arriving.version, "reason": "Cousins"}
    with pytest.raises(NotVisible):
        part_children(**by, merge="NM-J-22222-22222")
    part_children(**by, merge=merge.reference)
    arriving = mash.again(arriving)
    assert standing_id(arriving.child) == arriving.child_id
    assert related_contacts(hub.officer, arriving)[1] == []
    assert [one.child.pk for one in candidates_of(hub.officer, arriving)] == [earlier.child_id]


def test_told_apart_is_remembered_from_both_sides(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    answer = {"by": hub.officer, "reference": arriving.reference, "version": arriving.version, "child": earlier.child.reference}
    with pytest.raises(Refused, match="Enter how you know"):
        tell_apart(**answer, reason="")
    tell_apart(**answer, reason="Cousins")
    assert candidates_of(hub.officer, mash.again(arriving)) == ()
    assert candidates_of(hub.officer, mash.again(earlier)) == ()
    assert history_check(arriving).done_at is not None


def test_nobody_tells_all_of_them_apart(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    answer = {"by": hub.officer, "reference": arriving.reference, "version": arriving.version}
    with pytest.raises(Conflict, match="has come since"):
        find_nobody(**answer, shown=[])
    find_nobody(**answer, shown=[earlier.child.reference])
    assert candidates_of(hub.officer, mash.again(arriving)) == ()
    assert history_check(arriving).done_at is not None


def test_different_nhs_numbers_are_not_joined_and_the_page_says_why(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    described(earlier, nhs_number="9434765919")
    described(arriving, nhs_number="4505577104", given_name="Alexander", family_name="Whitfield")
    with pytest.raises(Refused, match="different NHS numbers"):
        link(hub, arriving, earlier)
    shown = page(hub.officer, arriving, f"same-child/{earlier.child.reference}/")
    assert "different NHS numbers, so they cannot be joined" in shown
    assert "Yes, it is the same child" not in shown
    assert not ChildMerge.objects.exists()


def test_two_officers_who_link_at_once(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    stale = mash.again(arriving)
    link(hub, arriving, earlier)
    with pytest.raises(Conflict, match="Somebody else changed this contact"):
        link_child(by=hub.manager, reference=stale.reference, version=stale.version, child=earlier.child.reference, reason="Same")
    assert ChildMerge.objects.count() == 1


def test_a_restricted_child_is_proposed_to_nobody_who_is_not_named(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    restrict(by=hub.manager, reference=earlier.reference, version=earlier.version, people=[], reason="A parent works here")
    assert candidates_of(hub.officer, arriving) == ()
    found = same_child(hub.officer, arriving).found
    assert (found.elsewhere, found.household) == ((), ())
    assert "Alexander" not in page(hub.officer, arriving)
    assert len(candidates_of(hub.manager, arriving)) == 1
    with pytest.raises(NotVisible):
        link(hub, arriving, earlier)


def test_a_restricted_record_that_is_joined_is_not_named(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    link(hub, arriving, earlier)
    earlier = mash.again(earlier)
    restrict(by=hub.manager, reference=earlier.reference, version=earlier.version, people=[], reason="A parent works here")
    shown = page(hub.officer, mash.again(arriving))
    assert "Alexander" not in shown
    assert earlier.reference not in shown


def test_the_children_of_one_form_are_brothers_and_sisters_and_not_candidates(hub: Mash) -> None:
    from tests.referrals import build

    first, second = build.send(children=2, teams=(hub.team,)).contacts.order_by("position")
    described(second, given_name=first.child.given_name, birth_date=first.child.birth_date)
    assert candidates_of(hub.officer, first) == ()
    assert "on the same form" in page(hub.officer, first)


def test_who_lives_at_the_address_is_offered(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    home = {"address": "12 Alder Road, Northmere", "postcode": "ZZ1 2AB"}
    described(arriving, **home)
    described(earlier, given_name="Mo", family_name="Patel", birth_date=date(2010, 5, 5), **home)
    assert "Mo Patel" in page(hub.officer, arriving)
    assert "at the same address" in page(hub.officer, arriving)
    assert candidates_of(hub.officer, arriving) == ()


def test_the_comparison_is_answered_in_the_browser(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    client = factories.sign_in(Client(), hub.officer)
    where = f"/mash/contacts/{arriving.reference}/same-child/{earlier.child.reference}/"
    assert "Score" in client.get(where).content.decode()
    empty = client.post(where, {"version": arriving.version})
    assert empty.status_code == 422
    assert "Select whether it is the same child" in empty.content.decode()
    sent = client.post(where, {"version": arriving.version, "answer": "same", "reason": "Same school"})
    assert sent.status_code == 302
    merge = ChildMerge.objects.get()
    undo = f"/mash/contacts/{arriving.reference}/joined/{merge.reference}/"
    assert client.get(undo).status_code == 200
    assert client.post(undo, {"version": mash.again(arriving).version, "reason": "Cousins"}).status_code == 302
    assert Child.objects.filter(merged_into__isnull=False).count() == 0
    nobody = f"/mash/contacts/{arriving.reference}/same-child/nobody/"
    assert client.post(nobody, {"version": mash.again(arriving).version, "shown": [earlier.child.reference]}).status_code == 302
    assert client.get(f"/mash/contacts/{arriving.reference}/chronology/").status_code == 200


def test_the_tab_asks_the_database_few_things(hub: Mash, earlier: Contact, arriving: Contact) -> None:
    client = factories.sign_in(Client(), hub.officer)
    where = f"/mash/contacts/{arriving.reference}/same-child/"
    client.get(where)
    with CaptureQueriesContext(connection) as few:
        client.get(where)
    for _ in range(5):
        described(mash.received(hub), given_name="Alexander", family_name="Whitfield", birth_date=date(2015, 3, 7))
    with CaptureQueriesContext(connection) as many:
        client.get(where)
    assert len(many) == len(few) <= MOST, "\n".join(row["sql"][:200] for row in many)
