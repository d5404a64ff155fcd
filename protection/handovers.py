"""What child protection takes over from the front door, and what it passes on when a plan has ended."""

from collections.abc import Collection, Sequence
from functools import partial

from accounts.models import Person
from foundation.actors import Actor
from protection.child_page import address_of
from protection.rules import kinds
from referrals.access import EARLY_HELP_COORDINATOR, TEAM_MANAGER
from referrals.rules.triage import STRATEGY_DISCUSSION
from work.kinds import Follower, HandoverKind
from work.models import Handover


def _strategy_accepted(handover: Handover, by: Actor) -> None:
    from protection.services.strategy import when_strategy_accepted

    when_strategy_accepted(handover, by)


def _step_down_accepted(handover: Handover, by: Actor) -> None:
    from protection.services.stepping_down import when_step_down_accepted

    when_step_down_accepted(handover, by)


def _step_down_returned(handover: Handover, by: Actor) -> None:
    from protection.services.stepping_down import when_step_down_returned

    when_step_down_returned(handover, by)


def _plans_seen(person: Person, references: Collection[str]) -> Collection[str]:
    from protection.selectors.sight import offered_plans_seen

    return offered_plans_seen(person, references)


def _children(reference: str) -> Sequence[str]:
    from protection.selectors.sight import children_behind

    return children_behind(kinds.PLAN, reference)


def _restricted(references: Collection[str]) -> Collection[str]:
    from protection.selectors.sight import restricted_among

    return restricted_among(kinds.PLAN, references)


def _facts(person: Person, reference: str) -> Sequence[tuple[str, str]]:
    from protection.selectors.sight import facts_of_plan

    return facts_of_plan(person, reference)


FOLLOWERS = (Follower(STRATEGY_DISCUSSION, on_accepted=_strategy_accepted),)
HANDOVERS = (
    HandoverKind(
        kinds.STEP_DOWN,
        "Step down from a child protection plan",
        on_accepted=_step_down_accepted,
        on_returned=_step_down_returned,
        roles=frozenset({TEAM_MANAGER, EARLY_HELP_COORDINATOR}),
        seen_by=_plans_seen,
        address=partial(address_of, kinds.PLAN),
        children=_children,
        restricted=_restricted,
        facts=_facts,
    ),
)
