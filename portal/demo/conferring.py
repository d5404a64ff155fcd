"""Enquiries and conferences of the demonstration: who was asked, who came, what was said and decided."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from accounts.models import Person
from foundation.calendar import completed_age, end_of_day, london_date, start_of_day
from foundation.models import DomainEvent
from portal.demo import protection_words as words
from portal.demo.calendar import add_working_days
from portal.demo.casework import Case, Casework, SocialWorkTeam, at_noon
from portal.demo.copying import Copier, shared
from portal.demo.courses import weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from protection.models import (
    AgencyInvitation,
    Conference,
    ConferenceChild,
    DiscussedChild,
    DiscussionSeat,
    FamilyGroup,
    FamilyInvitation,
    SafetyScore,
    Section47,
    StrategyDiscussion,
)
from protection.rules import kinds
from protection.rules.quorum import conference_is_quorate
from work.models import Clock

AGENCIES = (
    # group, agency, how often it is expected, how often it comes, how often its report is in time
    ("social_care", "social-care", 1.0, 0.99, 0.94),
    ("police", "police", 1.0, 0.71, 0.83),
    ("health", "health-visiting", 1.0, 0.95, 0.9),
    ("education", "oakfield", 0.8, 0.89, 0.86),
    ("probation", "probation", 0.3, 0.5, 0.55),
    ("housing", "housing", 0.2, 0.6, 0.6),
)
PARENTS = ("Mother", "Father")
SCORES = ("social_care", "police", "health")
SCHOOLS = ((5, ("lantern-nursery",)), (11, ("oakfield", "millbrook")), (16, ("harbour-academy",)), (99, ("northmere-college",)))
"""Under which age children go where."""
REMEMBERED = timedelta(days=120)
"""Only of conferences that are so near people with an account are named."""
OLD_ENOUGH_TO_SAY, OLD_ENOUGH_TO_COME = 4, 10


def _quorum(seats: list[tuple[str, str]]) -> dict[str, Any]:
    """Whether enough agencies came, and why the chair went on where they did not."""
    if conference_is_quorate([(group, came, True) for group, came in seats]):
        return {"quorate": True}
    wrote = "report_only" in {came for _group, came in seats}
    note = words.GOES_ON_IN_WRITING if wrote else words.GOES_ON_WITHOUT_DELAY
    return {"quorate": False, "inquorate_reason": "in_writing" if wrote else "delay", "inquorate_note": note}


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
    parents: dict[str, str]
    """How the children call each, and the name."""
    school: str
    met: set[date] = field(default_factory=set)
    """The days of its core groups."""
    meetings: list[int] = field(default_factory=list)
    """Those of them of which it is written who came."""
    members: bool = False


class Conferring:
    """Writes families with their enquiries and conferences."""

    def __init__(
        self, number: int, made: DemoPartnership, casework: Casework, chairs: list[Person], now: datetime, copier: Copier
    ) -> None:
        self.random, self.references = Random(number), References(number + 1)  # noqa: S311  # a demonstration
        self.made, self.casework, self.chairs, self.now = made, casework, chairs, now
        self.today = london_date(now)
        self.copier = copier
        self.families: dict[tuple[int, int], Family] = {}
        self.born: dict[int, date | None] = {}
        self.names: dict[int, str] = {}
        self.parents: dict[tuple[int, str], str] = {}
        """What each child's mother and father are called, as far as the first referrer said."""

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
            known = Family(row, reference, home, worker, chair, self._parents(case.child), self._school(case.child, row))
        self.families[key] = self.families[-case.submission, home.team.pk] = known
        return known

    def _parents(self, child: int) -> dict[str, str]:
        named = {who: self.parents.get((child, who), "") for who in PARENTS}
        return {who: name or f"{who} {self.names.get(child, '')}".strip() for who, name in named.items()}

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
        of_the_child = {"seen_on": seen, "seen_alone_on": seen, "child_view": words.TOO_SMALL}
        if self._age(case.child, began) < 0:
            of_the_child = {"not_seen_reason": words.NOT_BORN}
        elif self._age(case.child, began) >= OLD_ENOUGH_TO_SAY:
            of_the_child["child_view"] = self.random.choice(words.VIEWS)
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
            parents_seen_on=seen,
            **of_the_child,
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
        reference, asked_to_come = self.references.new("5"), self._asked_to_come()
        columns |= _quorum([(group, came) for group, _agency, came, _report in asked_to_come])
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
        self._invited(family, row, day, asked_to_come, review=review, number=number)
        return row

    def _asked_to_come(self) -> list[tuple[str, str, str, str]]:
        """The agencies of a conference: group, agency, whether it came, whether its report did."""
        random, found = self.random, []
        for group, agency, expected, comes, writes in AGENCIES:
            if random.random() < expected:
                came = "attended" if random.random() < comes else random.choice(("apologies", "absent", "report_only"))
                found.append((group, agency, came, "on_time" if random.random() < writes else random.choice(("late", "none"))))
        return found

    def _age(self, child: int, day: date) -> int:
        """In years; below nought before birth."""
        born = self.born.get(child)
        return -1 if born is None or born > day else completed_age(born, day)

    def _child(self, family: Family, conference: int, case: Case, day: date, **decided: str | int | date) -> int:
        random, age = self.random, self._age(case.child, day)
        if age < OLD_ENOUGH_TO_SAY:
            took_part = "too_young"
        else:
            old = age >= OLD_ENOUGH_TO_COME
            choice = (("attended", 34), ("advocate", 16), ("written", 20), ("through_worker", 22), ("none", 8)) if old else ()
            took_part = weighted(random, choice) if old else random.choice(("through_worker", "written", "none"))
        told = took_part not in ("too_young", "none")
        return self.copier.add(
            ConferenceChild,
            conference_id=conference,
            child_id=case.child,
            participation=took_part,
            views=random.choice(words.VIEWS) if told else "",
            views_obtained_how=words.THROUGH if told else "",
            decided_at=at_noon(day, 45),
            decided_by=family.chair.reference,
            **decided,
        )

    def _invited(
        self,
        family: Family,
        conference: int,
        day: date,
        asked_to_come: list[tuple[str, str, str, str]],
        *,
        review: bool,
        number: int,
    ) -> None:
        random, due = self.random, add_working_days(day, -3 if review else -1)
        self._score(conference, day, family, number)
        for group, agency, came, report in asked_to_come:
            received = {"on_time": due, "late": day}.get(report)
            row = self._invitation(
                *(family, conference, group, family.school if group == "education" else agency, day),
                attendance=came,
                report=report,
                report_due_on=due,
                report_received_on=received,
                report_shared_on=received,
                recommendation="plan" if random.random() < 0.85 else "abstain",
            )
            if came == "attended" and group in SCORES:
                self._score(conference, day, family, number, invitation_id=row)
        for who, share, comes in zip(PARENTS, (1.0, 0.62), (0.88, 0.56), strict=True):
            if random.random() < share:
                self.copier.add(
                    FamilyInvitation,
                    conference_id=conference,
                    relation="parent",
                    name=family.parents[who],
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

    def _school(self, child: int, family: int) -> str:
        """Each family has one, by the age of its first child now."""
        age = self._age(child, self.today)
        choice = next(schools for under, schools in SCHOOLS if age < under)
        return choice[family % len(choice)]

    def _speaks_for(self, family: Family, agency: str) -> Person:
        if agency == "social-care":
            return family.worker
        return self.made.people["school.lead"] if agency == "oakfield" else self.made.people[f"lead.{agency}"]

    def _score(self, conference: int, day: date, family: Family, number: int, **whose: int) -> None:
        score = min(10, max(0, round(3 + number * 1.1 + self.random.gauss(0, 1.3))))
        by = {"given_at": at_noon(day, 40), "given_by": family.chair.reference}
        self.copier.add(SafetyScore, conference_id=conference, score=score, **by, **whose)

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
