"""The half-yearly confirmation of an agency's people."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from foundation.errors import NotAllowed, NotVisible, Refused
from work.forms import ConfirmPeopleForm
from work.models import Request
from work.requests import CONFIRM_PEOPLE
from work.selectors.people import people_to_confirm
from work.selectors.requests import request_for
from work.services.people import confirm_people


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody in the agency, each still here or no longer here."""
    person = asking(request)
    found = request_for(person, reference)
    if found.kind != CONFIRM_PEOPLE:
        raise NotVisible
    holdings = people_to_confirm(person, found)
    form = ConfirmPeopleForm(request.POST if request.method == "POST" else None, holdings=holdings)
    if request.method == "POST" and form.is_valid():
        try:
            confirm_people(by=person, reference=reference, here=form.here(), gone=form.gone())
        except NotAllowed:
            raise
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "Thank you. Your agency’s people are confirmed for half a year.")
            return redirect("work:requests")
    context = {
        "found": found,
        "is_open": found.state == Request.State.ASKED,
        "rows": [form[form.name_of(holding.pk)] for holding in holdings],
        "form": form,
        "back_url": reverse("work:requests"),
    }
    return render(request, "work/confirm_people.html", context, status=422 if form.errors else 200)
