"""Actions: the list, one of them, and what is done with it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.actions import (
    ActionFilterForm,
    DescribeForm,
    OverruleForm,
    RatedOnForm,
    ReopenForm,
    RescheduleForm,
    WithdrawForm,
)
from board.forms.judging import UpdateForm
from board.presenters.actions import (
    AS_AT,
    action_numbers,
    action_page,
    address_of,
    chased_words,
    evidence_rows,
    filter_chips,
    list_rows,
    overruled_now,
    spreadsheet,
)
from board.presenters.business_plan import objective_links
from board.presenters.challenges import challenge_links
from board.presenters.ratings import rated_words, rating_strip
from board.presenters.recommendations import recommendation_links
from board.presenters.themes import theme_links
from board.selectors.actions import ActionFilter, action_for, count_actions, exported_actions, list_actions, plans_with_actions
from board.selectors.business_plan import objectives_of_action
from board.selectors.challenges import challenges_behind
from board.selectors.owners import co_owners_of
from board.selectors.ratings import rated_on, spells_of, strip_days, with_ratings
from board.selectors.recommendations import answered_by
from board.selectors.themes import agencies_and_themes, themes_of
from board.selectors.written import chases_of, evidence_of, history_of, updates_of
from board.services.actions import describe_action, overrule_rating, reopen, reschedule, withdraw
from board.services.chasing import chase
from board.services.progress import write_update
from board.views.action_forms import about_action
from foundation.errors import Conflict, Refused
from foundation.exports import xlsx_download
from foundation.versions import posted_version

LIST = "board.actions"
"""Where the session keeps which filters and page of the list were seen last, for the way back to it."""


def _filter(request: HttpRequest) -> tuple[ActionFilter, ActionFilterForm]:
    person = asking(request)
    agencies, themes = agencies_and_themes(person)
    form = ActionFilterForm(request.GET, agencies=agencies, plans=plans_with_actions(person), themes=themes)
    form.is_valid()
    given = {name: value for name, value in form.cleaned_data.items() if value}
    return ActionFilter(**{"state": "open", **given}), form


def _query(request: HttpRequest, form: ActionFilterForm) -> dict[str, Any]:
    """The filters in use, as they stand in an address."""
    given = {name: value for name, value in form.cleaned_data.items() if value}
    return {name: value if isinstance(value, date) else str(request.GET[name]) for name, value in given.items()}


@require_GET
def actions(request: HttpRequest) -> HttpResponse:
    """Every action that the person may see, fifty at a time, with how many stand at which rating."""
    wanted, form = _filter(request)
    person = asking(request)
    page = list_actions(person, wanted, request.GET.get("after", ""))
    rows = list_rows(page.rows)
    query, day = _query(request, form), wanted.past_day
    after = request.GET.get("after", "")
    here = address_of({**query, "after": after} if after else query)
    if request.session.get(LIST) != here:
        request.session[LIST] = here
    context = {
        "rows": rows,
        "chasable": sum(row["can_be_chased"] for row in rows),
        "numbers": action_numbers(count_actions(person, day), day),
        "day": day,
        "day_query": address_of({"as_at": day}) if day else "",
        "as_at_words": AS_AT,
        "finished_url": f"?{address_of({**query, 'state': 'all'})}" if wanted.state == "open" else "",
        "filter_form": form,
        "chips": filter_chips(form, query, reverse("board:actions")),
        "clear_url": reverse("board:actions"),
        "next_url": f"?{address_of({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"?{address_of(query)}" if after else "",
        "query": address_of(query),
        "here": here,
        "narrowed": bool(query),
        "page_has_errors": form.is_refused,
    }
    return render(request, "board/actions.html", context)


@require_GET
def actions_export(request: HttpRequest) -> HttpResponse:
    """The same list, whole, as a spreadsheet; with a day that cannot be asked for, back to the list, which says why."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    wanted, form = _filter(request)
    if form.is_refused:
        return redirect(_list_url(request.GET.urlencode()))
    return xlsx_download(spreadsheet(exported_actions(asking(request), wanted), wanted.past_day))


