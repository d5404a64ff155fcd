"""Each page of the MASH: it opens, does what it says, keeps what was typed when it is refused, and logs the look."""

import re

import pytest
from django.test import Client

from accounts.models import AccessLogEntry, Person
from referrals.models import Contact
from referrals.services import ask_agencies, rate, restrict, sign_off
from tests import factories
from tests.referrals import before, build, mash
from work.models import Handover
from work.services.handovers import accept_handover, return_handover
from work.services.requests import Sharing, answer_request

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


def signed_in(person: Person) -> Client:
    return factories.sign_in(Client(), person)


def where(contact: object, page: str = "") -> str:
    return f"/mash/contacts/{contact.reference}/{page}"  # type: ignore[attr-defined]


def looks(person: Person) -> list[tuple[str, str, str, list[str]]]:
    rows = AccessLogEntry.objects.filter(person=person.reference).order_by("id")
    return [(row.action, row.route, row.record_reference, row.child_references) for row in rows]


@pytest.mark.parametrize("page", ["", "checks/", "decision/", "history/", "print/"])
def test_every_tab_opens_at_every_stage_and_is_logged(hub: mash.Mash, page: str) -> None:
    client = signed_in(hub.manager)
    for make in (mash.received, mash.screened, mash.proposed, mash.approved):
        contact = make(hub)
        answer = client.get(where(contact, page))
        assert answer.status_code == 200
        assert contact.submitted_child.full_name in answer.content.decode()
        action, _route, reference, children = looks(hub.manager)[-1]
        assert (action, reference) == ("print" if page == "print/" else "view", contact.reference)
        assert contact.child.reference in children
        assert page == "" or children == [contact.child.reference], "only the first tab shows children who may be the same"


@pytest.mark.parametrize("page", ["", "messages/", "changes/", "print/", "confirm/"])
def test_a_page_that_tells_of_every_child_of_the_form_is_logged_for_each(hub: mash.Mash, page: str) -> None:
    contact = mash.approved(hub)
    sibling = build.send(teams=(hub.team,)).contacts.get()
    Contact.objects.filter(pk=sibling.pk).update(submission=contact.submission_id, position=2)
    assert signed_in(hub.manager).get(where(contact, page)).status_code == 200
    assert {contact.child.reference, sibling.child.reference} <= set(looks(hub.manager)[-1][3])


def test_the_referral_tab_says_what_matters_first(hub: mash.Mash) -> None:
    contact = mash.received(
        hub, consent_status="not_sought", consent_reason="risk_to_child", father_unknown_reason="Mother will not say", urgent=True
    )
    text = signed_in(hub.officer).get(where(contact)).content.decode()
    assert "The family was not asked. Asking could put the child at greater risk." in text
    assert "No father named" in text
    assert "Mother will not say" in text
    assert "Often hungry, and frightened to go home." in text
    assert text.index("The family was not asked") < text.index("Household and network")


def test_screening_begins_with_one_press(hub: mash.Mash) -> None:
    contact = mash.received(hub)
    answer = signed_in(hub.officer).post(where(contact, "begin/"), {"version": contact.version}, follow=True)
    assert "You are screening this contact" in answer.content.decode()
    assert mash.again(contact).screener == hub.officer


def test_rating_asking_and_proposing_by_their_pages(hub: mash.Mash) -> None:
    client = signed_in(hub.officer)
    contact = mash.received(hub)
    client.post(where(contact, "begin/"), {"version": 1})
    page = client.post(where(contact, "rate/"), {"version": 2, "rating": "amber", "reason": ""})
    assert (page.status_code, "Enter why you give this rating" in page.content.decode()) == (422, True)
    assert client.post(where(contact, "rate/"), {"version": 2, "rating": "amber", "reason": "Hungry"}).status_code == 302
    asked = {
        "version": 3,
        "agencies": [hub.police.code],
        "question": "Call-outs?",
        "legal_basis": "Vital interests",
        "purpose": "To decide",
    }
    page = client.post(where(contact, "ask/"), asked, follow=True)
    assert "Northmere Police" in page.content.decode()
    given = {"version": 4, "outcome": "S17", "threshold_level": 3, "evidence": ["referral:worries"], **mash.WORDS}
    assert client.post(where(contact, "propose/"), given).status_code == 302
    assert mash.again(contact).state == "decision_proposed"


