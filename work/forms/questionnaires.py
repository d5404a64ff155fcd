"""The forms with which a questionnaire is written, and the form that a questionnaire makes."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.forms import BoundField

from foundation.design.forms import (
    ChoiceField,
    DateField,
    FileField,
    LongTextField,
    ManyChoiceField,
    NumberField,
    PortalForm,
    RowsField,
    SelectField,
    TextField,
    YesNoField,
)
from work.kinds import QuestionnaireKind
from work.models import Question
from work.rules.questions import WITH_CHOICES, Value, nests

Kind = Question.Kind
ROWS_HINT = "A row that you empty is taken out. Begin a line with “- ” to make it a bullet."


class QuestionnaireForm(PortalForm):
    """A new questionnaire."""

    page = "work.questionnaire"

    title = TextField(label="What is the questionnaire called?", noun="Title", max_length=120, required_message="Enter its title")
    purpose = LongTextField(label="What is it for?", rows=3, max_length=1000, required=False)

    def __init__(self, *args: Any, kinds: Sequence[QuestionnaireKind], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = kinds
        if len(kinds) > 1:
            self.fields["kind"] = ChoiceField(
                label="What kind is it?",
                choices=[(kind.kind, kind.title) for kind in kinds],
                required_message="Select what kind it is",
            )

    def answers(self) -> dict[str, Any]:
        """The questionnaire, as the service takes it; who writes one kind only is not asked which."""
        return {"kind": self.kinds[0].kind, **self.cleaned_data} if self.kinds else dict(self.cleaned_data)


class OccasionsForm(PortalForm):
    """When a questionnaire is asked."""

    page = "work.occasions"

    def __init__(self, *args: Any, kind: QuestionnaireKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["occasions"] = ManyChoiceField(
            label=kind.asked,
            hint="Without any, it is never asked.",
            choices=list(kind.occasions()),
            required=False,
            mark_optional=False,
            small=True,
        )


class AskForm(PortalForm):
    """Which agencies are asked to answer a questionnaire, and by when."""

    page = "work.ask_questionnaire"

    agencies = ManyChoiceField(label="Which agencies should answer?", choices=[], required_message="Select who is asked")
    purpose = LongTextField(
        label="What is it for?",
        hint="Those who answer read this first. Say what the answers are used for.",
        rows=4,
        max_length=2000,
        required_message="Enter what it is for",
    )
    due_on = DateField(
        label="By when should they answer?", noun="The date", in_future=True, required_message="Enter by when they should answer"
    )

    def __init__(self, *args: Any, agencies: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].choices = agencies  # type: ignore[attr-defined]  # checkboxes


class WaiveReplyForm(PortalForm):
    """Why an agency's answers to a questionnaire are not needed."""

    page = "work.waive_reply"

    reason = LongTextField(
        label="Why do you do without these answers?",
        hint="The agency reads this.",
        rows=3,
        max_length=1000,
        required_message="Enter why you do without these answers",
    )


class HandOnForm(PortalForm):
    """Which colleague goes on with the answers of an agency."""

    page = "work.hand_on_reply"

    colleague = SelectField(
        label="Who goes on with it?",
        hint="They can write and send the answers, as you still can.",
        choices=[],
        required_message="Select who goes on with it",
    )

    def __init__(self, *args: Any, colleagues: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].choices = colleagues  # type: ignore[attr-defined]  # a select


class WithdrawReplyForm(PortalForm):
    """Why a questionnaire should not have been sent."""

    page = "work.withdraw_reply"

    reason = LongTextField(
        label="Why do you withdraw the questionnaire?",
        hint="The agency reads this.",
        rows=3,
        max_length=1000,
        required_message="Enter why you withdraw the questionnaire",
    )


