"""What child protection writes into a child's chronology: a code for what happened, and one for what came of it."""

from foundation.design.words import lower_first
from protection.models import Category, ConferenceDecision, DiscussionOutcome, EndReason, EnquiryOutcome

DISCUSSED = "protection.discussed"
ENQUIRY_COMPLETE = "protection.enquiry_complete"
CONFERENCE_HELD = "protection.conference_held"
PLAN_STARTED = "protection.plan_started"
PLAN_ENDED = "protection.plan_ended"
CATEGORY_CHANGED = "protection.category_changed"
BORN = "protection.born"

_WORDS = {
    DISCUSSED: "Strategy discussion held",
    ENQUIRY_COMPLETE: "Section 47 enquiry complete",
    CONFERENCE_HELD: "Child protection conference held",
    PLAN_STARTED: "Child protection plan started",
    PLAN_ENDED: "Child protection plan ended",
    CATEGORY_CHANGED: "Category of the child protection plan changed",
    BORN: "Born while on a child protection plan",
}
_DETAILS = {
    DISCUSSED: DiscussionOutcome,
    ENQUIRY_COMPLETE: EnquiryOutcome,
    CONFERENCE_HELD: ConferenceDecision,
    PLAN_STARTED: Category,
    PLAN_ENDED: EndReason,
    CATEGORY_CHANGED: Category,
}


def entry_words(kind: str, detail: str) -> str:
    """An entry in words: "Child protection plan started: neglect"."""
    words, choices = _WORDS.get(kind, "Child protection"), _DETAILS.get(kind)
    if choices is None or detail not in choices.values:
        return words
    return f"{words}: {lower_first(str(choices(detail).label))}"
