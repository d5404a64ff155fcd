"""A question may be a table with as many rows as somebody needs, and may limit the words of its texts."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation.errors import Refused
from foundation.word_count import count_words, over_limit
from tests.factories import make_agency, make_person, sign_in
from tests.work.build import SYSTEM, inside, make_business_team_member
from work.models import Answer, Question, QuestionnaireVersion, Request
from work.rules.questions import unfit, words_of
from work.services.questionnaires import create_questionnaire, publish_version, save_question, start_version
from work.services.replies import ask_to_answer, save_reply, send_reply
from work.services.requests import waive_request

pytestmark = pytest.mark.django_db

TABLE, SUMMARY = "objectives", "summary"
COLUMNS = ("What we intend to do", "What did we do?")


def make_table(**over: Any) -> QuestionnaireVersion:
    """A draft with a table of two columns and a text, each with a limit of words."""
    with inside():
        draft = create_questionnaire(by=SYSTEM, title="Objectives of an agency").versions.get()
        save_question(
            **{
                "by": SYSTEM,
                "version_id": draft.pk,
                "text": "Objectives",
                "kind": "rows",
                "columns": COLUMNS,
                "word_limit": 6,
                **over,
            }
        )
        save_question(by=SYSTEM, version_id=draft.pk, text="Summary", kind="long_text", word_limit=5, required=False)
    return draft


@pytest.fixture
def asked() -> Request:
    version = make_table()
    with inside():
        publish_version(by=SYSTEM, version_id=version.pk)
        (request,) = ask_to_answer(
            by=SYSTEM,
            code=version.questionnaire.code,
            agencies=[make_agency().code],
            purpose="For the report.",
            due_on=version.created_at.date().replace(year=2027),
        )
    return request


@pytest.fixture
def lead(asked: Request) -> Person:
    return make_person("agency_lead", asked.to_agency)


def answers(request: Request) -> dict[str, Any]:
    return dict(Answer.objects.filter(answer_set__subject_reference=request.reference).values_list("question__key", "value"))


def page(request: Request) -> str:
    return reverse("work:reply_section", args=[request.reference, 1])


def test_words_are_counted_as_their_writer_counts_them() -> None:
    assert count_words("  One two,\nthree – four ") == 5
    assert count_words("") == 0
    assert count_words("x" * 10_000) == 223
    assert over_limit("one two three", 3) == ""
    assert over_limit("one two three", 2) == "must be 2 words or fewer. It has 3"
    assert over_limit("one two three", None) == ""
    assert words_of([["one two", "three"], ["", "four"]]) == 4
    assert words_of(7) == words_of(["a", "b"]) == 0


def test_rows_are_kept_as_they_were_written_and_empty_ones_left_out(asked: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    given = {
        f"{TABLE}-0-0": "See children alone",
        f"{TABLE}-0-1": "- twice\r\n- a year",
        f"{TABLE}-1-0": " ",
        f"{TABLE}-1-1": "",
        f"{TABLE}-2-0": "Ask fathers",
        f"{TABLE}-2-1": "",
        "later": "yes",
    }
    assert client.post(page(asked), given).status_code == 302
    assert answers(asked) == {TABLE: [["See children alone", "- twice\n- a year"], ["Ask fathers", ""]]}
    shown = client.get(page(asked)).content.decode()
    assert "See children alone" in shown
    assert "Row 3" in shown  # an empty one to go on with
    assert "Row 4" not in shown
    assert 'data-maxwords="6"' in shown
    send_reply(by=lead, reference=asked.reference)
    read = sign_in(Client(), make_business_team_member()).get(reverse("work:reply", args=[asked.reference])).content.decode()
    assert "Row 2" in read
    assert "What we intend to do" in read


def test_a_press_for_another_row_keeps_what_was_typed_and_asks_for_nothing(asked: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    again = client.post(page(asked), {"summary": "Short", f"{TABLE}-0-0": "", f"{TABLE}-0-1": "", "add_row": TABLE}, follow=True)
    assert "empty row more" in again.content.decode()
    assert answers(asked) == {"summary": "Short"}


def test_too_many_words_are_refused_beside_the_box_and_nothing_typed_is_lost(asked: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    given = {
        f"{TABLE}-0-0": "Fine",
        f"{TABLE}-0-1": "one two three four five six seven",
        "summary": "one two three four five six",
    }
    refused = client.post(page(asked), given)
    shown = refused.content.decode()
    assert refused.status_code == 422
    assert "“What did we do?” in row 1 must be 6 words or fewer. It has 7" in shown
    assert f'href="#id_{TABLE}-0-1"' in shown
    assert "Summary must be 5 words or fewer. It has 6" in shown
    assert "one two three four five six seven" in shown
    assert answers(asked) == {}


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([["one two three four five six seven", ""]], "“Objectives” must be 6 words or fewer. It has 7."),
        ([["only one"]], "Change the answer"),
        ([["a", 7]], "Change the answer"),
        ("rubbish", "Change the answer"),
        ([["a", "b"]] * 41, "Change the answer"),
        ([["a", "x" * 10_001]], "must be 6 words or fewer"),
    ],
)
def test_a_service_refuses_what_is_no_table(asked: Request, lead: Person, value: Any, said: str) -> None:
    with pytest.raises(Refused, match=said):
        save_reply(by=lead, reference=asked.reference, answers={TABLE: value})


def test_forty_rows_are_taken_and_no_more(asked: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    rows = {f"{TABLE}-{row}-{column}": "Yes" for row in range(41) for column in range(2)}
    refused = client.post(page(asked), rows)
    assert "Objectives must have 40 rows or fewer" in refused.content.decode()
    hidden = client.post(page(asked), {f"{TABLE}-0-0": "a\x07b", f"{TABLE}-0-1": ""})
    assert "hidden character" in hidden.content.decode()
    long = client.post(page(asked), {f"{TABLE}-0-0": "a " * 5_001, f"{TABLE}-0-1": ""})
    assert "10,000 characters or fewer" in long.content.decode()


def test_a_required_table_needs_a_row(asked: Request, lead: Person) -> None:
    client = sign_in(Client(), lead)
    assert "Fill in a row of “Objectives”" in client.post(page(asked), {f"{TABLE}-0-0": "", f"{TABLE}-0-1": ""}).content.decode()
    with pytest.raises(Refused, match="Answer “Objectives”"):
        send_reply(by=lead, reference=asked.reference)


def test_what_was_written_while_the_request_was_closed_is_shown_to_be_copied(asked: Request, lead: Person) -> None:
    save_reply(by=lead, reference=asked.reference, answers={SUMMARY: "Kept before"})
    with inside():
        waive_request(by=SYSTEM, reference=asked.reference, reason="Not needed.")
    client = sign_in(Client(), lead)
    lost = client.post(page(asked), {SUMMARY: "Written since <b>", f"{TABLE}-0-0": "A new row", f"{TABLE}-0-1": ""})
    assert lost.status_code == 422
    assert "Your answers were not saved" in lost.content.decode()
    assert "Written since &lt;b&gt;" in lost.content.decode()
    assert "A new row" in lost.content.decode()
    assert answers(asked) == {SUMMARY: "Kept before"}
    assert client.post(page(asked), {SUMMARY: "Kept before"}).status_code == 302
    assert client.get(page(asked)).status_code == 302


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"columns": ["One"]}, "columns"),
        ({"columns": list("abcdefg")}, "columns"),
        ({"carried_columns": 3}, "carried_columns"),
        ({"word_limit": 0}, "word_limit"),
        ({"kind": "number", "columns": ()}, "word_limit"),
    ],
)
def test_a_table_that_cannot_be_filled_in_is_not_written(over: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        make_table(**over)
    assert refused.value.field == field


def test_a_referral_asks_for_no_table() -> None:
    with inside():
        draft = create_questionnaire(by=SYSTEM, title="After a worry", kind="referrals.worry").versions.get()
        with pytest.raises(Refused, match="no tables"):
            save_question(by=SYSTEM, version_id=draft.pk, text="Rows", kind="rows", columns=COLUMNS)


def test_the_business_team_writes_a_table_and_its_next_version_has_it_too() -> None:
    business = make_business_team_member()
    client = sign_in(Client(), business)
    draft = make_table()
    where = reverse("work:new_question", args=[draft.questionnaire.code, 1])
    given = {
        "text": "Plans",
        "kind": "rows",
        "columns": "Intent\nOutcome",
        "carried_columns": "1",
        "word_limit": "50",
        "required": "no",
    }
    assert client.post(where, given).status_code == 302
    shown = client.get(reverse("work:version", args=[draft.questionnaire.code, 1])).content.decode()
    assert "Intent / Outcome; the first 1 column carried over; up to 50 words" in shown
    form = client.get(reverse("work:question", args=[draft.questionnaire.code, 1, "plans"])).content.decode()
    assert "Intent\nOutcome".replace("\n", "&#10;") in form
    assert "Enter between two and 6" in client.post(where, {**given, "columns": "One"}).content.decode()
    tried = client.post(reverse("work:preview", args=[draft.questionnaire.code, 1]), {"plans-0-0": "Mine", "add_row": "plans"})
    assert "Mine" in tried.content.decode()
    publish_version(by=business, version_id=draft.pk)
    copied = start_version(by=business, code=draft.questionnaire.code)
    again = Question.objects.get(version=copied, key="plans")
    assert (again.columns, again.carried_columns, again.word_limit) == (["Intent", "Outcome"], 1, 50)
    assert unfit(again, [["a", "b"]]) == ""
