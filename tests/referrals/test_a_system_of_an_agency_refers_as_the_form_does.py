"""The interface for other systems: the same record, the same rules and the same sentences; once, and for the agency alone."""

import json
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import AccessLogEntry
from accounts.services.clients import end_client
from foundation import clock
from foundation.actors import SystemActor
from foundation.models import Document, DomainEvent
from referrals.forms.refer.children import ChildForm
from referrals.models import Contact, Submission, SystemReceipt
from referrals.services import approve_decision, begin_screening, propose_decision, rate
from tests.factories import make_person, sign_in
from tests.referrals import build, mash, systems

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def token() -> str:
    build.make_mash()
    return systems.connect()[1]


def problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    told = json.loads(response.content)
    assert told["status"] == status
    assert {"type", "title", "detail"} <= set(told)
    return told


def fields(response: Any) -> list[tuple[str, str]]:
    return [(one["pointer"], one["detail"]) for one in problem(response, 422)["errors"]]


def test_a_referral_is_received_whole_with_a_contact_and_a_clock_for_each_child() -> None:
    build.make_mash()
    school = build.make_school()
    client, token = systems.connect(school)
    response = systems.send(token, systems.referral())
    told = json.loads(response.content)
    assert response.status_code == 201
    sent = Submission.objects.get(reference=told["reference"])
    assert (sent.channel, sent.agency, sent.received_by, sent.referral_source) == ("api", school, client.reference, "2A")
    assert response["Location"] == told["status_url"] == f"/api/v1/referrals/{sent.reference}"
    assert [one["contact"] for one in told["children"]] == list(sent.contacts.values_list("reference", flat=True))
    child = sent.children.get(position=1)
    assert (child.nhs_number, child.postcode, child.given_name) == ("9434765919", "CR0 1EA", "Ada")
    assert sent.people.get().relations.count() == 2
    assert sent.incident_at is not None
    assert any(section["title"].startswith("Child 1") for section in sent.answers)
    event = DomainEvent.objects.get(verb="referrals.submission_received")
    assert (event.actor_kind, event.actor_reference, event.actor_agency) == ("client", client.reference, school.code)


def test_the_same_key_with_the_same_body_gives_the_same_answer(token: str) -> None:
    first, again = systems.send(token, systems.referral()), systems.send(token, dict(reversed(systems.referral().items())))
    assert (first.status_code, first.content) == (again.status_code, again.content)
    assert Submission.objects.count() == 1


def test_the_same_key_with_another_body_is_a_conflict(token: str) -> None:
    systems.send(token, systems.referral())
    told = problem(systems.send(token, systems.referral(immediate_danger="yes")), 409)
    assert "Choose a new key" in told["detail"]
    assert Submission.objects.count() == 1


def test_the_key_is_looked_at_before_what_is_sent(token: str) -> None:
    first = systems.send(token, systems.referral())
    broken = systems.referral(children=[], concern="nonsense")
    assert "Choose a new key" in problem(systems.send(token, broken), 409)["detail"]
    with patch("referrals.api.bodies.content_from", side_effect=AssertionError("read again")):
        assert systems.send(token, systems.referral()).content == first.content
    assert Submission.objects.count() == 1


def test_a_key_is_one_systems_own_and_a_refused_referral_does_not_use_it_up(token: str) -> None:
    assert systems.send(token, systems.referral(children=[])).status_code == 422
    assert not SystemReceipt.objects.exists()
    other = systems.connect(name="Other")[1]
    assert systems.send(token, systems.referral()).status_code == 201
    assert systems.send(other, systems.referral()).status_code == 201
    assert Submission.objects.count() == 2


@pytest.mark.parametrize("key", ["", "short", "with blanks in it", "x" * 101, "näme-of-child"])
def test_without_a_proper_key_nothing_is_received(token: str, key: str) -> None:
    response = systems.ask(
        token, "POST", "/api/v1/referrals", systems.referral(), headers={"Idempotency-Key": key.encode().decode("latin-1")}
    )
    assert fields(response)[0][0] == "#/Idempotency-Key"
    assert not Submission.objects.exists()


def test_it_is_refused_in_the_sentences_of_the_form_all_at_once(token: str) -> None:
    child = {**systems.REFERRAL["children"][0], "nhs_number": "943 476 5918", "given_name": ""}
    unborn = {"born": "no", "expected_delivery_date": "2030-01-01", "family_name": "Example", "address": "1 Street"}
    body = systems.referral(children=[child, unborn], consent={"consent_status": "not_sought", "family_told": "no"})
    body["people"][0]["relations"] = body["people"][0]["relations"][:1]
    form = ChildForm({"born": "yes", "nhs_number": "943 476 5918"})
    assert sorted(fields(systems.send(token, body))) == [
        ("#/children/0/given_name", "Enter the child’s first name, or “not known”"),
        ("#/children/0/nhs_number", str(form.errors["nhs_number"][0])),
        ("#/children/1/expected_delivery_date", "The date on which the birth is expected must be in the next 10 months"),
        ("#/consent/family_not_told_reason", "Enter why the family does not know"),
        ("#/consent/reason", "Select why you did not ask"),
        ("#/consent/reason_details", "Enter in a sentence why you did not ask"),
        ("#/people/0/relations", "Enter what they are to Unborn child Example"),
        ("#/people/0/relations", "Select whether they have parental responsibility for Unborn child Example"),
    ]


