"""Drafts of a report in the browser: read by those who got a copy, commented on, and answered."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation.documents import open_document
from foundation.exports import xlsx_download
from reviews.forms.publication import AnswerRemarkForm, CopiesForm, DraftForm, EndCopyForm, RemarkForm
from reviews.models import TeamRole
from reviews.presenters.publication import drafts_log, drafts_page, member_choices
from reviews.rules import kinds
from reviews.selectors.practice import (
    copy_that_i_hold,
    copy_to_end,
    copy_to_open,
    drafts_of,
    file_of,
    owned_review,
    remark_to_answer,
    review_to_read,
)
from reviews.selectors.sight import children_behind, role_on, standing_members
from reviews.services import drafts
from reviews.views.practice import acted
from reviews.views.reading import reader, shown
from work.views.acting import CaseAct, case_acted, log_case

BACK = "reviews:drafts"


@require_GET
def all_drafts(request: HttpRequest, reference: str) -> HttpResponse:
    """The drafts: for the owner all of them, for anybody else of the team those of which they hold a copy."""
    person = asking(request)
    found = review_to_read(person, reference)
    log_case(request, shown(found))
    owned = role_on(person, found) == TeamRole.OWNER
    return render(request, "reviews/drafts.html", drafts_page(found, drafts_of(person, found), person.pk, owned=owned))


@require_GET
def log(request: HttpRequest, reference: str) -> HttpResponse:
    """Copies and comments as a workbook, without the drafts that hold legal advice."""
    person = asking(request)
    found = owned_review(person, reference)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    tables = drafts_log(found, drafts_of(person, found))
    _log_download(request, reference, "reviews:drafts_log")
    return xlsx_download(*tables)


@require_http_methods(["GET", "POST"])
def adding(request: HttpRequest, reference: str) -> HttpResponse:
    """Add a version of the report."""
    person = asking(request)
    form = DraftForm(request.POST or None, request.FILES or None)
    act = CaseAct(
        "Add a draft",
        "Add the draft",
        form,
        lambda _version: drafts.add_draft(by=person, case=reference, **form.cleaned_data),
        "The draft has been added. It opens once it is found clean of viruses.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def giving(request: HttpRequest, reference: str) -> HttpResponse:
    """Give out numbered copies of the newest draft."""
    person = asking(request)
    found = owned_review(person, reference)
    members = standing_members(found)
    form = CopiesForm(request.POST or None, members=member_choices(members))
    act = CaseAct(
        "Give out copies",
        "Give the copies",
        form,
        lambda _version: drafts.give_copies(by=person, case=reference, members=form.chosen),
        "The copies have been given out.",
        explanation="Each gets a numbered copy of the newest draft. The number stands in the name of the file.",
    )
    return acted(request, reference, act, back=BACK)


@require_GET
def copy_file(request: HttpRequest, reference: str, copy: int) -> HttpResponseBase:
    """A numbered copy, under a name that says which."""
    person = asking(request)
    found = copy_to_open(person, reference, copy)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    document = file_of(found.draft)
    document.name = f"Copy {found.number} of draft {found.draft.number} {document.name}"
    response = open_document(document)
    _log_download(request, reference, "reviews:copy_file")
    return response


@require_http_methods(["GET", "POST"])
def ending(request: HttpRequest, reference: str, copy: int) -> HttpResponse:
    """Record that a copy came back or was destroyed."""
    person = asking(request)
    found = copy_to_end(person, reference, copy)
    form = EndCopyForm(request.POST or None)
    act = CaseAct(
        f"Copy {found.number} of draft {found.draft.number}",
        "Save",
        form,
        lambda _version: drafts.end_copy(by=person, case=reference, copy=copy, **form.cleaned_data),
        "It has been saved.",
        explanation=f"It was given to {found.member.person.name}, who opens it no longer then.",
    )
    return acted(request, reference, act, back=BACK)


@require_http_methods(["GET", "POST"])
def remarking(request: HttpRequest, reference: str, copy: int) -> HttpResponse:
    """Comment on a draft, or say what in it is wrong."""
    person = asking(request)
    found = copy_that_i_hold(person, reference, copy)
    form = RemarkForm(request.POST or None)
    act = CaseAct(
        f"Say something of draft {found.draft.number}",
        "Save",
        form,
        lambda _version: drafts.make_remark(by=person, case=reference, copy=copy, **form.cleaned_data),
        "It has been saved. The case’s owner answers it.",
    )
    return case_acted(request, reader(request, reference, find=review_to_read), act)


@require_http_methods(["GET", "POST"])
def answering(request: HttpRequest, reference: str, remark: int) -> HttpResponse:
    """Say whether what somebody said is accepted."""
    person = asking(request)
    found = remark_to_answer(person, reference, remark)
    form = AnswerRemarkForm(request.POST or None)
    act = CaseAct(
        "Answer what was said of a draft",
        "Save the answer",
        form,
        lambda _version: drafts.answer_remark(by=person, case=reference, remark=remark, **form.cleaned_data),
        "The answer has been saved.",
        explanation=f"{found.copy.member.person.name} says: {found.text}",
    )
    return acted(request, reference, act, back=BACK)


def _log_download(request: HttpRequest, reference: str, route: str) -> None:
    log_look(
        by=asking(request),
        action=Action.DOWNLOAD,
        route=route,
        record_kind=kinds.CASE,
        record_reference=reference,
        children=children_behind(reference),
    )
