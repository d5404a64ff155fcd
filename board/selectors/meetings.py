"""Meetings of groups: which a person may read, one with its agenda, and who came to which."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from accounts.models import Person
from board.access import BOARD
from board.models import AgendaItem, Attendance, Meeting, Seat, SeatHolding, StandingItem
from board.rules import ABSENCES_IN_A_ROW, CAME, HAPPENED, absences_in_a_row, is_quorate
from board.selectors.pasts import value_on
from board.selectors.structure import on_the_day, sits_in
from foundation import clock
from foundation.calendar import FinancialYear, end_of_day, london_date, start_of_day
from foundation.errors import NotVisible
from foundation.numbers import percentage
from foundation.pages import Page, page_after

State = Meeting.State
LISTED = 200
BEFORE_SHOWN = 12


@dataclass(frozen=True)
class SeatAtMeeting:
    """A seat of the day of a meeting, who holds it, and how it was filled ("" while nobody has said)."""

    seat: Seat
    holders: tuple[str, ...]
    how: str
    name: str


@dataclass(frozen=True)
class AttendanceOfYear:
    """Who came to the meetings of a group in a year: a row for each seat, a mark for each meeting ("" where it had no seat)."""

    group_name: str
    days: tuple[date, ...]
    rows: tuple[tuple[Seat, tuple[str, ...]], ...]
    quorate: tuple[bool, ...]

    def share(self, marks: Sequence[str]) -> Decimal | None:
        """Of the meetings to which the seat belonged those to which somebody came, in per cent; None where there was none."""
        asked = [mark for mark in marks if mark]
        return percentage(sum(mark in CAME for mark in asked), len(asked)) if asked else None


def visible_meetings(person: Person) -> QuerySet[Meeting]:
    """All for the board's people; anybody else those of the groups in which they sit today."""
    if BOARD.admits(person):
        return Meeting.objects.all()
    return Meeting.objects.filter(group__in=sits_in(person, clock.today()))


def meeting_for(person: Person, reference: str) -> Meeting:
    """One meeting with its group, to whoever may read it."""
    found = visible_meetings(person).select_related("group").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_meeting(reference: str) -> Meeting:
    """The meeting, locked for a service, with its group."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("group").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def meetings_ahead(person: Person, group: str = "") -> list[Meeting]:
    """What is planned from today on, soonest first."""
    found = visible_meetings(person).filter(state=State.PLANNED, starts_at__gte=start_of_day(clock.today()))
    return list(_of_group(found, group).select_related("group").order_by("starts_at")[:LISTED])


def meetings_before(person: Person, group: str = "", after: str = "") -> Page[Meeting]:
    """Some of what was held, cancelled or is over, newest first, after the key that the page before gave."""
    found = visible_meetings(person).exclude(state=State.PLANNED, starts_at__gte=start_of_day(clock.today()))
    return page_after(_of_group(found, group).select_related("group"), "starts_at", after, BEFORE_SHOWN, newest_first=True)


def _of_group(found: QuerySet[Meeting], group: str) -> QuerySet[Meeting]:
    return found.filter(group__reference=group) if group else found


def meeting_before(meeting: Meeting) -> Meeting | None:
    """The last meeting of the group before this one that was held. Asked once this one is seen."""
    held = Meeting.objects.filter(group=meeting.group_id, state__in=HAPPENED, starts_at__lt=meeting.starts_at)
    return held.select_related("group").order_by("-starts_at").first()


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """The items in their order."""
    return list(meeting.items.all())


def standing_items(group_reference: str, day: date) -> list[StandingItem]:
    """What stands on the agenda of a group's meetings on a day."""
    return list(StandingItem.objects.filter(on_the_day(day), group__reference=group_reference))


