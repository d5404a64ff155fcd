"""The inbox, a handover, a request and the confirmation of people, as the browser asks for them."""

from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import AccessLogEntry
from foundation import clock as time
from foundation.events import Subject
from tests.factories import make_agency, make_person, make_team, sign_in
from tests.work.build import CONTACT, make_handover, make_request
from work.models import Request
from work.tasks import ask_for_confirmations

pytestmark = pytest.mark.django_db


def body(response: object) -> str:
    return response.content.decode()


def test_the_inbox_names_kind_and_reference_and_no_word_of_the_record(client: Client) -> None:
    team = make_team()
    make_handover(team, note="Two brothers.")
    make_request(to_team=team)
    sign_in(client, make_person("social_worker", team=team))
    first, second = body(client.get("/inbox/")), body(client.get("/inbox/requests/"))
    assert "Child passed on" in first
    assert CONTACT.reference in first
    assert "brothers" not in first
    assert "Agency check" in second
    assert "What do you know" not in second


@pytest.mark.parametrize("path", ["/inbox/", "/inbox/requests/"])
def test_an_empty_inbox_says_so(client: Client, path: str) -> None:
    sign_in(client, make_person("social_worker", team=make_team()))
    assert "app-empty" in body(client.get(path))


def test_a_long_inbox_goes_on_by_key(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    team = make_team()
    for number in range(27):
        make_handover(team, subject=Subject("contact", f"NM-K-{number}"))
    sign_in(client, make_person("social_worker", team=team))
    with django_assert_max_num_queries(12):
        first = client.get("/inbox/")
    assert len(first.context["rows"]) == 25
    second = client.get("/inbox/" + first.context["next_url"])
    assert len(second.context["rows"]) == 2
    assert second.context["first_url"] == "/inbox/"


def test_a_member_reads_and_accepts_a_handover(client: Client) -> None:
    handover = make_handover(note="School knows both.")
    member = make_person("social_worker", team=handover.to_team)
    sign_in(client, member)
    page = body(client.get(f"/handovers/{handover.reference}/"))
    assert "School knows both." in page
    assert "Accept for my team" in page
    entry = AccessLogEntry.objects.get()
    assert (entry.person, entry.route, entry.child_references) == (member.reference, "work:handover", ["NM-C-1"])
    answer = client.post(f"/handovers/{handover.reference}/accept/")
    assert (answer.status_code, answer.url) == (302, f"/contacts/{CONTACT.reference}/")
    again = client.post(f"/handovers/{handover.reference}/accept/", follow=True)
    assert "already accepted" in body(again)


def test_what_the_team_has_accepted_stays_in_its_inbox_and_leads_to_the_record(client: Client) -> None:
    handover = make_handover()
    member = make_person("social_worker", team=handover.to_team)
    sign_in(client, member)
    assert "has accepted nothing" in body(client.get("/inbox/accepted/"))
    client.post(f"/handovers/{handover.reference}/accept/")
    page = body(client.get("/inbox/accepted/"))
    assert f'href="/contacts/{CONTACT.reference}/"' in page
    sign_in(client, make_person("social_worker", team=handover.from_team))
    assert CONTACT.reference not in body(client.get("/inbox/accepted/"))


def test_the_offering_team_reads_and_cannot_answer(client: Client) -> None:
    handover = make_handover()
    sign_in(client, make_person("social_worker", team=handover.from_team))
    assert "has not answered yet" in body(client.get(f"/handovers/{handover.reference}/"))
    assert client.post(f"/handovers/{handover.reference}/accept/").status_code == 404


def test_a_member_returns_it_with_a_reason(client: Client) -> None:
    handover = make_handover()
    sign_in(client, make_person("social_worker", team=handover.to_team))
    url = f"/handovers/{handover.reference}/return/"
    assert "Why do you return this?" in body(client.get(url))
    empty = client.post(url, {"reason": ""})
    assert empty.status_code == 422
    assert "Enter why you return this" in body(empty)
    assert client.post(url, {"reason": "Another area."}).status_code == 302
    late = client.post(url, {"reason": "Another area."})
    assert late.status_code == 422
    assert "already accepted, returned or withdrawn" in body(late)


def test_a_kind_for_managers_is_refused_to_others(client: Client) -> None:
    handover = make_handover(kind="tests.managers_only")
    sign_in(client, make_person("social_worker", team=handover.to_team))
    assert client.post(f"/handovers/{handover.reference}/accept/").status_code == 403
    assert client.post(f"/handovers/{handover.reference}/return/", {"reason": "No."}).status_code == 403


@pytest.mark.parametrize("path", ["/handovers/{}/", "/handovers/{}/return/", "/requests/{}/"])
def test_anothers_record_answers_404_as_one_that_does_not_exist(client: Client, path: str) -> None:
    handover, request = make_handover(), make_request()
    sign_in(client, make_person("agency_lead"))
    reference = request.reference if "requests" in path else handover.reference
    assert client.get(path.format(reference)).status_code == 404
    assert client.get(path.format("NM-X-2345-6789")).status_code == 404


def test_the_asked_agency_sees_the_question_and_answers_it(client: Client) -> None:
    request = make_request()
    lead = make_person("agency_lead", request.to_agency)
    sign_in(client, lead)
    url = f"/requests/{request.reference}/"
    page = body(client.get(url))
    assert "What do you know of this family?" in page
    assert f"the child of {CONTACT.reference}" in page
    entry = AccessLogEntry.objects.get()
    assert (entry.record_kind, entry.record_reference, entry.child_references) == ("request", request.reference, ["NM-C-1"])
    wrong = client.post(url, {"result": "information", "answer": ""})
    assert wrong.status_code == 422
    assert "Enter the information." in body(wrong)
    assert "<title>Error:" in body(wrong)
    right = client.post(url, {"result": "information", "answer": "Known since 2024.", "answered_for": "School nurse"})
    assert (right.status_code, right.url) == (302, "/inbox/requests/")
    read = body(client.get(url))
    assert "Known since 2024." in read
    assert "Send answer" not in read
    late = client.post(url, {"result": "nothing_known", "answer": ""})
    assert late.status_code == 422
    assert "already" in body(late)


def test_who_asked_reads_the_answer(client: Client) -> None:
    request = make_request()
    sign_in(client, make_person("mash_officer", team=request.from_team))
    url = f"/requests/{request.reference}/"
    assert "has not answered yet" in body(client.get(url))
    assert client.post(url, {"result": "nothing_known", "answer": ""}).status_code == 404


def people_request() -> tuple[Request, object, object]:
    agency = make_agency()
    lead, officer = make_person("agency_lead", agency), make_person("mash_officer", agency)
    officer.holdings.update(confirmed_until=time.today() + timedelta(days=10))
    ask_for_confirmations()
    return Request.objects.get(), lead, officer


def test_the_lead_confirms_people(client: Client) -> None:
    request, lead, officer = people_request()
    sign_in(client, lead)
    moved = client.get(f"/requests/{request.reference}/")
    url = f"/requests/{request.reference}/people/"
    assert (moved.status_code, moved.url) == (302, url)
    assert officer.email in body(client.get(url))
    nobody = client.post(url, {})
    assert nobody.status_code == 422
    assert "Select whether" in body(nobody)
    own, other = lead.holdings.get().pk, officer.holdings.get().pk
    until = lead.holdings.get().confirmed_until
    assert f"holding-{own}" not in body(nobody)
    assert client.post(url, {f"holding-{own}": "gone", f"holding-{other}": "gone"}).status_code == 302
    assert officer.holdings.get().ended_at is not None
    assert (lead.holdings.get().ended_at, lead.holdings.get().confirmed_until) == (None, until), "nobody confirms themselves"
    assert "have been confirmed" in body(client.get(url))


def test_a_request_of_another_kind_has_no_list_of_people(client: Client) -> None:
    request = make_request()
    sign_in(client, make_person("agency_lead", request.to_agency))
    assert client.get(f"/requests/{request.reference}/people/").status_code == 404
