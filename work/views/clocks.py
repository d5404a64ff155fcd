"""A clock: put on hold with a reason, and released."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import NotAllowed, Refused
from work.forms import HoldForm
from work.kinds import deadlines
from work.presenters.clocks import clock_history, clock_summary, clock_title
from work.selectors.clocks import clock_for
from work.services.clocks import hold_clock, release_clock


@require_http_methods(["GET", "POST"])
def clock(request: HttpRequest, pk: int) -> HttpResponse:
    """The clock with its history, and the form that puts it on hold while it runs."""
    person = asking(request)
    form = HoldForm(request.POST if request.method == "POST" else None)
    found = clock_for(person, pk)
    if request.method == "POST" and form.is_valid():
        try:
            hold_clock(by=person, clock_id=pk, **form.cleaned_data)
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The clock is on hold. Nothing is late on it until somebody releases it.")
            return redirect("work:clock", pk=pk)
    declared = deadlines()[found.clock.kind]
    log_look(
        by=person,
        action=Action.VIEW,
        route="work:clock",
        record_kind=found.clock.subject_kind,
        record_reference=found.clock.subject_reference,
        children=declared.children(found.clock.subject_reference),
    )
    context = {
        "found": found.clock,
        "form": form,
        "heading": clock_title(found.clock),
        "rows": clock_summary(found.clock),
        "entries": clock_history(found),
        "button_text": "Put on hold",
        "back_url": declared.address(found.clock.subject_reference) or reverse("home"),
    }
    return render(request, "work/clock.html", context, status=422 if form.errors else 200)


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the clock run again with what was left."""
    try:
        release_clock(by=asking(request), clock_id=pk)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, "The clock runs again, with the time that was left when it was put on hold.")
    return redirect("work:clock", pk=pk)
