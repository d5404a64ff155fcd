"""Child protection of the demonstration: enquiries, conferences, plans and what is done between conferences, over the years."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Permission
from django.db import connection
from psycopg2.extras import execute_values

from accounts.models import Person
from children.models import Child, Involvement
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation.calendar import FinancialYear, add_months, london_date
from foundation.models import DomainEvent
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import Case, Casework, at_noon
from portal.demo.conferring import OLD_ENOUGH_TO_SAY, PARENTS
from portal.demo.copying import Copier
from portal.demo.courses import weighted
from portal.demo.ongoing import Course, Ongoing
from portal.demo.partnership import DemoPartnership
from portal.demo.protected import PlanGroup
from portal.demo.rhythm import AFTER_BIRTH, VISIT_EVERY, Rhythm
from portal.demo.words import GIVEN_NAMES
from protection.models import (
    SEE_FAMILY,
    ActionOfPlan,
    AgencyInvitation,
    Conference,
    ConferenceChild,
    CoreGroupAttendance,
    CoreGroupMeeting,
    CoreGroupMember,
    DiscussedChild,
    DiscussionSeat,
    FamilyGroup,
    FamilyInvitation,
    PlanAction,
    PlanCategory,
    ProtectionPlan,
    ReviewHeld,
    SafetyScore,
    Section47,
    StrategyDiscussion,
    Visit,
)
from referrals.models import SubmissionRelation
from work.models import Clock

TABLES = (
    FamilyGroup,
    StrategyDiscussion,
    DiscussedChild,
    DiscussionSeat,
    Section47,
    Conference,
    ConferenceChild,
    AgencyInvitation,
    FamilyInvitation,
    SafetyScore,
    ProtectionPlan,
    PlanCategory,
    ReviewHeld,
    PlanAction,
    ActionOfPlan,
    Visit,
    CoreGroupMember,
    CoreGroupMeeting,
    CoreGroupAttendance,
    Involvement,
    Clock,
    DomainEvent,
)
OPEN_PLANS = (536, 440, 452)
"""On 31 March of the newest complete year, of the one before, and of the one before that."""
OPEN_NOW = 548
STAYS_UNBORN = timedelta(days=9)
"""So long after the expected day everybody is born."""
BEFORE_THE_PORTAL = "CP"
IN_TIME = 0.82
ENQUIRED = 0.11
"""Episodes without a plan in which there was an enquiry all the same, and of these, those that came to a conference."""
CONFERRED = 0.22
ELSEWHERE = 0.13
"""Children who had been on a plan of another authority."""
ENDED = """
UPDATE protection_plan p SET ended_on = v.ended_on, end_reason = v.reason, end_note = v.note, end_decided_id = v.decided,
    ended_at = v.at, ended_by = v.by, review_due_on = NULL, visit_due_on = NULL, core_group_due_on = NULL
FROM (VALUES %s) AS v (id, ended_on, reason, note, decided, at, by) WHERE p.id = v.id
"""
TEAM_GRANTS = """
INSERT INTO protection_familyteamgrant
    (content_object_id, group_id, permission_id, reason, starts_at, given_at, given_by, ended_by)
SELECT f.id, t.group_id, %(permission)s, 'Has the case', f.opened_at, f.opened_at, 'seed', ''
FROM protection_familygroup f JOIN accounts_team t ON t.id = f.team_id
WHERE NOT EXISTS (SELECT 1 FROM protection_familyteamgrant g WHERE g.content_object_id = f.id) ORDER BY f.id
"""
CHAIR_GRANTS = """
INSERT INTO protection_familypersongrant
    (content_object_id, user_id, holding_id, permission_id, reason, starts_at, given_at, given_by, ended_by, break_glass)
SELECT DISTINCT ON (c.family_id, c.chair_id)
    c.family_id, c.chair_id, h.id, %(permission)s, 'Chairs the conference', c.since, c.since, 'seed', '', false
FROM (
    SELECT family_id, chair_id, booked_at AS since FROM protection_conference
    UNION ALL SELECT family_id, chair_id, recorded_at FROM protection_plan) c
