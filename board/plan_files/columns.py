"""Where the headings of an action plan stand in a sheet, what each column probably holds, and the rows under them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import TextChoices

from board.plan_files.cells import Cell, as_json, day_in, from_json, kept, text_of
from foundation.errors import Refused
from foundation.exports import Grid, Merge

LOOKED_THROUGH = 40
LONGEST_HEADING = 80
FEWEST_KNOWN = 2
MOST_SAMPLES = 3


class Meaning(TextChoices):
    """What a column holds."""

    NUMBER = "number", "Number of the action"
    ACTION = "action", "Action"
    OWNER = "owner", "Person responsible"
    AGENCY = "agency", "Lead agency"
    DEADLINE = "deadline", "Deadline"
    PROGRESS = "progress", "Progress update"
    RATING = "rating", "RAG"
    RECOMMENDATION = "recommendation", "Recommendation"
    SECTION = "section", "Section of the report"
    EVIDENCE = "evidence", "Evidence that it worked"


SEVERAL = (Meaning.PROGRESS, Meaning.RATING)
"""More than one column may hold these: one for each day on which it was reported."""
NEEDED = (Meaning.ACTION, Meaning.OWNER, Meaning.DEADLINE)
ROW_HEADING, WRONG_HEADING = "Row in the file", "What to put right"
"""The columns that a download of rows to put right has besides."""

_NAMES: tuple[tuple[Meaning, str], ...] = (
    (Meaning.NUMBER, r"^(action )?(no|number|ref|reference|item|id)( of action| no)?$|^action no\b|^#$"),
    (Meaning.RATING, r"\bb?rag\b|^rating|^status$|^colour$"),
    (Meaning.PROGRESS, r"\bprogress|\bupdate|\bcomment|current position|\bas at\b|^status"),
    (Meaning.DEADLINE, r"deadline|\bdue\b|by when|target date|completion date|time ?scale|time ?frame|^date$|^when"),
    (Meaning.OWNER, r"\bperson|\bowner|\bofficer|by whom|^who\b|accountab"),
    (Meaning.AGENCY, r"\bagenc|organisation|\bpartner"),
    (Meaning.OWNER, r"responsib|\blead\b"),
    (Meaning.EVIDENCE, r"evidence|impact|success|measure|outcome"),
    (Meaning.ACTION, r"^(key |agreed |required |proposed )?actions?\b|^task"),
    (Meaning.RECOMMENDATION, r"recommendation|^rec\b|^finding"),
    (Meaning.SECTION, r"^section|^area|^judgement|^theme|^priority"),
    (Meaning.ACTION, r"\bactions?\b|^what\b"),
)


@dataclass(frozen=True)
class Table:
    """The headings of a sheet, and its rows: each the number of its row in the file, its cells, and the section it is in."""

    labels: tuple[str, ...]
    rows: tuple["FileRow", ...]
    carries: bool = False
    """No cell is merged, as in a CSV file: an empty section or recommendation is that of the row above."""


@dataclass(frozen=True)
class FileRow:
    """One row of the file under the headings; `section` is the heading across the table under which it stands."""

    number: int
    cells: tuple[Cell, ...]
    section: str = ""

    def as_json(self) -> dict[str, Any]:
        """For a column of JSON."""
        return {"row": self.number, "cells": [as_json(cell) for cell in self.cells], "section": self.section}

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> "FileRow":
        """The same back."""
        return cls(given["row"], tuple(from_json(cell) for cell in given["cells"]), given["section"])


def meaning_of(heading: str) -> str:
    """What a column of this heading probably holds; empty where nothing says it."""
    plain = " ".join(re.sub(r"[^\w#]+", " ", heading.casefold()).split())
    if plain in (ROW_HEADING.casefold(), WRONG_HEADING.casefold()):
        return ""
    return next((str(meaning) for meaning, pattern in _NAMES if re.search(pattern, plain)), "")


def proposed(labels: Sequence[str]) -> list[str]:
    """What each column probably holds: the first of several that look alike, save where several may."""
    found: list[str] = []
    for label in labels:
        meaning = meaning_of(label)
        found.append("" if meaning in found and meaning not in SEVERAL else meaning)
    return found


def day_of(label: str) -> date | None:
    """As at which day a column reports, where its heading says so."""
    return day_in(label)


def samples_of(rows: Sequence[FileRow], column: int) -> list[str]:
    """Some different values of a column."""
    values = dict.fromkeys(text_of(row.cells[column]) for row in rows)
    return [value for value in values if value][:MOST_SAMPLES]


def find_table(grid: Grid) -> Table:
    """The headings and the rows of an action plan in a sheet. Refuses one without headings, and one without a row under them."""
    cells = [tuple(kept(value) for value in row) for row in grid.rows]
    place = _heading_row(cells)
    if place is None:
        raise Refused("No row of headings was found. The file needs one with columns such as “Action” and “Deadline”.")
    labels, below = _labels(cells, grid.merged, place)
    heads = {tuple(map(text_of, row)) for row in cells[place:below]} | {tuple(labels)}
    rows = tuple(_rows(cells, grid.merged, below, heads))
    if not rows:
        raise Refused("The file has no rows under its headings.")
    return Table(tuple(labels), rows, carries=not grid.merged)


def _heading_row(cells: Sequence[tuple[Cell, ...]]) -> int | None:
    """The row near the top that names the most of what is looked for, actions among it; the first of several."""
    best, most = None, FEWEST_KNOWN - 1
    for number, row in enumerate(cells[:LOOKED_THROUGH]):
        texts = [cell for cell in row if isinstance(cell, str) and cell and len(cell) <= LONGEST_HEADING]
        known = {meaning_of(text) for text in texts} - {""}
        if Meaning.ACTION in known and len(known) > most:
            best, most = number, len(known)
    return best


def _labels(cells: Sequence[tuple[Cell, ...]], merged: Sequence[Merge], place: int) -> tuple[list[str], int]:
    """The heading of each column, of two rows joined where there are two, and the number of the first row under them."""
    own = _read_across(cells[place], place, merged)
    if place + 1 < len(cells) and _is_second(cells[place + 1], own):
        under = _read_across(cells[place + 1], place + 1, merged)
        return _unique(_joined(_groups(own, under), under)), place + 2
    above = _read_across(cells[place - 1], place - 1, merged) if place else []
    if len({text for text in above if text}) > 1 and any(area.top == place - 1 and area.right > area.left for area in merged):
        return _unique(_joined(above, own)), place + 1
    return _unique(own), place + 1


def _is_second(row: Sequence[Cell], own: Sequence[str]) -> bool:
    """Whether the row under the headings belongs to them: it names no action, and all that it says are headings too."""
    filled = {column: cell for column, cell in enumerate(row) if cell}
    action = next(column for column, text in enumerate(own) if meaning_of(text) == Meaning.ACTION)
    if not filled or action in filled:
        return False
    texts = [cell for cell in filled.values() if isinstance(cell, str) and len(cell) <= LONGEST_HEADING]
    return len(texts) == len(filled) and any(meaning_of(text) for text in texts)


def _read_across(row: Sequence[Cell], number: int, merged: Sequence[Merge]) -> list[str]:
    """The texts of a row of headings, cells that are merged with their left neighbours reading like these."""
    texts = [text_of(cell) for cell in row]
    for area in merged:
        if area.top == number:
            texts[area.left : area.right + 1] = [texts[area.left]] * (area.right - area.left + 1)
    return texts


def _groups(over: Sequence[str], under: Sequence[str]) -> list[str]:
    """The upper headings, where a CSV file has lost that one reaches over its right neighbours."""
    found = list(over)
    for column in range(1, len(found)):
        if not found[column] and under[column] and under[column - 1]:
            found[column] = found[column - 1]
    return found


def _joined(over: Sequence[str], under: Sequence[str]) -> list[str]:
    return [" ".join(dict.fromkeys(part for part in pair if part)) for pair in zip(over, under, strict=True)]


def _unique(labels: Sequence[str]) -> list[str]:
    """Each heading once: one that is not there, or there already, is told apart by its place."""
    found: list[str] = []
    for place, label in enumerate(labels, start=1):
        plain = " ".join(label.split())[:LONGEST_HEADING] or f"Column {place}"
        found.append(plain if plain not in found else f"{plain} ({place})")
    return found


def _rows(
    cells: Sequence[tuple[Cell, ...]], merged: Sequence[Merge], first: int, heads: Collection[tuple[str, ...]]
) -> list[FileRow]:
    """The rows from the first on, without empty ones and without the headings, which some print on every page (`heads`)."""
    found: list[FileRow] = []
    section = ""
    carried = _carried_down(cells, merged, first)
    width = len(cells[first - 1])
    across = {area.top: area for area in merged if (area.right - area.left + 1) * 2 > width and area.right > area.left}
    for number in range(first, len(cells)):
        own = cells[number]
        texts = tuple(map(text_of, own))
        if not any(texts) or texts in heads:
            continue
        if number in across and sum(1 for cell in own if cell) == 1:
            section = text_of(own[across[number].left])
            continue
        row = tuple(cell or carried.get((number, column), "") for column, cell in enumerate(own))
        found.append(FileRow(number + 1, row, section))
    return found


def _carried_down(cells: Sequence[tuple[Cell, ...]], merged: Sequence[Merge], first: int) -> dict[tuple[int, int], Cell]:
    """The value of cells that are merged down a column, for each row that they reach over."""
    return {
        (number, column): cells[area.top][area.left]
        for area in merged
        if area.top >= first and area.bottom > area.top
        for number in range(area.top + 1, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    }
