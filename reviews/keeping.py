"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from reviews.models import Case, DeathForm, DeathMeeting
from reviews.rules import kinds

RECORDS = {kinds.CASE: Case, kinds.DEATH_FORM: DeathForm, kinds.DEATH_MEETING: DeathMeeting}
