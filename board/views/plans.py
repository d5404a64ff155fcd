"""Action plans."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.actions import ActionForm, PlanDayForm, PlanForm, PlanGroupForm
from board.presenters.actions import AS_AT, address_of, list_rows, plan_rows
from board.presenters.challenges import begun_action
from board.presenters.recommendations import recommendation_links
from board.selectors.actions import ActionFilter, agencies_that_lead, list_actions, open_in, plan_for, plans_for
from board.selectors.challenges import challenge_named
from board.selectors.recommendations import answered_in, recommendations_to_answer
from board.selectors.structure import open_groups
from board.services import plans as services
from board.services.actions import add_action
from foundation import clock
from foundation.errors import Refused


@require_GET
def plans(request: HttpRequest) -> HttpResponse:
    """The plans and how their actions stand, newest first, some at a time."""
    after = request.GET.get("after", "")
    page = plans_for(asking(request), after)
    context = {
        "plans": plan_rows(page.rows),
        "next_url": f"?{urlencode({'after': page.next_key})}" if page.next_key else "",
        "first_url": reverse("board:plans") if after else "",
    }
    return render(request, "board/plans.html", context)


@require_GET
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """One plan with its first fifty actions in order of date."""
    person = asking(request)
    found = plan_for(person, reference)
    day_form = PlanDayForm(request.GET if "as_at-day" in request.GET else None)
    wanted = ActionFilter(plan=reference, as_at=day_form.cleaned_data.get("as_at") if day_form.is_valid() else None)
    page, day = list_actions(person, wanted), wanted.past_day
    all_of_it = {"plan": reference, "state": "all", **({"as_at": day} if day else {})}
    more = f"{reverse('board:actions')}?{address_of(all_of_it)}" if page.next_key else ""
    context = {
        "plan": found,
        "day": day,
        "day_form": day_form,
        "page_has_errors": bool(day_form.errors),
        "as_at_words": AS_AT,
        "rows": list_rows(page.rows),
        "more_url": more,
        "still_open": open_in(found),
        "answered": recommendation_links(answered_in(found)),
    }
    return render(request, "board/plan.html", context)


@require_POST
def close_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Close a plan with nothing open in it."""
    try:
        services.close_plan(by=asking(request), reference=reference)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The plan has been closed.")
    return redirect("board:plan", reference=reference)


@require_POST
def reopen_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a closed plan again."""
    try:
        services.reopen_plan(by=asking(request), reference=reference)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The plan is open again.")
    return redirect("board:plan", reference=reference)


@require_http_methods(["GET", "POST"])
def new_plan(request: HttpRequest) -> HttpResponse:
    """Open a plan."""
    form = PlanForm(request.POST or None, groups=open_groups(clock.today()))
    if request.method == "POST" and form.is_valid():
        try:
            opened = services.open_plan(by=asking(request), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The plan has been opened. Add its first action.")
            return redirect("board:plan", reference=opened.reference)
    context = {"form": form, "heading": "Open an action plan", "button_text": "Open the plan", "back_url": reverse("board:plans")}
    return render(request, "layouts/one_form.html", context, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "POST"])
def hand_to_group(request: HttpRequest, reference: str) -> HttpResponse:
    """Say which group scrutinises a plan."""
    found = plan_for(asking(request), reference)
    kept = {"group": found.group.reference if found.group else ""}
    form = PlanGroupForm(request.POST or None, groups=open_groups(clock.today()), initial=kept)
    return filled_in(
        request,
        form,
        lambda **given: services.hand_plan_to_group(reference=reference, **given),
        back_url=reverse("board:plan", args=[reference]),
        said="The group has been saved.",
        heading="Who scrutinises the plan?",
        button_text="Save the group",
        caption=found.title,
    )


@require_http_methods(["GET", "POST"])
def new_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Add an action to a plan."""
    person = asking(request)
    found = plan_for(person, reference)
    answered = request.GET.get("answers", "")
    made_of = challenge_named(person, request.GET.get("challenge", ""))
    form = ActionForm(
        request.POST or None,
        agencies=agencies_that_lead(),
        recommendations=recommendations_to_answer(also=answered),
        initial={
            "recommendations": [answered] if answered else [],
            "counted_from": found.source_published_on,
            **(begun_action(made_of) if made_of else {}),
        },
    )
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            added = add_action(
                by=person, plan_reference=reference, agency_code=given.pop("agency"), owner_email=given.pop("owner"),
                challenge=made_of.reference if made_of else "", **given,
            )  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, "The action has been added.")
            return redirect("board:action", reference=added.reference)
    context = {
        "form": form,
        "heading": "Add an action",
        "caption": found.title,
        "note": f"It is made of the challenge “{made_of.title}”." if made_of else "",
        "button_text": "Add the action",
        "back_url": reverse("board:challenge", args=[made_of.reference]) if made_of else reverse("board:plan", args=[reference]),
    }
    return render(request, "layouts/one_form.html", context, status=422 if request.method == "POST" else 200)