def seats_at(meeting: Meeting) -> list[SeatAtMeeting]:
    """The seats of the day of a meeting with how they were filled."""
    day = london_date(meeting.starts_at)
    holdings = SeatHolding.objects.filter(on_the_day(day)).select_related("person").order_by("deputy", "id")
    seats = (
        Seat.objects.filter(on_the_day(day), group=meeting.group_id)
        .select_related("agency")
        .prefetch_related(Prefetch("holdings", queryset=holdings))
    )
    said = {one.seat_id: one for one in meeting.attendances.all()}
    return [
        SeatAtMeeting(
            seat,
            tuple(one.person.name if one.person else one.name for one in seat.holdings.all()),
            said[seat.pk].how if seat.pk in said else "",
            said[seat.pk].name if seat.pk in said else "",
        )
        for seat in seats
    ]


def people_to_invite(meeting: Meeting) -> list[Person]:
    """Everybody with an account who fills a seat of the group, or deputises, on the day."""
    day = london_date(meeting.starts_at)
    seats = Seat.objects.filter(on_the_day(day), group=meeting.group_id)
    held = SeatHolding.objects.filter(on_the_day(day), seat__in=seats, person__is_active=True)
    return list(Person.objects.filter(pk__in=held.values("person")).order_by("pk"))


def meetings_to_remind_of() -> list[Meeting]:
    """Planned meetings ahead to which people were invited, soonest first: for the system's own task."""
    ahead = Meeting.objects.filter(state=State.PLANNED, invited_at__isnull=False, starts_at__gt=clock.now())
    return list(ahead.order_by("starts_at", "pk")[:LISTED])


def quorum_of(meeting: Meeting) -> bool:
    """Whether enough of the seats that count were filled, by the quorum of the day."""
    marks = Attendance.objects.filter(meeting=meeting, seat__counts=True).values_list("how", flat=True)
    day = london_date(meeting.starts_at)
    return is_quorate(value_on(meeting.group, "quorum", [day])[day], marks)


def attendance_of(person: Person, group_reference: str, year: FinancialYear) -> AttendanceOfYear | None:
    """Who came to a group's meetings of a financial year; None where the person may not read the group's meetings."""
    held = visible_meetings(person).filter(
        group__reference=group_reference,
        state__in=HAPPENED,
        starts_at__gte=start_of_day(year.start),
        starts_at__lte=end_of_day(year.end),
    )
    meetings = list(held.select_related("group").order_by("starts_at"))
    if not meetings:
        return None
    marks: dict[int, dict[int, str]] = defaultdict(dict)
    counted: dict[int, list[str]] = defaultdict(list)
    for one in Attendance.objects.filter(meeting__in=meetings).select_related("seat"):
        marks[one.seat_id][one.meeting_id] = one.how
        if one.seat.counts:
            counted[one.meeting_id].append(one.how)
    seats = Seat.objects.filter(pk__in=marks).select_related("agency").order_by("agency__name", "id")
    group, days = meetings[0].group, tuple(london_date(one.starts_at) for one in meetings)
    quorums = value_on(group, "quorum", days)
    return AttendanceOfYear(
        group.name,
        days,
        tuple((seat, tuple(marks[seat.pk].get(one.pk, "") for one in meetings)) for seat in seats),
        tuple(is_quorate(quorums[day], counted[one.pk]) for one, day in zip(meetings, days, strict=True)),
    )


def absent_seats(person: Person) -> list[tuple[Seat, int]]:
    """The seats of today for which nobody came to the last meetings in a row, so many times; the longest run first."""
    today = clock.today()
    meetings = visible_meetings(person).filter(state__in=HAPPENED)
    newest: dict[int, list[str]] = defaultdict(list)
    rows = Attendance.objects.filter(meeting__in=meetings, seat__counts=True).order_by("-meeting__starts_at")
    for seat_id, how in rows.filter(Q(seat__to_on__isnull=True) | Q(seat__to_on__gte=today)).values_list("seat_id", "how"):
        newest[seat_id].append(how)
    runs = {seat_id: run for seat_id, how in newest.items() if (run := absences_in_a_row(how)) >= ABSENCES_IN_A_ROW}
    seats = Seat.objects.filter(pk__in=runs).select_related("agency", "group")
    return sorted(((seat, runs[seat.pk]) for seat in seats), key=lambda pair: -pair[1])
