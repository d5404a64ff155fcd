"""Actions that a meeting looks at: of the plans that its group scrutinises, late or due before the group meets again."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from accounts.models import Person
from board.models import Action, Meeting
from board.rules import OPEN, due_until
from board.selectors.actions import seen_references
from board.selectors.standing import with_rating
from foundation import clock
from foundation.calendar import london_date

DUE_SHOWN = 100
COLUMNS = ("reference", "number", "text", "state", "rating", "due_on", "is_late")


@dataclass(frozen=True)
class DueActions:
    """The first hundred of `number` actions due before `until`, in order of date; `opens`: those the reader may open."""

    until: date
    rows: tuple[dict[str, Any], ...]
    number: int
    opens: frozenset[str]


def actions_due(person: Person, meeting: Meeting) -> DueActions:
    """What is due at a meeting that the person sees; all of it is shown to the group, also what they may not open."""
    until = due_until(london_date(meeting.starts_at), _meets_again(meeting))
    actions = Action.objects.filter(plan__group=meeting.group_id, state__in=OPEN, due_on__lt=until)
    rows = with_rating(actions, clock.today()).order_by("due_on", "id")
    shown = rows.values(*COLUMNS, plan_title=F("plan__title"), agency_name=F("agency__name"))[:DUE_SHOWN]
    found = tuple(dict(row) for row in shown)
    number = len(found) if len(found) < DUE_SHOWN else actions.count()
    return DueActions(until, found, number, seen_references(person, [row["reference"] for row in found]))


def _meets_again(meeting: Meeting) -> date | None:
    """The day of the group's meeting after this one, where one is planned."""
    later = Meeting.objects.filter(group=meeting.group_id, starts_at__gt=meeting.starts_at, state=Meeting.State.PLANNED)
    starts = later.order_by("starts_at").values_list("starts_at", flat=True).first()
    return london_date(starts) if starts else None
