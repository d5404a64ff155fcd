"""Making actions of what a meeting decided."""

from datetime import date
from itertools import count

from accounts.models import Person
from board.models import Action, Meeting, Plan
from board.selectors.decisions import decided_item
from board.selectors.meetings import locked_meeting
from board.services.actions import add_action
from board.services.meetings import subject_of
from foundation.calendar import london_date
from foundation.design.words import date as gov_date
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service

LETTER = "D"
"""Begins the number of an action that a meeting decided: D1, D2 and so on within its plan."""


@service
def act_on_decision(
    *,
    by: Person,
    reference: str,
    item_id: int,
    plan: str,
    agency_code: str,
    due_on: date | None = None,
    text: str = "",
    owner_email: str = "",
    owner_post: str = "",
    deadline_class: str = Action.DeadlineClass.DATE,
    counted_from: date | None = None,
    why: str = "",
) -> Action:
    """Make an action of what a meeting decided on an item, in an open plan that its group scrutinises.

    The meeting is who agreed it; a class of deadline counts from its day, unless from another one. The same words for the same
    agency again add nothing. Refuses a meeting that was cancelled, an item on which nothing was
    decided, another group's plan, and what `add_action` refuses.
    """
    meeting = locked_meeting(reference)
    if meeting.state == Meeting.State.CANCELLED:
        raise Refused("This meeting was cancelled, so it decided nothing.")
    item = decided_item(meeting, item_id)
    chosen = Plan.objects.filter(reference=plan, group=meeting.group_id).first()
    if chosen is None:
        raise Refused("Select a plan that this group scrutinises.", field="plan")
    text = text or item.decision
    there = Action.objects.filter(agenda_item=item, plan=chosen, agency__code=agency_code, text=text).first()
    if there is not None:
        return there
    met_on = london_date(meeting.starts_at)
    action = add_action(
        by=by,
        plan_reference=plan,
        number=_next_number(chosen),
        text=text,
        agency_code=agency_code,
        due_on=due_on,
        owner_email=owner_email,
        owner_post=owner_post,
        agenda_item=item,
        deadline_class=deadline_class,
        counted_from=counted_from or met_on,
        agreement=f"{meeting.group.name}, {gov_date(met_on)}",
        why=why,
    )
    record(verb="board.decision_acted_on", by=by, subject=subject_of(meeting), data={"item": item.pk, "action": action.reference})
    return action


def _next_number(plan: Plan) -> str:
    taken = set(plan.actions.filter(number__startswith=LETTER).values_list("number", flat=True))
    return next(number for place in count(1) if (number := f"{LETTER}{place}") not in taken)
