"""Planning meetings, keeping their agenda, writing minutes and decisions, and who came."""

from collections.abc import Mapping
from datetime import datetime

from accounts.models import Person
from board.models import AgendaItem, Attendance, Meeting, StandingItem
from board.rules import HAPPENED, MEETING_TRANSITIONS
from board.selectors.meetings import locked_meeting, people_to_invite, seats_at, standing_items
from board.selectors.structure import locked_group
from foundation import clock
from foundation.calendar import london_date
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.mail import NEWS, PATH, queue_mail
from foundation.service import service
from foundation.states import move
from foundation.versions import check_version

LAST_MINUTES = "Minutes of the last meeting and what came of them"
ACTIONS_DUE = "Actions that are due"


def subject_of(meeting: Meeting) -> Subject:
    """How events speak of a meeting."""
    return Subject("meeting", meeting.reference)


def _check_times(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise Refused("Enter an end after the beginning.", field="ends")


def _check_free(meeting: Meeting) -> None:
    others = Meeting.objects.filter(group=meeting.group, starts_at=meeting.starts_at)
    if others.exclude(state=Meeting.State.CANCELLED).exclude(pk=meeting.pk).exists():
        raise Refused("This group meets then already.", field="starts")


@service
def plan_meeting(*, by: Person, group: str, starts_at: datetime, ends_at: datetime, place: str = "") -> Meeting:
    """Plan a meeting of a group; its agenda begins with the last minutes, actions that are due and the standing items.

    Refuses an end before the beginning, a group that is not there on that day, and a second meeting at the same moment.
    """
    _check_times(starts_at, ends_at)
    found = locked_group(group)
    day = london_date(starts_at)
    if day < found.from_on or (found.to_on is not None and day > found.to_on):
        raise Refused("The group is not there on that day.", field="starts")
    meeting = Meeting(group=found, starts_at=starts_at, ends_at=ends_at, place=place)
    _check_free(meeting)
    meeting.save()
    first = [] if not found.meetings.filter(state__in=HAPPENED).exists() else [(AgendaItem.Kind.MINUTES, LAST_MINUTES, "")]
    items = [
        *first,
        (AgendaItem.Kind.ACTIONS, ACTIONS_DUE, ""),
        *((AgendaItem.Kind.STANDING, one.title, one.lead) for one in standing_items(group, day)),
    ]
    for position, (kind, title, lead) in enumerate(items, start=1):
        AgendaItem.objects.create(meeting=meeting, position=position, kind=kind, title=title, lead=lead)
    record(verb="board.meeting_planned", by=by, subject=subject_of(meeting), data={"group": group, "on": day.isoformat()})
    return meeting


def opened(reference: str, version: int) -> Meeting:
    """The meeting, locked, as it was when the page was opened, and not yet approved or cancelled."""
    meeting = locked_meeting(reference)
    if meeting.state in (Meeting.State.APPROVED, Meeting.State.CANCELLED):
        raise Refused("This meeting is closed: its minutes are approved, or it was cancelled.")
    check_version(
        meeting, version, "Somebody else has changed this meeting since you opened it. Check yours against theirs and save again."
    )
    return meeting


def _save(meeting: Meeting) -> None:
    meeting.version += 1
    meeting.save()


@service
def move_meeting(*, by: Person, reference: str, version: int, starts_at: datetime, ends_at: datetime, place: str) -> Meeting:
    """Say anew when and where a planned meeting is; whoever was invited is told that there is news."""
    meeting = opened(reference, version)
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("This meeting has been held, so it stays where it was.")
    _check_times(starts_at, ends_at)
    meeting.starts_at, meeting.ends_at, meeting.place = starts_at, ends_at, place
    meeting.sequence += 1
    _check_free(meeting)
    _save(meeting)
    record(verb="board.meeting_moved", by=by, subject=subject_of(meeting), data={"starts_at": starts_at.isoformat()})
    if meeting.invited_at is not None:
        _tell(meeting, "moved")
    return meeting


def _tell(meeting: Meeting, what: str) -> int:
    people = people_to_invite(meeting)
    for person in people:
        key = f"meeting-{what}:{meeting.reference}:{meeting.version}:{person.reference}"
        queue_mail(to=person.email, template=NEWS.name, context={PATH: f"/meetings/{meeting.reference}/"}, key=key)
    return len(people)


@service
def invite(*, by: Person, reference: str) -> int:
    """Tell everybody with an account who sits in the group, or deputises, that there is news; how many were told.

    Refuses a meeting that is over, and a group in which nobody with an account sits.
    """
    meeting = locked_meeting(reference)
    if meeting.state != Meeting.State.PLANNED:
        raise Refused("Only to a planned meeting can people be invited.")
    told = _tell(meeting, "invited")
    if not told:
        raise Refused("Nobody with an account sits in this group. Say who fills its seats first.")
    meeting.invited_at, meeting.invited_by = clock.now(), by.reference
    meeting.save(update_fields=["invited_at", "invited_by"])
    record(verb="board.meeting_invited", by=by, subject=subject_of(meeting), data={"people": told})
    return told


@service
def cancel_meeting(*, by: Person, reference: str, version: int, reason: str) -> Meeting:
    """Cancel a planned meeting, with a reason; whoever was invited is told that there is news."""
    meeting = opened(reference, version)
    move(MEETING_TRANSITIONS, meeting, "cancel")
    meeting.cancelled_reason = reason
    meeting.sequence += 1
    _save(meeting)
    record(verb="board.meeting_cancelled", by=by, subject=subject_of(meeting), reason=reason)
    if meeting.invited_at is not None:
        _tell(meeting, "cancelled")
    return meeting


@service
def add_item(*, by: Person, reference: str, title: str, lead: str = "") -> AgendaItem:
    """Add an item at the end of the agenda. The same title again adds nothing. Refuses a meeting that is closed."""
    meeting = locked_meeting(reference)
    opened(reference, meeting.version)
    there = meeting.items.filter(title__iexact=title).first()
    if there is not None:
        return there
    last = meeting.items.order_by("-position").first()
    item = AgendaItem.objects.create(meeting=meeting, position=last.position + 1 if last else 1, title=title, lead=lead)
    _save(meeting)
    record(verb="board.agenda_item_added", by=by, subject=subject_of(meeting), data={"position": item.position})
    return item


@service
def remove_item(*, by: Person, reference: str, item_id: int) -> None:
    """Take an item off the agenda of a planned meeting. Refuses one with papers, or about which something is minuted."""
    meeting = locked_meeting(reference)
    opened(reference, meeting.version)
    item = meeting.items.filter(pk=item_id).first()
    if item is None:
        raise Refused("This item has been taken off already.")
    if item.minute or item.decision:
        raise Refused("Something is minuted about this item, so it stays.")
    if item.papers.filter(withdrawn_at__isnull=True).exists():
        raise Refused("This item has papers. Withdraw them before you take it off.")
    meeting.items.filter(pk=item_id).delete()
    _save(meeting)
    record(verb="board.agenda_item_removed", by=by, subject=subject_of(meeting), data={"position": item.position})


@service
def put_item(*, by: Person, reference: str, item_id: int, up: bool) -> None:
    """Move an item one place up or down the agenda; at either end nothing happens."""
    meeting = locked_meeting(reference)
    opened(reference, meeting.version)
    items = list(meeting.items.select_for_update())
    place = next((number for number, item in enumerate(items) if item.pk == item_id), None)
    if place is None:
        raise Refused("This item has been taken off already.")
    other = place - 1 if up else place + 1
    if not 0 <= other < len(items):
        return
    one, two = items[place], items[other]
    one.position, two.position = two.position, one.position
    one.save(update_fields=["position"])
    two.save(update_fields=["position"])
    _save(meeting)
    record(verb="board.agenda_item_moved", by=by, subject=subject_of(meeting), data={"position": one.position})


@service
def write_minutes(
    *, by: Person, reference: str, version: int, minutes: Mapping[int, str], decisions: Mapping[int, str]
) -> Meeting:
    """Write what was said and decided on each item, by the item's id. Refuses a meeting that is closed, or was changed since."""
    meeting = opened(reference, version)
    changed = 0
    for item in meeting.items.select_for_update():
        minute, decision = minutes.get(item.pk, item.minute), decisions.get(item.pk, item.decision)
        if (minute, decision) != (item.minute, item.decision):
            item.minute, item.decision = minute, decision
            item.save(update_fields=["minute", "decision"])
            changed += 1
    _save(meeting)
    record(verb="board.minutes_written", by=by, subject=subject_of(meeting), data={"items": changed})
    return meeting


@service
def record_attendance(*, by: Person, reference: str, version: int, how: Mapping[int, str], names: Mapping[int, str]) -> Meeting:
    """Say for every seat of the day who came; the meeting has been held by that.

    `how` and `names` are by the seat's id. Refuses a day that is still to come, a seat about which nothing is said, and a
    deputy without a name where the seat has none.
    """
    meeting = opened(reference, version)
    if london_date(meeting.starts_at) > clock.today():
        raise Refused("This meeting is still to come.")
    for there in seats_at(meeting):
        mark = how.get(there.seat.pk, "")
        name = names.get(there.seat.pk, "").strip()
        if mark not in Attendance.How.values:
            raise Refused(f"Select how the seat “{there.seat.title}” was filled.", field=f"how_{there.seat.pk}")
        if mark == Attendance.How.DEPUTY and not name:
            raise Refused(f"Enter who came for “{there.seat.title}”.", field=f"name_{there.seat.pk}")
        Attendance.objects.update_or_create(
            meeting=meeting, seat=there.seat, defaults={"how": mark, "name": name if mark in ("attended", "deputy") else ""}
        )
    if meeting.state == Meeting.State.PLANNED:
        move(MEETING_TRANSITIONS, meeting, "hold")
    _save(meeting)
    record(verb="board.attendance_recorded", by=by, subject=subject_of(meeting))
    return meeting


@service
def approve_minutes(*, by: Person, reference: str, version: int) -> Meeting:
    """Approve the minutes of a meeting that was held: they change no more, and the group is told that there is news.

    Refuses one about which nothing is minuted.
    """
    meeting = opened(reference, version)
    move(MEETING_TRANSITIONS, meeting, "approve")
    if not meeting.items.exclude(minute="", decision="").exists():
        raise Refused("Nothing is minuted yet.")
    meeting.approved_at, meeting.approved_by = clock.now(), by.reference
    _save(meeting)
    record(verb="board.minutes_approved", by=by, subject=subject_of(meeting))
    _tell(meeting, "approved")
    return meeting


@service
def add_standing_item(*, by: Person, group: str, title: str, lead: str = "") -> StandingItem:
    """Put an item on every agenda of a group from today on. The same title again adds nothing."""
    found = locked_group(group)
    there = StandingItem.objects.filter(group=found, title__iexact=title, to_on__isnull=True).first()
    if there is not None:
        return there
    item = StandingItem.objects.create(group=found, title=title, lead=lead, from_on=clock.today())
    record(verb="board.standing_item_added", by=by, subject=Subject("group", group), data={"item": item.pk})
    return item


@service
def end_standing_item(*, by: Person, group: str, item_id: int) -> None:
    """Take an item off the agendas to come."""
    item = StandingItem.objects.select_for_update().filter(pk=item_id, group__reference=group, to_on__isnull=True).first()
    if item is None:
        raise Refused("This item has ended already.")
    item.to_on = clock.today()
    item.save(update_fields=["to_on"])
    record(verb="board.standing_item_ended", by=by, subject=Subject("group", group), data={"item": item.pk})
