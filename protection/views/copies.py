"""The record of a conference as PDF: asked for, watched while it is made, downloaded."""

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
from protection.models import ConferenceCopy
from protection.rules import kinds
from protection.selectors.copies import copied, copy_for
from protection.services.copies import ask_for_conference_copy
from referrals.views.afterwards import page_key
from work.presenters.copies import copy_page
from work.selectors.copies import file_of


@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for the record as PDF."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    try:
        made = ask_for_conference_copy(by=person, reference=reference, once=page_key(request))
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("protection:conference", reference=reference)
    return redirect("protection:conference_copy", made.reference)


@require_GET
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """How far it is; it looks again by itself, or on a press where there is no JavaScript."""
    return render(request, "work/copy/copy.html", _context(copy_for(asking(request), reference)))


@require_GET
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    return render(request, "work/copy/progress.html", _context(copy_for(asking(request), reference)))


@require_GET
def file(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF itself; the look is logged with its children."""
    person = asking(request)
    found = copy_for(person, reference)
    content = file_of(found)
    shown, _across = copied(found)
    log_look(
        by=person,
        action=Action.DOWNLOAD,
        route="protection:conference_copy_file",
        record_kind=kinds.CONFERENCE,
        record_reference=found.conference.reference,
        children=[row.child.reference for row in shown.children],
    )
    return download(content, f"Conference {found.conference.reference}.pdf", "application/pdf")


def _context(found: ConferenceCopy) -> dict[str, object]:
    return {
        **copy_page(found),
        "title": f"Conference {found.conference.reference}",
        "page_url": reverse("protection:conference_copy", args=[found.reference]),
        "progress_url": reverse("protection:conference_copy_progress", args=[found.reference]),
        "file_url": reverse("protection:conference_copy_file", args=[found.reference]),
        "back_url": reverse("protection:conference", args=[found.conference.reference]),
        "again_url": reverse("protection:ask_for_conference_copy", args=[found.conference.reference]),
        "section": "Conferences",
        "handling": "It names children: give it to the family, or keep it with the child’s record, and nowhere else.",
    }
