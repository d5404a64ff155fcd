"""On which days a group's plans were reviewed, its core group met and its children were visited. No database."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from random import Random

from foundation.calendar import add_months
from portal.demo.calendar import add_working_days
from portal.demo.protected import PlanGroup

REVIEW_IN_TIME, SEEN_IN_TIME = 0.93, 0.9
VISIT_EVERY = 15
CORE_GROUP_EVERY = timedelta(days=42)
AFTER_BIRTH = timedelta(days=10)
PUT_OFF, LATELY = 0.3, timedelta(days=10)
"""Of the reviews that were due so lately so many could not be held yet."""


class Rhythm:
    """The days of one group, drawn by the number of its first contact."""

    def __init__(self, group: PlanGroup, today: date, born: date | None = None) -> None:
        self.began, self.until, self.today = group.began, group.until, today
        self.born = born
        """When a child of the group was born under its plan."""
        self.after_birth = add_working_days(born, 6) if born else None
        """The day of the review that follows."""
        self.chance = Random(group.cases[0].contact)  # noqa: S311  # a demonstration
        self.planned = list(self._planned())
        """The days of the reviews: the one that ends the plan is the last, otherwise the first that is still to come."""

    @cached_property
    def held(self) -> list[date]:
        """The days of the reviews that were held."""
        return [day for day in self.planned if day < self.today]

    def _planned(self) -> Iterator[date]:
        last, first = self.began, True
        while last < self.today:
            early, late, months = ((72, 89), (92, 112), 3) if first else ((140, 180), (184, 205), 6)
            before, days = last, self.chance.randint(*(early if self.chance.random() < REVIEW_IN_TIME else late))
            last, first = add_working_days(last + timedelta(days=days - 1), 1), False
            if self.after_birth and before < self.after_birth < last:
                last = self.after_birth
            if self.until <= self.today and last > self.until - timedelta(days=40):
                yield self.until
                return
            due = add_months(before, months)
            if self.until > self.today and self.today - LATELY <= due < self.today and self.chance.random() < PUT_OFF:
                last = add_working_days(self.today, self.chance.randint(2, 9))
            yield last

    @cached_property
    def meetings(self) -> list[date]:
        """The days of the core groups."""
        chance, found = self.chance, []
        day = add_working_days(self.began, chance.randint(6, 10) if chance.random() < SEEN_IN_TIME else 13)
        while day < min(self.until, self.today):
            found.append(day)
            days = chance.randint(35, 42) if chance.random() < SEEN_IN_TIME else chance.randint(43, 56)
            day = add_working_days(day + timedelta(days=days - 2), 1)
        return found

    @cached_property
    def visits(self) -> list[tuple[date, date]]:
        """When the children were seen, and by when that was due; the first is the beginning of the plan."""
        chance, found, last = self.chance, [(self.began, self.began)], self.began
        while True:
            days = chance.randint(9, VISIT_EVERY) if chance.random() < SEEN_IN_TIME else chance.randint(16, 22)
            day = add_working_days(last, days)
            if day >= min(self.until, self.today):
                return found
            found.append((day, add_working_days(last, VISIT_EVERY)))
            last = day

    def meeting_due(self, number: int) -> date:
        """By when a core group was due, or the next one is."""
        return self.meetings[number - 1] + CORE_GROUP_EVERY if number else add_working_days(self.began, 10)

    @cached_property
    def due(self) -> dict[str, date]:
        """By when the next review, visit and core group of plans that run are due."""
        return {
            "review_due_on": add_months(self.held[-1] if self.held else self.began, 6 if self.held else 3),
            "visit_due_on": add_working_days(self.visits[-1][0], VISIT_EVERY),
            "core_group_due_on": self.meeting_due(len(self.meetings)),
        }
