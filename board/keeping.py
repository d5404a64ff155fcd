"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from board.models import MeetingPaper
from board.rules import PAPER

RECORDS = {PAPER: MeetingPaper}
