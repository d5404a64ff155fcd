"""Child protection of the demonstration: enquiries, conferences, plans and what is done between conferences, over the years."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from django.contrib.auth.models import Permission
from django.db import connection
from psycopg2.extras import execute_values

from accounts.models import Person
from children.models import Child, Involvement
from foundation.calendar import FinancialYear, add_months, completed_age, end_of_day, london_date, start_of_day
from foundation.models import DomainEvent
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import Case, Casework, SocialWorkTeam, at_noon
from portal.demo.copying import Copier, shared
from portal.demo.courses import weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.protected import PlanGroup
from portal.demo.references import References
from protection.models import (
    SEE_FAMILY,
    ActionOfPlan,
    AgencyInvitation,
    Conference,
    ConferenceChild,
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
from protection.rules import kinds
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
    Involvement,
    Clock,
    DomainEvent,
)
OPEN_PLANS = (536, 440, 452)
"""On 31 March of the newest complete year, of the one before, and of the one before that."""
OPEN_NOW = 548
BEFORE_THE_PORTAL = "CP"
IN_TIME, REVIEW_IN_TIME, SEEN_IN_TIME = 0.82, 0.93, 0.9
ENQUIRED = 0.11
"""Episodes without a plan in which there was an enquiry all the same, and of these, those that came to a conference."""
CONFERRED = 0.22
ELSEWHERE = 0.13
"""Children who had been on a plan of another authority."""
VISIT_EVERY = 15
AGENCIES = (
    # group, agency, how often it is expected, how often it comes, how often its report is in time
    ("social_care", "social-care", 1.0, 0.99, 0.94),
    ("police", "police", 1.0, 0.71, 0.83),
    ("health", "health-visiting", 1.0, 0.95, 0.9),
    ("education", "oakfield", 0.8, 0.89, 0.86),
    ("probation", "probation", 0.3, 0.5, 0.55),
    ("housing", "housing", 0.2, 0.6, 0.6),
)
SCHOOLS = ("oakfield", "harbour-academy", "millbrook", "northmere-college")
DIARY = timedelta(days=35)
"""So far ahead reviews are booked."""
REMEMBERED = timedelta(days=120)
"""Only of conferences that are so near people with an account are named."""
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
    c.family_id, c.chair_id, h.id, %(permission)s, 'Chairs the conference', c.booked_at, c.booked_at, 'seed', '', false
FROM protection_conference c JOIN accounts_roleholding h ON h.person_id = c.chair_id
WHERE NOT EXISTS (
    SELECT 1 FROM protection_familypersongrant g WHERE g.content_object_id = c.family_id AND g.user_id = c.chair_id)
ORDER BY c.family_id, c.chair_id, c.booked_at
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


def limit(number: int) -> Any:
    """What a clock of the demonstration says of its limit."""
    return shared(limit=number, calendar="seed", effective_from=None)


@dataclass
class Family:
    """A family group that was written."""

    id: int
    reference: str
    home: SocialWorkTeam
    worker: Person
    chair: Person
    name: str
    met: set[date] = field(default_factory=set)
    """The days of its core groups."""
    members: bool = False


@dataclass
class Course:
    """The plans of a group while they are written."""

    group: PlanGroup
    family: Family
    imported: bool
    plans: dict[int, int] = field(default_factory=dict)
    """The plan of each child."""
    references: dict[int, str] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)


class Protection:
    """Writes what came of the chosen groups, and the enquiries that came to nothing."""

    def __init__(
        self, number: int, made: DemoPartnership, casework: Casework, chairs: list[Person], now: datetime, newest: FinancialYear
    ) -> None:
        self.random, self.references = Random(number), References(number + 1)  # noqa: S311  # a demonstration
        self.made, self.casework, self.chairs, self.now = made, casework, chairs, now
        self.today = london_date(now)
        self.portal_since = newest.previous().start
        """Plans that began before were brought over from an earlier system."""
        self.copier = Copier(*TABLES)
        self.families: dict[tuple[int, int], Family] = {}
        self.ended: list[tuple[Any, ...]] = []
        self.born: dict[int, date | None] = {}
        self.names: dict[int, str] = {}
        self.diary: dict[int, set[datetime]] = {}

    def make(self, groups: list[PlanGroup]) -> None:
        """Everything of these groups, and enquiries about children who needed no plan."""
        others = self._without_a_plan()
        ids = [case.child for group in groups for case in group.cases] + [case.child for case in others]
        for child, born, name in Child.objects.filter(pk__in=ids).values_list("pk", "birth_date", "family_name"):
            self.born[child], self.names[child] = born, name
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

    def _end_plans(self) -> None:
        """Plans are written while they run, because nothing is added to one that has ended; then they end."""
        self.copier.flush(everything=True)
        if self.ended:
            with connection.cursor() as cursor:
                execute_values(cursor.cursor, ENDED, self.ended, "(%s, %s::date, %s, %s, %s::bigint, %s::timestamptz, %s)", 5_000)
        self.ended.clear()

    # -- families and enquiries ---------------------------------------------------------------------------------

    def _family(self, case: Case, opened: date) -> Family:
        home = self.casework.team_of(case)
        key = (case.child, home.team.pk)
        known = self.families.get(key) or self.families.get((-case.submission, home.team.pk))
        if known is None:
            reference = self.references.new("5")
            worker = home.workers[case.submission // 4 % len(home.workers)]
            chair = self.chairs[case.submission // 4 % len(self.chairs)]
            by = {"opened_at": at_noon(opened), "opened_by": home.manager.reference}
            row = self.copier.add(FamilyGroup, reference=reference, team_id=home.team.pk, worker_id=worker.pk, **by)
            known = Family(row, reference, home, worker, chair, self.names.get(case.child, ""))
        self.families[key] = self.families[-case.submission, home.team.pk] = known
        return known

    def _enquiries(self, family: Family, cases: list[Case], began: date, outcome: str, complete: date) -> dict[int, int]:
        """A strategy discussion and what followed from it; gives the enquiry of each child."""
        random, home = self.random, family.home
        manager, worker = home.manager.reference, family.worker.reference
        called = add_working_days(began, -random.choice((0, 0, 1, 1, 2, 4)))
        joint = random.random() < 0.7
        police = {"police_investigation": joint, "interview_planned": joint and random.random() < 0.4}
        discussion = self.copier.add(
            StrategyDiscussion,
            reference=self.references.new("5"),
            family_id=family.id,
            state="shared",
            reason=random.choice(words.CALLED),
            called_at=at_noon(called),
            called_by=worker,
            due_on=add_working_days(called, 3),
            planned_for=at_noon(began),
            mode="video",
            held_on=began,
            held_at=at_noon(began, 40),
            held_by=manager,
            quorate=True,
            summary=words.SUMMARY,
            threshold_reasons=words.THRESHOLD,
            immediate_safety=words.SAFETY,
            shared_at=at_noon(began, 90),
            shared_by=worker,
            **police,
        )
        for group, agency in (("social_care", "social-care"), ("police", "police"), ("health", "hospital")):
            self.copier.add(
                DiscussionSeat,
                discussion_id=discussion,
                group=group,
                agency_id=self.made.agencies[agency].pk,
                name=words.ROLES[group],
                role=words.ROLES[group],
                invited_at=at_noon(called),
                invited_by=worker,
                attendance="remote",
            )
        found = {}
        for case in cases:
            row = self.copier.add(
                DiscussedChild,
                discussion_id=discussion,
                child_id=case.child,
                contact_id=case.contact,
                outcome="s47_joint" if joint else "s47_single",
                outcome_reason=words.THRESHOLD,
            )
            found[case.child] = self._enquiry(family, case, row, (began, complete), outcome, joint=joint)
        return found

    def _enquiry(self, family: Family, case: Case, discussed: int, days: tuple[date, date], outcome: str, *, joint: bool) -> int:
        (began, complete), harmed = days, outcome == "icpc"
        seen = min(add_working_days(began, self.random.choice((0, 0, 1, 2))), complete)
        return self.copier.add(
            Section47,
            reference=self.references.new("5"),
            family_id=family.id,
            child_id=case.child,
            initiated_id=discussed,
            state="complete",
            joint=joint,
            started_on=began,
            started_at=at_noon(began, 40),
            started_by=family.home.manager.reference,
            conference_due_on=add_working_days(began, 15),
            lead_id=family.worker.pk,
            seen_on=seen,
            seen_alone_on=seen,
            parents_seen_on=seen,
            child_view=self.random.choice(words.VIEWS),
            analysis=self.random.choice(words.ANALYSES) if harmed else words.NOT_HARMED,
            finding="continuing" if harmed else self.random.choice(("not_substantiated", "not_continuing")),
            outcome=outcome,
            icpc_not_required=not harmed,
            submitted_at=at_noon(complete, 10),
            submitted_by=family.worker.reference,
            completed_on=complete,
            authorised_at=at_noon(complete, 70),
            authorised_by=family.home.manager.reference,
        )

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
            about = {"due_on": add_working_days(began, 15), "enquiry_id": enquiries[case.child]}
            self._child(conference, case, meets, "no_plan", words.NO_PLAN, **about)

    # -- plans --------------------------------------------------------------------------------------------------

    def _group(self, group: PlanGroup) -> None:
        lead = group.cases[0]
        took = self.random.randint(8, 15) if self.random.random() < IN_TIME else self.random.randint(16, 21)
        started = max(add_working_days(group.began, -took), add_working_days(london_date(lead.opened_at), 1))
        course = Course(group, self._family(lead, min(started, group.began)), group.began < self.portal_since)
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

    def _from_a_conference(self, course: Course, started: date) -> None:
        group, family = course.group, course.family
        complete = max(started, add_working_days(group.began, -2))
        enquiries = self._enquiries(family, group.cases, started, "icpc", complete)
        due = add_working_days(started, 15)
        unborn = all(self.born.get(case.child) is None for case in group.cases)
        conference = self._conference(family, group.began, "pre_birth" if unborn else "icpc", due, complete)
        for case in group.cases:
            category = weighted(self.random, words.CATEGORIES)
            course.categories[case.child] = category
            about = {"due_on": due, "enquiry_id": enquiries[case.child], "category": category}
            self._plan(course, case, self._child(conference, case, group.began, "plan", words.DECIDED, **about), conference)

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
            **self._due(course),
        )
        self.copier.add(PlanCategory, plan_id=row, category=category, from_on=began, conference_id=conference)
        course.plans[case.child], course.references[case.child] = row, reference

    def _due(self, course: Course) -> dict[str, date]:
        """Filled in before the plan is written, as the reviews and visits that follow will leave it."""
        return {} if course.group.until <= self.today else self._standing(course)

    def _standing(self, course: Course) -> dict[str, date]:
        held = self._held(course.group)
        last = held[-1] if held else course.group.began
        met = self._meetings(course.group)
        return {
            "review_due_on": add_months(last, 6 if held else 3),
            "visit_due_on": add_working_days(self._visits(course)[-1][0], VISIT_EVERY),
            "core_group_due_on": met[-1] + timedelta(days=42) if met else add_working_days(course.group.began, 10),
        }

    # -- days that are the same whenever they are asked for -----------------------------------------------------

    def _chance(self, group: PlanGroup, what: str) -> Random:
        return Random(f"{group.cases[0].contact} {what}")  # noqa: S311  # a demonstration

    def _held(self, group: PlanGroup) -> list[date]:
        """The days of the reviews; the one that ends the plan is the last."""
        return [day for day in self._planned(group) if day < self.today]

    def _planned(self, group: PlanGroup) -> Iterator[date]:
        chance, last, first = self._chance(group, "reviews"), group.began, True
        while True:
            early, late = ((72, 89), (92, 112)) if first else ((140, 180), (184, 205))
            days = chance.randint(*(early if chance.random() < REVIEW_IN_TIME else late))
            last, first = add_working_days(last + timedelta(days=days - 1), 1), False
            if group.until <= self.today and last > group.until - timedelta(days=40):
                yield group.until
                return
            yield last
            if last >= self.today:
                return

    def _meetings(self, group: PlanGroup) -> list[date]:
        chance, found = self._chance(group, "core groups"), []
        day = add_working_days(group.began, chance.randint(6, 10) if chance.random() < SEEN_IN_TIME else 13)
        while day < min(group.until, self.today):
            found.append(day)
            days = chance.randint(35, 42) if chance.random() < SEEN_IN_TIME else chance.randint(43, 56)
            day = add_working_days(day + timedelta(days=days - 2), 1)
        return found

    def _visits(self, course: Course) -> list[tuple[date, date]]:
        """When the child was seen, and by when that was due; the first is the beginning of the plan."""
        group = course.group
        chance, found = self._chance(group, "visits"), [(group.began, group.began)]
        while True:
            last = found[-1][0]
            days = chance.randint(9, VISIT_EVERY) if chance.random() < SEEN_IN_TIME else chance.randint(16, 22)
            day = add_working_days(last, days)
            if day >= min(group.until, self.today):
                return found
            found.append((day, add_working_days(last, VISIT_EVERY)))

    # -- reviews ------------------------------------------------------------------------------------------------

    def _reviews(self, course: Course) -> tuple[date, date | None]:
        """Every review that was held; gives the day of the last conference, and of the next one while the plan runs."""
        group, last = course.group, course.group.began
        for number, day in enumerate(self._planned(group), 1):
            ends = day == group.until
            if day >= self.today and not ends:
                return last, day
            due = add_months(last, 6 if number > 1 else 3)
            counted = last + timedelta(days=183 if number > 1 else 91)
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
        conference = self._conference(course.family, day, "rcpc", due, add_working_days(day, -25), number)
        decision, reason = ("end", words.ENDS_WELL) if ends else ("continue", words.GOES_ON)
        rows = {}
        for case in course.group.cases:
            about = {"due_on": due}
            about |= {"end_reason": self._reason(course, case.child)} if ends else {"category": course.categories[case.child]}
            rows[case.child] = self._child(conference, case, day, decision, reason, **about)
        return rows

    def _reason(self, course: Course, child: int) -> str:
        return weighted(self._chance(course.group, f"end {child}"), words.ENDS)

    def _end(self, course: Course, child: int, day: date, decided: int | None) -> None:
        by, reason = course.family.chair.reference, self._reason(course, child)
        self.ended.append((course.plans[child], day, reason, words.ENDS_WELL, decided, at_noon(day, 60), by))

    # -- conferences --------------------------------------------------------------------------------------------

    def _conference(self, family: Family, day: date, kind: str, due: date, asked: date, number: int = 0) -> int:
        """A conference that was held on a day, with everybody who was asked and what was said."""
        random, chair, worker = self.random, family.chair.reference, family.worker.reference
        at, review = at_noon(day), kind == "rcpc"
        columns: dict[str, Any] = {"state": "held"}
        outline, record = add_working_days(day, random.choice((1, 1, 1, 1, 1, 1, 2, 4))), add_working_days(day, 15)
        if outline < self.today:
            columns |= {"outline_sent_at": at_noon(outline), "outline_sent_by": worker}
        approved = add_working_days(day, random.randint(5, 12))
        sent = add_working_days(approved, random.choice((1, 1, 2, 2, 3, 6, 9)))
        if approved < self.today:
            columns |= {"state": "approved", "approved_at": at_noon(approved), "approved_by": chair}
        if sent < self.today:
            columns |= {"state": "distributed", "distributed_at": at_noon(sent), "distributed_by": worker}
        reference = self.references.new("5")
        row = self.copier.add(
            Conference,
            reference=reference,
            family_id=family.id,
            type=kind,
            requested_at=at_noon(asked),
            requested_by=worker,
            due_on=due,
            chair_id=family.chair.pk,
            planned_for=at,
            booked_at=at_noon(asked, 30),
            booked_by=worker,
            venue="Civic Centre, room 4",
            mode="in_person" if random.random() < 0.7 else "mixed",
            held_on=day,
            held_at=at + timedelta(minutes=50),
            held_by=chair,
            late_reason=words.LATE if day > due else "",
            quorate=True,
            met_family_before=random.random() < 0.9,
            complaints_leaflet_given=True,
            past_harm=words.HISTORY,
            danger_statements=random.choice(words.WORRIED),
            complicating_factors=words.COMPLICATING,
            strengths=random.choice(words.WELL),
            grey_areas=words.UNKNOWN,
            family_views=words.FAMILY_SAYS,
            safety_goals=words.GOALS,
            what_needs_to_happen=words.NEEDED,
            contingency=words.CONTINGENCY,
            summary=words.GOES_ON if review else words.SAID_IN_THE_END,
            outline_due_on=add_working_days(day, 1),
            record_due_on=record,
            **columns,
        )
        if columns["state"] != "distributed":
            self._clock(family, kinds.RECORD_CLOCK, kinds.CONFERENCE, reference, day, record, 15)
        if outline >= self.today:
            self._clock(family, kinds.OUTLINE_CLOCK, kinds.CONFERENCE, reference, day, add_working_days(day, 1), 1)
        self._invited(family, row, day, review=review, number=number)
        return row

    def _child(self, conference: int, case: Case, day: date, decision: str, reason: str, **about: Any) -> int:
        random, born = self.random, self.born.get(case.child)
        if born is None or completed_age(born, day) < 4:
            took_part = "too_young"
        else:
            old = completed_age(born, day) >= 10
            choice = (("attended", 34), ("advocate", 16), ("written", 20), ("through_worker", 22), ("none", 8)) if old else ()
            took_part = weighted(random, choice) if old else random.choice(("through_worker", "written", "none"))
        told = took_part not in ("too_young", "none")
        by = self.chairs[0].reference
        return self.copier.add(
            ConferenceChild,
            conference_id=conference,
            child_id=case.child,
            participation=took_part,
            views=random.choice(words.VIEWS) if told else "",
            views_obtained_how=words.THROUGH if told else "",
            decision=decision,
            decision_reason=reason,
            decided_at=at_noon(day, 45),
            decided_by=by,
            **about,
        )

    def _invited(self, family: Family, conference: int, day: date, *, review: bool, number: int) -> None:
        random, due = self.random, add_working_days(day, -3 if review else -1)
        self._score(conference, day, family, number)
        for place, (group, agency, expected, comes, writes) in enumerate(AGENCIES):
            if random.random() >= expected:
                continue
            if group == "education":
                agency = SCHOOLS[conference % len(SCHOOLS)]  # each family has a school of its own
            came = "attended" if random.random() < comes else random.choice(("apologies", "absent", "report_only"))
            report = "on_time" if random.random() < writes else random.choice(("late", "none"))
            received = {"on_time": due, "late": day}.get(report)
            row = self._invitation(
                *(family, conference, group, agency, day),
                attendance=came,
                report=report,
                report_due_on=due,
                report_received_on=received,
                report_shared_on=received,
                recommendation="plan" if random.random() < 0.85 else "abstain",
            )
            if came == "attended" and place < 3:
                self._score(conference, day, family, number, invitation_id=row)
        for name, share, comes in (("Mother", 1.0, 0.88), ("Father", 0.62, 0.56)):
            if random.random() < share:
                self.copier.add(
                    FamilyInvitation,
                    conference_id=conference,
                    relation="parent",
                    name=f"{name} {family.name}".strip(),
                    invited_at=at_noon(add_working_days(day, -9)),
                    invited_by=family.worker.reference,
                    attendance="attended" if random.random() < comes else "absent",
                    read_report=random.random() < 0.8,
                )

    def _invitation(self, family: Family, conference: int, group: str, agency: str, day: date, **columns: Any) -> int:
        person = self._speaks_for(family, agency) if day > self.today - REMEMBERED else None
        return self.copier.add(
            AgencyInvitation,
            conference_id=conference,
            group=group,
            agency_id=self.made.agencies[agency].pk,
            person_id=person.pk if person else None,
            name=person.name if person else words.ROLES[group],
            role=words.ROLES[group],
            invited_at=min(at_noon(add_working_days(day, -9)), self.now),
            invited_by=family.worker.reference,
            **columns,
        )

    def _speaks_for(self, family: Family, agency: str) -> Person:
        if agency == "social-care":
            return family.worker
        return self.made.people["school.lead"] if agency == "oakfield" else self.made.people[f"lead.{agency}"]

    def _score(self, conference: int, day: date, family: Family, number: int, **whose: int) -> None:
        score = min(10, max(0, round(3 + number * 1.1 + self.random.gauss(0, 1.3))))
        by = {"given_at": at_noon(day, 40), "given_by": family.chair.reference}
        self.copier.add(SafetyScore, conference_id=conference, score=score, **by, **whose)

    # -- between conferences ------------------------------------------------------------------------------------

    def _between(self, course: Course) -> None:
        """Core groups and visits."""
        family, random = course.family, self.random
        for number, day in enumerate(self._meetings(course.group)):
            if day not in family.met:
                family.met.add(day)
                self._meeting(course, day, number)
        for visited, due in self._visits(course)[1:]:
            for plan in course.plans.values():
                if random.random() < 0.05:
                    missed = add_working_days(visited, -3)
                    self._visit(course, plan, missed, due, seen=False)
                self._visit(course, plan, visited, due, seen=True)

    def _meeting(self, course: Course, day: date, number: int) -> None:
        family, met = course.family, self._meetings(course.group)
        due = met[number - 1] + timedelta(days=42) if number else add_working_days(course.group.began, 10)
        sent = add_working_days(day, self.random.choice((4, 6, 8, 9, 10, 10, 13, 18)))
        by = {"written_at": at_noon(day, 70), "written_by": family.worker.reference}
        out = {"sent_at": at_noon(sent), "sent_by": family.worker.reference} if sent < self.today else {}
        self.copier.add(
            CoreGroupMeeting,
            family_id=family.id,
            held_on=day,
            due_on=due,
            is_first=number == 0,
            minutes=self.random.choice(words.MINUTES),
            decisions=words.AGREED,
            minutes_due_on=add_working_days(day, 10),
            **by,
            **out,
        )

    def _visit(self, course: Course, plan: int, day: date, due: date, *, seen: bool) -> None:
        alone = seen and self.random.random() < 0.84
        told = {"analysis": self.random.choice(words.SEEN)} if seen else {"not_seen_reason": words.NOT_SEEN}
        self.copier.add(
            Visit,
            plan_id=plan,
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

    # -- plans that run -----------------------------------------------------------------------------------------

    def _running(self, course: Course, last: date, planned: date | None) -> None:
        """The clocks of plans that run, who belongs to the core group, what is to be done, and the next conference."""
        family, due = course.family, self._standing(course)
        later = last != course.group.began
        review, months = (kinds.REVIEW_CLOCK, 6) if later else (kinds.FIRST_REVIEW_CLOCK, 3)
        visited = self._visits(course)[-1][0]
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
        family, met = course.family, self._meetings(course.group)
        if family.members:
            return
        family.members = True
        since = met[-1] if met else course.group.began
        kind, number = (kinds.CORE_GROUP_CLOCK, 42) if met else (kinds.FIRST_CORE_GROUP_CLOCK, 10)
        self._clock(family, kind, kinds.FAMILY, family.reference, since, due, number)
        by = {"joined_on": course.group.began, "added_at": at_noon(course.group.began), "added_by": family.worker.reference}
        self.copier.add(CoreGroupMember, family_id=family.id, name=f"Mother {family.name}".strip(), relation="parent", **by)
        school = SCHOOLS[family.id % len(SCHOOLS)]
        for group, agency in (("social_care", "social-care"), ("health", "health-visiting"), ("education", school)):
            who = self._speaks_for(family, agency)
            of = {"name": who.name, "person_id": who.pk, "agency_id": self.made.agencies[agency].pk}
            self.copier.add(CoreGroupMember, family_id=family.id, role=words.ROLES[group], group=group, **of, **by)

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
        school = SCHOOLS[conference % len(SCHOOLS)]
        for group, agency in (
            ("social_care", "social-care"),
            ("police", "police"),
            ("health", "health-visiting"),
            ("education", school),
        ):
            in_already = self.random.random() < 0.3
            came = {"report": "on_time", "report_received_on": min(self.today, reports)} if in_already else {"report": "awaited"}
            self._invitation(family, conference, group, agency, planned, report_due_on=reports, **came)

    def _clock(self, family: Family, kind: str, subject_kind: str, reference: str, since: date, due: date, number: int) -> None:
        self.copier.add(
            Clock,
            kind=kind,
            subject_kind=subject_kind,
            subject_reference=reference,
            started_at=start_of_day(since),
            started_by=family.worker.reference,
            due_at=end_of_day(due),
            owner_team_id=family.home.team.pk,
            state="running",
            stopped_at=None,
            stopped_by="",
            outcome="",
            limit_used=limit(number),
        )

    def _event(self, family: Family, verb: str, reference: str, day: date, category: str) -> None:
        self.copier.add(
            DomainEvent,
            verb=verb,
            at=at_noon(day, 60),
            actor_kind="person",
            actor_reference=family.chair.reference,
            actor_agency="social-care",
            subject_kind=kinds.PLAN,
            subject_reference=reference,
            data={"category": category},
        )
