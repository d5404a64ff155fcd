"""What a chair's desk counts across plans: drift, and who took part."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import Person
from foundation import clock
from protection.models import (
    PRESENT,
    ActionStatus,
    Conference,
    ConferenceChild,
    FamilyInvitation,
    PlanAction,
    ProtectionPlan,
)
from protection.rules.timeliness import drifts, scale, took_part
from protection.selectors.sight import visible_families


def drifting(plans: Sequence[ProtectionPlan]) -> dict[int, str]:
    """Those of some plans (by id) that drift, with why. Asked by pages that have decided who may see them."""
    today = clock.today()
    late = set(
        PlanAction.objects.filter(status=ActionStatus.OPEN, due_on__lt=today, of_plans__plan__in=plans).values_list(
            "of_plans__plan", flat=True
        )
    )
    medians = _medians(plans)
    found = {}
    for plan in plans:
        if drifts(medians[plan.pk]):
            found[plan.pk] = "The scale has not risen in two reviews"
        elif plan.pk in late:
            found[plan.pk] = "Actions are late"
    return found


def _medians(plans: Sequence[ProtectionPlan]) -> dict[int, list[float]]:
    held = Conference.objects.filter(family__in={plan.family_id for plan in plans}, held_on__isnull=False)
    of_child: dict[int, list[Conference]] = defaultdict(list)
    for one in held.order_by("held_on", "pk").prefetch_related("scores", "children"):
        for row in one.children.all():
            of_child[row.child_id].append(one)
    found: dict[int, list[float]] = defaultdict(list)
    for plan in plans:
        for one in of_child[plan.child_id]:
            scaled = scale([row.score for row in one.scores.all()])
            if scaled is not None and one.family_id == plan.family_id and one.held_on and one.held_on >= plan.started_on:
                found[plan.pk].append(scaled.median)
    return found


@dataclass(frozen=True)
class TakenPart:
    """How many took part, of how many who could."""

    children: int
    of_children: int
    parents: int
    of_parents: int


def taken_part(chair: Person) -> TakenPart:
    """Who took part in the conferences that a chair has held in families that they see: children who could, and parents."""
    own = Conference.objects.filter(chair=chair, family__in=visible_families(chair), held_on__isnull=False)
    rows = ConferenceChild.objects.filter(conference__in=own).values_list("participation", flat=True)
    children = [part for part in map(took_part, rows) if part is not None]
    invited = FamilyInvitation.objects.filter(conference__in=own, relation="parent").exclude(attendance="")
    parents = list(invited.values_list("attendance", flat=True))
    return TakenPart(sum(children), len(children), sum(code in PRESENT for code in parents), len(parents))
