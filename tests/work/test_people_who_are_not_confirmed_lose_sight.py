"""Every half-year an agency's lead says who still works there."""

from datetime import timedelta

import pytest

from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock as time
from foundation.errors import NotAllowed, NotVisible, Refused
from tests.factories import make_agency, make_holding, make_person
from tests.work.build import SYSTEM, inside
from work.models import Request
from work.selectors.people import people_to_confirm
from work.services.people import ask_for_confirmations, confirm_people
from work.tasks import ask_for_confirmations as ask_task

pytestmark = pytest.mark.django_db


def due_soon(person: Person, days: int = 10) -> None:
    person.holdings.update(confirmed_until=time.today() + timedelta(days=days))
    person.holdings_read = None


def asked() -> Request:
    ask_task()
    return Request.objects.get(kind="work.confirm_people")


def test_an_agency_is_asked_four_weeks_before_the_first_confirmation_ends() -> None:
    agency = make_agency()
    make_person("agency_lead", agency)
    officer = make_person("mash_officer", agency)
    due_soon(officer, 29)
    ask_task()
    assert not Request.objects.exists()
    due_soon(officer, 28)
    request = asked()
    assert (request.to_agency, request.subject_reference) == (agency, agency.code)
    assert request.due_at.date() == time.today() + timedelta(days=28)
    assert request.clock.due_at == request.due_at


def test_the_answer_is_due_on_a_working_day() -> None:
    due_soon(make_person("mash_officer"), 10)
    assert (time.today() + timedelta(days=10)).strftime("%A") == "Saturday"
    assert asked().due_at.strftime("%A") == "Friday"


def test_it_is_asked_once_while_the_question_is_open() -> None:
    due_soon(make_person("mash_officer"))
    ask_task()
    ask_task()
    assert Request.objects.count() == 1


def test_those_whose_confirmation_has_ended_already_get_three_weeks() -> None:
    due_soon(make_person("mash_officer"), -3)
    assert asked().due_at.date() == time.today() + timedelta(days=21)


def test_nobody_is_asked_about_a_closed_agency_or_people_who_left() -> None:
    closed, gone = make_person("mash_officer"), make_person("mash_officer")
    due_soon(closed)
    due_soon(gone)
    agency = closed.holdings.get().agency
    agency.closed_on = time.today()
    agency.save()
    gone.holdings.update(ended_at=time.now(), ended_by="tests")
    ask_task()
    assert not Request.objects.exists()


def test_the_unconfirmed_lose_sight_after_the_due_date() -> None:
    agency = make_agency()
    lead, officer = make_person("agency_lead", agency), make_person("mash_officer", agency)
    due_soon(officer, 9)
    request = asked()
    with time.frozen(request.due_at):
        assert role_codes(Person.objects.get(pk=officer.pk)) == {"mash_officer"}
    with time.frozen(request.due_at + timedelta(minutes=1)):
        assert role_codes(Person.objects.get(pk=officer.pk)) == frozenset()
        assert role_codes(Person.objects.get(pk=lead.pk)) == {"agency_lead"}


def test_the_confirmed_keep_it_and_those_who_left_lose_their_role() -> None:
    agency = make_agency()
    lead, stays, left = (
        make_person("agency_lead", agency),
        make_person("mash_officer", agency),
        make_person("mash_officer", agency),
    )
    due_soon(stays)
    due_soon(left)
    request = asked()
    by_person = {holding.email: holding.pk for holding in people_to_confirm(lead, request)}
    assert lead.email not in by_person
    confirm_people(by=lead, reference=request.reference, here=[by_person[stays.email]], gone=[by_person[left.email]])
    request.refresh_from_db()
    assert (request.state, request.answer) == ("answered", "1 confirmed, 1 no longer there.")
    with time.frozen(request.due_at + timedelta(days=90)):
        assert role_codes(Person.objects.get(pk=stays.pk)) == {"mash_officer"}
    assert left.holdings.get().ended_at is not None
    assert role_codes(Person.objects.get(pk=left.pk)) == frozenset()
    ask_task()
    assert Request.objects.count() == 1


def test_each_person_needs_one_answer() -> None:
    agency = make_agency()
    lead, officer = make_person("agency_lead", agency), make_person("mash_officer", agency)
    due_soon(officer)
    request = asked()
    everybody = [holding.pk for holding in people_to_confirm(lead, request)]
    stranger = make_holding(make_person(None), "mash_officer", make_agency()).pk
    for here, gone in (
        ([], []),
        (everybody, everybody[:1]),
        ([*everybody, stranger], []),
        ([*everybody, lead.holdings.get().pk], []),
    ):
        with pytest.raises(Refused, match="Select an answer for each person"):
            confirm_people(by=lead, reference=request.reference, here=here, gone=gone)
    assert officer.holdings.get().confirmed_until == time.today() + timedelta(days=10)


def test_it_is_answered_once_and_by_the_agencys_lead() -> None:
    agency = make_agency()
    lead = make_person("agency_lead", agency)
    due_soon(make_person("mash_officer", agency))
    request = asked()
    everybody = [holding.pk for holding in people_to_confirm(lead, request)]
    with pytest.raises(NotVisible):
        confirm_people(by=make_person("agency_lead"), reference=request.reference, here=everybody, gone=[])
    with pytest.raises(NotAllowed):
        confirm_people(by=make_person("mash_manager", agency), reference=request.reference, here=everybody, gone=[])
    everybody = [holding.pk for holding in people_to_confirm(lead, request)]
    confirm_people(by=lead, reference=request.reference, here=everybody, gone=[])
    with pytest.raises(Refused, match="already"):
        confirm_people(by=lead, reference=request.reference, here=everybody, gone=[])


def test_only_the_system_asks() -> None:
    with pytest.raises(NotAllowed):
        ask_for_confirmations(by=make_person("system_administrator"))
    with inside():
        assert ask_for_confirmations(by=SYSTEM) == 0


def test_two_leads_confirm_each_other_and_an_only_lead_is_left_to_the_administrator() -> None:
    agency = make_agency()
    first = make_person("agency_lead", agency)
    due_soon(first)
    ask_task()
    assert not Request.objects.exists()
    second = make_person("agency_lead", agency)
    request = asked()
    assert [holding.email for holding in people_to_confirm(second, request)] == [first.email]
    confirm_people(by=second, reference=request.reference, here=[first.holdings.get().pk], gone=[])
    assert first.holdings.get().confirmed_until == time.today() + timedelta(days=183)
