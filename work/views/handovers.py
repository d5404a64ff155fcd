"""A handover: read it, accept it, return it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.access_table import sighted_team_ids
from accounts.asking import asking
from accounts.models import Person
from foundation.errors import NotAllowed, Refused
from work.forms import TOGETHER, ReturnForm
from work.kinds import handover_kinds
from work.models import Handover
from work.presenters import facts_rows, handover_summary, handover_title, records_named
from work.presenters.clocks import clock_line
from work.selectors.clocks import may_manage
from work.selectors.handovers import handover_for, is_emptied, offered_with
from work.services.handovers import accept_handovers, return_handovers


def _look(request: HttpRequest, reference: str, route: str) -> Handover:
    person = asking(request)
    found = handover_for(person, reference)
    shown = [] if is_emptied(found) else [found, *offered_with(person, found)]
    log_look(
        by=person,
        action=Action.VIEW,
        route=route,
        record_kind="handover",
        record_reference=found.reference,
        children=[child for row in shown for child in handover_kinds()[row.kind].children(row.subject_reference)],
    )
    return found


def _context(request: HttpRequest, handover: Handover) -> dict[str, object]:
    person = asking(request)
    emptied, beside = is_emptied(handover), offered_with(person, handover)
    return {
        "handover": handover,
        "emptied": emptied,
        "heading": "A restricted record is offered to your team" if emptied else handover_title(handover),
        "rows": handover_summary(handover),
        "facts": _facts(person, handover),
        "beside": [{"row": row, "facts": _facts(person, row)} for row in beside],
        "accept_all": f"Accept all {len(beside) + 1} for my team",
        "accept_one": "Accept this one only",
        "due_at": handover.clock.due_at if handover.clock else None,
        "line": clock_line(handover.clock, manages=handover.clock is not None and may_manage(person, handover.clock)),
        "is_open": handover.state == Handover.State.OFFERED,
        "is_ours": handover.to_team_id in sighted_team_ids(person),
        "record_url": "" if emptied else handover_kinds()[handover.kind].address(handover.subject_reference),
        "back_url": reverse("work:inbox"),
    }


def _facts(person: Person, handover: Handover) -> list[dict[str, str]]:
    if is_emptied(handover):
        return []
    return facts_rows(handover_kinds()[handover.kind].facts(person, handover.subject_reference))


def _shown_beside(request: HttpRequest, reference: str) -> list[str]:
    """The offers that the page showed beside this one and that still wait; one that came since was not read and is left."""
    person = asking(request)
    waiting = {row.reference for row in offered_with(person, handover_for(person, reference))}
    return [one for one in request.POST.getlist("beside") if one in waiting]


@require_GET
def handover(request: HttpRequest, reference: str) -> HttpResponse:
    """What is offered, by whom and why; with the two answers for the team that it is offered to."""
    return render(request, "work/handover.html", _context(request, _look(request, reference, "work:handover")))


@require_POST
def accept(request: HttpRequest, reference: str) -> HttpResponse:
    """Take it over, alone or with what is offered beside it."""
    beside = _shown_beside(request, reference) if request.POST.get("which") == TOGETHER else []
    try:
        taken = accept_handovers(by=asking(request), references=[reference, *beside])
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("work:handover", reference=reference)
    accepted = next(row for row in taken if row.reference == reference)
    messages.success(request, f"Your team has accepted {records_named(taken)}.")
    return redirect(handover_kinds()[accepted.kind].address(accepted.subject_reference) or reverse("work:inbox"))


@require_http_methods(["GET", "POST"])
def give_back(request: HttpRequest, reference: str) -> HttpResponse:
    """Return it with a reason."""
    person = asking(request)
    offered = handover_for(person, reference)
    form = ReturnForm(request.POST if request.method == "POST" else None, beside=len(offered_with(person, offered)))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                beside = _shown_beside(request, reference) if form.together else []
                returned = return_handovers(by=person, references=[reference, *beside], reason=form.cleaned_data["reason"])
            except NotAllowed:
                raise
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(
                    request,
                    f"{records_named(returned)} {'has' if len(returned) == 1 else 'have'} been returned with your reason.",
                )
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
