"""About a restricted contact agencies are asked through somebody by name; nobody else there reads the question or the answer."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation.errors import NotVisible, Refused
from foundation.models import OutboxMessage
from referrals.models import Contact, SchoolNotice
from referrals.rules.notices import tidy
from referrals.selectors.checks import people_to_ask
from referrals.services import (
    add_child,
    ask_agencies,
    ask_for_sight,
    lift,
    note_told,
    receive_notices,
    record_check,
    restrict,
    tell_school,
    withdraw_check,
)
from tests import factories
from tests.referrals import build, mash
from tests.work.build import inside
from work.models import Request, SchoolTerm
from work.selectors.my_work import my_work
from work.selectors.recipients import those_who_answer
from work.selectors.requests import request_for
from work.services.requests import Sharing, answer_request, chase

pytestmark = pytest.mark.django_db
QUESTION = {"question": "Do you know the family?", "legal_basis": "Vital interests", "purpose": "To decide"}
ANSWER: dict[str, Any] = {"result": "declined", "answer": "We may not say."}


@pytest.fixture
def hub() -> mash.Mash:
    return mash.make()


@pytest.fixture
def other_lead(hub: mash.Mash) -> Person:
    return factories.make_person("agency_lead", agency=hub.police, name="Lee Lead")


def hide(hub: mash.Mash, contact: Contact) -> Contact:
    restrict(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, people=[], reason="A colleague")
    return mash.again(contact)


def code_of(person: Person) -> str:
    return next(code for code, (_agency, one) in people_to_ask().items() if one == person)


def ask(hub: mash.Mash, contact: Contact, **whom: Any) -> Request:
    (asked,) = ask_agencies(by=hub.manager, reference=contact.reference, version=contact.version, **whom, **QUESTION)
    return asked


def mails_to() -> set[str]:
    return {row.payload["to"] for row in OutboxMessage.objects.filter(kind="mail")}


def test_without_a_name_it_is_refused(hub: mash.Mash, other_lead: Person) -> None:
    contact = hide(hub, mash.screened(hub))
    with pytest.raises(Refused, match="Select whom you ask in each agency") as refused:
        ask(hub, contact, agencies=[hub.police.code])
    assert refused.value.field == "people"
    with pytest.raises(Refused, match="Select people from the list"):
        ask(hub, contact, people=[f"{hub.police.code}:{hub.officer.reference}"])
    with pytest.raises(Refused, match="one person of each agency"):
        ask(hub, contact, people=[code_of(hub.police_lead), code_of(other_lead)])
    assert not Request.objects.exists()


def test_who_is_named_alone_is_told_reads_and_answers(hub: mash.Mash, other_lead: Person) -> None:
    contact = hide(hub, mash.screened(hub))
    OutboxMessage.objects.all().delete()
    asked = ask(hub, contact, people=[code_of(other_lead)])
    assert (asked.to_person, asked.to_agency) == (other_lead, hub.police)
    assert mails_to() == {other_lead.email}
    assert request_for(other_lead, asked.reference) == asked
    assert my_work(hub.police_lead).requests == ()
    for act in (request_for, lambda by, reference: answer_request(by=by, reference=reference, **ANSWER)):
        with pytest.raises(NotVisible):
            act(hub.police_lead, asked.reference)
    address = f"/requests/{asked.reference}/"
    assert factories.sign_in(Client(), hub.police_lead).get(address).status_code == 404
    assert answer_request(by=other_lead, reference=asked.reference, **ANSWER).state == "answered"
    assert factories.sign_in(Client(), hub.police_lead).get(address).status_code == 404
    assert request_for(other_lead, asked.reference) == asked


def test_the_page_offers_people_and_keeps_what_was_typed(hub: mash.Mash, other_lead: Person) -> None:
    contact = hide(hub, mash.screened(hub))
    client = factories.sign_in(Client(), hub.manager)
    address = f"/mash/contacts/{contact.reference}/ask/"
    shown = client.get(address).content.decode()
    assert f"{other_lead.name}, {hub.police.name}" in shown
    assert 'name="agencies"' not in shown
    refused = client.post(address, {**QUESTION, "version": contact.version})
    assert refused.status_code == 422
    assert 'href="#id_people"' in refused.content.decode() or "#id_people_0" in refused.content.decode()
    assert QUESTION["question"] in refused.content.decode()
    done = client.post(address, {**QUESTION, "version": contact.version, "people": [code_of(other_lead)]}, follow=True)
    assert f"By name:</strong> {other_lead.name}" in done.content.decode()


def test_a_contact_that_is_not_restricted_is_asked_of_agencies_as_ever(hub: mash.Mash, other_lead: Person) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact, agencies=[hub.police.code])
    assert asked.to_person is None
    assert {request_for(one, asked.reference) for one in (hub.police_lead, other_lead)} == {asked}
    with pytest.raises(Refused, match="Select the agencies"):
        ask(hub, mash.again(contact), people=[code_of(other_lead)])


def test_what_was_asked_before_is_closed_to_the_agency_until_it_is_asked_by_name(hub: mash.Mash, other_lead: Person) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact, agencies=[hub.police.code])
    contact = hide(hub, contact)
    for lead in (hub.police_lead, other_lead):
        with pytest.raises(NotVisible):
            request_for(lead, asked.reference)
    assert those_who_answer(asked) == ()
    client = factories.sign_in(Client(), hub.manager)
    shown = client.get(f"/mash/contacts/{contact.reference}/checks/").content.decode()
    assert "nobody of the agency can open it" in shown
    withdraw_check(by=hub.manager, reference=contact.reference, version=contact.version, check=asked.reference, reason="By name")
    again = ask(hub, mash.again(contact), people=[code_of(other_lead)])
    assert request_for(other_lead, again.reference) == again
    lift(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, reason="It was another family")
    assert request_for(hub.police_lead, asked.reference) == asked, "open to the teams again, it is open to the agency again"


def test_what_somebody_answered_before_stays_readable_to_them_alone(hub: mash.Mash, other_lead: Person) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact, agencies=[hub.police.code])
    answer_request(by=hub.police_lead, reference=asked.reference, **ANSWER)
    hide(hub, contact)
    assert request_for(hub.police_lead, asked.reference) == asked
    with pytest.raises(NotVisible):
        request_for(other_lead, asked.reference)


def test_nobody_is_called_to_a_page_that_does_not_exist_for_them(hub: mash.Mash, other_lead: Person) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact, agencies=[hub.police.code])
    contact = hide(hub, contact)
    OutboxMessage.objects.all().delete()
    with inside():
        chase(by=hub.manager, reference=asked.reference, early=True)
    assert mails_to() == set()


def test_what_an_agency_says_by_telephone_is_still_written_down(hub: mash.Mash, other_lead: Person) -> None:
    contact = mash.screened(hub)
    asked = ask(hub, contact, agencies=[hub.police.code])
    contact = hide(hub, contact)
    answered = record_check(
        by=hub.manager,
        reference=contact.reference,
        version=contact.version,
        check=asked.reference,
        channel=Request.Channel.TELEPHONE,
        answered_for="Sergeant Vale",
        sharing=Sharing(),
        **ANSWER,
    )
    assert answered.answered_for == "Sergeant Vale"


def test_a_team_is_not_asked_for_sight(hub: mash.Mash) -> None:
    def named(contact: Contact) -> Contact:
        for name, value in {"given_name": "Alexander", "family_name": "Whitfield", "birth_date": date(2015, 3, 7)}.items():
            setattr(contact.child, name, value)
        contact.child.keys = keys_of(details_of(contact.child))
        contact.child.save()
        return contact

    hub.team.telephone = "01632 960123"
    hub.team.save()
    worker = factories.make_person("social_worker", team=hub.assessment)
    known, own = named(mash.received(hub)), named(build.make_contact(teams=(hub.assessment,)))
    build.grant_to_person(own, worker)
    Contact.objects.filter(pk=own.pk).update(restricted=True)
    with pytest.raises(Refused, match="a whole team would read this"):
        ask_for_sight(
            by=worker, reference=own.reference, child=known.child.reference, team=hub.team.code, reason="Her sister is my case"
        )
    shown = factories.sign_in(Client(), worker).get(f"/mash/contacts/{own.reference}/same-child/").content.decode()
    assert "01632 960123" in shown
    assert "Ask to see what they know" not in shown


class TestNotices:
    """Of domestic abuse, to a school."""

    @pytest.fixture(autouse=True)
    def _term(self) -> None:
        SchoolTerm.objects.create(name="Autumn", starts_on=date(2026, 9, 2), ends_on=date(2026, 12, 18))
        self.school = factories.make_agency("school", name="Oakfield Primary School")
        self.lead = factories.make_person("agency_lead", self.school)

    def notice(self, hub: mash.Mash, school: str) -> SchoolNotice:
        told = {
            "police_reference": "MG/1",
            "incident_on": "17/11/2026",
            "incident_time": "21:40",
            "child_present": "yes",
            "place": "At home",
            "what_happened": "An argument; the child was in the next room.",
            "given_name": "Robin",
            "family_name": "Example",
            "birth_date": "2018-04-02",
            "school": school,
            "officer": "PC Example",
            "domestic_abuse": "yes",
        }
        receive_notices(by=factories.make_person("practitioner", hub.police), agency=hub.police, rows=[tidy(told)])
        return SchoolNotice.objects.get()

    def test_it_is_told_to_somebody_by_name_and_not_in_the_portal(self, hub: mash.Mash) -> None:
        contact = hide(hub, self.notice(hub, "Another school").contact)
        with pytest.raises(Refused, match="Ring somebody whom you may tell"):
            tell_school(by=hub.manager, reference=contact.reference, version=contact.version, school=self.school.code)
        shown = factories.sign_in(Client(), hub.manager).get(f"/mash/contacts/{contact.reference}/school-notice/")
        assert "every lead of the school would read this" in shown.content.decode()
        note_told(by=hub.manager, reference=contact.reference, version=contact.version, how="telephone", whom="Ms Head")
        assert not Request.objects.exists()

    def test_what_was_given_is_closed_to_those_who_have_not_answered(self, hub: mash.Mash) -> None:
        notice = self.notice(hub, "Oakfield Primary School")
        assert notice.request is not None
        assert request_for(self.lead, notice.request.reference) == notice.request
        hide(hub, notice.contact)
        with pytest.raises(NotVisible):
            request_for(self.lead, notice.request.reference)

    def test_a_child_who_is_added_beside_a_restricted_one_is_told_to_no_school(self, hub: mash.Mash) -> None:
        author = factories.make_person("practitioner", hub.police)
        contact = hide(hub, mash.received(hub, author=author, purpose="domestic_abuse"))
        (child,) = build.content(("Bobby",)).children
        there = replace(child, school="Oakfield Primary School")
        add_child(by=author, reference=contact.submission.reference, seen=1, child=there, answers=[], reason="A brother")
        assert SchoolNotice.objects.filter(contact__position=2, state="waiting").exists()
        assert not Request.objects.exists()
