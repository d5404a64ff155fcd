"""What upper apps declare to child-in-need episodes: what keeps one open, and what a child-in-need plan may follow from.

An app's `episode_checks.py` may hold CLOSING_CHECKS, which refuse to close an episode; NO_ACTION_CHECKS, which refuse to end it
with no further action; PLAN_CHECKS, which refuse a child-in-need plan that would begin on a day; and PLAN_GROUNDS, which say
whether something else than an assessment has found that the child is in need.
"""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import Any

from foundation import registry

EpisodeCheck = Callable[[Collection[int], date], None]
"""Told the ids of the child's records and the day on which the referral was received; refuses."""
PlanCheck = Callable[[Collection[int], date], None]
"""Told the ids of the child's records and the day on which a child-in-need plan is to begin; refuses."""
PlanGround = Callable[[Collection[int], date], bool]
"""Told the ids of the child's records and the day on which the referral was received."""


def closing_checks() -> Iterator[EpisodeCheck]:
    """Every declared check of closing an episode, which holds for ending one with no further action too."""
    return _declared("CLOSING_CHECKS")


def no_action_checks() -> Iterator[EpisodeCheck]:
    """Every declared check of ending a referral with no further action."""
    return _declared("NO_ACTION_CHECKS")


def plan_checks() -> Iterator[PlanCheck]:
    """Every declared check of beginning a child-in-need plan."""
    return _declared("PLAN_CHECKS")


def plan_grounds() -> Iterator[PlanGround]:
    """Everything besides an authorised assessment from which a child-in-need plan may follow."""
    return _declared("PLAN_GROUNDS")


def _declared(name: str) -> Iterator[Any]:
    for _app, module in registry.modules("episode_checks"):
        yield from getattr(module, name, ())