def test_ten_thousand_characters_in_a_name_are_refused_and_nothing_is_kept(token: str) -> None:
    body = systems.referral()
    body["children"][0]["family_name"] = "N" * 10_000
    assert fields(systems.send(token, body)) == [("#/children/0/family_name", "Last name must be 100 characters or fewer")]
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"children": "Ada"}, "#/children"),
        ({"children": [{}] * 21}, "#/children"),
        ({"about": ["Terry"]}, "#/about"),
        ({"surprise": 1}, "#/surprise"),
        ({"immediate_danger": "perhaps"}, "#/immediate_danger"),
        ({"concern": {**systems.REFERRAL["concern"], "incident_on": "17.11.2026"}}, "#/concern/incident_on"),
        ({"concern": {**systems.REFERRAL["concern"], "worries": {"a": 1}}}, "#/concern/worries"),
        ({"consent": {**systems.REFERRAL["consent"], "name of the neighbour": "x"}}, "#/consent/name of the neighbour"),
        (
            {"people": [{**systems.REFERRAL["people"][0], "relations": [{"child": 7, "relationship": "Aunt"}]}]},
            "#/people/0/relations",
        ),
    ],
)
def test_a_body_of_another_shape_is_refused_where_it_is_wrong(token: str, body: dict[str, Any], pointer: str) -> None:
    assert pointer in [place for place, _sentence in fields(systems.send(token, systems.referral(**body)))]
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "body", [b"<referral/>", b"{", b'{"a": NaN}', b"\xff\xfe", b"[" * 100_000, b"9" * 5000, b'"\xed\xa0\x80"']
)
def test_what_is_not_json_is_refused_and_not_repeated(token: str, body: bytes) -> None:
    told = problem(systems.send(token, body), 400)
    assert told["detail"] == "The body must be JSON in UTF-8."


@pytest.mark.parametrize("body", [[], "text", 7, None, True])
def test_json_that_is_no_referral_is_refused(token: str, body: object) -> None:
    response = systems.send(token, json.dumps(body))
    assert problem(response, 422)["detail"] in ("The body must be a JSON object.", "Add at least one child")


def test_a_body_that_is_too_big_is_refused(token: str) -> None:
    body = systems.referral()
    body["concern"]["worries"] = "x" * (3 * 1024 * 1024)
    problem(systems.send(token, body), 413)
    assert not Submission.objects.exists()


def test_another_type_or_method_is_refused_in_json(token: str) -> None:
    problem(
        systems.ask(token, "POST", "/api/v1/referrals", "x=1", content_type="text/plain", headers={"Idempotency-Key": "k" * 9}),
        415,
    )
    problem(systems.ask(token, "DELETE", "/api/v1/referrals"), 405)
    problem(systems.ask(token, "GET", "/api/v1/nothing-here"), 404)


def test_only_a_token_that_counts_opens_anything(token: str) -> None:
    client, ended = systems.connect(name="Ended")
    end_client(by=SystemActor("test"), reference=client.reference)
    run_out = systems.connect(name="Run out", ends_on=clock.today())[1]
    closed_agency = build.make_school()
    closed = systems.connect(closed_agency)[1]
    closed_agency.closed_on = clock.today()
    closed_agency.save()
    for wrong in ("", "portal_guess", ended, closed, token[:-1], token + "x", "x" * 5000):
        response = systems.send(wrong, systems.referral())
        problem(response, 401)
        assert response["WWW-Authenticate"].startswith("Bearer")
    assert systems.send(run_out, systems.referral(), "another-key").status_code == 201
    with clock.frozen(clock.now() + timedelta(days=1)):
        problem(systems.send(run_out, systems.referral(), "a-third-key"), 401)
    assert Client().get("/api/v1/referrals").status_code == 401


def test_a_scope_opens_its_own_addresses_and_no_others() -> None:
    build.make_mash()
    school = build.make_school()
    reference = json.loads(systems.send(systems.connect(school)[1], systems.referral()).content)["reference"]
    reader = systems.connect(school, "status", name="Reader")[1]
    assert systems.ask(reader, "GET", f"/api/v1/referrals/{reference}").status_code == 200
    assert "does not allow" in problem(systems.send(reader, systems.referral()), 403)["detail"]
    problem(systems.ask(reader, "POST", f"/api/v1/referrals/{reference}/documents", b""), 403)


def test_a_session_of_a_person_opens_nothing_here() -> None:
    lead = sign_in(Client(), make_person("system_administrator"))
    assert lead.get("/api/v1/referrals/NM-S-22222-22222").status_code == 401


