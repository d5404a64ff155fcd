"""The pack of a meeting as PDF: asked for, watched while it is made, downloaded."""

import secrets

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.models import MeetingPack
from board.presenters.packs import pack_title
from board.selectors.packs import pack_for
from board.services.packs import ask_for_pack
from foundation.errors import Refused
from foundation.exports import download
from work.presenters.copies import copy_page
from work.selectors.copies import file_of

LONGEST_KEY = 40


@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the pack of a meeting."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    once = request.POST.get("once", "")[:LONGEST_KEY] or secrets.token_urlsafe(12)
    try:
        made = ask_for_pack(by=person, reference=reference, once=once)
    except Refused as refused:
        messages.warning(request, refused.sentence)
        return redirect("board:meeting", reference=reference)
    return redirect("board:pack", made.reference)


@require_GET
def pack(request: HttpRequest, reference: str) -> HttpResponse:
    """How far it is; it looks again by itself, or on a press where there is no JavaScript."""
    return render(request, "work/copy/copy.html", _context(pack_for(asking(request), reference)))


@require_GET
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    return render(request, "work/copy/progress.html", _context(pack_for(asking(request), reference)))


@require_GET
def file(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF itself; the look is logged, as every download is."""
    person = asking(request)
    found = pack_for(person, reference)
    content = file_of(found)
    log_look(
        by=person,
        action=Action.DOWNLOAD,
        route="board:pack_file",
        record_kind="meeting",
        record_reference=found.meeting.reference,
        children=(),
    )
    return download(content, f"{pack_title(found.meeting).replace(':', ',')}.pdf", "application/pdf")


def _context(found: MeetingPack) -> dict[str, object]:
    return {
        **copy_page(found),
        "title": pack_title(found.meeting),
        "page_url": reverse("board:pack", args=[found.reference]),
        "progress_url": reverse("board:pack_progress", args=[found.reference]),
        "file_url": reverse("board:pack_file", args=[found.reference]),
        "back_url": reverse("board:meeting", args=[found.meeting.reference]),
        "again_url": reverse("board:ask_for_pack", args=[found.meeting.reference]),
        "section": "Meetings",
        "handling": "It is for those who were invited to the meeting.",
    }
