"""The kinds of record of this app to which something may belong, and is then kept as long as they are."""

from reviews.models import AgencyReturn, Case, DeathForm, DeathMeeting, ReportDraft
from reviews.rules import kinds

RECORDS = {
    kinds.CASE: Case,
    kinds.RETURN: AgencyReturn,
    kinds.DRAFT: ReportDraft,
    kinds.DEATH_FORM: DeathForm,
    kinds.DEATH_MEETING: DeathMeeting,
}
