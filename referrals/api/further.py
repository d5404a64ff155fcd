"""The further questions of the form as JSON: the sets that are offered, and the answers given under their versions."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from foundation import clock
from foundation.errors import Problem
from foundation.problem_details import Wrong
from referrals.api.pages import UNKNOWN, Page
from referrals.forms.refer.harm import HarmForm
from referrals.models.harms import WORRIES
from referrals.rules.question_sets import OF_AGENCIES, PAGE, QuestionSet, asked_sets
from referrals.selectors.question_sets import pins_with, question_sets
from work.models import Question

Kind = Question.Kind
MOST_SETS, MOST_ANSWERS, LONGEST_ANSWER = 30, 100, 20_000
QUESTIONS = "questions"
NOT_AN_ANSWER = "Each answer must be text, a whole number or a list of texts"
Sent = Sequence[Mapping[str, Any]]


@extend_schema_field(
    {
        "oneOf": [
            {"type": "string", "maxLength": LONGEST_ANSWER},
            {"type": "integer"},
            {"type": "array", "items": {"type": "string", "maxLength": LONGEST_ANSWER}},
        ]
    }
)
class AnswerField(serializers.Field[Any, Any, Any, Any]):
    """An answer to a question that the MASH wrote: its kind says which of text, number, date and list is meant."""

    default_error_messages = {"invalid": NOT_AN_ANSWER, "null": NOT_AN_ANSWER}  # as the library has it

    def to_internal_value(self, data: Any) -> list[str]:
        """What a browser would have sent."""
        values = data if isinstance(data, list) else [data]
        for one in values:
            if isinstance(one, bool) or not isinstance(one, str | int) or len(str(one)) > LONGEST_ANSWER:
                self.fail("invalid")
        return [str(one) for one in values]

    def to_representation(self, value: Any) -> Any:
        """Answers are never given back."""
        return value


class Questions(Page):
    """The answers to one set of further questions, under the version of it that was shown."""

    set = serializers.SlugField(max_length=40, help_text="The code of the set.")
    version = serializers.IntegerField(min_value=1, max_value=32_767, help_text="The version that was shown.")
    answers = serializers.DictField(
        child=AnswerField(),
        help_text="By the key of the question: text, a whole number, a date as 2026-11-17, or a list of choices.",
    )


class OfferedQuestion(serializers.Serializer[Any]):
    """One question of a set."""

    key = serializers.CharField()
    text = serializers.CharField()
    hint = serializers.CharField(allow_blank=True)
    kind = serializers.ChoiceField(choices=Kind.choices)
    choices = serializers.ListField(child=serializers.CharField())
    required = serializers.BooleanField(help_text="Whether it must be answered where it is asked.")  # type: ignore[assignment]  # a field of that name
    asked_after = serializers.CharField(allow_blank=True, help_text="The key of an earlier question; empty: it is always asked.")
    asked_after_answers = serializers.ListField(child=serializers.CharField())


class OfferedSet(serializers.Serializer[Any]):
    """A set of further questions in the version that is in use."""

    set = serializers.CharField()
    version = serializers.IntegerField()
    title = serializers.CharField()
    must_be_answered = serializers.BooleanField(help_text="Whether a referral is refused without it.")
    asked_after = serializers.ListField(
        child=serializers.CharField(), help_text="The kinds of harm and need after any of which it is asked; empty: always."
    )
    questions = OfferedQuestion(many=True)


class OfferedSets(serializers.Serializer[Any]):
    """The sets that an agency of this kind is asked."""

    sets = OfferedSet(many=True)


def offered(sets: Sequence[QuestionSet]) -> dict[str, Any]:
    """The sets as they are offered."""
    return {
        "sets": [
            {
                "set": one.code,
                "version": one.number,
                "title": one.title,
                "must_be_answered": one.must_be_answered,
                "asked_after": [] if one.kind == OF_AGENCIES else list(one.occasions),
                "questions": [_question(question) for question in one.questions],
            }
            for one in sets
        ]
    }


def _question(question: Question) -> dict[str, Any]:
    after = question.shown_when
    return {
        "key": question.key,
        "text": question.text,
        "hint": question.hint,
        "kind": question.kind,
        "choices": list(question.choices),
        "required": question.required,
        "asked_after": after.key if after else "",
        "asked_after_answers": list(question.shown_when_answers),
    }


def worries_asked(codes: Sequence[str]) -> list[str]:
    """The kinds of harm and need that were named; refuses a code that is none."""
    if any(code not in WORRIES for code in codes):
        raise Wrong([Problem("Select a kind of harm or need by its code", "worry")])
    return list(codes)


def pins_of(sent: Sent) -> dict[str, int]:
    """The versions that are asked: those in use, or those that were while a draft could still have been begun with them."""
    since = clock.now() - timedelta(days=settings.DRAFT_KEPT_DAYS)
    return pins_with({str(one["set"]): int(one["version"]) for one in sent if "set" in one and "version" in one}, since)


def further_pages(sent: Sent, pins: Mapping[str, int], harm: Mapping[str, list[str]], agency_kind: str) -> dict[str, Any]:
    """The answers as pages of the form, by their keys; a set that must be answered and was not sent stands there empty.

    Refuses a set that is not asked, twice the same, one under a version that is not asked any more, and questions of another set.
    """
    worries = HarmForm.judged(harm).worries
    asked = {one.code: one for one in asked_sets(question_sets(pins.items()), worries, agency_kind)}
    if wrong := [problem for place, one in enumerate(sent, start=1) for problem in _unfit(one, f"{QUESTIONS}/{place}", asked)]:
        raise Wrong(wrong)
    codes = [str(one["set"]) for one in sent]
    if len(set(codes)) != len(codes):
        raise Wrong([Problem("Send each set of questions once", QUESTIONS, QUESTIONS)])
    pages: dict[str, dict[str, list[str]]] = {f"{PAGE}{code}": {} for code, one in asked.items() if one.must_be_answered}
    return pages | {f"{PAGE}{one['set']}": typed_answers(asked[str(one["set"])], one["answers"]) for one in sent}


def _unfit(one: Mapping[str, Any], page: str, asked: Mapping[str, QuestionSet]) -> list[Problem]:
    if missing := [name for name in ("set", "version", "answers") if name not in one]:
        return [Problem(f"Enter the {name} of the questions", name, page) for name in missing]
    found = asked.get(str(one["set"]))
    if found is None:
        return [Problem("This set of questions is not asked of your agency for these kinds of harm", "set", page)]
    if found.number != one["version"]:
        sentence = f"Version {one['version']} of these questions is not in use. Send the answers to version {found.number}"
        return [Problem(sentence, "version", page)]
    return unknown_questions(found, one["answers"], page)


def unknown_questions(found: QuestionSet, answers: Mapping[str, Any], page: str) -> list[Problem]:
    """Answers to questions that the set does not ask: they would be lost without a word."""
    keys = {question.key for question in found.questions}
    return [Problem(UNKNOWN, f"answers/{name[:100]}", page) for name in sorted(answers) if name not in keys][:20]


def typed_answers(found: QuestionSet, answers: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The answers as a browser would have sent them."""
    typed: dict[str, list[str]] = {}
    for question in found.questions:
        values = answers.get(question.key)
        if values is None:
            continue
        typed |= _day(question.key, values) if question.kind == Kind.DATE else {question.key: values}
    return typed


def _day(key: str, values: list[str]) -> dict[str, list[str]]:
    try:
        day = date.fromisoformat(values[0] if values else "")
    except ValueError:
        return {f"{key}-day": values, f"{key}-month": [""], f"{key}-year": [""]}  # no date: the form says so
    return {f"{key}-day": [str(day.day)], f"{key}-month": [str(day.month)], f"{key}-year": [str(day.year)]}


def placed(problem: Problem, sent: Sent) -> Problem:
    """A problem of a page of further questions, where in the body it stands; of a set that was not sent, at the whole list."""
    code = problem.page.removeprefix(PAGE)
    place = next((place for place, one in enumerate(sent, start=1) if one.get("set") == code), 0)
    if not place:
        return Problem(problem.sentence, QUESTIONS, QUESTIONS)
    return Problem(problem.sentence, f"answers/{problem.field}", f"{QUESTIONS}/{place}")
