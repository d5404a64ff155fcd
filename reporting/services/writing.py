"""Writing the narrative of a year's report. What stood there before is kept, version by version."""

from accounts.models import Person
from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, Refused
from foundation.service import service
from foundation.turns import take_turns
from reporting.models import Narrative, NarrativeVersion
from reporting.rules.narrative import LONGEST, problems
from reporting.selectors.catalogue import known_figures
from reporting.selectors.drafts import chapter_to_write, may_write, version_known
from reporting.selectors.placing import offered_to, placeable
from reporting.selectors.templates import all_sections
from reporting.services.reading import note_read

CHANGED = "Somebody else changed this text while you were writing. Both texts are shown; save again with what you want to keep."


@service
def write_narrative(*, by: Actor, year: FinancialYear, section: str, text: str, version: int = 0) -> Narrative:
    """Set the text of one section; `version` is the one that its author started from, 0 for a new one.

    Who may: the business team, and whoever has been asked to write this chapter. Refuses an unknown section, a text that is too
    long, a token that names nothing or does not stand where it must, and one that is not offered to its author. Conflict when
    somebody else changed it.
    """
    sections = all_sections()
    if section not in sections:
        raise Refused("This report has no such section.")
    _check_may_write(by, year, section)
    known = known_figures()
    if len(text) > LONGEST:
        raise Refused(f"The text must be {LONGEST:,} characters or fewer.", field="text")
    offered = offered_to(by, chapter_to_write(by, year, section), known) if isinstance(by, Person) else None
    if wrong := problems(text, known, blocks=placeable(known), offered=offered):
        raise Refused(" ".join(problem.sentence(sections[section]) for problem in wrong), field="text")
    narrative = _held(year, section, version)
    return _keep(by, narrative, text.replace("\r\n", "\n"), None)


@service
def restore_narrative(*, by: Person, year: FinancialYear, section: str, number: int, version: int) -> Narrative:
    """Make an earlier version of a chapter's text its newest. `version`: the one that stood there when that was decided.

    Who may: whoever may write the chapter; for others it does not exist. Refuses the version that stands there already, and one
    whose tokens name nothing any more. Conflict when somebody else changed the text.
    """
    chapter = chapter_to_write(by, year, section)
    earlier = version_known(year, section, number)
    known = known_figures()
    if wrong := problems(earlier.text, known, blocks=placeable(known), offered=offered_to(by, chapter, known)):
        raise Refused(" ".join(problem.sentence(chapter.title) for problem in wrong))
    narrative = _held(year, section, version)
    if narrative.text == earlier.text:
        raise Refused("The chapter has this text already.")
    return _keep(by, narrative, earlier.text, number)


def _check_may_write(by: Actor, year: FinancialYear, section: str) -> None:
    if isinstance(by, Person) and not may_write(by, year, section):
        raise NotAllowed("Only the business team and the authors of a chapter write it.")


def _held(year: FinancialYear, section: str, version: int) -> Narrative:
    """The narrative, locked, as the author saw it; a new one where nothing was written."""
    take_turns(f"reporting.narrative.{year.label}.{section}")
    found = Narrative.objects.select_for_update().filter(year=year.label, section=section).first()
    if (found.version if found else 0) != version:
        raise Conflict(CHANGED)
    return found or Narrative(year=year.label, section=section, version=0)


def _keep(by: Actor, narrative: Narrative, text: str, restored_from: int | None) -> Narrative:
    if narrative.version:
        NarrativeVersion.objects.create(
            year=narrative.year,
            section=narrative.section,
            number=narrative.version,
            text=narrative.text,
            restored_from=narrative.restored_from,
            written_at=narrative.changed_at,
            written_by=narrative.changed_by,
        )
    narrative.text, narrative.restored_from = text, restored_from
    narrative.version += 1
    narrative.changed_at, narrative.changed_by = clock.now(), by.actor_reference
    narrative.save()
    if isinstance(by, Person):
        note_read(by, narrative.year, narrative.section, narrative.version)
    _record(by, narrative)
    return narrative


def _record(by: Actor, narrative: Narrative) -> None:
    subject = events.Subject("narrative", f"{narrative.year}.{narrative.section}")
    data = {"version": narrative.version}
    if narrative.restored_from is None:
        events.record(verb="narrative.written", by=by, subject=subject, data=data)
    else:
        data["restored_from"] = narrative.restored_from
        events.record(verb="reporting.narrative_restored", by=by, subject=subject, data=data)
