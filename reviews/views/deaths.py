"""Deaths of children in the browser: notified, written on, held, triaged, closed; the family beside it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import Refused
from reviews.forms.deaths import (
    ContactForm,
    DeathWrittenForm,
    FirstStepsForm,
    HoldForm,
    NotifyDeathForm,
    TriageForm,
)
from reviews.forms.incidents import AloneForm, IncidentOfDeathForm, ReasonForm
from reviews.models import ChildDeath
from reviews.rules import kinds
from reviews.selectors.deaths import death_case, second_of
from reviews.services import deaths, deaths_beside
from reviews.services.deaths import DeathWritten
from reviews.views.reading import reader
from work.views.acting import CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def notifying(request: HttpRequest) -> HttpResponse:
    """Notify a death; the page of its case comes next, whether it was notified before or not."""
    person = asking(request)
    form = NotifyDeathForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                death = deaths.notify_death(
                    by=person,
                    title=form.cleaned_data["title"],
                    told=form.told,
                    identity=form.identity,
                    written=form.written,
                    notified_at=form.notified_at,
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, "The death has been notified. Nobody but you sees the case until you name them on it.")
                return redirect("reviews:case", reference=death.case.reference)
    log_look(by=person, action=Action.VIEW, route="reviews:notify_death", record_kind=kinds.CASE)
    context = {
        "heading": "Notify the death of a child",
        "caption": "Reviews",
        "note": "Whatever the cause. Nobody sees the case but you and those whom you name on it.",
        "form": form,
        "button_text": "Notify the death",
        "back_url": reverse("reviews:cases"),
    }
    return render(request, "layouts/one_form.html", context, status=status)


def _death(request: HttpRequest, reference: str) -> ChildDeath:
    return death_case(asking(request), reference).death


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is known of the death."""
    person, death = asking(request), _death(request, reference)
    initial: dict[str, Any] = {name: getattr(death, name) for name in DeathWritten.__dataclass_fields__}
    form = DeathWrittenForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Change what is known",
        "Save",
        form,
        lambda version: deaths.write_death(by=person, case=reference, version=version, written=form.written),
        "What is known has been saved.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def stepping(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what is done first."""
    person, death = asking(request), _death(request, reference)
    form = FirstStepsForm(request.POST or None, initial={name: getattr(death, name) for name in deaths.FIRST_STEPS})
    act = CaseAct(
        "Record the first steps",
        "Save",
        form,
        lambda version: deaths.record_first_steps(by=person, case=reference, version=version, **form.cleaned_data),
        "The days have been saved.",
        explanation="Leave empty what has not been done. The portal reminds you of it.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def holding(request: HttpRequest, reference: str) -> HttpResponse:
    """Put the review on hold."""
    person = asking(request)
    form = HoldForm(request.POST or None)
    act = CaseAct(
        "Put the review on hold",
        "Put it on hold",
        form,
        lambda version: deaths.hold_death(by=person, case=reference, version=version, **form.cleaned_data),
        "The review is on hold. Its clocks stand still.",
        explanation="Forms still come in. The panel, and closing, wait until it is off hold.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def releasing(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the review off hold."""
    person = asking(request)
    death_case(person, reference)
    act = CaseAct(
        "Take the review off hold",
        "Take it off hold",
        AloneForm(request.POST or None),
        lambda version: deaths.release_death(by=person, case=reference, version=version),
        "The clocks run again.",
        explanation="After an inquest the panel meets within six weeks.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def triaging(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the triage of the death of an extremely premature child."""
    person = asking(request)
    form = TriageForm(request.POST or None)
    act = CaseAct(
        "Record the triage",
        "Save",
        form,
        lambda version: deaths.triage_death(by=person, case=reference, version=version, **form.cleaned_data),
        "The death has been triaged. List it for the panel, which signs it off.",
        explanation="Chair and paediatrician find together that no review meeting is needed.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def readying(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything is there for the review meeting."""
    person = asking(request)
    death_case(person, reference)
    act = CaseAct(
        "Ready for the review meeting",
        "It is ready",
        AloneForm(request.POST or None),
        lambda version: deaths.make_ready(by=person, case=reference, version=version),
        "The review meeting can be held.",
        explanation="Every agency has returned its form, or other evidence was taken instead.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def gathering_more(request: HttpRequest, reference: str) -> HttpResponse:
    """More is gathered before the review meeting."""
    person = asking(request)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Gather more",
        "Gather more",
        form,
        lambda version: deaths.gather_more(by=person, case=reference, version=version, **form.cleaned_data),
        "You can ask agencies again.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def contacting(request: HttpRequest, reference: str) -> HttpResponse:
    """Record one contact with the family."""
    person = asking(request)
    form = ContactForm(request.POST or None)
    act = CaseAct(
        "Record contact with the family",
        "Save",
        form,
        lambda _version: deaths_beside.record_contact(by=person, case=reference, **form.cleaned_data),
        "The contact has been saved.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def joining(request: HttpRequest, reference: str, second: int) -> HttpResponse:
    """A second notification is of this death."""
    person = asking(request)
    second_of(person, reference, second)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "It is the same death",
        "Join it to this case",
        form,
        lambda _version: deaths.join_second(by=person, case=reference, second=second, **form.cleaned_data),
        "The second notification has been joined to this case.",
        explanation="Whoever notified it is told that the death had been notified before. Name them on this case if needed.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def parting(request: HttpRequest, reference: str, second: int) -> HttpResponse:
    """A second notification is of another child."""
    person = asking(request)
    second_of(person, reference, second)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "It is another child",
        "Let it go on by itself",
        form,
        lambda _version: deaths.part_second(by=person, case=reference, second=second, **form.cleaned_data),
        "The other death goes on by itself.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def opening_incident(request: HttpRequest, reference: str) -> HttpResponse:
    """Open the serious incident of a death after which abuse or neglect is suspected."""
    person, death = asking(request), _death(request, reference)
    initial = {"happened_on": death.died_on, "harm": "death", "abuse_suspected": "yes", "what_happened": death.happened}
    form = IncidentOfDeathForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Open a serious incident from this death",
        "Open it",
        form,
        lambda _version: deaths_beside.open_incident_of_death(
            by=person,
            case=reference,
            title=form.cleaned_data["title"],
            aware_at=form.aware_at,
            written=form.written,
            board_manager=form.cleaned_data["board_manager"],
        ),
        "The serious incident is open, its child has been added, and the board manager has been told. You both own it.",
        explanation="Nobody else sees it until you name them on it, also not those who are named on this case.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)


@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the case."""
    person = asking(request)
    death_case(person, reference)
    act = CaseAct(
        "Close the case",
        "Close it",
        AloneForm(request.POST or None),
        lambda version: deaths.close_death(by=person, case=reference, version=version),
        "The case is closed. Those named on it still read it.",
    )
    return case_acted(request, reader(request, reference, find=death_case), act)
