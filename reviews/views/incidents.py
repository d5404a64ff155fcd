"""Serious incidents in the browser: opened, decided about, notified, reviewed, sent, answered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access_log import Action, log_look
from accounts.asking import asking
from foundation.errors import Refused
from reviews.forms.incidents import (
    AloneForm,
    DecideForm,
    IncidentForm,
    MeetingForm,
    NoReviewForm,
    NotifyForm,
    OpenIncidentForm,
    ReasonForm,
    ReplyForm,
    SendForm,
)
from reviews.models import SeriousIncident
from reviews.rules import kinds
from reviews.selectors.deciding import case_to_decide_on, questions_to_decide, seats_to_speak_for
from reviews.selectors.sight import owned_case
from reviews.services import incidents
from reviews.services.incidents import IncidentWritten, MeetingWritten
from reviews.views.reading import reader
from work.views.acting import CaseAct, case_acted


@require_http_methods(["GET", "POST"])
def opening(request: HttpRequest) -> HttpResponse:
    """Open the case of a serious incident; its own page comes next."""
    person = asking(request)
    form = OpenIncidentForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                opened = incidents.open_incident(
                    by=person, title=form.cleaned_data["title"], aware_at=form.aware_at, written=form.written
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(
                    request, "The case is open, and nobody but you sees it. Add the child, and name who needs to see it."
                )
                return redirect("reviews:case", reference=opened.case.reference)
    log_look(by=person, action=Action.VIEW, route="reviews:open_incident", record_kind=kinds.CASE)
    context = {
        "heading": "Record a serious incident",
        "caption": "Reviews",
        "note": "A child died or was seriously harmed. Nobody sees the case but you and those whom you name on it.",
        "form": form,
        "button_text": "Open the case",
        "back_url": reverse("reviews:cases"),
    }
    return render(request, "layouts/one_form.html", context, status=status)


def _incident(request: HttpRequest, reference: str) -> SeriousIncident:
    return owned_case(asking(request), reference).incident


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Change what is known of the incident."""
    person, found = asking(request), _incident(request, reference)
    initial = {name: getattr(found, name) for name in IncidentWritten.__dataclass_fields__}
    form = IncidentForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Change what is known",
        "Save",
        form,
        lambda version: incidents.write_incident(by=person, case=reference, version=version, written=form.written),
        "What is known has been saved.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def deciding(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what a statutory partner decides."""
    person = asking(request)
    found = case_to_decide_on(person, reference)
    questions, seats = questions_to_decide(found), seats_to_speak_for(person, found)
    form = DecideForm(request.POST or None, questions=questions, seats=seats)
    act = CaseAct(
        "Record what a partner decides",
        "Save the decision",
        form,
        lambda _version: incidents.record_decision(by=person, case=reference, **form.cleaned_data),
        "The decision has been saved.",
        explanation="Each partner decides by itself. A later decision on the same question takes the place of the one before.",
    )
    return case_acted(request, reader(request, reference, find=case_to_decide_on), act)


@require_http_methods(["GET", "POST"])
def leaving(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide that the incident is not notified."""
    person = asking(request)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Decide not to notify",
        "Do not notify",
        form,
        lambda version: incidents.leave_unnotified(by=person, case=reference, version=version, **form.cleaned_data),
        "It has been decided not to notify.",
        explanation="All three partners have to have said that the incident does not meet the criteria.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def considering_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Consider the incident again."""
    person = asking(request)
    form = ReasonForm(request.POST or None)
    act = CaseAct(
        "Consider it again",
        "Consider it again",
        form,
        lambda version: incidents.consider_again(by=person, case=reference, version=version, **form.cleaned_data),
        "The incident is being considered again.",
        explanation="The five working days still count from the day on which the authority became aware.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def notifying(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the notification was sent."""
    person = asking(request)
    form = NotifyForm(request.POST or None)
    act = CaseAct(
        "Record the notification",
        "Save",
        form,
        lambda version: incidents.notify(by=person, case=reference, version=version, **form.cleaned_data),
        "The notification has been recorded. The rapid review is due within fifteen working days.",
        explanation="Send it on the national system first: it also reaches Ofsted and the Department for Education.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def leaving_unreviewed(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the case without a rapid review."""
    person = asking(request)
    form = NoReviewForm(request.POST or None)
    act = CaseAct(
        "Decide that no rapid review is needed",
        "Close without a rapid review",
        form,
        lambda version: incidents.leave_unreviewed(by=person, case=reference, version=version, **form.cleaned_data),
        "The case is closed without a rapid review.",
        explanation="All three partners have to have said that none is needed. Suspected abuse or neglect requires one.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the rapid review meeting."""
    person, found = asking(request), _incident(request, reference)
    initial: dict[str, Any] = {}
    if found.met_at is not None:
        initial = {name: getattr(found, name) for name in MeetingWritten.__dataclass_fields__}
    form = MeetingForm(request.POST or None, initial=initial)
    act = CaseAct(
        "Record the rapid review meeting",
        "Save",
        form,
        lambda version: incidents.record_meeting(by=person, case=reference, version=version, written=form.written),
        "The meeting has been recorded.",
        explanation="Record first what each of the three partners decides about a practice review.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def signing_off(request: HttpRequest, reference: str) -> HttpResponse:
    """Sign the rapid review off."""
    person = asking(request)
    act = CaseAct(
        "Sign the rapid review off",
        "It is signed off",
        AloneForm(request.POST or None),
        lambda version: incidents.sign_off_review(by=person, case=reference, version=version),
        "The rapid review has been signed off.",
        explanation="All three partners have to have signed it after the meeting was recorded.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def sending(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the rapid review was sent to the national panel."""
    person = asking(request)
    form = SendForm(request.POST or None)
    act = CaseAct(
        "Record that it was sent to the panel",
        "Save",
        form,
        lambda version: incidents.send_review(by=person, case=reference, version=version, **form.cleaned_data),
        "The rapid review has been sent.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def replying(request: HttpRequest, reference: str) -> HttpResponse:
    """Record what the national panel replied."""
    person = asking(request)
    form = ReplyForm(request.POST or None)
    act = CaseAct(
        "Record the panel’s reply",
        "Save",
        form,
        lambda version: incidents.record_reply(by=person, case=reference, version=version, **form.cleaned_data),
        "The reply has been recorded.",
    )
    return case_acted(request, reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def closing(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the case."""
    person = asking(request)
    act = CaseAct(
        "Close the case",
        "Close it",
        AloneForm(request.POST or None),
        lambda version: incidents.close_incident(by=person, case=reference, version=version),
        "The case is closed. Those named on it still read it.",
    )
    return case_acted(request, reader(request, reference), act)
