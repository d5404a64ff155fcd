"""Which children of the demonstration came onto a child protection plan: exactly as many on each day as were published."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from children.models import Child
from foundation.calendar import completed_age
from portal.demo.casework import Case
from referrals.models import Contact

GROWN_UP = 18
SHORTEST = timedelta(days=75)
LONG = timedelta(days=730)
LONG_ONES = 11
"""So many of those on a plan at the first day are still on it two years later."""
WITHIN_A_YEAR = 55
"""Plans of each year that began and ended between two of the days."""
AGAIN, CARRIED = 0.02, 1.7
"""A child who was on a plan before is taken sooner; one whose plan runs beyond the next day, later."""


@dataclass
class PlanGroup:
    """Brothers and sisters, from one form, whose plans begin and end on the same days."""

    cases: list[Case]
    wave: int = 0
    """How many plans at most its children had before: plans of one child are written one after the other."""
    previous: dict[int, int] = field(default_factory=dict)

    @property
    def began(self) -> date:
        """The day of the conference that decided it."""
        return self.cases[0].plan_from or date.max

    @property
    def until(self) -> date:
        """The day on which it ends, perhaps in the future."""
        return self.cases[0].plan_until or date.max


@dataclass(frozen=True)
class Of:
    """What the choice has to know of a child."""

    born: date | None
    expected: date | None


class Protected:
    """Chooses among the episodes with a plan those whose plan is one of child protection."""

    def __init__(self, random: Random, cases: Sequence[Case], wanted: dict[date, int], today: date) -> None:
        self.random, self.wanted, self.today = random, dict(sorted(wanted.items())), today
        self.days = list(self.wanted)
        self.newest = self.days[-2]
        """The end of the newest complete year; after it comes only today."""
        ids = [case.child for case in cases if case.plan_from is not None]
        rows = Child.objects.filter(pk__in=ids).values_list("pk", "birth_date", "expected_delivery_date")
        self.children = {child: Of(born, expected) for child, born, expected in rows}
        restricted = set(Contact.objects.filter(restricted=True).values_list("pk", flat=True))
        self.next_referral = self._next_referrals(cases)
        self.candidates = [case for case in cases if case.contact not in restricted and self._fits(case)]
        self.siblings: dict[int, list[Case]] = defaultdict(list)
        for case in self.candidates:
            self.siblings[case.submission].append(case)
        self.chosen: list[PlanGroup] = []
        self.taken: set[int] = set()
        self.times: dict[int, int] = defaultdict(int)

    @staticmethod
    def _next_referrals(cases: Iterable[Case]) -> dict[int, date]:
        """When the child of an episode was referred again, by the contact of the episode."""
        found: dict[int, date] = {}
        last: dict[int, Case] = {}
        for case in cases:
            if case.child in last:
                found[last[case.child].contact] = case.referred_on
            last[case.child] = case
        return found

    def _fits(self, case: Case) -> bool:
        began, until, of = case.plan_from, case.plan_until, self.children.get(case.child)
        if began is None or until is None or of is None or began >= self.today or until - began < SHORTEST:
            return False
        if of.born is None:
            return self._unborn_fits(case, of.expected)
        return of.born < began and completed_age(of.born, min(until, self.today)) < GROWN_UP

    def _unborn_fits(self, case: Case, expected: date | None) -> bool:
        """Expected after the end of the newest complete year, and on a plan on that day or now."""
        return expected is not None and expected > self.newest and (self._on(case, self.newest) or expected > self.today)

    @staticmethod
    def _on(case: Case, day: date) -> bool:
        return case.plan_from is not None and case.plan_from <= day and (case.plan_until is None or case.plan_until > day)

    def _stands(self, case: Case) -> tuple[bool, ...]:
        """On which of the days the plan runs, and on which the episode is open: what must not change by moving its ends."""
        return tuple(self._on(case, day) for day in self.days) + tuple(case.open_on(day) for day in self.days)

    def choose(self) -> list[PlanGroup]:
        """The groups, earliest first; their episodes are marked, and brothers and sisters begin and end together."""
        before = date.min
        for day, number in self.wanted.items():
            running = sum(self._on(case, day) for group in self.chosen for case in group.cases)
            self._take(day, before, number - running)
            if before != date.min:
                self._take_within(before, day)
            before = day
        self.chosen.sort(key=lambda group: (group.began, group.cases[0].contact))
        self._number()
        return self.chosen

    def _take(self, day: date, after: date, number: int) -> None:
        pool = [case for case in self.candidates if self._on(case, day) and case.plan_from is not None and case.plan_from > after]
        pool.sort(key=lambda case: self._rank(case, day))
        if after == date.min:
            still = [case for case in pool if self._on(case, self.newest) and (case.plan_from or day) + LONG < self.newest]
            gone = {case.contact for case in pool if self._on(case, self.newest)} - {case.contact for case in still[:LONG_ONES]}
            pool = [case for case in pool if case.contact not in gone]
            pool.sort(key=lambda case: case not in still[:LONG_ONES])
        left = number
        for case in pool:
            if left > 0:
                left -= self._group(case, left)
        if left:
            raise ValueError(f"{number} plans were to begin by {day}; there are {left} children too few, or too many before.")

    def _rank(self, case: Case, day: date) -> float:
        unborn = self.children[case.child].born is None
        if unborn and day >= self.newest:
            return -1.0
        place = self.days.index(day) + 1
        carried = place < len(self.days) and self._on(case, self.days[place])
        return self.random.random() * (CARRIED if carried else 1.0) * (AGAIN if self.times[case.child] else 1.0)

    def _take_within(self, after: date, day: date) -> None:
        pool = [
            case
            for case in self.candidates
            if case.plan_from is not None and case.plan_until is not None and after < case.plan_from and case.plan_until <= day
        ]
        taken = 0
        for case in sorted(self.random.sample(pool, len(pool)), key=lambda case: not self.times[case.child]):
            if taken < WITHIN_A_YEAR:
                taken += self._group(case, WITHIN_A_YEAR)

    def _group(self, case: Case, most: int) -> int:
        """Take a child with those brothers and sisters whose days can be the same; says how many were taken."""
        if case.contact in self.taken:
            return 0
        cases, stands = [case], self._stands(case)
        for other in self.siblings[case.submission]:
            if len(cases) < most and other.child not in {one.child for one in cases} and self._joins(other, case, stands):
                cases.append(other)
        for one in cases:
            one.authorised_on, one.plan_from, one.plan_until, one.closed_on = (
                case.authorised_on,
                case.plan_from,
                case.plan_until,
                case.closed_on,
            )
            one.outcome, one.protected = "strategy", True
            self.taken.add(one.contact)
            self.times[one.child] += 1
        self.chosen.append(PlanGroup(cases))
        return len(cases)

    def _joins(self, other: Case, lead: Case, stands: tuple[bool, ...]) -> bool:
        if other.contact in self.taken or self._stands(other) != stands or lead.closed_on is None or lead.plan_until is None:
            return False
        of = self.children[other.child]
        if of.born is not None and completed_age(of.born, min(lead.plan_until, self.today)) >= GROWN_UP:
            return False
        return self.next_referral.get(other.contact, date.max) >= lead.closed_on

    def _number(self) -> None:
        """Say of each group how many plans its children had before, and in which wave it is written."""
        waves: dict[int, int] = defaultdict(int)
        had: dict[int, int] = defaultdict(int)
        for group in self.chosen:
            ids = [case.child for case in group.cases]
            group.wave = max(waves[child] for child in ids)
            group.previous = {child: had[child] for child in ids}
            for child in ids:
                waves[child] = group.wave + 1
                had[child] += 1