def test_too_many_requests_say_how_long_to_wait() -> None:
    token = systems.connect(per_minute=2)[1]
    address = "/api/v1/referrals/NM-S-22222-22222"
    assert [systems.ask(token, "GET", address).status_code for _ in range(3)] == [404, 404, 429]
    response = systems.ask(token, "GET", address)
    assert response["Retry-After"] == "60"
    assert problem(response, 429)["detail"].startswith("Too many requests")


def test_whoever_guesses_tokens_is_slowed_down() -> None:
    answers = [systems.ask(f"guess-{number}", "GET", "/api/v1/referrals/x").status_code for number in range(31)]
    assert (answers[0], answers[-1]) == (401, 429)
    cache.clear()


def test_status_and_decision_are_read_without_a_name_and_each_look_is_logged() -> None:
    hub = mash.make()
    school = build.make_school()
    client, token = systems.connect(school)
    told = json.loads(systems.send(token, systems.referral(children=systems.REFERRAL["children"][:1], people=[])).content)
    contact = Contact.objects.get(submission__reference=told["reference"])
    before = json.loads(systems.ask(token, "GET", told["status_url"]).content)
    assert before["children"][0]["state"] == "Received"
    assert before["children"][0]["outcome"] == ""
    contact = begin_screening(by=hub.officer, reference=contact.reference, version=contact.version)
    contact = rate(by=hub.officer, reference=contact.reference, version=contact.version, rating="amber", reason="Hungry")
    shape = {"outcome": "S17", "threshold_level": 3, **mash.WORDS}
    propose_decision(by=hub.officer, reference=contact.reference, version=contact.version, **shape)
    approve_decision(by=hub.manager, reference=contact.reference, version=mash.again(contact).version)
    response = systems.ask(token, "GET", told["status_url"])
    after = json.loads(response.content)["children"][0]
    assert after["outcome"]
    assert after["words_for_referrer"]
    assert b"Ada" not in response.content
    assert b"Example" not in response.content
    looks = AccessLogEntry.objects.filter(route="api:referral")
    assert {(look.person, look.agency) for look in looks} == {(client.reference, school.code)}
    assert looks.count() == 2
    assert looks[0].child_references == [contact.child.reference]


def test_what_another_agency_or_a_person_sent_or_what_is_restricted_does_not_exist(token: str) -> None:
    other = systems.connect()[1]
    reference = json.loads(systems.send(token, systems.referral()).content)["reference"]
    by_hand = build.send().reference
    for who, wanted in ((other, reference), (token, by_hand), (token, "nonsense")):
        problem(systems.ask(who, "GET", f"/api/v1/referrals/{wanted}"), 404)
        problem(upload(who, wanted), 404)
    Contact.objects.filter(submission__reference=reference).update(restricted=True)
    problem(systems.ask(token, "GET", f"/api/v1/referrals/{reference}"), 404)


def upload(token: str, reference: str, content: bytes = PDF, name: str = "report.pdf") -> Any:
    files = {"file": SimpleUploadedFile(name, content)} if name else {}
    return systems.ask(token, "POST", f"/api/v1/referrals/{reference}/documents", multipart=files)


def test_a_document_is_taken_as_on_the_form_and_waits_for_the_virus_check(token: str) -> None:
    reference = json.loads(systems.send(token, systems.referral()).content)["reference"]
    response = upload(token, reference)
    assert response.status_code == 201, response.content
    document = Document.objects.get(record_reference=reference)
    assert json.loads(response.content) == {"reference": document.reference, "name": "report.pdf", "state": "waiting"}
    assert document.record_kind == "submission"
    assert fields(upload(token, reference, b"MZ\x90\x00", "report.exe"))[0][0] == "#/file"
    assert fields(upload(token, reference, b"MZ\x90\x00", "report.pdf"))[0][0] == "#/file"
    assert fields(upload(token, reference, b"", "report.pdf"))[0][0] == "#/file"
    assert fields(upload(token, reference, name=""))[0] == ("#/file", "Select a file")
    again = json.loads(upload(token, reference).content)
    assert again["reference"] == document.reference, "the same file twice is one document"
    assert Document.objects.count() == 1


def test_the_referrer_finds_it_among_their_own_where_they_have_an_account() -> None:
    build.make_mash()
    school = build.make_school()
    teacher = build.make_practitioner(school, email="Terry@school.example")
    sent = Submission.objects.get(
        reference=json.loads(systems.send(systems.connect(school)[1], systems.referral()).content)["reference"]
    )
    assert sent.referrer == teacher
    page = sign_in(Client(), teacher).get(f"/my-referrals/{sent.reference}/")
    assert page.status_code == 200
    assert "Another system" in page.content.decode() or sent.reference in page.content.decode()


def test_the_access_log_names_the_system() -> None:
    build.make_mash()
    token = systems.connect(name="Bridge of the school")[1]
    told = json.loads(systems.send(token, systems.referral()).content)
    systems.ask(token, "GET", told["status_url"])
    governance = sign_in(Client(), make_person("governance_lead"))
    assert "Bridge of the school" in governance.get(f"/access-log/{told['reference']}/").content.decode()
