"""The further questions of the referral form: which versions are in use, and the questions of those that a draft began with."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Q

from foundation.together import hand_out, read_together
from referrals.models import Draft
from referrals.rules.question_sets import OF_AGENCIES, OF_WORRIES, QuestionSet
from work.models import Question, QuestionnaireVersion

KINDS = (OF_WORRIES, OF_AGENCIES)


def pins_in_use() -> dict[str, int]:
    """The sets with the version that is in use now, by code."""
    rows = QuestionnaireVersion.objects.filter(
        state=QuestionnaireVersion.State.PUBLISHED, questionnaire__kind__in=KINDS
    ).values_list("questionnaire__code", "number")
    return dict(rows)


def sets_offered(agency_kind: str) -> list[QuestionSet]:
    """The sets in use that an agency of this kind can be asked, by title: after a worry, or always."""
    found = question_sets(pins_in_use().items())
    return sorted(
        (one for one in found if one.occasions and (one.kind == OF_WORRIES or agency_kind in one.occasions)),
        key=lambda one: (one.kind == OF_AGENCIES, one.title),
    )


def pins_with(sent: Mapping[str, int], since: datetime) -> dict[str, int]:
    """The sets in use, and in their place the versions with which somebody began, where those were in use at this moment."""
    pins = pins_in_use()
    for one in QuestionnaireVersion.objects.filter(
        Q(retired_at__isnull=True) | Q(retired_at__gte=since), published_at__isnull=False, questionnaire__code__in=sent
    ).select_related("questionnaire"):
        code = one.questionnaire.code
        if one.number == sent[code] and one.questionnaire.kind in KINDS:
            pins[code] = one.number
    return pins


def question_sets(pins: Iterable[tuple[str, int]]) -> list[QuestionSet]:
    """The sets of these codes and versions, with their questions; one statement, or none without pins."""
    wanted = Q()
    for code, number in set(pins):
        wanted |= Q(questionnaire__code=code, number=number)
    if not wanted:
        return []
    rows = QuestionnaireVersion.objects.filter(wanted, questionnaire__kind__in=KINDS, published_at__isnull=False)
    versions = rows.select_related("questionnaire")
    questions = Question.objects.filter(version__in=rows.values("pk")).select_related("shown_when").order_by("position", "pk")
    read_together(versions, questions)
    hand_out(questions, versions, name="questions")
    return [_set(version) for version in versions]


def _set(version: QuestionnaireVersion) -> QuestionSet:
    of = version.questionnaire
    return QuestionSet(of.code, of.title, of.kind, version.number, tuple(version.occasions), tuple(version.questions.all()))


def sets_of_drafts(drafts: Iterable[Draft]) -> dict[int, list[QuestionSet]]:
    """The sets that each of some drafts began with, by the draft's number, asked of the database together."""
    listed = list(drafts)
    found = question_sets(pin for draft in listed for pin in draft.question_sets.items())
    by_pin = {(one.code, one.number): one for one in found}
    return {draft.pk: [by_pin[pin] for pin in draft.question_sets.items() if pin in by_pin] for draft in listed}
