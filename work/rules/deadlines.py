"""When something is due: pure arithmetic over a declared deadline, a limit, a moment and a calendar."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from foundation.calendar import (
    AfterHours,
    DueAt,
    Term,
    WorkingCalendar,
    add_consecutive_hours,
    add_months,
    add_school_days,
    end_of_day,
    from_london,
    is_school_day,
    london_date,
    to_london,
)

if TYPE_CHECKING:
    from accounts.models import Person

ONE_DAY = timedelta(days=1)


class Calendar(StrEnum):
    """In what a limit is counted."""

    CONSECUTIVE_HOURS = "consecutive_hours"
    MASH_HOURS = "mash_hours"
    WORKING_DAYS = "working_days"
    SCHOOL_DAYS = "school_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


BACKWARDS = frozenset({Calendar.WORKING_DAYS, Calendar.CALENDAR_DAYS, Calendar.MONTHS})
"""Calendars that can count back from a date, as for a report due before a conference."""


def everything(_person: "Person", references: Collection[str]) -> Collection[str]:
    """Said by a kind whose records anybody of the team that has them may see."""
    return references


def _no_address(_subject_reference: str) -> str:
    return ""


def _nobody(_person: "Person", _references: Collection[str]) -> Collection[str]:
    return ()


def _no_children(_subject_reference: str) -> Sequence[str]:
    return ()


def _no_words(_person: "Person", _references: Collection[str]) -> Mapping[str, str]:
    return {}


def _nothing_follows(_subject_reference: str, _due_at: datetime) -> None:
    """Nobody has copied the due time."""


@dataclass(frozen=True)
class Deadline:
    """Something that an app's `deadlines.py` declares must happen by a time.

    `limits` by variant ("" where there is one only); a partnership's own limit in `DeadlineLimit` takes their place.
    `due` and `after_hours` hold for working days; `after_hours` None follows the partnership's setting. A limit of 0 is the
    day itself, also after closing time and when it is no working day.
    `by`: the time of day at which school days run out, and before which the day itself still counts (None: at its end).
    `runs_on` names the variants whose front-door hours, once begun, run on past closing time.
    `address` gives the page of the record; `seen_by` those of some records that a person of the owning team may see, or
    `everything` (each kind says which);
    `managed_by` those of some records whose clock a person may hold and release (nobody, unless the app says so).
    `children`: references of the children concerned, for the access log. `on_new_date` runs in the transaction that gives
    a running clock another due time, for apps that keep a copy of it.
    `described`: of some records that the person has been found to see, by reference, words that tell one from another on a list
    of work: how it is rated, where it stands. They name nobody.
    `roles`: whoever holds one of them has the clocks of this kind that no team and no person owns, and is reminded of them.
    `ahead`: how long before it is due its owners are reminded a first time, besides the day before (None: not at all).
    """

    kind: str
    title: str
    calendar: Calendar
    limits: Mapping[str, int]
    seen_by: "Callable[[Person, Collection[str]], Collection[str]]" = field(kw_only=True)
    due: DueAt = DueAt.END_OF_DAY
    after_hours: AfterHours | None = None
    runs_on: frozenset[str] = field(default_factory=frozenset)
    by: time | None = None
    address: Callable[[str], str] = _no_address
    managed_by: "Callable[[Person, Collection[str]], Collection[str]]" = _nobody
    children: Callable[[str], Sequence[str]] = _no_children
    on_new_date: Callable[[str, datetime], None] = _nothing_follows
    described: "Callable[[Person, Collection[str]], Mapping[str, str]]" = _no_words
    roles: frozenset[str] = frozenset()
    ahead: timedelta | None = None

    def __post_init__(self) -> None:
        if not self.limits:
            raise ValueError(f"The deadline {self.kind} has no limit.")
        if self.calendar not in BACKWARDS and any(amount < 0 for amount in self.limits.values()):
            raise ValueError(f"The deadline {self.kind} cannot count backwards.")


@dataclass(frozen=True)
class Limit:
    """How much time there is, in the unit of the deadline's calendar, and from which day this holds (None: as declared)."""

    amount: int
    effective_from: date | None = None


@dataclass(frozen=True)
class Calendars:
    """What the counting needs to know of the world: working days and front-door hours, terms, the after-hours rule."""

    working: WorkingCalendar
    terms: Sequence[Term] = ()
    after_hours: AfterHours = AfterHours.ON_THE_DAY


