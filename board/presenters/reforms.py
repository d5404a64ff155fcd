"""Wording of national reforms, and the picture of how they went."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from board.models import Reform, ReformEntry, ReformMilestone, ReformState
from board.selectors.reforms import ReformRow
from foundation import charts
from foundation.charts.chart import Chart
from foundation.design import words
from foundation.exports import Column, Kind, Table

COLOURS = {
    "not_begun": "govuk-tag--grey", "preparing": "govuk-tag--yellow", "under_way": "govuk-tag--blue",
    "in_place": "govuk-tag--green",
}  # fmt: skip
WORDS = {str(value): str(label) for value, label in ReformState.choices}


def lead_words(reform: Reform) -> str:
    """Who leads: the post, of which agency."""
    return ", ".join(part for part in (reform.lead, reform.agency.name if reform.agency else "The partnership") if part)


def reform_numbers(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """How many reforms are how far, each number leading to the list that it counts."""
    url = reverse("board:reforms")
    return [
        {"number": number, "label": WORDS[state].lower(), "href": f"{url}?state={state}", "tone": ""}
        for state, number in counts.items()
    ]


def reform_row(row: ReformRow, today: date) -> dict[str, Any]:
    """A row of the list."""
    one, milestone = row.reform, row.next_milestone
    return {
        "href": reverse("board:reform", args=[one.reference]),
        "title": one.title,
        "reference": one.reference,
        "source": one.source,
        "announced_on": one.announced_on,
        "lead": lead_words(one),
        "state": WORDS[one.state],
        "colour": COLOURS[one.state],
        "last_on": row.last_on,
        "milestone": milestone,
        "late": milestone is not None and milestone.due_on < today,
    }


def state_strip(states: Mapping[date, str]) -> Chart:
    """How far a reform was at the end of each month, and today."""
    days = list(states)
    changes = [
        f"{WORDS[states[day]].lower()} {'today' if day == days[-1] and place else f'at the end of {day:%B %Y}'}"
        if place
        else WORDS[states[day]].lower()
        for place, day in enumerate(days)
        if place == 0 or states[day] != states[days[place - 1]]
    ]
    return charts.stage_strip(
        title="How far it was at the end of each month",
        description=f"It was {', then '.join(changes)}.",
        periods=[*(f"{day:%b %Y}" for day in days[:-1]), "Now"],
        rows={"This reform": list(states.values())},
        row_header="Reform",
    )


def reform_entry_rows(entries: Sequence[ReformEntry]) -> list[dict[str, Any]]:
    """What was written, newest first, each with how far it was since."""
    return [
        {
            "heading": one.get_kind_display(),
            "happened_on": one.happened_on,
            "text": one.text,
            "state": WORDS[one.state],
            "writer": one.written_by.name,
        }
        for one in reversed(entries)
    ]


def milestone_rows(milestones: Iterable[ReformMilestone], today: date) -> list[dict[str, Any]]:
    """Milestones in order of date."""
    return [
        {
            "pk": one.pk,
            "text": one.text,
            "due_on": one.due_on,
            "done_on": one.done_on,
            "late": one.done_on is None and one.due_on < today,
            "note": one.note,
        }
        for one in milestones
    ]


def kept_reform(reform: Reform) -> dict[str, Any]:
    """What the form of a reform begins with."""
    names = ("title", "source", "announced_on", "asks", "lead")
    return {**{name: getattr(reform, name) for name in names}, "agency": reform.agency.code if reform.agency else ""}


def stored_reform(reform: Reform) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    return [
        {"key": "Reform", "value": reform.title},
        {"key": "What it asks", "value": reform.asks},
        {"key": "Who leads", "value": lead_words(reform)},
        {"key": "How far", "value": WORDS[reform.state]},
    ]


def kept_milestone(milestone: ReformMilestone) -> dict[str, Any]:
    """What the form of a milestone begins with."""
    return {name: getattr(milestone, name) for name in ("text", "due_on", "done_on", "note")}


def stored_milestone(milestone: ReformMilestone) -> list[dict[str, str]]:
    """What is saved now, for whoever was overtaken."""
    done = f", reached on {words.date(milestone.done_on)}" if milestone.done_on else ""
    return [
        {"key": "Milestone", "value": milestone.text},
        {"key": "Due", "value": f"{words.date(milestone.due_on)}{done}"},
        {"key": "Note", "value": milestone.note},
    ]


def reform_table(rows: Iterable[ReformRow]) -> Table:
    """The reforms as a table for a spreadsheet."""
    columns = (
        Column("Reform"), Column("Source"), Column("Of", Kind.DATE), Column("What it asks"), Column("Who leads"),
        Column("How far"), Column("Last entry", Kind.DATE), Column("Next milestone"), Column("Due", Kind.DATE),
    )  # fmt: skip
    lines = (
        (
            row.reform.title, row.reform.source, row.reform.announced_on, row.reform.asks, lead_words(row.reform),
            WORDS[row.reform.state], row.last_on, row.next_milestone.text if row.next_milestone else "",
            row.next_milestone.due_on if row.next_milestone else None,
        )
        for row in rows
    )  # fmt: skip
    return Table("National reforms", columns, lines)
