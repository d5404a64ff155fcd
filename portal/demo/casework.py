"""What came of accepted referrals: episodes with assessments and plans, as many open on each 31 March as were published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from django.db import connection

from accounts.models import Person, Team
from children.models import Involvement
from foundation.calendar import ENGLAND, end_of_day, from_london, london_date
from foundation.models import DomainEvent
from portal.demo import casework_words as words
from portal.demo.calendar import add_working_days
from portal.demo.copying import Copier, shared
from portal.demo.courses import weighted
from portal.demo.partnership import DemoPartnership
from portal.demo.references import References
from referrals.models import (
    REFERRAL_OUTCOMES,
    Assessment,
    Contact,
    ContactState,
    Episode,
    Plan,
    PlanReview,
    PlanStep,
)
from referrals.rules.episodes import EPISODE
from work.models import Clock

TABLES = (Episode, Assessment, Plan, PlanStep, PlanReview, Involvement, Clock, DomainEvent)
OUTCOMES = (("plan", 57), ("no_further_action", 27), ("step_down", 12), ("other", 4))
WITHOUT_ACTION = 0.07
LATE = 0.13
LASTS = (((90, 240), 30), ((240, 480), 40), ((480, 900), 30))
"""Days that a plan runs, and how often."""
REVIEWED_EVERY = timedelta(days=80)
OLD_ENOUGH = timedelta(days=170)
"""Only episodes that have run for so long are ended earlier to meet a published number."""
ASSESSMENT_LIMIT, REVIEW_LIMIT = (shared(limit=limit, calendar="seed", effective_from=None) for limit in (45, 3))
GRANTS = """
INSERT INTO referrals_contactteamgrant
    (content_object_id, group_id, permission_id, reason, starts_at, given_at, given_by, ended_by, state, rating)
SELECT e.contact_id, t.group_id, g.permission_id, 'Has accepted this child', e.opened_at, e.opened_at, 'seed', '', '', ''
FROM referrals_episode e JOIN accounts_team t ON t.id = e.team_id
CROSS JOIN (SELECT permission_id FROM referrals_contactteamgrant LIMIT 1) g ORDER BY e.id
"""
CHRONOLOGY = """
INSERT INTO children_chronologyentry
    (child_id, at, kind, detail, record_kind, record_reference, written_at, written_by)
SELECT e.child_id, happened.at, happened.kind, happened.detail, 'episode', e.reference, happened.at, happened.by
FROM referrals_episode e CROSS JOIN LATERAL (VALUES
    (e.opened_at, 'referrals.episode_opened', '', e.opened_by),
    (e.closed_at, 'referrals.episode_closed', e.closure_reason, e.closed_by)) AS happened (at, kind, detail, by)
