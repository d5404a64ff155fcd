"""Wording of the statutory checklist of a year."""

from datetime import date
from typing import Any

from django.urls import reverse

from foundation.design import words
from reporting.models import ElementAnswer
from reporting.rules.templates import SECTION_TITLES
from reporting.selectors.checklist import Checklist, ElementRow

State = ElementAnswer.State
COLOURS = {
    State.EMPTY: "red",
    State.DRAFTED: "yellow",
    State.EVIDENCED: "blue",
    State.SIGNED_OFF: "green",
    State.NOT_APPLICABLE: "grey",
}


def element_rows(year: str, found: Checklist) -> list[dict[str, Any]]:
    """One row for each element."""
    return [
        {
            "number": row.element.number,
            "text": row.element.text,
            "shown_in": row.element.shown_in,
            "conditional": row.element.conditional,
            "href": reverse("reporting:element", args=[year, row.element.number]),
            "state": State(row.state).label,
            "colour": COLOURS[State(row.state)],
            "section": SECTION_TITLES.get(row.section, ""),
            "owner": _owner(row),
            "evidence": row.answer.evidence if row.answer else "",
            "reason": row.answer.reason if row.answer else "",
        }
        for row in found.rows
    ]


def _owner(row: ElementRow) -> str:
    if row.answer and row.answer.owner:
        return row.answer.owner.name
    return "–" if row.state == State.NOT_APPLICABLE else "Nobody yet"


def numbers(found: Checklist) -> list[dict[str, Any]]:
    """How far the checklist is."""
    states = [row.state for row in found.rows]
    done = sum(state in {State.EVIDENCED, State.SIGNED_OFF, State.NOT_APPLICABLE} for state in states)
    return [
        {"number": len(found.empty), "label": "empty", "tone": "late" if found.empty else ""},
        {"number": found.without_owner, "label": "that nobody looks after", "tone": "soon" if found.without_owner else ""},
        {"number": states.count(State.DRAFTED), "label": "drafted", "tone": ""},
        {"number": done, "label": "shown, or not applicable", "tone": ""},
    ]


def deadline_words(found: Checklist, today: date, *, is_published: bool) -> str:
    """By when the report is to be published, and how far off that is."""
    day = words.date(found.publish_by)
    if is_published:
        return f"It was to be published by {day}."
    left = (found.publish_by - today).days
    if left < 0:
        return f"It was to be published by {day}: {words.counted(-left, 'day')} late."
    return f"To be published by {day}: {words.counted(left, 'day')} left."


def kept_element(row: ElementRow) -> dict[str, Any]:
    """What the form of an element begins with."""
    answer = row.answer
    return {
        "state": row.state,
        "section": row.section,
        "evidence": answer.evidence if answer else "",
        "reason": answer.reason if answer else "",
        "owner": answer.owner.code if answer and answer.owner else "",
    }


def stored_element(row: ElementRow) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "How far it is", "value": State(row.state).label},
        {"key": "What shows it", "value": row.answer.evidence if row.answer else ""},
    ]
