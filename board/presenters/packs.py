"""Wording of a meeting's pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from board.models import Meeting
from board.presenters.meetings import due_page, item_rows, presence_rows
from board.presenters.papers import size_words
from board.selectors.packs import LastMinutes, PackContents
from board.selectors.papers import PaperOnFile
from foundation.design import words
from foundation.documents.opening import why_closed


@dataclass(frozen=True)
class InPack:
    """A paper, and how many of its pages stand in the pack: none of what is no PDF, cannot be opened or is too long."""

    one: PaperOnFile
    pages: int
    is_pdf: bool
    too_long: bool


def pack_title(meeting: Meeting) -> str:
    """What the pack of a meeting is called."""
    return f"{meeting.group.name}, {words.date(meeting.starts_at)}: meeting pack"


def pack_page(contents: PackContents, papers: Sequence[InPack]) -> dict[str, Any]:
    """What the pack's own pages say."""
    rows = [
        {"item": paper.one.paper.item_id, "title": paper.one.paper.title, "where": _where(paper), "pages": paper.pages}
        for paper in papers
    ]
    return {
        "meeting": contents.meeting,
        "title": pack_title(contents.meeting),
        "seats": presence_rows(contents.seats),
        "items": item_rows(contents.items, rows),
        "papers": [row for row in rows if row["item"] is None],
        "any_papers": bool(rows),
        "due": due_page(contents.due),
        "last": _last(contents.last) if contents.last else None,
    }


def _last(last: LastMinutes) -> dict[str, Any]:
    return {
        "meeting": last.meeting,
        "approved": last.meeting.state == Meeting.State.APPROVED,
        "items": item_rows(last.items),
        "seats": presence_rows(last.seats),
    }


def _where(paper: InPack) -> str:
    """The line that says where a paper is."""
    if paper.pages:
        return f"{words.counted(paper.pages, 'page')}, at the end of this pack under its own bookmark"
    if closed := why_closed(paper.one.document):
        return closed
    ending = paper.one.document.name.rsplit(".", 1)[-1].upper()
    what = f"{ending}, {size_words(paper.one.document.size)}"
    there = "open it on the page of the meeting in the portal"
    if paper.too_long:
        return f"{what}: too long for this pack, so {there}"
    if paper.is_pdf:
        return f"{what}: it is protected with a password or damaged, so it is not in this pack; {there}"
    return f"{what}: not in this pack; {there}"
