import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.factories import PASSWORD, make_person, sign_in

pytestmark = pytest.mark.django_db
NEW = "violet tractor winter spoon"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


def ask(email: str) -> str:
    """Ask for a link and give the path in the mail; empty when none was sent."""
    Client().post(reverse("account_reset_password"), {"email": email})
    deliver_now()
    found = [line for message in mail.outbox for line in message.body.splitlines() if "/password/new/" in line]
    return "/" + found[0].split("/", 3)[3] if found else ""


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once() -> None:
    person = make_person("business_team")
    path, client = ask(person.email), Client()
    form_path = client.get(path).headers["Location"]
    assert client.post(form_path, {"password1": NEW}).status_code == 302
    person.refresh_from_db()
    assert person.check_password(NEW)
    assert "This link does not work" in Client().get(path, follow=True).content.decode()


def test_the_link_stands_in_no_table() -> None:
    person = make_person("business_team")
    Client().post(reverse("account_reset_password"), {"email": person.email})
    payload = OutboxMessage.objects.get(kind="accounts.password_reset").payload
    assert payload == {"person": person.reference}


def test_an_unknown_address_gets_the_same_page_and_no_mail() -> None:
    assert ask("nobody@agency.example") == ""
    known = Client().post(reverse("account_reset_password"), {"email": make_person().email})
    unknown = Client().post(reverse("account_reset_password"), {"email": "nobody2@agency.example"})
    assert known.headers["Location"] == unknown.headers["Location"]


def test_a_new_password_ends_the_other_sessions() -> None:
    person = make_person("business_team")
    here, elsewhere = sign_in(Client(), person), sign_in(Client(), person)
    here.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": NEW})
    assert here.get(reverse("account")).status_code == 200
    assert elsewhere.get(reverse("account")).status_code == 302


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Enter a new password"),
        ("short one", "Enter a password of at least 12 characters"),
        ("123456789012345", "Enter a password"),
        ("megaparol12345", "Enter a password that others are less likely to use"),
        ("Alexis Sample-Name", "less like your name"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(password: str, sentence: str) -> None:
    person = make_person("business_team", name="Alexis Sample-Name")
    client = sign_in(Client(), person)
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": password})
    assert sentence in answer.content.decode()
    assert Person.objects.get(pk=person.pk).check_password(PASSWORD)


def test_the_current_password_is_asked_for() -> None:
    client = sign_in(Client(), make_person("business_team"))
    answer = client.post(reverse("account_change_password"), {"oldpassword": "another one here", "password1": NEW})
    assert "Enter your current password" in answer.content.decode()


def test_confirming_with_the_password_works_without_allauth_s_own_table_of_addresses() -> None:
    person = make_person("business_team")
    client = sign_in(Client(), person)
    address = f"{reverse('account_reauthenticate')}?next={reverse('account')}"
    assert "This one is wrong" in client.post(address, {"password": "another one here"}).content.decode()
    assert client.post(address, {"password": PASSWORD}).headers["Location"] == reverse("account")
