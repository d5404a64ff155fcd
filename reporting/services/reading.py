"""Noting up to which version somebody has read a chapter of a draft."""

from accounts.models import Person
from foundation import clock, events
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.service import service
from reporting.models import ReadingMark
from reporting.selectors.drafts import chapter_to_read


@service
def mark_chapter_read(*, by: Person, year: FinancialYear, section: str, version: int) -> None:
    """Note that one has read a chapter as it stood in this version. Who may: whoever may read it.

    Refuses every version but the one that stands there.
    """
    chapter = chapter_to_read(by, year, section)
    if version < 1 or version != chapter.version:
        raise Refused("Open the chapter again and read it as it is now.")
    note_read(by, year.label, section, version)
    subject = events.Subject("narrative", f"{year.label}.{section}")
    events.record(verb="reporting.chapter_read", by=by, subject=subject, data={"version": version})


def note_read(person: Person, year: str, section: str, version: int) -> None:
    """The person knows this version. Part of services."""
    ReadingMark.objects.update_or_create(
        person=person, year=year, section=section, defaults={"version": version, "read_at": clock.now()}
    )
