"""Ways round the front door that were open once: each test failed before its door was shut."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.access_table import role_codes
from accounts.models import Person
from accounts.services.people import give_role, reset_second_factor
from accounts.services.sessions import remove_ended_sessions
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotVisible, Refused
from tests.factories import make_agency, make_holding, make_person, make_team, sign_in

pytestmark = pytest.mark.django_db
TYPED = {"name": "Typed by somebody", "email": "typed@agency.example", "role": "practitioner"}


@pytest.mark.parametrize("role", ["agency_lead", "system_administrator"])
def test_nobody_gives_themselves_a_role(role: str) -> None:
    person = make_person(role)
    with pytest.raises(Refused, match="yourself"):
        give_role(by=person, person=person, agency=person.holdings.get().agency, role="practitioner")


def test_a_lead_gives_no_role_to_somebody_they_may_not_see() -> None:
    lead, stranger = make_person("agency_lead"), make_person("practitioner")
    with pytest.raises(NotVisible):
        give_role(by=lead, person=stranger, agency=lead.holdings.get().agency, role="practitioner")


def test_a_lead_resets_no_second_factor_of_somebody_who_has_left_or_works_elsewhere_too() -> None:
    lead = make_person("agency_lead")
    home = lead.holdings.get().agency
    left = make_person("practitioner", home)
    left.holdings.update(ended_at=clock.now(), ended_by="test")
    make_holding(left, "practitioner", make_agency())
    with pytest.raises(NotVisible):
        reset_second_factor(by=lead, person=left)
    shared = make_person("practitioner", home)
    make_holding(shared, "mash_officer", make_agency())
    with pytest.raises(Refused, match="another agency"):
        reset_second_factor(by=lead, person=shared)
    reset_second_factor(by=make_person("system_administrator"), person=shared)


def test_whoever_lets_others_in_needs_a_second_factor() -> None:
    client = sign_in(Client(), make_person("system_administrator"), second_factor=False)
    assert client.get(reverse("agencies")).headers["Location"] == reverse("second_factor")


def test_a_role_in_an_agency_or_team_that_has_closed_counts_no_longer() -> None:
    team = make_team()
    officer, lead = make_person("mash_officer", team=team), make_person("agency_lead", team.agency)
    team.closed_on = clock.today()
    team.save()
    assert role_codes(Person.objects.get(pk=officer.pk)) == frozenset()
    assert role_codes(Person.objects.get(pk=lead.pk)) == {"agency_lead"}
    team.agency.closed_on = clock.today()
    team.agency.save()
    assert role_codes(Person.objects.get(pk=lead.pk)) == frozenset()


def expired_form(lead: Person) -> Client:
    """A device on which the lead's session ended while they sent a form."""
    client = sign_in(Client(), lead)
    client.get(reverse("account"))
    with clock.frozen(clock.now() + timedelta(hours=1)):
        client.post(reverse("invite", args=[lead.holdings.get().agency.code]), TYPED)
    return client


def test_what_was_typed_lies_encrypted_in_the_session() -> None:
    client = expired_form(make_person("agency_lead"))
    assert client.session["kept_form"]
    assert "Typed by somebody" not in str(dict(client.session.items()))


def test_what_was_typed_is_shown_behind_the_second_factor_only() -> None:
    lead = make_person("agency_lead")
    client = expired_form(lead)
    sign_in(client, lead, second_factor=False)
    assert client.get(reverse("resume_form")).status_code == 302
    assert "kept_form" in client.session


def test_what_was_typed_is_gone_once_another_has_signed_in() -> None:
    client = expired_form(make_person("agency_lead"))
    sign_in(client, make_person("agency_lead"))
    assert "kept_form" not in client.session


@pytest.mark.real_time
def test_ended_sessions_are_deleted() -> None:
    client = expired_form(make_person("agency_lead"))
    other = sign_in(Client(), make_person("agency_lead"))
    Session.objects.filter(pk=client.session.session_key).update(expire_date=clock.now() - timedelta(seconds=1))
    remove_ended_sessions(by=SystemActor("test"))
    assert list(Session.objects.values_list("pk", flat=True)) == [other.session.session_key]


def test_what_the_portal_says_after_an_act_is_no_cookie() -> None:
    lead = make_person("agency_lead")
    client = sign_in(Client(), lead)
    code = lead.holdings.get().agency.code
    address = f"new@{lead.holdings.get().agency.domains[0]}"
    response = client.post(reverse("invite", args=[code]), {**TYPED, "email": address})
    assert response.status_code == 302
    assert "messages" not in response.cookies
    assert address in client.get(response.headers["Location"]).content.decode()


def test_a_reference_longer_than_any_is_not_there() -> None:
    client = sign_in(Client(), make_person("governance_lead"))
    assert client.get(reverse("access_log_of_record", args=["N" * 41])).status_code == 404


def test_a_page_that_asks_by_itself_keeps_no_session_alive() -> None:
    client = sign_in(Client(), make_person("scrutineer"))
    began = clock.now()
    client.get(reverse("reporting:years"))
    for minutes in range(10, 40, 10):
        with clock.frozen(began + timedelta(minutes=minutes)):
            client.get(reverse("reporting:progress", args=["NM-Y-22222-22222"]))
    with clock.frozen(began + timedelta(minutes=31)):
        assert "ended=idle" in client.get(reverse("reporting:years")).headers["Location"]


def test_a_page_that_asks_by_itself_is_never_sent_away_with_a_form_half_filled() -> None:
    client = sign_in(Client(), make_person("scrutineer"))
    client.get(reverse("reporting:years"))
    asks = {"path": reverse("reporting:progress", args=["NM-Y-22222-22222"]), "headers": {"HX-Request": "true"}}
    began = clock.now()
    with clock.frozen(began + timedelta(minutes=31)):
        idle = client.get(**asks)
        assert (idle.status_code, idle.headers["HX-Reswap"], idle.content) == (286, "none", b"")
        assert "ended=idle" in client.get(reverse("reporting:years")).headers["Location"]
        signed_out = client.get(**asks)
        assert (signed_out.status_code, signed_out.content) == (286, b"")
        assert "/sign-in" in client.get(asks["path"]).headers["Location"]


def test_a_form_from_another_site_is_not_kept_and_takes_no_kept_form_away() -> None:
    lead = make_person("agency_lead")
    path = reverse("invite", args=[lead.holdings.get().agency.code])
    strange = Client(enforce_csrf_checks=True)
    sign_in(strange, lead)
    strange.get(reverse("account"))
    with clock.frozen(clock.now() + timedelta(hours=1)):
        answer = strange.post(path, TYPED)
        assert "ended=idle" in answer.headers["Location"]
        assert reverse("resume_form") not in answer.headers["Location"]
        assert "kept_form" not in strange.session
        assert strange.get(reverse("account")).status_code == 302
    client = expired_form(lead)
    again = Client(enforce_csrf_checks=True)
    again.cookies = client.cookies
    with clock.frozen(clock.now() + timedelta(hours=1)):
        sign_in(again, lead)
        assert again.post(path, TYPED).status_code == 403
    assert "kept_form" in again.session


def test_a_form_with_its_token_is_kept() -> None:
    lead = make_person("agency_lead")
    path = reverse("invite", args=[lead.holdings.get().agency.code])
    client = Client(enforce_csrf_checks=True)
    sign_in(client, lead)
    client.get(path)
    token = client.cookies["csrftoken"].value
    with clock.frozen(clock.now() + timedelta(hours=1)):
        client.post(path, {**TYPED, "csrfmiddlewaretoken": token})
    assert "kept_form" in client.session
