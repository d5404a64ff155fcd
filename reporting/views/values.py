"""One value of an indicator: what it is, where it comes from, what stood there before and why; and saying why it changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.selectors.people import names_of
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.versions import posted_version
from reporting.forms.indicators import ReasonForm
from reporting.models import Indicator, ReturnedValue
from reporting.presenters import indicators as presenters
from reporting.presenters import values as wording
from reporting.presenters.population import earlier_rows, replacing_actors
from reporting.rules.periods import ValuePeriod, period_in_address, slug_of, spoken
from reporting.selectors import corrections as chosen
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import beside
from reporting.selectors.indicators import history_of, values_of
from reporting.selectors.population import earlier_estimates
from reporting.services import corrections as services


def _period(found: Indicator, slug: str) -> ValuePeriod:
    try:
        return period_in_address(slug, found.period_kind)
    except Refused as refused:
        raise NotVisible from refused


@require_GET
def indicator_value(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Everything about one value of an indicator."""
    person = asking(request)
    found = chosen.indicator_for(person, code)
    wanted, specs = _period(found, period), known_figures()
    values = values_of([found], specs).get(code, {})
    told = values.get(wanted.label)
    if told is None:
        raise NotVisible
    changes = [one for one in chosen.changes_of([found], specs) if one.period == wanted]
    kept = told.held.row
    returned = chosen.returned_of(kept) if isinstance(kept, ReturnedValue) else None
    history = history_of(found, specs, wanted.label).get(wanted.label, ())
    children = told.held.population_year
    estimates = earlier_estimates(children) if children else []
    names = names_of(wording.actors_of(history) | replacing_actors(estimates))
    context = {
        "indicator": found,
        "spec": specs[code],
        "period": spoken(wanted),
        "slug": slug_of(wanted),
        "text": presenters.value_words(told),
        "rows": wording.value_facts(found, specs, wanted, told, returned, names),
        "quarters": wording.quarter_rows(found, wanted, values),
        "history": wording.history_rows(history, changes, names),
        "earlier": earlier_rows(estimates, names),
        "is_late": any(one.cause.is_late for one in changes),
        "others": wording.other_rows(beside(found, wanted, values)),
        "explains": bool(changes) and chosen.may_explain(person, found),
        "signs": returned if returned and returned.sign_off is None and chosen.is_owner(person, found) else None,
    }
    return render(request, "reporting/indicators/value.html", context)


@require_http_methods(["GET", "POST"])
def explain_change(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Say why a counted value changed."""
    person = asking(request)
    found = chosen.indicator_for(person, code)
    label = _period(found, period).label
    change = chosen.change_to_explain(person, code, label)
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, ReasonForm(request.POST or None),
        lambda **given: services.explain_change(code=code, period=label, version=version, **given),
        back_url=reverse("reporting:indicator_value", args=[code, period]), said="Your reason stands with the value.",
        heading="Say why the value changed", button_text="Save the reason", caption=f"{found.title}, {spoken(change.period)}",
        note=wording.change_words(change), version=change.counted.pk,
    )  # fmt: skip


@require_POST
def sign_value_off(request: HttpRequest, code: str, period: str) -> HttpResponse:
    """Sign a returned value off."""
    person = asking(request)
    label = _period(chosen.indicator_for(person, code), period).label
    chosen.value_to_sign(person, code, label)
    version = posted_version(request.POST.get("version", ""))
    pressed(
        request,
        lambda: services.sign_value_off(by=person, code=code, period=label, version=version),
        "The value has been signed off.",
    )
    return redirect("reporting:indicator_value", code, period)


@require_GET
def our_values(request: HttpRequest) -> HttpResponse:
    """What a lead's agency owns: its indicators, values that nobody has signed, and changes that nobody has explained."""
    person = asking(request)
    found, specs = chosen.indicators_of_lead(person), known_figures()
    context = {
        "rows": wording.own_rows(found, values_of(found, specs), clock.today()),
        "unexplained": wording.open_rows(chosen.unexplained(found, specs)),
        "unsigned": wording.unsigned_rows(chosen.unsigned_values(found), found),
    }
    return render(request, "reporting/indicators/our_values.html", context)
