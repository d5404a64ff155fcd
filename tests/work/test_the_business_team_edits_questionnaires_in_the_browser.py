"""List, draft, questions, order, try out, publish, new version."""

import pytest
from django.test import Client

from tests.factories import make_person, sign_in
from tests.work.build import make_business_team_member, make_draft
from work.models import Question, Questionnaire
from work.models.questionnaires import ASKED_OF_AGENCIES
from work.services.questionnaires import publish_version

pytestmark = pytest.mark.django_db
DRAFT = "/questionnaires/case-file-audit/1/"


def body(response: object) -> str:
    return response.content.decode()


@pytest.fixture
def member(client: Client) -> Client:
    return sign_in(client, make_business_team_member())


def test_from_nothing_to_a_version_in_use(member: Client) -> None:
    assert "No questionnaires yet" in body(member.get("/questionnaires/"))
    assert member.post("/questionnaires/new/", {"title": ""}).status_code == 422
    made = member.post("/questionnaires/new/", {"title": "Section 11", "kind": "work.asked"})
    assert made.url == "/questionnaires/section-11/1/"
    assert "No questions yet" in body(member.get(made.url))
    assert member.post("/questionnaires/new/", {"title": "Section 11", "kind": "work.asked"}).status_code == 422
    assert "Add a question before you publish" in body(member.post(made.url + "publish/"))
    asked = {"text": "Is there a lead?", "kind": "choice", "choices": "Yes\nNo", "required": "yes"}
    assert member.post(made.url + "questions/new/", asked).url == made.url
    beneath = {
        "text": "Why not?",
        "kind": "long_text",
        "required": "yes",
        "shown_when": "is-there-a-lead",
        "shown_when_answers": "No",
    }
    assert member.post(made.url + "questions/new/", beneath).url == made.url
    assert "asked when “Is there a lead?” is “No”" in body(member.get(made.url))
    assert "never be changed" in body(member.get(made.url + "publish/"))
    assert member.post(made.url + "publish/").url == made.url
    assert "In use" in body(member.get("/questionnaires/"))
    assert member.post("/questionnaires/section-11/new-version/").url == "/questionnaires/section-11/2/"


def test_a_question_is_changed_moved_and_removed(member: Client) -> None:
    make_draft()
    url = DRAFT + "questions/overall-grade/"
    assert "Adequate" in body(member.get(url))
    changed = {"text": "Grade of the case", "kind": "grade", "choices": "Good\n\n Poor ", "required": "no"}
    assert member.post(url, changed).status_code == 302
    question = Question.objects.get(key="overall-grade")
    assert (question.text, question.choices, question.required) == ("Grade of the case", ["Good", "Poor"], False)
    assert member.post(url, {**changed, "choices": "Good"}).status_code == 422
    member.post(url + "move/", {"direction": "down"})
    assert Question.objects.get(key="overall-grade").position == 5
    member.post(url + "move/", {"direction": "up"})
    assert Question.objects.get(key="overall-grade").position == 4
    assert "must stand after" in body(member.post(DRAFT + "questions/why-not/move/", {"direction": "up"}, follow=True))
    assert "depend on this one" in body(member.post(DRAFT + "questions/was-the-child-seen-alone/remove/", follow=True))
    assert "has been removed" in body(member.post(url + "remove/", follow=True))


def test_trying_out_checks_answers_and_keeps_none(member: Client) -> None:
    make_draft()
    url = DRAFT + "preview/"
    assert "Was the child seen alone?" in body(member.get(url))
    wrong = member.post(url, {"was-the-child-seen-alone": "No"})
    assert wrong.status_code == 422
    assert "Answer “Why not?”" in body(wrong)
    right = member.post(url, {"was-the-child-seen-alone": "Yes", "overall-grade": "Good"}, follow=True)
    assert "Nothing has been kept" in body(right)


def test_a_version_in_use_offers_a_new_version_and_no_change(member: Client) -> None:
    publish_version(by=make_business_team_member(), version_id=make_draft().pk)
    page = body(member.get(DRAFT))
    assert "Start a new version" in page
    assert "Add a question" not in page
    changed = {"text": "Another", "kind": "text", "required": "yes"}
    refused = member.post(DRAFT + "questions/evidence/", changed)
    assert refused.status_code == 422
    assert "cannot change" in body(refused)
    assert "published already" in body(member.post(DRAFT + "publish/"))


@pytest.mark.parametrize("path", ["/questionnaires/", "/questionnaires/new/", DRAFT, DRAFT + "preview/"])
def test_others_do_not_open_them(client: Client, path: str) -> None:
    make_draft()
    sign_in(client, make_person("agency_lead"))
    assert client.get(path).status_code == 403


def test_what_is_not_there_answers_404(member: Client) -> None:
    make_draft()
    for path in ("/questionnaires/nothing/1/", "/questionnaires/case-file-audit/7/", DRAFT + "questions/nothing/"):
        assert member.get(path).status_code == 404
    assert Questionnaire.objects.filter(kind=ASKED_OF_AGENCIES).count() == 1
