"""An arriving contact is compared with all that is known: the queue says what it likely repeats, and nothing is linked."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from children.models import Child, ChildMerge
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.actors import SystemActor
from foundation.models import OutboxMessage
from portal.demo.same_child import compare_what_is_open
from referrals.models import Contact, LikelyChild
from referrals.selectors.queue import PATTERN, RE_REFERRAL, QueueFilter, queue
from referrals.selectors.repeats import repeats_among
from referrals.services import (
    Changed,
    amend_child,
    find_likely,
    find_nobody,
    join_records,
    link_child,
    part_children,
    restrict,
    send_submission,
    tell_apart,
    tell_records_apart,
)
from tests import factories
from tests.referrals import build, mash
from tests.referrals.mash import Mash

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("test")
BORN = date(2015, 3, 7)


@pytest.fixture
def hub() -> Mash:
    return mash.make()


def called(contact: Contact, given: str = "Alexander", family: str = "Whitfield", born: date = BORN) -> Contact:
    child = contact.child
    child.given_name, child.family_name, child.birth_date, child.address, child.postcode = given, family, born, "", ""
    child.keys = keys_of(details_of(child))
    child.save()
    return contact


def before(hub: Mash, month: int, outcome: str, year: int = 2026, **who: Any) -> Contact:
    """An earlier contact, decided straight in the table."""
    contact = called(mash.received(hub, received_at=datetime(year, month, 2, 9, tzinfo=clock.LONDON)), **who)
    Contact.objects.filter(pk=contact.pk).update(
        state="signed_off", rating="green", initial_rating="green", outcome=outcome, approved_at=contact.received_at,
        approved_by="P-2", signed_off_at=contact.received_at, signed_off_by="P-2", closed_at=contact.received_at, closed_by="P-2",
    )  # fmt: skip
    return mash.again(contact)


def arrived(hub: Mash, **who: Any) -> Contact:
    """A contact that has been compared, told of in slightly other words."""
    contact = called(mash.screened(hub), **({"given": "Alex", "family": "Whitfeild"} | who))
    find_likely(by=SYSTEM, submission=contact.submission.reference)
    return mash.again(contact)


def shown(hub: Mash, address: str = "/mash/") -> str:
    return factories.sign_in(Client(), hub.officer).get(address).content.decode()


def filtered(hub: Mash, repeats: str) -> set[str]:
    return {row["reference"] for row in queue(hub.officer, QueueFilter(repeats=repeats)).rows}


def test_sending_promises_the_comparison_and_makes_none(hub: Mash) -> None:
    teacher = build.make_practitioner()
    draft = build.make_complete_draft(teacher)
    sent = send_submission(by=teacher, draft_reference=draft.reference, version=draft.version, content=build.content())
    message = OutboxMessage.objects.get(kind="referrals.find_likely")
    assert message.payload == {"submission": sent.reference}
    assert not LikelyChild.objects.exists()


def test_the_worker_compares_once_however_often_it_is_asked(hub: Mash) -> None:
    earlier = before(hub, 3, "S17")
    now = arrived(hub)
    find_likely(by=SYSTEM, submission=now.submission.reference)
    row = LikelyChild.objects.get(contact=now)
    assert (row.child, row.settled_at) == (earlier.child, None)
    assert row.score >= 50
    assert not ChildMerge.objects.exists(), "nothing is linked by itself"


def amended(contact: Contact, **marks: Any) -> None:
    """What its child is called is amended, and the worker has been asked and has compared."""
    sender = contact.submission.referrer
    assert sender is not None
    newest = contact.submission.amendments.order_by("-number").first()
    (told,) = build.content().children
    seen = newest.number if newest else 1
    section: Any = {"section": "children-1", "title": "Child", "answers": [{"question": "Who?", "answer": str(marks)}]}
    amend_child(
        by=sender,
        reference=contact.submission.reference,
        position=1,
        child=replace(told, details=replace(told.details, **marks)),
        change=Changed(seen, None, section, "The school office showed me the certificate"),
    )
    promised = OutboxMessage.objects.get(key=f"likely:{contact.submission.reference}:{seen + 1}")
    find_likely(by=SYSTEM, **promised.payload)


ALEX: dict[str, Any] = {"given_name": "Alex", "family_name": "Whitfeild", "birth_date": BORN}


def test_a_child_who_is_described_otherwise_is_compared_anew(hub: Mash) -> None:
    earlier = before(hub, 3, "S17")
    now = arrived(hub, given="Zofia", family="Kowalski", born=date(2011, 1, 1))
    assert filtered(hub, RE_REFERRAL) == set()
    amended(now, **ALEX)
    assert [row.child for row in LikelyChild.objects.filter(contact=now)] == [earlier.child]
    assert filtered(hub, RE_REFERRAL) == {now.reference}
    amended(now, given_name="Zofia", family_name="Kowalski", birth_date=date(2011, 1, 1))
    assert not LikelyChild.objects.filter(contact=now).exists(), "what is not alike any more is forgotten"
    assert filtered(hub, RE_REFERRAL) == set()


def test_a_child_who_was_told_apart_is_likely_again_when_described_otherwise(hub: Mash) -> None:
    earlier, now = before(hub, 3, "S17"), arrived(hub)
    tell_apart(by=hub.officer, reference=now.reference, version=now.version, child=earlier.child.reference, reason="A cousin")
    assert repeats_among(hub.officer, [now.pk]) == {}
    amended(now, **(ALEX | {"given_name": "Alexander"}))
    assert repeats_among(hub.officer, [now.pk])[now.pk].likely is not None
    assert filtered(hub, RE_REFERRAL) == {now.reference}


def test_a_later_contact_likely_repeats_an_earlier_one_that_is_described_otherwise(hub: Mash) -> None:
    earlier = before(hub, 3, "S17", given="Zofia", family="Kowalski", born=date(2011, 1, 1))
    now = arrived(hub)
    assert filtered(hub, RE_REFERRAL) == set()
    amended(earlier, **ALEX)
    assert [(row.contact, row.child) for row in LikelyChild.objects.filter(contact=now)] == [(now, earlier.child)]
    assert filtered(hub, RE_REFERRAL) == {now.reference}


def test_the_queue_and_the_contact_say_likely_with_the_earlier_decision(hub: Mash) -> None:
    before(hub, 3, "S17")
    now = arrived(hub)
    for words in ("Likely re-referral", "2 Mar 2026: Referral accepted: child and family assessment"):
        assert words.lower() in shown(hub).lower()
    contact = shown(hub, f"/mash/contacts/{now.reference}/")
    assert "Likely re-referral: within 12 months of the contact of 2 March 2026" in contact
    assert filtered(hub, RE_REFERRAL) == {now.reference}
    assert filtered(hub, PATTERN) == set()
    assert "Likely re-referral" in shown(hub, "/mash/?repeats=referral")
    assert "No open contact matches" in shown(hub, "/mash/?repeats=pattern")


def test_the_third_contact_without_action_is_likely_too(hub: Mash) -> None:
    first, second = before(hub, 3, "NFA"), before(hub, 6, "NFA")
    Child.objects.filter(pk=second.child_id).update(merged_into=first.child_id)
    now = arrived(hub)
    assert "Likely 3 contacts, no further action" in shown(hub)
    assert "Likely third contact in 12 months" in shown(hub, f"/mash/contacts/{now.reference}/")
    assert filtered(hub, PATTERN) == {now.reference}
    assert filtered(hub, RE_REFERRAL) == set()


def test_what_lies_longer_back_or_is_of_somebody_else_is_not_repeated(hub: Mash) -> None:
    before(hub, 11, "S17", year=2025, given="Zofia", family="Kowalski", born=date(2011, 1, 1))
    before(hub, 10, "S17", year=2025)
    now = arrived(hub)
    assert repeats_among(hub.officer, [now.pk]) == {}
    assert filtered(hub, RE_REFERRAL) == set()


def test_a_restricted_earlier_record_does_not_leak(hub: Mash) -> None:
    earlier = before(hub, 3, "S17")
    now = arrived(hub)
    restrict(by=hub.manager, reference=earlier.reference, version=earlier.version, people=[], reason="A parent works here")
    assert LikelyChild.objects.filter(contact=now, child=earlier.child).exists()
    assert repeats_among(hub.officer, [now.pk]) == {}
    assert filtered(hub, RE_REFERRAL) == set()
    for address in ("/mash/", "/mash/?repeats=referral", f"/mash/contacts/{now.reference}/"):
        assert "re-referral" not in shown(hub, address).lower().replace("re-referrals", "")
    assert repeats_among(hub.manager, [now.pk])[now.pk].likely is not None
    assert {row["reference"] for row in queue(hub.manager, QueueFilter(repeats=RE_REFERRAL)).rows} == {now.reference}


def test_a_record_seen_only_through_another_that_was_joined_to_it_says_nothing(hub: Mash) -> None:
    """The restricted record is the one that is alike; the one that is seen would not be found by its own words."""
    seen, secret = before(hub, 3, "S17", given="Zofia", family="Kowalski", born=date(2011, 1, 1)), before(hub, 4, "NFA")
    Child.objects.filter(pk=secret.child_id).update(merged_into=seen.child_id)
    restrict(by=hub.manager, reference=secret.reference, version=secret.version, people=[], reason="A parent works here")
    now = arrived(hub)
    assert repeats_among(hub.officer, [now.pk]) == {}
    assert filtered(hub, RE_REFERRAL) == set()


def test_linking_turns_likely_into_certain(hub: Mash) -> None:
    earlier, now = before(hub, 3, "S17"), arrived(hub)
    merge = link_child(
        by=hub.officer, reference=now.reference, version=now.version, child=earlier.child.reference, reason="Same mother"
    )
    row = LikelyChild.objects.get(contact=now)
    assert (row.answer, row.settled_by) == ("same", hub.officer.reference)
    repeats = repeats_among(hub.officer, [now.pk])[now.pk]
    assert repeats.referral is not None
    assert repeats.likely is None
    assert filtered(hub, RE_REFERRAL) == {now.reference}
    part_children(
        by=hub.officer, reference=now.reference, version=mash.again(now).version, merge=merge.reference, reason="Another mother"
    )
    repeats = repeats_among(hub.officer, [now.pk])[now.pk]
    assert repeats.referral is None
    assert repeats.likely is not None


@pytest.mark.parametrize("how", ["apart", "nobody", "records"])
def test_telling_apart_clears_it(hub: Mash, how: str) -> None:
    earlier, now = before(hub, 3, "S17"), arrived(hub)
    given: dict[str, Any] = {"by": hub.officer, "reference": now.reference, "version": now.version}
    if how == "apart":
        tell_apart(**given, child=earlier.child.reference, reason="A cousin")
    elif how == "nobody":
        find_nobody(**given, shown=[earlier.child.reference])
    else:
        tell_records_apart(by=hub.officer, child=earlier.child.reference, other=now.child.reference, reason="A cousin")
    assert LikelyChild.objects.get(contact=now).answer == "another"
    assert repeats_among(hub.officer, [now.pk]) == {}
    assert filtered(hub, RE_REFERRAL) == set()


def test_joining_outside_the_contact_confirms_it(hub: Mash) -> None:
    earlier, now = before(hub, 3, "S17"), arrived(hub)
    join_records(by=hub.officer, child=now.child.reference, other=earlier.child.reference, reason="Same mother")
    assert LikelyChild.objects.get(contact=now).answer == "same"
    assert repeats_among(hub.officer, [now.pk])[now.pk].referral is not None


def test_the_demonstration_compares_every_form_that_has_an_open_contact(hub: Mash) -> None:
    before(hub, 3, "S17")
    now = called(mash.screened(hub), "Alex", "Whitfeild")
    compare_what_is_open()
    assert [row.contact for row in LikelyChild.objects.all()] == [now]


def test_children_of_one_form_are_not_taken_for_one_another(hub: Mash) -> None:
    sent = build.send(teams=(hub.team,), children=2)
    for contact in sent.contacts.all():
        called(contact)
    assert find_likely(by=SYSTEM, submission=sent.reference) == 0


def test_the_list_asks_as_little_with_the_filter(hub: Mash) -> None:
    before(hub, 3, "S17")
    for _ in range(3):
        arrived(hub)
    client = factories.sign_in(Client(), hub.officer)
    client.get("/mash/?repeats=referral")
    with CaptureQueriesContext(connection) as sent:
        client.get("/mash/?repeats=referral")
    asked = [row["sql"] for row in sent if not row["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(asked) <= 12, "\n".join(asked)
