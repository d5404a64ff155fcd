"""Checking an action that is reported done, what it has changed, and whether that holds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from board.forms.judging import EmbedForm, JudgeForm, LookAgainForm
from board.presenters.actions import evidence_rows
from board.selectors.actions import action_for, proposed_look
from board.selectors.written import evidence_of
from board.services.actions import reopen
from board.services.judging import judge_report, look_again, mark_embedded
from board.views.action_forms import form_of
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version


@require_http_methods(["GET", "POST"])
def judge_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Accept that an action is done, or send it back."""
    person = asking(request)
    form = JudgeForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        accepted = given.pop("accepted") == "yes"
        try:
            judge_report(by=person, reference=reference, accepted=accepted, **{**given, "evidence": given["evidence"] or ()})
        except Refused as refused:
            form.refuse(refused)
        else:
            sent_back = "The action has been sent back. Whoever answers for it is told by email that there is news."
            messages.success(request, "The action has been accepted as done." if accepted else sent_back)
            return redirect("board:action", reference=reference)
    status = 422 if request.method == "POST" else 200
    kept = evidence_rows(evidence_of(action_for(person, reference)))
    return form_of(request, reference, form, "Check that the action is done", "Save", status, kept=kept)


@require_http_methods(["GET", "POST"])
def embed_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of a done action what it has changed."""
    form = EmbedForm(request.POST or None, initial={"check_again_on": proposed_look()})
    if request.method == "POST" and form.is_valid():
        try:
            mark_embedded(by=asking(request), reference=reference, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The action is marked as embedded.")
            return redirect("board:action", reference=reference)
    status = 422 if request.method == "POST" else 200
    return form_of(request, reference, form, "Has it made a difference?", "Mark as embedded", status)


@require_http_methods(["GET", "POST"])
def look_again_at_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whether what an embedded action has changed still holds; what does not is opened again."""
    person = asking(request)
    form = LookAgainForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        version = posted_version(request.POST.get("version", ""))
        try:
            if given["holds"] == "yes":
                look_again(
                    by=person,
                    reference=reference,
                    version=version,
                    note=given["note"],
                    check_again_on=given["check_again_on"],
                )
            else:
                reopen(by=person, reference=reference, reason=given["note"])
        except Conflict as conflict:
            form.refuse(conflict)
            status = 409
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Saved: it still holds." if given["holds"] == "yes" else "The action is open again.")
            return redirect("board:action", reference=reference)
    return form_of(request, reference, form, "Does it still hold?", "Save", status, with_version=True)
