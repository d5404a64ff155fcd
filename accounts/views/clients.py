"""The systems that speak to the portal for an agency: seen, connected and ended by its lead or the administrator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import asking
from accounts.forms.clients import ConnectForm
from accounts.presenters import client_rows
from accounts.selectors import clients as selectors
from accounts.selectors.people import agency_managed
from accounts.services import clients as services
from accounts.views.asking import posted
from foundation.errors import Refused

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
A_MINUTE = 60


@require_safe
def systems(request: HttpRequest, code: str) -> HttpResponse:
    """Which systems are connected for an agency, what each may do, until when, and when it was last used."""
    by = asking(request)
    agency = agency_managed(by, code)
    rows = client_rows(selectors.clients_of(by, agency))
    return render(request, "accounts/systems.html", {"agency": agency, "rows": rows})


@GET_AND_POST
def connect_system(request: HttpRequest, code: str) -> HttpResponse:
    """Connect a system, and show its token: this once, on the answer itself."""
    by = asking(request)
    agency = agency_managed(by, code)
    form = ConnectForm(posted(request), initial={"per_minute": A_MINUTE})
    if form.is_valid():
        try:
            client, token = services.connect_client(by=by, agency=agency, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return render(request, "accounts/system_token.html", {"agency": agency, "client": client, "token": token})
    status = 422 if form.is_bound else 200
    return render(request, "accounts/connect_system.html", {"form": form, "agency": agency}, status=status)


@GET_AND_POST
def end_system(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask, then end a system's token at once."""
    client = selectors.client_managed(asking(request), reference)
    if request.method == "POST":
        services.end_client(by=asking(request), reference=reference)
        messages.success(request, f"{client.name} is disconnected. Its token counts no longer.")
        return redirect("systems", code=client.agency.code)
    return render(request, "accounts/end_system.html", {"client": client})
