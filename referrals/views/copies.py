"""A copy of what was sent, as PDF: asked for, watched while it is made, downloaded."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation.exports import download
from referrals import services
from referrals.models import SubmissionCopy
from referrals.selectors.copies import copied, copy_for
from referrals.views.afterwards import page_key
from referrals.views.drafting import writer_of
from work.presenters.copies import copy_page
from work.selectors.copies import file_of


@require_POST
def ask(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a copy of what one sent."""
    writer = writer_of(request)
    if not allowed(EXPORTING, writer.reference):
        return too_many(request)
    made = services.ask_for_copy(by=writer, reference=reference, once=page_key(request))
    return redirect("referrals:copy", made.reference)


@require_POST
def ask_in_mash(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a copy of what was sent about a contact."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    made = services.ask_for_copy_of_contact(by=person, reference=reference, once=page_key(request))
    return redirect("referrals:copy", made.reference)


@require_GET
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """How far it is; it looks again by itself, or on a press where there is no JavaScript."""
    return render(request, "work/copy/copy.html", _context(copy_for(writer_of(request), reference)))


@require_GET
def progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    return render(request, "work/copy/progress.html", _context(copy_for(writer_of(request), reference)))


@require_GET
def file(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF itself; the look is logged with its children."""
    writer = writer_of(request)
    found = copy_for(writer, reference)
    content = file_of(found)
    log_look(
        by=writer,
        action=Action.DOWNLOAD,
        route="referrals:copy_file",
        record_kind="submission",
        record_reference=found.submission.reference,
        children=[contact.child.reference for contact in copied(found).contacts],
    )
    return download(content, f"Referral {found.submission.reference}.pdf", "application/pdf")


def _context(found: SubmissionCopy) -> dict[str, object]:
    if found.contact is None:
        back, again = ("submission", "copy_submission"), found.submission.reference
    else:
        back, again = ("contact", "copy_contact"), found.contact.reference
    return {
        **copy_page(found),
        "title": f"Referral {found.submission.reference}",
        "page_url": reverse("referrals:copy", args=[found.reference]),
        "progress_url": reverse("referrals:copy_progress", args=[found.reference]),
        "file_url": reverse("referrals:copy_file", args=[found.reference]),
        "back_url": reverse(f"referrals:{back[0]}", args=[again]),
        "again_url": reverse(f"referrals:{back[1]}", args=[again]),
        "section": "MASH queue" if found.contact else "My referrals",
    }
