"""Questionnaires, their versions, and what was answered."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from accounts.access_table import role_codes
from accounts.models import Person
from foundation.errors import NotVisible
from work.kinds import QuestionnaireKind, questionnaire_kinds
from work.models import AnswerSet, Question, Questionnaire, QuestionnaireVersion
from work.rules.questions import Value


@dataclass(frozen=True)
class Answered:
    """One answer with the words that were asked."""

    key: str
    section: str
    asked: str
    kind: str
    value: Value


def kinds_written_by(person: Person) -> list[QuestionnaireKind]:
    """The kinds of questionnaire that the person writes."""
    held = role_codes(person)
    return [kind for kind in questionnaire_kinds().values() if kind.editors & held]


def questionnaires_written_by(person: Person) -> QuerySet[Questionnaire]:
    """The questionnaires that the person writes, with their versions, by title."""
    return questionnaires().filter(kind__in=[kind.kind for kind in kinds_written_by(person)])


def questionnaire_written_by(person: Person, code: str) -> Questionnaire:
    """One questionnaire that the person writes."""
    found = questionnaires_written_by(person).filter(code=code).first()
    if found is None:
        raise NotVisible
    return found


def version_written_by(person: Person, code: str, number: int) -> QuestionnaireVersion:
    """One version of a questionnaire that the person writes."""
    questionnaire_written_by(person, code)
    return version(code, number)


def versions_of(of: Questionnaire) -> list[QuestionnaireVersion]:
    """The versions of a questionnaire, the newest first. Asked by pages that have decided who writes it."""
    return list(of.versions.order_by("-number"))


def questionnaires() -> QuerySet[Questionnaire]:
    """Every questionnaire with its versions, by title. The questions themselves are nobody's secret."""
    versions = QuestionnaireVersion.objects.order_by("-number")
    return Questionnaire.objects.prefetch_related(Prefetch("versions", versions)).order_by("title")


def questionnaire(code: str) -> Questionnaire:
    """One questionnaire by its code."""
    found = questionnaires().filter(code=code).first()
    if found is None:
        raise NotVisible
    return found


def version(code: str, number: int) -> QuestionnaireVersion:
    """One version of a questionnaire."""
    found = QuestionnaireVersion.objects.select_related("questionnaire").filter(questionnaire__code=code, number=number).first()
    if found is None:
        raise NotVisible
    return found


def in_use_or_newest(of: Questionnaire) -> QuestionnaireVersion | None:
    """The published version, or the newest where none is. `of`: with its versions, newest first."""
    versions = list(of.versions.all())
    published = (one for one in versions if one.state == QuestionnaireVersion.State.PUBLISHED)
    return next(published, versions[0] if versions else None)


def version_in_use(code: str) -> QuestionnaireVersion:
    """The published version of a questionnaire; NotVisible where there is none."""
    found = (
        QuestionnaireVersion.objects.select_related("questionnaire")
        .filter(questionnaire__code=code, state=QuestionnaireVersion.State.PUBLISHED)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def questions_of(of: QuestionnaireVersion) -> tuple[Question, ...]:
    """The questions of a version in their order."""
    return tuple(Question.objects.filter(version=of).select_related("shown_when").order_by("position", "pk"))


def question_of(of: QuestionnaireVersion, key: str) -> Question:
    """One question of a version by its key."""
    found = Question.objects.filter(version=of, key=key).select_related("shown_when").first()
    if found is None:
        raise NotVisible
    return found


def answer_set(reference: str) -> AnswerSet:
    """A set of answers. Asked by upper apps, which have decided who may see it."""
    found = AnswerSet.objects.select_related("version__questionnaire").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def answers_of(of: AnswerSet) -> dict[str, Value]:
    """What was answered so far, by the question's key."""
    return dict(of.answers.values_list("question__key", "value"))


def answered(of: AnswerSet) -> tuple[Answered, ...]:
    """What was answered, in the order of the questions, with the words that were asked."""
    rows = of.answers.order_by("question__position").values_list(
        "question__key", "question__section", "asked", "question__kind", "value"
    )
    return tuple(Answered(*row) for row in rows)
