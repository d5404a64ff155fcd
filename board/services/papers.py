"""Putting papers to a meeting, and taking them back."""

from pathlib import PurePath
from typing import TYPE_CHECKING

from accounts.models import Person
from board.models import MeetingPaper
from board.rules import MOST_PAPERS, PAPER
from board.selectors.meetings import locked_meeting
from board.selectors.papers import locked_paper
from board.services.meetings import opened, subject_of
from foundation import clock
from foundation.documents import documents_of, remove_document, store
from foundation.documents.names import clean_name
from foundation.errors import Refused
from foundation.events import record
from foundation.service import service

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@service
def add_paper(
    *, by: Person, reference: str, document: "UploadedFile[bytes]", title: str = "", item_id: int | None = None
) -> MeetingPaper:
    """Put a paper to a meeting, or to an item of its agenda; without a title it is called as its file is.

    Nobody opens it before it is found clean. Refuses a meeting that is closed, an item that is gone, a title that is there
    already, too many papers, and what the document store refuses.
    """
    meeting = locked_meeting(reference)
    opened(reference, meeting.version)
    item = meeting.items.filter(pk=item_id).first() if item_id else None
    if item_id and item is None:
        raise Refused("This item has been taken off. Select another one.", field="item")
    title = title or PurePath(clean_name(document.name or "")).stem
    here = meeting.papers.filter(withdrawn_at__isnull=True)
    if here.filter(title__iexact=title).exists():
        raise Refused("A paper of this name is there already. Give this one another name.", field="title")
    if here.count() >= MOST_PAPERS:
        raise Refused(f"A meeting can have at most {MOST_PAPERS} papers.", field="document")
    paper = MeetingPaper.objects.create(
        meeting=meeting, item=item, title=title, added_at=clock.now(), added_by=by.actor_reference
    )
    try:
        file = store(upload=document, record_kind=PAPER, record_reference=paper.reference, by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="document") from refused
    data = {"paper": paper.reference, "document": file.reference}
    record(verb="board.paper_added", by=by, subject=subject_of(meeting), data=data)
    return paper


@service
def withdraw_paper(*, by: Person, reference: str, reason: str) -> MeetingPaper:
    """Take a paper back, also after the meeting: its file is removed, and the reason stays. Refuses one that was taken back."""
    paper = locked_paper(reference)
    if paper.withdrawn_at is not None:
        raise Refused("This paper has been withdrawn already.")
    for file in documents_of(PAPER, paper.reference):
        remove_document(document=file, by=by)
    paper.withdrawn_at, paper.withdrawn_by, paper.withdrawn_reason = clock.now(), by.actor_reference, reason
    paper.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record(verb="board.paper_withdrawn", by=by, subject=subject_of(paper.meeting), reason=reason, data={"paper": paper.reference})
    return paper
