"""What holds for early help: its states, what its assessment must say, when it is reviewed and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from foundation.calendar import add_months
from foundation.errors import Refused
from foundation.states import Transition
from referrals.models.casework_codes import EarlyHelpNeed, EarlyHelpOutcome, EarlyHelpState

EARLY_HELP_RECORD = "early_help"
"""The kind under which events and clocks speak of early help for a family."""
STEP_RECORD = "step"
LONGEST_UNTIL_REVIEW = 3
"""Months."""
HIGHEST = 10

S = EarlyHelpState
_OPEN = (S.REQUESTED, S.CONSENTED, S.ASSESSING, S.ACTIVE, S.REVIEW)
EARLY_HELP_TRANSITIONS = (
    Transition("consent", (S.REQUESTED,), S.CONSENTED, "The family’s agreement is on record already, or early help is closed."),
    Transition(
        "assess", (S.CONSENTED, S.ASSESSING), S.ASSESSING, "The assessment is written after the family has agreed, and once."
    ),
    Transition(
        "finish", (S.CONSENTED, S.ASSESSING), S.ACTIVE, "The assessment is written after the family has agreed, and once."
    ),
    Transition("meet", (S.ACTIVE,), S.ACTIVE, "The team around the child meets once the assessment is finished."),
    Transition("review", (S.ACTIVE, S.REVIEW), S.REVIEW, "A review follows the assessment."),
    Transition("go_on", (S.REVIEW,), S.ACTIVE, "Early help goes on after a review."),
    Transition(
        "step_up",
        (S.ACTIVE, S.REVIEW),
        S.REVIEW,
        "Early help is stepped up with its assessment. Finish that first, or refer the child.",
    ),
    Transition("close", _OPEN, S.CLOSED, "Early help for this family is closed already."),
)


DOMAINS = (
    ("child_strengths", "Strengths: the children’s development"),
    ("child_needs", "Needs: the children’s development"),
    ("parenting_strengths", "Strengths: parenting"),
    ("parenting_needs", "Needs: parenting"),
    ("family_strengths", "Strengths: family and environment"),
    ("family_needs", "Needs: family and environment"),
    ("child_view", "What the children say"),
    ("parents_view", "What the parents say"),
    ("goals", "Goals that the family has set"),
)
"""What the assessment tells in words, by domain."""


@dataclass(frozen=True)
class Assessed:
    """What an early help assessment says: strengths and needs by domain, views, goals, and the family's own score."""

    child_strengths: str = ""
    child_needs: str = ""
    parenting_strengths: str = ""
    parenting_needs: str = ""
    family_strengths: str = ""
    family_needs: str = ""
    needs: Sequence[str] = ()
    child_view: str = ""
    parents_view: str = ""
    goals: str = ""
    score_before: int | None = None


def check_score(score: int | None, field: str) -> None:
    """Refuse a score outside 0 to 10."""
    if score is not None and not 0 <= score <= HIGHEST:
        raise Refused("The family’s score is a number from 0 to 10.", field=field)


def check_assessed(assessed: Assessed, lead: str) -> None:
    """Refuse finishing an assessment without needs, views, goals, the family's score, or a lead professional."""
    check_score(assessed.score_before, "score_before")
    if not assessed.needs or set(assessed.needs) - set(EarlyHelpNeed.values):
        raise Refused("Select what the family needs help with.", field="needs")
    for field, what in (
        ("child_view", "what the children say"),
        ("parents_view", "what the parents say"),
        ("goals", "the goals"),
    ):
        if not str(getattr(assessed, field)).strip():
            raise Refused(f"Enter {what}.", field=field)
    if assessed.score_before is None:
        raise Refused("Enter the family’s own score.", field="score_before")
    if not lead:
        raise Refused("Name a lead professional before you finish the assessment.")


def check_next_review(held_on: date, next_on: date) -> None:
    """Refuse a next review that is not after this one, or more than three months away."""
    if not held_on < next_on <= add_months(held_on, LONGEST_UNTIL_REVIEW):
        raise Refused("The next review is after this one, and at most three months later.", field="next_on")


def check_closing(state: str, outcome: str, score_after: int | None) -> None:
    """Refuse closing without an outcome, or an assessed family's needs as met without their own score afterwards."""
    if outcome not in EarlyHelpOutcome.values:
        raise Refused("Select how early help ended.", field="outcome")
    check_score(score_after, "score_after")
    met = outcome in {EarlyHelpOutcome.NEEDS_MET, EarlyHelpOutcome.PARTLY_MET}
    if met and state not in {S.ACTIVE, S.REVIEW}:
        raise Refused("Needs are met after an assessment. Select another outcome, or finish the assessment.", field="outcome")
    if met and score_after is None:
        raise Refused("Enter the family’s own score now.", field="score_after")
