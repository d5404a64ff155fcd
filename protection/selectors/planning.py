"""What whoever works under a plan chooses from."""

from collections.abc import Collection

from accounts.access_table import open_teams
from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible
from protection.models import OtherText, ProtectionPlan
from protection.rules import kinds
from protection.selectors.plans import RUNS, plan_for
from protection.selectors.sight import works_on


def plan_to_work_on(person: Person, reference: str) -> ProtectionPlan:
    """One plan, for whoever works on its family; a member of its core group alone does not."""
    found = plan_for(person, reference)
    if not works_on(person, found.family):
        raise NotVisible
    return found


def plans_sharing(plan: ProtectionPlan) -> list[tuple[str, str]]:
    """The plans of a family that run, for which one action can count: reference and the child's name."""
    rows = ProtectionPlan.objects.filter(RUNS, family=plan.family_id).select_related("child").order_by("pk")
    return [(one.reference, one.child.full_name) for one in rows]


def children_of(plan: ProtectionPlan, references: Collection[str]) -> list[str]:
    """The children (by reference) of some plans of one family."""
    rows = ProtectionPlan.objects.filter(RUNS, family=plan.family_id, reference__in=references)
    return list(rows.values_list("child__reference", flat=True))


def teams_to_step_down_to() -> list[tuple[str, str]]:
    """Teams that take a child over after a plan: code and name with agency."""
    rows = open_teams(clock.today()).filter(receives__contains=[kinds.STEP_DOWN]).select_related("agency").order_by("name")
    return [(team.code, f"{team.name}, {team.agency.name}") for team in rows]


def texts_written_at_once(plan: ProtectionPlan, meeting: int) -> list[OtherText]:
    """What two people wrote at once into the minutes of a meeting, and nobody has settled."""
    rows = OtherText.objects.filter(meeting=meeting, meeting__family=plan.family_id, settled_at__isnull=True)
    return list(rows.order_by("pk"))
