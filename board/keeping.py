"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from board.models import Action, MeetingPaper
from board.rules import PAPER
from board.selectors.actions import EVIDENCE

RECORDS = {EVIDENCE: Action, PAPER: MeetingPaper}
