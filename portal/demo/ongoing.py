"""Plans that run today: their clocks, who belongs to the core group, what is to be done, and the next conference."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from accounts.models import Person
from children.models import Involvement
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import Casework, at_noon
from portal.demo.conferring import PARENTS, Conferring, Family
from portal.demo.copying import Copier
from portal.demo.partnership import DemoPartnership
from portal.demo.protected import PlanGroup
from portal.demo.rhythm import Rhythm
from protection.models import ActionOfPlan, Conference, ConferenceChild, CoreGroupAttendance, CoreGroupMember, PlanAction
from protection.rules import kinds

DIARY = timedelta(days=35)
"""So far ahead reviews are booked."""
CAME = 0.85
"""Members of core groups come so often."""


@dataclass
class Course:
    """The plans of a group while they are written."""

    group: PlanGroup
    days: Rhythm
    family: Family
    imported: bool
    plans: dict[int, int] = field(default_factory=dict)
    """The plan of each child."""
    references: dict[int, str] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    """Why the plan of each child ends."""


class Ongoing(Conferring):
    """Writes what a plan has while it runs."""

    def __init__(
        self, number: int, made: DemoPartnership, casework: Casework, chairs: list[Person], now: datetime, copier: Copier
    ) -> None:
        super().__init__(number, made, casework, chairs, now, copier)
        self.diary: dict[int, set[datetime]] = {}

    def _running(self, course: Course, last: date, planned: date | None) -> None:
        """The clocks of plans that run, who belongs to the core group, what is to be done, and the next conference."""
        family, due = course.family, course.days.due
        later = last != course.group.began
        review, months = (kinds.REVIEW_CLOCK, 6) if later else (kinds.FIRST_REVIEW_CLOCK, 3)
        visited = course.days.visits[-1][0]
        for child, reference in course.references.items():
            self._clock(family, review, kinds.PLAN, reference, last, due["review_due_on"], months)
            self._clock(family, kinds.VISIT_CLOCK, kinds.PLAN, reference, visited, due["visit_due_on"], 10)
            subject = {"record_kind": kinds.PLAN, "record_reference": reference}
            began = {"began_at": at_noon(course.group.began), "began_by": family.chair.reference}
            self.copier.add(Involvement, child_id=child, team_id=family.home.team.pk, **began, **subject)
            self._event(family, "protection.plan_started", reference, course.group.began, course.categories[child])
        self._core_group(course, due["core_group_due_on"])
        self._actions(course)
        if planned is not None and planned <= self.today + DIARY:
            self._booked(course, planned, due["review_due_on"])

    def _core_group(self, course: Course, due: date) -> None:
        family, met = course.family, course.days.meetings
        if family.members:
            return
        family.members = True
        since = met[-1] if met else course.group.began
        kind, number = (kinds.CORE_GROUP_CLOCK, 42) if met else (kinds.FIRST_CORE_GROUP_CLOCK, 10)
        self._clock(family, kind, kinds.FAMILY, family.reference, since, due, number)
        by = {"joined_on": course.group.began, "added_at": at_noon(course.group.began), "added_by": family.worker.reference}
        name = family.parents[PARENTS[0]]
        mother = self.copier.add(CoreGroupMember, family_id=family.id, name=name, relation="parent", **by)
        came = [mother]
        for group, agency in (("social_care", "social-care"), ("health", "health-visiting"), ("education", family.school)):
            who = self._speaks_for(family, agency)
            of = {"name": who.name, "person_id": who.pk, "agency_id": self.made.agencies[agency].pk}
            came.append(self.copier.add(CoreGroupMember, family_id=family.id, role=words.ROLES[group], group=group, **of, **by))
        for meeting in family.meetings:
            for member in came:
                attendance = "attended" if self.random.random() < CAME else "apologies"
                self.copier.add(CoreGroupAttendance, meeting_id=meeting, member_id=member, attendance=attendance)

    def _actions(self, course: Course) -> None:
        began, by = course.group.began, course.family.worker.reference
        for number, (danger, outcome, action, who) in enumerate(words.STEPS):
            due = began + timedelta(days=40 * (number + 1))
            done = due < self.today and self.random.random() < 0.7
            settled = {"status": "done", "settled_at": at_noon(due), "settled_by": by, "progress": 9} if done else {}
            row = self.copier.add(
                PlanAction,
                family_id=course.family.id,
                danger=danger,
                outcome=outcome,
                action=action,
                who=who,
                due_on=due,
                added_at=at_noon(began, 80),
                added_by=by,
                **({"progress": self.random.randint(1, 7)} | settled),
            )
            for plan in course.plans.values():
                self.copier.add(ActionOfPlan, action_id=row, plan_id=plan)

    def _booked(self, course: Course, planned: date, due: date) -> None:
        """The next review in the chair's diary, with the reports that are due for it."""
        family = course.family
        at, taken = at_noon(planned), self.diary.setdefault(family.chair.pk, set())
        while at in taken:
            at += timedelta(minutes=90) if len(taken) % 2 else -timedelta(minutes=90)
        taken.add(at)
        asked = min(at_noon(add_working_days(planned, -25)), self.now)
        conference = self.copier.add(
            Conference,
            reference=self.references.new("5"),
            family_id=family.id,
            type="rcpc",
            state="booked",
            requested_at=asked,
            requested_by=family.worker.reference,
            due_on=due,
            chair_id=family.chair.pk,
            planned_for=at,
            booked_at=asked,
            booked_by=family.worker.reference,
            venue="Civic Centre, room 4",
            mode="in_person",
        )
        for case in course.group.cases:
            self.copier.add(ConferenceChild, conference_id=conference, child_id=case.child, due_on=due)
        reports = add_working_days(planned, -3)
        for group, agency in (
            ("social_care", "social-care"),
            ("police", "police"),
            ("health", "health-visiting"),
            ("education", family.school),
        ):
            in_already = self.random.random() < 0.3
            came = {"report": "on_time", "report_received_on": min(self.today, reports)} if in_already else {"report": "awaited"}
            self._invitation(family, conference, group, agency, planned, report_due_on=reports, **came)
