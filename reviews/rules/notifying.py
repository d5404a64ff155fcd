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


SENTENCES = {
    Advice.NOTIFY: "Abuse or neglect is known or suspected: the incident must be notified, and a rapid review follows.",
    Advice.NOTIFY_DEATH: (
        "The death of a looked-after child or a care leaver must be notified whatever its cause. Consider a rapid review."
    ),
    Advice.FIND_OUT: "It is not known yet whether abuse or neglect is suspected. The five working days run on: find out.",
    Advice.CONSIDER: (
        "Without a suspicion of abuse or neglect the incident need not be notified. Consider whether it is a case of concern."
    ),
}


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