def test_a_conflict_shows_what_happened_and_keeps_what_was_typed(hub: mash.Mash) -> None:
    contact = mash.screened(hub, "green")
    stale = contact.version
    rate(by=hub.manager, reference=contact.reference, version=stale, rating="red", reason="Bruises seen")
    page = signed_in(hub.officer).post(where(contact, "rate/"), {"version": stale, "rating": "amber", "reason": "My own words"})
    text = page.content.decode()
    assert page.status_code == 409
    for words in ("My own words", "Bruises seen", "What happened meanwhile", f'value="{stale + 1}"'):
        assert words in text
    assert mash.again(contact).rating == "red"


def test_consent_is_asked_for_only_where_the_family_did_not_agree(hub: mash.Mash) -> None:
    client = signed_in(hub.officer)
    agreed, refused = mash.screened(hub), mash.screened(hub, consent_status="refused")
    assert "Why go on without" not in client.get(where(agreed, "propose/")).content.decode()
    assert refused.submission.worries in client.get(where(refused, "propose/")).content.decode()
    assert "Why go on without" in client.get(where(refused, "propose/")).content.decode()
    given = {
        "version": refused.version,
        "outcome": "S17",
        "threshold_level": 3,
        "evidence": ["referral:worries"],
        "consent_overridden_because": "",
        **mash.WORDS,
    }
    page = client.post(where(refused, "propose/"), given)
    assert page.status_code == 422
    assert "Enter why you go on without the family’s agreement" in page.content.decode()


def test_the_level_of_need_is_chosen_with_the_published_guide_beside_it(hub: mash.Mash) -> None:
    client, contact = signed_in(hub.officer), mash.screened(hub)
    assert "of the guide" not in client.get(where(contact, "propose/")).content.decode()
    before.make_guide()
    in_use = before.make_guide()
    text = client.get(where(contact, "propose/")).content.decode()
    link = re.search(r'<a [^>]*href="(/levels-of-need/)"[^>]*>[^<]*version (\d+) of the guide \(opens in a new tab\)', text)
    assert link is not None
    assert int(link.group(2)) == in_use.number
    assert text.index("What should happen?") < link.start() < text.index("At which level of need is the child?")
    page = client.get(link.group(1)).content.decode()
    assert "What level 3 means." in page
    assert "This is not the version in use" not in page


def test_a_manager_approves_with_the_team_that_takes_over(hub: mash.Mash) -> None:
    contact = mash.proposed(hub)
    west = factories.make_team(hub.team.agency, ["referrals.assessment"], name="Assessment team West")
    client = signed_in(hub.manager)
    shown = client.get(where(contact, "decide/")).content.decode()
    assert "Assessment team West" in shown
    rated = re.search(r"This contact is rated <[^>]*>(.*?)</p>", shown, re.DOTALL)
    assert rated, "the rating stands beside the level of need"
    assert contact.get_rating_display() in rated[1]
    given = {"version": contact.version, "answer": "approve", "team": west.code}
    page = client.post(where(contact, "decide/"), given, follow=True)
    assert "The decision is approved." in page.content.decode()
    assert Handover.objects.get().to_team == west


def test_a_manager_sends_back_with_a_reason(hub: mash.Mash) -> None:
    contact = mash.proposed(hub, "NFA")
    client = signed_in(hub.manager)
    assert client.post(where(contact, "decide/"), {"version": contact.version, "answer": "send_back"}).status_code == 422
    client.post(where(contact, "decide/"), {"version": contact.version, "answer": "send_back", "reason": "Ask the school"})
    assert "Ask the school" in signed_in(hub.officer).get(where(contact, "propose/")).content.decode()


