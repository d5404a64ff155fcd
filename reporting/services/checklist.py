"""Saying how the report of a year answers what the guidance asks."""

from accounts.models import Agency
from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from reporting.models import ElementAnswer
from reporting.rules.templates import SECTION_TITLES
from reporting.selectors.checklist import element_of

State = ElementAnswer.State
BEGUN = frozenset({State.DRAFTED, State.EVIDENCED, State.SIGNED_OFF})
STALE = "Somebody else has changed this element since you opened it. Check yours against theirs and save again."


@service
def answer_element(
    *, by: Actor, year: FinancialYear, number: int, version: int, state: str, owner: str = "", section: str = "",
    evidence: str = "", reason: str = "",
) -> ElementAnswer:  # fmt: skip
    """Say how far an element of a year's checklist is, who looks after it, where it stands and what shows it.

    `version` 0: nobody had answered it. Refuses one that is begun without an agency that looks after it, one that is
    evidenced or signed off without evidence, one that does not apply without a reason, a chapter that there is not, and one that
    was changed meanwhile.
    """
    take_turns(f"reporting.checklist.{year.label}")
    row = element_of(year, number)
    found = row.answer or ElementAnswer(year=year.label, element=row.element, version=0)
    check_version(found, version, STALE)
    if state not in State.values:
        raise Refused("Select how far it is.", field="state")
    if state in {State.EVIDENCED, State.SIGNED_OFF} and not evidence.strip():
        raise Refused("Enter what shows it.", field="evidence")
    if state in BEGUN and not owner:
        raise Refused("Select which agency looks after it.", field="owner")
    if state == State.NOT_APPLICABLE and not reason.strip():
        raise Refused("Enter why it does not apply.", field="reason")
    if section and section not in SECTION_TITLES:
        raise Refused("Select a chapter from the list.", field="section")
    agency = Agency.objects.filter(code=owner).first() if owner else None
    if owner and agency is None:
        raise Refused("Select an agency from the list.", field="owner")
    found.state, found.owner, found.section, found.evidence = state, agency, section, evidence.strip()
    found.reason = reason.strip() if state == State.NOT_APPLICABLE else ""
    found.changed_at, found.changed_by = clock.now(), by.actor_reference
    found.version += 1
    found.save()
    data = {"element": f"{row.element.guidance.code}:{number}", "state": state}
    record(verb="reporting.element_answered", by=by, subject=Subject("report_checklist", year.label), data=data)
    return found
