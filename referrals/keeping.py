"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from referrals.models import (
    Contact,
    Disagreement,
    Draft,
    EarlyHelp,
    Episode,
    NoticeBatch,
    SchoolNotice,
    Step,
    Submission,
)
from referrals.rules.disagreements import DISAGREEMENT
from referrals.rules.early_help import EARLY_HELP_RECORD, STEP_RECORD
from referrals.rules.encompass import NOTICE
from referrals.rules.episodes import EPISODE
from referrals.rules.triage import CONTACT

RECORDS = {
    CONTACT: Contact,
    "submission": Submission,
    "draft": Draft,
    "batch": NoticeBatch,
    EPISODE: Episode,
    EARLY_HELP_RECORD: EarlyHelp,
    STEP_RECORD: Step,
    DISAGREEMENT: Disagreement,
    NOTICE: SchoolNotice,
}