@require_POST
def chase_owners(request: HttpRequest) -> HttpResponse:
    """Ask the owners of the ticked actions how they stand, or of all that the page showed."""
    references = request.POST.getlist("shown" if "all" in request.POST else "action")
    asked = chase(by=asking(request), references=references)
    if asked.actions:
        messages.success(request, chased_words(asked))
    elif references:
        messages.warning(
            request,
            "Nobody was asked: these actions are finished, nobody with an account answers for them, or it was asked today.",
        )
    else:
        messages.warning(request, "Tick the actions whose owners you want to ask, then press the button again.")
    if "page" in request.POST and references:
        return redirect("board:action", action_for(asking(request), references[0]).reference)
    return redirect(_list_url(request.POST.get("query", "")))


def _list_url(query: str) -> str:
    return reverse("board:actions") + (f"?{query}" if query else "")


@require_GET
def action(request: HttpRequest, reference: str) -> HttpResponse:
    """One action: what, who, by when, how it stands, and all that was written about it."""
    person = asking(request)
    found = action_for(person, reference)
    spells = spells_of([found])[found.pk]
    day_form = RatedOnForm(request.GET if "on-day" in request.GET else None)
    day = day_form.cleaned_data["on"] if day_form.is_bound and day_form.is_valid() else None
    context = {
        **action_page(
            person,
            found,
            with_ratings(found, spells, updates_of(found)),
            chases_of(found),
            history_of(found),
            co_owners_of(found),
        ),
        "strip": rating_strip(found.number, {one: rated_on(found, spells, one) or "" for one in strip_days(found)}),
        "day_form": day_form,
        "rated_words": rated_words(rated_on(found, spells, day), day) if day else "",
        "evidence": evidence_rows(evidence_of(found)),
        "themes": theme_links(themes_of(found)),
        "answered": recommendation_links(answered_by(found)),
        "challenges": challenge_links(challenges_behind(person, found)),
        "objectives": objective_links(objectives_of_action(found)),
        "list_url": _list_url(request.session.get(LIST, "")),
    }
    return render(request, "board/action.html", context)


@require_http_methods(["GET", "POST"])
def update_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Write a progress note."""
    person = asking(request)
    found = action_for(person, reference)
    form = UpdateForm(request.POST or None, request.FILES or None, initial={"recovery_plan": found.recovery_plan})
    version = request.POST.get("version", str(found.version))
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            write_update(by=person, reference=reference, version=posted_version(version), **form.cleaned_data)
        except Conflict as conflict:
            form.refuse(conflict)
            status = 409
        except Refused as refused:
            form.refuse(refused)
            status = 422
        else:
            messages.success(request, "Your note has been saved.")
            return redirect("board:action", reference=reference)
    elif request.method == "POST":
        status = 422
    context = {
        "form": form,
        "heading": "Write a progress note",
        "button_text": "Save the note",
        "back_url": reverse("board:action", args=[reference]),
        "action": action_for(person, reference),
        "latest": updates_of(found)[:1],
        "conflict": status == 409,
        "version": version if status == 422 else found.version,
    }
    return render(request, "board/action_form.html", context, status=status)


@require_http_methods(["GET", "POST"])
def reschedule_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Agree a new date."""
    form = RescheduleForm(request.POST or None)
    return about_action(
        request, reference, form, lambda **given: reschedule(reference=reference, **given), heading="Agree a new date",
        button="Save the date", said="The new date has been saved. The first date stays on record.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def overrule_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Give the action a rating other than the rule's."""
    form = OverruleForm(request.POST or None, initial=overruled_now(action_for(asking(request), reference)))
    return about_action(
        request, reference, form, lambda **given: overrule_rating(reference=reference, **given), heading="Change the rating",
        button="Save the rating", said="The rating has been saved.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def describe_action_of_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Say who agreed an action, and why it matters."""
    found = action_for(asking(request), reference)
    form = DescribeForm(request.POST or None, initial={"why": found.why, "agreement": found.agreement})
    version = posted_version(request.POST.get("version", ""))
    return about_action(
        request, reference, form, lambda **given: describe_action(reference=reference, version=version, **given),
        heading="Who agreed it, and why it matters", button="Save", said="What you wrote has been saved.", version=found.version,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def withdraw_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Withdraw an action: nobody needs to do it."""
    form = WithdrawForm(request.POST or None)
    return about_action(
        request, reference, form, lambda **given: withdraw(reference=reference, **given), heading="Withdraw the action",
        button="Withdraw it", said="The action has been withdrawn.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def reopen_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Open a done action again."""
    form = ReopenForm(request.POST or None)
    return about_action(
        request, reference, form, lambda **given: reopen(reference=reference, **given), heading="Open the action again",
        button="Open it again", said="The action is open again.",
    )  # fmt: skip
