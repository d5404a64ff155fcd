"""Desks in the browser: a chair's, an agency lead's, and the scrutiny panel's."""

from collections.abc import Sequence
from datetime import date, timedelta
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.models import Person
from foundation import clock
from protection.forms.desks import PanelCaseForm, PanelFilterForm, PanelForm
from protection.models import PanelCase, ScrutinyPanel
from protection.presenters.desks import (
    DRIFT,
    ESCALATED,
    LATE,
    LOOK,
    agencys_numbers,
    agencys_rows,
    chairs_page,
    panel_cases,
    panel_rows,
    week_of,
)
from protection.presenters.families import filter_chips
from protection.presenters.lists import AGENCY, tabs
from protection.rules import kinds
from protection.selectors.arranging import diaries
from protection.selectors.conferences import ChairsDesk, agencys_conferences, chairs
from protection.selectors.desks import drifting, taken_part
from protection.selectors.panel import PanelFilter, case_on, cases_of, opened_by, panel_for, panels
from protection.services.panel import discuss_in_panel, list_for_panel, record_panel
from work.views.acting import Case, CaseAct, case_acted

WEEK, FRIDAY = timedelta(days=7), timedelta(days=4)
BACK, AHEAD, WINDOW = timedelta(days=365), timedelta(days=92), timedelta(days=28)


@require_GET
def chairs_desk(request: HttpRequest) -> HttpResponse:
    """A chair's caseload, diary, what is overdue, drift, dissent and participation; of the plans twenty-five at a time."""
    person, here = asking(request), reverse("protection:chairs_desk")
    desk, after = ChairsDesk(person), request.GET.get("after", "")
    drift = drifting(desk.plans)
    narrowed = {
        LOOK: list(desk.looks),
        LATE: [plan.pk for plan in desk.overdue],
        DRIFT: list(drift),
        ESCALATED: list(desk.escalated),
    }
    shown = request.GET.get("show", "") if request.GET.get("show", "") in narrowed else ""
    page = desk.page_of_plans(narrowed.get(shown), after)
    children = {plan.child.reference for plan in page.rows} | {row.decided.child.reference for row in desk.dissents}
    for one in (*desk.diary, *desk.to_approve):
        children |= {row.child.reference for row in one.children.all()}
    log_look(by=person, action=Action.VIEW, route="protection:chairs_desk", record_kind="plans", children=sorted(children))
    query = {"show": shown} if shown else {}
    context = {
        **chairs_page(desk, page.rows, drift, taken_part(person), shown),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}#plans" if page.next_key else "",
        "first_url": f"{here}?{urlencode(query)}#plans" if after else "",
    }
    return render(request, "protection/desk_chair.html", context)


@require_GET
def chairs_diaries(request: HttpRequest) -> HttpResponse:
    """When each chair is taken in one week: times and kinds of conferences, nothing of a child."""
    asking(request)
    today, here = clock.today(), reverse("protection:chairs_diaries")
    monday = _week(request.GET.get("week", ""), today)
    before, after = monday - WEEK, monday + WEEK
    context = {
        "days": week_of(diaries(chairs(), monday, monday + FRIDAY), monday),
        "monday": monday,
        "friday": monday + FRIDAY,
        "before_url": f"{here}?week={before}" if before >= today - BACK else "",
        "after_url": f"{here}?week={after}" if after <= today + BACK else "",
    }
    return render(request, "protection/desk_diaries.html", context)


def _week(text: str, today: date) -> date:
    """The Monday of the week that an address names, within a year of today; otherwise of this one."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = today
    day = day if abs(day - today) <= BACK else today
    return day - timedelta(days=day.weekday())


@require_GET
def agencys_desk(request: HttpRequest) -> HttpResponse:
    """For an agency's lead: what is to come, soonest first, or four weeks of the past year, newest first; no child is named."""
    person, today, here = asking(request), clock.today(), reverse("protection:agencys_conferences")
    until = _past_day(request.GET.get("until", ""), today)
    first, last = (until - WINDOW, until) if until else (today, today + AHEAD)
    found = agencys_conferences(person, first, last)
    earlier = (first if until else today) - timedelta(days=1)
    context = {
        "rows": agencys_rows(found[::-1] if until else found),
        "numbers": agencys_numbers(found),
        "tabs": tabs(AGENCY, role_codes(person)),
        "first": first if until else None,
        "last": last,
        "next_url": f"{here}?until={earlier}" if earlier >= today - BACK else "",
        "first_url": here if until else "",
    }
    return render(request, "protection/desk_agency.html", context)


