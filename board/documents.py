"""The door of the files that show what an action has brought."""

from collections.abc import Sequence

from accounts.models import Person
from board.selectors.actions import EVIDENCE, action_for
from foundation.documents import DOCUMENT_DOORS


@DOCUMENT_DOORS.named(EVIDENCE)
def evidence_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever may see the action. No file of it speaks of a child."""
    action_for(person, reference)
    return ()
