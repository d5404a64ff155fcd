"""What can be read out of a merged chronology: spans without a contact, and entries that probably contradict each other."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import combinations, groupby

from foundation.design import words
from reviews.models.codes import ChildSeen, Precision
from reviews.rules.chronology_dates import last_day

ONE_DAY = timedelta(days=1)
TO_THE_DAY = frozenset({Precision.EXACT, Precision.APPROXIMATE})
SEEN = frozenset({ChildSeen.ALONE, ChildSeen.SEEN})
MOST_LIKELY = 100
_BETWEEN = re.compile(r"\s*[,;/\n]\s*|\s+and\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What of an entry these rules look at."""

    number: int
    agency: int
    on: date
    precision: str
    at: time | None
    until: date | None
    persons: str
    child_seen: str
    significance: str


@dataclass(frozen=True)
class Gap:
    """A span of days without a contact."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True)
class Likely:
    """Two entries that probably contradict each other, and why. Nothing is marked by it."""

    first: int
    second: int
    why: str


def gaps_in(told: Iterable[Told], start: date, end: date, days: int) -> list[Gap]:
    """Spans of so many days or more of a period in which nothing happened.

    A month counts as a contact on each of its days, because it may have been any of them; a year says too little to close a gap.
    """
    spans = sorted((one.on, last_day(one.on, one.precision, one.until)) for one in told if one.precision != Precision.YEAR)
    found, free = [], start
    for first, last in spans:
        if first > end:
            break
        if free < first:
            found.append(Gap(free, first - ONE_DAY))
        free = max(free, last + ONE_DAY)
    if free <= end:
        found.append(Gap(free, end))
    return [gap for gap in found if gap.days >= days]


def seen_only(told: Iterable[Told]) -> list[Told]:
    """Those in which somebody saw the child."""
    return [one for one in told if one.child_seen in SEEN]


def likely_contradictions(told: Sequence[Told]) -> list[Likely]:
    """Pairs of entries of two agencies that probably say different things, in the order of time; no more than a hundred."""
    days = sorted((one for one in told if one.precision in TO_THE_DAY), key=lambda one: (one.on, one.number))
    found: dict[tuple[int, int], Likely] = {}
    for one in (*_on_one_day(days), *_while_it_lasted(days)):
        found.setdefault((one.first, one.second), one)
        if len(found) == MOST_LIKELY:
            break
    return list(found.values())


def _on_one_day(days: Sequence[Told]) -> Iterator[Likely]:
    for day, group in groupby(days, key=lambda one: one.on):
        listed = [one for one in group if one.child_seen != ChildSeen.NOT_APPLICABLE]
        for first, second in combinations(listed, 2):
            if first.agency == second.agency or not _of_the_same(first, second):
                continue
            if (first.child_seen in SEEN) != (second.child_seen in SEEN):
                yield Likely(
                    first.number,
                    second.number,
                    f"On {words.date(day)} one agency says that the child was seen, another that not.",
                )
            elif first.child_seen in SEEN and first.at is not None and first.at == second.at:
                yield Likely(
                    first.number,
                    second.number,
                    f"Two agencies saw the child on {words.date(day)} at {words.time(first.at)}."
                    " If it was not one visit, one of the times is wrong.",
                )


def _while_it_lasted(days: Sequence[Told]) -> Iterator[Likely]:
    order = [one.on for one in days]
    for one in days:
        if one.until is None or one.child_seen not in SEEN:
            continue
        for other in days[bisect_left(order, one.on) : bisect_right(order, one.until)]:
            if (
                other.agency != one.agency
                and other.child_seen == ChildSeen.SEEN
                and other.until is None
                and _of_the_same(one, other)
            ):
                yield Likely(
                    one.number,
                    other.number,
                    f"One agency had the child from {words.date(one.on)} to {words.date(one.until)}; another saw the child on"
                    f" {words.date(other.on)}. Was it there?",
                )


def _of_the_same(first: Told, second: Told) -> bool:
    """Whether they speak of a person in common, as far as they say of whom."""
    one, other = _persons(first.persons), _persons(second.persons)
    return not one or not other or bool(one & other)


def _persons(text: str) -> set[str]:
    return {part.casefold() for part in _BETWEEN.split(text.strip()) if part}
