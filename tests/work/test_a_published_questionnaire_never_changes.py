"""Drafts are edited, published once, and changed afterwards only by a new version; the database holds that too."""

import pytest
from django.db import Error, transaction

from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.factories import make_person
from tests.work.build import make_business_team_member, make_draft
from work.models import Question, QuestionnaireVersion
from work.selectors.questionnaires import question_of, questionnaire, questions_of, version, version_in_use
from work.services.questionnaires import (
    create_questionnaire,
    move_question,
    publish_version,
    remove_question,
    save_question,
    start_version,
)

pytestmark = pytest.mark.django_db
CODE = "case-file-audit"


def published() -> QuestionnaireVersion:
    return publish_version(by=make_business_team_member(), version_id=make_draft().pk)


def keys(of: QuestionnaireVersion) -> list[str]:
    return [question.key for question in questions_of(of)]


def test_publishing_puts_it_into_use_and_retires_the_one_before() -> None:
    member = make_business_team_member()
    first = published()
    second = start_version(by=member, code=CODE)
    assert version_in_use(CODE) == first
    publish_version(by=member, version_id=second.pk)
    first.refresh_from_db()
    assert (first.state, version_in_use(CODE).number) == ("retired", 2)
    assert [event.verb for event in history(Subject("questionnaire", CODE))] == [
        "questionnaire.created",
        "questionnaire.published",
        "questionnaire.version_started",
        "questionnaire.published",
    ]


def test_a_new_version_has_the_same_questions_keys_and_conditions() -> None:
    first = published()
    second = start_version(by=make_business_team_member(), code=CODE)
    assert keys(first) == keys(second)
    assert question_of(second, "why-not").shown_when == question_of(second, "was-the-child-seen-alone")
    assert question_of(second, "why-not").shown_when_answers == ["No"]


@pytest.mark.parametrize("state", ["published", "retired"])
def test_no_service_changes_its_questions(state: str) -> None:
    member, frozen = make_business_team_member(), published()
    if state == "retired":
        publish_version(by=member, version_id=start_version(by=member, code=CODE).pk)
    for act in (
        lambda: save_question(by=member, version_id=frozen.pk, text="One more?", kind="text"),
        lambda: save_question(by=member, version_id=frozen.pk, key="why-not", text="Why?", kind="text"),
        lambda: move_question(by=member, version_id=frozen.pk, key="overall-grade", direction="up"),
        lambda: remove_question(by=member, version_id=frozen.pk, key="evidence"),
    ):
        with pytest.raises(Refused, match="cannot change"):
            act()
    with pytest.raises(Refused, match="already"):
        publish_version(by=member, version_id=frozen.pk)


def test_the_database_refuses_what_no_service_tries() -> None:
    frozen = published()
    question = frozen.questions.get(key="overall-grade")
    attempts = (
        lambda: Question.objects.filter(pk=question.pk).update(text="Another wording"),
        lambda: Question.objects.filter(pk=frozen.questions.get(key="evidence").pk).delete(),
        lambda: Question.objects.create(version=frozen, key="late", position=99, text="Late?", kind="text"),
        lambda: QuestionnaireVersion.objects.filter(pk=frozen.pk).update(state="draft", published_at=None, published_by=""),
    )
    for attempt in attempts:
        with pytest.raises(Error), transaction.atomic():
            attempt()
    question.refresh_from_db()
    assert question.text == "Overall grade"


def test_a_draft_is_edited_at_will() -> None:
    member, draft = make_business_team_member(), make_draft()
    save_question(
        by=member, version_id=draft.pk, key="overall-grade", text="Grade", kind="grade", choices=["Good", "Poor", "Good"]
    )
    assert question_of(draft, "overall-grade").choices == ["Good", "Poor"]
    move_question(by=member, version_id=draft.pk, key="evidence", direction="up")
    assert keys(draft)[-2:] == ["evidence", "last-visit"]
    move_question(by=member, version_id=draft.pk, key="last-visit", direction="down")
    assert keys(draft)[-2:] == ["evidence", "last-visit"]
    remove_question(by=member, version_id=draft.pk, key="evidence")
    assert "evidence" not in keys(draft)


