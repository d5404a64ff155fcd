"""Children on a plan who move between authorities, for good or for a time."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

from django.conf import settings

from accounts.access_table import sighted_team_ids
from accounts.models import Person, Team
from children.models import Child, ChildMerge
from children.rules import ChildDetails
from children.rules.details import tidied
from children.services import merge_children, register_child, say_not_the_same
from foundation import clock
from foundation.calendar import london_date, start_of_day
from foundation.errors import NotVisible, Refused, need
from foundation.service import service
from protection.models import Direction, Transfer
from protection.rules import kinds
from protection.rules.checking import check_category, check_past
from protection.selectors.plans import open_plan_of
from protection.selectors.sight import works_on
from protection.selectors.transfers import UNSETTLED, likely_arrivals, move_noted_before
from protection.services.booking import ask_for_transfer_conference
from protection.services.families import family_of, open_family, record
from protection.services.plans import hold_plan
from work.selectors import deadlines


@dataclass(frozen=True)
class ArrivingPlan:
    """The plan of another authority with which a child moves here."""

    authority: str
    plan_started_on: date
    category: str
    told_on: date
    moved_on: date | None = None
    papers_on: date | None = None
    previous_plans: int = 0
    temporary: bool = False
    note: str = ""


@service
def note_transfer_in(
    *,
    by: Person,
    team: str,
    child: ChildDetails | Child,
    plan: ArrivingPlan,
    same_as: str = "",
    told_apart: Collection[str] = (),
) -> Transfer:
    """A child on a plan of another authority moves here: the team (by code) of a manager takes the family over.

    For good: a conference is due 15 working days after this authority was told, and the other's plan goes on until then. For a
    time (less than three months): the plan stays with the other authority and the child is on the temporary register here.
    A child who is described is registered: as one with a known child where `same_as` (by reference) says so, whose record stands
    for both, or told apart from those who are like the child (by reference). The same sent again is the move that there is.
    Refuses to register somebody beside a record that is likely of the same child without being told which; a child who is on a
    plan here; and one whose move is recorded already.
    """
    need(plan.authority, "Enter which authority the child comes from.", "authority")
    check_category(plan.category)
    check_past(plan.told_on, clock.today(), "told_on", since=plan.plan_started_on)
    taking = Team.objects.select_for_update(of=("self",)).filter(code=team, pk__in=sighted_team_ids(by)).first()
    if taking is None:
        raise Refused("Select your team.", field="team")
    if isinstance(child, Child):
        known = child
    else:
        details = tidied(child, test_numbers=settings.TEST_NHS_NUMBERS)
        if (same := move_noted_before(by, taking.code, details, asdict(plan))) is not None:
            return same
        known = _registered(by, details, plan.authority.strip(), same_as, told_apart)
    if open_plan_of(known) is not None:
        raise Refused("This child is on a child protection plan here already.", field="child")
    if Transfer.objects.filter(UNSETTLED, child=known, direction=Direction.IN).exists():
        raise Refused("This child’s move here is recorded already.", field="child")
    family = family_of([known.pk], taking, restricted=False) or open_family(by=by, team=taking)
    due = london_date(deadlines.due(kinds.TRANSFER_CLOCK, "", start_of_day(plan.told_on)).at)
    transfer = Transfer.objects.create(
        family=family,
        child=known,
        direction=Direction.IN,
        temporary=plan.temporary,
        authority=plan.authority.strip(),
        plan_started_on=plan.plan_started_on,
        category=plan.category,
        previous_plans=plan.previous_plans,
        told_on=plan.told_on,
        moved_on=plan.moved_on,
        papers_on=plan.papers_on,
        conference_due_on=None if plan.temporary else due,
        note=plan.note,
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
    )
    if not plan.temporary:
        ask_for_transfer_conference(by=by, family=family, transfer=transfer)
    record("transfer_in", by, kinds.FAMILY, family.reference, data={"temporary": plan.temporary})
    return transfer


def _registered(by: Person, details: ChildDetails, authority: str, same_as: str, told_apart: Collection[str]) -> Child:
    """The child who moves here: the record that stands for them from now on."""
    alike = {one.child.reference: one for one in likely_arrivals(by, details).candidates}
    if same_as and same_as not in alike:
        raise NotVisible
    if not same_as and set(alike) - set(told_apart):
        raise Refused("Select whether it is one of these children.", field="same")
    made = register_child(by=by, details=details)
    if not same_as:
        for reference in alike:
            say_not_the_same(by=by, one=made.reference, other=reference)
        return made
    stands = Child.objects.get(pk=alike[same_as].standing)
    merge_children(
        by=by,
        lesser=made.reference,
        greater=stands.reference,
        reason=f"Moved here on a plan of {authority}",
        kind=ChildMerge.Kind.LINKED,
    )
    return stands


@service
def note_transfer_out(
    *,
    by: Person,
    reference: str,
    version: int,
    authority: str,
    told_on: date,
    temporary: bool = False,
    moved_on: date | None = None,
    papers_on: date | None = None,
    note: str = "",
) -> Transfer:
    """A child on a plan (by its reference) moves to another authority, which was told. The plan runs until it takes over."""
    need(authority, "Enter which authority the child moves to.", "authority")
    plan = hold_plan(by, reference, version)
    check_past(told_on, clock.today(), "told_on", since=plan.started_on)
    moves = Transfer.objects.filter(UNSETTLED, child=plan.child, direction=Direction.OUT)
    if moves.exists():
        raise Refused("This child’s move away is recorded already.")
    transfer = Transfer.objects.create(
        family=plan.family,
        child=plan.child,
        direction=Direction.OUT,
        temporary=temporary,
        authority=authority.strip(),
        plan_started_on=plan.started_on,
        category=plan.category,
        previous_plans=plan.previous_plans,
        told_on=told_on,
        moved_on=moved_on,
        papers_on=papers_on,
        note=note,
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
    )
    record("transfer_out", by, kinds.PLAN, reference, data={"temporary": temporary})
    return transfer


@service
def settle_transfer(*, by: Person, transfer_id: int, on: date) -> Transfer:
    """The receiving authority's conference has taken a child over, or a stay for a time has ended. The team that has the case.

    A move here for good is settled by the conference itself.
    """
    transfer = Transfer.objects.select_for_update(of=("self",)).select_related("family").filter(pk=transfer_id).first()
    if transfer is None or not works_on(by, transfer.family):
        raise NotVisible
    if not transfer.is_open:
        raise Refused("This move is settled already.")
    check_past(on, clock.today(), "on", since=transfer.told_on)
    if transfer.temporary:
        transfer.returned_on = on
    elif transfer.direction == Direction.OUT:
        transfer.accepted_on = on
    else:
        raise Refused("The transfer-in conference settles this move.")
    transfer.save(update_fields=["returned_on", "accepted_on"])
    record("transfer_settled", by, kinds.FAMILY, transfer.family.reference, data={"direction": transfer.direction})
    return transfer