def test_tasks_are_done_by_officers_and_waived_by_managers(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    family = contact.tasks.get(kind="family_told")
    officer, manager = signed_in(hub.officer), signed_in(hub.manager)
    page = f"tasks/{family.pk}/"
    assert "It need not be done" not in officer.get(where(contact, page)).content.decode()
    assert "It need not be done" in manager.get(where(contact, page)).content.decode()
    officer.post(where(contact, page), {"version": contact.version, "answer": "done", "note": "At home"})
    family.refresh_from_db()
    assert family.done_by == hub.officer.reference
    handover = contact.tasks.get(kind="handover")
    text = officer.get(where(contact, f"tasks/{handover.pk}/")).content.decode()
    assert "when the team accepts the handover" in text
    assert "It is done" not in text


def test_the_sign_off_page_lists_what_is_open_and_then_closes(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    client = signed_in(hub.manager)
    assert "Tell the family what was decided" in client.get(where(contact, "sign-off/")).content.decode()
    page = client.post(where(contact, "sign-off/"), {"version": contact.version})
    assert page.status_code == 422
    assert "This contact cannot be signed off yet" in page.content.decode()
    contact = mash.finish(hub, contact)
    page = client.post(where(contact, "sign-off/"), {"version": contact.version}, follow=True)
    assert "has been signed off" in page.content.decode()


def test_a_returned_contact_is_offered_again_and_a_closed_one_reopened(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    return_handover(by=hub.team_manager, reference=Handover.objects.get().reference, reason="For team West")
    client = signed_in(hub.manager)
    assert "For team West" in client.get(where(contact, "offer/")).content.decode()
    version = mash.again(contact).version
    client.post(where(contact, "offer/"), {"version": version, "team": hub.assessment.code})
    contact = mash.finish(hub, mash.again(contact))
    sign_off(by=hub.manager, reference=contact.reference, version=contact.version)
    client.post(where(contact, "reopen/"), {"version": mash.again(contact).version, "reason": "New facts"})
    assert mash.again(contact).state == "screening"


def test_the_team_that_takes_over_reads_and_does_not_act(hub: mash.Mash) -> None:
    contact = mash.approved(hub)
    client = signed_in(hub.team_manager)
    page = client.get(where(contact)).content.decode()
    assert contact.submitted_child.full_name in page
    assert "Begin screening" not in page
    assert client.get(where(contact, "rate/")).status_code == 403
    accept_handover(by=hub.team_manager, reference=Handover.objects.get().reference)
    assert client.get(where(contact)).status_code == 200


def test_the_asked_agency_sees_the_question_and_not_the_referral(hub: mash.Mash) -> None:
    contact = mash.screened(hub)
    asked = ask_agencies(
        by=hub.officer,
        reference=contact.reference,
        version=contact.version,
        agencies=[hub.police.code],
        question="Call-outs?",
        legal_basis="s17",
        purpose="To decide",
    )
    client = signed_in(hub.police_lead)
    assert client.get(where(contact)).status_code in {403, 404}
    answer_request(
        by=hub.police_lead,
        reference=asked[0].reference,
        result="information",
        answer="Two call-outs in May",
        sharing=Sharing(proportionate=True, may_tell_family=True),
    )
    page = signed_in(hub.officer).get(where(contact, "checks/")).content.decode()
    assert "Two call-outs in May" in page


# Who may not see it


@pytest.mark.parametrize(
    "page", ["", "checks/", "decision/", "history/", "print/", "rate/", "ask/", "propose/", "decide/", "sign-off/", "restrict/"]
)
def test_a_restricted_contact_does_not_exist_for_who_is_not_named(hub: mash.Mash, page: str) -> None:
    contact = mash.received(hub)
    restrict(
        by=hub.manager,
        reference=contact.reference,
        version=contact.version,
        people=[hub.officer.reference],
        reason="Colleague’s child",
    )
    assert signed_in(hub.second_manager).get(where(contact, page)).status_code == 404
    assert signed_in(hub.manager).get(where(contact, page)).status_code == 200


def test_another_teams_contact_does_not_exist(hub: mash.Mash) -> None:
    other = mash.received(mash.make())
    client = signed_in(hub.manager)
    assert client.get(where(other)).status_code == 404
    assert client.post(where(other, "begin/"), {"version": 1}).status_code == 404
    assert mash.again(other).state == "received"
