"""The independent scrutineer's statement about an edition."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from reporting.forms.stating import StatementForm
from reporting.rules.approving import fingerprint_of
from reporting.selectors.editions import edition
from reporting.selectors.stating import statement_of
from reporting.services.stating import state_view


@require_http_methods(["GET", "POST"])
def state(request: HttpRequest, reference: str) -> HttpResponse:
    """The scrutineer makes a statement on an edition exactly as it is."""
    found = edition(asking(request), reference)
    there = statement_of(found)

    def do(**given: Any) -> object:
        return state_view(reference=found.reference, fingerprint=request.POST.get("fingerprint", ""), **given)

    return filled_in(
        request, StatementForm(request.POST or None, initial={"view": there.view, "text": there.text} if there else None), do,
        back_url=reverse("reporting:edition", args=[found.reference]), said="Your statement stands with this edition.",
        template="reporting/state.html", edition=found, fingerprint=fingerprint_of(found),
    )  # fmt: skip
