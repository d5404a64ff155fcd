"""What whoever works under a plan chooses from."""

from collections.abc import Collection

from accounts.access_table import current_holdings, open_teams
from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible
from protection.models import EndReason, OtherText, ProtectionPlan
from protection.selectors.plans import RUNS, plan_for
from protection.selectors.sight import works_on
from referrals.access import TEAM_MANAGER
from referrals.rules.triage import EARLY_HELP


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


def teams_to_step_down_to(plan: ProtectionPlan) -> list[tuple[str, str]]:
    """Teams that go on after a plan as its end says, early help or social work: code and name with agency."""
    today = clock.today()
    rows = open_teams(today).exclude(pk=plan.family.team_id).select_related("agency").order_by("name")
    if plan.end_reason == EndReason.EARLY_HELP:
        rows = rows.filter(receives__contains=[EARLY_HELP])
    else:
        rows = rows.filter(pk__in=current_holdings(today).filter(role=TEAM_MANAGER, team__isnull=False).values("team"))
    return [(team.code, f"{team.name}, {team.agency.name}") for team in rows]


def texts_written_at_once(plan: ProtectionPlan, meeting: int) -> list[OtherText]:
    """What two people wrote at once into the minutes of a meeting, and nobody has settled."""
    rows = OtherText.objects.filter(meeting=meeting, meeting__family=plan.family_id, settled_at__isnull=True)
    return list(rows.order_by("pk"))
