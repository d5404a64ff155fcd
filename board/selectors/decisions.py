"""Decisions of meetings and the actions that came of them."""

from collections import defaultdict
from typing import Any

from accounts.models import Person
from board.models import Action, AgendaItem, Meeting, Plan
from board.selectors.actions import seen_references
from board.selectors.meetings import visible_meetings
from foundation.errors import NotVisible


def decided_item(meeting: Meeting, item_id: int) -> AgendaItem:
    """An item of a meeting on which something was decided. Asked once the meeting is seen."""
    found = meeting.items.filter(pk=item_id).exclude(decision="").first()
    if found is None:
        raise NotVisible
    return found


def plans_of_group(meeting: Meeting) -> list[tuple[str, str]]:
    """The open plans that the meeting's group scrutinises, to choose from."""
    plans = Plan.objects.filter(group=meeting.group_id, closed_at__isnull=True)
    return list(plans.values_list("reference", "title"))


def actions_decided(person: Person, meeting: Meeting) -> dict[int, list[dict[str, Any]]]:
    """By item what came of its decision; `opens` says whether the person may open it."""
    actions = Action.objects.filter(agenda_item__meeting=meeting).order_by("pk")
    rows = list(actions.values("reference", "number", "state", "due_on", "agenda_item", "plan__title", "agency__name"))
    seen = seen_references(person, [row["reference"] for row in rows])
    found: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["agenda_item"]].append({**row, "opens": row["reference"] in seen})
    return found


def sees_meeting_of(person: Person, action: Action) -> bool:
    """Whether the person may read the meeting in which an action was decided."""
    item = action.agenda_item
    return item is not None and visible_meetings(person).filter(pk=item.meeting_id).exists()
