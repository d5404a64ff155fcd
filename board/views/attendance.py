"""Who came to the meetings of a year: of one group seat by seat, and of one or all groups agency by agency."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.asking import asking
from accounts.rate_limits import EXPORTING, allowed, too_many
from board.presenters.attendance import agency_grid, agency_table, attendance_chart, share_rows
from board.selectors.attendance import attendance_by_agency as by_agency
from board.selectors.meetings import attendance_of
from board.selectors.structure import group_on, open_groups
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotVisible, Refused
from foundation.exports import xlsx_download

YEARS_SHOWN = 4


def _year(label: str) -> FinancialYear:
    try:
        return FinancialYear.from_label(label)
    except Refused as unreadable:
        raise NotVisible from unreadable


def _years() -> list[str]:
    return [FinancialYear(FinancialYear.of(clock.today()).start_year - back).label for back in range(YEARS_SHOWN)]


@require_GET
def attendance(request: HttpRequest, reference: str, year: str) -> HttpResponse:
    """Who came to a group's meetings in a year, seat by seat."""
    group = group_on(reference, clock.today()).group
    shown = _year(year)
    found = attendance_of(asking(request), reference, shown)
    context = {
        "year": shown,
        "found": found,
        "group": group,
        "chart": attendance_chart(found) if found else None,
        "shares": share_rows(found) if found else (),
        "quorate": sum(found.quorate) if found else 0,
        "years": _years(),
    }
    return render(request, "board/attendance.html", context)


@require_GET
def attendance_by_agency(request: HttpRequest, year: str) -> HttpResponse:
    """Who came in a year, agency by agency: over all groups, or of the one that the address names."""
    shown, group = _year(year), request.GET.get("group", "")
    found = by_agency(asking(request), shown, group)
    context = {
        "year": shown,
        "grid": agency_grid(found),
        "group": group,
        "of_group": found.group,
        "groups": open_groups(clock.today()),
        "query": f"?{urlencode({'group': group})}" if group else "",
        "years": _years(),
        "back": reverse("board:group", args=[group]) if found.group else reverse("board:meetings"),
    }
    return render(request, "board/attendance_by_agency.html", context)


@require_GET
def attendance_export(request: HttpRequest, year: str) -> HttpResponse:
    """The same grid as a spreadsheet."""
    if not allowed(EXPORTING, asking(request).reference):
        return too_many(request)
    shown = _year(year)
    return xlsx_download(agency_table(by_agency(asking(request), shown, request.GET.get("group", "")), shown.label))
