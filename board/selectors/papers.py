"""Papers of meetings, each with its file."""

from dataclasses import dataclass

from accounts.models import Person
from board.models import Meeting, MeetingPaper
from board.rules import PAPER
from board.selectors.meetings import visible_meetings
from foundation.documents import documents_of_many
from foundation.errors import NotVisible
from foundation.models import Document


@dataclass(frozen=True)
class PaperOnFile:
    """A paper that was not withdrawn, and its file."""

    paper: MeetingPaper
    document: Document


def papers_of(meeting: Meeting) -> list[PaperOnFile]:
    """The papers of a meeting in the order of its agenda, those of the whole meeting last. Asked once the meeting is seen."""
    papers = list(meeting.papers.filter(withdrawn_at__isnull=True).select_related("item").order_by("pk"))
    files = {one.record_reference: one for one in documents_of_many(PAPER, [paper.reference for paper in papers])}
    papers.sort(key=lambda paper: (paper.item is None, paper.item.position if paper.item else 0))
    return [PaperOnFile(paper, files[paper.reference]) for paper in papers if paper.reference in files]


def withdrawn_papers(meeting: Meeting) -> list[MeetingPaper]:
    """What was taken back, with the reason."""
    return list(meeting.papers.filter(withdrawn_at__isnull=False).order_by("withdrawn_at", "pk"))


def paper_for(person: Person, reference: str) -> MeetingPaper:
    """One paper that was not withdrawn, to whoever sees its meeting."""
    found = MeetingPaper.objects.select_related("meeting__group").filter(reference=reference, withdrawn_at__isnull=True).first()
    if found is None or not visible_meetings(person).filter(pk=found.meeting_id).exists():
        raise NotVisible
    return found


def locked_paper(reference: str) -> MeetingPaper:
    """The paper, locked for a service, with its meeting."""
    found = MeetingPaper.objects.select_for_update(of=("self",)).select_related("meeting").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found
