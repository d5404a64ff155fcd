"""The scorecard, one indicator, and the values that agencies are asked for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access import BUSINESS_TEAM
from accounts.access_log import Action, log_look
from accounts.access_table import role_codes
from accounts.asking import asking
from accounts.filling import filled_in, pressed
from accounts.rate_limits import EXPORTING, allowed, too_many
from foundation import clock
from foundation.calendar import FinancialYear, InvalidPeriod, Quarter
from foundation.exports import xlsx_download
from foundation.versions import posted_version
from reporting.forms.indicators import (
    AskForValuesForm,
    ChallengeForm,
    CommentForm,
    DefineForm,
    IndicatorForm,
    RetireIndicatorForm,
    ValueForm,
    WatchForm,
    WithdrawValueForm,
)
from reporting.models import Indicator, ValueAsked
from reporting.models.inputs import PeriodKind
from reporting.presenters import indicators as presenters
from reporting.presenters.values import late_periods, open_rows, other_rows, year_words
from reporting.rules.periods import YEARS, before, last_of, period_named, quarter_over, spoken
from reporting.selectors import indicators as chosen
from reporting.selectors.catalogue import known_figures
from reporting.selectors.comparators import beside
from reporting.selectors.corrections import changes_of, unexplained
from reporting.selectors.editions import editions_with
from reporting.selectors.returned_parts import parts_to_fill
from reporting.selectors.scorecard import line_of, quarterly, yearly
from reporting.services import indicator_values as values
from reporting.services import indicators as services

YEARS_OFFERED = QUARTERS_TO_ASK = 4
YEARS_TO_ASK = 2


def _year(request: HttpRequest) -> FinancialYear:
    """The year that the address names; this one, or the one that has just ended while no quarter of this one is over."""
    today = clock.today()
    usual = FinancialYear.of(before(Quarter.of(today)).start)
    try:
        year = FinancialYear.from_label(request.GET.get("year", ""))
    except InvalidPeriod:
        return usual
    return year if year.start <= today else usual


@require_GET
def scorecard(request: HttpRequest) -> HttpResponse:
    """Every indicator: the quarters of a year, and what is told by the year."""
    person, year, today = asking(request), _year(request), clock.today()
    groups = dict(chosen.groups_to_choose())
    group = request.GET.get("group", "") if request.GET.get("group", "") in groups else ""
    quarters, years = quarterly(year, today, group), yearly(year, group)
    watched = [one.group for one in chosen.indicators() if one.group]
    context = {
        "year": year,
        "years": _years(today, year, group),
        "group": groups.get(group, ""),
        "groups": sorted({(one.reference, one.name) for one in watched}, key=lambda one: one[1]),
        "quarterly": presenters.quarter_tables(quarters, year.label),
        "yearly": presenters.scorecard_rows(years),
        "late": presenters.asked_rows(chosen.late_values(today), today),
        "missing": presenters.missing_rows(chosen.missing_values(today)),
        "unexplained": open_rows(unexplained(chosen.indicators())),
        "keeps": BUSINESS_TEAM in role_codes(person),
        "retired": chosen.indicators(retired=True),
        "query": request.GET.urlencode(),
    }
    return render(request, "reporting/indicators/scorecard.html", context)


def _years(today: Any, shown: FinancialYear, group: str) -> list[dict[str, object]]:
    this = FinancialYear.of(today)
    asked = f"&group={group}" if group else ""
    return [
        {"text": one.label, "href": f"{reverse('reporting:scorecard')}?year={one.label}{asked}", "current": one == shown}
        for one in (FinancialYear(this.start_year - back) for back in range(YEARS_OFFERED))
    ]


@require_GET
def scorecard_file(request: HttpRequest) -> HttpResponse:
    """The same as a workbook of two sheets."""
    person, year = asking(request), _year(request)
    if not allowed(EXPORTING, person.reference):
        return too_many(request)
    group = request.GET.get("group", "")
    quarters, years = quarterly(year, clock.today(), group), yearly(year, group)
    match = request.resolver_match
    log_look(
        by=person,
        action=Action.EXPORT,
        route=match.view_name if match else "",
        record_kind="figures",
        record_reference="scorecard",
    )
    return xlsx_download(
        presenters.scorecard_table(f"Scorecard {year.label} by quarter", quarters),
        presenters.scorecard_table(f"Scorecard {year.label} by year", years),
    )


@require_GET
def indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Everything about one indicator: what it means, its values and where they come from, what stood before, what was said."""
    found, person = chosen.indicator_of(code), asking(request)
    specs = known_figures()
    told = chosen.values_of([found], specs).get(code, {})
    one = line_of(found, told, specs, clock.today())
    changes = changes_of([found], specs)
    context = {
        "indicator": found,
        "spec": one.spec,
        "line": one,
        "target": presenters.target_words(found, one.spec),
        "travel": presenters.travel_words(one),
        "chart": presenters.trend_chart(one),
        "values": presenters.value_rows(one, chosen.earlier_values(found), late_periods(changes)),
        "year_rule": year_words(found, specs),
        "unexplained": open_rows(change for change in changes if not change.reasons),
        "others": other_rows(beside(found, one.newest.held.period, told)) if one.newest else [],
        "notes": chosen.notes_of(found),
        "editions": editions_with(person, code),
        "keeps": BUSINESS_TEAM in role_codes(person),
    }
    return render(request, "reporting/indicators/indicator.html", context)


