"""Questionnaires: written as a draft, published, and from then on changed only by a new version."""

from collections.abc import Sequence
from typing import Literal

from django.db.models import Max
from django.utils.text import slugify

from accounts.access_table import role_codes
from accounts.models import Person
from foundation import clock as time
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.states import move
from work.kinds import QuestionnaireKind, questionnaire_kinds
from work.models import Question, Questionnaire, QuestionnaireVersion
from work.models.questionnaires import ASKED_OF_AGENCIES
from work.rules import VERSION_TRANSITIONS
from work.rules.questions import WITH_CHOICES, fault, out_of_order

KEY_LENGTH = 50


@service
def create_questionnaire(
    *, by: Actor, title: str, purpose: str = "", code: str = "", kind: str = ASKED_OF_AGENCIES, occasions: Sequence[str] = ()
) -> Questionnaire:
    """Begin a questionnaire with an empty draft as version 1. Who may: those who write its kind. Refuses a title that exists."""
    _check_writer(by, kind)
    _check_occasions(questionnaire_kinds()[kind], occasions)
    code = code or slugify(title)[:40].strip("-")
    if not code:
        raise Refused("Enter a title with letters in it.", field="title")
    if Questionnaire.objects.filter(code=code).exists():
        raise Refused("There is a questionnaire with this title already. Enter another title.", field="title")
    moment = time.now()
    created = Questionnaire.objects.create(
        code=code,
        title=title,
        purpose=purpose,
        kind=kind,
        created_at=moment,
        created_by=by.actor_reference,
    )
    QuestionnaireVersion.objects.create(
        questionnaire=created, number=1, occasions=list(occasions), created_at=moment, created_by=by.actor_reference
    )
    _record("questionnaire.created", by, created, 1)
    return created


@service
def set_when_asked(*, by: Actor, code: str, occasions: Sequence[str]) -> QuestionnaireVersion:
    """Say on which occasions the draft of a questionnaire is asked. Who may: those who write its kind.

    It holds once the draft is published, and for what is begun from then on. Refuses what is no occasion of it, and while there
    is no draft.
    """
    questionnaire = _held(by, code)
    _check_occasions(questionnaire_kinds()[questionnaire.kind], occasions)
    newest = questionnaire.versions.select_for_update().order_by("-number").first()
    if newest is None or newest.state != QuestionnaireVersion.State.DRAFT:
        raise Refused("Begin a new version first: what has been published stays asked when it was.", field="occasions")
    before, newest.occasions = newest.occasions, list(dict.fromkeys(occasions))
    if before != newest.occasions:
        newest.save(update_fields=["occasions"])
        record(
            verb="questionnaire.occasions_changed",
            by=by,
            subject=Subject("questionnaire", questionnaire.code),
            data={"version": newest.number, "before": ", ".join(before), "after": ", ".join(newest.occasions)},
        )
    return newest


@service
def start_version(*, by: Actor, code: str) -> QuestionnaireVersion:
    """Copy the newest version into a new draft. Who may: those who write it. Refused while there is a draft."""
    questionnaire = _held(by, code)
    newest = questionnaire.versions.order_by("-number").first()
    if newest is not None and newest.state == QuestionnaireVersion.State.DRAFT:
        raise Refused("There is a draft already. Edit that one, or publish it first.")
    number = newest.number + 1 if newest else 1
    draft = QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=number,
        occasions=newest.occasions if newest else [],
        created_at=time.now(),
        created_by=by.actor_reference,
    )
    if newest is not None:
        _copy_questions(newest, draft)
    _record("questionnaire.version_started", by, questionnaire, number)
    return draft


@service
def save_question(
    *,
    by: Actor,
    version_id: int,
    text: str,
    kind: str,
    key: str = "",
    section: str = "",
    hint: str = "",
    choices: Sequence[str] = (),
    columns: Sequence[str] = (),
    carried_columns: int = 0,
    word_limit: int | None = None,
    required: bool = True,
    shown_when: str = "",
    shown_when_answers: Sequence[str] = (),
) -> Question:
    """Add a question to the end of a draft, or change the one of this key. Who may: those who write the questionnaire.

    Refused on a version that has been published, and for a question that cannot be answered.
    """
    draft = _draft(by, version_id)
    existing = Question.objects.filter(version=draft, key=key).first() if key else None
    if key and existing is None:
        raise NotVisible
    parent = _parent(draft, shown_when, existing)
    field, sentence = fault(
        text=text,
        kind=kind,
        choices=choices,
        columns=columns,
        carried_columns=carried_columns,
        word_limit=word_limit,
        shown_when=parent,
        shown_when_answers=shown_when_answers if parent else (),
    )
    if sentence:
        raise Refused(sentence, field=field)
    if kind == Question.Kind.EVIDENCE_FILE and not questionnaire_kinds()[draft.questionnaire.kind].files:
        raise Refused("Select another kind of answer: files are attached elsewhere in this form.", field="kind")
    if kind == Question.Kind.ROWS and not questionnaire_kinds()[draft.questionnaire.kind].tables:
        raise Refused("Select another kind of answer: this form has no tables.", field="kind")
    if existing is not None:
        _check_dependents(existing, kind, choices)
    question = existing or Question(version=draft, key=_new_key(draft, text), position=_next_position(draft))
    question.text, question.kind, question.section, question.hint = text.strip(), kind, section.strip(), hint.strip()
    question.choices = list(dict.fromkeys(choices)) if kind in WITH_CHOICES else []
    question.columns = list(dict.fromkeys(columns)) if kind == Question.Kind.ROWS else []
    question.carried_columns = carried_columns if kind == Question.Kind.ROWS else 0
    question.word_limit, question.required = word_limit, required
    question.shown_when, question.shown_when_answers = parent, list(shown_when_answers) if parent else []
    question.save()
    return question


