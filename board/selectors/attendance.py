"""Who came to the meetings of a year, agency by agency: of one group, or of all whose meetings a person may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Person
from board.models import Attendance, Group, Meeting
from board.rules import CAME, HAPPENED, runs_of_absence
from board.selectors.meetings import visible_meetings
from foundation.calendar import FinancialYear, end_of_day, london_date, start_of_day

NO_AGENCY = "No agency"


@dataclass(frozen=True)
class Came:
    """Of so many places to be filled those to which somebody came: the member or a deputy."""

    came: int
    asked: int


@dataclass(frozen=True)
class MeetingOfYear:
    """A meeting that took place: a column of the grid."""

    reference: str
    group_name: str
    day: date


@dataclass(frozen=True)
class AgencyOfYear:
    """An agency's row: for each meeting how each of its seats was filled (nothing where it had no seat).

    `missed` holds the places of the meetings to which nobody of the agency came so often in a row that it is flagged.
    """

    name: str
    cells: tuple[tuple[str, ...], ...]
    missed: tuple[tuple[int, ...], ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """How its seats were filled, over all meetings."""
        return tuple(mark for cell in self.cells for mark in cell)

    @property
    def share(self) -> Came:
        """To how many of its places somebody came."""
        return _counted(self.marks)


@dataclass(frozen=True)
class AttendanceByAgency:
    """The grid of a year: agencies by name, meetings in the order of time."""

    group: Group | None
    meetings: tuple[MeetingOfYear, ...]
    rows: tuple[AgencyOfYear, ...]

    @property
    def of_meetings(self) -> tuple[Came, ...]:
        """To how many of the places of each meeting somebody came."""
        return tuple(_counted(mark for row in self.rows for mark in row.cells[at]) for at in range(len(self.meetings)))

    @property
    def share(self) -> Came:
        """To how many places of the year somebody came."""
        return _counted(mark for row in self.rows for mark in row.marks)


def _counted(marks: Iterable[str]) -> Came:
    known = list(marks)
    return Came(sum(mark in CAME for mark in known), len(known))


def attendance_by_agency(person: Person, year: FinancialYear, group_reference: str = "") -> AttendanceByAgency:
    """Who came to the meetings of a financial year that a person may read, agency by agency; of one group where it is named.

    Only seats that count, as in the figure `meetings.attended`. An absence in a row is counted within each group.
    """
    held = visible_meetings(person).filter(
        state__in=HAPPENED, starts_at__gte=start_of_day(year.start), starts_at__lte=end_of_day(year.end)
    )
    if group_reference:
        held = held.filter(group__reference=group_reference)
    meetings = list(held.select_related("group").order_by("starts_at", "pk"))
    marks: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    counted = Attendance.objects.filter(meeting__in=meetings, seat__counts=True).order_by("seat_id")
    for name, meeting_id, how in counted.values_list("seat__agency__name", "meeting_id", "how"):
        marks[name or NO_AGENCY][meeting_id].append(how)
    return AttendanceByAgency(
        Group.objects.filter(reference=group_reference).first() if group_reference else None,
        tuple(MeetingOfYear(one.reference, one.group.name, london_date(one.starts_at)) for one in meetings),
        tuple(_row(name, marks[name], meetings) for name in sorted(marks, key=lambda name: (name == NO_AGENCY, name))),
    )


def _row(name: str, marks: dict[int, list[str]], meetings: list[Meeting]) -> AgencyOfYear:
    of_groups: dict[int, list[int]] = defaultdict(list)
    for at, meeting in enumerate(meetings):
        if meeting.pk in marks:
            of_groups[meeting.group_id].append(at)
    missed = [
        tuple(places[number] for number in run)
        for places in of_groups.values()
        for run in runs_of_absence([any(mark in CAME for mark in marks[meetings[at].pk]) for at in places])
    ]
    return AgencyOfYear(name, tuple(tuple(marks.get(meeting.pk, ())) for meeting in meetings), tuple(missed))
