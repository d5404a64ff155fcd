"""Wording of the published arrangements and of their timetable."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import Arrangements, ArrangementsStep
from board.selectors.arrangements import Span
from foundation.design import words

NOW, LATER, BEFORE = "In force", "Still to come", "Replaced"
COLOURS = {NOW: "govuk-tag--green", LATER: "govuk-tag--blue", BEFORE: "govuk-tag--grey"}


def span_row(span: Span, today: date) -> dict[str, Any]:
    """A version with the days on which it holds, and how it stands today."""
    one = span.arrangements
    state = NOW if span.holds_on(today) else LATER if one.in_force_from > today else BEFORE
    return {
        "href": reverse("board:arrangements_version", args=[one.reference]),
        "number": one.number,
        "title": one.title,
        "published_on": one.published_on,
        "from_on": one.in_force_from,
        "until": span.until,
        "changes": one.changes,
        "agreed": agreed_words(one),
        "state": state,
        "colour": COLOURS[state],
    }


def agreed_words(arrangements: Arrangements) -> str:
    """By which meeting, or on which day."""
    day = words.date(arrangements.agreed_on)
    return f"{arrangements.meeting.group.name}, {day}" if arrangements.meeting else day


def step_rows(steps: Iterable[ArrangementsStep], today: date) -> list[dict[str, Any]]:
    """Steps of the timetable, in order of date."""
    return [
        {
            "pk": one.pk,
            "text": one.text,
            "due_on": one.due_on,
            "done_on": one.done_on,
            "late": one.done_on is None and one.due_on < today,
            "note": one.note,
        }
        for one in steps
    ]


def kept_arrangements(arrangements: Arrangements) -> dict[str, Any]:
    """What the form of a version begins with."""
    names = ("number", "title", "agreed_on", "published_on", "in_force_from", "changes")
    kept = {name: getattr(arrangements, name) for name in names}
    return {**kept, "meeting": arrangements.meeting.reference if arrangements.meeting else ""}


def stored_arrangements(arrangements: Arrangements) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Version", "value": f"{arrangements.number}, {arrangements.title}"},
        {"key": "In force from", "value": words.date(arrangements.in_force_from)},
        {"key": "What changed", "value": arrangements.changes},
    ]


def kept_step(step: ArrangementsStep) -> dict[str, Any]:
    """What the form of a step begins with."""
    return {name: getattr(step, name) for name in ("text", "due_on", "done_on", "note")}


def stored_step(step: ArrangementsStep) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    done = f", done on {words.date(step.done_on)}" if step.done_on else ""
    return [{"key": "Step", "value": step.text}, {"key": "Due", "value": f"{words.date(step.due_on)}{done}"},
            {"key": "Note", "value": step.note}]  # fmt: skip
