"""The structure of the partnership: the chart of a day, one group, and the business team's changes to them."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from accounts.filling import filled_in
from board.forms.structure import (
    EndForm,
    EndGroupForm,
    GroupForm,
    HolderForm,
    LineForm,
    NewGroupForm,
    SeatForm,
    TermsForm,
)
from board.presenters.structure import chair_words, group_links, line_words, seat_rows, structure_chart
from board.selectors.meetings import standing_items
from board.selectors.structure import agencies_to_seat, group_of_seat, group_on, open_groups, structure_on
from board.services import structure as services
from board.views.days import day_asked
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.design.forms import PortalForm
from foundation.markdown import to_html


@require_GET
def structure(request: HttpRequest) -> HttpResponse:
    """The groups of a day as a chart, and the way to each of them."""
    day, form = day_asked(request)
    found = structure_on(day)
    context = {
        "day": day,
        "day_form": form,
        "chart": structure_chart(found),
        "groups": group_links(found),
        "links": line_words(found.links),
    }
    return render(request, "board/structure.html", context)


@require_GET
def group(request: HttpRequest, reference: str) -> HttpResponse:
    """One group on a day: purpose, lines, seats with who fills them, terms of reference in all versions."""
    day, _form = day_asked(request)
    found = group_on(reference, day)
    context = {
        "found": found,
        "seats": seat_rows(found),
        "chair": chair_words(found),
        "is_today": day == clock.today(),
        "year": FinancialYear.of(day).label,
        "standing": standing_items(reference, day),
        "terms_html": to_html(found.terms.text, top_heading=2) if found.terms else "",
    }
    return render(request, "board/group.html", context)


@require_http_methods(["GET", "POST"])
def new_group(request: HttpRequest) -> HttpResponse:
    """Open a group."""
    return filled_in(
        request,
        NewGroupForm(request.POST or None, initial={"quorum": 0}),
        services.open_group,
        back_url=reverse("board:structure"),
        said="The group has been opened. Add its seats.",
        heading="Open a group",
        button_text="Open the group",
    )


def _of_group(
    request: HttpRequest, reference: str, form: PortalForm, do: Callable[..., Any], said: str, heading: str, button: str
) -> HttpResponse:
    found = group_on(reference, clock.today())

    def done(**given: Any) -> Any:
        return do(reference=reference, **given)

    return filled_in(
        request,
        form,
        done,
        back_url=reverse("board:group", args=[reference]),
        said=said,
        heading=heading,
        button_text=button,
        caption=found.group.name,
    )


@require_http_methods(["GET", "POST"])
def change_group(request: HttpRequest, reference: str) -> HttpResponse:
    """A group's particulars."""
    found = group_on(reference, clock.today()).group
    kept = {name: getattr(found, name) for name in ("name", "purpose", "meets", "quorum")}
    form = GroupForm(request.POST or None, initial=kept)
    said = "The group has been changed."
    return _of_group(request, reference, form, services.change_group, said, "Change the group", "Save the changes")


@require_http_methods(["GET", "POST"])
def end_group(request: HttpRequest, reference: str) -> HttpResponse:
    """A group's last day."""
    form = EndGroupForm(request.POST or None)
    return _of_group(request, reference, form, services.end_group, "The group ends.", "End the group", "End the group")


@require_http_methods(["GET", "POST"])
def write_terms(request: HttpRequest, reference: str) -> HttpResponse:
    """The next version of the terms of reference, beginning with the one before."""
    terms = group_on(reference, clock.today()).all_terms
    form = TermsForm(request.POST or None, initial={"text": terms[0].text} if terms else None)
    said = "The terms of reference have been saved as a new version."
    return _of_group(request, reference, form, services.write_terms, said, "Terms of reference", "Save as a new version")


@require_http_methods(["GET", "POST"])
def draw_line(request: HttpRequest, reference: str) -> HttpResponse:
    """Whom a group reports to, or what it is linked with."""
    form = LineForm(request.POST or None, groups=open_groups(clock.today(), without=reference))
    said = "The line has been drawn."
    return _of_group(request, reference, form, services.draw_line, said, "Reporting line or link", "Draw the line")


@require_http_methods(["GET", "POST"])
def end_line(request: HttpRequest, reference: str, line: int) -> HttpResponse:
    """The last day of a line."""

    def do(**given: Any) -> object:
        return services.end_line(line_id=line, **given)

    return _of_group(request, reference, EndForm(request.POST or None), do, "The line ends.", "End the line", "End the line")


@require_http_methods(["GET", "POST"])
def add_seat(request: HttpRequest, reference: str) -> HttpResponse:
    """A new seat of a group."""

    def do(*, agency: str, **given: Any) -> object:
        return services.add_seat(agency_code=agency, **given)

    form = SeatForm(request.POST or None, agencies=agencies_to_seat())
    return _of_group(request, reference, form, do, "The seat has been added. Say who fills it.", "Add a seat", "Add the seat")


def _of_seat(
    request: HttpRequest, seat: int, form: PortalForm, do: Callable[..., Any], said: str, heading: str, button: str
) -> HttpResponse:
    found = group_of_seat(seat)

    def done(**given: Any) -> Any:
        return do(seat_id=seat, **given)

    return filled_in(
        request,
        form,
        done,
        back_url=reverse("board:group", args=[found.group.reference]),
        said=said,
        heading=heading,
        button_text=button,
        caption=f"{found.title}, {found.group.name}",
    )


@require_http_methods(["GET", "POST"])
def end_seat(request: HttpRequest, seat: int) -> HttpResponse:
    """A seat's last day."""
    return _of_seat(
        request, seat, EndForm(request.POST or None), services.end_seat, "The seat ends.", "End the seat", "End the seat"
    )


@require_http_methods(["GET", "POST"])
def fill_seat(request: HttpRequest, seat: int) -> HttpResponse:
    """Who fills a seat, or deputises."""
    form = HolderForm(request.POST or None)
    return _of_seat(request, seat, form, services.fill_seat, "The seat is filled.", "Who fills the seat?", "Save who fills it")


@require_http_methods(["GET", "POST"])
def leave_seat(request: HttpRequest, seat: int, holding: int) -> HttpResponse:
    """The last day of who fills a seat or deputises."""

    def do(**given: Any) -> object:
        return services.leave_seat(holding_id=holding, **given)

    return _of_seat(
        request, seat, EndForm(request.POST or None), do, "They leave the seat.", "Leave the seat", "Save the last day"
    )
