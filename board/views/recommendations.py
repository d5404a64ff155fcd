"""Recommendations: the list, one of them, and what is done with it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.recommendations import (
    AnsweringForm,
    AnsweringPlanForm,
    ChangeForm,
    RecommendationFilterForm,
    RecommendationForm,
    RespondForm,
)
from board.kinds import what_is_behind
from board.models import Recommendation
from board.presenters.actions import filter_chips
from board.presenters.recommendations import (
    TONES,
    answering_rows,
    far_words,
    is_flagged,
    judgement_rows,
    kept_in,
    led_by,
    recommendation_entries,
    recommendation_rows,
)
from board.presenters.themes import theme_links
from board.selectors.actions import agencies_that_lead, plan_for
from board.selectors.recommendations import (
    RecommendationFilter,
    actions_that_answer,
    actions_to_answer_with,
    agencies_that_lead_one,
    all_done_since,
    events_of,
    how_far,
    judgements_of,
    list_recommendations,
    plans_to_answer_with,
    recommendation_for,
    themes_of_recommendation,
    without_action,
    words_of,
)
from board.selectors.structure import open_groups
from board.selectors.themes import themes_in_lists, themes_to_choose
from board.services import recommendations as services
from board.services.changing import judge_change
from foundation import clock
from foundation.design.forms import PortalForm
from foundation.versions import posted_version


@require_GET
def recommendations(request: HttpRequest) -> HttpResponse:
    """The recommendations that the person may see, newest first, with how far each is."""
    person, after, url = asking(request), request.GET.get("after", ""), reverse("board:recommendations")
    form = RecommendationFilterForm(request.GET, agencies=agencies_that_lead_one(person), themes=themes_in_lists())
    form.is_valid()
    query = {name: str(request.GET[name]) for name, value in form.cleaned_data.items() if value}
    wanted = RecommendationFilter(**{name: value for name, value in form.cleaned_data.items() if value})
    page = list_recommendations(person, wanted, after)
    context = {
        "rows": recommendation_rows(page.rows, how_far(page.rows)),
        "filter_form": form,
        "chips": filter_chips(form, query, url),
        "clear_url": url,
        "narrowed": bool(query),
        "without": without_action(person),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(query)}" if after else "",
    }
    return render(request, "board/recommendations.html", context)


@require_GET
def recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """One recommendation: what, from where, who leads, what the partnership says, and the actions that answer it."""
    person = asking(request)
    found = recommendation_for(person, reference)
    far = how_far([found])[found.pk]
    context = {
        "one": found,
        "led_by": led_by(found),
        "far": far_words(found, far),
        "flagged": is_flagged(found, far),
        "tone": TONES[found.response],
        "refused": found.response == Recommendation.Response.NOT,
        "themes": theme_links(themes_of_recommendation(found), "board:recommendations"),
        "behind": what_is_behind(person, found),
        "rows": answering_rows(actions_that_answer(person, found)),
        "judgements": judgement_rows(judgements_of(found)),
        "all_done": all_done_since(found) is not None,
        "entries": recommendation_entries(events_of(found)),
    }
    return render(request, "board/recommendation.html", context)


def _form(request: HttpRequest, found: Recommendation | None = None) -> RecommendationForm:
    has = [theme.code for theme in themes_of_recommendation(found)] if found else []
    return RecommendationForm(
        request.POST or None,
        agencies=agencies_that_lead(),
        groups=open_groups(clock.today()),
        themes=themes_to_choose(has),
        initial=kept_in(found, has) if found else {"priority": Recommendation.Priority.MEDIUM},
    )


@require_http_methods(["GET", "POST"])
def new_recommendation(request: HttpRequest) -> HttpResponse:
    """Record a recommendation."""
    return filled_in(
        request,
        _form(request),
        services.record_recommendation,
        back_url=reverse("board:recommendations"),
        said="The recommendation has been recorded.",
        heading="Record a recommendation",
        button_text="Record it",
        caption="Recommendations",
    )


def _of_one(
    request: HttpRequest, found: Recommendation, form: PortalForm, do: Callable[..., Any], said: str, heading: str, button: str
) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        form,
        lambda **given: do(reference=found.reference, version=version, **given),
        back_url=reverse("board:recommendation", args=[found.reference]),
        said=said,
        heading=heading,
        button_text=button,
        caption=f"Recommendation {found.number}".strip(),
        version=found.version,
        quoted=found.text,
    )


@require_http_methods(["GET", "POST"])
def change_recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """Put right what was recorded."""
    found = recommendation_for(asking(request), reference)
    said, heading = "The recommendation has been saved.", "Put the recommendation right"
    return _of_one(request, found, _form(request, found), services.change_recommendation, said, heading, "Save")


@require_http_methods(["GET", "POST"])
def respond_to_recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whether the partnership accepts it."""
    found = recommendation_for(asking(request), reference)
    waiting = found.response == Recommendation.Response.WAITING
    kept = {"response": "" if waiting else found.response, "reason": found.response_reason}
    form = RespondForm(request.POST or None, initial=kept)
    said, heading = "The response has been saved.", "What does the partnership say to it?"
    return _of_one(request, found, form, services.respond, said, heading, "Save the response")


@require_http_methods(["GET", "POST"])
def answer_recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """Choose which actions of a plan answer it: the plan first, then its actions."""
    person = asking(request)
    found = recommendation_for(person, reference)
    chosen = request.GET.get("plan", "")
    if not chosen:
        form = AnsweringPlanForm(request.GET if "plan" in request.GET else None, plans=plans_to_answer_with())
        context = {"form": form, "one": found, "back_url": reverse("board:recommendation", args=[reference])}
        return render(request, "board/answering_plan.html", context, status=422 if form.errors else 200)
    plan = plan_for(person, chosen)
    rows = actions_to_answer_with(plan, found)
    choices = [(action.reference, f"{action.number} {action.text}") for action, _already in rows]
    form_of_actions = AnsweringForm(
        request.POST if request.method == "POST" else None,
        actions=choices,
        initial={"actions": [action.reference for action, already in rows if already]},
    )

    def do(**given: Any) -> Recommendation:
        return services.answer_with(plan_reference=chosen, **given)

    return _of_one(request, found, form_of_actions, do, "The actions have been saved.", plan.title, "Save the actions")


@require_http_methods(["GET", "POST"])
def judge_recommendation(request: HttpRequest, reference: str) -> HttpResponse:
    """Say whether it has changed anything."""
    found = recommendation_for(asking(request), reference)
    return filled_in(
        request,
        ChangeForm(request.POST or None),
        lambda **given: judge_change(reference=reference, **given),
        back_url=reverse("board:recommendation", args=[reference]),
        said="What you judged has been saved.",
        heading="Has it changed anything?",
        button_text="Save",
        caption=words_of(found),
    )