def test_a_question_stands_after_the_one_on_which_it_depends() -> None:
    member, draft = make_business_team_member(), make_draft()
    with pytest.raises(Refused, match="must stand after"):
        move_question(by=member, version_id=draft.pk, key="why-not", direction="up")
    with pytest.raises(Refused, match="stands before this one"):
        save_question(
            by=member,
            version_id=draft.pk,
            key="was-the-child-seen-alone",
            text="Alone?",
            kind="choice",
            choices=["Yes", "No", "Partly"],
            shown_when="overall-grade",
            shown_when_answers=["Good"],
        )


def test_choices_on_which_others_depend_stay() -> None:
    member, draft = make_business_team_member(), make_draft()
    with pytest.raises(Refused, match="Other questions depend"):
        save_question(
            by=member,
            version_id=draft.pk,
            key="was-the-child-seen-alone",
            text="Alone?",
            kind="choice",
            choices=["Yes", "Partly"],
        )
    with pytest.raises(Refused, match="Other questions depend"):
        save_question(by=member, version_id=draft.pk, key="was-the-child-seen-alone", text="Alone?", kind="text")
    with pytest.raises(Refused, match="Other questions depend"):
        remove_question(by=member, version_id=draft.pk, key="was-the-child-seen-alone")


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ({"text": " ", "kind": "text"}, "text"),
        ({"text": "How?", "kind": "song"}, "kind"),
        ({"text": "Which?", "kind": "choice", "choices": ["One", "One"]}, "choices"),
        ({"text": "When?", "kind": "text", "shown_when": "visits-in-the-year", "shown_when_answers": ["3"]}, "shown_when"),
        ({"text": "When?", "kind": "text", "shown_when": "overall-grade"}, "shown_when_answers"),
        ({"text": "When?", "kind": "text", "shown_when": "overall-grade", "shown_when_answers": ["Fine"]}, "shown_when_answers"),
        ({"text": "When?", "kind": "text", "shown_when": "nowhere", "shown_when_answers": ["Fine"]}, "shown_when"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused(question: dict[str, object], field: str) -> None:
    draft = make_draft()
    with pytest.raises(Refused) as refusal:
        save_question(by=make_business_team_member(), version_id=draft.pk, **question)
    assert refusal.value.field == field


def test_an_empty_draft_is_not_published_and_a_second_draft_not_begun() -> None:
    member = make_business_team_member()
    draft = create_questionnaire(by=member, title="Section 11").versions.get()
    with pytest.raises(Refused, match="Add a question"):
        publish_version(by=member, version_id=draft.pk)
    with pytest.raises(Refused, match="draft already"):
        start_version(by=member, code="section-11")


def test_titles_are_used_once_and_say_something() -> None:
    member = make_business_team_member()
    create_questionnaire(by=member, title="Section 11")
    for title in ("Section 11", "section 11!", "!?"):
        with pytest.raises(Refused):
            create_questionnaire(by=member, title=title)


def test_two_questions_of_the_same_words_get_keys_of_their_own() -> None:
    member, draft = make_business_team_member(), make_draft()
    again = save_question(by=member, version_id=draft.pk, text="Why not?", kind="text")
    assert again.key == "why-not-2"


def test_only_the_business_team_writes_questions() -> None:
    draft = make_draft()
    for role in ("agency_lead", "system_administrator", "executive"):
        with pytest.raises(NotAllowed):
            save_question(by=make_person(role), version_id=draft.pk, text="Mine?", kind="text")
    with pytest.raises(NotVisible):  # who writes other kinds
        save_question(by=make_person("mash_manager"), version_id=draft.pk, text="Mine?", kind="text")


def test_what_is_not_there_is_not_visible() -> None:
    member, draft = make_business_team_member(), make_draft()
    for act in (
        lambda: start_version(by=member, code="nothing"),
        lambda: save_question(by=member, version_id=0, text="Where?", kind="text"),
        lambda: save_question(by=member, version_id=draft.pk, key="nothing", text="Where?", kind="text"),
        lambda: move_question(by=member, version_id=draft.pk, key="nothing", direction="up"),
        lambda: remove_question(by=member, version_id=draft.pk, key="nothing"),
        lambda: questionnaire("nothing"),
        lambda: version(CODE, 9),
        lambda: version_in_use(CODE),
        lambda: question_of(draft, "nothing"),
    ):
        with pytest.raises(NotVisible):
            act()
