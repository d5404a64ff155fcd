"""Comparators: the list, one more, a correction, a file; and who the statistical neighbours are."""

from urllib.parse import urlencode

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
from reporting.forms.comparators import (
    ComparatorFileForm,
    ComparatorFilterForm,
    ComparatorForm,
    CorrectComparatorForm,
    EndNeighbourForm,
    NeighbourForm,
)
from reporting.presenters.comparators import comparator_rows, filter_chips, kept_comparator, neighbour_rows
from reporting.selectors import comparators as chosen
from reporting.services import comparators as services
from reporting.services.imports import check_comparators, import_comparators
from reporting.views.files import checked_or_brought_in


@require_GET
def comparators(request: HttpRequest) -> HttpResponse:
    """What others have, by figure and year, each with ours beside it."""
    figures = chosen.figures_compared()
    form = ComparatorFilterForm(request.GET.dict(), figures=figures, years=chosen.years_compared())
    query, here = form.chosen, reverse("reporting:comparators")
    seen, next_key = chosen.list_comparators(**query, after=request.GET.get("after", ""))
    context = {
        "filter_form": form,
        "chips": filter_chips(here, query, dict(figures)),
        "clear_url": here,
        "rows": comparator_rows(seen),
        "next_url": f"?{urlencode({**query, 'after': next_key})}" if next_key else "",
        "first_url": f"?{urlencode(query)}" if request.GET.get("after") else "",
        "neighbours": chosen.neighbours_at(clock.today()),
        "keeps": BUSINESS_TEAM in role_codes(asking(request)),
    }
    return render(request, "reporting/comparators/comparators.html", context)


@require_http_methods(["GET", "POST"])
def add_comparator(request: HttpRequest) -> HttpResponse:
    """Keep one more."""
    form = ComparatorForm(
        request.POST or None, figures=chosen.figures_to_compare(), initial={"code": request.GET.get("code", "")}
    )
    return filled_in(
        request, form, services.add_comparator, back_url=reverse("reporting:comparators"), said="The comparator has been saved.",
        heading="Add a comparator", button_text="Save the comparator", caption="Comparators",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct_comparator(request: HttpRequest, number: int) -> HttpResponse:
    """Correct one with a reason."""
    found = chosen.comparator_of(number)
    version = posted_version(request.POST.get("version", ""))
    form = CorrectComparatorForm(request.POST or None, initial=kept_comparator(found))
    return filled_in(
        request, form,
        lambda **given: services.correct_comparator(number=number, version=version, **given),
        back_url=f"{reverse('reporting:comparators')}?{urlencode({'code': found.code})}",
        said="The comparator has been corrected.", heading="Correct a comparator", button_text="Save the correction",
        version=found.version,
        caption=f"{dict(chosen.figures_to_compare()).get(found.code, found.code)}, {found.whose}, {found.period}",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def comparators_file(request: HttpRequest) -> HttpResponse:
    """Check a file, or bring it in; bad rows come back with their lines and the reason."""
    form = ComparatorFileForm(request.POST, request.FILES) if request.method == "POST" else ComparatorFileForm()
    return checked_or_brought_in(
        request, form, check=check_comparators, bring_in=import_comparators, template="reporting/comparators/file.html",
        back="reporting:comparators",
    )  # fmt: skip


@require_GET
def neighbours(request: HttpRequest) -> HttpResponse:
    """Who the statistical neighbours are and were."""
    context = {
        "rows": neighbour_rows(chosen.neighbours(), clock.today()),
        "keeps": BUSINESS_TEAM in role_codes(asking(request)),
    }
    return render(request, "reporting/comparators/neighbours.html", context)


@require_http_methods(["GET", "POST"])
def add_neighbour(request: HttpRequest) -> HttpResponse:
    """One more neighbour."""
    return filled_in(
        request, NeighbourForm(request.POST or None), services.add_neighbour, back_url=reverse("reporting:neighbours"),
        said="The area is on the list.", heading="Add a statistical neighbour", button_text="Save the area",
        caption="Statistical neighbours",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_neighbour(request: HttpRequest, number: int) -> HttpResponse:
    """A neighbour no more."""
    found = chosen.neighbour_of(number)
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, EndNeighbourForm(request.POST or None),
        lambda **given: services.end_neighbour(number=number, version=version, **given), version=found.version,
        back_url=reverse("reporting:neighbours"), said="The last day has been saved.", heading="Until when was it a neighbour?",
        button_text="Save the last day", caption=found.name,
    )  # fmt: skip
