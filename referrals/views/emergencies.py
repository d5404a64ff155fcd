"""Breaking the glass: opening a restricted contact, by its reference and a reason."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.models import Person
from foundation.errors import Refused
from foundation.references import tidy_reference
from referrals.forms.mash import BreakGlassForm
from referrals.services import break_glass

ROUTE = "referrals:break_glass"


@require_http_methods(["GET", "POST"])
def breaking_glass(request: HttpRequest) -> HttpResponse:
    """Ask for the reference and the reason, then lead to the contact. A refusal keeps what was typed."""
    person = asking(request)
    form = BreakGlassForm(request.POST or None)
    if form.is_valid():
        given = dict(form.cleaned_data)
        try:
            opened = break_glass(by=person, **given)
        except Refused as refused:
            form.refuse(refused)
            if refused.field == "reference":
                _log(person, Action.SEARCH, tidy_reference(given["reference"]), given["reason"], [])
        else:
            for contact in opened:
                _log(person, Action.VIEW, contact.reference, given["reason"], [contact.child.reference])
            messages.success(
                request,
                f"You can see this contact for {settings.BREAK_GLASS_HOURS} hours. An information governance lead has been told.",
            )
            return redirect("referrals:contact", reference=opened[0].reference)
    context = {"form": form, "hours": settings.BREAK_GLASS_HOURS, "button_text": "Open it now"}
    return render(request, "referrals/mash/break_glass.html", context, status=422 if request.method == "POST" else 200)


def _log(person: Person, action: Action, reference: str, reason: str, children: list[str]) -> None:
    log_look(
        by=person,
        action=action,
        route=ROUTE,
        record_kind="contact",
        record_reference=reference,
        children=children,
        reason=reason,
    )
