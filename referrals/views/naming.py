"""Naming people of another team on a restricted contact, so that its case can move."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from referrals.forms.mash import NameForMoveForm
from referrals.presenters.mash import heading
from referrals.selectors.contacts import contact_for
from referrals.selectors.naming import people_to_name, teams_to_name, who_can_accept
from referrals.services import name_for_move
from referrals.views.acts import Act, acted, log_contact

EXPLANATION = (
    "Those whom you name see this contact and the other children of its form. Nobody else of their team does: the restriction "
    "stands. When the case has moved, people of the team that had it are no longer named."
)


@require_http_methods(["GET", "POST"])
def naming(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose the team, then its people."""
    person = asking(request)
    contact = contact_for(person, reference)
    teams = teams_to_name()
    team = next((one for one in teams if one.code == request.GET.get("team")), None)
    if team is None:
        log_contact(request, contact)
        here = reverse("referrals:name_for_move", args=[reference])
        context = {
            **heading(contact),
            "teams": [{"text": f"{one.name}, {one.agency.name}", "href": f"{here}?team={one.code}"} for one in teams],
            "back_url": reverse("referrals:contact", args=[reference]),
        }
        return render(request, "referrals/mash/name_team.html", context)
    accepts = {one.pk for one in who_can_accept(team)}
    choices = [
        (one.reference, f"{one.name} (can accept the case)" if one.pk in accepts else one.name) for one in people_to_name(team)
    ]
    form = NameForMoveForm(request.POST or None, people=choices)
    act = Act(
        f"Name people of {team.name}",
        "Name them",
        form,
        lambda version: name_for_move(by=person, reference=reference, version=version, team=team.code, **form.cleaned_data),
        f"They see this contact now. Its case can be offered to {team.name}.",
        context={"explanation": EXPLANATION},
    )
    return acted(request, contact, act)
