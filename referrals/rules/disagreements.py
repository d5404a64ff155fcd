"""Professional disagreement: the five stages, who speaks at each, and what is refused."""

from collections.abc import Mapping

from foundation.errors import Refused
from foundation.states import Transition
from referrals.models import FINAL_STAGE, Disagreement

DISAGREEMENT = "disagreement"
"""The kind under which events and clocks speak of a disagreement."""

State = Disagreement.State
_ENDED = "This disagreement has ended already."

DISAGREEMENT_TRANSITIONS = (
    Transition("move_up", (State.OPEN,), State.OPEN, _ENDED),
    Transition("resolve", (State.OPEN,), State.RESOLVED, _ENDED),
    Transition("decide", (State.OPEN,), State.DECIDED, _ENDED),
)

LEVELS: Mapping[int, str] = {
    1: "Worker with worker",
    2: "Line managers or safeguarding leads",
    3: "Heads of service or named professionals",
    4: "Directors or designated professionals",
    5: "The partnership’s executive; the scrutineer is informed, and the decision is final",
}
"""Who speaks with whom at each stage. Stages 1 and 2 are informal."""

NEVER_DELAYS = (
    "A disagreement never delays what protects a child. If a child may be at risk of significant harm, call for a strategy "
    "discussion at the same time; if in immediate danger, call 999."
)

NEEDED: Mapping[str, str] = {
    "disputed": "Enter which decision you dispute.",
    "concern": "Enter why it worries you.",
    "wanted": "Enter what result you want.",
    "risk": "Enter the risk to the child meanwhile, and what is done about it.",
}


def check_words(words: Mapping[str, str]) -> None:
    """Refuse a disagreement that leaves out what it is about."""
    for name, sentence in NEEDED.items():
        if not words[name].strip():
            raise Refused(sentence, field=name)


def check_result(result: str, stage: int, *, ours: bool) -> None:
    """Refuse what cannot come of a stage: only the raising side says that it is resolved; only the last stage decides."""
    if result not in {"resolve", "move_up", "decide"}:
        raise Refused("Select what came of this stage.", field="result")
    if result == "resolve" and not ours:
        raise Refused("Only the agency that raised it can say that it is resolved.", field="result")
    if result == "move_up" and stage == FINAL_STAGE:
        raise Refused("This is the last stage: the partnership decides.", field="result")
    if result == "decide" and stage < FINAL_STAGE:
        raise Refused(f"The partnership decides at stage {FINAL_STAGE} only. Move it up instead.", field="result")
