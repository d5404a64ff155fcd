"""The exceptions report: on the page, as a spreadsheet, and as PDF that the worker makes."""

import secrets
from dataclasses import asdict
from datetime import date
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.exceptions import ExceptionsForm
from board.models import ExceptionsCopy
from board.presenters.actions import address_of
from board.presenters.exceptions import RULE, cut_words, exception_rows, exception_summary, exceptions_table, head_rows, title_of
from board.presenters.exceptions import exceptions_document as document_of
from board.rules import PaperHead
from board.selectors.actions import agencies_with_actions, plans_with_actions
from board.selectors.exceptions import ExceptionFilter, exceptions_copy_for, exceptions_on, head_of
from board.services.exceptions import ask_for_exceptions_copy
from foundation import clock
from foundation.design.context import partnership_of_settings
from foundation.errors import Refused
from foundation.exports import docx_download, download, xlsx_download
from work.presenters.copies import copy_page
from work.selectors.copies import file_of

LONGEST_KEY = 40


def _asked(request: HttpRequest, given: QueryDict) -> tuple[ExceptionsForm, date, ExceptionFilter]:
    """The form, the day (today where none can be read), and whose."""
    person = asking(request)
    form = ExceptionsForm(given, agencies=agencies_with_actions(person), plans=plans_with_actions(person))
    form.is_valid()
    day = form.cleaned_data.get("on") or clock.today()
    return form, day, ExceptionFilter(form.cleaned_data.get("plan", ""), form.cleaned_data.get("agency", ""))


def _query(day: date, wanted: ExceptionFilter, head: PaperHead) -> dict[str, str]:
    """What the address says: the day, whose, and the head of the paper."""
    given = {"plan": wanted.plan, "agency": wanted.agency, **asdict(head)}
    return dict(parse_qsl(address_of({"on": day, **{name: value for name, value in given.items() if value}})))


@require_GET
def exceptions(request: HttpRequest) -> HttpResponse:
    """The actions that do not go as agreed, as at a day."""
    form, day, wanted = _asked(request, request.GET)
    rows, query = exceptions_on(asking(request), day, wanted), _query(day, wanted, form.head)
    context = {
        "filter_form": form,
        "day": day,
        "title": title_of(day),
        "rows": exception_rows(rows),
        "numbers": exception_summary(rows),
        "rule": RULE,
        "cut": cut_words(rows),
        "head": head_rows(form.head),
        "query": query,
        "export_url": f"{reverse('board:exceptions_export')}?{urlencode(query)}",
        "document_url": f"{reverse('board:exceptions_document')}?{urlencode(query)}",
        "clear_url": reverse("board:exceptions"),
        "once": secrets.token_urlsafe(12),
        "page_has_errors": bool(form.errors),
    }
    return render(request, "board/exceptions.html", context)


@require_GET
def exceptions_export(request: HttpRequest) -> HttpResponse:
    """The same report as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    form, day, wanted = _asked(request, request.GET)
    return xlsx_download(exceptions_table(exceptions_on(asking(request), day, wanted), day, form.head))


@require_GET
def exceptions_document(request: HttpRequest) -> HttpResponse:
    """The same report for a word processor."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    form, day, wanted = _asked(request, request.GET)
    chosen = [dict(form.fields[name].choices).get(code, "") for name, code in (("plan", wanted.plan), ("agency", wanted.agency))]  # type: ignore[attr-defined]  # selects
    rows, publisher = exceptions_on(person, day, wanted), partnership_of_settings().name
    return docx_download(*document_of(rows, day, title_of(day, *chosen), publisher, form.head))


@require_POST
def ask_for_copy(request: HttpRequest) -> HttpResponse:
    """Ask for it as PDF."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    form, day, wanted = _asked(request, request.POST if "on-day" in request.POST else request.GET)
    once = request.POST.get("once", "")[:LONGEST_KEY] or secrets.token_urlsafe(12)
    try:
        made = ask_for_exceptions_copy(by=person, day=day, plan=wanted.plan, agency=wanted.agency, once=once, head=form.head)
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("board:exceptions")
    return redirect("board:exceptions_copy", made.reference)


@require_GET
def copy(request: HttpRequest, reference: str) -> HttpResponse:
    """How far the PDF is; it looks again by itself, or on a press where there is no JavaScript."""
    return render(request, "work/copy/copy.html", _context(exceptions_copy_for(asking(request), reference)))


@require_GET
def copy_progress(request: HttpRequest, reference: str) -> HttpResponse:
    """The part of that page that changes."""
    return render(request, "work/copy/progress.html", _context(exceptions_copy_for(asking(request), reference)))


@require_GET
def copy_file(request: HttpRequest, reference: str) -> HttpResponse:
    """The PDF itself."""
    found = exceptions_copy_for(asking(request), reference)
    return download(file_of(found), f"{_title(found)}.pdf", "application/pdf")


def _title(found: ExceptionsCopy) -> str:
    return title_of(found.day, found.plan.title if found.plan else "", found.agency.name if found.agency else "")


def _context(found: ExceptionsCopy) -> dict[str, object]:
    wanted = ExceptionFilter(found.plan.reference if found.plan else "", found.agency.code if found.agency else "")
    query = urlencode(_query(found.day, wanted, head_of(found)))
    return {
        **copy_page(found),
        "title": _title(found),
        "page_url": reverse("board:exceptions_copy", args=[found.reference]),
        "progress_url": reverse("board:exceptions_copy_progress", args=[found.reference]),
        "file_url": reverse("board:exceptions_copy_file", args=[found.reference]),
        "back_url": f"{reverse('board:exceptions')}?{query}",
        "again_url": f"{reverse('board:ask_for_exceptions_copy')}?{query}",
        "section": "Actions",
        "handling": "It is for the committee: it names owners of actions.",
    }
