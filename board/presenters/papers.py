"""Wording of papers."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from board.models import AgendaItem, MeetingPaper
from board.selectors.papers import PaperOnFile
from foundation.documents.opening import why_closed

BYTES_PER_KB, BYTES_PER_MB = 1_000, 1_000_000


def size_words(size: int) -> str:
    """So large a file is, in the unit that people read."""
    return f"{size / BYTES_PER_MB:.1f} MB" if size >= BYTES_PER_MB else f"{max(1, size // BYTES_PER_KB)} kB"


def paper_rows(papers: Iterable[PaperOnFile]) -> list[dict[str, Any]]:
    """The papers: what each is called, the way to its file once it is clean, and what it is, or why it does not open."""
    return [_row(one) for one in papers]


def _row(one: PaperOnFile) -> dict[str, Any]:
    closed = why_closed(one.document)
    ending = one.document.name.rsplit(".", 1)[-1].upper()
    return {
        "reference": one.paper.reference,
        "item": one.paper.item_id,
        "title": one.paper.title,
        "href": "" if closed else reverse("document", args=[one.document.reference]),
        "text": closed or f"{ending}, {size_words(one.document.size)}",
    }


def withdrawn_rows(papers: Iterable[MeetingPaper]) -> list[dict[str, Any]]:
    """What was taken back, when and why."""
    return [{"title": one.title, "at": one.withdrawn_at, "reason": one.withdrawn_reason} for one in papers]


def item_choices(items: Sequence[AgendaItem]) -> list[tuple[str, str]]:
    """The items of an agenda to choose from."""
    return [(str(one.pk), f"{number}. {one.title}") for number, one in enumerate(items, start=1)]
