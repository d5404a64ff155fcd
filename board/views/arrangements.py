"""The published arrangements: every version, the one that was in force on a day, and the timetable towards the next."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.asking import asking
from accounts.filling import filled_in
from board.forms.arrangements import ArrangementsDocumentForm, ArrangementsForm, ArrangementsStepForm, NewArrangementsForm
from board.presenters.arrangements import (
    agreed_words,
    kept_arrangements,
    kept_step,
    span_row,
    step_rows,
    stored_arrangements,
    stored_step,
)
from board.presenters.files import file_rows
from board.selectors.arrangements import (
    arrangements_for,
    files_of_arrangements,
    in_force_on,
    published_in,
    step_for,
    steps_ahead,
    steps_of,
    versions,
)
from board.selectors.challenges import meetings_to_name
from board.services import arrangements as services
from board.views.days import day_asked
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.versions import posted_version


def _year(label: str) -> FinancialYear | None:
    try:
        return FinancialYear.from_label(label) if label else None
    except Refused:
        return None


@require_GET
def arrangements(request: HttpRequest) -> HttpResponse:
    """Every version, those of a year where the address names one; the one in force on a day; the timetable."""
    person, today = asking(request), clock.today()
    day, form = day_asked(request)
    found = versions(person)
    year = _year(request.GET.get("year", ""))
    current = in_force_on(found, day)
    years = {FinancialYear.of(span.arrangements.published_on).label for span in found}
    context = {
        "rows": [span_row(span, today) for span in (published_in(found, year) if year else found)],
        "any": bool(found),
        "year": year.label if year else "",
        "years": sorted(years, reverse=True),
        "day": day,
        "day_form": form,
        "current": span_row(current, today) if current else None,
        "files": file_rows(files_of_arrangements(current.arrangements)) if current else [],
        "steps": step_rows(steps_ahead(person), today),
    }
    return render(request, "board/arrangements.html", context)


@require_GET
def arrangements_version(request: HttpRequest, reference: str) -> HttpResponse:
    """One version with its documents, what changed, and the steps that led to it."""
    person, today = asking(request), clock.today()
    found = arrangements_for(person, reference)
    span = next(one for one in versions(person) if one.arrangements == found)
    context = {
        "arrangements": found,
        "row": span_row(span, today),
        "agreed": agreed_words(found),
        "files": file_rows(files_of_arrangements(found)),
        "steps": step_rows(steps_of(found), today),
    }
    return render(request, "board/arrangements_version.html", context)


@require_http_methods(["GET", "POST"])
def new_arrangements(request: HttpRequest) -> HttpResponse:
    """Record a version that was published."""
    form = NewArrangementsForm(
        request.POST if request.method == "POST" else None, request.FILES or None, meetings=meetings_to_name()
    )
    return filled_in(
        request, form, services.publish_arrangements, back_url=reverse("board:arrangements"),
        said="The version has been recorded. Its document opens once it is found clean of viruses.",
        heading="Record a published version", button_text="Save the version", caption="Published arrangements",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_arrangements(request: HttpRequest, reference: str) -> HttpResponse:
    """Put right what is said of a version."""
    found = arrangements_for(asking(request), reference)
    form = ArrangementsForm(request.POST or None, meetings=meetings_to_name(found.meeting), initial=kept_arrangements(found))
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_arrangements(reference=reference, version=version, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:arrangements_version", args=[reference]), said="The version has been saved.",
        heading="Put the version right", button_text="Save the version", caption=f"Version {found.number}",
        version=found.version, stored=stored_arrangements(found),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_arrangements_document(request: HttpRequest, reference: str) -> HttpResponse:
    """Keep one more document with a version."""
    found = arrangements_for(asking(request), reference)
    form = ArrangementsDocumentForm(request.POST if request.method == "POST" else None, request.FILES or None)

    def do(**given: Any) -> object:
        return services.add_arrangements_document(reference=reference, **given)

    return filled_in(
        request, form, do, back_url=reverse("board:arrangements_version", args=[reference]),
        said="The document has been kept. It opens once it is found clean of viruses.", heading="Add a document",
        button_text="Keep the document", caption=f"Version {found.number}",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_arrangements_step(request: HttpRequest) -> HttpResponse:
    """Put a step into the timetable."""
    form = ArrangementsStepForm(request.POST or None)
    return filled_in(
        request, form, services.add_arrangements_step, back_url=reverse("board:arrangements"),
        said="The step is in the timetable.", heading="Add a step", button_text="Save the step",
        caption="Timetable of the next version",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_arrangements_step(request: HttpRequest, step: int) -> HttpResponse:
    """Say a step anew, or that it is done; or take it out."""
    found = step_for(asking(request), step)
    back = reverse("board:arrangements")
    if "remove" in request.POST:
        try:
            services.remove_arrangements_step(by=asking(request), pk=step)
        except Refused as refused:
            messages.warning(request, refused.sentence)
        else:
            messages.success(request, "The step has been taken out of the timetable.")
        return redirect(back)
    form = ArrangementsStepForm(request.POST or None, initial=kept_step(found))
    version = posted_version(request.POST.get("version", ""))

    def do(**given: Any) -> object:
        return services.change_arrangements_step(pk=step, version=version, **given)

    return filled_in(
        request, form, do, back_url=back, said="The step has been saved.", heading="Change the step",
        button_text="Save the step", caption="Timetable of the next version", version=found.version, stored=stored_step(found),
        remove_text="" if found.done_on else "Take it out",
    )  # fmt: skip
