"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from board.models import Action, BudgetLine, MeetingPaper, PlanImport
from board.rules import PAPER, PLAN_FILE
from board.selectors.actions import EVIDENCE
from board.selectors.budget import LINE_DOCUMENTS

RECORDS = {EVIDENCE: Action, LINE_DOCUMENTS: BudgetLine, PAPER: MeetingPaper, PLAN_FILE: PlanImport}
