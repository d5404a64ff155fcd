"""Section 47 enquiries in the browser: read, written, agencies asked, authorised."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.selectors.people import names_of
from protection.forms.enquiries import DAYS, TEXTS, AskAgencyForm, AuthoriseEnquiryForm, EnquiryForm
from protection.models import Section47
from protection.presenters.enquiries import enquiry_page, late_words, people_of_enquiry, written_rows
from protection.presenters.families import timeline
from protection.rules import kinds
from protection.selectors.conferences import enquiry_for
from protection.selectors.enquiries import enquiry_file
from protection.selectors.families import manages_families
from protection.selectors.strategy import is_caseworker
from protection.services.enquiries import (
    ask_agency_for_enquiry,
    authorise_enquiry,
    send_enquiry_back,
    submit_enquiry,
    write_enquiry,
)
from work.selectors.replies import agencies_to_choose
from work.views.acting import Case, CaseAct, case_acted, log_case

LATEST = 3


@require_GET
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """One enquiry: who was seen, what agencies told, what it found, what follows, and its clock."""
    person = asking(request)
    found = enquiry_for(person, reference)
    file = enquiry_file(found)
    context = enquiry_page(
        file,
        names_of(people_of_enquiry(file)),
        writes=is_caseworker(person),
        manager=manages_families(person),
        me=person.reference,
    )
    log_case(request, _case(found))
    return render(request, "protection/enquiry/enquiry.html", context)


def _case(found: Section47, latest: list[dict[str, Any]] | None = None) -> Case:
    return Case(
        kinds.ENQUIRY,
        found.reference,
        found.version,
        found.child.full_name,
        reverse("protection:enquiry", args=[found.reference]),
        [found.child.reference],
        latest or (),
    )


def _reader(request: HttpRequest, reference: str) -> Callable[[], Case]:
    def read() -> Case:
        found = enquiry_for(asking(request), reference)
        if request.method != "POST":
            return _case(found)
        file = enquiry_file(found)
        return _case(found, timeline(file.events, names_of(people_of_enquiry(file)))[:LATEST])

    return read


@require_http_methods(["GET", "POST"])
def writing(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the enquiry, and send it to a manager when it is finished."""
    person = asking(request)
    found = enquiry_for(person, reference)
    form = EnquiryForm(request.POST or None, initial={name: getattr(found, name) for name in (*DAYS, *TEXTS)})

    def call(version: int) -> None:
        given: dict[str, Any] = {"by": person, "reference": reference, "version": version, "written": form.written}
        if form.cleaned_data["finish"] == "send":
            submit_enquiry(**given)
        else:
            write_enquiry(**given)

    sent = request.POST.get("finish") == "send"
    act = CaseAct(
        "Section 47 enquiry",
        "Save",
        form,
        call,
        "The enquiry has been sent to a manager." if sent else "The enquiry has been saved.",
        template="protection/enquiry/write.html",
        context={"enquiry": found, "late": late_words(found)},
    )
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def asking_agency(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask an agency what it knows of the child."""
    person = asking(request)
    form = AskAgencyForm(request.POST or None, agencies=agencies_to_choose())
    act = CaseAct(
        "Ask an agency what it knows",
        "Ask",
        form,
        lambda version: ask_agency_for_enquiry(by=person, reference=reference, version=version, **form.cleaned_data),
        "The agency has been asked. Its answer appears here.",
        explanation="Agencies must help with an enquiry: section 47(9) of the Children Act 1989.",
    )
    return case_acted(request, _reader(request, reference), act)


@require_http_methods(["GET", "POST"])
def authorising(request: HttpRequest, reference: str) -> HttpResponse:
    """Authorise a finished enquiry, or send it back."""
    person = asking(request)
    found = enquiry_for(person, reference)
    form = AuthoriseEnquiryForm(request.POST or None)

    def call(version: int) -> None:
        if form.cleaned_data["answer"] == "authorise":
            authorise_enquiry(by=person, reference=reference, version=version)
        else:
            send_enquiry_back(by=person, reference=reference, version=version, reason=form.cleaned_data["reason"])

    back = request.POST.get("answer") == "send_back"
    act = CaseAct(
        "Authorise the enquiry or send it back",
        "Save",
        form,
        call,
        "The enquiry has been sent back." if back else "The enquiry is complete.",
        template="protection/enquiry/authorise.html",
        context={"rows": written_rows(found)},
    )
    return case_acted(request, _reader(request, reference), act)
