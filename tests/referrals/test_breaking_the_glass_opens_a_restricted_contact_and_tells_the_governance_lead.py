"""A restricted contact opens in an emergency: for hours, for whoever may, with a reason, and never in silence."""

from datetime import timedelta

import pytest
from django.core import mail as outgoing
from django.test import Client

from accounts.models import AccessLogEntry, Person
from foundation import clock
from foundation.errors import NotAllowed, Refused
from foundation.outbox import deliver_now
from referrals.models import Contact, ContactPersonGrant
from referrals.selectors.contacts import may_see
from referrals.services import break_glass, restrict
from tests import factories
from tests.referrals import mash

pytestmark = pytest.mark.django_db

PAGE = "/mash/break-glass/"
REASON = "The brother rang: the child is alone with him now. <b>Nobody named answers.</b>"
NEUTRAL = "No restricted contact that is closed to you has this reference."


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def restricted(hub: mash.Mash) -> Contact:
    contact = mash.received(hub)
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A colleague’s child")
    return mash.again(contact)


def ask(person: Person, reference: str, reason: str = REASON) -> tuple[int, str, str]:
    answer = factories.sign_in(Client(), person).post(PAGE, {"reference": reference, "reason": reason})
    return answer.status_code, answer.headers.get("Location", ""), answer.content.decode()


@pytest.mark.parametrize("by_form", [False, True])
def test_a_manager_opens_it_by_reference_and_sees_it_for_hours(hub: mash.Mash, by_form: bool) -> None:
    contact = restricted(hub)
    reference = contact.submission.reference if by_form else contact.reference
    status, where, _text = ask(hub.second_manager, f" {reference.lower()} ")
    assert (status, where) == (302, f"/mash/contacts/{contact.reference}/")
    client = factories.sign_in(Client(), hub.second_manager)
    page = client.get(where).content.decode()
    assert contact.submitted_child.full_name in page
    history = client.get(f"{where}history/").content.decode()
    assert "Opened in an emergency by somebody who was not named" in history
    assert "<b>Nobody" not in history
    with clock.frozen(clock.now() + timedelta(hours=5)):
        assert not may_see(hub.second_manager, contact)


def test_the_governance_lead_is_told_at_once_and_the_log_keeps_the_reason(hub: mash.Mash) -> None:
    lead, contact = factories.make_person("governance_lead"), restricted(hub)
    ask(hub.second_manager, contact.reference)
    row = AccessLogEntry.objects.get(route="referrals:break_glass")
    assert (row.action, row.person, row.record_reference, row.child_references, row.reason) == (
        "view",
        hub.second_manager.reference,
        contact.reference,
        [contact.child.reference],
        REASON,
    )
    deliver_now()
    assert [message.to for message in outgoing.outbox] == [[lead.email]]
    assert contact.reference in outgoing.outbox[0].body
    assert contact.submitted_child.family_name not in outgoing.outbox[0].body


def test_what_does_not_exist_and_what_is_not_restricted_get_the_same_answer(hub: mash.Mash) -> None:
    open_one, elsewhere, seen = mash.received(hub), mash.received(mash.make()), restricted(hub)
    answers = {
        reference: ask(hub.second_manager, reference)
        for reference in ("NM-K-00000-00000", "<script>", open_one.reference, open_one.submission.reference, elsewhere.reference)
    }
    answers["seen"] = ask(hub.manager, seen.reference)
    for status, _where, text in answers.values():
        assert status == 422
        assert NEUTRAL in text
        assert "The brother rang" in text, "what was typed stays"
    assert not ContactPersonGrant.objects.filter(break_glass=True).exists()
    tries = AccessLogEntry.objects.filter(route="referrals:break_glass")
    assert {(row.action, tuple(row.child_references), row.reason) for row in tries} == {("search", (), REASON)}


@pytest.mark.parametrize("reason", ["", "   ", "because"])
def test_without_a_reason_nothing_opens_and_nothing_is_told_of_the_reference(hub: mash.Mash, reason: str) -> None:
    contact = restricted(hub)
    for reference in (contact.reference, "NM-K-00000-00000"):
        status, _where, text = ask(hub.second_manager, reference, reason)
        assert status == 422
        assert "Enter why you must open" in text
        assert NEUTRAL not in text
    assert not may_see(hub.second_manager, contact)


def test_nobody_but_a_manager_may(hub: mash.Mash) -> None:
    contact = restricted(hub)
    for person in (hub.officer, hub.team_manager, hub.police_lead, factories.make_person("system_administrator")):
        assert ask(person, contact.reference)[0] == 403
        with pytest.raises(NotAllowed):
            break_glass(by=person, reference=contact.reference, reason=REASON)
    officer = factories.sign_in(Client(), hub.officer).get("/mash/search/").content.decode()
    manager = factories.sign_in(Client(), hub.manager).get("/mash/search/").content.decode()
    assert (PAGE in officer, PAGE in manager) == (False, True)


def test_it_is_not_opened_twice_for_who_sees_it(hub: mash.Mash) -> None:
    contact = restricted(hub)
    break_glass(by=hub.second_manager, reference=contact.reference, reason=REASON)
    with pytest.raises(Refused, match="closed to you"):
        break_glass(by=hub.second_manager, reference=contact.reference, reason=REASON)
    assert ContactPersonGrant.objects.filter(break_glass=True).count() == 1
