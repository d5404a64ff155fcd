"""Results of a survey are kept counted, shown as pictures with tables, and leave the portal without small numbers."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from board.models import SurveyQuestion, VoiceSurvey
from board.selectors.surveys import list_surveys, survey_for, told_outside
from board.services.surveys import change_survey, put_survey_question, record_survey, remove_survey_question
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import read_sheet
from tests.board.build import make_survey
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 18)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def told(**more: Any) -> dict[str, Any]:
    return {"title": "After a conference", "asked": "Parents", "ended_on": TODAY, "sent": 100, "answered": 60, **more}


def put(by: Person, survey: VoiceSurvey, lines: str, position: int = 1) -> SurveyQuestion:
    survey.refresh_from_db()
    return put_survey_question(
        by=by, reference=survey.reference, version=survey.version, position=position, text="Were you heard?", lines=lines
    )


def test_a_survey_is_recorded_once_with_how_many_answered(business: Person) -> None:
    for wrong, field in (
        ({"ended_on": TODAY + timedelta(days=1)}, "ended_on"),
        ({"answered": 101}, "answered"),
        ({"agency": "nobody"}, "agency"),
    ):
        with pytest.raises(Refused) as refused:
            record_survey(by=business, **told(**wrong))
        assert refused.value.field == field
    survey = record_survey(by=business, **told())
    with pytest.raises(Refused, match="recorded already"):
        record_survey(by=business, **told(title="AFTER a conference"))
    change_survey(by=business, reference=survey.reference, version=1, **told(done="A longer talk before."))
    with pytest.raises(Conflict):
        change_survey(by=business, reference=survey.reference, version=1, **told())
    put(business, survey, "Yes: 40\nNo: 12")
    with pytest.raises(Refused, match="40 gave one of the answers") as refused:
        change_survey(by=business, reference=survey.reference, version=3, **told(answered=39))
    assert refused.value.field == "answered"
    with pytest.raises(NotAllowed):
        record_survey(by=make_person("scrutineer"), **told(title="Mine"))
    assert [event.verb for event in history(Subject("survey", survey.reference))] == [
        "board.survey_recorded", "board.survey_changed", "board.survey_question_put",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("Yes: 12\nNo", "Line 2 must be an answer"),
        ("Yes: 12\n: 3", "Line 2 must be an answer"),
        ("Yes: 12\nNo: -3", "Line 2 must be an answer"),
        ("Yes: 12\nNo: ٣", "Line 2 must be an answer"),
        ("Yes: 12\nNo: 61", "Line 2 counts more than the 60"),
        ("Yes: 12\nNo: 9999999", "Line 2 must be an answer"),
        ("Yes: 12\nYES: 3", "stands there already"),
        ("Yes: 12", "from 2 to 20 answers"),
        ("\n".join(f"{number}: 1" for number in range(21)), "from 2 to 20 answers"),
        (f"{'x' * 121}: 1\nNo: 2", "120 characters or fewer"),
    ],
)
def test_answers_that_cannot_be_read_are_refused_with_their_line(business: Person, lines: str, sentence: str) -> None:
    survey = make_survey()
    with pytest.raises(Refused, match=sentence) as refused:
        put(business, survey, lines)
    assert refused.value.field == "lines"
    assert not survey.questions.exists()


def test_a_question_is_put_right_and_taken_out(business: Person) -> None:
    survey = make_survey()
    put(business, survey, "Yes: 12\n\nIn part: all of it: 3")
    question = put(business, survey, "Yes: 13\nIn part: all of it: 3")
    assert (question.answers, question.numbers) == (["Yes", "In part: all of it"], [13, 3])
    survey.refresh_from_db()
    with pytest.raises(Conflict):
        remove_survey_question(by=business, reference=survey.reference, version=1, position=1)
    remove_survey_question(by=business, reference=survey.reference, version=3, position=1)
    with pytest.raises(Refused, match="removed already"):
        remove_survey_question(by=business, reference=survey.reference, version=4, position=1)


def test_small_numbers_do_not_leave_the_portal(business: Person) -> None:
    survey = make_survey()
    put(business, survey, "Always: 28\nMostly: 22\nSometimes: 7\nNever: 3")
    put(business, survey, "Yes: 57\nNo: 3", position=2)
    put(business, survey, "Yes: 8\nNo: 7", position=3)
    told = [(one.answer, one.number, one.of) for one in told_outside(list(survey.questions.all()))]
    assert told == [
        ("Always", 30, 60), ("Mostly", 20, 60), ("Sometimes", 5, 60), ("Never", None, 60),
        ("Yes", None, 60), ("No", None, 60),
        ("Yes", None, 15), ("No", None, 15),
    ]  # fmt: skip


def test_a_lead_reads_the_surveys_of_the_agency_and_of_no_one_agency(business: Person) -> None:
    police = make_agency("police")
    own, anybodys, other = make_survey(agency=police), make_survey(), make_survey(agency=make_agency())
    lead = make_person("agency_lead", police)
    assert set(list_surveys(lead).rows) == {own, anybodys}
    assert set(list_surveys(make_person("governance_lead")).rows) == {own, anybodys, other}
    with pytest.raises(NotVisible):
        survey_for(lead, other.reference)
    with pytest.raises(NotAllowed):
        put(lead, own, "Yes: 1\nNo: 2")


def test_the_pages_of_a_survey(client: Client, business: Person, django_assert_max_num_queries: Any) -> None:
    sign_in(client, business)
    day = {"ended_on-day": "30", "ended_on-month": "9", "ended_on-year": "2026"}
    given = {"title": "=1+1", "asked": "Parents", "sent": "100", "answered": "60", **day}
    refused = client.post("/voice/surveys/new/", {**given, "answered": "101"})
    assert (refused.status_code, "No more can have answered" in refused.content.decode()) == (422, True)
    assert client.post("/voice/surveys/new/", given).status_code == 302
    survey = VoiceSurvey.objects.get()
    address = f"/voice/surveys/{survey.reference}/"
    question = {"text": "Were you heard?", "lines": "Yes: 50\nNo: 3", "version": "1"}
    kept = client.post(f"{address}questions/1/", {**question, "lines": "Yes"})
    assert (kept.status_code, "Line 1 must be" in kept.content.decode()) == (422, True)
    assert client.post(f"{address}questions/1/", question).status_code == 302
    overtaken = client.post(f"{address}questions/1/", question)
    assert (overtaken.status_code, "Yes: 50" in overtaken.content.decode()) == (409, True)
    assert client.post(f"{address}change/", {**given, "title": "Heard?", "version": "2"}).status_code == 302
    with django_assert_max_num_queries(10):
        page = client.get(address).content.decode()
    for words in ("Heard?", "60 of 100", "1. Were you heard?", "<svg", "Show as a table", "Add a question"):
        assert words in page
    assert "60 of 100" in client.get("/voice/surveys/").content.decode()
    sheet = read_sheet(client.get(f"{address}export/").content)
    assert sheet.rows[0][:4] == ("Were you heard?", "Yes", "fewer than 6, or too few to tell", 55)
    assert client.get(f"{address}questions/0/").status_code == client.get(f"{address}questions/61/").status_code == 404
    client.post(f"{address}questions/1/", {"remove": "1", "version": "1"})
    assert survey.questions.exists()
    client.post(f"{address}questions/1/", {"remove": "1", "version": "3"})
    assert not survey.questions.exists()
