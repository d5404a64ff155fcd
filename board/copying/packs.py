"""The pack of a meeting: one HTML document that the worker prints, and the papers that are PDF put behind it page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from board.models import MeetingPack
from board.presenters.packs import InPack, pack_page, pack_title
from board.selectors.packs import bytes_of, pack_contents
from board.selectors.papers import PaperOnFile
from board.services.packs import fail_pack, keep_pack
from foundation import clock
from foundation.actors import Actor
from foundation.design.context import partnership_of_settings
from work.copying import make_copy

if TYPE_CHECKING:
    from foundation.pdf.joining import Behind

HEADING = "Papers"


@dataclass
class _Made:
    """What goes behind the document, found out while it is written."""

    behind: list["Behind"] = field(default_factory=list)


def run_pack(*, reference: str, by: Actor) -> None:
    """Make one pack that was asked for, as whoever asked sees the meeting now."""
    pack = MeetingPack.objects.select_related("meeting__group", "person").get(reference=reference)
    made = _Made()
    make_copy(
        pack,
        by=by,
        title=pack_title(pack.meeting),
        document=lambda: document(pack, made),
        keep=keep_pack,
        give_up=fail_pack,
        complete=lambda printed: _joined(printed, made),
    )


def document(pack: MeetingPack, made: _Made) -> str:
    """The pack's own pages as HTML. Every text in it is escaped: it was typed by somebody."""
    contents = pack_contents(pack)
    papers, made.behind = _sorted_out(contents.papers)
    context = {
        **pack_page(contents, papers),
        "partnership": partnership_of_settings(),
        "asker": pack.person.name,
        "made_at": clock.now(),
        "address": settings.PORTAL_BASE_URL.rstrip("/") + reverse("board:meeting", args=[contents.meeting.reference]),
    }
    return render_to_string("board/pack.html", context)


def _sorted_out(papers: Sequence[PaperOnFile]) -> tuple[list[InPack], list["Behind"]]:
    """Of each paper whether its pages are in the pack, and those pages."""
    from foundation.pdf.joining import MOST_PAGES, Behind, pages_of  # the library takes long to load; only the worker needs it

    told, behind, left = [], [], MOST_PAGES
    for one in papers:
        is_pdf = one.document.media_type == "application/pdf"
        content = bytes_of(one.document) if is_pdf else b""
        pages = pages_of(content)
        fits = 0 < pages <= left
        told.append(InPack(one, pages=pages if fits else 0, is_pdf=is_pdf, too_long=pages > left))
        if fits:
            behind.append(Behind(one.paper.title, content))
            left -= pages
    return told, behind


def _joined(printed: bytes, made: _Made) -> bytes:
    from foundation.pdf.joining import join

    return join(printed, made.behind, heading=HEADING) if made.behind else printed