WHERE happened.at IS NOT NULL ORDER BY e.id, happened.at
"""


@dataclass
class Case:
    """One episode before it is written. Days that lie in the future have not come yet."""

    contact: int
    child: int
    contact_reference: str
    referred_on: date
    received_at: datetime
    opened_at: datetime
    outcome: str = ""
    authorised_on: date | None = None
    plan_from: date | None = None
    plan_until: date | None = None
    closed_on: date | None = None
    submission: int = 0
    protected: bool = False
    """Whether the plan is one of child protection, which takes the place of one for a child in need."""
    id: int = 0
    reference: str = ""

    def open_on(self, day: date) -> bool:
        """Whether the episode stands open at the end of a day."""
        return self.referred_on <= day and (self.closed_on is None or self.closed_on > day)


@dataclass(frozen=True)
class SocialWorkTeam:
    """A social work team with its people."""

    team: Team
    workers: list[Person]
    manager: Person


@cache
def at_noon(day: date, minute: int = 0) -> datetime:
    """A moment in the middle of a working day."""
    return from_london(day, ENGLAND.opens) + timedelta(hours=3, minutes=minute)


class Casework:
    """Makes episodes out of accepted referrals. `open_on` says how many stand open at the end of which day."""

    def __init__(
        self, number: int, made: DemoPartnership, teams: list[SocialWorkTeam], now: datetime, open_on: dict[date, int]
    ) -> None:
        self.random, self.references = Random(number), References(number + 1)  # noqa: S311  # a demonstration
        self.made, self.teams, self.now, self.open_on = made, teams, now, open_on
        self.today = london_date(now)
        self.copier = Copier(*TABLES)
        self.cases: list[Case] = []

    def draw(self) -> list[Case]:
        """Draw every episode and meet the published numbers."""
        self._draw()
        for day, number in sorted(self.open_on.items()):
            self._meet(day, number)
        return self.cases

    def write(self) -> list[Case]:
        """Write the rows."""
        for case in self.cases:
            self._write(case)
            self.copier.flush()
        self.copier.finish()
        with connection.cursor() as cursor:
            cursor.execute(GRANTS)
            cursor.execute(CHRONOLOGY)
        return self.cases

    def _draw(self) -> None:
        rows = Contact.objects.filter(
            outcome__in=[outcome.value for outcome in REFERRAL_OUTCOMES], state=ContactState.SIGNED_OFF
        ).order_by("received_at", "id")
        standing: dict[int, Case] = {}
        fields = ("id", "child_id", "reference", "received_at", "approved_at", "submission_id")
        for contact, child, reference, received_at, approved_at, submission in rows.values_list(*fields):
            on = london_date(received_at)
            before = standing.get(child)
            if approved_at is None or (before is not None and before.open_on(on)):
                continue
            case = Case(contact, child, reference, on, received_at, approved_at + timedelta(minutes=50))
            case.submission = submission
            self._course(case)
            standing[child] = case
            self.cases.append(case)

    def _course(self, case: Case) -> None:
        """How it goes on: without action, or with an assessment and perhaps a plan."""
        random = self.random
        if random.random() < WITHOUT_ACTION:
            case.closed_on = add_working_days(case.referred_on, random.randint(2, 8))
            return
        days = random.randint(47, 66) if random.random() < LATE else random.randint(12, 45)
        case.outcome = weighted(random, OUTCOMES)
        case.authorised_on = add_working_days(case.referred_on, days)
        if case.outcome != "plan":
            case.closed_on = add_working_days(case.authorised_on, random.randint(3, 9))
            return
        case.plan_from = add_working_days(case.authorised_on, random.randint(1, 4))
        least, most = random.choices([days for days, _ in LASTS], [weight for _, weight in LASTS])[0]
        self._end_plan(case, case.plan_from + timedelta(days=random.randint(least, most)))

    @staticmethod
    def _end_plan(case: Case, on: date) -> None:
        case.plan_until = add_working_days(on, 1)
        case.closed_on = add_working_days(case.plan_until, 2)

    def _meet(self, day: date, number: int) -> None:
        """End so many plans in the months before a day that exactly this number of episodes stands open on it."""
        standing = [case for case in self.cases if case.open_on(day)]
        old = [case for case in standing if case.plan_from is not None and case.referred_on < day - OLD_ENOUGH]
        surplus = len(standing) - number
        if not 0 <= surplus <= len(old):
            raise ValueError(f"{len(standing)} episodes stand open on {day}, {number} were published.")
        for case in self.random.sample(old, surplus):
            earliest = case.plan_from or day
            self._end_plan(case, day - timedelta(days=self.random.randint(9, min(110, (day - earliest).days - 1))))

    # -- rows ---------------------------------------------------------------------------------------------------

    def _write(self, case: Case) -> None:
        closed = case.closed_on if case.closed_on and case.closed_on < self.today else None
        home = self.team_of(case)
        worker, manager = self.random.choice(home.workers), home.manager
        case.reference = self.references.new("N")
        allocated = min(case.opened_at + timedelta(hours=2), self.now)
        columns: dict[str, Any] = {"primary_need": weighted(self.random, words.NEEDS)} if case.authorised_on else {}
        if closed:
            columns |= self._closing(case, closed, manager)
        case.id = self.copier.add(
            Episode,
            reference=case.reference,
            contact_id=case.contact,
            child_id=case.child,
            team_id=home.team.pk,
            referred_on=case.referred_on,
            opened_at=case.opened_at,
            opened_by=manager.reference,
            worker_id=worker.pk,
            allocated_at=allocated,
            allocated_by=manager.reference,
            **columns,
        )
        if case.authorised_on:
            self._assessment(case, worker, manager)
        if case.plan_from and case.plan_from <= self.today and not case.protected:
            self._plan(case, worker, home)
        if not closed:
            self._standing(case, home, worker)

    def team_of(self, case: Case) -> SocialWorkTeam:
        """Assessment teams work until there is a plan; then a support team has the child. Any of them protects."""
        if case.protected:
            return self.teams[case.submission % len(self.teams)]
        supporting = case.plan_from is not None and case.plan_from <= self.today
        choice = self.teams[2:] if supporting else self.teams[:2]
        return choice[case.contact % len(choice)]

    def _closing(self, case: Case, closed: date, manager: Person) -> dict[str, Any]:
        columns = {"closed_on": closed, "closed_at": at_noon(closed), "closed_by": manager.reference}
        if case.authorised_on is None:
            return columns | {"no_further_action": True, "closing_note": words.WITHOUT_ACTION}
        reasons = {"no_further_action": "RC8", "step_down": "RC9"}
        reason = reasons.get(case.outcome) or weighted(self.random, words.CLOSURES)
        return columns | {"closure_reason": reason, "closing_note": self.random.choice(words.CLOSING)}

    def _assessment(self, case: Case, worker: Person, manager: Person) -> None:
        authorised, due = case.authorised_on or self.today, add_working_days(case.referred_on, 45)
        started = min(add_working_days(case.referred_on, 1), self.today)
        done = authorised <= self.today
        columns: dict[str, Any] = {"state": "in_progress", "factors": ()}
        seen = add_working_days(started, 5)
        if seen <= self.today and self.random.random() < 0.95:
            columns |= {"seen_on": seen, "seen_alone": "yes", "child_view": self.random.choice(words.CHILD_VIEWS)}
        else:
            columns["not_seen_reason"] = words.NOT_SEEN
        if done:
            columns |= {
                "state": "authorised",
                "analysis": self.random.choice(words.ANALYSES),
                "factors": tuple(self.random.sample(words.FACTORS, self.random.randint(1, 3))),
                "outcome": case.outcome,
                "delay_reason": words.DELAYED if authorised > due else "",
                "submitted_at": at_noon(authorised, 5),
                "submitted_by": worker.reference,
                "authorised_on": authorised,
                "authorised_at": at_noon(authorised, 50),
                "authorised_by": manager.reference,
            }
        moment = min(at_noon(started), self.now)
        self.copier.add(
            Assessment,
            episode_id=case.id,
            number=1,
            started_on=started,
            started_at=moment,
            started_by=worker.reference,
            due_on=due,
            **columns,
        )

    def _plan(self, case: Case, worker: Person, home: SocialWorkTeam) -> None:
        begun = case.plan_from or self.today
        ended = case.plan_until if case.plan_until and case.plan_until <= self.today else None
        columns: dict[str, Any] = {}
        if ended:
            columns = {"ended_on": ended, "ended_at": at_noon(ended), "ended_by": home.manager.reference}
            columns["end_reason"] = self.random.choice(words.PLAN_ENDS)
        by = {"started_at": at_noon(begun), "started_by": worker.reference}
        aim = self.random.choice(words.AIMS)
        plan = self.copier.add(Plan, episode_id=case.id, number=1, aim=aim, started_on=begun, **by, **columns)
        for need, action, who in self.random.sample(words.STEPS, 2):
            self._step(plan, (need, action, who), begun, worker)
        last = begun
        for held in self._reviews(begun, ended or self.today):
            last = held
            self.copier.add(
                PlanReview,
                plan_id=plan,
                held_on=held,
                attended=words.ATTENDED,
                findings=self.random.choice(words.FINDINGS),
                written_at=at_noon(held, 90),
                written_by=worker.reference,
            )
        if not ended:
            self._clock(case, home, "referrals.plan_review", at_noon(last), end_of_day(last + timedelta(days=91)))

    def _reviews(self, begun: date, until: date) -> Iterable[date]:
        held = begun + REVIEWED_EVERY
        while held < until:
            yield add_working_days(held - timedelta(days=1), 1)
            held += REVIEWED_EVERY

    def _step(self, plan: int, told: tuple[str, str, str], begun: date, worker: Person) -> None:
        need, action, who = told
        due = begun + timedelta(days=self.random.randint(20, 80))
        done = add_working_days(due, -1) if due < self.today and self.random.random() < 0.8 else None
        columns: dict[str, Any] = {"done_at": at_noon(done), "done_by": worker.reference, "done_note": words.DONE} if done else {}
        by = {"added_at": at_noon(begun, 20), "added_by": worker.reference}
        self.copier.add(PlanStep, plan_id=plan, need=need, action=action, who=who, due_on=due, **by, **columns)

    def _standing(self, case: Case, home: SocialWorkTeam, worker: Person) -> None:
        """What an open episode has besides: its clocks, who works with the child, what happened."""
        subject = {"record_kind": EPISODE, "record_reference": case.reference}
        by = home.manager.reference
        self.copier.add(Involvement, child_id=case.child, team_id=home.team.pk, began_at=case.opened_at, began_by=by, **subject)
        if case.authorised_on is None or case.authorised_on > self.today:
            due = add_working_days(case.referred_on, 45)
            self._clock(case, home, "referrals.assessment", case.received_at, end_of_day(due))
        for verb, at, who, data in (
            ("referrals.episode_opened", case.opened_at, by, {"contact": case.contact_reference, "team": home.team.code}),
            ("referrals.episode_allocated", case.opened_at + timedelta(hours=2), by, {"worker": worker.reference}),
        ):
            self.copier.add(
                DomainEvent,
                verb=verb,
                at=min(at, self.now),
                actor_kind="person",
                actor_reference=who,
                actor_agency="social-care",
                subject_kind=EPISODE,
                subject_reference=case.reference,
                data=data,
            )

    def _clock(self, case: Case, home: SocialWorkTeam, kind: str, started: datetime, due: datetime) -> None:
        self.copier.add(
            Clock,
            kind=kind,
            subject_kind=EPISODE,
            subject_reference=case.reference,
            started_at=started,
            started_by=home.manager.reference,
            due_at=due,
            owner_team_id=home.team.pk,
            state="running",
            stopped_at=None,
            stopped_by="",
            outcome="",
            limit_used=ASSESSMENT_LIMIT if kind == "referrals.assessment" else REVIEW_LIMIT,
        )
