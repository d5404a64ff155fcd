"""Answers to a questionnaire: saved as often as one likes, submitted once. Called inside services of upper apps."""

from collections.abc import Mapping

from django.core.files.uploadedfile import UploadedFile

from accounts.models import Agency
from foundation import clock as time
from foundation.actors import Actor
from foundation.belonging import model_of_kind
from foundation.documents import store
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from work.models import Answer, AnswerSet, QuestionnaireVersion
from work.rules import ANSWER_SET_TRANSITIONS
from work.rules.questions import Value, asked, is_blank, missing, unfit
from work.selectors.questionnaires import answers_of, questions_of, version_in_use


@service
def start_answers(
    *,
    by: Actor,
    code: str,
    subject: Subject,
    agency: Agency | None = None,
    version: QuestionnaireVersion | None = None,
    answers: Mapping[str, Value] | None = None,
) -> AnswerSet:
    """Begin to answer the version in use of a questionnaire about a record, or the `version` given. Refused (404) where none is.

    `answers` stand in it from the start, by the question's key; those of questions that it does not have are left out.

    The answers are kept as long as the record: a kind of record that no app declares is an error of the program.
    """
    model_of_kind(subject.kind)
    begun = AnswerSet.objects.create(
        version=version or version_in_use(code),
        subject_kind=subject.kind,
        subject_reference=subject.reference,
        agency=agency,
        started_at=time.now(),
        started_by=by.actor_reference,
    )
    if answers:
        _lay_down(begun, answers, by)
    record(verb="answers.started", by=by, subject=subject, data={"answers": begun.reference, "questionnaire": code})
    return begun


@service
def save_answers(
    *, by: Actor, reference: str, answers: Mapping[str, Value], files: "Mapping[str, UploadedFile[bytes]] | None" = None
) -> AnswerSet:
    """Keep these answers (by the question's key) with the words that were asked; what is not named stays as it was.

    Blank answers and answers to questions that are no longer asked are dropped. A file is kept as a document of the record that
    the answers are about, and opened through that record's door. Refuses an answer of the wrong kind, and any change of what
    has been submitted.
    """
    of = _locked(reference)
    move(ANSWER_SET_TRANSITIONS, of, "save")
    _keep(of, {**answers, **_stored(of, files or {}, by)}, by)
    return of


@service
def submit_answers(
    *,
    by: Actor,
    reference: str,
    answers: Mapping[str, Value] | None = None,
    files: "Mapping[str, UploadedFile[bytes]] | None" = None,
) -> AnswerSet:
    """Keep these answers and submit all. Refused while a required question that is asked has no answer."""
    of = _locked(reference)
    move(ANSWER_SET_TRANSITIONS, of, "submit")
    given = _keep(of, {**(answers or {}), **_stored(of, files or {}, by)}, by)
    lacking = missing(questions_of(of.version), given)
    if lacking:
        raise Refused(f"Answer “{lacking[0].text}”.", field=lacking[0].key)
    of.submitted_at, of.submitted_by = time.now(), by.actor_reference
    of.save(update_fields=["state", "submitted_at", "submitted_by"])
    subject = Subject(of.subject_kind, of.subject_reference)
    record(verb="answers.submitted", by=by, subject=subject, data={"answers": of.reference})
    return of


def _lay_down(begun: AnswerSet, answers: Mapping[str, Value], by: Actor) -> None:
    """Let these answers stand in a set that nobody has written in; their writer is told when saving what does not fit."""
    Answer.objects.bulk_create(
        Answer(
            answer_set=begun,
            question=question,
            asked=question.text,
            value=answers[question.key],
            answered_at=begun.started_at,
            answered_by=by.actor_reference,
        )
        for question in questions_of(begun.version)
        if not is_blank(answers.get(question.key))
    )


def _locked(reference: str) -> AnswerSet:
    found = AnswerSet.objects.select_for_update(of=("self",)).select_related("version").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def _stored(of: AnswerSet, files: "Mapping[str, UploadedFile[bytes]]", by: Actor) -> dict[str, Value]:
    """Keep the uploaded files, and give their documents' references by the question's key."""
    kept: dict[str, Value] = {}
    for key, upload in files.items():
        try:
            kept[key] = store(upload=upload, record_kind=of.subject_kind, record_reference=of.subject_reference, by=by).reference
        except Refused as refused:
            raise Refused(refused.sentence, field=key) from refused
    return kept


def _keep(of: AnswerSet, answers: Mapping[str, Value], by: Actor) -> dict[str, Value]:
    """Write what changed and give all answers that stand now."""
    questions = questions_of(of.version)
    strange = set(answers) - {question.key for question in questions}
    if strange:
        raise KeyError(f"The version has no question {min(strange)}.")
    before = answers_of(of)
    given = {key: value for key, value in {**before, **answers}.items() if not is_blank(value)}
    shown = asked(questions, given)
    now = {question.key: given[question.key] for question in shown if question.key in given}
    for question in shown:
        value = now.get(question.key)
        if value is None or value == before.get(question.key):
            continue
        if sentence := unfit(question, value):
            raise Refused(sentence, field=question.key)
        Answer.objects.update_or_create(
            answer_set=of,
            question=question,
            defaults={"asked": question.text, "value": value, "answered_at": time.now(), "answered_by": by.actor_reference},
        )
    of.answers.exclude(question__key__in=now).delete()
    return now
