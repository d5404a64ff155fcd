"""Asking for the pack of a panel meeting as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from django.db.models import QuerySet

from accounts.models import Person
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from reviews.models import DeathPackCopy
from reviews.rules import kinds
from reviews.selectors.deaths import listed_for, meeting_for
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

PACK = "reviews.death_pack"


@service
def ask_for_death_pack(*, by: Person, meeting: str, once: str) -> DeathPackCopy:
    """Ask for the pack of a panel meeting as PDF; pressed twice (`once`) it is made once. The child death coordinator.

    It holds those of the listed deaths on whose cases they are named; refused where there is none.
    """
    found = meeting_for(meeting)
    cases = [death.case.reference for death in listed_for(by, found)]
    if not cases:
        raise Refused("No death is listed for this meeting on whose case you are named.")
    made, new = copy_asked(found.copies.all(), by=by, kind=PACK, once=once, meeting=found, person=by, cases=cases)
    if new:
        _record("death_pack_asked", by, made)
    return made


@service
def keep_death_pack(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the pack is wanted no longer."""
    kept = copy_kept(_all(), reference=reference, key=key, pages=pages)
    if kept is not None:
        _record("death_pack_made", by, kept)
    return kept is not None


@service
def fail_death_pack(*, by: Actor, reference: str, sentence: str) -> None:
    """End a pack without a file, with the sentence that whoever asked will read."""
    ended = copy_given_up(_all(), reference=reference, sentence=sentence)
    if ended is not None:
        _record("death_pack_failed", by, ended)


@service
def purge_death_packs(*, by: Actor) -> int:
    """Remove the files of packs that are a day old; says how many. That they were made stays on the record."""
    removed = old_copies_removed(_all())
    for copy in removed:
        _record("death_pack_removed", by, copy)
    return len(removed)


def _all() -> QuerySet[DeathPackCopy]:
    return DeathPackCopy.objects.select_related("meeting")


def _record(verb: str, by: Actor, copy: DeathPackCopy) -> None:
    subject = Subject(kinds.DEATH_MEETING, copy.meeting.reference)
    record(verb=f"reviews.{verb}", by=by, subject=subject, data={"copy": copy.reference})
