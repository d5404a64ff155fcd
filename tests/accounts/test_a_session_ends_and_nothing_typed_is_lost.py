from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import VisitorCode
from accounts.one_time_codes import digits_of
from foundation import clock
from tests.factories import let_in, make_person, make_visitor, sign_in

pytestmark = pytest.mark.django_db
ANSWERS = {"name": "Sam Newcomer", "email": "sam@agency.example", "role": "practitioner"}


def later(**time: int) -> object:
    return clock.frozen(clock.now() + timedelta(**time))


def test_an_idle_session_ends_and_says_so() -> None:
    client = sign_in(Client(), make_person("system_administrator"))
    client.get(reverse("agencies"))
    with later(seconds=settings.SESSION_IDLE_SECONDS + 1):
        response = client.get(reverse("agencies"))
        assert response.headers["Location"] == f"{reverse('account_login')}?ended=idle&next=%2Fagencies%2F"
        page = client.get(response.headers["Location"]).content.decode()
        assert "You were signed out after 30 minutes without activity." in page
        assert client.get(reverse("account")).status_code == 302


def test_a_session_in_use_goes_on_until_its_absolute_limit() -> None:
    client = sign_in(Client(), make_person("system_administrator"))
    for minute in range(0, settings.SESSION_ABSOLUTE_SECONDS // 60 + 1, 20):
        with later(minutes=minute):
            assert client.get(reverse("agencies")).status_code == 200
    with later(seconds=settings.SESSION_ABSOLUTE_SECONDS + 1):
        assert "ended=long" in client.get(reverse("agencies")).headers["Location"]


def test_staying_signed_in_is_a_request_like_any_other() -> None:
    client = sign_in(Client(), make_person("system_administrator"))
    for minutes in (0, 25, 50):
        with later(minutes=minutes):
            assert client.post(reverse("stay_signed_in")).status_code == 204


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in() -> None:
    client = sign_in(Client(), make_person("system_administrator"))
    client.get(reverse("agencies"))
    with later(hours=1):
        response = client.get(
            reverse("agencies"), headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/agencies/?find=a"}
        )
        assert response.headers["HX-Redirect"].endswith("next=%2Fagencies%2F%3Ffind%3Da")


def expired_post(client: Client, path: str) -> str:
    client.get(reverse("account"))
    with later(hours=1):
        response = client.post(path, {**ANSWERS, "password": "never kept 123", "csrfmiddlewaretoken": "x"})
        assert response.headers["Location"].endswith(f"next={reverse('resume_form').replace('/', '%2F')}")
        assert "What you typed in a form was kept" in client.get(response.headers["Location"]).content.decode()
        return client.session.session_key or ""


def test_what_was_typed_is_offered_again_after_signing_in() -> None:
    lead = make_person("agency_lead")
    client = sign_in(Client(), lead)
    path = reverse("invite", args=[lead.holdings.get().agency.code])
    expired_post(client, path)
    with later(hours=1):
        client.force_login(lead)
        sign_in(client, lead)
        page = client.get(reverse("resume_form")).content.decode()
        assert f'action="{path}"' in page
        assert "Sam Newcomer" in page
        assert "never kept" not in page
        assert "Sam Newcomer" in client.get(reverse("resume_form")).content.decode(), "reloading the page loses nothing"
        client.post(path, ANSWERS)
        assert client.get(reverse("resume_form")).status_code == 302, "once sent, nothing is kept"


def test_nobody_else_who_signs_in_there_sees_what_was_typed() -> None:
    lead, other = make_person("agency_lead"), make_person("agency_lead")
    client = sign_in(Client(), lead)
    expired_post(client, reverse("invite", args=[lead.holdings.get().agency.code]))
    with later(hours=1):
        sign_in(client, other)
        assert client.get(reverse("resume_form")).status_code == 302


def test_signing_out_everywhere_ends_every_session() -> None:
    person = make_person("business_team")
    here, elsewhere = sign_in(Client(), person), sign_in(Client(), person)
    assert "every device" in here.get(reverse("sign_out_everywhere")).content.decode()
    assert elsewhere.get(reverse("account")).status_code == 200
    here.post(reverse("sign_out_everywhere"))
    for client in (here, elsewhere):
        assert client.get(reverse("account")).status_code == 302


def test_the_session_gets_a_new_key_when_somebody_signs_in() -> None:
    client = Client()
    client.get(reverse("account_login"))
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    sign_in(client, make_person())
    assert client.session.session_key != before


LOST = "You are not signed in any more"
OWN = {"Sec-Fetch-Site": "same-origin", "Referer": "http://testserver/agencies/new/"}


def test_whoever_sends_a_form_without_a_session_gets_their_words_back() -> None:
    response = Client().post(reverse("add_agency"), {"name": "A long new name", "password": "never shown 123"}, headers=OWN)
    page = response.content.decode()
    assert response.status_code == 403
    assert LOST in page
    assert "A long new name" in page
    assert "never shown" not in page
    assert "next=%2Fagencies%2Fnew%2F" in page


def test_a_form_without_the_cookies_promises_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post(reverse("add_agency"), {"name": "A long new name"}, headers=OWN).content.decode()
    assert LOST in page
    assert "A long new name" in page
    assert "Nothing has been lost" not in page


def test_words_from_another_site_are_not_shown() -> None:
    client = Client(enforce_csrf_checks=True)
    strange = {"Sec-Fetch-Site": "cross-site", "Origin": "https://elsewhere.example", "Referer": "https://elsewhere.example/x"}
    page = client.post(reverse("add_agency"), {"name": "A long new name"}, headers=strange).content.decode()
    assert "A long new name" not in page
    assert "elsewhere" not in page


def test_a_button_pressed_without_a_session_leads_back_to_its_page_and_says_why() -> None:
    response = Client().post(reverse("add_agency"), headers=OWN)
    assert response.headers["Location"] == f"{reverse('account_login')}?ended=lost&next=%2Fagencies%2Fnew%2F"
    assert "You were not signed in any more".lower() in Client().get(response.headers["Location"]).content.decode().lower()


def ended_visit(client: Client, path: str) -> None:
    """A visitor of the client sends a form an hour after their visit has ended."""
    with later(hours=1):
        response = client.post(path, {"worries": "She is hungry", "code": "123456", "csrfmiddlewaretoken": "x"})
        assert response.headers["Location"] == f"{reverse('visit')}?ended=kept&next={reverse('resume_form').replace('/', '%2F')}"
        page = client.get(response.headers["Location"]).content.decode()
        assert "What you typed was kept" in page
        assert "hungry" not in page


def test_what_a_visitor_was_typing_is_offered_again_once_they_prove_the_same_address() -> None:
    visitor, client = make_visitor(), Client()
    path = reverse("referrals:section", args=["NM-F-2222-2222", "concern"])
    ended_visit(let_in(client, visitor), path)
    assert "hungry" not in str(dict(client.session)), "the session holds it encrypted"
    with later(hours=1):
        prove(client, visitor.email)
        page = client.get(reverse("resume_form")).content.decode()
        assert f'action="{path}"' in page
        assert "She is hungry" in page
        assert "123456" not in page
        client.post(path, {"worries": "She is hungry"})
        assert client.get(reverse("resume_form")).status_code == 302, "once sent, nothing is kept"


def test_nobody_else_who_proves_an_address_or_signs_in_there_sees_what_a_visitor_typed() -> None:
    path = reverse("referrals:section", args=["NM-F-2222-2222", "concern"])
    visitor = make_visitor()
    other = make_visitor(visitor.agency)
    client = let_in(Client(), visitor)
    ended_visit(client, path)
    with later(hours=1):
        prove(client, other.email)
        assert client.get(reverse("resume_form")).status_code == 302
        assert "kept_form" not in client.session
    client = let_in(Client(), visitor)
    ended_visit(client, path)
    with later(hours=1):
        sign_in(client, make_person("practitioner", visitor.agency))
        assert client.get(reverse("resume_form")).status_code == 302


def test_a_page_that_a_visitor_only_opens_keeps_nothing_and_saving_by_itself_ends_nothing() -> None:
    client = let_in(Client(), make_visitor())
    with later(hours=1):
        assert "ended=1" in client.get(reverse("referrals:my_referrals")).headers["Location"]
        path = reverse("referrals:autosave", args=["NM-F-2222-2222", "concern"])
        assert client.post(path, {"worries": "She is"}, headers={"X-Autosave": "true"}).status_code == 302
        assert "visit" in client.session
        assert "kept_form" not in client.session


def prove(client: Client, email: str) -> None:
    """Ask for a code and enter it, as a visitor does."""
    client.post(reverse("visit"), {"email": email, "next": reverse("resume_form")})
    code = VisitorCode.objects.latest("pk")
    answer = client.post(reverse("visit_code"), {"code": digits_of(code.reference, code.sent_at.isoformat())})
    assert answer.headers["Location"] == reverse("resume_form")
