"""Meetings: the forward plan, one meeting, its agenda, minutes and attendance."""

import secrets
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.asking import asking
from accounts.filling import filled_in
from board.access import RUNS
from board.forms.meetings import AttendanceForm, CancelMeetingForm, ItemForm, MeetingForm, MeetingTimesForm, MinutesForm
from board.models import Meeting
from board.presenters.meetings import (
    absence_words,
    due_page,
    item_rows,
    meeting_rows,
    presence_rows,
)
from board.presenters.papers import paper_rows, withdrawn_rows
from board.rules import HAPPENED
from board.selectors.decisions import actions_decided
from board.selectors.due import actions_due
from board.selectors.meetings import (
    absent_seats,
    agenda_of,
    meeting_for,
    meetings_ahead,
    meetings_before,
    quorum_of,
    seats_at,
)
from board.selectors.papers import papers_of, withdrawn_papers
from board.selectors.structure import open_groups
from board.services import meetings as services
from foundation import clock
from foundation.calendar import FinancialYear, london_date, to_london
from foundation.design.forms import PortalForm
from foundation.errors import Conflict, Refused
from foundation.versions import posted_version

OPEN_MEETINGS = (Meeting.State.PLANNED, Meeting.State.HELD)


@require_GET
def meetings(request: HttpRequest) -> HttpResponse:
    """The forward plan, and the meetings before; of one group where the address names it."""
    person, group, after = asking(request), request.GET.get("group", ""), request.GET.get("after", "")
    before, query = meetings_before(person, group, after), {"group": group} if group else {}
    context = {
        "ahead": [] if after else meeting_rows(meetings_ahead(person, group)),
        "before": meeting_rows(before.rows),
        "next_url": f"?{urlencode({**query, 'after': before.next_key})}" if before.next_key else "",
        "first_url": f"{reverse('board:meetings')}?{urlencode(query)}" if after else "",
        "absent": absence_words(absent_seats(person)),
        "groups": open_groups(clock.today()),
        "group": group,
        "year": FinancialYear.of(clock.today()).label,
    }
    return render(request, "board/meetings.html", context)


@require_GET
def meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """One meeting: when, where, agenda with minutes and decisions, who came."""
    person = asking(request)
    found = meeting_for(person, reference)
    papers = paper_rows(papers_of(found))
    context = {
        "meeting": found,
        "items": item_rows(agenda_of(found), papers, actions_decided(person, found)),
        "papers": [row for row in papers if row["item"] is None],
        "withdrawn": withdrawn_rows(withdrawn_papers(found)) if RUNS.admits(person) else [],
        "seats": presence_rows(seats_at(found)),
        "quorate": quorum_of(found) if found.state in HAPPENED else None,
        "planned": found.state == Meeting.State.PLANNED,
        "once": secrets.token_urlsafe(12),
        "open": found.state in OPEN_MEETINGS,
        "held": found.state == Meeting.State.HELD,
        "due": due_page(actions_due(person, found)) if found.state in OPEN_MEETINGS else None,
        "today_or_before": london_date(found.starts_at) <= clock.today(),
    }
    return render(request, "board/meeting.html", context)


@require_http_methods(["GET", "POST"])
def plan_meeting(request: HttpRequest) -> HttpResponse:
    """Plan a meeting."""
    given = {"group": request.GET.get("group", "")}
    form = MeetingForm(request.POST or None, groups=open_groups(clock.today()), initial=given)

    def do(*, by: Any, group: str, **_typed: Any) -> object:
        return services.plan_meeting(by=by, group=group, **form.moments())

    said = "The meeting has been planned. Its agenda begins with what always stands on it."
    heading, button = "Plan a meeting", "Plan the meeting"
    return filled_in(request, form, do, back_url=reverse("board:meetings"), said=said, heading=heading, button_text=button)


def _of_meeting(
    request: HttpRequest, found: Meeting, form: PortalForm, do: Any, said: str, heading: str, button: str, **page: Any
) -> HttpResponse:
    caption = f"{found.group.name}, {london_date(found.starts_at):%-d %B %Y}"
    back = reverse("board:meeting", args=[found.reference])
    version = posted_version(request.POST.get("version", ""))
    return filled_in(
        request,
        form,
        lambda **given: do(reference=found.reference, version=version, **given),
        back_url=back,
        said=said,
        heading=heading,
        button_text=button,
        caption=caption,
        version=found.version,
        **page,
    )


