"""The door of the papers of meetings."""

from collections.abc import Sequence

from accounts.models import Person
from board.rules import PAPER
from board.selectors.papers import paper_for
from foundation.documents import DOCUMENT_DOORS


@DOCUMENT_DOORS.named(PAPER)
def paper_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever sees the meeting, until the paper is withdrawn; it speaks of no child."""
    paper_for(person, reference)
    return ()
