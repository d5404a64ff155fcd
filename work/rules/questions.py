"""Which questions of a version are asked, what an answer may be, and what a good question needs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from foundation.design.fields.rows import LONGEST_CELL, MOST_ROWS
from foundation.word_count import count_words, over_limit
from work.models import Question

Rows = list[list[str]]
Value = str | int | list[str] | Rows | None
Kind = Question.Kind

WITH_CHOICES = frozenset({Kind.CHOICE, Kind.MANY_CHOICES, Kind.GRADE})
LIMITED = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.ROWS})
"""What has words, of which there may be a limit."""
MOST_COLUMNS = 6
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
    chosen = {str(one) for one in answer} if isinstance(answer, list) else {str(answer)}
    return bool(chosen & set(question.shown_when_answers))


def is_blank(value: Value) -> bool:
    """Whether nothing was answered."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def unfit(question: Question, value: Value) -> str:
    """Why a value that is not blank is no answer to the question; empty when it is one."""
    if question.kind in LIMITED and (sentence := _too_many_words(question, value)):
        return sentence
    match question.kind:
        case Kind.ROWS:
            fits = _are_rows(question, value)
        case Kind.CHOICE | Kind.GRADE:
            fits = value in question.choices
        case Kind.MANY_CHOICES:
            fits = isinstance(value, list) and {str(one) for one in value} <= set(question.choices)
        case Kind.NUMBER:
            fits = isinstance(value, int) and not isinstance(value, bool)
        case Kind.DATE:
            fits = isinstance(value, str) and _is_date(value)
        case _:
            fits = isinstance(value, str) and len(value) <= LONGEST.get(Kind(question.kind), 200)
    return "" if fits else f"Change the answer to “{question.text}”."


def texts_of(value: Value) -> list[str]:
    """The texts in an answer: itself, or the boxes of a table."""
    if isinstance(value, str):
        return [value]
    rows = value if isinstance(value, list) else []
    return [str(text) for row in rows if isinstance(row, list) for text in row]


def words_of(value: Value) -> int:
    """How many words an answer has."""
    return sum(map(count_words, texts_of(value)))


def _too_many_words(question: Question, value: Value) -> str:
    said = next((said for text in texts_of(value) if (said := over_limit(text, question.word_limit))), "")
    return f"“{question.text}” {said}." if said else ""


def _are_rows(question: Question, value: Value) -> bool:
    """Whether it is a table with as many texts in each row as the question has columns, none too long."""
    return (
        isinstance(value, list)
        and len(value) <= MOST_ROWS
        and all(isinstance(row, list) and len(row) == len(question.columns) for row in value)
        and all(isinstance(text, str) and len(text) <= LONGEST_CELL for row in value for text in row)
    )


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
    *,
    text: str,
    kind: str,
    choices: Sequence[str],
    columns: Sequence[str],
    carried_columns: int,
    word_limit: int | None,
    shown_when: Question | None,
    shown_when_answers: Sequence[str],
) -> tuple[str, str]:
    """The field and the sentence for what is wrong with a question; two empty texts when it is sound."""
    if not text.strip():
        return "text", "Enter the question."
    if kind not in Kind.values:
        return "kind", "Select the kind of answer."
    wrong = _unfit_for_kind(kind, choices, columns, carried_columns, word_limit)
    if wrong[0]:
        return wrong
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


def _unfit_for_kind(
    kind: str, choices: Sequence[str], columns: Sequence[str], carried_columns: int, word_limit: int | None
) -> tuple[str, str]:
    if kind in WITH_CHOICES and len(set(choices)) < 2:  # a choice is between two at least
        return "choices", "Enter at least two different choices, each on its own line."
    if kind == Kind.ROWS and not 2 <= len(set(columns)) <= MOST_COLUMNS:
        return "columns", f"Enter between two and {MOST_COLUMNS} different columns, each on its own line."
    if kind == Kind.ROWS and not 0 <= carried_columns <= len(set(columns)):
        return "carried_columns", "The number of columns that are carried over must be no more than there are."
    if word_limit is not None and (kind not in LIMITED or word_limit < 1):
        return "word_limit", "Enter a limit of words only for texts and tables, and one word or more."
    return "", ""
