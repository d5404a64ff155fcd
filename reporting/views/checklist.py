"""The statutory checklist of a year's report: every element, and one to answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.access import BUSINESS_TEAM
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.filling import filled_in
from foundation import clock
from foundation.versions import posted_version
from reporting.forms.checklist import ElementForm
from reporting.presenters import checklist as presenters
from reporting.selectors.checklist import checklist_of, element_of, owners_of_elements
from reporting.selectors.publishing import is_published
from reporting.selectors.templates import template_for
from reporting.services.checklist import answer_element
from reporting.views.report import year_of


@require_GET
def checklist(request: HttpRequest, label: str) -> HttpResponse:
    """Everything that the guidance asks of the report of a year, and how far it is."""
    year = year_of(label)
    found = checklist_of(year)
    context = {
        "year": year,
        "guidance": found.guidance,
        "numbers": presenters.numbers(found),
        "rows": presenters.element_rows(year.label, found),
        "deadline": presenters.deadline_words(found, clock.today(), is_published=is_published(year.label)),
        "keeps": BUSINESS_TEAM in role_codes(asking(request)),
    }
    return render(request, "reporting/checklist/checklist.html", context)


@require_http_methods(["GET", "POST"])
def element(request: HttpRequest, label: str, number: int) -> HttpResponse:
    """Answer one element."""
    year = year_of(label)
    row = element_of(year, number)
    version = posted_version(request.POST.get("version", ""))
    asked = {"owners": owners_of_elements(), "sections": list(template_for(year).sections.items())}
    form = ElementForm(request.POST if request.method == "POST" else None, initial=presenters.kept_element(row), **asked)
    return filled_in(
        request, form, lambda **given: answer_element(year=year, number=number, version=version, **given),
        back_url=reverse("reporting:checklist", args=[year.label]), said=f"Element {number} has been saved.",
        heading=row.element.text, caption=f"Element {number} of {row.element.guidance.title}, report of {year.label}",
        note=f"In the portal: {row.element.shown_in}.", button_text="Save", stored=presenters.stored_element(row),
        version=row.answer.version if row.answer else 0,
    )  # fmt: skip
