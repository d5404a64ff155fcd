"""Publishing an edition and sending it; and the pages that everybody may read."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.selectors.people import names_of
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotVisible
from foundation.exports import download, xlsx_download
from reporting.forms.publishing import ReceiptForm, SendForm, WithdrawForm
from reporting.models import Edition, Publication
from reporting.presenters import approving as approvals
from reporting.presenters import publishing as presenters
from reporting.presenters.editions import file_stem
from reporting.report.published import WebChapter, opened_at, web_chapters
from reporting.report.workbook import published_tables
from reporting.rules.approving import fingerprint_of
from reporting.selectors import publishing as chosen
from reporting.selectors.approving import standing_of
from reporting.selectors.childrens import newest_published
from reporting.selectors.editions import edition, pdf_of
from reporting.selectors.stating import statement_of
from reporting.services import publishing as services

PUBLIC_FOR = 3600
"""Seconds for which whoever read a published page may keep it."""


@require_POST
def publish(request: HttpRequest, reference: str) -> HttpResponse:
    """Let everybody read a signed edition."""
    found = edition(asking(request), reference)
    said = "The report is published. Send it now."
    pressed(request, lambda: services.publish_edition(by=asking(request), reference=reference), said)
    return redirect("reporting:sent", found.reference)


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str) -> HttpResponse:
    """Take a published edition back."""
    found = edition(asking(request), reference)
    form = WithdrawForm(request.POST or None)

    def do(**given: Any) -> object:
        return services.withdraw_publication(reference=reference, **given)

    return filled_in(
        request, form, do, back_url=reverse("reporting:sent", args=[reference]), said="The report is withdrawn.",
        heading="Withdraw the published report", button_text="Withdraw it", caption=_caption(found),
    )  # fmt: skip


@require_GET
def sent(request: HttpRequest, reference: str) -> HttpResponse:
    """Where an edition is published, to whom it was sent, and who has it."""
    found = edition(asking(request), reference)
    publication = chosen.publication_for(found)
    context = {
        "edition": found,
        "publication": publication,
        "rows": presenters.dispatch_rows(chosen.dispatches_of(publication)) if publication else [],
        "to_send": presenters.to_send_rows(chosen.still_to_send(publication), clock.today()) if publication else [],
    }
    return render(request, "reporting/published/sent.html", context)


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Send a published edition to somebody."""
    found = edition(asking(request), reference)
    publication = _publication(found)
    usual = [one.recipient for one in chosen.still_to_send(publication)]
    form = SendForm(request.POST or None, usual=usual, initial={"recipient": request.GET.get("to", "")[:150]})

    def do(**given: Any) -> object:
        return services.send_report(reference=reference, **given)

    return filled_in(
        request, form, do, back_url=reverse("reporting:sent", args=[reference]), said="It stands in the list.",
        heading="Send the report", button_text="Save", caption=_caption(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def note_receipt(request: HttpRequest, reference: str, dispatch: str) -> HttpResponse:
    """Write down that somebody has the report."""
    found = edition(asking(request), reference)
    one = next((row for row in chosen.dispatches_of(_publication(found)) if row.reference == dispatch), None)
    if one is None:
        raise NotVisible
    form = ReceiptForm(request.POST or None, initial={"received_on": clock.today()})

    def do(**given: Any) -> object:
        return services.note_receipt(reference=dispatch, **given)

    return filled_in(
        request, form, do, back_url=reverse("reporting:sent", args=[reference]), said="The receipt is noted.",
        heading=f"{one.recipient} has the report", button_text="Save", caption=_caption(found),
    )  # fmt: skip


def _publication(found: Edition) -> Publication:
    publication = chosen.publication_for(found)
    if publication is None:
        raise NotVisible
    return publication


def _caption(found: Edition) -> str:
    return f"Yearly report {found.year}, edition {found.number}"


# -- for everybody --------------------------------------------------------------------------------------------


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Every published report, the newest first."""
    rows = presenters.published_rows(chosen.published())
    return public(render(request, "reporting/published/reports.html", {"rows": rows}))


@require_GET
def published(request: HttpRequest, label: str) -> HttpResponse:
    """The published report of a year."""
    return _report(request, chosen.published_of(label))


@require_GET
def published_edition(request: HttpRequest, label: str, number: int) -> HttpResponse:
    """An edition at its lasting address; one that was withdrawn says so, and where the report of the year is."""
    return _report(request, chosen.publication_of(label, number))


def _report(request: HttpRequest, found: Publication) -> HttpResponse:
    if found.withdrawn_at is not None:
        newer = [one for one in chosen.published() if one.edition.year == found.edition.year]
        context = {"publication": found, "edition": found.edition, "newer": presenters.published_rows(newer)}
        return public(render(request, "reporting/published/withdrawn.html", context, status=410))
    *told, sources = web_chapters(found.edition)
    context = {
        "publication": found,
        "edition": found.edition,
        "opened": opened_at([*told, _approvals(found.edition), sources], request.GET.get("chapter", "")),
        "for_children": newest_published(found.edition),
    }
    return public(render(request, "reporting/published/report.html", context))


def _approvals(found: Edition) -> WebChapter:
    """Who approved the edition, and what the independent scrutineer says of it; nothing of it changes once it is published."""
    stated = statement_of(found)
    context = {
        "seats": approvals.seat_rows(standing_of(found), {}),
        "statement": approvals.statement_row(stated, names_of([stated.made_by]) if stated else {}),
        "fingerprint": fingerprint_of(found),
    }
    html = render_to_string("reporting/published/approvals.html", context)
    return WebChapter("approvals", "Approvals and independent scrutiny", html)


@require_GET
def published_pdf(request: HttpRequest, label: str, number: int) -> HttpResponse:
    """The PDF of a published edition, as it was signed."""
    found = chosen.publication_of(label, number)
    if found.withdrawn_at is not None:
        return redirect("reporting:published_edition", label, number)
    return public(download(pdf_of(found.edition), f"{file_stem(found.edition)}.pdf", "application/pdf"))


@require_GET
def published_xlsx(request: HttpRequest, label: str, number: int) -> HttpResponse:
    """Every table of a published edition in one workbook."""
    found = chosen.publication_of(label, number)
    if found.withdrawn_at is not None:
        return redirect("reporting:published_edition", label, number)
    return public(xlsx_download(*published_tables(found.edition)))


@require_http_methods(["GET", "POST"])
def receipt(request: HttpRequest, secret: str) -> HttpResponse:
    """Whoever was sent the report opens it and confirms that they have it."""
    found = chosen.dispatch_of_secret(secret)
    if request.method == "POST":
        found = services.confirm_receipt(by=SystemActor("reporting.receipt"), secret=secret)
    context = {"sent": found, "publication": found.publication, "edition": found.publication.edition}
    return render(request, "reporting/published/receipt.html", context)


def public(response: HttpResponse) -> HttpResponse:
    """May be kept by whoever read it, and found by search engines."""
    response.headers["Cache-Control"] = f"public, max-age={PUBLIC_FOR}"
    response.headers["X-Robots-Tag"] = "all"
    return response