def _past_day(text: str, today: date) -> date | None:
    """A day of the past year as an address gives it; none for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if today - BACK <= day < today else None


@require_GET
def panel_list(request: HttpRequest) -> HttpResponse:
    """The monthly lists of the scrutiny panel."""
    context = {"rows": panel_rows(panels(asking(request))[:24]), "month": f"{clock.today():%B %Y}"}
    return render(request, "protection/desk_panels.html", context)


@require_POST
def panel_listed(request: HttpRequest) -> HttpResponse:
    """Make the list of this month, or add what has come up since."""
    made = list_for_panel(by=asking(request), month=clock.today())
    messages.success(request, "The list is made. Plans that have come up since are added when it is made again.")
    return redirect("protection:panel", reference=made.reference)


def _look(request: HttpRequest, found: ScrutinyPanel, rows: Sequence[PanelCase]) -> None:
    match = request.resolver_match
    log_look(
        by=asking(request),
        action=Action.VIEW,
        route=match.view_name if match else "",
        record_kind=kinds.PANEL,
        record_reference=found.reference,
        children=[row.plan.child.reference for row in rows],
    )


@require_GET
def panel(request: HttpRequest, reference: str) -> HttpResponse:
    """The plans on one list, those that the person may see; the longest first, twenty-five at a time."""
    person = asking(request)
    found, url = panel_for(person, reference), reverse("protection:panel", args=[reference])
    form = PanelFilterForm(request.GET)
    form.is_valid()
    query = {name: str(value) for name, value in form.cleaned_data.items() if value}
    page = cases_of(person, found, PanelFilter(**query), request.GET.get("after", ""))
    _look(request, found, page.rows)
    context = {
        "panel": found,
        "month": f"{found.month:%B %Y}",
        "rows": panel_cases(found, page.rows, opened_by(person, page.rows)),
        "filter_form": form,
        "chips": filter_chips(form, query, url),
        "clear_url": url,
        "narrowed": bool(query),
        "next_url": f"?{urlencode({**query, 'after': page.next_key})}" if page.next_key else "",
        "first_url": f"{url}?{urlencode(query)}" if request.GET.get("after") else "",
    }
    return render(request, "protection/desk_panel.html", context)


def _case(person: Person, reference: str, case: int = 0) -> Case:
    found = panel_for(person, reference)
    row = case_on(person, found, case) if case else None
    name = row.plan.child.full_name if row else f"{found.month:%B %Y}"
    children = [row.plan.child.reference] if row else []
    version = row.version if row else found.version
    return Case(kinds.PANEL, reference, version, name, reverse("protection:panel", args=[reference]), children)


@require_http_methods(["GET", "POST"])
def panel_met(request: HttpRequest, reference: str) -> HttpResponse:
    """Record when the panel met and who took part."""
    person = asking(request)
    found = panel_for(person, reference)
    form = PanelForm(request.POST or None, initial={"held_on": found.held_on, "attended": found.attended})
    act = CaseAct(
        "The panel has met",
        "Save",
        form,
        lambda version: record_panel(by=person, month=found.month, version=version, **form.cleaned_data),
        "It is recorded when the panel met.",
    )
    return case_acted(request, lambda: _case(person, reference), act)


@require_http_methods(["GET", "POST"])
def panel_case(request: HttpRequest, reference: str, case: int) -> HttpResponse:
    """Record what the panel decided of one plan."""
    person = asking(request)
    row = case_on(person, panel_for(person, reference), case)
    names = ("discussion", "decision", "drift_reason", "actions", "next_on")
    initial = {**{name: getattr(row, name) for name in names}, "presented_by": row.presented_by_name}
    form = PanelCaseForm(request.POST or None, initial=initial)
    act = CaseAct(
        "What did the panel decide?",
        "Save",
        form,
        lambda version: discuss_in_panel(
            by=person,
            case_id=case,
            version=version,
            next_on=form.cleaned_data["next_on"],
            **{name: value or "" for name, value in form.cleaned_data.items() if name != "next_on"},
        ),
        "The decision of the panel is recorded.",
    )
    return case_acted(request, lambda: _case(person, reference, case), act)
