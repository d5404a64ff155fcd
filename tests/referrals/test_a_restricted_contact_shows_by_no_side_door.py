"""Somebody who is not named sees nothing of a restricted contact, nor of what was asked and offered about it."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import rate_limits
from accounts.models import Person
from foundation.errors import NotVisible
from foundation.models import OutboxMessage
from referrals.models import Contact
from referrals.selectors.contacts import contact_for
from referrals.services import (
    ask_agencies,
    ask_referrer,
    mark_duplicate,
    restrict,
    take_over_referral,
    write_to_mash,
)
from tests import factories
from tests.referrals import mash as build
from work.models import Handover
from work.selectors.handovers import handover_for
from work.selectors.my_work import my_work
from work.selectors.requests import request_for
from work.services.handovers import return_handover
from work.services.requests import answer_request

pytestmark = pytest.mark.django_db


def hide(mash: build.Mash, contact: Contact) -> None:
    restrict(by=mash.manager, reference=contact.reference, version=build.again(contact).version, people=[], reason="A colleague")


def test_an_agencys_answer_is_closed_to_those_of_the_asking_team_who_are_not_named() -> None:
    mash = build.make()
    contact = build.screened(mash)
    (asked,) = ask_agencies(
        by=mash.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[mash.police.code],
        question="Do you know the family?",
        legal_basis="Vital interests",
        purpose="To decide",
    )
    answer_request(by=mash.police_lead, reference=asked.reference, result="declined", answer="We may not say.")
    assert my_work(mash.officer).answered == (asked,)
    hide(mash, contact)
    with pytest.raises(NotVisible):
        request_for(mash.officer, asked.reference)
    assert my_work(mash.officer).answered == ()
    assert request_for(mash.manager, asked.reference) == asked
    assert request_for(mash.police_lead, asked.reference) == asked, "whoever was asked still sees the question"
    client = factories.sign_in(Client(), mash.officer)
    assert client.get(reverse("work:request", args=[asked.reference])).status_code == 404


@pytest.mark.parametrize("answered", [False, True])
def test_a_question_to_the_referrer_is_closed_to_their_lead_and_to_who_follows(answered: bool) -> None:
    mash = build.make()
    contact = build.screened(mash)
    lead = factories.make_person("agency_lead", contact.submission.agency)
    take_over_referral(by=lead, reference=contact.submission.reference, reason="On leave")
    asked = ask_referrer(by=mash.officer, reference=contact.reference, version=contact.version, question="Who collects her?")
    assert (asked.to_person, request_for(lead, asked.reference)) == (lead, asked)
    if answered:
        answer_request(by=lead, reference=asked.reference, result="information", answer="Her aunt")
    hide(mash, contact)
    with pytest.raises(NotVisible):
        request_for(lead, asked.reference)
    assert my_work(lead).requests == ()
    with pytest.raises(NotVisible):
        answer_request(by=lead, reference=asked.reference, result="information", answer="Her uncle")
    assert factories.sign_in(Client(), lead).get(reverse("work:request", args=[asked.reference])).status_code == 404


def test_a_question_stays_open_to_the_referrer_who_was_asked() -> None:
    mash = build.make()
    contact = build.screened(mash)
    referrer = contact.submission.referrer
    assert referrer is not None
    asked = ask_referrer(by=mash.officer, reference=contact.reference, version=contact.version, question="Who collects her?")
    hide(mash, contact)
    assert request_for(referrer, asked.reference) == asked
    assert answer_request(by=referrer, reference=asked.reference, result="information", answer="Her aunt").state == "answered"


def test_the_contact_that_stays_is_named_to_those_alone_who_may_see_it() -> None:
    mash = build.make()
    stays, goes = build.screened(mash), build.received(mash)
    mark_duplicate(
        by=mash.manager, reference=goes.reference, version=goes.version, duplicate_of=stays.reference, reason="Sent twice"
    )

    def shown(person: Person) -> bool:
        page = factories.sign_in(Client(), person).get(f"/mash/contacts/{goes.reference}/").content.decode()
        assert "Sent twice" in page
        return stays.reference in page

    assert shown(mash.officer)
    hide(mash, stays)
    assert (shown(mash.officer), shown(mash.manager)) == (False, True)


def test_a_screener_who_is_not_named_hears_of_no_message() -> None:
    mash = build.make()
    contact = build.screened(mash)
    referrer = contact.submission.referrer
    assert referrer is not None

    def told(once: str) -> bool:
        OutboxMessage.objects.all().delete()
        write_to_mash(by=referrer, reference=contact.submission.reference, body="She has an aunt.", once=once)
        return mash.officer.email in {row.payload["to"] for row in OutboxMessage.objects.filter(kind="mail")}

    assert told("before")
    hide(mash, contact)
    assert not told("after")


def test_what_came_back_is_closed_to_those_of_the_offering_team_who_are_not_named() -> None:
    mash = build.make()
    contact = build.approved(mash)
    offered = Handover.objects.get(subject_reference=contact.reference)
    return_handover(by=mash.team_manager, reference=offered.reference, reason="We know the father too well.")
    assert my_work(mash.officer).returned == (offered,)
    hide(mash, contact)
    with pytest.raises(NotVisible):
        handover_for(mash.officer, offered.reference)
    assert my_work(mash.officer).returned == ()
    assert handover_for(mash.manager, offered.reference) == offered


def test_it_takes_as_many_queries_as_one_that_is_not_there() -> None:
    mash = build.make()
    hidden, foreign = build.received(mash), build.received(build.make())
    hide(mash, hidden)
    counts = set()
    for reference in (hidden.reference, foreign.reference, "NM-K-22222-22222"):
        with (
            CaptureQueriesContext(
                connection,
            ) as made,
            pytest.raises(NotVisible),
        ):
            contact_for(mash.officer, reference)
        counts.add(len(made))
    assert len(counts) == 1


def test_searching_for_children_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referrals.views.mash.SEARCHING", rate_limits.Limit("search", times=2, seconds=600))
    cache.clear()
    client = factories.sign_in(Client(), factories.make_person("mash_officer"))
    answers = [client.post(reverse("referrals:found_contacts"), {"words": "Ada"}).status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_listing_the_children_behind_a_number_is_limited_as_searching_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("referrals.views.behind.SEARCHING", rate_limits.Limit("search", times=2, seconds=600))
    cache.clear()
    client = factories.sign_in(Client(), factories.make_person("mash_officer"))
    answers = [client.get(reverse("referrals:contacts_behind")).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