class QuestionForm(PortalForm):
    """One question of a draft."""

    page = "work.question"

    text = TextField(label="Question", max_length=400, required_message="Enter the question")
    hint = TextField(label="Help for whoever answers", max_length=400, required=False)
    section = TextField(label="Heading or standard it stands under", max_length=120, required=False)
    kind = ChoiceField(
        label="How is it answered?",
        choices=Kind.choices,
        required_message="Select how the question is answered",
    )
    choices = LongTextField(
        label="Choices",
        hint="Each on its own line, in order. For a grade, from best to worst. Leave empty for other kinds of answer.",
        rows=5,
        max_length=3000,
        required=False,
        mark_optional=False,
    )
    columns = LongTextField(
        label="Columns of a table",
        hint="Each heading on its own line, for a table that is filled in row by row. Leave empty for other kinds of answer.",
        rows=4,
        max_length=1000,
        required=False,
        mark_optional=False,
    )
    carried_columns = NumberField(
        label="How many of the first columns are carried over?",
        hint="They begin with what the same agency wrote in them the last time. Leave empty for none.",
        noun="The number of columns",
        width=2,
        required=False,
        mark_optional=False,
    )
    word_limit = NumberField(
        label="Most words",
        hint="For texts; in a table, for each of its boxes. Leave empty where there is no limit.",
        noun="The limit",
        width=5,
        least=1,
        most=10_000,
        required=False,
        mark_optional=False,
    )
    required = YesNoField(label="Must it be answered?", required_message="Select yes if the question must be answered")
    shown_when = SelectField(
        label="Ask it only after a certain answer to",
        choices=[("", "Always ask it")],
        required=False,
        mark_optional=False,
    )
    shown_when_answers = LongTextField(
        label="The answers after which it is asked",
        hint="Each on its own line, written as the choices of that question are.",
        rows=3,
        max_length=2000,
        required=False,
        mark_optional=False,
    )

    def __init__(self, *args: Any, earlier: Sequence[Question], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_choices = [(question.key, question.text) for question in earlier if question.kind in WITH_CHOICES]
        self.fields["shown_when"].choices = [("", "Always ask it"), *with_choices]  # type: ignore[attr-defined]  # a select

    def answers(self) -> dict[str, Any]:
        """The question, as the service takes it."""
        given = dict(self.cleaned_data)
        return {
            **given,
            "required": given["required"] == "yes",
            "choices": lines(given["choices"]),
            "columns": lines(given["columns"]),
            "carried_columns": given["carried_columns"] or 0,
            "shown_when_answers": lines(given["shown_when_answers"]),
        }


def question_initial(question: Question) -> dict[str, Any]:
    """A question as its form shows it."""
    return {
        "text": question.text,
        "hint": question.hint,
        "section": question.section,
        "kind": question.kind,
        "choices": "\n".join(question.choices),
        "columns": "\n".join(question.columns),
        "carried_columns": question.carried_columns or None,
        "word_limit": question.word_limit,
        "required": "yes" if question.required else "no",
        "shown_when": question.shown_when.key if question.shown_when else "",
        "shown_when_answers": "\n".join(question.shown_when_answers),
    }


def lines(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class FilledQuestionnaire(PortalForm):
    """A version of a questionnaire as a form; make it with `questionnaire_form`."""

    page = "work.fill"
    section_of: Mapping[str, str] = {}
    """The section of each question that stands by itself; those beneath an answer stand with their question."""

    def sections(self) -> list[tuple[str, list[BoundField]]]:
        """The questions under their sections, in order, for `work/fill.html`."""
        grouped = groupby(self.section_of, key=lambda name: self.section_of[name])
        return [(title, [self[name] for name in names]) for title, names in grouped]

    def answers(self) -> dict[str, Value]:
        """What was answered, by the question's key, as `save_answers` takes it; files are left to `files_given`."""
        return {name: _stored(value) for name, value in self.cleaned_data.items() if not isinstance(self.fields[name], FileField)}

    def typed(self) -> dict[str, Value]:
        """Whatever was typed, in order or not, by the question's key; files are not given again."""
        return {name: _stored(self[name].value()) for name in self.fields if not isinstance(self.fields[name], FileField)}

    def files_given(self) -> dict[str, Any]:
        """The uploaded files, by the question's key: store each as a document, and answer with its reference."""
        return {name: value for name, value in self.cleaned_data.items() if isinstance(self.fields[name], FileField) and value}


def questionnaire_form(
    questions: Sequence[Question],
    data: Any = None,
    files: Any = None,
    answers: Mapping[str, Value] | None = None,
    *,
    draft: bool = False,
) -> FilledQuestionnaire:
    """The form of a version's questions with the answers given so far. `draft`: nothing is required yet.

    A question asked after one answer stands beneath it; one asked after any of several stands below and is required then.
    """
    kept = dict(answers or {})
    form = FilledQuestionnaire(
        data, files, initial={question.key: _shown(question, kept.get(question.key)) for question in questions}
    )
    nested = add_questions(form, questions, kept, draft=draft)
    form.section_of = {question.key: question.section for question in questions if question.key not in nested}
    return form


def add_questions(
    form: PortalForm, questions: Sequence[Question], kept: Mapping[str, Value] | None = None, *, draft: bool = False
) -> set[str]:
    """Ask these questions on a form; gives the keys of those that stand beneath an answer."""
    kept = kept or {}
    here = {question.pk for question in questions}
    nested = {question.key for question in questions if nests(question) and question.shown_when_id in here}
    requires: dict[tuple[str, str], list[str]] = {}
    for question in questions:
        reveal: dict[str, list[str]] = {}
        for other in questions:
            if other.shown_when_id == question.pk:
                for answer in other.shown_when_answers:
                    if other.key in nested:
                        reveal.setdefault(answer, []).append(other.key)
                    elif other.required and not draft:
                        requires.setdefault((question.key, answer), []).append(other.key)
        stored_file = question.kind == Kind.EVIDENCE_FILE and bool(kept.get(question.key))
        loose = question.shown_when_id in here and question.key not in nested
        needed = question.required and not draft and not loose and not stored_file
        form.fields[question.key] = _field(question, required=needed, reveal=reveal)
    form.requires = {**form.requires, **requires}  # type: ignore[misc]  # this form's own table
    return nested


def _field(question: Question, *, required: bool, reveal: Mapping[str, Sequence[str]]) -> Any:
    common: dict[str, Any] = {
        "label": question.text,
        "hint": _hint(question),
        "required": required,
        "mark_optional": not question.required,
    }
    choices = [(choice, choice) for choice in question.choices]
    match question.kind:
        case Kind.LONG_TEXT:
            return LongTextField(
                rows=5, max_length=20_000, max_words=question.word_limit, required_message=f"Answer “{question.text}”", **common
            )
        case Kind.ROWS:
            return RowsField(
                columns=question.columns,
                max_words=question.word_limit,
                required_message=f"Fill in a row of “{question.text}”",
                **{**common, "hint": f"{common['hint']} {ROWS_HINT}".strip()},
            )
        case Kind.CHOICE | Kind.GRADE:
            return ChoiceField(
                choices=choices, reveal=reveal, required_message=f"Select an answer to “{question.text}”", **common
            )
        case Kind.MANY_CHOICES:
            return ManyChoiceField(
                choices=choices, reveal=reveal, required_message=f"Select an answer to “{question.text}”", **common
            )
        case Kind.NUMBER:
            return NumberField(noun="The number", required_message=f"Enter a number for “{question.text}”", width=10, **common)
        case Kind.DATE:
            return DateField(noun="The date", required_message=f"Enter a date for “{question.text}”", **common)
        case Kind.EVIDENCE_FILE:
            return FileField(required_message=f"Select a file for “{question.text}”", **common)
        case _:
            return TextField(required_message=f"Answer “{question.text}”", **common)


def _hint(question: Question) -> str:
    if question.shown_when is None or nests(question):
        return question.hint
    answers = " or ".join(f"“{answer}”" for answer in question.shown_when_answers)
    return f"Answer this if you chose {answers} for “{question.shown_when.text}”. {question.hint}".strip()


def _stored(value: Any) -> Value:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list) and value and isinstance(value[0], list):
        return [[str(text) for text in row] for row in value]
    if isinstance(value, list | tuple | set):
        return [str(item) for item in value]
    if value is None or isinstance(value, int):
        return value
    return str(value)


def _shown(question: Question, value: Value) -> Any:
    """What the field shows of an answer; a file is never shown again in its own field."""
    if question.kind == Kind.EVIDENCE_FILE:
        return None
    if question.kind == Kind.DATE and isinstance(value, str) and value:
        return date.fromisoformat(value)
    return value
