"""The pack of a panel meeting as PDF: asked for, watched while it is made, downloaded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation.errors import Refused
from foundation.exports import download
from referrals.views.afterwards import page_key
from reviews.models import DeathPackCopy
from reviews.rules import kinds
from reviews.selectors.deaths import listed_for, pack_for
from reviews.selectors.sight import children_behind
from reviews.services.deaths_packs import ask_for_death_pack
from work.presenters.copies import copy_page
from work.selectors.copies import file_of


@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the pack as PDF."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    try:
        made = ask_for_death_pack(by=person, meeting=reference, once=page_key(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("reviews:death_meeting", reference=reference)
    return redirect("reviews:death_pack", made.reference)


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
    """The PDF itself; the look is logged with its children."""
    person = asking(request)
    found = pack_for(person, reference)
    content = file_of(found)
    listed = listed_for(person, found.meeting)
    log_look(
        by=person,
        action=Action.DOWNLOAD,
        route="reviews:death_pack_file",
        record_kind=kinds.DEATH_MEETING,
        record_reference=found.meeting.reference,
        children=[one for death in listed for one in children_behind(death.case.reference)],
    )
    return download(content, f"Panel pack {found.meeting.reference}.pdf", "application/pdf")


def _context(found: DeathPackCopy) -> dict[str, object]:
    return {
        **copy_page(found),
        "title": f"Panel pack {found.meeting.reference}",
        "page_url": reverse("reviews:death_pack", args=[found.reference]),
        "progress_url": reverse("reviews:death_pack_progress", args=[found.reference]),
        "file_url": reverse("reviews:death_pack_file", args=[found.reference]),
        "back_url": reverse("reviews:death_meeting", args=[found.meeting.reference]),
        "again_url": reverse("reviews:ask_for_death_pack", args=[found.meeting.reference]),
        "section": "Reviews",
        "handling": "It tells how children died: give it to those who sit on the panel, and destroy it after the meeting.",
    }
