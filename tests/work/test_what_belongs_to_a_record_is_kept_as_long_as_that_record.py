"""Answers, requests and files are kept by the rule of the record to which they belong, whatever kind it is of."""

import pytest

from foundation.belonging import model_of_kind, record_kinds, rule_of_record
from foundation.documents import DOCUMENT_DOORS
from foundation.errors import NotVisible
from foundation.events import Subject
from foundation.models.documents import Document
from foundation.privacy import BY_RECORD, RULES, models_of_the_house
from tests.work.build import CONTACT, SYSTEM, inside, make_published, make_request
from work.models import Answer, AnswerSet, Chase, HandedOn, Handover, Request
from work.services.answers import start_answers

pytestmark = pytest.mark.django_db


def test_every_door_of_a_document_is_of_a_kind_that_says_how_long() -> None:
    assert {kind for kind, _door in DOCUMENT_DOORS.items()} <= set(record_kinds())


def test_what_belongs_to_a_record_names_no_rule_of_its_own() -> None:
    stated = {model for model in models_of_the_house() if model.Privacy.keep == BY_RECORD}  # type: ignore[attr-defined]
    assert stated == {Answer, AnswerSet, Chase, Document, HandedOn, Handover, Request}


def test_every_kind_of_record_leads_to_a_rule() -> None:
    for kind, model in record_kinds().items():
        assert model.Privacy.keep in RULES, kind  # type: ignore[attr-defined]
        names = {field.name for field in model._meta.get_fields()}
        assert model.Privacy.keep != BY_RECORD or {"reference", "subject_kind", "subject_reference"} <= names  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("kind", "rule"),
    [("contact", "contact"), ("episode", "child"), ("conference", "child"), ("questionnaire", "board"), ("draft", "draft")],
)
def test_a_kind_of_record_has_the_rule_of_its_model(kind: str, rule: str) -> None:
    assert rule_of_record(kind, "any") == rule


def test_a_request_is_kept_as_long_as_the_record_that_it_is_about() -> None:
    about_a_contact = make_request()
    about_a_child = make_request(subject=Subject("child", "NM-C-1"))
    about_the_board = make_request(subject=Subject("questionnaire", "section-11"))
    assert rule_of_record("request", about_a_contact.reference) == "contact"
    assert rule_of_record("request", about_a_child.reference) == "child"
    assert rule_of_record("request", about_the_board.reference) == "board"


def test_what_belongs_to_a_record_that_is_not_there_has_no_rule() -> None:
    with pytest.raises(NotVisible):
        rule_of_record("request", "NM-Q-NONE-0001")


def test_answers_follow_the_record_and_not_their_questionnaire() -> None:
    make_published()
    with inside():
        of = start_answers(by=SYSTEM, code="case-file-audit", subject=CONTACT)
        about = start_answers(by=SYSTEM, code="case-file-audit", subject=Subject("questionnaire", "case-file-audit"))
    assert rule_of_record(of.subject_kind, of.subject_reference) == "contact"
    assert rule_of_record(about.subject_kind, about.subject_reference) == "board"


def test_nothing_is_answered_about_a_kind_of_record_that_nobody_declares() -> None:
    make_published()
    with inside(), pytest.raises(KeyError, match="how long a record of the kind unheard_of"):
        start_answers(by=SYSTEM, code="case-file-audit", subject=Subject("unheard_of", "NM-X-1"))
    assert not AnswerSet.objects.exists()
    with pytest.raises(KeyError, match="unheard_of"):
        model_of_kind("unheard_of")