@service
def move_question(*, by: Actor, version_id: int, key: str, direction: Literal["up", "down"]) -> Question:
    """Swap a question of a draft with its neighbour. Refused where it would stand before the question that it depends on."""
    draft = _draft(by, version_id)
    order = list(Question.objects.filter(version=draft).order_by("position", "pk"))
    place = next((number for number, question in enumerate(order) if question.key == key), None)
    if place is None:
        raise NotVisible
    other = place - 1 if direction == "up" else place + 1
    if not 0 <= other < len(order):
        return order[place]
    moved = order[place]
    order[place], order[other] = order[other], order[place]
    if out_of_order(order):
        raise Refused("A question must stand after the one on which it depends.")
    order[place].position, order[other].position = order[other].position, order[place].position
    Question.objects.bulk_update([order[place], order[other]], ["position"])
    return moved


@service
def remove_question(*, by: Actor, version_id: int, key: str) -> None:
    """Take a question out of a draft. Refused while other questions depend on it."""
    draft = _draft(by, version_id)
    question = Question.objects.filter(version=draft, key=key).first()
    if question is None:
        raise NotVisible
    if question.reveals.exists():
        raise Refused("Other questions depend on this one. Change or remove those first.")
    question.delete()


@service
def publish_version(*, by: Actor, version_id: int) -> QuestionnaireVersion:
    """Put a draft into use in place of the version before it; its questions never change again. Refused without a question."""
    published = _locked(by, version_id)
    move(VERSION_TRANSITIONS, published, "publish")
    if not published.questions.exists():
        raise Refused("Add a question before you publish.")
    moment = time.now()
    for before in QuestionnaireVersion.objects.select_for_update().filter(
        questionnaire=published.questionnaire, state=QuestionnaireVersion.State.PUBLISHED
    ):
        move(VERSION_TRANSITIONS, before, "retire")
        before.retired_at, before.retired_by = moment, by.actor_reference
        before.save(update_fields=["state", "retired_at", "retired_by"])
    published.published_at, published.published_by = moment, by.actor_reference
    published.save(update_fields=["state", "published_at", "published_by"])
    _record("questionnaire.published", by, published.questionnaire, published.number)
    return published


def _check_writer(by: Actor, kind: str) -> None:
    """Whoever does not write questionnaires of this kind is told of none."""
    if kind not in questionnaire_kinds():
        raise NotVisible
    if isinstance(by, Person) and not role_codes(by) & questionnaire_kinds()[kind].editors:
        raise NotVisible


def _check_occasions(kind: QuestionnaireKind, occasions: Sequence[str]) -> None:
    if set(occasions) - {code for code, _words in kind.occasions()}:
        raise Refused("Select when it is asked from the list.", field="occasions")


def _held(by: Actor, code: str) -> Questionnaire:
    found = Questionnaire.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise NotVisible
    _check_writer(by, found.kind)
    return found


def _locked(by: Actor, version_id: int) -> QuestionnaireVersion:
    found = (
        QuestionnaireVersion.objects.select_for_update(of=("self",)).select_related("questionnaire").filter(pk=version_id).first()
    )
    if found is None:
        raise NotVisible
    _check_writer(by, found.questionnaire.kind)
    return found


def _draft(by: Actor, version_id: int) -> QuestionnaireVersion:
    found = _locked(by, version_id)
    move(VERSION_TRANSITIONS, found, "edit")
    return found


def _parent(draft: QuestionnaireVersion, key: str, existing: Question | None) -> Question | None:
    if not key:
        return None
    parent = Question.objects.filter(version=draft, key=key).first()
    if parent is None or (existing is not None and parent.position >= existing.position):
        raise Refused("Select a question that stands before this one.", field="shown_when")
    return parent


def _check_dependents(existing: Question, kind: str, choices: Sequence[str]) -> None:
    """The answers on which other questions depend must stay."""
    needed = {answer for dependent in existing.reveals.all() for answer in dependent.shown_when_answers}
    if needed and (kind not in WITH_CHOICES or not needed <= set(choices)):
        raise Refused("Other questions depend on the choices of this one. Change those questions first.", field="choices")


def _new_key(draft: QuestionnaireVersion, text: str) -> str:
    base = slugify(text)[:KEY_LENGTH].strip("-") or "question"
    used = set(Question.objects.filter(version__questionnaire=draft.questionnaire_id).values_list("key", flat=True))
    key, number = base, 2
    while key in used:
        key, number = f"{base}-{number}", number + 1
    return key


def _next_position(draft: QuestionnaireVersion) -> int:
    last: int | None = Question.objects.filter(version=draft).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def _copy_questions(source: QuestionnaireVersion, target: QuestionnaireVersion) -> None:
    copies: dict[int, Question] = {}
    for question in Question.objects.filter(version=source).order_by("position", "pk"):
        original, parent = question.pk, question.shown_when_id
        question.pk, question.version = None, target
        question._state.adding = True  # noqa: SLF001  # Django's documented way to copy a row
        question.shown_when = copies[parent] if parent is not None else None
        question.save()
        copies[original] = question


def _record(verb: str, by: Actor, questionnaire: Questionnaire, number: int) -> None:
    record(verb=verb, by=by, subject=Subject("questionnaire", questionnaire.code), data={"version": number})