def least_limit(declared: int) -> int:
    """The shortest limit that a partnership may set: nobody is given less than a unit, save where the day itself is declared."""
    return 0 if declared == 0 else 1


def due_at(deadline: Deadline, variant: str, started_at: datetime, calendars: Calendars, limit: Limit | None = None) -> datetime:
    """By when something that started at a moment is due, in UTC.

    Refuses with `TermDatesMissing` when school days are counted past the known terms.
    """
    amount = limit.amount if limit is not None else deadline.limits[variant]
    match deadline.calendar:
        case Calendar.CONSECUTIVE_HOURS:
            return add_consecutive_hours(started_at, amount)
        case Calendar.MASH_HOURS:
            return calendars.working.add_working_hours(started_at, amount, runs_on=variant in deadline.runs_on)
        case Calendar.WORKING_DAYS:
            return calendars.working.decision_deadline(
                started_at,
                working_days=amount,
                after_hours=(deadline.after_hours or calendars.after_hours) if amount else AfterHours.ON_THE_DAY,
                due_at=deadline.due,
            )
        case Calendar.SCHOOL_DAYS:
            return _school_days(deadline.by, started_at, amount, calendars)
        case Calendar.CALENDAR_DAYS:
            return end_of_day(london_date(started_at) + timedelta(days=amount))
        case Calendar.MONTHS:
            return end_of_day(add_months(london_date(started_at), amount))


def _school_days(by: time | None, started_at: datetime, amount: int, calendars: Calendars) -> datetime:
    local = to_london(started_at)
    day = local.date() if by is None or local.time() >= by else local.date() - ONE_DAY
    last = add_school_days(calendars.working, day, amount, calendars.terms)
    return end_of_day(last) if by is None else from_london(last, by)


def due_after_hold(
    calendar: Calendar, due: datetime, held_at: datetime, released_at: datetime, calendars: Calendars, *, runs_on: bool = False
) -> datetime:
    """The due time of a clock that stood still from one moment to another: what was left then is left afterwards.

    A clock that was late already when it was held keeps its due time. Days are moved by the days of their own kind
    that passed, and keep the time of day.
    """
    if due <= held_at or released_at <= held_at:
        return due
    if calendar is Calendar.CONSECUTIVE_HOURS or (calendar is Calendar.MASH_HOURS and runs_on):
        return due + (released_at - held_at)
    if calendar is Calendar.MASH_HOURS:
        return add_open_time(calendars.working, released_at, open_time_between(calendars.working, held_at, due))
    return _move_days(calendar, due, london_date(held_at), london_date(released_at), calendars)


def _move_days(calendar: Calendar, due: datetime, start: date, end: date, calendars: Calendars) -> datetime:
    day, at = london_date(due), to_london(due).time()
    if calendar is Calendar.WORKING_DAYS:
        moved = calendars.working.add_working_days(day, calendars.working.working_days_between(start, end))
    elif calendar is Calendar.SCHOOL_DAYS:
        days = (start + ONE_DAY * n for n in range(1, (end - start).days + 1))
        passed = sum(is_school_day(calendars.working, one, calendars.terms) for one in days)
        moved = add_school_days(calendars.working, day, passed, calendars.terms)
    else:
        moved = day + (end - start)
    return from_london(moved, at)


def open_time_between(calendar: WorkingCalendar, start: datetime, end: datetime) -> timedelta:
    """How long the front door is open from one moment to another; nothing when the second is not later."""
    total, day = timedelta(0), london_date(start)
    while day <= london_date(end):
        if calendar.is_open_on(day):
            opens = max(start, from_london(day, calendar.opens))
            closes = min(end, from_london(day, calendar.closes))
            total += max(closes - opens, timedelta(0))
        day += ONE_DAY
    return total


def add_open_time(calendar: WorkingCalendar, start: datetime, length: timedelta) -> datetime:
    """When the front door has been open for so long since a moment, in UTC."""
    left, moment = length, calendar.opening_at_or_after(start)
    while True:
        closes = from_london(london_date(moment), calendar.closes)
        if left <= closes - moment:
            return moment + left
        left -= closes - moment
        moment = calendar.opening_at_or_after(closes)


def limit_in_force(declared: int, own: Sequence[Limit], on: date) -> Limit:
    """The partnership's newest limit in force on a day, otherwise the declared one."""
    begun = [limit for limit in own if limit.effective_from is not None and limit.effective_from <= on]
    return max(begun, key=lambda limit: limit.effective_from or date.min) if begun else Limit(declared)
