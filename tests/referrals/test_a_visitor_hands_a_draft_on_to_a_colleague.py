"""Somebody without an account asks a colleague who has one to go on with their draft; it is theirs once they say yes."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person, Visitor
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent, OutboxMessage
from referrals.models import Draft, DraftHandover
from referrals.services import answer_offer, offer_draft, pass_draft_on, save_section
from referrals.services.drafts import Page
from tests import factories
from tests.referrals import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(client: Client) -> Visitor:
    found = factories.make_visitor(build.make_school(domains=["oakfield.example"]), "nell@oakfield.example")
    factories.let_in(client, found)
    return found


@pytest.fixture
def colleague(visitor: Visitor) -> Person:
    return build.make_practitioner(visitor.agency, name="Colin Colleague", email="colin@oakfield.example")


@pytest.fixture
def draft(visitor: Visitor) -> Draft:
    return build.make_complete_draft(visitor)


def mails() -> list[tuple[str, str]]:
    rows = OutboxMessage.objects.filter(kind="mail").order_by("pk")
    return [(row.payload["to"], row.payload["word.path"]) for row in rows]


def test_a_colleague_named_by_their_address_says_yes_and_writes_it_from_then_on(
    client: Client, visitor: Visitor, colleague: Person, draft: Draft
) -> None:
    page = reverse("referrals:hand_on_draft", args=[draft.reference])
    assert page in client.get(reverse("referrals:draft", args=[draft.reference])).content.decode()
    assert "Colin" not in client.get(page).content.decode(), "a visitor is shown no list of people"
    client.post(page, {"colleague": "COLIN@oakfield.example", "note": "I am on a course"})
    assert "You asked <strong>Colin Colleague</strong>" in client.get(page).content.decode()
    theirs = factories.sign_in(Client(), colleague)
    offer = reverse("referrals:draft_offer", args=[draft.reference])
    shown = theirs.get(offer).content.decode()
    assert "nell@oakfield.example asks you to go on" in shown
    assert "I am on a course" in shown
    assert "nell@oakfield.example" in theirs.get("/").content.decode()
    theirs.post(offer, {"answer": "yes"})
    draft.refresh_from_db()
    assert (draft.author, draft.visitor) == (colleague, None)
    assert "about" not in draft.answers
    assert client.get(reverse("referrals:section", args=[draft.reference, "concern"])).status_code == 404
    assert "Colin Colleague goes on with it" in client.get(reverse("referrals:my_referrals")).content.decode()
    assert mails() == [
        (colleague.email, reverse("referrals:draft_offer", args=[draft.reference])),
        (visitor.email, "/without-account/?next=%2Fmy-referrals%2F"),
    ]
    event = DomainEvent.objects.get(verb="referrals.draft_offered")
    assert (event.actor_kind, event.actor_agency) == ("visitor", visitor.agency.code)
    with pytest.raises(NotVisible):
        save_section(by=visitor, reference=draft.reference, key="concern", typed={}, page=Page("old", 1))


def test_a_colleague_says_no_and_it_stays_with_the_visitor(
    client: Client, visitor: Visitor, colleague: Person, draft: Draft
) -> None:
    offer_draft(by=visitor, reference=draft.reference, colleague=colleague.email)
    answer_offer(by=colleague, reference=draft.reference, take_on=False)
    draft.refresh_from_db()
    assert (draft.author, draft.visitor) == (None, visitor)
    shown = client.get(reverse("referrals:my_referrals")).content.decode()
    assert "Colin Colleague cannot go on with it" in shown


def test_nobody_of_another_agency_nobody_without_an_account_and_nobody_twice(
    client: Client, visitor: Visitor, colleague: Person, draft: Draft
) -> None:
    page = reverse("referrals:hand_on_draft", args=[draft.reference])
    elsewhere = build.make_practitioner(build.make_school())
    reader = factories.make_person("business_team", visitor.agency)
    for address in (elsewhere.email, reader.email, "nobody@oakfield.example"):
        answer = client.post(page, {"colleague": address})
        assert answer.status_code == 422
        assert "Nobody with this address can refer for" in answer.content.decode()
    assert client.post(page, {"colleague": ""}).status_code == 422
    second = build.make_practitioner(visitor.agency)
    offer_draft(by=visitor, reference=draft.reference, colleague=colleague.email)
    with pytest.raises(Refused, match="already"):
        offer_draft(by=visitor, reference=draft.reference, colleague=second.email)
    client.post(reverse("referrals:take_offer_back", args=[draft.reference]))
    assert offer_draft(by=visitor, reference=draft.reference, colleague=second.email).colleague == second


def test_addresses_are_not_tried_out_one_after_another(client: Client, draft: Draft) -> None:
    page = reverse("referrals:hand_on_draft", args=[draft.reference])
    answers = [client.post(page, {"colleague": f"guess{number}@oakfield.example"}).status_code for number in range(11)]
    assert answers == [422] * 10 + [429]


def test_another_visitors_draft_is_not_theirs_to_hand_on(client: Client, visitor: Visitor, colleague: Person) -> None:
    theirs = build.make_complete_draft(factories.make_visitor(visitor.agency))
    assert client.get(reverse("referrals:hand_on_draft", args=[theirs.reference])).status_code == 404
    with pytest.raises(NotVisible):
        offer_draft(by=visitor, reference=theirs.reference, colleague=colleague.email)


def test_the_lead_passes_on_what_somebody_without_an_account_began(visitor: Visitor, colleague: Person, draft: Draft) -> None:
    lead = factories.make_person("agency_lead", visitor.agency)
    shown = factories.sign_in(Client(), lead).get(reverse("referrals:agency_drafts")).content.decode()
    assert "nell@oakfield.example, without an account" in shown
    pass_draft_on(by=lead, reference=draft.reference, colleague=colleague.reference, reason="On leave")
    draft.refresh_from_db()
    assert (draft.author, draft.visitor) == (colleague, None)
    assert {to for to, _ in mails()} == {visitor.email, colleague.email}
    assert DraftHandover.objects.get().visitor == visitor
