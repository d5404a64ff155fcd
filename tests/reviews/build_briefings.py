"""Briefings at any point of their way, for tests."""

from typing import Any

from accounts.models import Person
from reviews.models import Briefing, BriefingState, SeriousIncident, TeamRole
from reviews.services.briefings import approve_briefing, publish_briefing, submit_briefing, write_briefing
from tests.factories import make_agency, make_person
from tests.reviews import build

PARTS = {
    "background": "An infant was hurt at home while three agencies visited.",
    "why": "The child could not tell anybody.",
    "found": "Nobody asked who else lived at home.",
    "to_do": "Ask for the father, and for everybody who cares for the child.",
    "questions": "How do we find out who lives in a home?",
}


def begun(by: Person, incident: SeriousIncident, **changes: Any) -> Briefing:
    told = {"shape": "seven", "title": "Who else lives at home?", "parts": PARTS, **changes}
    return write_briefing(by=by, case=incident.case.reference, **told)


def acting(by: Person, briefing: Briefing) -> dict[str, Any]:
    """Who acts on which briefing, as it stands now."""
    row = Briefing.objects.select_related("case").get(pk=briefing.pk)
    return {"by": by, "case": row.case.reference, "briefing": row.reference, "version": row.version}


def approver(owner: Person, incident: SeriousIncident) -> Person:
    """Somebody of the case who did not write it."""
    chair = make_person("practitioner", make_agency("health"), name="Chris Chair")
    build.named(owner, incident, chair, TeamRole.CHAIR)
    return chair


def brought_to(state: BriefingState, owner: Person, incident: SeriousIncident) -> Briefing:
    """A briefing that has come as far as this."""
    row = begun(owner, incident)
    if state != BriefingState.DRAFT:
        submit_briefing(**acting(owner, row))
    if state in (BriefingState.APPROVED, BriefingState.PUBLISHED):
        approve_briefing(**acting(approver(owner, incident), row))
    if state == BriefingState.PUBLISHED:
        publish_briefing(**acting(owner, row))
    return Briefing.objects.get(pk=row.pk)
