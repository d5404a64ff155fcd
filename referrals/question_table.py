"""Sees to it that the referral form has its further questions, before the MASH has written any."""

from typing import Any

from django.apps import AppConfig
from django.apps.registry import Apps

from foundation import clock
from referrals.rules.first_questions import FIRST_SETS, FirstSet
from work.models import Question, Questionnaire, QuestionnaireVersion

WRITER = "first_questions"


def write_missing_question_sets(sender: AppConfig, using: str, apps: Apps | None = None, **_: Any) -> None:
    """After all migrations: write each set that was never there, and publish it. One that is there stays as it is."""
    if sender.name != "referrals" or (apps is not None and not _has_kinds(apps)):
        return
    known = set(Questionnaire.objects.using(using).values_list("code", flat=True))
    for first in FIRST_SETS:
        if first.code not in known:
            _write(first, using)


def _has_kinds(apps: Apps) -> bool:
    """Whether the tables stand as they do now: migrations may have been taken back."""
    models = apps.all_models["work"]
    version = models.get("questionnaireversion")
    return version is not None and any(field.name == "occasions" for field in version._meta.get_fields())


def _write(first: FirstSet, using: str) -> None:
    moment = clock.now()
    of = Questionnaire.objects.using(using).create(
        code=first.code,
        title=first.title,
        purpose=first.purpose,
        kind=first.kind,
        created_at=moment,
        created_by=WRITER,
    )
    version = QuestionnaireVersion.objects.using(using).create(
        questionnaire=of, number=1, occasions=list(first.occasions), created_at=moment, created_by=WRITER
    )
    made: dict[str, Question] = {}
    for position, one in enumerate(first.questions, start=1):
        parent, answers = one.after
        made[one.key] = Question.objects.using(using).create(
            version=version,
            key=one.key,
            position=position,
            text=one.text,
            hint=one.hint,
            kind=one.kind,
            choices=list(one.choices),
            required=one.required,
            shown_when=made[parent] if parent else None,
            shown_when_answers=list(answers),
        )
    version.state, version.published_at, version.published_by = QuestionnaireVersion.State.PUBLISHED, moment, WRITER
    version.save(using=using, update_fields=["state", "published_at", "published_by"])
