"""A child in immediate danger can be sent with the essentials alone; what is missing is said to both sides and can follow."""

import json
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from children.rules import ChildDetails
from foundation import clock
from referrals.models import Submission
from referrals.rules.checking import problems_of
from referrals.rules.danger import MISSING_TITLE
from referrals.rules.submission import ChildGiven, Concern, Consent, Content, PersonGiven, Referrer, RelationGiven
from tests import factories
from tests.referrals import build, systems

BARE = Content(
    referrer=Referrer("Terry Teacher", telephone="01632 960001"),
    purpose="",
    children=[ChildGiven(ChildDetails("", "Ada", birth_date=clock.today().replace(year=2018), birth_date_estimated=True))],
    consent=Consent(""),
    concern=Concern("He is at the door with a knife."),
    people=[PersonGiven("", "", relations=[RelationGiven(1, "")])],
    immediate_danger=True,
)
ESSENTIALS: dict[str, dict[str, list[str]]] = {
    "danger": {"immediate_danger": ["yes"]},
    "about": {"name": ["Terry Teacher"], "telephone": ["01632 960001"]},
    "children/1": {
        "born": ["yes"],
        "birth_date-day": ["1"],
        "birth_date-month": ["1"],
        "birth_date-year": ["2018"],
        "given_name": ["Ada"],
        "nhs_number": ["12345"],
    },
    "concern": {"worries": ["He is at the door with a knife."]},
}


def fields(content: Content) -> list[tuple[str, str]]:
    return [(one.page, one.field) for one in problems_of(content, clock.now(), clock.today())]


def test_only_the_essentials_stand_in_the_way() -> None:
    assert fields(BARE) == []
    assert len(fields(replace(BARE, immediate_danger=False))) > 10
    assert fields(replace(BARE, referrer=Referrer("", email="terry@school.example"))) == [("about", "name")]
    assert fields(replace(BARE, referrer=Referrer("Terry"))) == [("about", "telephone")]
    assert fields(replace(BARE, concern=Concern(""))) == [("concern", "worries")]
    assert fields(replace(BARE, children=[])) == [("children", "children")]


def test_a_child_without_a_name_is_known_by_where_they_are() -> None:
    nameless = replace(BARE.children[0], details=replace(BARE.children[0].details, given_name=""))
    assert ("children/1", "family_name") in fields(replace(BARE, children=[nameless]))
    assert fields(replace(BARE, children=[replace(nameless, whereabouts="The flat above the bakery")])) == []


def body(**pages: Any) -> dict[str, Any]:
    child = {"born": "yes", "birth_date": "2018-01-01", "given_name": "Ada", "nhs_number": "12345"}
    about = {"name": "Terry Teacher", "telephone": "01632 960001"}
    concern = {"worries": "He is at the door with a knife."}
    return {"immediate_danger": "yes", "about": about, "children": [child], "concern": concern, **pages}


@pytest.mark.django_db
def test_another_system_is_refused_only_for_the_essentials() -> None:
    build.make_mash()
    token = systems.connect()[1]
    calm = systems.send(token, body(immediate_danger="no"))
    assert calm.status_code == 422
    assert len(json.loads(calm.content)["errors"]) > 8
    refused = systems.send(token, body(about={"name": "Terry"}, concern={}))
    assert refused["Content-Type"] == "application/problem+json"
    assert [one["pointer"] for one in json.loads(refused.content)["errors"]] == ["#/about/telephone", "#/concern/worries"]
    long = systems.send(token, body(consent={"given_by": "N" * 10_000, "consent_status": "given"}))
    assert [one["pointer"] for one in json.loads(long.content)["errors"]] == ["#/consent/given_by"]
    assert not Submission.objects.exists()
    assert systems.send(token, body()).status_code == 201
    sent = Submission.objects.get()
    assert (sent.urgent, sent.purpose, sent.consent_status, sent.consent_reason) == (True, "social_care", "not_sought", "other")
    assert sent.children.get().family_name == "Not known"


@pytest.mark.django_db
def test_the_form_sends_it_says_what_can_follow_and_the_mash_sees_what_is_missing(client: Client) -> None:
    mash = build.make_mash()
    teacher = build.make_practitioner()
    answers = {key: {"typed": typed, "version": 1, "page": ""} for key, typed in ESSENTIALS.items()}
    draft = build.make_draft(teacher, answers=answers)
    factories.sign_in(client, teacher)
    assert "You can send this now" in client.get(reverse("referrals:draft", args=[draft.reference])).content.decode()
    check = reverse("referrals:check", args=[draft.reference])
    page = client.get(check).content.decode()
    assert "Still missing. You can send now and add it by amendment" in page
    assert "Before you can send this" not in page
    answer = client.post(check, {"declared": "on", "_version": draft.version})
    assert answer.status_code == 302, answer.content.decode()
    sent = Submission.objects.get()
    told = next(section for section in sent.answers if section["title"] == MISSING_TITLE)
    questions = [row["question"] for row in told["answers"]]
    assert "Select whether the family agreed to this referral" in questions
    assert any(question.startswith("Ada Not known: Enter the child’s home address") for question in questions)
    child = next(section for section in sent.answers if section["section"] == "children/1")
    assert any(row["answer"].startswith("12345 (as typed") for row in child["answers"])
    worker = factories.make_person("mash_officer", team=mash)
    factories.sign_in(client, worker)
    contact = client.get(reverse("referrals:contact", args=[sent.contacts.get().reference])).content.decode()
    assert MISSING_TITLE in contact


@pytest.mark.django_db
def test_the_form_still_asks_for_the_essentials(client: Client) -> None:
    build.make_mash()
    teacher = build.make_practitioner()
    pages = {key: typed for key, typed in ESSENTIALS.items() if key != "concern"}
    answers = {key: {"typed": typed, "version": 1, "page": ""} for key, typed in pages.items()}
    draft = build.make_draft(teacher, answers=answers)
    factories.sign_in(client, teacher)
    check = reverse("referrals:check", args=[draft.reference])
    answer = client.post(check, {"declared": "on", "_version": draft.version})
    assert answer.status_code == 422
    assert "Enter what you are worried about" in answer.content.decode()
    assert not Submission.objects.exists()
