"""The trends map in the browser: the map, its features, what national reports name, and how the children of a case are coded."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access_log import Action, log_look
from accounts.asking import asking
from accounts.filling import filled_in, pressed
from foundation.design.words import counted
from foundation.exports import xlsx_download
from reviews.access import OPENS_CASES
from reviews.forms.trends import CodingForm, FeatureForm, MapForm, NationalForm
from reviews.models import TrendColumn
from reviews.presenters.trends import ROUNDED, map_rows, map_table, national_rows
from reviews.rules import kinds
from reviews.rules.trends import age_group_of
from reviews.selectors.sight import owned_case
from reviews.selectors.trends import MapFilter, child_to_code, coding_of, features, happened_on, trends_map
from reviews.services import trends as services
from reviews.views.reading import reader
from work.views.acting import CaseAct, case_acted

MAP = "Trends map"


def _filter(request: HttpRequest) -> tuple[MapForm, MapFilter]:
    form = MapForm(request.GET or None)
    given = form.cleaned_data if form.is_valid() else {}
    return form, MapFilter(**{name: value for name, value in given.items() if value})


@require_GET
def trends(request: HttpRequest) -> HttpResponse:
    """What happened to children of which age, over all cases together: which features, and how often."""
    form, wanted = _filter(request)
    found = trends_map(wanted)
    log_look(by=asking(request), action=Action.VIEW, route="reviews:trends", record_kind=kinds.CASE)
    query = {name: value for name, value in vars(wanted).items() if value}
    context = {
        "form": form,
        "enough": found.enough,
        "rows": map_rows(found),
        "national": national_rows(found.national),
        "rounded": ROUNDED,
        "features": bool(features()),
        "extends": OPENS_CASES.admits(asking(request)),
        "query": urlencode(query),
    }
    return render(request, "reviews/trends.html", context, status=422 if form.errors else 200)


@require_GET
def trends_export(request: HttpRequest) -> HttpResponse:
    """The map as a spreadsheet, as it is shown."""
    _form, wanted = _filter(request)
    log_look(by=asking(request), action=Action.EXPORT, route="reviews:trends_export", record_kind=kinds.CASE)
    return xlsx_download(map_table(trends_map(wanted)))


@require_http_methods(["GET", "POST"])
def new_feature(request: HttpRequest) -> HttpResponse:
    """Extend the vocabulary."""
    return filled_in(
        request,
        FeatureForm(request.POST or None),
        services.add_feature,
        back_url=reverse("reviews:trends"),
        said="The feature has been added.",
        heading="Add a feature",
        button_text="Add the feature",
        caption=MAP,
    )


@require_POST
def usual_features(request: HttpRequest) -> HttpResponse:
    """Begin with the usual features."""
    pressed(request, lambda: services.take_usual_features(by=asking(request)), "The usual features are there.")
    return redirect("reviews:trends")


@require_http_methods(["GET", "POST"])
def national(request: HttpRequest) -> HttpResponse:
    """Write down what a national report names."""
    return filled_in(
        request,
        NationalForm(request.POST or None, features=features()),
        services.name_nationally,
        back_url=reverse("reviews:trends"),
        said="The national theme stands on the map.",
        heading="Add a national theme",
        button_text="Add it",
        caption=MAP,
    )


@require_http_methods(["GET", "POST"])
def coding(request: HttpRequest, reference: str, child: int) -> HttpResponse:
    """Code what happened to one child of a case."""
    person = asking(request)
    case = owned_case(person, reference)
    row = child_to_code(case.pk, child)
    group, had = coding_of(row)
    offered = features()
    initial: dict[str, Any] = {"age_group": group or age_group_of(row.birth_date, happened_on(case))}
    for column in TrendColumn:
        initial[column.value] = [one.theme.code for one in offered if one.column == column and one.theme.code in had]
    form = CodingForm(request.POST if request.method == "POST" else None, features=offered, initial=initial)
    act = CaseAct(
        f"Features of what happened to {row.pseudonym}",
        "Save",
        form,
        lambda _version: services.code_child(
            by=person, case=reference, child=child, age_group=form.cleaned_data["age_group"], features=form.features
        ),
        "The features have been saved.",
        explanation=f"They stand on the trends map of all cases, which tells of nobody. {counted(len(had), 'feature')} so far.",
    )
    return case_acted(request, reader(request, reference), act)
