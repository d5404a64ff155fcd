"""Asking for the record of a conference as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from django.db.models import QuerySet

from accounts.models import Person
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from protection.models import ConferenceCopy
from protection.rules import kinds
from protection.selectors.conferences import conference_for
from protection.services.families import record
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

KIND = "protection.copy"


@service
def ask_for_conference_copy(*, by: Person, reference: str, once: str) -> ConferenceCopy:
    """Ask for the record of a conference as PDF; pressed twice (`once`) it is made once. Whoever may see the conference.

    Refuses while the conference has not been held: there is no record to give to anybody.
    """
    conference = conference_for(by, reference)
    if conference.held_on is None:
        raise Refused("The conference has not been held, so it has no record yet.")
    made, new = copy_asked(conference.copies.all(), by=by, kind=KIND, once=once, conference=conference, person=by)
    if new:
        _record("conference_copy_asked", by, made)
    return made


@service
def keep_conference_copy(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the copy is wanted no longer."""
    kept = copy_kept(_all(), reference=reference, key=key, pages=pages)
    if kept is not None:
        _record("conference_copy_made", by, kept)
    return kept is not None


@service
def fail_conference_copy(*, by: Actor, reference: str, sentence: str) -> None:
    """End a copy without a file, with the sentence that whoever asked will read."""
    ended = copy_given_up(_all(), reference=reference, sentence=sentence)
    if ended is not None:
        _record("conference_copy_failed", by, ended)


@service
def purge_conference_copies(*, by: Actor) -> int:
    """Remove the files of copies that are a day old; says how many. That they were made stays on the record."""
    removed = old_copies_removed(_all())
    for copy in removed:
        _record("conference_copy_removed", by, copy)
    return len(removed)


def _all() -> QuerySet[ConferenceCopy]:
    return ConferenceCopy.objects.select_related("conference")


def _record(verb: str, by: Actor, copy: ConferenceCopy) -> None:
    record(verb, by, kinds.CONFERENCE, copy.conference.reference, data={"copy": copy.reference})
