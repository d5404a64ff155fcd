"""Wording of an action plan that comes in as a file: what its rows would become, and what is wrong with the others."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from board.models import Action, PlanImport
from board.plan_files.cells import text_of
from board.plan_files.columns import ROW_HEADING, WRONG_HEADING, FileRow
from board.plan_files.rows import Wrong
from board.selectors.importing import LEAD, LEAD_OF, Judged, Owner, ratings_said
from foundation.design import words
from foundation.exports import Cell, Column, Kind, Table

RATING_WORDS = {str(value): str(label) for value, label in Action.Rating.choices}
CLASS_WORDS = {str(value): str(label) for value, label in Action.DeadlineClass.choices}
ORDER = ("green", "amber", "red", "blue")
MOST_NUMBERS = 12


def outcome_numbers(judged: Sequence[Judged]) -> list[dict[str, Any]]:
    """How many rows would be taken in, are to put right, and are in the plan already."""
    good, known = sum(row.is_good for row in judged), sum(row.known_as is not None for row in judged)
    wrong = len(judged) - good - known
    numbers = [
        {"number": good, "label": "will be taken in", "tone": ""},
        {"number": wrong, "label": "to put right", "tone": "late" if wrong else ""},
    ]
    return [*numbers, {"number": known, "label": "in the plan already", "tone": ""}] if known else numbers


def said_ratings(judged: Iterable[Judged]) -> str:
    """How the file rates its rows, counted."""
    counted = ratings_said(judged)
    return ", ".join(f"{counted[rating]} {RATING_WORDS[rating].lower()}" for rating in ORDER if counted[rating])


def owner_words(owner: Owner) -> str:
    """Somebody whom a row names, as they will stand there."""
    if owner.person is None:
        return owner.words
    named = [owner.person.name, *([owner.agency.name] if owner.agency else [])]
    return f"{', '.join(named)}, with an account"


def judged_row(row: Judged) -> dict[str, Any]:
    """One row of the trial: what it would become, and what is wrong."""
    draft = row.draft
    deadline = draft.deadline
    return {
        "row": draft.row.number,
        "text": draft.text,
        "number": row.number or draft.number,
        "stands_at": draft.stands_at,
        "evidence": draft.evidence,
        "owners": [owner_words(owner) for owner in row.owners] or list(draft.owners),
        "agency": row.agency.name if row.agency else draft.agency,
        "due_on": deadline.due_on if deadline else None,
        "of_class": CLASS_WORDS[deadline.of_class] if deadline and deadline.of_class != Action.DeadlineClass.DATE else "",
        "progress": draft.progress,
        "rating": draft.rating,
        "recommendation": row.recommendation.reference if row.recommendation else "",
        "remarks": row.remarks,
        "wrong": row.wrong,
        "known": {"number": row.known_as.number, "href": reverse("board:action", args=[row.known_as.reference])}
        if row.known_as
        else None,
    }


def before_words(earlier: Iterable[PlanImport]) -> list[str]:
    """When the same file was taken in before."""
    return [
        f"This file was taken into “{one.plan.title}” on {words.date(one.taken_at)} by {one.person.name}."
        for one in earlier if one.taken_at
    ]  # fmt: skip


def rows_words(numbers: Sequence[int]) -> str:
    """In which rows of the file something stands."""
    shown = ", ".join(map(str, numbers[:MOST_NUMBERS])) + (" and others" if len(numbers) > MOST_NUMBERS else "")
    return f"Row {shown}" if len(numbers) == 1 else f"Rows {shown}"


def owner_choices(
    people: Sequence[tuple[str, str]], agencies: Sequence[tuple[str, str]], *, has_agency: bool
) -> list[tuple[str, str]]:
    """Who may be meant by a name: the lead of the agency, or somebody in it; where the rows name no agency, any agency’s lead."""
    lead = [(LEAD, "Keep the words: the lead of the agency answers for it")] if has_agency else []
    leads = [] if has_agency else [(f"{LEAD_OF}{code}", f"Keep the words: the lead of {name} answers") for code, name in agencies]
    return [*lead, *people, *leads]


def left_rows(found: PlanImport) -> list[dict[str, Any]]:
    """The rows that were not taken in, and why."""
    return [{"row": one["row"], "wrong": [Wrong(*wrong) for wrong in one["wrong"]]} for one in found.left]


def put_right_table(labels: Sequence[str], rows: Iterable[tuple[FileRow, Sequence[Wrong]]]) -> Table:
    """The rows to put right as a table: as they stand in the file, with what is wrong of each."""
    columns = (*(Column(label) for label in labels), Column(ROW_HEADING, Kind.WHOLE), Column(WRONG_HEADING))
    lines: list[list[Cell]] = [
        [*map(text_of, row.cells), row.number, " ".join(f"{one.column}: {one.sentence}" for one in wrong)] for row, wrong in rows
    ]
    return Table("Rows to put right", columns, lines)
