"""How answers are laid out wherever they are read."""

from collections.abc import Iterable


def folded(answers: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Answered questions as rows; the unanswered ones together in a last row, so that they do not bury the others."""
    rows = list(answers)
    shown = [{"key": question, "value": text} for question, text in rows if text]
    if empty := [question for question, text in rows if not text]:
        shown.append({"key": "Not answered", "value": " · ".join(empty)})
    return shown
