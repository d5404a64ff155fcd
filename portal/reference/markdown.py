"""Markdown for the reference documents."""

from collections.abc import Iterable, Sequence

NOTE = "Made from the code by `make docs`; a test fails while this file is stale. Do not edit it."


def page(title: str, lead: str, *parts: str) -> str:
    """A whole document."""
    return "\n\n".join([f"# {title}", lead, NOTE, *parts]) + "\n"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar inside a cell is kept from ending it."""
    lines = [_row(headings), _row(["---"] * len(headings)), *(_row(row) for row in rows)]
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def first_sentence(text: str | None) -> str:
    """What the first paragraph of a docstring promises, on one line."""
    return " ".join((text or "").strip().partition("\n\n")[0].split())
