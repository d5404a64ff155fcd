"""The doors of the board’s files: papers of meetings, documents of the budget, and evidence of what an action brought."""

from collections.abc import Sequence

from accounts.models import Person
from board.rules import PAPER, PLAN_FILE
from board.selectors.actions import EVIDENCE, action_for
from board.selectors.budget import LINE_DOCUMENTS, line_read_by
from board.selectors.importing import import_for
from board.selectors.papers import paper_for
from foundation.documents import DOCUMENT_DOORS


@DOCUMENT_DOORS.named(PAPER)
def paper_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever sees the meeting, until the paper is withdrawn; it speaks of no child."""
    paper_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(EVIDENCE)
def evidence_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever may see the action. No file of it speaks of a child."""
    action_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(LINE_DOCUMENTS)
def budget_line_door(person: Person, reference: str) -> Sequence[str]:
    """The board's people; a budget names no child."""
    line_read_by(person, reference)
    return ()


@DOCUMENT_DOORS.named(PLAN_FILE)
def plan_file_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever gave the file; it speaks of no child."""
    import_for(person, reference)
    return ()
