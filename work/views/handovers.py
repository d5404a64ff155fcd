"""A handover: read it, accept it, return it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.access_table import sighted_team_ids
from accounts.asking import asking
from foundation.errors import NotAllowed, Refused
from work.forms import ReturnForm
from work.kinds import handover_kinds
from work.models import Handover
from work.presenters import facts_rows, handover_summary, handover_title
from work.presenters.clocks import clock_line
from work.selectors.clocks import may_manage
from work.selectors.handovers import handover_for, is_emptied
from work.services.handovers import accept_handover, return_handover


def _look(request: HttpRequest, reference: str, route: str) -> Handover:
    person = asking(request)
    found = handover_for(person, reference)
    log_look(
        by=person,
        action=Action.VIEW,
        route=route,
        record_kind="handover",
        record_reference=found.reference,
        children=[] if is_emptied(found) else handover_kinds()[found.kind].children(found.subject_reference),
    )
    return found


def _context(request: HttpRequest, handover: Handover) -> dict[str, object]:
    person = asking(request)
    emptied = is_emptied(handover)
    return {
        "handover": handover,
        "emptied": emptied,
        "heading": "A restricted record is offered to your team" if emptied else handover_title(handover),
        "rows": handover_summary(handover),
        "facts": [] if emptied else facts_rows(handover_kinds()[handover.kind].facts(person, handover.subject_reference)),
        "due_at": handover.clock.due_at if handover.clock else None,
        "line": clock_line(handover.clock, manages=handover.clock is not None and may_manage(person, handover.clock)),
        "is_open": handover.state == Handover.State.OFFERED,
        "is_ours": handover.to_team_id in sighted_team_ids(person),
        "record_url": "" if emptied else handover_kinds()[handover.kind].address(handover.subject_reference),
        "back_url": reverse("work:inbox"),
    }


@require_GET
def handover(request: HttpRequest, reference: str) -> HttpResponse:
    """What is offered, by whom and why; with the two answers for the team that it is offered to."""
    return render(request, "work/handover.html", _context(request, _look(request, reference, "work:handover")))


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """Take it over."""
    try:
        accepted = accept_handover(by=asking(request), reference=reference)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("work:handover", reference=reference)
    messages.success(request, f"Your team has accepted {accepted.subject_reference}.")
    return redirect(handover_kinds()[accepted.kind].address(accepted.subject_reference) or reverse("work:inbox"))


@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Return it with a reason."""
    person = asking(request)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                returned = return_handover(by=person, reference=reference, reason=form.cleaned_data["reason"])
            except NotAllowed:
                raise
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, f"{returned.subject_reference} has been returned with your reason.")
                return redirect("work:inbox")
    found = _look(request, reference, "work:return")
    if is_emptied(found):
        return redirect("work:handover", reference=reference)
    context = {
        **_context(request, found),
        "form": form,
        "button_text": "Return it",
        "back_url": reverse("work:handover", args=[reference]),
    }
    return render(request, "work/return.html", context, status=status)
