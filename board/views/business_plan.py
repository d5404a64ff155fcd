"""The business plan of a year: the plan on a page, what we said and what we have done, agreeing and closing it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.forms.business_plan import (
    FIGURES,
    AgreeForm,
    NewBusinessPlanForm,
    NewObjectiveForm,
    NewPriorityForm,
    PriorityForm,
    TitleForm,
)
from board.forms.structure import DayForm
from board.models import BusinessPlan
from board.presenters.business_plan import agreed_words, day_rows, plan_rows, plan_strip, plan_tables, priority_rows, said_rows
from board.selectors import business_plan as chosen
from board.selectors.business_plan_day import ratings_on, year_plan_on
from board.selectors.challenges import agencies_to_name
from board.selectors.structure import open_groups
from board.services import business_plan as services
from board.services import objectives
from board.views.days import day_asked
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.exports import xlsx_download
from foundation.versions import posted_version


def _back(year: str) -> str:
    return reverse("board:business_plan", args=[year])


@require_GET
def business_plans(request: HttpRequest) -> HttpResponse:
    """The plans of all years, with the positions that are missing."""
    return render(request, "board/business_plans.html", {"rows": plan_rows(chosen.business_plans())})


@require_GET
def business_plan(request: HttpRequest, year: str) -> HttpResponse:
    """The plan on a page: priorities, objectives, and how each was rated at the end of each quarter."""
    plan = chosen.business_plan_for(year)
    day, day_form = day_asked(request)
    if day < clock.today():
        return _plan_of_a_day(request, plan, day, day_form)
    whole = chosen.year_plan(plan)
    is_over = FinancialYear.from_label(year).end < clock.today()
    context = {
        "plan": plan,
        "day_form": day_form,
        "agreed": agreed_words(plan),
        "priorities": priority_rows(whole, chosen.actions_of_plan(asking(request), plan)),
        "strip": plan_strip(whole),
        "missing": chosen.missing_positions([plan]).get(plan.pk, ()),
        "undecided": chosen.undecided_in(whole) if is_over and plan.state != BusinessPlan.State.CLOSED else (),
        "open": plan.state != BusinessPlan.State.CLOSED,
        "is_over": is_over,
        "has_objectives": bool(whole.standings),
        "little": len(chosen.little_progress(whole)),
    }
    return render(request, "board/business_plan.html", context)


def _plan_of_a_day(request: HttpRequest, plan: BusinessPlan, day: date, day_form: DayForm) -> HttpResponse:
    """The plan as it stood at the end of a past day, to be read."""
    title = plan.title
    whole = year_plan_on(plan, day)
    context = {
        "plan": plan,
        "title": whole.plan.title if whole else title,
        "agreed": agreed_words(plan) if whole else "",
        "day": day,
        "day_form": day_form,
        "was_there": whole is not None,
        "priorities": day_rows(whole, ratings_on(asking(request), plan, day), day) if whole else [],
        "strip": plan_strip(whole) if whole else None,
    }
    return render(request, "board/business_plan_day.html", context)


@require_GET
def business_plan_export(request: HttpRequest, year: str) -> HttpResponse:
    """The plan as a spreadsheet; of the actions those that the person may see."""
    person = asking(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    plan = chosen.business_plan_for(year)
    return xlsx_download(*plan_tables(chosen.year_plan(plan), chosen.actions_by_objective(person, plan)))


@require_GET
def said_and_done(request: HttpRequest, year: str) -> HttpResponse:
    """What we said and what we have done, and what has made little or no progress."""
    plan = chosen.business_plan_for(year)
    whole = chosen.year_plan(plan)
    context = {"plan": plan, "rows": said_rows(whole.standings), "little": said_rows(chosen.little_progress(whole))}
    return render(request, "board/said_and_done.html", context)


@require_http_methods(["GET", "POST"])
def new_business_plan(request: HttpRequest) -> HttpResponse:
    """Open the draft of a year's plan."""
    this_year = FinancialYear.of(clock.today())
    years = (this_year.following(), this_year, this_year.previous(), this_year.previous().previous())
    form = NewBusinessPlanForm(request.POST or None, years=[(one.label, one.label) for one in years])

    def do(*, by: Any, year: str, title: str) -> BusinessPlan:
        return services.open_business_plan(by=by, year=FinancialYear.from_label(year), title=title)

    return filled_in(
        request, form, do, back_url=reverse("board:business_plans"), said="The draft has been opened. Write its priorities.",
        heading="Open a business plan", button_text="Open the draft", caption="Business plans",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_business_plan(request: HttpRequest, year: str) -> HttpResponse:
    """Give a plan another title."""
    plan = chosen.business_plan_for(year)
    form = TitleForm(request.POST or None, initial={"title": plan.title})
    return _of_plan(request, plan, form, services.change_business_plan, "The title has been saved.", "Change the title", "Save")


def _of_plan(request: HttpRequest, plan: BusinessPlan, form: Any, do: Any, said: str, heading: str, button: str) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(year=plan.year, version=version, **given), back_url=_back(plan.year), said=said,
        heading=heading, button_text=button, caption=plan.title, version=plan.version,
        stored=[{"key": "Title", "value": plan.title}, {"key": "State", "value": plan.get_state_display()}],
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def agree_business_plan(request: HttpRequest, year: str) -> HttpResponse:
    """Agree the plan as it was read."""
    plan = chosen.business_plan_for(year)
    form = AgreeForm(request.POST or None, meetings=chosen.meetings_to_agree_at(asking(request)))
    said, heading = f"The plan of {plan.year} is agreed.", "When was the plan agreed?"
    return _of_plan(request, plan, form, services.agree_business_plan, said, heading, "Agree the plan")


@require_POST
def close_business_plan(request: HttpRequest, year: str) -> HttpResponse:
    """Close a year; what is to be carried over goes on in the next one."""
    plan = chosen.business_plan_for(year)
    version = posted_version(request.POST.get("version", ""))
    try:
        services.close_business_plan(by=asking(request), year=plan.year, version=version)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"The plan of {plan.year} is closed. What was carried over goes on in the next year.")
    return redirect("board:business_plan", year=plan.year)


