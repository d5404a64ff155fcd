"""What holds for child-in-need episodes: the way of an assessment, its factors, and with which reasons an episode ends.

Rules of the children in need census stand with their number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foundation.errors import Refused
from foundation.states import Transition
from referrals.models.casework_codes import (
    FACTORS,
    NO_FACTOR,
    RIGHT_AFTER_ASSESSMENT,
    SUPERSEDED_FACTORS,
    AssessmentOutcome,
    ClosureReason,
    PrimaryNeed,
)
from referrals.models.codes import YesNoUnknown
from referrals.models.episodes import AssessmentState

EPISODE = "episode"
CASE_TRANSFER = "referrals.case_transfer"
"""Passing an episode to another social work team."""
"""The kind under which events and clocks speak of an episode, its assessments and plans."""

S = AssessmentState
ASSESSMENT_TRANSITIONS = (
    Transition("write", (S.IN_PROGRESS,), S.IN_PROGRESS, "This assessment is with a manager or authorised, and is not changed."),
    Transition("review", (S.IN_PROGRESS,), S.IN_PROGRESS, "The review point belongs to an assessment that is in progress."),
    Transition("submit", (S.IN_PROGRESS,), S.WITH_MANAGER, "This assessment has been sent to a manager already."),
    Transition("send_back", (S.WITH_MANAGER,), S.IN_PROGRESS, "No assessment waits for a manager here."),
    Transition("authorise", (S.WITH_MANAGER,), S.AUTHORISED, "No assessment waits for a manager here."),
)


@dataclass(frozen=True)
class Written:
    """What an assessment says."""

    seen_on: date | None = None
    seen_alone: str = ""
    not_seen_reason: str = ""
    child_view: str = ""
    parents_view: str = ""
    analysis: str = ""
    factors: Sequence[str] = ()
    outcome: str = ""
    delay_reason: str = ""


def check_factors(factors: Sequence[str]) -> None:
    """Refuse unknown and superseded codes (8945Q, 8950Q), a code given twice (8898), and “none” beside another (8869)."""
    for code in factors:
        if code in SUPERSEDED_FACTORS:
            raise Refused(f"Factor {code} is no longer used. Select {SUPERSEDED_FACTORS[code]} instead.", field="factors")
        if code not in FACTORS:
            raise Refused("Select factors from the list.", field="factors")
    if len(set(factors)) != len(factors):
        raise Refused("Select each factor once.", field="factors")
    if NO_FACTOR in factors and len(factors) > 1:
        raise Refused(f"Select “{FACTORS[NO_FACTOR]}” on its own, or the others without it.", field="factors")


def check_seen(seen_on: date | None, started_on: date, today: date) -> None:
    """Refuse a day on which the child cannot have been seen for this assessment."""
    if seen_on is not None and not started_on <= seen_on <= today:
        raise Refused(
            "The child is seen on or after the day on which the assessment began, and not in the future.", field="seen_on"
        )


def check_complete(written: Written, *, late: bool) -> None:
    """Refuse an assessment that a manager cannot authorise: the child not seen without a reason, no factor (8897Q), no outcome.

    `late`: it is past its due day, so that it says why.
    """
    check_factors(written.factors)
    if (written.seen_on is None or written.seen_alone != YesNoUnknown.YES) and not written.not_seen_reason.strip():
        what = "was not seen" if written.seen_on is None else "was not seen alone"
        raise Refused(f"Enter why the child {what}.", field="not_seen_reason")
    if not written.analysis.strip():
        raise Refused("Enter what the assessment found.", field="analysis")
    if not written.factors:
        raise Refused("Select at least one factor, or that none was identified.", field="factors")
    if written.outcome not in AssessmentOutcome.values:
        raise Refused("Select what the assessment leads to.", field="outcome")
    if late and not written.delay_reason.strip():
        raise Refused("Enter why the assessment took longer than it should.", field="delay_reason")


def check_another_authorises(manager: str, author: str) -> None:
    """Refuse a manager who authorises an assessment that they sent themselves."""
    if manager == author:
        raise Refused("An assessment is authorised by a manager who did not write it.")


@dataclass(frozen=True)
class Standing:
    """What there is in an episode when somebody wants to close it."""

    assessments: int
    """Of any state."""
    authorised: int
    plans: int
    open_plan: bool
    step_waits: bool
    step_accepted: bool

    @property
    def open_assessment(self) -> bool:
        """Whether an assessment is neither authorised."""
        return self.assessments > self.authorised


def check_closure(standing: Standing, reason: str, need: str) -> None:
    """Refuse closing while something runs (8565), without need (8610), and “after assessment” where that is not so."""
    if reason not in ClosureReason.values:
        raise Refused("Select why the episode is closed.", field="reason")
    if need not in PrimaryNeed.values:
        raise Refused("Select the primary need.", field="primary_need")
    if standing.open_assessment:
        raise Refused("An assessment is not authorised yet. Finish it before you close the episode.")
    if standing.open_plan:
        raise Refused("A plan is running. End it before you close the episode.")
    if standing.step_waits:
        raise Refused("The early help team has not answered yet whether it takes the family over.")
    if reason in RIGHT_AFTER_ASSESSMENT and (not standing.authorised or standing.plans):
        raise Refused("This reason is for an episode that ends with its assessment, without a plan.", field="reason")
    if reason == ClosureReason.TO_EARLY_HELP and not standing.step_accepted:
        raise Refused("Early help has not taken the family over. Step down first, then close the episode.", field="reason")


def check_no_further_action(standing: Standing) -> None:
    """Refuse ending a referral with no further action once there was any activity in it (8831, 8832, 4000)."""
    if standing.authorised or standing.plans or standing.step_waits or standing.step_accepted:
        raise Refused(
            "There was an assessment, a plan or a step to early help after this referral, so it is closed with a reason instead."
        )
    if standing.assessments:
        raise Refused("An assessment has been begun for this referral, so it is finished and the episode closed with a reason.")
