"""Packs of meetings, each to whoever asked for it; and what such a pack holds."""

from dataclasses import dataclass

from accounts.models import Person
from board.models import AgendaItem, Meeting, MeetingPack
from board.selectors.due import DueActions, actions_due
from board.selectors.meetings import SeatAtMeeting, agenda_of, meeting_before, meeting_for, seats_at
from board.selectors.papers import PaperOnFile, papers_of
from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.models import Document


@dataclass(frozen=True)
class LastMinutes:
    """The meeting before, with what was minuted and who came."""

    meeting: Meeting
    items: list[AgendaItem]
    seats: list[SeatAtMeeting]


@dataclass(frozen=True)
class PackContents:
    """What a pack holds, as whoever asked for it sees the meeting now."""

    meeting: Meeting
    seats: list[SeatAtMeeting]
    items: list[AgendaItem]
    papers: list[PaperOnFile]
    due: DueActions
    last: LastMinutes | None


def pack_for(person: Person, reference: str) -> MeetingPack:
    """One pack, to whoever asked for it, while they may see the meeting; for others it does not exist."""
    found = MeetingPack.objects.select_related("meeting__group").filter(reference=reference, person=person).first()
    if found is None:
        raise NotVisible
    meeting_for(person, found.meeting.reference)
    return found


def papers_of_pack(meeting: Meeting) -> list[PaperOnFile]:
    """The papers of a meeting; refuses, and names them, while some are still being checked for viruses."""
    papers = papers_of(meeting)
    waiting = [f"“{one.paper.title}”" for one in papers if one.document.state == Document.State.WAITING]
    if waiting:
        are = "This paper is" if len(waiting) == 1 else "These papers are"
        raise Refused(f"{are} still being checked for viruses: {', '.join(waiting)}. Ask for the pack again in a few minutes.")
    return papers


def pack_contents(pack: MeetingPack) -> PackContents:
    """What belongs into a pack now; NotVisible where whoever asked sees the meeting no longer."""
    meeting = meeting_for(pack.person, pack.meeting.reference)
    before = meeting_before(meeting)
    return PackContents(
        meeting,
        seats_at(meeting),
        agenda_of(meeting),
        papers_of_pack(meeting),
        actions_due(pack.person, meeting),
        LastMinutes(before, agenda_of(before), seats_at(before)) if before else None,
    )


def bytes_of(document: Document) -> bytes:
    """The file of a paper that is clean; empty where it is not, or cannot be read."""
    if document.state != Document.State.CLEAN:
        return b""
    try:
        with storage.read(document.key) as content:
            return content.read()
    except FileNotFoundError:
        return b""
