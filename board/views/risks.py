"""The risk register: as it stood on a day, one risk, and what is done with it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.risks import CloseRiskForm, NewRiskForm, ReopenRiskForm, RiskForm, ScoreForm
from board.models import Risk
from board.presenters.risks import (
    history_rows,
    kept_risk,
    kept_score,
    owner_words,
    risk_picture,
    risk_rows,
    risk_table,
    score_tag,
    stored_risk,
)
from board.selectors.challenges import agencies_to_name
from board.selectors.risks import closed_risks, register_on, reopenings_of, risk_for, score_after, score_before, scores_of
from board.services import risks as services
from board.views.days import day_asked
from foundation import clock
from foundation.design import words
from foundation.design.forms import PortalForm
from foundation.exports import xlsx_download
from foundation.versions import posted_version


@require_GET
def risks(request: HttpRequest) -> HttpResponse:
    """The register of a day as a picture and as a list."""
    day, form = day_asked(request)
    register = register_on(asking(request), day)
    context = {
        "day": day,
        "day_form": form,
        "today": day == clock.today(),
        "rows": risk_rows(register),
        "picture": risk_picture(register, words.date(day)),
        "closed": closed_risks(asking(request)),
    }
    return render(request, "board/risks.html", context)


@require_GET
def risks_export(request: HttpRequest) -> HttpResponse:
    """The register of a day as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    day, _form = day_asked(request)
    return xlsx_download(risk_table(register_on(asking(request), day), words.date(day)))


@require_GET
def risk(request: HttpRequest, reference: str) -> HttpResponse:
    """One risk with every score it had."""
    found = risk_for(asking(request), reference)
    scores = scores_of(found)
    context = {
        "risk": found,
        "owner": owner_words(found),
        "before": score_tag(score_before(scores[-1])),
        "after": score_tag(score_after(scores[-1])),
        "history": history_rows(scores),
        "reopenings": reopenings_of(found),
        "late": found.closed_on is None and found.review_due_on < clock.today(),
    }
    return render(request, "board/risk.html", context)


@require_http_methods(["GET", "POST"])
def new_risk(request: HttpRequest) -> HttpResponse:
    """Open a risk."""
    form = NewRiskForm(request.POST or None, agencies=agencies_to_name(), initial={"scored_on": clock.today()})
    said, heading, button = "The risk is in the register.", "Open a risk", "Save the risk"
    back = reverse("board:risks")
    return filled_in(
        request, form, services.open_risk, back_url=back, said=said, heading=heading, button_text=button, caption="Risk register"
    )


def _of_risk(request: HttpRequest, found: Risk, form: PortalForm, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(reference=found.reference, version=version, **given), said=said, caption=found.title,
        back_url=reverse("board:risk", args=[found.reference]), version=found.version,
        stored=stored_risk(found, scores_of(found)), **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_risk(request: HttpRequest, reference: str) -> HttpResponse:
    """Say anew what a risk is."""
    found = risk_for(asking(request), reference)
    form = RiskForm(request.POST or None, agencies=agencies_to_name(found.agency), initial=kept_risk(found))
    said, heading = "The risk has been saved.", "Change the risk"
    return _of_risk(request, found, form, services.change_risk, said, heading=heading, button_text="Save the risk")


@require_http_methods(["GET", "POST"])
def review_risk(request: HttpRequest, reference: str) -> HttpResponse:
    """Score a risk again."""
    found = risk_for(asking(request), reference)
    kept = {**kept_score(scores_of(found)[-1]), "scored_on": clock.today()}
    form = ScoreForm(request.POST or None, initial=kept)
    said, heading = "The scores have been saved.", "Score the risk again"
    return _of_risk(request, found, form, services.review_risk, said, heading=heading, button_text="Save the scores")


@require_http_methods(["GET", "POST"])
def close_risk(request: HttpRequest, reference: str) -> HttpResponse:
    """Close a risk."""
    found = risk_for(asking(request), reference)
    form = CloseRiskForm(request.POST or None, initial={"closed_on": clock.today()})
    said, heading = "The risk is closed.", "Close the risk"
    return _of_risk(request, found, form, services.close_risk, said, heading=heading, button_text="Close the risk")


@require_http_methods(["GET", "POST"])
def reopen_risk(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a closed risk again."""
    found = risk_for(asking(request), reference)
    form = ReopenRiskForm(request.POST or None, initial={"reopened_on": clock.today()})
    said, heading = "The risk is open again. Score it again if its scores have changed.", "Open the risk again"
    return _of_risk(request, found, form, services.reopen_risk, said, heading=heading, button_text="Open it again")
