"""The inbox: what was offered to my team, and what was asked of my agency."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.asking import asking
from work.presenters import Row, accepted_row, handover_row, inbox_tabs, request_row
from work.selectors.handovers import accepted_by_teams
from work.selectors.my_work import inbox_counts, team_handovers, team_requests


@require_GET
def handovers(request: HttpRequest) -> HttpResponse:
    """What waits for an answer of my teams."""
    person = asking(request)
    page = team_handovers(person, request.GET.get("after", ""))
    rows = [handover_row(handover, handover.clock.due_at if handover.clock else None) for handover in page.rows]
    return _inbox(request, "handovers", rows, page.next_key)


@require_GET
def requests(request: HttpRequest) -> HttpResponse:
    """What my agency was asked and has not answered."""
    person = asking(request)
    page = team_requests(person, request.GET.get("after", ""))
    return _inbox(request, "requests", [request_row(row) for row in page.rows], page.next_key)


@require_GET
def accepted(request: HttpRequest) -> HttpResponse:
    """What my teams have accepted, newest first, so that nothing is lost from sight with the answer."""
    rows = [accepted_row(handover) for handover in accepted_by_teams(asking(request))]
    return _inbox(request, "accepted", rows, "")


def _inbox(request: HttpRequest, tab: str, rows: Sequence[Row], next_key: str) -> HttpResponse:
    context = {
        "tab": tab,
        "rows": rows,
        "tabs": inbox_tabs(inbox_counts(asking(request)), tab),
        "next_url": f"?{urlencode({'after': next_key})}" if next_key else "",
        "first_url": request.path if request.GET.get("after") else "",
    }
    return render(request, "work/inbox.html", context)
