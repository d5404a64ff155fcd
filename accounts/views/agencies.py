"""Agencies, teams and agreements: the system administrator's pages."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import asking
from accounts.forms.agencies import AgencyForm, AgreementDocumentForm, AgreementForm, TeamForm
from accounts.inboxes import inbox_kinds
from accounts.presenters import agreement_rows
from accounts.selectors import agencies as selectors
from accounts.selectors import agreements
from accounts.selectors.people import is_administrator
from accounts.services import agencies as services
from accounts.services import agreements as agreement_services
from accounts.views.asking import key_of, posted
from foundation.design.forms import PortalForm
from foundation.errors import Refused

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
PAGE = 50


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """All agencies, by name."""
    find = request.GET.get("find", "").strip()
    rows = selectors.agency_list(asking(request), find=find, after=key_of(request), limit=PAGE + 1)
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    more = {"find": find} if find else {}
    context = {
        "rows": rows[:PAGE],
        "find": find,
        "may_change": is_administrator(asking(request)),
        "leads": selectors.only_leads_to_confirm(asking(request)),
        "next_url": f"?{urlencode(more | {'after': last.sort_key[0], 'id': last.sort_key[1]})}" if last else "",
        "first_url": f"{request.path}?{urlencode(more)}" if request.GET.get("after") else "",
    }
    return render(request, "accounts/agencies.html", context)


@require_safe
def agency(request: HttpRequest, code: str) -> HttpResponse:
    """One agency: its domains, agreements and teams."""
    by = asking(request)
    found = selectors.agency_to_read(by, code)
    context = {
        "agency": found,
        "may_change": is_administrator(by),
        "agreements": agreement_rows(agreements.agreements_of(by, found)),
        "teams": selectors.all_teams_of(by, found),
        "kinds": dict(inbox_kinds()),
    }
    return render(request, "accounts/agency.html", context)


@GET_AND_POST
def add_agency(request: HttpRequest) -> HttpResponse:
    """Add an agency."""
    form = AgencyForm(posted(request), new=True)
    if form.is_valid() and _done(form, lambda: services.add_agency(by=asking(request), **form.cleaned_data)):
        messages.success(request, f"{form.cleaned_data['name']} has been added. Next, record its agreement.")
        return redirect("agency", code=form.cleaned_data["code"])
    return _page(request, "accounts/agency_form.html", form, {"agency": None})


@GET_AND_POST
def change_agency(request: HttpRequest, code: str) -> HttpResponse:
    """Change an agency."""
    found = selectors.agency_for_administrator(asking(request), code)
    initial = {"name": found.name, "kind": found.kind, "domains": "\n".join(found.domains), "closed_on": found.closed_on}
    form = AgencyForm(posted(request), new=False, initial=initial)
    if form.is_valid() and _done(form, lambda: services.change_agency(by=asking(request), code=code, **form.cleaned_data)):
        messages.success(request, "The agency has been changed.")
        return redirect("agency", code=code)
    return _page(request, "accounts/agency_form.html", form, {"agency": found})


@GET_AND_POST
def record_agreement(request: HttpRequest, code: str) -> HttpResponse:
    """Put a signed agreement on file."""
    found = selectors.agency_for_administrator(asking(request), code)
    form = AgreementForm(posted(request), request.FILES or None)
    if form.is_valid() and _done(
        form, lambda: agreement_services.record_agreement(by=asking(request), agency=found, **form.cleaned_data)
    ):
        messages.success(request, "The agreement is on file.")
        return redirect("agency", code=code)
    return _page(request, "accounts/agreement_form.html", form, {"agency": found})


@GET_AND_POST
def attach_document(request: HttpRequest, agreement_id: int) -> HttpResponse:
    """Attach the signed document to an agreement on file, or a better copy of it."""
    by = asking(request)
    found = agreements.agreement_for_administrator(by, agreement_id)
    form = AgreementDocumentForm(posted(request), request.FILES or None)
    if form.is_valid() and _done(
        form, lambda: agreement_services.attach_agreement_document(by=by, agreement_id=agreement_id, **form.cleaned_data)
    ):
        messages.success(request, "The document is on file. It opens once it is found clean of viruses.")
        return redirect("agency", code=found.agency.code)
    return _page(request, "accounts/agreement_document.html", form, {"agency": found.agency, "agreement": found})


@GET_AND_POST
def add_team(request: HttpRequest, code: str) -> HttpResponse:
    """Add a team of an agency."""
    found = selectors.agency_for_administrator(asking(request), code)
    form = TeamForm(posted(request), new=True, kinds=inbox_kinds())
    if form.is_valid() and _done(form, lambda: services.add_team(by=asking(request), agency=found, **form.cleaned_data)):
        messages.success(request, "The team has been added.")
        return redirect("agency", code=code)
    return _page(request, "accounts/team_form.html", form, {"agency": found, "team": None})


@GET_AND_POST
def change_team(request: HttpRequest, code: str) -> HttpResponse:
    """Change a team."""
    team = selectors.team_for_administrator(asking(request), code)
    initial = {"name": team.name, "receives": team.receives, "closed_on": team.closed_on, "telephone": team.telephone}
    form = TeamForm(posted(request), new=False, kinds=inbox_kinds(), initial=initial)
    if form.is_valid():
        answers = {"receives": team.receives, **form.cleaned_data}
        if _done(form, lambda: services.change_team(by=asking(request), code=code, **answers)):
            messages.success(request, "The team has been changed.")
            return redirect("agency", code=team.agency.code)
    return _page(request, "accounts/team_form.html", form, {"agency": team.agency, "team": team})


def _page(request: HttpRequest, template: str, form: PortalForm, context: dict[str, object]) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)


def _done(form: PortalForm, act: Callable[[], object]) -> bool:
    try:
        act()
    except Refused as refused:
        form.refuse(refused)
        return False
    return True
