from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from accounts.access_table import role_codes
from accounts.models import Agency, Person
from accounts.services.people import (
    confirm_holding,
    end_role,
    end_role_on,
    give_role,
    leave_unconfirmed,
    reset_second_factor,
)
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.models import DomainEvent
from tests.factories import give_second_factor, make_agency, make_holding, make_person, make_team, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency() -> Agency:
    return make_agency()


@pytest.fixture
def lead(agency: Agency) -> Person:
    return make_person("agency_lead", agency)


def fresh(person: Person) -> Person:
    return Person.objects.get(pk=person.pk)


def test_ending_a_role_takes_it_away_in_the_same_moment(lead: Person, agency: Agency) -> None:
    officer = make_person("practitioner", agency)
    client = sign_in(Client(), officer)
    end_role(by=lead, holding_id=officer.holdings.get().pk, reason="Has left")
    assert role_codes(fresh(officer)) == frozenset()
    assert "You hold no role at present" in client.get(reverse("account")).content.decode()
    event = DomainEvent.objects.get(verb="accounts.role_ended")
    assert (event.reason, event.subject_reference) == ("Has left", officer.reference)


def test_a_role_can_end_on_a_later_day(lead: Person, agency: Agency) -> None:
    officer = make_person("practitioner", agency)
    end_role_on(by=lead, holding_id=officer.holdings.get().pk, last_day=clock.today() + timedelta(days=2))
    for days, held in ((2, True), (3, False)):
        with clock.frozen(clock.now() + timedelta(days=days)):
            assert bool(role_codes(fresh(officer))) is held
    with pytest.raises(Refused, match="today or in the future"):
        end_role_on(by=lead, holding_id=officer.holdings.get().pk, last_day=clock.today() - timedelta(days=1))


def test_an_ended_role_is_not_ended_confirmed_or_prolonged_again(lead: Person, agency: Agency) -> None:
    holding = make_person("practitioner", agency).holdings.get().pk
    end_role(by=lead, holding_id=holding)
    for service, more in ((end_role, {}), (confirm_holding, {}), (end_role_on, {"last_day": clock.today()})):
        with pytest.raises(Refused, match="has ended"):
            service(by=lead, holding_id=holding, **more)


def test_a_lead_does_not_end_their_own_lead(lead: Person) -> None:
    with pytest.raises(Refused, match="You cannot end your own role"):
        end_role(by=lead, holding_id=lead.holdings.get().pk)


@pytest.mark.parametrize("service", [end_role, confirm_holding, leave_unconfirmed])
def test_another_agency_s_person_is_as_if_not_there(lead: Person, service: object) -> None:
    elsewhere = make_person("practitioner").holdings.get().pk
    for holding in (elsewhere, 0):
        with pytest.raises(NotVisible):
            service(by=lead, holding_id=holding)  # type: ignore[operator]


def test_another_agency_s_page_looks_exactly_like_one_that_is_not_there(lead: Person) -> None:
    client = sign_in(Client(), lead)
    theirs = client.get(reverse("person", args=[make_person("practitioner").reference]))
    nobody = client.get(reverse("person", args=["NM-P-2222-2222"]))
    assert theirs.status_code == nobody.status_code == 404
    assert theirs.content.decode().split("<main")[1] == nobody.content.decode().split("<main")[1]


def test_a_shared_person_shows_a_lead_only_the_roles_of_their_agency(lead: Person, agency: Agency) -> None:
    elsewhere = make_agency(name="Elsewhere Trust")
    shared = make_person("practitioner", agency)
    make_holding(shared, "practitioner", elsewhere)
    page = sign_in(Client(), lead).get(reverse("person", args=[shared.reference])).content.decode()
    assert agency.name in page
    assert "Elsewhere Trust" not in page


def test_a_lead_whose_own_role_lapsed_manages_nobody(lead: Person, agency: Agency) -> None:
    lead.holdings.update(confirmed_until=clock.today() - timedelta(days=1))
    page = sign_in(Client(), lead).get(reverse("people_of_agency", args=[agency.code]))
    assert page.status_code == 403


def test_a_further_role_is_given_once(lead: Person, agency: Agency) -> None:
    person, team = make_person("practitioner", agency), make_team(agency)
    give_role(by=lead, person=person, agency=agency, role="social_worker", team=team)
    assert role_codes(fresh(person)) == {"practitioner", "social_worker"}
    with pytest.raises(Refused, match="holds this role already"):
        give_role(by=lead, person=person, agency=agency, role="social_worker", team=team)


def test_a_seat_is_given_by_the_system_administrator_to_an_executive(lead: Person, agency: Agency) -> None:
    administrator, person = make_person("system_administrator"), make_person("practitioner", agency)
    with pytest.raises(Refused, match="seat"):
        give_role(by=lead, person=person, agency=agency, role="practitioner", seat="council")
    give_role(by=administrator, person=person, agency=agency, role="executive", seat="council")
    assert person.holdings.get(role="executive").seat == "council"


def test_confirming_holds_for_half_a_year(lead: Person, agency: Agency) -> None:
    officer = make_person(None, agency)
    soon = make_holding(officer, "practitioner", agency, confirmed_until=clock.today() + timedelta(days=10))
    confirm_holding(by=lead, holding_id=soon.pk)
    soon.refresh_from_db()
    assert soon.confirmed_until == clock.today() + timedelta(days=183)


