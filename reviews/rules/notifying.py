"""Whether an incident must be notified: Working Together 2023, chapter 5, and Children Act 2004, section 16C."""

from dataclasses import dataclass
from enum import StrEnum

IN_CARE = frozenset({"looked_after", "leaver"})
"""Of a child: looked after, or a care leaver."""


class Advice(StrEnum):
    """What the rules say of an incident, as far as it is known."""

    NOTIFY = "notify"
    NOTIFY_DEATH = "notify_death"
    FIND_OUT = "find_out"
    CONSIDER = "consider"


@dataclass(frozen=True)
class Facts:
    """What the advice is made of: codes of reviews.models.codes."""

    harm: str
    abuse_suspected: str
    known_to_care: frozenset[str] = frozenset()


def advice(facts: Facts) -> Advice:
    """What the rules say. Abuse that is suspected comes first, then a death in care, then what is not known."""
    if facts.abuse_suspected == "yes":
        return Advice.NOTIFY
    if facts.harm == "death" and facts.known_to_care & IN_CARE:
        return Advice.NOTIFY_DEATH
    return Advice.FIND_OUT if facts.abuse_suspected == "unknown" else Advice.CONSIDER


def must_be_notified(found: Advice) -> bool:
    """Whether it is decided by law, so that not notifying is refused."""
    return found in (Advice.NOTIFY, Advice.NOTIFY_DEATH)
