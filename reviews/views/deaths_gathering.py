"""Reporting forms, review meetings and panels in the browser."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.design import words
from foundation.errors import Refused
from foundation.pages import page_after
from reviews.forms.deaths import ListForm, MeetingPlanForm, PanelForm
from reviews.forms.deaths_gathering import (
    AskFormForm,
    EvidenceForm,
    FactorForm,
    PanelReviewForm,
    ReportingForm,
    ReviewMeetingForm,
)
from reviews.forms.incidents import AloneForm
from reviews.models import ChildDeath, DeathForm
from reviews.presenters.deaths_gathering import form_page, listed_rows, meeting_rows, panel_rows
from reviews.rules import kinds
from reviews.selectors.deaths import (
    death_case,
    factor_of,
    form_awaited,
    form_by_request,
    form_for,
    listed_for,
    meeting_for,
    meetings_newest_first,
    meetings_of,
    own_form,
    panels,
)
from reviews.selectors.sight import children_behind
from reviews.services import deaths_beside, deaths_gathering
from reviews.services.deaths_gathering import Analysis
from reviews.views.reading import reader
from work.views.acting import Case, CaseAct, case_acted, log_case


def form_case(found: DeathForm) -> Case:
    """A form as the page that acts on it knows it."""
    return Case(
        kinds.DEATH_FORM,
        found.reference,
        found.version,
        f"Reporting form of {found.agency.name}",
        reverse("reviews:death_form", args=[found.reference]),
        children_behind(found.death.case.reference),
    )


@require_http_methods(["GET", "POST"])
def asking_for_form(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask an agency for its reporting form."""
    person = asking(request)
    form = AskFormForm(request.POST or None)
    act = CaseAct(
        "Ask an agency for its form",
        "Ask them",
        form,
        lambda version: deaths_gathering.ask_for_form(by=person, case=reference, version=version, **form.cleaned_data),
        "They have been asked. The form is due within three weeks, and the portal reminds them.",
        explanation="They see their own form, with who the child was, and nothing else of the case.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_GET
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """Where a request leads: to the form that it asks for."""
    found = form_by_request(asking(request), reference)
    log_case(request, form_case(found))
    return redirect("reviews:death_form", found.reference)


@require_GET
def form(request: HttpRequest, reference: str) -> HttpResponse:
    """One form: to its author with who the child was, to those who read the case what was returned."""
    person = asking(request)
    found = form_for(person, reference)
    log_case(request, form_case(found))
    mine = found.author_id == person.pk
    return render(request, "reviews/death_form.html", form_page(found, mine=mine))


@require_http_methods(["GET", "POST"])
def returning(request: HttpRequest, reference: str) -> HttpResponse:
    """Return the form."""
    person = asking(request)
    own_form(person, reference)
    given = ReportingForm(request.POST or None)

    def read() -> Case:
        return form_case(own_form(person, reference))

    act = CaseAct(
        "Return the reporting form",
        "Send the form",
        given,
        lambda version: deaths_gathering.return_form(by=person, reference=reference, version=version, written=given.written),
        "The form has been sent.",
        explanation="Those named on the case read it then. It can no longer be changed.",
    )
    return case_acted(request, read, act)


@require_http_methods(["GET", "POST"])
def replacing(request: HttpRequest, reference: str) -> HttpResponse:
    """Take other evidence instead of a form that does not come."""
    person = asking(request)
    found = form_awaited(person, reference)
    given = EvidenceForm(request.POST or None)

    def read() -> Case:
        shown = form_case(form_awaited(person, reference))
        shown.url = reverse("reviews:case", args=[found.death.case.reference])
        return shown

    act = CaseAct(
        f"Take other evidence instead of the form of {found.agency.name}",
        "Take it instead",
        given,
        lambda _version: deaths_gathering.take_evidence(by=person, reference=reference, **given.cleaned_data),
        "The evidence has been taken, and the agency is asked no longer.",
    )
    return case_acted(request, read, act)


@require_http_methods(["GET", "POST"])
def adding_factor(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a factor that may have contributed."""
    person = asking(request)
    given = FactorForm(request.POST or None)
    act = CaseAct(
        "Add a contributory factor",
        "Add the factor",
        given,
        lambda _version: deaths_gathering.add_factor(by=person, case=reference, **given.given),
        "The factor has been added.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def striking_factor(request: HttpRequest, reference: str, factor: int) -> HttpResponse:
    """Strike a factor."""
    person = asking(request)
    factor_of(person, reference, factor)
    act = CaseAct(
        "Strike the factor",
        "Strike it",
        AloneForm(request.POST or None),
        lambda _version: deaths_gathering.strike_factor(by=person, case=reference, factor=factor),
        "The factor has been struck.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


def _analysis(death: ChildDeath) -> dict[str, Any]:
    return {name: getattr(death, name) for name in Analysis.__dataclass_fields__}


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the review meeting."""
    person = asking(request)
    death = death_case(person, reference).death
    initial = {**_analysis(death), "met_on": death.met_on, "chair": death.chair, "attended": death.attended}
    given = ReviewMeetingForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Record the child death review meeting",
        "Save",
        given,
        lambda version: deaths_gathering.record_review_meeting(
            by=person,
            case=reference,
            version=version,
            met_on=given.cleaned_data["met_on"],
            chair=given.cleaned_data["chair"],
            attended=given.cleaned_data["attended"],
            analysis=given.analysis,
        ),
        "The meeting has been recorded. The panel is due within six weeks of it.",
        explanation="What you enter here is a draft: the panel decides about category and modifiable factors.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def listing(request: HttpRequest, reference: str) -> HttpResponse:
    """List the death for a meeting of its panel."""
    person = asking(request)
    death = death_case(person, reference).death
    choices = [(row.reference, f"{words.date(row.day)}, {row.panel.name}") for row in meetings_of(death.panel)]
    given = ListForm(request.POST or None, meetings=choices)
    act = CaseAct(
        "List the death for the panel",
        "List it",
        given,
        lambda version: deaths_gathering.list_death(by=person, case=reference, version=version, **given.cleaned_data),
        "The death is listed.",
        explanation="Listed before, it is put off to the other meeting. Plan the meeting first if it is not in the list.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def reviewing(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what the panel made of the death."""
    person = asking(request)
    death = death_case(person, reference).death
    given = PanelReviewForm(request.POST or None, initial=_analysis(death))
    act = CaseAct(
        "Record the panel’s review",
        "Save",
        given,
        lambda version: deaths_gathering.record_panel(by=person, case=reference, version=version, analysis=given.analysis),
        "The panel’s review has been recorded.",
        explanation="Of the ten categories the first that fits is chosen, also where a later one fits as well.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def panel_list(request: HttpRequest) -> HttpResponse:
    """The panels with their areas, and another one."""
    given = PanelForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if given.is_valid():
            try:
                deaths_beside.name_panel(by=asking(request), **given.cleaned_data)
            except Refused as refused:
                given.refuse(refused)
            else:
                return redirect("reviews:death_panels")
    context = {
        "heading": "Child death overview panels",
        "caption": "Reviews",
        "stored": panel_rows(panels()),
        "form": given,
        "button_text": "Add the panel",
        "back_url": reverse("reviews:death_meetings"),
    }
    return render(request, "reviews/death_panels.html", context, status=status)


@require_GET
def meeting_list(request: HttpRequest) -> HttpResponse:
    """The meetings of the panels, the newest first."""
    page = page_after(meetings_newest_first(), "day", request.GET.get("after", ""), newest_first=True)
    context = {
        "rows": meeting_rows(page.rows),
        "next_url": f"?after={page.next_key}" if page.next_key else "",
        "first_url": request.path if request.GET.get("after") else "",
    }
    return render(request, "reviews/death_meetings.html", context)


@require_http_methods(["GET", "POST"])
def planning(request: HttpRequest) -> HttpResponse:
    """Plan a meeting of a panel."""
    given = MeetingPlanForm(request.POST or None, panels=[row.name for row in panels()])
    status = 200
    if request.method == "POST":
        status = 422
        if given.is_valid():
            try:
                made = deaths_gathering.plan_meeting(by=asking(request), **given.cleaned_data)
            except Refused as refused:
                given.refuse(refused)
            else:
                return redirect("reviews:death_meeting", made.reference)
    context = {
        "heading": "Plan a panel meeting",
        "caption": "Reviews",
        "form": given,
        "button_text": "Plan it",
        "back_url": reverse("reviews:death_meetings"),
    }
    return render(request, "layouts/one_form.html", context, status=status)


@require_GET
def panel_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting with those of the listed deaths on which the reader is named."""
    person = asking(request)
    found = meeting_for(reference)
    listed = listed_for(person, found)
    log_look(
        by=person,
        action=Action.VIEW,
        route="reviews:death_meeting",
        record_kind=kinds.CASE,
        children=[ref for death in listed for ref in children_behind(death.case.reference)],
    )
    context = {"meeting": found, "rows": listed_rows(listed)}
    return render(request, "reviews/death_meeting.html", context)
