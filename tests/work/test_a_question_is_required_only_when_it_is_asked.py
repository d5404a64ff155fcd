"""Conditional questions, in the rules, in the service that keeps answers, and in the form."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.models import Document
from tests.factories import make_agency, make_person
from tests.work.build import CONTACT, SYSTEM, inside, make_business_team_member, make_draft
from work.forms import questionnaire_form
from work.models import AnswerSet
from work.rules.questions import asked, missing
from work.selectors.questionnaires import answer_set, answered, answers_of, questions_of, version_in_use
from work.services.answers import save_answers, start_answers, submit_answers
from work.services.questionnaires import publish_version, save_question, start_version

pytestmark = pytest.mark.django_db
CODE = "case-file-audit"
ALONE, WHY, WHO, GRADE = "was-the-child-seen-alone", "why-not", "who-was-there", "overall-grade"


@pytest.fixture(autouse=True)
def in_use() -> None:
    publish_version(by=make_business_team_member(), version_id=make_draft().pk)


def begin() -> AnswerSet:
    with inside():
        return start_answers(by=SYSTEM, code=CODE, subject=CONTACT, agency=make_agency())


@pytest.mark.parametrize(
    ("answers", "lacking"),
    [
        ({}, {ALONE, GRADE}),
        ({ALONE: "Yes"}, {GRADE}),
        ({ALONE: "No"}, {WHY, WHO, GRADE}),
        ({ALONE: "Partly"}, {WHO, GRADE}),
        ({ALONE: "No", WHY: "Ill", WHO: "Mother", GRADE: "Good"}, set()),
        ({ALONE: "Yes", GRADE: "Good"}, set()),
        ({ALONE: "No", WHY: "  ", WHO: "Mother", GRADE: "Good"}, {WHY}),
    ],
)
def test_what_is_missing_follows_from_what_was_answered(answers: dict[str, str], lacking: set[str]) -> None:
    assert {question.key for question in missing(questions_of(version_in_use(CODE)), answers)} == lacking


def test_a_question_beneath_one_that_is_not_asked_is_not_asked() -> None:
    member = make_business_team_member()
    draft = start_version(by=member, code=CODE)
    save_question(
        by=member, version_id=draft.pk, key=WHO, text="Who was there?", kind="choice", choices=["Mother", "Father"],
        shown_when=ALONE, shown_when_answers=["No"],
    )  # fmt: skip
    save_question(by=member, version_id=draft.pk, text="Which mood?", kind="text", shown_when=WHO, shown_when_answers=["Mother"])
    questions = questions_of(draft)
    assert "which-mood" in {question.key for question in asked(questions, {ALONE: "No", WHO: "Mother"})}
    assert "which-mood" not in {question.key for question in asked(questions, {ALONE: "Yes", WHO: "Mother"})}


def test_answers_are_submitted_only_when_nothing_asked_is_missing() -> None:
    begun = begin()
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={ALONE: "No", WHO: "Mother"})
        with pytest.raises(Refused, match="Why not") as refusal:
            submit_answers(by=SYSTEM, reference=begun.reference)
        assert refusal.value.field == WHY
        submitted = submit_answers(by=SYSTEM, reference=begun.reference, answers={WHY: "She was ill.", GRADE: "Good"})
        assert submitted.state == "submitted"
        for act in (save_answers, submit_answers):
            with pytest.raises(Refused, match="submitted"):
                act(by=SYSTEM, reference=begun.reference, answers={GRADE: "Inadequate"})
    assert answers_of(begun)[GRADE] == "Good"


def test_answers_that_are_no_longer_asked_are_dropped() -> None:
    begun = begin()
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={ALONE: "No", WHY: "Ill", WHO: "Mother"})
        save_answers(by=SYSTEM, reference=begun.reference, answers={ALONE: "Partly"})
    assert answers_of(begun) == {ALONE: "Partly", WHO: "Mother"}
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={ALONE: ""})
    assert answers_of(begun) == {}


def test_answers_keep_the_version_and_the_words_that_were_asked() -> None:
    begun, member = begin(), make_business_team_member()
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={GRADE: "Good"})
    draft = start_version(by=member, code=CODE)
    save_question(by=member, version_id=draft.pk, key=GRADE, text="How good was it?", kind="grade", choices=["1", "2"])
    publish_version(by=member, version_id=draft.pk)
    kept = answer_set(begun.reference)
    assert kept.version.number == 1
    assert [(row.asked, row.value, row.section) for row in answered(kept)] == [("Overall grade", "Good", "Grade")]
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={GRADE: "Adequate"})
    assert begin().version.number == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {GRADE: "Excellent"},
        {ALONE: ["Yes"]},
        {"agencies-involved": ["Health", "Fire"]},
        {"agencies-involved": "Health"},
        {"visits-in-the-year": "three"},
        {"visits-in-the-year": True},
        {"last-visit": "31 November"},
        {ALONE: "Partly", WHO: "x" * 201},
    ],
)
def test_an_answer_of_the_wrong_kind_is_refused(wrong: dict[str, object]) -> None:
    begun = begin()
    with inside(), pytest.raises(Refused, match="Change the answer"):
        save_answers(by=SYSTEM, reference=begun.reference, answers=wrong)


def test_an_answer_to_no_question_is_a_programming_error() -> None:
    begun = begin()
    with inside(), pytest.raises(KeyError, match="nothing"):
        save_answers(by=SYSTEM, reference=begun.reference, answers={"nothing": "x"})


def test_nobody_answers_past_the_upper_apps() -> None:
    with pytest.raises(NotAllowed):
        start_answers(by=make_person(), code=CODE, subject=CONTACT)
    with inside(), pytest.raises(NotVisible):
        save_answers(by=SYSTEM, reference="NM-A-0000-0000", answers={})
    with pytest.raises(NotVisible):
        answer_set("NM-A-0000-0000")


def test_a_file_becomes_a_document_of_the_record() -> None:
    begun = begin()
    upload = SimpleUploadedFile("evidence.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n", "application/pdf")
    with inside():
        save_answers(by=SYSTEM, reference=begun.reference, answers={}, files={"evidence": upload})
    document = Document.objects.get()
    assert (document.record_kind, document.record_reference, document.state) == ("contact", CONTACT.reference, "waiting")
    assert answers_of(begun) == {"evidence": document.reference}


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({}, {ALONE, GRADE}),
        ({ALONE: "Yes", GRADE: "Good"}, set()),
        ({ALONE: "No", GRADE: "Good"}, {WHY, WHO}),
        ({ALONE: "Partly", GRADE: "Good"}, {WHO}),
        ({ALONE: "No", WHY: "Ill", WHO: "Mother", GRADE: "Good"}, set()),
    ],
)
def test_the_form_asks_for_the_same(data: dict[str, object], wrong: set[str]) -> None:
    form = questionnaire_form(questions_of(version_in_use(CODE)), data, {})
    form.is_valid()
    assert set(form.errors) == wrong


def test_a_draft_of_the_form_requires_nothing() -> None:
    assert questionnaire_form(questions_of(version_in_use(CODE)), {ALONE: "No"}, {}, draft=True).is_valid()


def test_the_form_gives_and_shows_answers_as_the_service_keeps_them() -> None:
    questions = questions_of(version_in_use(CODE))
    data = {
        ALONE: "Partly", WHO: "Mother", GRADE: "Good", "agencies-involved": ["Health"], "visits-in-the-year": "3",
        "last-visit-day": "1", "last-visit-month": "11", "last-visit-year": "2026",
    }  # fmt: skip
    form = questionnaire_form(questions, data, {})
    assert form.is_valid(), form.errors
    begun = begin()
    with inside():
        submit_answers(by=SYSTEM, reference=begun.reference, answers=form.answers(), files=form.files_given())
    kept = answers_of(begun)
    assert kept == {
        ALONE: "Partly", WHO: "Mother", GRADE: "Good", "agencies-involved": ["Health"], "visits-in-the-year": 3,
        "last-visit": "2026-11-01",
    }  # fmt: skip
    shown = str(questionnaire_form(questions, answers=kept))
    assert 'value="2026"' in shown
    assert 'value="3"' in shown
    assert 'value="Mother"' in shown


def test_evidence_that_is_there_is_not_asked_for_again() -> None:
    member = make_business_team_member()
    draft = start_version(by=member, code=CODE)
    save_question(by=member, version_id=draft.pk, key="evidence", text="Evidence", kind="evidence_file", required=True)
    questions = questions_of(draft)
    data = {ALONE: "Yes", GRADE: "Good"}
    assert set(questionnaire_form(questions, data, {}).errors) == {"evidence"}
    assert questionnaire_form(questions, data, {}, answers={"evidence": "NM-D-2345-6789"}).is_valid()
