import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from tests.factories import PASSWORD, TOTP_SECRET, give_second_factor, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def code_now(secret: str = TOTP_SECRET) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def give_password(client: Client, person: Person, password: str = PASSWORD) -> HttpResponse:
    return client.post(reverse("account_login"), {"login": person.email, "password": password})


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_password_and_code_sign_in() -> None:
    person, client = make_person(), Client()
    give_second_factor(person)
    assert give_password(client, person).headers["Location"] == reverse("mfa_authenticate")
    assert not signed_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert signed_in(client)
    assert client.get(reverse("account")).status_code == 200


def test_the_email_address_may_be_typed_in_capitals() -> None:
    person, client = make_person("business_team"), Client()
    client.post(reverse("account_login"), {"login": person.email.upper(), "password": PASSWORD})
    assert signed_in(client)


def test_a_code_works_once() -> None:
    person = make_person()
    give_second_factor(person)
    code = code_now()
    for expected in (True, False):
        client = Client()
        give_password(client, person)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert signed_in(client) is expected


def test_a_recovery_code_signs_in_once() -> None:
    person = make_person()
    give_second_factor(person)
    code = RecoveryCodes.activate(person).get_unused_codes()[0]
    for expected in (True, False):
        client = Client()
        give_password(client, person)
        client.post(reverse("mfa_authenticate"), {"code": code})
        assert signed_in(client) is expected


def test_a_wrong_password_says_neither_which_was_wrong_nor_whether_there_is_an_account() -> None:
    person = make_person()
    answers = []
    for email in (person.email, "nobody@agency.example"):
        response = Client().post(reverse("account_login"), {"login": email, "password": "wrong password 1"})
        assert "One of them is wrong" in response.content.decode()
        answers.append(response.content.decode().replace(email, "…").split("<main")[1].split("csrfmiddlewaretoken")[0])
    assert answers[0] == answers[1]


def test_five_wrong_passwords_lock_the_account_for_a_while_in_plain_words() -> None:
    person = make_person("business_team")
    for _ in range(5):
        give_password(Client(), person, "wrong password 1")
    client = Client()
    answer = give_password(client, person).content.decode()
    assert "There were too many tries with a wrong password or code. Wait 5 minutes, then try again" in answer
    assert not signed_in(client)


def test_wrong_codes_are_limited_too() -> None:
    person, client = make_person(), Client()
    give_second_factor(person)
    give_password(client, person)
    for _ in range(6):
        answer = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "too many tries" in answer


def test_an_ended_account_does_not_sign_in() -> None:
    person, client = make_person("business_team"), Client()
    Person.objects.filter(pk=person.pk).update(is_active=False)
    give_password(client, person)
    assert not signed_in(client)


@pytest.mark.parametrize("role", ["practitioner", "agency_lead", "mash_officer", "governance_lead"])
def test_whoever_sees_cases_sets_up_a_second_factor_before_anything_else(role: str) -> None:
    client = sign_in(Client(), make_person(role), second_factor=False)
    for page in ("people", "agencies", "access_log"):
        assert client.get(reverse(page)).headers["Location"] == reverse("second_factor")
    assert client.get(reverse("second_factor")).status_code == 200
    assert client.get(reverse("account")).status_code == 200


def test_whoever_sees_no_case_and_lets_nobody_in_needs_no_second_factor() -> None:
    client = sign_in(Client(), make_person("business_team"), second_factor=False)
    assert client.get(reverse("board:actions")).status_code == 200


def test_a_role_that_is_not_in_order_still_needs_a_second_factor() -> None:
    lead = make_person("agency_lead")
    lead.holdings.update(confirmed_until="2026-01-01")
    client = sign_in(Client(), lead, second_factor=False)
    assert client.get(reverse("people")).headers["Location"] == reverse("second_factor")


def test_a_session_from_before_the_second_factor_must_give_it() -> None:
    lead = make_person("agency_lead")
    client = sign_in(Client(), lead, second_factor=False)
    give_second_factor(lead)
    assert client.get(reverse("people")).headers["Location"].startswith(reverse("mfa_reauthenticate"))


def test_setting_up_an_app_opens_the_portal_and_shows_recovery_codes(django_capture_on_commit_callbacks: object) -> None:
    lead = make_person("agency_lead")
    client = sign_in(Client(), lead, second_factor=False)
    page = client.get(reverse("mfa_activate_totp"))
    secret = page.context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        response = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})
    assert response.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert len(client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]) == 10


def test_changing_the_second_factor_asks_again_who_it_is_when_signing_in_was_long_ago() -> None:
    client = sign_in(Client(), make_person("agency_lead"))
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 301
    session.save()
    for page in ("mfa_deactivate_totp", "mfa_add_webauthn", "mfa_generate_recovery_codes"):
        assert client.get(reverse(page)).headers["Location"].startswith(reverse("account_reauthenticate"))


def test_secrets_of_second_factors_are_not_readable_in_the_database() -> None:
    person = make_person()
    give_second_factor(person)
    RecoveryCodes.activate(person)
    for factor in Authenticator.objects.filter(user=person):
        assert TOTP_SECRET not in str(factor.data)
        assert str(factor.data.get("seed", "gAAAA")).startswith("gAAAA")


def test_the_last_second_factor_stays_while_a_role_needs_it() -> None:
    lead = make_person("agency_lead")
    client = sign_in(Client(), lead)
    answer = client.post(reverse("mfa_deactivate_totp")).content.decode()
    assert "this is your only one" in answer
    assert Authenticator.objects.filter(user=lead, type=Authenticator.Type.TOTP).exists()


def test_the_last_passkey_stays_while_a_role_needs_it_and_nobody_removes_another_s() -> None:
    lead, other = make_person("agency_lead"), make_person("agency_lead")
    client = sign_in(Client(), lead)
    Authenticator.objects.filter(user=lead).delete()
    keys = [
        Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={"name": "Key", "credential": {}})
        for person in (lead, other)
    ]
    assert client.post(reverse("mfa_remove_webauthn", args=[keys[0].pk])).status_code == 422
    assert client.post(reverse("mfa_remove_webauthn", args=[keys[1].pk])).status_code == 404
    assert Authenticator.objects.filter(pk__in=[key.pk for key in keys]).count() == 2


def test_nobody_signs_up() -> None:
    answer = Client().get(reverse("account_signup"))
    assert "Accounts are given by invitation" in answer.content.decode()
    Client().post(reverse("account_signup"), {"email": "a@b.example", "password1": PASSWORD, "password2": PASSWORD})
    assert not Person.objects.filter(email="a@b.example").exists()


def test_after_signing_in_nobody_is_led_to_another_site() -> None:
    person, client = make_person("business_team"), Client()
    address = f"{reverse('account_login')}?next=https://elsewhere.example/"
    response = client.post(address, {"login": person.email, "password": PASSWORD, "next": "https://elsewhere.example/"})
    assert response.headers["Location"] == "/"
