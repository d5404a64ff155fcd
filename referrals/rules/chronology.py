"""What the front door writes into a child's chronology: a code for what happened, and one for what came of it."""

from referrals.models.casework_codes import AssessmentOutcome, ClosureReason, EarlyHelpOutcome
from referrals.models.codes import Outcome

ARRIVED = "referrals.received"
DECIDED = "referrals.decided"
TAKEN_OVER = "referrals.taken_over"
CLOSED = "referrals.closed"
REOPENED = "referrals.reopened"

_WORDS = {
    ARRIVED: "Contact received",
    DECIDED: "Decided",
    TAKEN_OVER: "Taken over by a team",
    CLOSED: "Contact signed off",
    REOPENED: "Contact reopened",
    "referrals.episode_opened": "Child-in-need episode opened",
    "referrals.episode_closed": "Child-in-need episode closed",
    "referrals.assessment_authorised": "Child and family assessment finished",
    "referrals.early_help_begun": "Early help begun",
    "referrals.early_help_closed": "Early help closed",
}
_DETAILS: dict[str, dict[str, str]] = {
    "referrals.episode_closed": {one.value: str(one.label) for one in ClosureReason},
    "referrals.assessment_authorised": {one.value: str(one.label) for one in AssessmentOutcome},
    "referrals.early_help_closed": {one.value: str(one.label) for one in EarlyHelpOutcome},
}


def entry_words(kind: str, detail: str) -> str:
    """An entry in words: "Decided: early help"."""
    words = _WORDS.get(kind, "Contact")
    if kind == DECIDED and detail in Outcome.values:
        return f"{words}: {Outcome(detail).label}"
    told = _DETAILS.get(kind, {}).get(detail)
    return f"{words}: {told}" if told else words
