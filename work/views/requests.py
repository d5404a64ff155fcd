"""A request: the asked agency reads the question and answers; who asked reads the answer."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from foundation.documents import documents_of
from foundation.errors import NotAllowed, Refused
from work.forms import AnswerForm
from work.kinds import request_kinds
from work.models import Request
from work.presenters import answer_summary, request_summary, request_title
from work.presenters import request_page as page_of
from work.presenters.clocks import clock_line
from work.presenters.documents import file_rows
from work.selectors.requests import ANSWERED_BY, clock_of_request, may_answer, request_for
from work.services.answer_files import keep_answer_file, remove_answer_file
from work.services.requests import answer_request
from work.views.kept import REMOVE, keep_files, remove_file


@require_http_methods(["GET", "POST"])
def request_page(request: HttpRequest, reference: str) -> HttpResponse:
    """The question and nothing else of the record; the form of the answer while it is open."""
    person = asking(request)
    found = request_for(person, reference)
    declared = request_kinds()[found.kind]
    form = AnswerForm(kind=declared)
    if REMOVE in request.POST:
        form = AnswerForm(initial=request.POST.dict(), kind=declared)
        remove_file(request, lambda document: remove_answer_file(by=person, reference=reference, document=document))
        found = request_for(person, reference)
    elif request.method == "POST":
        form = AnswerForm(request.POST, request.FILES, kind=declared)
        if form.is_valid() and _answered(person, reference, form):
            messages.success(request, "Your answer has been sent.")
            return redirect("work:requests")
        keep_files(request, form, lambda upload: keep_answer_file(by=person, reference=reference, upload=upload))
        found = request_for(person, reference)
    if page_of(found) != reverse("work:request", args=[found.reference]):
        return redirect(page_of(found))
    log_look(
        by=person,
        action=Action.VIEW,
        route="work:request",
        record_kind="request",
        record_reference=found.reference,
        children=declared.children(found.subject_reference),
    )
    answers = may_answer(person, found)
    is_open = answers and found.state == Request.State.ASKED
    files = file_rows(documents_of(ANSWERED_BY, found.reference)) if declared.documents else []
    context = {
        "found": found,
        "form": form,
        "is_open": is_open,
        "shows_cases": declared.shows_cases,
        "typed": form.data.get("answer", "") if form.is_bound and not is_open else "",
        "heading": request_title(found),
        "rows": request_summary(found),
        "answer_rows": answer_summary(found),
        "documents": files if found.state == Request.State.ANSWERED else [],
        "kept": files if is_open else [],
        "button_text": "Send answer",
        "record_url": "" if answers else declared.address(found.subject_reference),
        "line": clock_line(clock_of_request(found), manages=not answers),
        "back_url": reverse("work:requests"),
    }
    return render(request, "work/request.html", context, status=422 if form.errors else 200)


def _answered(person: Person, reference: str, form: AnswerForm) -> bool:
    """Whether the answer was taken; otherwise the form says why not."""
    try:
        answer_request(by=person, reference=reference, **form.given())
    except NotAllowed:
        raise
    except Refused as refused:
        form.refuse(refused)
        return False
    return True
