"""The doors of the board’s files: papers of meetings, documents of the budget, files of challenges, evidence of actions,
the library."""

from collections.abc import Sequence

from accounts.models import Person
from board.rules import ARRANGEMENTS, CHALLENGE, LETTER, LETTER_REPLY, PAPER, PLAN_FILE, POLICY_VERSION
from board.selectors.actions import EVIDENCE, action_for
from board.selectors.arrangements import arrangements_for
from board.selectors.budget import LINE_DOCUMENTS, line_read_by
from board.selectors.challenges import challenge_for
from board.selectors.importing import import_for
from board.selectors.letters import addressee_for, letter_for
from board.selectors.papers import paper_for
from board.selectors.policies import version_read_by
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


@DOCUMENT_DOORS.named(CHALLENGE)
def challenge_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever reads the challenge: the board's people, and leads of the agencies between which it passes. It names no child."""
    challenge_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(LINE_DOCUMENTS)
def budget_line_door(person: Person, reference: str) -> Sequence[str]:
    """The board's people; a budget names no child."""
    line_read_by(person, reference)
    return ()


@DOCUMENT_DOORS.named(ARRANGEMENTS)
def arrangements_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever is signed in: the arrangements are published."""
    arrangements_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(POLICY_VERSION)
def policy_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever is signed in, of the version that holds; the board's people, of those before it too."""
    version_read_by(person, reference)
    return ()


@DOCUMENT_DOORS.named(LETTER)
def letter_door(person: Person, reference: str) -> Sequence[str]:
    """The board's people, and the leads of agencies to which the letter went."""
    letter_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(LETTER_REPLY)
def letter_reply_door(person: Person, reference: str) -> Sequence[str]:
    """The board's people, and the leads of the agency that replied."""
    addressee_for(person, reference)
    return ()


@DOCUMENT_DOORS.named(PLAN_FILE)
def plan_file_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever gave the file; it speaks of no child."""
    import_for(person, reference)
    return ()
