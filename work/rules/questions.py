"""Which questions of a version are asked, what an answer may be, and what a good question needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from work.models import Question

Value = str | int | list[str] | None
Kind = Question.Kind

WITH_CHOICES = frozenset({Kind.CHOICE, Kind.MANY_CHOICES, Kind.GRADE})
LONGEST = {Kind.TEXT: 200, Kind.LONG_TEXT: 20_000}


@dataclass(frozen=True)
class Section:
    """Questions that are answered on one page."""

    number: int
    title: str
    questions: tuple[Question, ...]


def nests(question: Question) -> bool:
    """Whether a question stands beneath the one answer after which it is asked; after several it stands by itself."""
    return question.shown_when_id is not None and len(question.shown_when_answers) == 1


def sections(questions: Iterable[Question]) -> tuple[Section, ...]:
    """The pages of a questionnaire: what stands under one heading, and with each question those beneath its answers."""
    titles: list[str] = []
    pages: list[list[Question]] = []
    page_of: dict[int, int] = {}
    for question in questions:
        parent = page_of.get(question.shown_when_id) if question.shown_when_id is not None and nests(question) else None
        if parent is None:
            if not titles or titles[-1] != question.section:
                titles.append(question.section)
                pages.append([])
            parent = len(pages) - 1
        page_of[question.pk] = parent
        pages[parent].append(question)
    return tuple(
        Section(number, title, tuple(page)) for number, (title, page) in enumerate(zip(titles, pages, strict=True), start=1)
    )


def asked(questions: Sequence[Question], answers: Mapping[str, Value]) -> list[Question]:
    """The questions that are asked after these answers (by key): all without a condition, and those whose condition holds.

    A condition on a question that is not asked itself never holds.
    """
    shown: dict[int, Question] = {}
    for question in questions:
        if question.shown_when_id is None or _holds(question, shown.get(question.shown_when_id), answers):
            shown[question.pk] = question
    return list(shown.values())


def _holds(question: Question, parent: Question | None, answers: Mapping[str, Value]) -> bool:
    if parent is None:
        return False
    answer = answers.get(parent.key)
    chosen = set(answer) if isinstance(answer, list) else {str(answer)}
    return bool(chosen & set(question.shown_when_answers))


def is_blank(value: Value) -> bool:
    """Whether nothing was answered."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def unfit(question: Question, value: Value) -> str:
    """Why a value that is not blank is no answer to the question; empty when it is one."""
    match question.kind:
        case Kind.CHOICE | Kind.GRADE:
            fits = value in question.choices
        case Kind.MANY_CHOICES:
            fits = isinstance(value, list) and set(value) <= set(question.choices)
        case Kind.NUMBER:
            fits = isinstance(value, int) and not isinstance(value, bool)
        case Kind.DATE:
            fits = isinstance(value, str) and _is_date(value)
        case _:
            fits = isinstance(value, str) and len(value) <= LONGEST.get(Kind(question.kind), 200)
    return "" if fits else f"Change the answer to “{question.text}”."


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def missing(questions: Sequence[Question], answers: Mapping[str, Value]) -> list[Question]:
    """The required questions that are asked and not answered."""
    return [question for question in asked(questions, answers) if question.required and is_blank(answers.get(question.key))]


def out_of_order(questions: Iterable[Question]) -> list[Question]:
    """The questions that stand before the one on which they depend, in the order given."""
    seen: set[int] = set()
    wrong = []
    for question in questions:
        if question.shown_when_id is not None and question.shown_when_id not in seen:
            wrong.append(question)
        seen.add(question.pk)
    return wrong


def fault(
    *, text: str, kind: str, choices: Sequence[str], shown_when: Question | None, shown_when_answers: Sequence[str]
) -> tuple[str, str]:
    """The field and the sentence for what is wrong with a question; two empty texts when it is sound."""
    if not text.strip():
        return "text", "Enter the question."
    if kind not in Kind.values:
        return "kind", "Select the kind of answer."
    if kind in WITH_CHOICES and len(set(choices)) < 2:  # a choice is between two at least
        return "choices", "Enter at least two different choices, each on its own line."
    if shown_when is None:
        return "", ""
    if shown_when.kind not in WITH_CHOICES:
        return "shown_when", "Select a question with choices as the condition."
    if not shown_when_answers:
        return "shown_when_answers", "Enter the answers after which this question is asked."
    strange = [answer for answer in shown_when_answers if answer not in shown_when.choices]
    if strange:
        return (
            "shown_when_answers",
            f"“{strange[0]}” is not a choice of “{shown_when.text}”. Enter its choices as they are written there.",
        )
    return "", ""
