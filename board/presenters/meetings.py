"""Wording of meetings."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse

from board.models import Action, AgendaItem, Attendance, Meeting, Seat
from board.presenters.attendance import seat_words
from board.selectors.due import DueActions
from board.selectors.meetings import SeatAtMeeting
from foundation.design import words

HOW = dict(Attendance.How.choices)
STATE_WORDS = dict(Action.State.choices)


def meeting_rows(meetings: Iterable[Meeting]) -> list[dict[str, Any]]:
    """Rows of the forward plan and of the meetings before."""
    return [
        {
            "href": reverse("board:meeting", args=[one.reference]),
            "group": one.group.name,
            "starts_at": one.starts_at,
            "place": one.place,
            "state": one.get_state_display(),
            "invited": one.invited_at is not None,
        }
        for one in meetings
    ]


def item_rows(
    items: Iterable[AgendaItem],
    papers: Iterable[dict[str, Any]] = (),
    actions: Mapping[int, Sequence[Mapping[str, Any]]] | None = None,
) -> list[dict[str, Any]]:
    """The agenda with its papers, what was minuted, and the actions that came of it."""
    of_items = list(papers)
    return [
        {
            "id": one.pk,
            "number": number,
            "kind": one.kind,
            "title": one.title,
            "lead": one.lead,
            "minute": one.minute,
            "decision": one.decision,
            "papers": [row for row in of_items if row["item"] == one.pk],
            "actions": [_decided_row(row) for row in (actions or {}).get(one.pk, ())],
        }
        for number, one in enumerate(items, start=1)
    ]


def _decided_row(row: Mapping[str, Any]) -> dict[str, str]:
    due = words.date(row["due_on"])
    return {
        "text": f"Action {row['number']} of {row['plan__title']}",
        "more": f"{row['agency__name']}, due on {due}: {STATE_WORDS[row['state']].lower()}",
        "href": reverse("board:action", args=[row["reference"]]) if row["opens"] else "",
    }


def due_page(due: DueActions) -> dict[str, Any]:
    """The actions that a meeting looks at, each with the way to it for whoever may open it."""
    rows = [
        {**row, "href": reverse("board:action", args=[row["reference"]]) if row["reference"] in due.opens else ""}
        for row in due.rows
    ]
    return {"until": due.until, "rows": rows, "number": due.number, "more": due.number - len(rows)}


def presence_rows(seats: Iterable[SeatAtMeeting]) -> list[dict[str, str]]:
    """Who came, seat by seat."""
    return [
        {
            "seat": one.seat.title,
            "agency": one.seat.agency.name if one.seat.agency else "The partnership",
            "who": one.name or ", ".join(one.holders) or "Nobody holds it",
            "how": HOW.get(one.how, "Not said yet"),
        }
        for one in seats
    ]


def absence_words(pairs: Iterable[tuple[Seat, int]]) -> list[str]:
    """Seats for which nobody came again and again, as sentences."""
    return [f"{seat_words(seat)} in {seat.group.name}: nobody came to the last {run} meetings" for seat, run in pairs]
