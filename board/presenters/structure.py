"""Wording of the partnership's structure."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from board.models import Group, GroupLine, Seat, SeatHolding
from board.selectors.structure import GroupOnADay, Structure
from foundation.charts import Chart, boxes_under, tree
from foundation.design import words

KINDS = dict(Group.Kind.choices)


def _meets(group: Group) -> str:
    return f"meets {group.meets}" if group.meets else ""


def structure_chart(found: Structure) -> Chart | None:
    """The groups of a day as boxes, each beneath the one that it reports to; other boards with a broken line."""
    if not found.rows:
        return None
    parents: dict[int, str] = {}
    above: list[str] = []
    for group, depth in found.rows:
        above[depth:] = [group.name]
        parents[group.pk] = above[depth - 1] if depth else ""
    boxes = boxes_under(
        [
            (
                group.name,
                ", ".join(filter(None, (KINDS[group.kind], _meets(group)))),
                parents[group.pk],
                group.kind == Group.Kind.OTHER_BOARD,
            )
            for group, _depth in found.rows
        ]
    )
    rows = [(group.name, KINDS[group.kind], group.meets or "–", parents[group.pk] or "–") for group, _depth in found.rows]
    return tree(
        title=f"The partnership’s structure on {words.date(found.day)}",
        description="Each group stands beneath the one that it reports to.",
        boxes=boxes,
        table=(("Group", "Kind", "Meets", "Reports to"), rows),
    )


def group_links(found: Structure) -> list[dict[str, str]]:
    """The groups of a day with their addresses."""
    return [
        {
            "name": group.name,
            "kind": KINDS[group.kind],
            "href": f"{reverse('board:group', args=[group.reference])}?on={found.day.isoformat()}",
        }
        for group, _depth in found.rows
    ]


def line_words(lines: Iterable[GroupLine]) -> list[str]:
    """Links between groups as sentences."""
    return [f"{line.group.name} is linked with {line.other.name}" for line in lines]


def seat_rows(found: GroupOnADay) -> list[dict[str, Any]]:
    """Each seat with whose it is, who fills it and who deputises."""
    return [
        {
            "id": seat.pk,
            "title": seat.title,
            "agency": seat.agency.name if seat.agency else "The partnership",
            "part": seat.get_part_display(),
            "counts": seat.counts,
            "holders": [_holder(seat, one) for one in seat.holdings.all() if not one.deputy],
            "deputies": [_holder(seat, one) for one in seat.holdings.all() if one.deputy],
            "ended": seat.to_on is not None,
        }
        for seat in found.seats
    ]


def chair_words(found: GroupOnADay) -> str:
    """Who had the chair on the day; empty where nobody did."""
    chairs = [one for seat in found.seats if seat.part == Seat.Part.CHAIR for one in seat.holdings.all() if not one.deputy]
    return ", ".join(one.person.name if one.person else one.name for one in chairs)


def _holder(seat: Seat, holding: SeatHolding) -> dict[str, Any]:
    return {
        "name": holding.person.name if holding.person else holding.name,
        "from_on": holding.from_on,
        "leave_href": "" if holding.to_on else reverse("board:leave_seat", args=[seat.pk, holding.pk]),
    }
