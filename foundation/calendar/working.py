"""Working days, the hours of the front door, and deadlines counted in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from foundation.calendar.bank_holidays import SATURDAY, default_bank_holidays
from foundation.calendar.zones import from_london, to_london, to_utc
from foundation.errors import Refused

ONE_DAY: Final = timedelta(days=1)
MOMENTS_KEPT: Final = 10_000

_at: Final = lru_cache(maxsize=MOMENTS_KEPT)(from_london)
"""Opening, closing and the end of each day are asked for again and again."""


class AfterHours(StrEnum):
    """On which day something counts as received that comes when the front door is closed."""

    ON_THE_DAY = "on_the_day"
    NEXT_WORKING_DAY = "next_working_day"


class DueAt(StrEnum):
    """At which time of its last day a limit counted in working days runs out."""

    END_OF_DAY = "end_of_day"
    CLOSING_TIME = "closing_time"
    SAME_CLOCK_TIME = "same_clock_time"


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days and hours count.

    ``holidays`` are the bank holidays. ``opens`` and ``closes`` are the front door's hours in
    Europe/London, Monday to Friday. On a day in ``local_closures`` the front door is shut, so its hours
    do not run; the day is still a working day for every statutory limit.
    """

    holidays: frozenset[date]
    opens: time = time(9)
    closes: time = time(17)
    local_closures: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("The front door must open before it closes.")

    # -- days -----------------------------------------------------------------

    def is_working_day(self, day: date) -> bool:
        """Say whether a day is neither a Saturday, a Sunday nor a bank holiday."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def add_working_days(self, day: date, days: int) -> date:
        """Return the ``days``-th working day after ``day``, or before it if ``days`` is negative.

        ``day`` itself is day 0, even if it is not a working day: Saturday 7 June 2025 plus 15 is Friday
        27 June. Zero returns ``day`` unchanged.
        """
        step = ONE_DAY if days > 0 else -ONE_DAY
        left = abs(days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def next_working_day(self, day: date) -> date:
        """Return the first working day after ``day``."""
        return self.add_working_days(day, 1)

    def last_working_day_until(self, day: date) -> date:
        """Return the day itself if it is a working day, otherwise the last one before it."""
        return day if self.is_working_day(day) else self.add_working_days(day, -1)

    def working_days_between(self, start: date, end: date) -> int:
        """Return how many working days lie after ``start``, up to and including ``end``.

        The inverse of `add_working_days`; negative when ``end`` is earlier than ``start``.
        """
        if end < start:
            return -sum(self.is_working_day(end + ONE_DAY * n) for n in range((start - end).days))
        return sum(self.is_working_day(start + ONE_DAY * n) for n in range(1, (end - start).days + 1))

    # -- hours of the front door ----------------------------------------------

    def is_open_on(self, day: date) -> bool:
        """Say whether the front door opens on a day at all."""
        return self.is_working_day(day) and day not in self.local_closures

    def opening_at_or_after(self, moment: datetime) -> datetime:
        """Return the moment itself while the front door is open, otherwise its next opening, in UTC."""
        return next(start for start, _ in self._open_times(moment))

    def add_working_hours(self, moment: datetime, hours: int, *, runs_on: bool = False) -> datetime:
        """Return when ``hours`` hours of the front door have passed since ``moment``, in UTC.

        The count starts at once if the front door is open, otherwise when it next opens. With ``runs_on``
        it goes on past closing time once it has started (a red rating is worked on until it is done).
        """
        if hours < 0:
            raise ValueError("Hours cannot be negative.")
        left = timedelta(hours=hours)
        if runs_on:
            return self.opening_at_or_after(moment) + left
        open_times = self._open_times(moment)
        start, end = next(open_times)
        while left > end - start:
            left -= end - start
            start, end = next(open_times)
        return start + left

    def _open_times(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Yield the stretches of open time from a moment on, each in UTC."""
        moment = to_utc(moment)
        day = to_london(moment).date()
        while True:
            if self.is_open_on(day):
                end = _at(day, self.closes)
                if moment < end:
                    yield max(moment, _at(day, self.opens)), end
            day += ONE_DAY

    # -- limits in working days, on a moment ----------------------------------

    def decision_deadline(
        self,
        received_at: datetime,
        *,
        working_days: int = 1,
        after_hours: AfterHours = AfterHours.ON_THE_DAY,
        due_at: DueAt = DueAt.END_OF_DAY,
    ) -> datetime:
        """Return by when something received at a moment must be decided, in UTC.

        "Within one working day" means by the end of the next working day (Working Together 2023,
        chapter 3). ``after_hours`` settles what comes after closing time or on a day that is not a working
        day: it counts on the day it came (the stricter reading, and the default), or as if it had come when
        the next working day opens. ``due_at`` settles the time of day: the last moment of the day, closing
        time, or the clock time of receipt.
        """
        local = to_london(received_at)
        day, at = local.date(), local.time()
        too_late = not self.is_working_day(day) or at >= self.closes
        if too_late and after_hours is AfterHours.NEXT_WORKING_DAY:
            day, at = self.next_working_day(day), self.opens
        times = {DueAt.END_OF_DAY: time.max, DueAt.CLOSING_TIME: self.closes, DueAt.SAME_CLOCK_TIME: at}
        return _at(self.add_working_days(day, working_days), times[due_at])


@dataclass(frozen=True)
class Term:
    """The days between two dates, both included, on which schools are open.

    ``closed`` are the days between them on which they are not: half term, training.
    """

    starts: date
    ends: date
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError("A term must end after it starts.")


class TermDatesMissing(Refused):
    """The known term dates end before a count of school days does; the text is a sentence for the user."""


def is_school_day(calendar: WorkingCalendar, day: date, terms: Iterable[Term]) -> bool:
    """Say whether a day is a working day inside a term on which schools are open."""
    in_term = any(term.starts <= day <= term.ends and day not in term.closed for term in terms)
    return in_term and calendar.is_working_day(day)


def add_school_days(calendar: WorkingCalendar, day: date, days: int, terms: Iterable[Term]) -> date:
    """Return the ``days``-th school day after ``day``; ``day`` itself is day 0, whatever day it is.

    Refuses with `TermDatesMissing` when the term dates given end too early to say.
    """
    if days < 0:
        raise ValueError("School days are counted forwards.")
    known = tuple(terms)
    last = max((term.ends for term in known), default=day)
    left = days
    while left:
        day += ONE_DAY
        if day > last:
            raise TermDatesMissing("Add the dates of the next school term before counting school days past it.")
        left -= is_school_day(calendar, day, known)
    return day


ENGLAND: Final = WorkingCalendar(frozenset(holiday.date for holiday in default_bank_holidays()))

# The same questions asked of the default table, for wording such as "3 working days late". A deadline that
# is stored is counted with the partnership's own calendar.
is_working_day: Final = ENGLAND.is_working_day
add_working_days: Final = ENGLAND.add_working_days
next_working_day: Final = ENGLAND.next_working_day
working_days_between: Final = ENGLAND.working_days_between
add_working_hours: Final = ENGLAND.add_working_hours
decision_deadline: Final = ENGLAND.decision_deadline
