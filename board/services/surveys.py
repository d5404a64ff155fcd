"""Keeping the results of surveys: whom they asked, how many answered, and how many gave which answer."""

from datetime import date
from typing import Any

from accounts.models import Person
from board.models import SurveyQuestion, VoiceSurvey
from board.selectors.challenges import agency_of
from board.selectors.surveys import locked_survey, question_at
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

LEAST_ANSWERS, MOST_ANSWERS, LONGEST_ANSWER, MOST_DIGITS = 2, 20, 120, 6


def _subject(survey: VoiceSurvey) -> Subject:
    return Subject("survey", survey.reference)


def _told(*, title: str, agency: str, ended_on: date, sent: int, answered: int, but: str = "", **more: Any) -> dict[str, Any]:
    if ended_on > clock.today():
        raise Refused("The last day of the survey must be today or in the past.", field="ended_on")
    if answered > sent:
        raise Refused("No more can have answered than were asked.", field="answered")
    take_turns("board.surveys")
    if VoiceSurvey.objects.filter(title__iexact=title, ended_on=ended_on).exclude(reference=but).exists():
        raise Refused("A survey of this name that ended on this day is recorded already.", field="title")
    named = agency_of(agency, "agency")
    return {**more, "title": title, "agency": named, "ended_on": ended_on, "sent": sent, "answered": answered}


def _as_opened(by: Person, reference: str, version: int) -> VoiceSurvey:
    survey = locked_survey(by, reference)
    check_version(survey, version, "Somebody else has changed this survey since you opened it. Look at it again before you save.")
    return survey


@service
def record_survey(
    *, by: Person, title: str, asked: str, ended_on: date, sent: int, answered: int, service: str = "", agency: str = "",
    done: str = "",
) -> VoiceSurvey:  # fmt: skip
    """Record a survey. Refuses a day to come, more answers than were asked, and one of its name and last day."""
    told = _told(
        title=title, agency=agency, ended_on=ended_on, sent=sent, answered=answered, asked=asked, service=service, done=done
    )
    survey = VoiceSurvey.objects.create(**told)
    record(verb="board.survey_recorded", by=by, subject=_subject(survey))
    return survey


@service
def change_survey(
    *, by: Person, reference: str, version: int, title: str, asked: str, ended_on: date, sent: int, answered: int,
    service: str = "", agency: str = "", done: str = "",
) -> VoiceSurvey:  # fmt: skip
    """Put a survey right. Refuses what recording refuses, fewer answers than a question has, and one changed meanwhile."""
    survey = _as_opened(by, reference, version)
    told = _told(
        title=title, agency=agency, ended_on=ended_on, sent=sent, answered=answered, but=reference, asked=asked, service=service,
        done=done,
    )  # fmt: skip
    most = max((number for question in survey.questions.all() for number in question.numbers), default=0)
    if answered < most:
        raise Refused(f"{most} gave one of the answers, so at least as many answered.", field="answered")
    for name, value in told.items():
        setattr(survey, name, value)
    survey.version += 1
    survey.save()
    record(verb="board.survey_changed", by=by, subject=_subject(survey))
    return survey


def _counted(lines: str, answered: int) -> tuple[list[str], list[int]]:
    """Answers and numbers from lines such as “Yes: 12”; refuses a line that cannot be read, an answer twice, and too many."""
    answers: list[str] = []
    numbers: list[int] = []
    for place, line in enumerate((one for one in lines.splitlines() if one.strip()), start=1):
        answer, _colon, number = (part.strip() for part in line.rpartition(":"))
        if not answer or not (number.isascii() and number.isdecimal()) or len(number) > MOST_DIGITS:
            raise Refused(f"Line {place} must be an answer, a colon and a number, like “Yes: 12”.", field="lines")
        if len(answer) > LONGEST_ANSWER:
            raise Refused(f"The answer in line {place} must be {LONGEST_ANSWER} characters or fewer.", field="lines")
        if answer.casefold() in {one.casefold() for one in answers}:
            raise Refused(f"Line {place} has an answer that stands there already.", field="lines")
        if int(number) > answered:
            raise Refused(f"Line {place} counts more than the {answered} who answered.", field="lines")
        answers.append(answer)
        numbers.append(int(number))
    if not LEAST_ANSWERS <= len(answers) <= MOST_ANSWERS:
        raise Refused(f"Enter from {LEAST_ANSWERS} to {MOST_ANSWERS} answers, each on a line of its own.", field="lines")
    return answers, numbers


@service
def put_survey_question(*, by: Person, reference: str, version: int, position: int, text: str, lines: str) -> SurveyQuestion:
    """Write down a question of a survey with how many gave which answer, in place of the one that stands there.

    Refuses lines that cannot be read, an answer twice, a number above those who answered, and a survey changed meanwhile.
    """
    survey = _as_opened(by, reference, version)
    answers, numbers = _counted(lines, survey.answered)
    question, _fresh = SurveyQuestion.objects.update_or_create(
        survey=survey, position=position, defaults={"text": text, "answers": answers, "numbers": numbers}
    )
    survey.version += 1
    survey.save()
    record(verb="board.survey_question_put", by=by, subject=_subject(survey), data={"position": position})
    return question


@service
def remove_survey_question(*, by: Person, reference: str, version: int, position: int) -> None:
    """Take a question out. Refuses one that is not there, and a survey changed meanwhile."""
    survey = _as_opened(by, reference, version)
    question = question_at(survey, position)
    if question is None:
        raise Refused("This question has been removed already.")
    question.delete()
    survey.version += 1
    survey.save()
    record(verb="board.survey_question_removed", by=by, subject=_subject(survey), data={"position": position})
