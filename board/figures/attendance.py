"""Meetings: which were held, who came to them, and which could decide."""

from collections.abc import Iterator

from board.rules import CAME, HAPPENED, is_quorate
from foundation.calendar import end_of_day, start_of_day
from foundation.cuts import Days, of_work
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, Ratio, counted, share

SPECS = (
    FigureSpec(
        "meetings.held",
        "Meetings held",
        "Meetings of the partnership’s groups that took place in the year, by group.",
        "meetings",
        DisclosureClass.EVENTS,
        FigureKind.COUNT,
        breakdowns=("group",),
    ),
    FigureSpec(
        "meetings.attended",
        "Attendance at meetings",
        "Of the places that were to be filled at the year’s meetings those to which a member or a deputy came, by agency and by "
        "group. Observers do not count.",
        "places",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("agency", "group"),
        numerator="seats for which a member or deputy came, meeting by meeting",
        denominator="seats that count at the meetings held in the year",
    ),
    FigureSpec(
        "meetings.quorate",
        "Meetings with a quorum",
        "Of the meetings held in the year those at which enough seats were filled to decide, by group.",
        "meetings",
        DisclosureClass.EVENTS,
        FigureKind.PERCENTAGE,
        breakdowns=("group",),
        numerator="meetings held in the year at which the group’s quorum was reached",
        denominator="meetings held in the year",
    ),
)

# How it was for each seat that counts, meeting by meeting: one row for each meeting and agency, and one without marks for a
# meeting of which nobody was noted. The quorum is that of the end of the meeting's day.
ATTENDANCE = """
SELECT meeting.id, team.name,
       coalesce((SELECT (past.told ->> 'quorum')::int FROM board_recordpast past
                 WHERE past.kind = 'group' AND past.record = team.id
                   AND (past.stood_until AT TIME ZONE 'Europe/London')::date
                       > (meeting.starts_at AT TIME ZONE 'Europe/London')::date
                 ORDER BY past.stood_until, past.id LIMIT 1), team.quorum), coalesce(agency.name, 'No agency'),
       coalesce(array_agg(attendance.how) FILTER (WHERE attendance.id IS NOT NULL), '{}') AS marks
FROM board_meeting meeting
JOIN board_group team ON team.id = meeting.group_id
LEFT JOIN (board_attendance attendance JOIN board_seat seat ON seat.id = attendance.seat_id AND seat.counts)
       ON attendance.meeting_id = meeting.id
LEFT JOIN accounts_agency agency ON agency.id = seat.agency_id
WHERE meeting.state = ANY(%(happened)s) AND meeting.starts_at BETWEEN %(start)s AND %(end)s
GROUP BY meeting.id, team.id, 4 ORDER BY 2, 4
"""


@of_work("board.meetings", specs=SPECS)
def gather_meetings(year: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """The meetings of the year, and who came."""
    days = {"start": start_of_day(year.start), "end": end_of_day(year.end)}
    cursor.execute(ATTENDANCE, {**days, "happened": [str(one) for one in HAPPENED]})
    marks_of: dict[tuple[int, str, int], list[str]] = {}
    by_agency: dict[str, Ratio] = {}
    by_group: dict[str, Ratio] = {}
    for meeting, group, quorum, agency, marks in cursor.fetchall():
        marks_of.setdefault((meeting, group, quorum), []).extend(marks)
        if marks:
            came = sum(mark in CAME for mark in marks)
            _add(by_agency, agency, came, len(marks))
            _add(by_group, group, came, len(marks))
    if not marks_of:
        return
    quorate: dict[str, Ratio] = {}
    for (_meeting, group, quorum), marks in marks_of.items():
        _add(quorate, group, int(is_quorate(quorum, marks)), 1)
    held = {group: meetings for group, (_quorate, meetings) in quorate.items()}
    yield counted("meetings.held", year, len(marks_of), by={"group": held})
    yield share("meetings.attended", year, *_sum(by_agency), by={"agency": dict(sorted(by_agency.items())), "group": by_group})
    yield share("meetings.quorate", year, *_sum(quorate), by={"group": quorate})


def _add(to: dict[str, Ratio], label: str, numerator: int, denominator: int) -> None:
    over, under = to.get(label, (0, 0))
    to[label] = over + numerator, under + denominator


def _sum(parts: dict[str, Ratio]) -> Ratio:
    return sum(over for over, _under in parts.values()), sum(under for _over, under in parts.values())
