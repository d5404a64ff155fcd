"""A one-time code to an address at work: for those whose organisation we know, once, for a quarter of an hour, five tries."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client

from accounts.access import AGENCY_LEAD
from accounts.models import Agency, Visitor, VisitorCode
from accounts.one_time_codes import digits_of
from accounts.services.visitors import remove_old_codes
from foundation import clock
from foundation.actors import SystemActor
from foundation.mail import compose
from foundation.models import DomainEvent, OutboxMessage
from tests.factories import let_in, make_agency, make_person, make_visitor, sign_in

pytestmark = pytest.mark.django_db
ASK, CODE = "/without-account/", "/without-account/code/"


@pytest.fixture(autouse=True)
def fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def school() -> Agency:
    return make_agency("school", domains=["oakfield.example"], name="Oakfield School")


def ask(client: Client, email: str = "nell@oakfield.example", **more: str) -> int:
    return client.post(ASK, {"email": email, **more}).status_code


def newest_digits() -> str:
    code = VisitorCode.objects.latest("pk")
    return digits_of(code.reference, code.sent_at.isoformat())


def try_code(client: Client, digits: str) -> str:
    return client.post(CODE, {"code": digits}, follow=True).content.decode()


def test_the_right_code_lets_them_in(school: Agency, client: Client) -> None:
    assert ask(client, "Nell@Oakfield.example") == 302
    assert client.post(CODE, {"code": newest_digits()}).headers["Location"] == "/my-referrals/"
    visitor = Visitor.objects.get()
    assert (visitor.email, visitor.agency) == ("nell@oakfield.example", school)
    page = client.get("/my-referrals/").content.decode()
    assert "nell@oakfield.example" in page
    assert "Refer a child" in page
    assert DomainEvent.objects.filter(verb="accounts.visitor_proved", actor_reference=visitor.reference).exists()


def test_parts_of_a_domain_count_and_other_domains_that_end_alike_do_not(school: Agency, client: Client) -> None:
    assert ask(client, "nell@sixth-form.oakfield.example") == 302
    assert ask(client, "nell@notoakfield.example") == 422


def test_the_table_holds_no_digits_and_the_mail_does(school: Agency, client: Client) -> None:
    ask(client)
    code, digits = VisitorCode.objects.get(), newest_digits()
    assert digits not in str(code.__dict__)
    promised = OutboxMessage.objects.get(kind="accounts.visitor_code")
    assert digits not in str(promised.payload)
    sent = compose("k", {"to": code.email, "template": "accounts/visitor_code", "word.digits": digits, "word.minutes": "15"})
    assert digits in str(sent.body)


@pytest.mark.parametrize("email", ["nell@gmail.com", "nell@hotmail.co.uk"])
def test_a_personal_address_is_refused_with_the_way_forward(school: Agency, client: Client, email: str) -> None:
    Agency.objects.update(domains=["oakfield.example", "gmail.com"])  # even where somebody has entered it for an agency
    page = client.post(ASK, {"email": email})
    assert page.status_code == 422
    assert "Enter your work email address" in page.content.decode()
    assert "ring the MASH" in page.content.decode()
    assert not VisitorCode.objects.exists()


@pytest.mark.parametrize("email", ["", "nell", "nell@nowhere.example", "nell@example", "a" * 10_000 + "@oakfield.example"])
def test_rubbish_and_unknown_organisations_get_a_clear_answer(school: Agency, client: Client, email: str) -> None:
    page = client.post(ASK, {"email": email})
    assert page.status_code == 422
    assert "There is a problem" in page.content.decode()


def test_a_closed_organisation_is_unknown(school: Agency, client: Client) -> None:
    Agency.objects.update(closed_on=clock.today())
    assert ask(client) == 422


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(school: Agency) -> None:
    make_visitor(school, "known@oakfield.example")
    make_person("practitioner", school, email="account@oakfield.example")
    pages = set()
    for email in ("known@oakfield.example", "account@oakfield.example", "nobody@oakfield.example"):
        client = Client()
        response = client.post(ASK, {"email": email}, follow=True)
        pages.add((response.status_code, response.content.decode().replace(email, "…").count("code"), response.redirect_chain[0]))
    assert len(pages) == 1


def test_a_wrong_code_is_counted_and_the_sixth_try_is_too_late(school: Agency, client: Client) -> None:
    ask(client)
    right = newest_digits()
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    assert "You can try 4 more times" in try_code(client, wrong)
    for _ in range(3):
        try_code(client, wrong)
    assert "tried too often" in try_code(client, wrong)
    assert "no longer works" in try_code(client, right)
    assert not Visitor.objects.exists()


def test_a_code_runs_out_after_a_quarter_of_an_hour(school: Agency, client: Client) -> None:
    ask(client)
    digits = newest_digits()
    with clock.frozen(clock.now() + timedelta(minutes=15)):
        assert "no longer works" in try_code(client, digits)


def test_a_code_works_once_and_only_in_the_browser_that_asked(school: Agency, client: Client) -> None:
    ask(client)
    digits = newest_digits()
    other = Client()
    assert other.post(CODE, {"code": digits}).headers["Location"] == ASK
    asked = dict(client.session["visit_asked"])
    try_code(client, digits)
    client.post("/without-account/leave/")
    ask(client)
    session = client.session
    session["visit_asked"] = asked
    session.save()
    assert "no longer works" in try_code(client, digits)


def test_a_new_code_takes_the_place_of_the_one_before(school: Agency, client: Client) -> None:
    ask(client)
    first, asked = newest_digits(), dict(client.session["visit_asked"])
    ask(client)
    session = client.session
    session["visit_asked"] = asked
    session.save()
    assert "no longer works" in try_code(client, first)


@pytest.mark.parametrize("digits", ["", "12345", "abcdef", "²²²²²²", "1" * 10_000])
def test_what_is_no_code_costs_no_try(school: Agency, client: Client, digits: str) -> None:
    ask(client)
    assert client.post(CODE, {"code": digits}).status_code == 422
    assert VisitorCode.objects.get().tries == 0


def test_codes_to_one_address_are_few(school: Agency) -> None:
    answers = [ask(Client()) for _ in range(6)]
    assert answers == [302] * 5 + [429]


def test_a_visit_ends_when_it_stands_idle_and_says_so(school: Agency, client: Client) -> None:
    let_in(client, make_visitor(school))
    assert client.get("/my-referrals/").status_code == 200
    with clock.frozen(clock.now() + timedelta(minutes=31)):
        sent_to = client.get("/my-referrals/").headers["Location"]
        assert sent_to.startswith("/without-account/?ended=1")
        assert "Your visit has ended" in client.get(sent_to).content.decode()


def test_a_visit_ends_when_the_organisation_gives_its_domain_away(school: Agency, client: Client) -> None:
    let_in(client, make_visitor(school))
    Agency.objects.update(domains=[])
    assert client.get("/my-referrals/").status_code == 302


def test_leaving_leaves_nothing_behind_and_signing_in_ends_the_visit(school: Agency, client: Client) -> None:
    let_in(client, make_visitor(school))
    client.post("/without-account/leave/")
    assert client.get("/my-referrals/").status_code == 302
    let_in(client, make_visitor(school))
    sign_in(client, make_person("business_team"))
    assert "visit" not in client.session
    assert client.get("/my-referrals/").status_code == 403


def test_they_are_led_on_to_where_they_were_going_and_nowhere_else(school: Agency, client: Client) -> None:
    ask(client, next="/refer/")
    assert client.post(CODE, {"code": newest_digits()}).headers["Location"] == "/refer/"
    client.post("/without-account/leave/")
    ask(client, next="https://elsewhere.example/")
    assert client.post(CODE, {"code": newest_digits()}).headers["Location"] == "/my-referrals/"


def test_they_can_ask_their_lead_for_an_account_once_a_day(school: Agency, client: Client) -> None:
    let_in(client, make_visitor(school, "nell@oakfield.example"))
    assert "no safeguarding lead" in client.post("/without-account/account/", follow=True).content.decode()
    lead = make_person(AGENCY_LEAD, school)
    for _ in range(2):
        client.post("/without-account/account/")
    mail = OutboxMessage.objects.get(kind="mail")
    assert mail.payload["to"] == lead.email
    assert mail.payload["word.address"] == "nell@oakfield.example"


def test_old_codes_are_removed(school: Agency, client: Client) -> None:
    ask(client)
    with clock.frozen(clock.now() + timedelta(days=91)):
        assert remove_old_codes(by=SystemActor("test")) == 1
