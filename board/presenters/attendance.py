"""Wording of who came to meetings, seat by seat and agency by agency."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from board.models import Attendance, Seat
from board.rules import CAME
from board.selectors.attendance import AgencyOfYear, AttendanceByAgency, Came
from board.selectors.meetings import AttendanceOfYear
from foundation.charts import Chart, attendance_grid
from foundation.design import words
from foundation.exports import Cell, Column, Kind, Table
from foundation.numbers import percent_text, percentage, round_half_up

How = Attendance.How
SHORT = {How.ATTENDED: "Present", How.DEPUTY: "Deputy", How.APOLOGIES: "Apologies", How.ABSENT: "Absent"}
"""How a seat was filled, in the one word for which a grid has room."""
NO_SEAT = "–"


def seat_words(seat: Seat) -> str:
    """Whose seat it is, and which post fills it."""
    return f"{seat.agency.name if seat.agency else 'Partnership'}: {seat.title}"


def attendance_chart(found: AttendanceOfYear) -> Chart:
    """Who came to which meeting as a grid, seat by seat."""
    return attendance_grid(
        title=f"Attendance of {found.group_name}",
        description="A row for each seat, a column for each meeting. A deputy counts as attendance.",
        meetings=[words.short_date(day) for day in found.days],
        rows={seat_words(seat): marks for seat, marks in found.rows},
        row_header="Seat",
    )


def share_rows(found: AttendanceOfYear) -> list[dict[str, Any]]:
    """Of each seat the share of meetings to which somebody came, in per cent."""
    return [{"seat": seat_words(seat), "share": found.share(marks)} for seat, marks in found.rows]


def _cell_words(marks: Sequence[str]) -> str:
    """How an agency's seats were filled at a meeting: one word for one seat, numbers for several."""
    if not marks:
        return NO_SEAT
    if len(marks) == 1:
        return SHORT[How(marks[0])]
    return ", ".join(_numbers_in_words(marks))


def _numbers_in_words(marks: Sequence[str]) -> list[str]:
    numbers = Counter(marks)
    return [f"{numbers[how]} {word.lower()}" for how, word in SHORT.items() if numbers[how]]


def _share_words(share: Came) -> str:
    return percent_text(percentage(share.came, share.asked))


def _missed_words(row: AgencyOfYear, found: AttendanceByAgency) -> list[str]:
    """Each run of absences as a sentence; over all groups it says in which."""
    sentences = []
    for run in row.missed:
        first, last = found.meetings[run[0]], found.meetings[run[-1]]
        where = "" if found.group else f" of {first.group_name}"
        days = f"{words.short_date(first.day)} to {words.short_date(last.day)}"
        sentences.append(f"Nobody came to {len(run)} meetings{where} in a row, {days}")
    return sentences


def _heading(found: AttendanceByAgency, at: int) -> str:
    meeting = found.meetings[at]
    day = words.short_date(meeting.day)
    return day if found.group else f"{meeting.group_name}, {day}"


def agency_grid(found: AttendanceByAgency) -> dict[str, Any]:
    """The grid as its page shows it: agencies with their cells, and a last row with the share of each meeting."""
    headings = [_heading(found, at) for at in range(len(found.meetings))]
    opened = [
        {"heading": heading, "href": reverse("board:meeting", args=[one.reference]), "day": one.day, "group": one.group_name}
        for heading, one in zip(headings, found.meetings, strict=True)
    ]
    return {
        "meetings": opened,
        "rows": [_agency_row(row, found, headings) for row in found.rows],
        "shares": [
            {"heading": heading, "text": _share_words(share)} for heading, share in zip(headings, found.of_meetings, strict=True)
        ],
        "share": _share_words(found.share),
        "numbers": _numbers_in_words([mark for row in found.rows for mark in row.marks]),
        "missed": [f"{row.name}: {sentence}" for row in found.rows for sentence in _missed_words(row, found)],
    }


def _agency_row(row: AgencyOfYear, found: AttendanceByAgency, headings: Sequence[str]) -> dict[str, Any]:
    flagged = {at for run in row.missed for at in run}
    return {
        "name": row.name,
        "share": _share_words(row.share),
        "places": f"{row.share.came} of {row.share.asked}",
        "numbers": _numbers_in_words(row.marks),
        "missed": _missed_words(row, found),
        "cells": [
            {"heading": heading, "text": _cell_words(marks), "flagged": at in flagged, "asked": bool(marks)}
            for at, (heading, marks) in enumerate(zip(headings, row.cells, strict=True))
        ],
    }


def agency_table(found: AttendanceByAgency, year: str) -> Table:
    """The grid as a table for a spreadsheet; its last row has the share of each meeting."""
    columns = (
        Column("Agency"), *(Column(_heading(found, at)) for at in range(len(found.meetings))),
        *(Column(word, Kind.WHOLE) for word in SHORT.values()), Column("Places", Kind.WHOLE),
        Column("Attendance, %", Kind.PERCENT), Column("Absences in a row"),
    )  # fmt: skip
    everybody = [mark for row in found.rows for mark in row.marks]
    lines: list[tuple[Cell, ...]] = [
        (row.name, *(_cell_words(cell) for cell in row.cells), *_numbers(row.marks), "; ".join(_missed_words(row, found)))
        for row in found.rows
    ]
    lines.append(("All agencies", *(_share_words(one) for one in found.of_meetings), *_numbers(everybody), ""))
    whose = found.group.name if found.group else "All groups"
    notes = ("Of the seats that count for the quorum. A deputy counts as attendance.",)
    return Table(f"Attendance {year} {whose}", columns, lines, notes)


def _numbers(marks: Sequence[str]) -> tuple[Cell, ...]:
    numbers = Counter(marks)
    came = sum(numbers[how] for how in CAME)
    share = percentage(came, len(marks))
    return (*(numbers[how] for how in SHORT), len(marks), None if share is None else round_half_up(share, 1))