def test_the_unconfirmed_lose_sight_and_can_be_confirmed_later(lead: Person, agency: Agency) -> None:
    officer = make_person("social_worker", agency)
    holding = officer.holdings.get().pk
    leave_unconfirmed(by=lead, holding_id=holding)
    assert role_codes(fresh(officer)) == frozenset()
    confirm_holding(by=lead, holding_id=holding)
    assert role_codes(fresh(officer)) == {"social_worker"}


def test_without_an_agreement_a_practitioner_refers_and_nobody_else_sees_cases() -> None:
    agency = make_agency(with_agreement=False)
    assert role_codes(make_person("practitioner", agency)) == {"practitioner"}
    for role in ("agency_lead", "mash_officer", "social_worker"):
        assert role_codes(make_person(role, agency)) == frozenset()


def test_a_lost_second_factor_is_reset_and_every_session_ends(lead: Person, agency: Agency) -> None:
    officer = make_person("practitioner", agency)
    client = sign_in(Client(), officer)
    give_second_factor(officer)
    reset_second_factor(by=lead, person=officer)
    assert not Authenticator.objects.filter(user=officer).exists()
    assert client.get(reverse("account")).status_code == 302
    with pytest.raises(Refused, match="your own second factor"):
        reset_second_factor(by=lead, person=lead)
    with pytest.raises(NotVisible):
        reset_second_factor(by=lead, person=make_person("practitioner"))


def test_a_lead_does_all_this_by_the_pages(lead: Person, agency: Agency) -> None:
    officer = make_person("practitioner", agency, name="Zara Example")
    give_second_factor(officer)
    client = sign_in(Client(), lead)
    assert client.get(reverse("people")).headers["Location"] == reverse("people_of_agency", args=[agency.code])
    assert "Zara Example" in client.get(reverse("people_of_agency", args=[agency.code])).content.decode()
    make_team(agency, code="duty")
    client.post(reverse("give_role", args=[officer.reference, agency.code]), {"role": "social_worker", "team": "duty"})
    assert officer.holdings.filter(role="social_worker").exists()
    client.post(reverse("reset_second_factor", args=[officer.reference]))
    assert not Authenticator.objects.filter(user=officer).exists()
    holding = officer.holdings.get(role="practitioner")
    page = client.post(reverse("end_role", args=[holding.pk]), {})
    assert "Select when the role ends" in page.content.decode()
    client.post(reverse("end_role", args=[holding.pk]), {"when": "now", "reason": "Has left"})
    holding.refresh_from_db()
    assert holding.ended_by == lead.reference
    assert "Roles that have ended" in client.get(reverse("person", args=[officer.reference])).content.decode()


def test_a_long_list_of_people_goes_on_by_name(lead: Person, agency: Agency) -> None:
    for number in range(55):
        make_person("practitioner", agency, name=f"Person {number:02}")
    client = sign_in(Client(), lead)
    first = client.get(reverse("people_of_agency", args=[agency.code])).context
    second = client.get(reverse("people_of_agency", args=[agency.code]) + first["next_url"]).context
    names = [row.person_name for row in [*first["rows"], *second["rows"]]]
    assert len(names) == 56
    assert names == sorted(names, key=str.lower)
    assert second["next_url"] == ""


def test_the_list_of_people_takes_few_queries(lead: Person, agency: Agency, django_assert_max_num_queries: object) -> None:
    for _ in range(10):
        make_person("practitioner", agency)
    client = sign_in(Client(), lead)
    client.get(reverse("people_of_agency", args=[agency.code]))
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        client.get(reverse("people_of_agency", args=[agency.code]))


def test_nobody_confirms_a_role_of_their_own(lead: Person, agency: Agency) -> None:
    own = make_holding(lead, "practitioner", agency)
    administrator = make_person("system_administrator", agency)
    for person, holding in (
        (lead, lead.holdings.get(role="agency_lead")),
        (lead, own),
        (administrator, administrator.holdings.get()),
    ):
        before = holding.confirmed_until
        with pytest.raises(Refused, match="cannot confirm your own role"):
            confirm_holding(by=person, holding_id=holding.pk)
        holding.refresh_from_db()
        assert holding.confirmed_until == before
    confirm_holding(by=administrator, holding_id=own.pk)
    confirm_holding(by=make_person("agency_lead", agency), holding_id=lead.holdings.get(role="agency_lead").pk)


def test_the_administrator_is_shown_the_only_leads_whose_confirmation_ends_and_confirms_them(
    lead: Person, agency: Agency
) -> None:
    client = sign_in(Client(), make_person("system_administrator"))
    assert "Leads to confirm" not in client.get(reverse("agencies")).content.decode()
    lead.holdings.update(confirmed_until=clock.today() + timedelta(days=28))
    assert reverse("person", args=[lead.reference]) in client.get(reverse("agencies")).content.decode()
    holding = lead.holdings.get().pk
    assert reverse("confirm_role", args=[holding]) in client.get(reverse("person", args=[lead.reference])).content.decode()
    page = client.post(reverse("confirm_role", args=[holding]), follow=True).content.decode()
    assert "confirmed in this role for half a year" in page
    assert lead.holdings.get().confirmed_until == clock.today() + timedelta(days=183)
    lead.holdings.update(confirmed_until=clock.today() + timedelta(days=28))
    make_person("agency_lead", agency)
    assert "Leads to confirm" not in client.get(reverse("agencies")).content.decode()