def _choices(found: Indicator | None = None) -> dict[str, Any]:
    kept_owner = [(found.owner.code, found.owner.name)] if found and found.owner else []
    kept_group = [(found.group.reference, found.group.name)] if found and found.group else []
    owners, groups = chosen.owners_to_choose(), chosen.groups_to_choose()
    return {
        "owners": [*owners, *(one for one in kept_owner if one not in owners)],
        "groups": [*groups, *(one for one in kept_group if one not in groups)],
    }


@require_http_methods(["GET", "POST"])
def watch_figure(request: HttpRequest) -> HttpResponse:
    """Watch a figure that the portal knows."""
    form = WatchForm(request.POST or None, figures=chosen.figures_to_watch(), **_choices())
    return filled_in(
        request, form, services.watch_figure, back_url=reverse("reporting:scorecard"), said="The figure is on the scorecard.",
        heading="Watch a figure", button_text="Watch it", caption="Scorecard",
        note="What is counted by the portal appears with its quarters within a quarter of an hour.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def define_indicator(request: HttpRequest) -> HttpResponse:
    """Define an indicator that agencies return."""
    form = DefineForm(request.POST or None, **_choices())
    return filled_in(
        request, form, services.define_indicator, back_url=reverse("reporting:scorecard"), caption="Scorecard",
        said="The indicator is on the scorecard.", heading="Define an indicator", button_text="Save the indicator",
    )  # fmt: skip


def _of_indicator(request: HttpRequest, found: Indicator, form: Any, do: Any, said: str, **page: Any) -> HttpResponse:
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request, form, lambda **given: do(code=found.code, version=version, **given), said=said, caption=found.title,
        back_url=reverse("reporting:indicator", args=[found.code]), version=found.version, **page,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Say anew what is aimed at."""
    found = chosen.indicator_of(code)
    form = IndicatorForm(request.POST or None, initial=presenters.kept_indicator(found), **_choices(found))
    said, heading = "The indicator has been saved.", "Change the indicator"
    return _of_indicator(request, found, form, services.change_indicator, said, heading=heading, button_text="Save the indicator")


@require_http_methods(["GET", "POST"])
def retire_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Watch it no more."""
    found = chosen.indicator_of(code)
    said, heading = "The indicator is not watched any more.", "Watch this indicator no more"
    form = RetireIndicatorForm(request.POST or None)
    return _of_indicator(request, found, form, services.retire_indicator, said, heading=heading, button_text="Watch it no more")


@require_POST
def bring_indicator_back(request: HttpRequest, code: str) -> HttpResponse:
    """Watch it again."""
    version = posted_version(request.POST.get("version", ""))
    pressed(
        request,
        lambda: services.bring_indicator_back(by=asking(request), code=code, version=version),
        "The indicator is watched again.",
    )
    return redirect("reporting:indicator", code)


def _periods(found: Indicator) -> list[tuple[str, str]]:
    one = line_of(found, {}, known_figures(), clock.today())
    return [(period.label, spoken(period)) for period in reversed(one.periods)]


@require_http_methods(["GET", "POST"])
def comment_on_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Say what explains a value."""
    found = chosen.indicator_of(code)
    form = CommentForm(request.POST or None, periods=_periods(found))
    return filled_in(
        request, form, lambda **given: services.comment_on_indicator(code=code, **given), caption=found.title,
        back_url=reverse("reporting:indicator", args=[code]), said="Your comment stands beside the value.",
        heading="Comment on a value", button_text="Save the comment",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def challenge_indicator(request: HttpRequest, code: str) -> HttpResponse:
    """Challenge a value."""
    found = chosen.indicator_of(code)
    form = ChallengeForm(request.POST or None, periods=_periods(found), agencies=chosen.owners_to_choose())
    return filled_in(
        request, form, lambda **given: services.challenge_indicator(code=code, **given), caption=found.title,
        back_url=reverse("reporting:indicator", args=[code]), said="The challenge is in the log.",
        heading="Challenge a value", button_text="Save the challenge",
    )  # fmt: skip


# -- values that are asked for --------------------------------------------------------------------------------


@require_GET
def asked_values(request: HttpRequest) -> HttpResponse:
    """What agencies were asked for and have not returned, and what came last."""
    today = clock.today()
    context = {
        "waiting": presenters.asked_rows(chosen.asked_values(), today),
        "agencies": presenters.agency_rows(chosen.asked_values(), chosen.missing_values(today), today),
        "came": presenters.asked_rows(chosen.values_that_came(), today),
        "keeps": BUSINESS_TEAM in role_codes(asking(request)),
    }
    return render(request, "reporting/indicators/asked.html", context)


@require_http_methods(["GET", "POST"])
def ask_for_values(request: HttpRequest) -> HttpResponse:
    """Ask the owners of returned indicators for a period."""
    today = clock.today()
    told = chosen.kinds_returned()
    kinds = ["financial", *(kind for kind in YEARS if kind != "financial" and (kind, Indicator.Every.QUARTER) in told)]
    quarters = [
        (f"{kind}:{one.label}", spoken(one))
        for kind in kinds
        for one in reversed(last_of(quarter_over(kind, today), QUARTERS_TO_ASK))
    ]
    years = [
        (f"{kind}:{one.label}", f"{one.label}, {PeriodKind(kind).label.lower()}")
        for kind, of in YEARS.items()
        for one in reversed(last_of(of.of(today).previous(), YEARS_TO_ASK))
    ]
    periods = [*quarters, *years]
    form = AskForValuesForm(request.POST or None, periods=periods)

    def do(*, by: Any, period: str, due_on: Any) -> object:
        kind, _colon, label = period.partition(":")
        return values.ask_for_values(by=by, period=label, period_kind=kind, due_on=due_on)

    return filled_in(
        request, form, do, back_url=reverse("reporting:asked_values"), said="The owners have been asked.",
        heading="Ask for values", button_text="Ask them", caption="Scorecard",
        note="Everybody who owns a returned indicator is asked for its value. Whoever was asked already is left alone.",
    )  # fmt: skip


@require_GET
def asked_value(request: HttpRequest, reference: str) -> HttpResponse:
    """One value that was asked for, and what is done with it."""
    found = chosen.asked_value_of(reference)
    context = {
        "asked": found,
        "period": chosen.spoken_of(found),
        "row": presenters.asked_rows([found], clock.today())[0],
        "is_open": found.state == ValueAsked.State.OPEN,
        "value_href": presenters.value_href(found.indicator, period_named(found.period, found.indicator.period_kind)),
        "keeps": BUSINESS_TEAM in role_codes(asking(request)),
    }
    return render(request, "reporting/indicators/asked_value.html", context)


@require_http_methods(["GET", "POST"])
def return_value(request: HttpRequest, reference: str) -> HttpResponse:
    """An agency returns a value, by the reference of its request."""
    asked, held = chosen.value_to_return(asking(request), reference)
    if asked.state != ValueAsked.State.OPEN and request.method == "GET":
        return render(
            request, "reporting/indicators/returned.html", {"asked": asked, "request_": held, "period": chosen.spoken_of(asked)}
        )
    form = ValueForm(request.POST or None, asked=asked, parts=parts_to_fill(asked.indicator, asked.period))
    return filled_in(
        request, form, lambda **given: values.return_value(reference=reference, **given), back_url=reverse("work:requests"),
        said="The value has been returned.", heading=f"{asked.indicator.title}, {chosen.spoken_of(asked)}",
        button_text="Return the value",
        caption=f"Value of an indicator, for {asked.agency.name}", note=asked.indicator.meaning,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_value(request: HttpRequest, reference: str) -> HttpResponse:
    """Write down a value that came another way, or correct one."""
    found = chosen.asked_value_of(reference)
    version = posted_version(request.POST.get("version", ""))
    form = ValueForm(request.POST or None, asked=found, parts=parts_to_fill(found.indicator, found.period))
    corrects = found.state == ValueAsked.State.RETURNED
    return filled_in(
        request, form, lambda **given: values.record_value(reference=reference, version=version, **given), version=found.version,
        back_url=reverse("reporting:asked_value", args=[reference]), said="The value has been saved.",
        heading="Correct the value" if corrects else "Write the value down", button_text="Save the value",
        caption=f"{found.indicator.title}, {found.period}, {found.agency.name}",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def withdraw_value(request: HttpRequest, reference: str) -> HttpResponse:
    """Do without a value."""
    found = chosen.asked_value_of(reference)
    version = posted_version(request.POST.get("version", ""))
    form = WithdrawValueForm(request.POST or None)
    return filled_in(
        request, form, lambda **given: values.withdraw_value(reference=reference, version=version, **given),
        back_url=reverse("reporting:asked_value", args=[reference]), said="The value is not waited for any more.",
        heading="Do without the value", button_text="Do without it", caption=f"{found.indicator.title}, {found.period}",
        version=found.version,
    )  # fmt: skip


@require_POST
def chase_value(request: HttpRequest, reference: str) -> HttpResponse:
    """Remind the agency."""
    found = chosen.asked_value_of(reference)
    pressed(
        request, lambda: values.chase_value(by=asking(request), reference=reference), f"{found.agency.name} has been reminded."
    )
    return redirect("reporting:asked_value", reference)
