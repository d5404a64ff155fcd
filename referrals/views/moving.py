"""Moving a case to another social work team."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from accounts.asking import asking
from referrals.forms.episodes import MoveForm
from referrals.selectors.episodes import episode_for, teams_to_move_to
from referrals.services import offer_episode
from referrals.views.episodes import episode_reader
from work.views.acting import CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def offering(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer the case to another team."""
    person = asking(request)
    found = episode_for(person, reference)
    form = MoveForm(request.POST or None, teams=[(team.code, team.name) for team in teams_to_move_to(found)])
    act = CaseAct(
        "Move the case to another team",
        "Offer it",
        form,
        lambda version: offer_episode(by=person, reference=reference, version=version, **form.cleaned_data),
        "The case has been offered. It stays with your team until the other one accepts it in its inbox.",
        explanation="When the other team accepts, its manager allocates the case, and your team no longer sees it.",
    )
    return case_acted(request, episode_reader(request, reference), act)
