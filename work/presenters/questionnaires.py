"""Wording of questionnaires, their versions and their answers."""

from collections.abc import Iterable, Sequence

from foundation.design import words
from work.kinds import questionnaire_kinds
from work.models import Question, Questionnaire, QuestionnaireVersion


def question_notes(question: Question) -> str:
    """How a question is answered, in one line, for those who write questionnaires."""
    parts = [question.get_kind_display()]
    if question.choices:
        parts.append(" / ".join(question.choices))
    if question.columns:
        parts.append(" / ".join(question.columns))
    if question.carried_columns:
        parts.append(f"the first {words.counted(question.carried_columns, 'column')} carried over")
    if question.word_limit:
        parts.append(f"up to {words.counted(question.word_limit, 'word')}")
    parts.append("required" if question.required else "optional")
    if question.shown_when is not None:
        answers = " or ".join(f"“{answer}”" for answer in question.shown_when_answers)
        parts.append(f"asked when “{question.shown_when.text}” is {answers}")
    return "; ".join(parts)


def when_words(questionnaire: Questionnaire, version: QuestionnaireVersion | None) -> str:
    """On which occasions a version of it is asked, for kinds that have some."""
    kind = questionnaire_kinds()[questionnaire.kind]
    names = [words for code, words in kind.occasions() if version is not None and code in version.occasions]
    return f"{kind.title}: {'; '.join(names)}" if names else f"{kind.title}: never yet" if kind.asked else ""


def question_rows(questions: Iterable[Question]) -> list[dict[str, object]]:
    """The questions of a version under their sections."""
    return [
        {"question": question, "number": number, "notes": question_notes(question)}
        for number, question in enumerate(questions, start=1)
    ]


STATE_COLOURS = {"draft": "grey", "published": "green", "retired": ""}


def version_rows(versions: Sequence[QuestionnaireVersion]) -> list[dict[str, object]]:
    """The versions of a questionnaire, newest first."""
    return [
        {
            "version": version,
            "colour": STATE_COLOURS[version.state],
            "when": words.date(version.published_at) if version.published_at else "",
        }
        for version in versions
    ]
