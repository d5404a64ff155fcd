"""How risks are scored: what a score means, and how it moved. No query here."""

from collections.abc import Sequence

LOW, MEDIUM, HIGH, VERY_HIGH = "low", "medium", "high", "very high"
MEDIUM_FROM, HIGH_FROM, VERY_HIGH_FROM = 5, 10, 15
"""The least scores of the bands (a proposal; a setting of the partnership)."""

LIKELIHOOD = ("1 rare", "2 unlikely", "3 possible", "4 likely", "5 almost certain")
IMPACT = ("1 slight", "2 minor", "3 moderate", "4 major", "5 severe")
NEW, UP, DOWN, SAME = "New", "Up", "Down", "Same"


def band(score: int) -> str:
    """How bad a product of likelihood and impact is."""
    if score >= VERY_HIGH_FROM:
        return VERY_HIGH
    if score >= HIGH_FROM:
        return HIGH
    return MEDIUM if score >= MEDIUM_FROM else LOW


def movement(scores: Sequence[int]) -> str:
    """How the newest score stands to the one before it; scores are oldest first."""
    if len(scores) < 2:  # two make a movement
        return NEW
    before, now = scores[-2:]
    return SAME if now == before else UP if now > before else DOWN
