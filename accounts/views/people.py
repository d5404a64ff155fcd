"""The people of an agency: for its safeguarding lead, and for the system administrator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from accounts.asking import asking
from accounts.forms.people import EndRoleForm, GiveRoleForm, InviteForm
from accounts.models import Agency, Person, Team
from accounts.presenters import INVITATION_WORDS, agreement_rows
from accounts.rate_limits import INVITING, allowed, too_many
from accounts.second_factor import has_second_factor
from accounts.selectors import people as selectors
from accounts.selectors.agreements import agreements_of
from accounts.services import invitations
from accounts.services import people as services
from accounts.views.asking import key_of, posted
from foundation.design.forms import PortalForm
from foundation.errors import Refused

GET_AND_POST = require_http_methods(["GET", "HEAD", "POST"])
PAGE = 50


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """The people of my agency; of whichever, for the system administrator and for leads of several."""
    by = asking(request)
    agencies = selectors.agencies_to_choose_from(by)
    if len(agencies) == 1:
        return redirect("people_of_agency", code=agencies[0].code)
    return render(request, "accounts/people_choose.html", {"agencies": agencies})


@require_safe
def people_of_agency(request: HttpRequest, code: str) -> HttpResponse:
    """Who holds which role in an agency, and who has been invited."""
    by = asking(request)
    agency = selectors.agency_managed(by, code)
    rows = selectors.people_of(by, agency, after=key_of(request), limit=PAGE + 1)
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    in_force = [row for row in agreements_of(by, agency) if row.in_force]
    context = {
        "agency": agency,
        "rows": rows[:PAGE],
        "next_url": f"?{urlencode({'after': last.person_name.lower(), 'id': str(last.id)})}" if last else "",
        "first_url": request.path if request.GET.get("after") else "",
        "invitations": [(row, *INVITATION_WORDS[row.state]) for row in selectors.invitations_of(by, agency)],
        "agreement": next(iter(agreement_rows(in_force)), None),
        "several": selectors.looks_after_several(by),
    }
    return render(request, "accounts/people.html", context)


@GET_AND_POST
def invite(request: HttpRequest, code: str) -> HttpResponse:
    """Invite somebody to an agency."""
    by = asking(request)
    agency = selectors.agency_managed(by, code)
    teams = selectors.teams_of(agency)
    form = InviteForm(posted(request), roles=selectors.roles_that_may_be_given(by, with_teams=bool(teams)), teams=teams)
    if request.method == "POST" and not allowed(INVITING, by.reference):
        return too_many(request)
    if form.is_valid() and _invited(form, by, agency, teams):
        messages.success(request, f"The invitation is on its way to {form.cleaned_data['email']}.")
        return redirect("people_of_agency", code=agency.code)
    return _page(request, "accounts/invite.html", form, {"agency": agency})


@GET_AND_POST
def withdraw_invitation(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask, then take an invitation back."""
    invitation = selectors.invitation_managed(asking(request), reference)
    if request.method == "POST":
        invitations.withdraw_invitation(by=asking(request), reference=reference)
        messages.success(request, f"The invitation of {invitation.name} is withdrawn. Its link no longer works.")
        return redirect("people_of_agency", code=invitation.agency_code)
    return render(request, "accounts/withdraw_invitation.html", {"invitation": invitation})


@require_safe
def person(request: HttpRequest, reference: str) -> HttpResponse:
    """One person: their roles in the agencies that I look after."""
    by = asking(request)
    found = selectors.person_managed(by, reference)
    context = {
        "person": found,
        "roles": selectors.roles_of(by, found),
        "ended": selectors.roles_of(by, found, ended=True),
        "has_second_factor": has_second_factor(found),
        "agencies": selectors.agencies_to_choose_from(by),
        "is_me": found.pk == by.pk,
    }
    return render(request, "accounts/person.html", context)


@GET_AND_POST
def give_role(request: HttpRequest, reference: str, code: str) -> HttpResponse:
    """Give a person a further role in an agency."""
    by = asking(request)
    found, agency = selectors.person_managed(by, reference), selectors.agency_managed(by, code)
    teams = selectors.teams_of(agency)
    form = GiveRoleForm(
        posted(request),
        roles=selectors.roles_that_may_be_given(by, with_teams=bool(teams)),
        teams=teams,
        seats=selectors.is_administrator(by),
    )
    if form.is_valid() and _given(form, by, found, agency, teams):
        messages.success(request, f"{found.name} has the new role from today.")
        return redirect("person", reference=found.reference)
    return _page(request, "accounts/give_role.html", form, {"person": found, "agency": agency})


@GET_AND_POST
def end_role(request: HttpRequest, holding_id: int) -> HttpResponse:
    """End a role now or on a later day."""
    by = asking(request)
    holding = selectors.role_managed(by, holding_id)
    form = EndRoleForm(posted(request))
    if form.is_valid() and _ended(form, by, holding_id):
        messages.success(request, f"{holding.person_name}: the role {holding.role} ends as you said.")
        return redirect("person", reference=holding.person_reference)
    return _page(request, "accounts/end_role.html", form, {"holding": holding})


@GET_AND_POST
def confirm_role(request: HttpRequest, holding_id: int) -> HttpResponse:
    """Ask, then confirm for another half year that somebody works in a role."""
    holding = selectors.role_managed(asking(request), holding_id)
    if request.method == "POST":
        services.confirm_holding(by=asking(request), holding_id=holding_id)
        messages.success(request, f"{holding.person_name} is confirmed in this role for half a year.")
        return redirect("person", reference=holding.person_reference)
    return render(request, "accounts/confirm_role.html", {"holding": holding})


@GET_AND_POST
def reset_second_factor(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask, then remove a lost second factor."""
    by = asking(request)
    found = selectors.person_managed(by, reference)
    if request.method == "POST":
        services.reset_second_factor(by=by, person=found)
        messages.success(request, f"{found.name} sets up a new second factor when they next sign in.")
        return redirect("person", reference=reference)
    return render(request, "accounts/reset_second_factor.html", {"person": found})


def _page(request: HttpRequest, template: str, form: PortalForm, context: dict[str, object]) -> HttpResponse:
    return render(request, template, {"form": form, **context}, status=422 if form.is_bound else 200)


def _team(form: PortalForm, teams: list[Team]) -> Team | None:
    chosen = form.cleaned_data.get("team")
    return next((team for team in teams if team.code == chosen), None)


def _refusal(form: PortalForm, refused: Refused) -> bool:
    form.refuse(refused)
    return False


def _invited(form: PortalForm, by: Person, agency: Agency, teams: list[Team]) -> bool:
    answers = form.cleaned_data
    try:
        invitations.invite(
            by=by, agency=agency, email=answers["email"], name=answers["name"], role=answers["role"], team=_team(form, teams)
        )
    except Refused as refused:
        return _refusal(form, refused)
    return True


def _given(form: PortalForm, by: Person, person: Person, agency: Agency, teams: list[Team]) -> bool:
    answers = form.cleaned_data
    try:
        services.give_role(
            by=by, person=person, agency=agency, role=answers["role"], team=_team(form, teams), seat=answers.get("seat") or ""
        )
    except Refused as refused:
        return _refusal(form, refused)
    return True


def _ended(form: PortalForm, by: Person, holding_id: int) -> bool:
    answers = form.cleaned_data
    try:
        if answers["when"] == "now":
            services.end_role(by=by, holding_id=holding_id, reason=answers["reason"] or "")
        else:
            services.end_role_on(by=by, holding_id=holding_id, last_day=answers["last_day"])
    except Refused as refused:
        return _refusal(form, refused)
    return True
