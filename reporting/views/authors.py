"""Pages on which people of any agency are asked to write a chapter, and see that they are."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from foundation.calendar import FinancialYear
from reporting.forms import AssignForm
from reporting.selectors import drafts as chosen
from reporting.services.authors import assign_chapter, end_authorship, finish_chapter
from reporting.views.report import year_of


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, label: str, section: str) -> HttpResponse:
    """Ask people to write a chapter until a day; above the form, who has been asked."""
    person, period = asking(request), year_of(label)
    found = chosen.chapter_to_write(person, period, section)
    authors = chosen.authors_of(period, section)
    return filled_in(
        request, AssignForm(request.POST or None), lambda **given: assign_chapter(year=period, section=section, **given),
        back_url=reverse("reporting:year", args=[period.label]), said="They have been asked.",
        heading=f"Who writes “{found.title}”", button_text="Ask them", caption=f"Yearly report {period.label}",
        template="reporting/drafting/assign.html", authors=authors,
    )  # fmt: skip


@require_GET
def assignment(request: HttpRequest, reference: str) -> HttpResponse:
    """What somebody has been asked to write, and by when."""
    person = asking(request)
    found = chosen.authorship(person, reference)
    period = FinancialYear.from_label(found.year)
    context = {
        "found": found,
        "year": period,
        "title": chosen.title_of(found.section),
        "mine": found.person_id == person.pk,
        "writes": chosen.may_write(person, period, found.section),
        "keeps": chosen.keeps_the_draft(person),
    }
    return render(request, "reporting/drafting/assignment.html", context)


@require_POST
def finish(request: HttpRequest, reference: str) -> HttpResponse:
    """One’s part of a chapter is written."""
    chosen.authorship(asking(request), reference)
    pressed(request, lambda: finish_chapter(by=asking(request), reference=reference), "Thank you. Your part is noted as written.")
    return redirect("reporting:assignment", reference)


@require_POST
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody writes a chapter no more."""
    found = chosen.authorship(asking(request), reference)
    said = f"{found.person.name} does not write this chapter any more."
    pressed(request, lambda: end_authorship(by=asking(request), reference=reference), said)
    return redirect("reporting:year", found.year)