@require_http_methods(["GET", "POST"])
def move_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """Another time or place."""
    found = meeting_for(asking(request), reference)
    starts, ends = to_london(found.starts_at), to_london(found.ends_at)
    kept = {"on": starts.date(), "starts": starts.time(), "ends": ends.time(), "place": found.place}
    form = MeetingTimesForm(request.POST or None, initial=kept)

    def do(*, by: Any, reference: str, version: int, **_typed: Any) -> object:
        return services.move_meeting(by=by, reference=reference, version=version, **form.moments())

    return _of_meeting(request, found, form, do, "The meeting has been moved.", "Move the meeting", "Save time and place")


@require_http_methods(["GET", "POST"])
def cancel_meeting(request: HttpRequest, reference: str) -> HttpResponse:
    """A meeting that does not take place."""
    found = meeting_for(asking(request), reference)
    form = CancelMeetingForm(request.POST or None)
    said, heading = "The meeting has been cancelled.", "Cancel the meeting"
    return _of_meeting(request, found, form, services.cancel_meeting, said, heading, "Cancel the meeting")


@require_POST
def invite(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell the group that there is news."""
    meeting_for(asking(request), reference)
    try:
        told = services.invite(by=asking(request), reference=reference)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, f"{told} {'person has' if told == 1 else 'people have'} been told by email.")
    return redirect("board:meeting", reference=reference)


@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, reference: str) -> HttpResponse:
    """An item of the agenda; a standing one also of those to come."""
    found = meeting_for(asking(request), reference)
    form = ItemForm(request.POST or None)

    def do(*, by: Any, reference: str, version: int, title: str, lead: str, every: bool) -> None:
        services.add_item(by=by, reference=reference, title=title, lead=lead)
        if every:
            services.add_standing_item(by=by, group=found.group.reference, title=title, lead=lead)

    return _of_meeting(request, found, form, do, "The item is on the agenda.", "Add an item", "Add the item")


@require_POST
def change_item(request: HttpRequest, reference: str, item: int) -> HttpResponse:
    """Move an item up or down the agenda, or take it off."""
    person = asking(request)
    meeting_for(person, reference)
    try:
        if "remove" in request.POST:
            services.remove_item(by=person, reference=reference, item_id=item)
        else:
            services.put_item(by=person, reference=reference, item_id=item, up="up" in request.POST)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    return redirect("board:meeting", reference=reference)


@require_http_methods(["GET", "POST"])
def write_minutes(request: HttpRequest, reference: str) -> HttpResponse:
    """What was said and decided, item by item."""
    found = meeting_for(asking(request), reference)
    form = MinutesForm(request.POST or None, items=agenda_of(found))

    def do(*, by: Any, reference: str, version: int, **_typed: Any) -> object:
        minutes, decisions = form.told("minute"), form.told("decision")
        return services.write_minutes(by=by, reference=reference, version=version, minutes=minutes, decisions=decisions)

    said, heading, theirs = "The minutes have been saved.", "Write the minutes", item_rows(agenda_of(found))
    return _of_meeting(request, found, form, do, said, heading, "Save the minutes", theirs=theirs, template="board/form.html")


@require_http_methods(["GET", "POST"])
def record_attendance(request: HttpRequest, reference: str) -> HttpResponse:
    """Who came, seat by seat."""
    found = meeting_for(asking(request), reference)
    form = AttendanceForm(request.POST or None, seats=seats_at(found))

    def do(*, by: Any, reference: str, version: int, **_typed: Any) -> object:
        how, names = form.told("how"), form.told("name")
        return services.record_attendance(by=by, reference=reference, version=version, how=how, names=names)

    return _of_meeting(request, found, form, do, "The attendance has been saved.", "Who came?", "Save who came")


@require_POST
def approve_minutes(request: HttpRequest, reference: str) -> HttpResponse:
    """Approve the minutes."""
    person = asking(request)
    meeting_for(person, reference)
    try:
        version = posted_version(request.POST.get("version", ""))
        services.approve_minutes(by=person, reference=reference, version=version)
    except (Refused, Conflict) as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The minutes have been approved.")
    return redirect("board:meeting", reference=reference)


@require_POST
def end_standing_item(request: HttpRequest, reference: str, item: int) -> HttpResponse:
    """Take a standing item off the agendas to come."""
    try:
        services.end_standing_item(by=asking(request), group=reference, item_id=item)
    except Refused as refused:
        messages.warning(request, refused.sentence)
    else:
        messages.success(request, "The item stands on no agenda from now on.")
    return redirect("board:group", reference=reference)