@require_http_methods(["GET", "POST"])
def set_priority(request: HttpRequest, year: str) -> HttpResponse:
    """Write a new priority, or say anew the one that the address names."""
    plan = chosen.business_plan_for(year)
    found = chosen.priority_of(plan, posted_version(request.GET.get("number", "")))
    page: dict[str, Any] = {"back_url": _back(year), "said": "The priority has been saved.", "caption": plan.title}
    if found is None:
        form: PriorityForm = NewPriorityForm(request.POST or None, initial={"number": chosen.next_priority(plan)})
        return filled_in(
            request, form, lambda **given: objectives.set_priority(year=year, **given), heading="Add a priority",
            button_text="Save the priority", **page,
        )  # fmt: skip
    form = PriorityForm(request.POST or None, initial={"title": found.title, "why": found.why})
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form,
        lambda **given: objectives.set_priority(year=year, number=found.number, version=version, **given),
        heading=f"Priority {found.number}", button_text="Save the priority", version=found.version,
        stored=[{"key": "Priority", "value": found.title}, {"key": "Why", "value": found.why}], **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_objective(request: HttpRequest, year: str) -> HttpResponse:
    """Add an objective to a priority."""
    plan = chosen.business_plan_for(year)
    form = NewObjectiveForm(
        request.POST or None,
        agencies=agencies_to_name(),
        groups=open_groups(clock.today()),
        figures=chosen.figures_to_choose(),
        priorities=[(str(one.number), f"{one.number}. {one.title}") for one in chosen.priorities_of(plan)],
        initial={"priority": request.GET.get("priority", "")},
    )

    def do(**given: Any) -> object:
        return objectives.add_objective(year=year, priority=int(given.pop("priority")), **with_figures(given))

    return filled_in(
        request, form, do, back_url=_back(year), said="The objective has been added.", heading="Add an objective",
        button_text="Add the objective", caption=plan.title,
    )  # fmt: skip


def with_figures(given: dict[str, Any]) -> dict[str, Any]:
    """What was filled in, with the figures of the three questions together."""
    rest = {name: value for name, value in given.items() if name not in FIGURES}
    return {**rest, "figures": [given[name] for name in FIGURES if given.get(name)]}
