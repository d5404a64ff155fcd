"""The independent scrutineer's statement about an edition."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from foundation.errors import Refused
from reporting.forms.stating import StatementForm
from reporting.rules.approving import fingerprint_of
from reporting.selectors.editions import edition
from reporting.selectors.stating import statement_of
from reporting.services.stating import state_view


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, reference: str) -> HttpResponse:
    """The scrutineer makes a statement on an edition exactly as it is."""
    person = asking(request)
    found = edition(person, reference)
    there = statement_of(found)
    form = StatementForm(request.POST or None, initial={"view": there.view, "text": there.text} if there else None)
    if request.method == "POST" and form.is_valid():
        try:
            state_view(by=person, reference=found.reference, fingerprint=request.POST.get("fingerprint", ""), **form.cleaned_data)
            messages.success(request, "Your statement stands with this edition.")
            return redirect("reporting:edition", found.reference)
        except Refused as refused:
            form.refuse(refused)
    context = {"form": form, "edition": found, "fingerprint": fingerprint_of(found)}
    return render(request, "reporting/state.html", context, status=422 if form.errors else 200)
