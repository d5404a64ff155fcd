"""Opening and closing action plans."""

from datetime import date

from accounts.models import Person
from board.models import Group, Plan
from board.selectors.actions import locked_plan, open_in
from board.selectors.structure import group_of_today
from foundation import clock
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns


def _check_title(title: str) -> None:
    """Also when two open at the same moment: the second waits, and is refused."""
    take_turns("board.plan titles")
    if Plan.objects.filter(title__iexact=title, closed_at__isnull=True).exists():
        raise Refused("A plan of this name is open already. Add to it, or give this one another name.", field="title")


@service
def open_plan(*, by: Person, title: str, source: str, group: str = "", source_published_on: date | None = None) -> Plan:
    """Open an action plan, which a group (its reference) may scrutinise.

    Refuses the title of one that is open: a second press opens nothing twice; and a group that is not there.
    """
    _check_title(title)
    plan = Plan.objects.create(
        title=title, source=source, group=_group(group), source_published_on=source_published_on, opened_on=clock.today()
    )
    data = {"source": source, "group": group}
    record(verb="board.plan_opened", by=by, subject=Subject("plan", plan.reference), data=data)
    return plan


def _group(reference: str) -> Group | None:
    if not reference:
        return None
    found = group_of_today(reference)
    if found is None:
        raise Refused("This group is not there any more. Select another one.", field="group")
    return found


@service
def hand_plan_to_group(*, by: Person, reference: str, group: str = "") -> Plan:
    """Say which group (its reference; none where empty) scrutinises a plan from now on.

    Refuses a plan that is closed, and a group that is not there.
    """
    plan = locked_plan(by, reference)
    if plan.closed_at is not None:
        raise Refused("This plan is closed, so nobody scrutinises it any more.")
    plan.group = _group(group)
    plan.save(update_fields=["group"])
    record(verb="board.plan_handed_to_group", by=by, subject=Subject("plan", plan.reference), data={"group": group})
    return plan


@service
def close_plan(*, by: Person, reference: str) -> Plan:
    """Close a plan whose actions are all done or withdrawn. Refuses while some are open, and says how many."""
    plan = locked_plan(by, reference)
    if plan.closed_at is not None:
        raise Refused("This plan is closed already.")
    number = open_in(plan)
    if number:
        are = "1 action is" if number == 1 else f"{number} actions are"
        raise Refused(f"{are} still open. Finish or withdraw what is open before you close the plan.")
    plan.closed_at, plan.closed_by = clock.now(), by.reference
    plan.save(update_fields=["closed_at", "closed_by"])
    record(verb="board.plan_closed", by=by, subject=Subject("plan", plan.reference))
    return plan


@service
def reopen_plan(*, by: Person, reference: str) -> Plan:
    """Open a closed plan again. Refuses one that is open, or while another of its name is."""
    plan = locked_plan(by, reference)
    if plan.closed_at is None:
        raise Refused("This plan is open already.")
    _check_title(plan.title)
    plan.closed_at, plan.closed_by = None, ""
    plan.save(update_fields=["closed_at", "closed_by"])
    record(verb="board.plan_reopened", by=by, subject=Subject("plan", plan.reference))
    return plan
