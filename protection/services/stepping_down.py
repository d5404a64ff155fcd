"""After a plan has ended: the child is offered to the team that goes on, and what begins there when it accepts."""

from accounts.models import Person, Team
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from protection.models import STEPS_DOWN, EndReason, ProtectionPlan
from protection.rules import kinds
from protection.selectors.planning import teams_to_step_down_to
from protection.services.families import record, subject_of
from protection.services.plans import hold_plan
from referrals.services.plans import begin_plan_after_protection, check_episode_for
from referrals.services.steps import (
    SteppingDown,
    ask_early_help_after_plan,
    check_stepping_down,
    early_help_after_plan,
    early_help_refused_after_plan,
    note_of_stepping_down,
)
from work.models import Handover
from work.services.handovers import offer_handover


@service
def offer_step_down(*, by: Person, reference: str, team: str, asked: SteppingDown) -> Handover:
    """Offer a child whose plan has ended to the team (by code) that goes on with child in need or early help. A manager.

    To which of the two the decision that ended the plan says. Refused while the plan runs, where it did not end because the
    child is no longer at risk, without closing meeting, lead and the family's agreement, to a team that does not do such work,
    once a team has taken the child over, and, for child in need, while no episode of the child is open.
    """
    agency = check_stepping_down(asked, "what the team takes over")
    plan = hold_plan(by, reference, None, ended_too=True)
    if plan.end_reason not in STEPS_DOWN or plan.withdrawn_at is not None:
        raise Refused("A step down follows a plan that ended because the child is no longer at risk.")
    to_team = Team.objects.filter(code=team).first()
    if to_team is None or team not in dict(teams_to_step_down_to(plan)):
        raise Refused("Select a team.", field="team")
    subject = subject_of(kinds.PLAN, reference)
    taken = Handover.objects.filter(kind=kinds.STEP_DOWN, subject_kind=kinds.PLAN, subject_reference=reference)
    if taken.filter(state=Handover.State.ACCEPTED).exists():
        raise Refused("A team has taken this child over already.")
    if plan.end_reason == EndReason.CHILD_IN_NEED:
        check_episode_for(child_id=plan.child_id, team=to_team)
    offered = offer_handover(
        by=by,
        kind=kinds.STEP_DOWN,
        subject=subject,
        from_team=plan.family.team,
        to_team=to_team,
        note=note_of_stepping_down(asked, agency),
    )
    if plan.end_reason == EndReason.EARLY_HELP:
        ask_early_help_after_plan(
            by=by, plan=reference, child_id=plan.child_id, team=to_team, asked=asked, restricted=plan.family.restricted
        )
    record("plan_step_down_offered", by, kinds.PLAN, reference, data={"team": team})
    return offered


def when_step_down_accepted(handover: Handover, by: Actor) -> None:
    """The team goes on: early help begins for the family, or a child-in-need plan from the day of the decision.

    Part of accepting a handover.
    """
    plan = _behind(handover)
    if plan.end_reason == EndReason.EARLY_HELP:
        of_family = list(plan.family.plans.values_list("reference", flat=True))
        early_help_after_plan(by=by, plan=plan.reference, child=plan.child, team=handover.to_team, of_family=of_family)
    elif plan.ended_on is not None:
        begin_plan_after_protection(by=by, child_id=plan.child_id, team=handover.to_team, aim=handover.note, on=plan.ended_on)
    record("plan_stepped_down", by, kinds.PLAN, plan.reference, data={"team": handover.to_team.code})


def when_step_down_returned(handover: Handover, by: Actor) -> None:
    """The team gives the child back, with its reason. Part of returning a handover."""
    plan = _behind(handover)
    if plan.end_reason == EndReason.EARLY_HELP:
        early_help_refused_after_plan(by=by, plan=plan.reference, reason=handover.return_reason)
    record("plan_step_down_returned", by, kinds.PLAN, plan.reference, reason=handover.return_reason)


def _behind(handover: Handover) -> ProtectionPlan:
    rows = ProtectionPlan.objects.select_for_update(of=("self",)).select_related("family", "child")
    return rows.get(reference=handover.subject_reference)
