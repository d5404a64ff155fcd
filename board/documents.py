"""The door of the budget's documents."""

from collections.abc import Sequence

from accounts.models import Person
from board.selectors.budget import LINE_DOCUMENTS, line_read_by
from foundation.documents import DOCUMENT_DOORS


@DOCUMENT_DOORS.named(LINE_DOCUMENTS)
def budget_line_door(person: Person, reference: str) -> Sequence[str]:
    """The board's people; a budget names no child."""
    line_read_by(person, reference)
    return ()
