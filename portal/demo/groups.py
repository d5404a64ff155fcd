"""The groups of the fictional partnership, their seats, and two years of meetings."""

from datetime import date, datetime, time, timedelta
from random import Random

from board.models import (
    AgendaItem,
    Attendance,
    Group,
    GroupLine,
    Meeting,
    Plan,
    RecordPast,
    Seat,
    SeatHolding,
    StandingItem,
    TermsOfReference,
)
from board.services.meetings import ACTIONS_DUE, LAST_MINUTES
from foundation.calendar import ENGLAND, add_months, from_london
from portal.demo.board import PLANS
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References

SINCE = date(2019, 9, 29)
"""The day on which the arrangements of the three partners took the place of the board before them."""
AHEAD = 2
"""So many meetings of each group are planned."""

# Name, kind, what it is for, how often it meets, months between meetings, quorum, whom it reports to.
GROUPS = (
    ("Executive group", "executive", "Leads the partnership and signs its yearly report.", "every three months", 3, 3, ""),
    (
        "Quality improvement group", "sub_group", "Audits, indicators and what they teach.", "every two months", 2, 5,
        "Executive group",
    ),
    (
        "Safeguarding practice review group", "sub_group", "Rapid reviews, practice reviews and their actions.", "every month",
        1, 4, "Executive group",
    ),
    (
        "Learning and development group", "sub_group", "What is taught, to whom, and whether it helps.", "every three months",
        3, 4, "Executive group",
    ),
    (
        "Front door operational group", "task", "How referrals arrive and are decided.", "every two months", 2, 4,
        "Quality improvement group",
    ),
    ("Health and wellbeing board", "other_board", "Health of everybody in the borough.", "every three months", 0, 0, ""),
)  # fmt: skip
# Agency, post, part; the three partners sit in the executive, all of them in the other groups.
PARTNERS = (
    ("council", "Director of children’s services", "chair"),
    ("icb", "Chief nurse", "vice_chair"),
    ("police", "Commander", "member"),
)
MEMBERS = (
    ("social-care", "Head of safeguarding", "chair"),
    ("icb", "Designated nurse", "vice_chair"),
    ("police", "Detective superintendent", "member"),
    ("oakfield", "Designated safeguarding lead", "member"),
    ("hospital", "Named nurse", "member"),
    ("probation", "Head of service", "member"),
    ("housing", "Housing manager", "member"),
    ("", "Lay member", "lay_member"),
)
SIGN_INS = {("oakfield", "Designated safeguarding lead"): "school.lead"}
WAS_CALLED = {
    "Quality improvement group": (
        400, {"name": "Quality assurance group", "purpose": "Audits and indicators.", "meets": "every three months", "quorum": 4},
    )
}  # fmt: skip
"""What a group said of itself until so many days ago."""
STANDING = (("Scrutineer’s observations", "Independent scrutineer"), ("Voice of children and families", ""))
SAID = "Members read the paper and asked what had changed for children. Each agency said what it will do."
DECIDED = "The group asks for a short note on this before its next meeting."
RARELY = ("probation", "housing")
"""Agencies for which nobody comes every second time."""


class GroupMaker:
    """Makes the structure and the meetings, in an order of its own chance: nothing else is drawn from it."""

    def __init__(self, seed: int, references: References, made: DemoPartnership, now: datetime) -> None:
        self.random = Random(f"groups {seed}")  # noqa: S311  # a demonstration, the same each time
        self.references, self.made, self.now = references, made, now
        self.board = made.people["board"].reference

    def make(self) -> None:
        """Everything."""
        groups: dict[str, Group] = {}
        for place, (name, kind, purpose, meets, months, quorum, above) in enumerate(GROUPS):
            group = groups[name] = Group.objects.create(
                reference=self.references.new("3"),
                name=name,
                kind=kind,
                purpose=purpose,
                meets=meets,
                quorum=quorum,
                from_on=SINCE,
            )
            if above:
                GroupLine.objects.create(group=group, other=groups[above], kind="reports_to", from_on=SINCE)
            if months:
                self._terms(group)
                seats = self._seats(group)
                self._meetings(group, seats, months, place)
        GroupLine.objects.create(
            group=groups["Executive group"], other=groups["Health and wellbeing board"], kind="linked_with", from_on=SINCE
        )

        for name, (days, told) in WAS_CALLED.items():
            until = self.now - timedelta(days=days)
            RecordPast.objects.create(kind="group", record=groups[name].pk, stood_until=until, told=told)
        for title, _source, name, _number, _age in PLANS:
            Plan.objects.filter(title=title).update(group=groups[name])

    def _terms(self, group: Group) -> None:
        text = f"## Purpose\n\n{group.purpose}\n\n## How it works\n\n- it meets {group.meets}\n- deputies count for its quorum"
        moment = from_london(SINCE, time(9))
        TermsOfReference.objects.create(group=group, number=1, text=text, from_on=SINCE, written_at=moment, written_by=self.board)
        for title, lead in STANDING:
            StandingItem.objects.create(group=group, title=title, lead=lead, from_on=SINCE)

    def _seats(self, group: Group) -> list[Seat]:
        found = []
        for code, title, part in PARTNERS if group.kind == Group.Kind.EXECUTIVE else MEMBERS:
            agency = self.made.agencies[code] if code else None
            seat = Seat.objects.create(group=group, title=title, agency=agency, part=part, from_on=SINCE)
            person = self.made.people.get(SIGN_INS.get((code, title), ""))
            SeatHolding.objects.create(seat=seat, person=person, name="" if person else title, from_on=SINCE)
            found.append(seat)
        return found

    def _meetings(self, group: Group, seats: list[Seat], months: int, place: int) -> None:
        first = self.now.date().replace(day=1)
        for back in range(24 // months, -AHEAD - 1, -1):
            day = ENGLAND.next_working_day(add_months(first, -back * months) + timedelta(days=6 + place))
            self._meeting(group, seats, day, months)

    def _meeting(self, group: Group, seats: list[Seat], day: date, months: int) -> None:
        starts = from_london(day, time(10))
        over = starts + timedelta(days=1) < self.now
        settled = over and add_months(day, months) < self.now.date()
        meeting = Meeting.objects.create(
            reference=self.references.new("3"), group=group, starts_at=starts, ends_at=starts + timedelta(hours=2),
            place="Town hall, committee room 2", state="approved" if settled else "held" if over else "planned",
            invited_at=starts - timedelta(days=20) if over else None, invited_by=self.board if over else "",
            approved_at=from_london(add_months(day, months), time(10)) if settled else None,
            approved_by=self.board if settled else "",
        )  # fmt: skip
        titles = [("minutes", LAST_MINUTES, ""), ("actions", ACTIONS_DUE, ""), *(("standing", *one) for one in STANDING)]
        AgendaItem.objects.bulk_create(
            AgendaItem(
                meeting=meeting, position=place, kind=kind, title=title, lead=lead,
                minute=SAID if over else "", decision=DECIDED if over and kind == "actions" else "",
            )
            for place, (kind, title, lead) in enumerate(titles, start=1)
        )  # fmt: skip
        if over:
            Attendance.objects.bulk_create(self._came(meeting, seat) for seat in seats)

    def _came(self, meeting: Meeting, seat: Seat) -> Attendance:
        rare = seat.agency is not None and seat.agency.code in RARELY
        chances = (35, 15, 30, 20) if rare else (75, 12, 10, 3)
        how = self.random.choices(Attendance.How.values, chances)[0]
        return Attendance(meeting=meeting, seat=seat, how=how, name="A deputy" if how == Attendance.How.DEPUTY else "")
