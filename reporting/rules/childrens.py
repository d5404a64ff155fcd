"""The report for children: which sections it has, how long each may be, and what it becomes with every figure in its place."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from foundation.figures import FigureKind
from foundation.numbers import round_half_up
from reporting.rules.frozen import FrozenFigure
from reporting.rules.narrative import filled, problems, tokens

SECTIONS: Final = {"did": "What we did", "heard": "What we heard from you", "will_do": "What we will do next"}
HELP_TITLE: Final = "Where you can get help"
LONGEST, MOST_LINES, MOST_NUMBERS, LONGEST_WORDS, MOST_HELP = 450, 5, 3, 50, 4
"""All of it stands on one page."""


def paragraphs(text: str) -> list[str]:
    """Each line that has words is a paragraph."""
    return [" ".join(one.split()) for one in text.splitlines() if one.strip()]


def section_problem(text: str, title: str, figures: Mapping[str, FrozenFigure]) -> str:
    """Why a section cannot stand there; empty where it can."""
    if not text.strip():
        return f"Enter what stands under “{title}”"
    if len(text) > LONGEST:
        return f"“{title}” must be {LONGEST:,} characters or fewer"
    if len(paragraphs(text)) > MOST_LINES:
        return f"“{title}” must have {MOST_LINES} lines or fewer"
    if wrong := problems(text, figures, figures):
        return " ".join(problem.sentence(title) for problem in wrong)
    hidden = [token.code for token in tokens(text) if _is_hidden(token.kind, figures[token.code])]
    return f"“{hidden[0]}” is not shown in this edition, so it cannot stand here either" if hidden else ""


def _is_hidden(kind: str, figure: FrozenFigure) -> bool:
    before = figure.earlier
    return figure.value is None if kind == "figure" else before is None or before.value is None or figure.value is None


def number_problem(code: str, words: str, figures: Mapping[str, FrozenFigure]) -> str:
    """Why a figure cannot stand as a large number; empty where it can."""
    figure = figures.get(code)
    if figure is None:
        return f"There is no figure “{code}” in this edition"
    if figure.value is None:
        return f"“{code}” is not shown in this edition, so it cannot stand here either"
    if not words.strip():
        return "Enter what the number counts, in words for children"
    return f"The words must be {LONGEST_WORDS} characters or fewer" if len(words) > LONGEST_WORDS else ""


def content_of(
    year: str,
    texts: Mapping[str, str],
    numbers: Sequence[Mapping[str, str]],
    figures: Mapping[str, FrozenFigure],
    help_lines: Iterable[Mapping[str, str]],
) -> dict[str, Any]:
    """Everything that is printed, as plain JSON values. Only for texts and numbers without problems."""
    return {
        "year": year,
        "sections": [
            {"key": key, "title": title, "paragraphs": paragraphs(filled(texts[key], figures))} for key, title in SECTIONS.items()
        ],
        "numbers": [_number(one["code"], one["words"], figures[one["code"]]) for one in numbers],
        "help": [dict(one) for one in help_lines][:MOST_HELP],
    }


def _number(code: str, words: str, figure: FrozenFigure) -> dict[str, Any]:
    """A share is told out of ten as well, so that it can be drawn."""
    is_share = figure.kind == FigureKind.PERCENTAGE and figure.value is not None
    ten = int(round_half_up(Decimal(str(figure.value)) / 10, 0)) if is_share else None
    return {"code": code, "words": words.strip(), "text": figure.text, "of_ten": ten}
