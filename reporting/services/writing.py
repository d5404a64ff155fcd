"""Writing the narrative of a year's report."""

from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, Refused
from foundation.service import service
from reporting.models import Narrative
from reporting.rules.narrative import LONGEST, problems
from reporting.selectors.catalogue import known_figures
from reporting.selectors.templates import all_sections


@service
def write_narrative(*, by: Actor, year: FinancialYear, section: str, text: str, version: int = 0) -> Narrative:
    """Set the text of one section; `version` is the one that its author started from, 0 for a new one.

    Refuses an unknown section, a text that is too long and a token that names no figure. Conflict when somebody else changed it.
    """
    sections = all_sections()
    if section not in sections:
        raise Refused("This report has no such section.")
    if len(text) > LONGEST:
        raise Refused(f"The text must be {LONGEST:,} characters or fewer.", field="text")
    if wrong := problems(text, known_figures()):
        raise Refused(" ".join(problem.sentence(sections[section]) for problem in wrong), field="text")
    found = Narrative.objects.select_for_update().filter(year=year.label, section=section).first()
    if (found.version if found else 0) != version:
        raise Conflict(
            "Somebody else changed this text while you were writing. Both texts are shown; save again with what you want to keep."
        )
    narrative = found or Narrative(year=year.label, section=section, version=0)
    narrative.text = text.replace("\r\n", "\n")
    narrative.version += 1
    narrative.changed_at, narrative.changed_by = clock.now(), by.actor_reference
    narrative.save()
    events.record(
        verb="narrative.written",
        by=by,
        subject=events.Subject("narrative", f"{year.label}.{section}"),
        data={"version": narrative.version},
    )
    return narrative
