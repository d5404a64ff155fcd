"""Asking for the pack of a meeting as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from django.db.models import QuerySet

from accounts.models import Person
from board.models import Meeting, MeetingPack
from board.selectors.meetings import meeting_for
from board.selectors.packs import papers_of_pack
from board.services.meetings import subject_of
from foundation import events
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.service import service
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

KIND = "board.pack"


@service
def ask_for_pack(*, by: Person, reference: str, once: str) -> MeetingPack:
    """Ask for everything for a meeting as one PDF; pressed twice (`once`) it is made once. Whoever sees the meeting.

    Refuses a meeting that was cancelled, and names the papers that are still being checked for viruses.
    """
    meeting = meeting_for(by, reference)
    if meeting.state == Meeting.State.CANCELLED:
        raise Refused("This meeting was cancelled, so there is no pack for it.")
    papers_of_pack(meeting)
    made, new = copy_asked(meeting.packs.all(), by=by, kind=KIND, once=once, meeting=meeting, person=by)
    if new:
        _record("board.pack_asked", by, made)
    return made


@service
def keep_pack(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the pack is wanted no longer."""
    kept = copy_kept(_all(), reference=reference, key=key, pages=pages)
    if kept is not None:
        _record("board.pack_made", by, kept)
    return kept is not None


@service
def fail_pack(*, by: Actor, reference: str, sentence: str) -> None:
    """End a pack without a file, with the sentence that whoever asked will read."""
    ended = copy_given_up(_all(), reference=reference, sentence=sentence)
    if ended is not None:
        _record("board.pack_failed", by, ended)


@service
def purge_packs(*, by: Actor) -> int:
    """Remove the files of packs that are a day old; says how many. That they were made stays on the record."""
    removed = old_copies_removed(_all())
    for pack in removed:
        _record("board.pack_removed", by, pack)
    return len(removed)


def _all() -> QuerySet[MeetingPack]:
    return MeetingPack.objects.select_related("meeting")


def _record(verb: str, by: Actor, pack: MeetingPack) -> None:
    events.record(verb=verb, by=by, subject=subject_of(pack.meeting), data={"pack": pack.reference})
