"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from board.models import (
    Action,
    Arrangements,
    BudgetLine,
    Challenge,
    Letter,
    LetterAddressee,
    MeetingPaper,
    PlanImport,
    PolicyVersion,
)
from board.rules import ARRANGEMENTS, CHALLENGE, LETTER, LETTER_REPLY, PAPER, PLAN_FILE, POLICY_VERSION
from board.selectors.actions import EVIDENCE
from board.selectors.budget import LINE_DOCUMENTS

RECORDS = {
    ARRANGEMENTS: Arrangements,
    CHALLENGE: Challenge,
    EVIDENCE: Action,
    LETTER: Letter,
    LETTER_REPLY: LetterAddressee,
    LINE_DOCUMENTS: BudgetLine,
    PAPER: MeetingPaper,
    PLAN_FILE: PlanImport,
    POLICY_VERSION: PolicyVersion,
}