JOIN accounts_roleholding h ON h.person_id = c.chair_id
WHERE NOT EXISTS (
    SELECT 1 FROM protection_familypersongrant g WHERE g.content_object_id = c.family_id AND g.user_id = c.chair_id)
ORDER BY c.family_id, c.chair_id, c.since
"""
CHRONOLOGY = """
INSERT INTO children_chronologyentry
    (child_id, at, kind, detail, record_kind, record_reference, written_at, written_by)
SELECT p.child_id, happened.at, happened.kind, happened.detail, 'protection_plan', p.reference, happened.at, p.recorded_by
FROM protection_plan p CROSS JOIN LATERAL (VALUES
    (p.started_on::timestamp + interval '11 hours', 'protection.plan_started', p.initial_category),
    (p.ended_on::timestamp + interval '11 hours', 'protection.plan_ended', p.end_reason)) AS happened (at, kind, detail)
WHERE happened.at IS NOT NULL ORDER BY p.id, happened.at
"""


class Protection(Ongoing):
    """Writes what came of the chosen groups, and the enquiries that came to nothing."""

    def __init__(
        self, number: int, made: DemoPartnership, casework: Casework, chairs: list[Person], now: datetime, newest: FinancialYear
    ) -> None:
        super().__init__(number, made, casework, chairs, now, Copier(*TABLES))
        self.portal_since = newest.previous().start
        """Plans that began before were brought over from an earlier system."""
        self.ended: list[tuple[Any, ...]] = []

    def make(self, groups: list[PlanGroup]) -> None:
        """Everything of these groups, and enquiries about children who needed no plan."""
        others = self._without_a_plan()
        ids = [case.child for group in groups for case in group.cases] + [case.child for case in others]
        self._births(ids)
        for child, born, name in Child.objects.filter(pk__in=ids).values_list("pk", "birth_date", "family_name"):
            self.born[child], self.names[child] = born, name
        told = SubmissionRelation.objects.filter(child__contact__child__in=ids, relationship__in=PARENTS).order_by("-person")
        for child, relationship, name in told.values_list("child__contact__child", "relationship", "person__name"):
            self.parents[child, relationship] = name
        for wave in range(max(group.wave for group in groups) + 1):
            for group in groups:
                if group.wave == wave:
                    self._group(group)
            self._end_plans()
        for case in others:
            self._enquiry_without_a_plan(case)
        self.copier.finish()
        permission = Permission.objects.get(codename=SEE_FAMILY, content_type__app_label="protection").pk
        with connection.cursor() as cursor:
            for statement in (TEAM_GRANTS, CHAIR_GRANTS):
                cursor.execute(statement, {"permission": permission})
            cursor.execute(CHRONOLOGY)

    def _births(self, ids: list[int]) -> None:
        """Children who were expected by now are born, a few days sooner or later than that."""
        born = list(Child.objects.filter(pk__in=ids, expected_delivery_date__lt=self.today - STAYS_UNBORN).order_by("pk"))
        for child in born:
            due = child.expected_delivery_date or self.today
            child.birth_date, child.expected_delivery_date = due + timedelta(days=self.random.randint(-8, 8)), None
            child.sex, child.given_name = self.random.choice("FM"), self.random.choice(GIVEN_NAMES)
            child.keys = keys_of(details_of(child))
        Child.objects.bulk_update(born, ["birth_date", "expected_delivery_date", "sex", "given_name", "keys"])

    def _end_plans(self) -> None:
        """Plans are written while they run, because nothing is added to one that has ended; then they end."""
        self.copier.flush(everything=True)
        if self.ended:
            with connection.cursor() as cursor:
                execute_values(cursor.cursor, ENDED, self.ended, "(%s, %s::date, %s, %s, %s::bigint, %s::timestamptz, %s)", 5_000)
        self.ended.clear()

    def _without_a_plan(self) -> list[Case]:
        """Episodes in which harm was looked into and no plan followed."""
        return [
            case
            for case in self.casework.cases
            if case.outcome in ("no_further_action", "step_down")
            and case.referred_on >= self.portal_since
            and case.authorised_on is not None
            and case.authorised_on < self.today
            and self.random.random() < ENQUIRED
        ]

    def _enquiry_without_a_plan(self, case: Case) -> None:
        began = add_working_days(london_date(case.opened_at), 1)
        complete = add_working_days(began, self.random.randint(6, 14))
        meets = add_working_days(complete, self.random.randint(2, 4))
        if meets >= self.today:
            return
        family, conferred = self._family(case, began), self.random.random() < CONFERRED
        outcome = "icpc" if conferred else self.random.choice(("s17", "s17", "nfa", "continue"))
        enquiries = self._enquiries(family, [case], began, outcome, complete)
        if conferred:
            conference = self._conference(family, meets, "icpc", add_working_days(began, 15), complete)
            about: dict[str, Any] = {"due_on": add_working_days(began, 15), "enquiry_id": enquiries[case.child]}
            self._child(family, conference, case, meets, decision="no_plan", decision_reason=words.NO_PLAN, **about)

    # -- plans --------------------------------------------------------------------------------------------------

    def _group(self, group: PlanGroup) -> None:
        lead = group.cases[0]
        took = self.random.randint(8, 15) if self.random.random() < IN_TIME else self.random.randint(16, 21)
        started = max(add_working_days(group.began, -took), add_working_days(london_date(lead.opened_at), 1))
        family, imported = self._family(lead, min(started, group.began)), group.began < self.portal_since
        course = Course(group, Rhythm(group, self.today, self._birth(group)), family, imported)
        if course.imported or started >= group.began:
            course.imported = True
            for case in group.cases:
                self._plan(course, case, None)
        else:
            self._from_a_conference(course, started)
        last, planned = self._reviews(course)
        if not course.imported or group.until > self.today:
            self._between(course)
        if group.until > self.today:
            self._running(course, last, planned)
        self.copier.flush()

    def _birth(self, group: PlanGroup) -> date | None:
        """The first day on which a child of the group is born while the plans run."""
        days = (self.born.get(case.child) for case in group.cases)
        return min((day for day in days if day and group.began < day < group.until), default=None)

    def _from_a_conference(self, course: Course, started: date) -> None:
        group, family = course.group, course.family
        complete = max(started, add_working_days(group.began, -2))
        enquiries = self._enquiries(family, group.cases, started, "icpc", complete)
        due = add_working_days(started, 15)
        unborn = all(self._age(case.child, group.began) < 0 for case in group.cases)
        conference = self._conference(family, group.began, "pre_birth" if unborn else "icpc", due, complete)
        for case in group.cases:
            category = weighted(self.random, words.CATEGORIES)
            course.categories[case.child] = category
            about: dict[str, Any] = {"due_on": due, "enquiry_id": enquiries[case.child], "category": category}
            decided = self._child(family, conference, case, group.began, decision="plan", decision_reason=words.DECIDED, **about)
            self._plan(course, case, decided, conference)

    def _plan(self, course: Course, case: Case, decided: int | None, conference: int | None = None) -> None:
        group, family = course.group, course.family
        category = course.categories.setdefault(case.child, weighted(self.random, words.CATEGORIES))
        reference, began = self.references.new("5"), group.began
        source: dict[str, Any] = {"origin": "conference", "decided_id": decided}
        if decided is None:
            number = f"{BEFORE_THE_PORTAL}{case.contact}"
            source = {"origin": "imported", "source_reference": number, "source_child": str(case.child)}
        row = self.copier.add(
            ProtectionPlan,
            reference=reference,
            family_id=family.id,
            child_id=case.child,
            chair_id=family.chair.pk,
            started_on=began,
            initial_category=category,
            category=category,
            previous_plans=group.previous[case.child] + (self.random.random() < ELSEWHERE),
            visit_every=VISIT_EVERY,
            contingency=words.CONTINGENCY,
            recorded_at=at_noon(began, 80),
            recorded_by=family.chair.reference,
            **source,
            **(course.days.due if group.until > self.today else {}),
        )
        self.copier.add(PlanCategory, plan_id=row, category=category, from_on=began, conference_id=conference)
        course.plans[case.child], course.references[case.child] = row, reference

    # -- reviews ------------------------------------------------------------------------------------------------

    def _reviews(self, course: Course) -> tuple[date, date | None]:
        """Every review that was held; gives the day of the last conference, and of the next one while the plan runs."""
        group, last = course.group, course.group.began
        for number, day in enumerate(course.days.planned, 1):
            ends = day == group.until
            if day >= self.today and not ends:
                return last, day
            due = add_months(last, 6 if number > 1 else 3)
            counted = last + timedelta(days=183 if number > 1 else 91)
            if day == course.days.after_birth and course.days.born:
                due = course.days.born + AFTER_BIRTH
            rows = {} if course.imported else self._review(course, day, due, number, ends=ends)
            for child, plan in course.plans.items():
                self.copier.add(
                    ReviewHeld, plan_id=plan, decided_id=rows.get(child), held_on=day, due_on=due, counted_due_on=counted
                )
                if ends:
                    self._end(course, child, day, rows.get(child))
            last = day
        return last, None

    def _review(self, course: Course, day: date, due: date, number: int, *, ends: bool) -> dict[int, int]:
        kind = "post_birth" if day == course.days.after_birth else "rcpc"
        conference = self._conference(course.family, day, kind, due, add_working_days(day, -25), number)
        decision, reason = ("end", words.ENDS_WELL) if ends else ("continue", words.GOES_ON)
        rows = {}
        for case in course.group.cases:
            about: dict[str, Any] = {"due_on": due}
            about |= {"end_reason": self._reason(course, case.child)} if ends else {"category": course.categories[case.child]}
            rows[case.child] = self._child(
                course.family, conference, case, day, decision=decision, decision_reason=reason, **about
            )
        return rows

    def _reason(self, course: Course, child: int) -> str:
        if child not in course.reasons:
            course.reasons[child] = weighted(self.random, words.ENDS)
        return course.reasons[child]

    def _end(self, course: Course, child: int, day: date, decided: int | None) -> None:
        by, reason = course.family.chair.reference, self._reason(course, child)
        self.ended.append((course.plans[child], day, reason, words.ENDS_WELL, decided, at_noon(day, 60), by))

    # -- between conferences ------------------------------------------------------------------------------------

    def _between(self, course: Course) -> None:
        """Core groups and visits."""
        family, random = course.family, self.random
        for number, day in enumerate(course.days.meetings):
            if day not in family.met:
                family.met.add(day)
                self._meeting(course, day, number)
        for visited, due in course.days.visits[1:]:
            for child in course.plans:
                if random.random() < 0.05:
                    missed = add_working_days(visited, -3)
                    self._visit(course, child, missed, due, seen=False)
                self._visit(course, child, visited, due, seen=True)

    def _meeting(self, course: Course, day: date, number: int) -> None:
        family = course.family
        sent = add_working_days(day, self.random.choice((4, 6, 8, 9, 10, 10, 13, 18)))
        by = {"written_at": at_noon(day, 70), "written_by": family.worker.reference}
        out = {"sent_at": at_noon(sent), "sent_by": family.worker.reference} if sent < self.today else {}
        meeting = self.copier.add(
            CoreGroupMeeting,
            family_id=family.id,
            held_on=day,
            due_on=course.days.meeting_due(number),
            is_first=number == 0,
            minutes=self.random.choice(words.MINUTES),
            decisions=words.AGREED,
            minutes_due_on=add_working_days(day, 10),
            **by,
            **out,
        )
        if course.group.until > self.today:
            family.meetings.append(meeting)

    def _visit(self, course: Course, child: int, day: date, due: date, *, seen: bool) -> None:
        age = self._age(child, day)
        alone = seen and self.random.random() < 0.84
        said = words.SEEN if age >= OLD_ENOUGH_TO_SAY else words.SEEN_SMALL if age >= 0 else (words.SEEN_BEFORE_BIRTH,)
        told = {"analysis": self.random.choice(said)} if seen else {"not_seen_reason": words.NOT_SEEN}
        self.copier.add(
            Visit,
            plan_id=course.plans[child],
            visited_on=day,
            due_on=due,
            visitor=course.family.worker.name,
            seen=seen,
            seen_alone=alone,
            bedroom_seen=alone,
            recorded_at=at_noon(day, 90),
            recorded_by=course.family.worker.reference,
            **told,
        )
