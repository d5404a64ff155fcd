"""Meetings in somebody's own calendar program: the page of the address, and what is fetched under it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST, require_safe

from accounts.asking import asking
from accounts.rate_limits import CALENDARS, address_of, allowed, too_many
from board.presenters.icalendar import icalendar
from board.selectors.feeds import feed_of, meetings_of_feed
from board.services import feeds as services
from foundation.errors import Refused


@require_GET
def calendar(request: HttpRequest) -> HttpResponse:
    """Whether one has a calendar address, and what it is for."""
    return _page(request, "")


@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Make one's address, or make it anew; it is shown this once."""
    secret = services.renew_calendar(by=asking(request))
    return _page(request, settings.PORTAL_BASE_URL.rstrip("/") + reverse("board:calendar_feed", args=[secret]))


@require_POST
def end(request: HttpRequest) -> HttpResponse:
    """End one's address."""
    try:
        services.end_calendar(by=asking(request))
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "Your calendar address opens nothing any more.")
    return redirect("board:calendar")


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """The meetings of whoever has this secret, for their calendar program."""
    if not allowed(CALENDARS, address_of(request)):
        return too_many(request)
    content = icalendar(meetings_of_feed(secret))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="meetings.ics"'
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _page(request: HttpRequest, address: str) -> HttpResponse:
    return render(request, "board/calendar.html", {"feed": feed_of(asking(request)), "address": address})
