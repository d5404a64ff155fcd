"""Pages that act on a case: each asks, calls one service, and shows a refusal beside what was typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.design.forms import PortalForm
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version


@dataclass
class Case:
    """The record that a page acts on, as it stands."""

    kind: str
    reference: str
    version: int
    name: str
    url: str
    children: Sequence[str]
    latest: Sequence[Any] = ()
    """The newest things that happened, for whoever was overtaken."""


@dataclass
class CaseAct:
    """One page that acts: its words, its form, what it calls, and what it says then."""

    title: str
    button: str
    form: PortalForm
    call: Callable[[int], object]
    done: str
    explanation: str = ""
    template: str = "work/act.html"
    context: dict[str, Any] = field(default_factory=dict)


def case_acted(request: HttpRequest, read: Callable[[], Case], act: CaseAct) -> HttpResponse:
    """Show the page, or do it; a refusal comes back with all that was typed, a conflict with what happened meanwhile."""
    status, case = 200, read()
    if request.method == "POST":
        status = 422
        if act.form.is_valid():
            try:
                act.call(posted_version(request.POST.get("version", "")))
            except Conflict as conflict:
                act.form.add_error(None, conflict.sentence)
                status, case = 409, read()
            except Refused as refused:
                act.form.add_error(refused.field if refused.field in act.form.fields else None, refused.sentence)
            else:
                messages.success(request, act.done)
                return redirect(case.url)
    log_case(request, case)
    context = {
        "case": case,
        "title": act.title,
        "button_text": act.button,
        "form": act.form,
        "explanation": act.explanation,
        "meanwhile": case.latest if status == 409 else (),
        **act.context,
    }
    return render(request, act.template, context, status=status)


def log_case(request: HttpRequest, case: Case) -> None:
    """One row of the access log for looking at this case."""
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind=case.kind,
        record_reference=case.reference,
        children=case.children,
    )
