"""The states of briefings, and the parts of each shape."""

from foundation.states import Transition
from reviews.models import BriefingState as S

PARTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "seven": (
        ("background", "Background", "What happened, in three sentences, without names, days or places."),
        ("why", "Why it matters", "What it meant for the child."),
        ("found", "What was found", "What agencies did and did not do."),
        ("good_practice", "Good practice", "What went well and should be done again."),
        ("to_do", "What to do", "What every practitioner should do from now on."),
        ("questions", "Questions for your team", "To be talked about together."),
        ("more", "Where to find more", "Guidance, tools, training."),
    ),
    "page": (
        ("background", "Background", "What happened, in three sentences, without names, days or places."),
        ("found", "What was learnt", "The main points."),
        ("to_do", "What to do", "What every practitioner should do from now on."),
    ),
}
"""By shape: name, heading and hint of each part. Every part but the last of seven has to be written before approval."""
LONGEST = {"seven": 900, "page": 450}
"""Words that somebody reads aloud or takes in within seven minutes, or that stand on one page."""
OPTIONAL = frozenset({"good_practice", "more"})

BRIEFING_TRANSITIONS = (
    Transition("write", (S.DRAFT, S.SUBMITTED), S.DRAFT, "An approved briefing is not changed. Write a new one."),
    Transition("submit", (S.DRAFT,), S.SUBMITTED, "Only a draft is sent for approval."),
    Transition("approve", (S.SUBMITTED,), S.APPROVED, "Only a briefing that waits for approval is approved."),
    Transition("send_back", (S.SUBMITTED,), S.DRAFT, "Only a briefing that waits for approval is sent back."),
    Transition("publish", (S.APPROVED,), S.PUBLISHED, "A briefing is approved before it is published, once."),
    Transition("withdraw", (S.PUBLISHED,), S.WITHDRAWN, "Only a published briefing is withdrawn."),
)
