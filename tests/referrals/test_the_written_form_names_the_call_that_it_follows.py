"""Who rang the MASH and now writes says which call the form follows; until it is there, nobody signs the call's contact off."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person, Visitor
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import DomainEvent
from referrals.models import Channel, Contact, Submission, TakenDown
from referrals.rules.submission import Referrer
from referrals.rules.taken import ChildTaken, Taken
from referrals.services import (
    approve_decision,
    begin_screening,
    note_form,
    propose_decision,
    rate,
    restrict,
    say_which_call,
    sign_off,
    take_contact,
    waive_form,
)
from referrals.services.tasks import WRITTEN_FORM_OWED, open_things
from tests import factories
from tests.referrals import build, mash
from work.models import Clock

pytestmark = pytest.mark.django_db
FORM = "referrals.written_form"
ASKED = "Does this follow what you told the MASH before?"


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def school() -> Agency:
    return build.make_school(domains=["oakfield.example"], name="Oakfield School")


@pytest.fixture
def teacher(school: Agency) -> Person:
    return build.make_practitioner(school, email="terry@oakfield.example")


def take(hub: mash.Mash, school: Agency, email: str, *, once: str = "1", children: int = 1) -> TakenDown:
    """What somebody at this address told by telephone twenty minutes ago."""
    taken = Taken(
        channel=Channel.TELEPHONE,
        came_at=clock.now() - timedelta(minutes=20),
        referrer=Referrer("Terry Teacher", "Class teacher", "01632 960001", email),
        children=[ChildTaken(f"Linden{number}", "Ashgrove", age=8) for number in range(children)],
        worries="He came without lunch again.",
        purpose="social_care",
        consent_status="not_sought",
        consent_reason="not_practicable",
        family_told="no",
    )
    return take_contact(by=hub.officer, once=once, taken=taken, agency=school).taken


def client_of(person: Person) -> Client:
    return factories.sign_in(Client(), person)


def words(client: Client, name: str, *args: str) -> str:
    return client.get(reverse(f"referrals:{name}", args=args)).content.decode()


def send(client: Client, writer: Person | Visitor, **typed: Any) -> Submission:
    draft = build.make_complete_draft(writer)
    page = reverse("referrals:check", args=[draft.reference])
    answer = client.post(page, {"declared": "on", "_version": draft.version, **typed})
    assert answer.status_code == 302, answer.content.decode()
    return Submission.objects.get(draft=draft)


def test_the_draft_names_the_call_and_no_child(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email)
    draft = build.make_complete_draft(teacher)
    for page in ("draft", "check"):
        shown = words(client_of(teacher), page, draft.reference)
        assert "call of 18 November 2026 at" in shown, page
        assert call.submission.reference in shown
        assert "Linden" not in shown
    assert ASKED in shown


def test_a_colleague_and_a_draft_for_another_agency_are_asked_nothing(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    take(hub, school, teacher.email)
    colleague = build.make_practitioner(school)
    draft = build.make_complete_draft(colleague)
    for page in ("draft", "check"):
        assert "call of" not in words(client_of(colleague), page, draft.reference)
    elsewhere = build.make_draft(teacher, answers=build.answers(), agency=build.make_school())
    factories.make_holding(teacher, "practitioner", elsewhere.agency)
    assert ASKED not in words(client_of(teacher), "check", elsewhere.reference)


def test_sending_the_form_joins_it_to_the_call(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email, children=2)
    form = send(client_of(teacher), teacher, call=call.submission.reference)
    call.refresh_from_db()
    assert (call.form, call.met_by, call.waits_for_form) == (form, teacher.reference, False)
    stopped = Clock.objects.get(kind=FORM)
    assert (stopped.outcome, stopped.stopped_by) == ("met", teacher.reference)
    told = DomainEvent.objects.filter(verb="referrals.form_arrived", actor_reference=teacher.reference)
    assert {row.subject_reference for row in told} == {row.reference for row in call.submission.contacts.all()}
    assert "This follows the call of" in words(client_of(teacher), "submission", form.reference)
    assert form.reference in words(client_of(teacher), "submission", call.submission.reference)
    officer = client_of(hub.officer)
    written = words(officer, "contact", form.contacts.order_by("position")[0].reference)
    assert "It follows the call of" in written
    assert f"/mash/contacts/{call.submission.contacts.order_by('position')[0].reference}/" in written
    assert f"The written form came: {form.reference}" in words(officer, "contact", call.submission.contacts.all()[0].reference)


def test_something_else_or_no_answer_joins_nothing(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email)
    send(client_of(teacher), teacher, call="no")
    send(client_of(teacher), teacher)
    call.refresh_from_db()
    assert call.waits_for_form


def test_a_call_that_is_none_of_theirs_is_refused_beside_the_question(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    take(hub, school, teacher.email)
    other = take(hub, school, build.make_practitioner(school).email, once="2")
    draft = build.make_complete_draft(teacher)
    page = reverse("referrals:check", args=[draft.reference])
    answer = client_of(teacher).post(page, {"declared": "on", "_version": draft.version, "call": other.submission.reference})
    assert answer.status_code == 422
    assert 'href="#id_call"' in answer.content.decode()
    assert not Submission.objects.filter(draft=draft).exists()


def test_what_is_sent_is_not_held_up_by_a_call_that_is_settled(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    first, second = take(hub, school, teacher.email), take(hub, school, teacher.email, once="2")
    contact = first.submission.contacts.get()
    waive_form(by=hub.manager, reference=contact.reference, version=contact.version, reason="The minutes came")
    draft = build.make_complete_draft(teacher)
    page = reverse("referrals:check", args=[draft.reference])
    shown = client_of(teacher).get(page).content.decode()
    assert first.submission.reference not in shown
    assert second.submission.reference in shown


def test_a_visitor_who_rang_with_their_address_is_asked_too(client: Client, hub: mash.Mash, school: Agency) -> None:
    visitor = factories.make_visitor(school, "nell@oakfield.example")
    factories.let_in(client, visitor)
    call = take(hub, school, "Nell@Oakfield.example")
    take(hub, school, "somebody@oakfield.example", once="2")
    draft = build.make_complete_draft(visitor)
    shown = words(client, "check", draft.reference)
    assert call.submission.reference in shown
    assert shown.count('name="call"') == 2, "their own call, and something else"
    form = send(client, visitor, call=call.submission.reference)
    call.refresh_from_db()
    assert call.form == form
    assert "This follows the call of" in words(client, "submission", form.reference)


def test_it_is_said_afterwards_by_who_forgot(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email)
    form = send(client_of(teacher), teacher)
    client = client_of(teacher)
    assert "This is the form that they wait for" in words(client, "submission", form.reference)
    page = reverse("referrals:follows_call", args=[form.reference])
    refused = client.post(page, {})
    assert refused.status_code == 422
    assert "Select the call that this form follows" in refused.content.decode()
    answer = client.post(page, {"call": call.submission.reference}, follow=True)
    assert "This follows the call of" in answer.content.decode()
    again = say_which_call(by=teacher, reference=form.reference, call=call.submission.reference)
    assert again == call, "pressed again it is what it is"
    assert DomainEvent.objects.filter(verb="referrals.form_arrived").count() == 1


def test_a_form_follows_one_call_and_a_call_has_one_form(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    first, second = take(hub, school, teacher.email), take(hub, school, teacher.email, once="2")
    form = send(client_of(teacher), teacher, call=first.submission.reference)
    with pytest.raises(Refused, match="after another call already"):
        say_which_call(by=teacher, reference=form.reference, call=second.submission.reference)
    later = send(client_of(teacher), teacher)
    with pytest.raises(Refused, match="joined with another form meanwhile"):
        say_which_call(by=teacher, reference=later.reference, call=first.submission.reference)
    with pytest.raises(Refused, match="no written form"):
        say_which_call(by=teacher, reference=second.submission.reference, call=second.submission.reference)
    with pytest.raises(NotVisible):
        say_which_call(by=build.make_practitioner(school), reference=later.reference, call=second.submission.reference)
    assert "waits for no written form" in words(client_of(teacher), "follows_call", form.reference)


def test_the_call_that_is_restricted_is_told_to_nobody_but_who_rang(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email)
    form = send(client_of(teacher), teacher, call=call.submission.reference)
    contact = call.submission.contacts.get()
    restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A colleague’s child")
    written = form.contacts.order_by("position")[0].reference
    pages = {who: words(client_of(who), "contact", written) for who in (hub.officer, hub.manager)}
    assert [call.submission.reference in page for page in pages.values()] == [False, True]
    lead = factories.make_person("agency_lead", school)
    assert call.submission.reference not in words(client_of(lead), "submission", form.reference)
    assert call.submission.reference in words(client_of(teacher), "submission", form.reference)


def test_the_page_of_a_form_names_the_calls_of_the_agency_that_wait(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, "")
    form = send(client_of(teacher), teacher)
    elsewhere = build.send(teams=(hub.team,))
    written = form.contacts.order_by("position")[0].reference
    shown = words(client_of(hub.officer), "contact", written)
    assert f"({call.submission.reference}) still waits for its written form" in shown
    assert f"/mash/contacts/{call.submission.contacts.get().reference}/form/" in shown
    assert "still waits" not in words(client_of(hub.officer), "contact", elsewhere.contacts.get().reference)
    contact = call.submission.contacts.get()
    note_form(by=hub.officer, reference=contact.reference, version=contact.version, form=form.reference)
    assert "It follows the call of" in words(client_of(hub.officer), "contact", written)


def decided(call: TakenDown, hub: mash.Mash) -> Contact:
    """The contact of a call with nothing open but the form."""
    contact = call.submission.contacts.get()
    contact = begin_screening(by=hub.officer, reference=contact.reference, version=contact.version)
    contact = rate(by=hub.officer, reference=contact.reference, version=contact.version, rating="amber", reason="Hungry")
    propose_decision(
        by=hub.officer, reference=contact.reference, version=contact.version, outcome="ADV", threshold_level=2, **mash.WORDS
    )
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    return mash.finish(hub, contact)


def test_nobody_signs_off_while_the_form_is_awaited(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    contact = decided(take(hub, school, teacher.email), hub)
    assert open_things(contact) == [WRITTEN_FORM_OWED]
    with pytest.raises(Refused, match=WRITTEN_FORM_OWED):
        sign_off(by=hub.second_manager, reference=contact.reference, version=contact.version)
    page = words(client_of(hub.second_manager), "sign_off", contact.reference)
    assert WRITTEN_FORM_OWED in page
    assert f"/mash/contacts/{contact.reference}/form/waive/" in page
    send(client_of(teacher), teacher, call=contact.submission.reference)
    assert sign_off(by=hub.second_manager, reference=contact.reference, version=contact.version).closed_at


def test_a_manager_who_does_without_the_form_may_sign_off(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    contact = decided(take(hub, school, teacher.email), hub)
    with pytest.raises(NotAllowed):
        waive_form(by=hub.officer, reference=contact.reference, version=contact.version, reason="Known")
    waive_form(by=hub.manager, reference=contact.reference, version=contact.version, reason="The minutes say all of it")
    contact.refresh_from_db()
    assert open_things(contact) == []
    assert sign_off(by=hub.second_manager, reference=contact.reference, version=contact.version).closed_at


def test_my_work_says_that_the_form_is_owed(hub: mash.Mash, school: Agency, teacher: Person) -> None:
    call = take(hub, school, teacher.email)
    client = client_of(teacher)
    home = client.get("/").content.decode()
    assert "Write the form after your call" in home
    assert "Linden" not in home
    assert "Your written form is awaited" in words(client, "submission", call.submission.reference)
    send(client, teacher, call=call.submission.reference)
    assert "Write the form after your call" not in client.get("/").content.decode()
