"""Results of surveys, counted; and how they are told where small numbers of people must not be."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from accounts.access import AGENCY_LEAD
from accounts.access_table import agency_ids
from accounts.models import Person
from board.access import HEARS_ALL
from board.models import SurveyQuestion, VoiceSurvey
from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from foundation.small_numbers import nearest, rounded, rounded_part


@dataclass(frozen=True)
class ToldAnswer:
    """How many gave an answer, and of how many, to the nearest five; None where that would be too few to tell."""

    question: str
    answer: str
    number: int | None
    of: int | None


def visible_surveys(person: Person) -> QuerySet[VoiceSurvey]:
    """All for those who hear everybody; an agency's lead those about the agency, and those about no one agency."""
    found = VoiceSurvey.objects.select_related("agency")
    if HEARS_ALL.admits(person):
        return found
    return found.filter(Q(agency__in=agency_ids(person, AGENCY_LEAD)) | Q(agency__isnull=True))


def list_surveys(person: Person, after: str = "") -> Page[VoiceSurvey]:
    """Some surveys, the newest first, after the key that the page before gave."""
    return page_after(visible_surveys(person), "ended_on", after, newest_first=True)


def survey_for(person: Person, reference: str) -> VoiceSurvey:
    """One survey; NotVisible when this person may not read it."""
    found = visible_surveys(person).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_survey(person: Person, reference: str) -> VoiceSurvey:
    """The same, locked until the transaction ends."""
    found = visible_surveys(person).select_for_update(of=("self",)).filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def questions_of(survey: VoiceSurvey) -> list[SurveyQuestion]:
    """Its questions in their order."""
    return list(survey.questions.all())


def question_at(survey: VoiceSurvey, position: int) -> SurveyQuestion | None:
    """The question at a place; None where there is none yet."""
    return survey.questions.filter(position=position).first()


def told_outside(questions: Sequence[SurveyQuestion]) -> tuple[ToldAnswer, ...]:
    """Every answer as it may leave the portal, by the house's rule for small numbers: no number under six, and none from which
    such a one could be taken away."""
    told = []
    for question in questions:
        whole = sum(question.numbers)
        for answer, number in zip(question.answers, question.numbers, strict=True):
            part = rounded_part(number, whole)
            told.append(ToldAnswer(question.text, answer, part, nearest(whole) if part is not None else rounded(whole)))
    return tuple(told)
