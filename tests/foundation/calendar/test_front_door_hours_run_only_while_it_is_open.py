from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import ENGLAND, WorkingCalendar, from_london, to_london

MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))


def at(day: str, clock: str) -> datetime:
    return from_london(date.fromisoformat(day), time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("received", "hours", "runs_on", "due"),
    [
        (at("2026-11-18", "10:00"), 4, False, at("2026-11-18", "14:00")),
        (at("2026-11-18", "15:00"), 4, False, at("2026-11-19", "11:00")),
        (at("2026-11-18", "15:00"), 4, True, at("2026-11-18", "19:00")),  # red runs on past closing
        (at("2026-11-20", "16:00"), 24, False, at("2026-11-25", "16:00")),  # Friday: three days of eight hours
        (at("2026-11-18", "13:00"), 4, False, at("2026-11-18", "17:00")),  # due at closing, not next opening
        (at("2026-11-18", "17:00"), 1, False, at("2026-11-19", "10:00")),
        (at("2026-11-18", "07:00"), 2, False, at("2026-11-18", "11:00")),
        (at("2026-11-21", "12:00"), 4, True, at("2026-11-23", "13:00")),  # Saturday: starts on Monday
        (at("2026-04-02", "16:30"), 1, False, at("2026-04-07", "09:30")),  # Easter
        (at("2026-03-27", "16:00"), 2, False, at("2026-03-30", "10:00")),  # clocks go forward between
        (at("2026-11-18", "18:00"), 0, False, at("2026-11-19", "09:00")),
    ],
)
def test_add_working_hours_worked_times(received: datetime, hours: int, runs_on: bool, due: datetime) -> None:
    assert ENGLAND.add_working_hours(received, hours, runs_on=runs_on) == due


def test_hours_do_not_run_on_a_local_closure() -> None:
    closed = WorkingCalendar(ENGLAND.holidays, local_closures=frozenset({date(2026, 11, 19)}))
    assert closed.add_working_hours(at("2026-11-18", "16:00"), 2) == at("2026-11-20", "10:00")


def test_impossible_hours_are_refused() -> None:
    with pytest.raises(ValueError, match="open before it closes"):
        WorkingCalendar(frozenset(), opens=time(17), closes=time(9))
    with pytest.raises(ValueError, match="negative"):
        ENGLAND.add_working_hours(at("2026-11-18", "10:00"), -1)


@given(MOMENTS, st.integers(0, 80))
def test_due_time_lies_in_opening_hours_and_the_open_time_adds_up(received: datetime, hours: int) -> None:
    due = ENGLAND.add_working_hours(received, hours)
    local = to_london(due)
    assert ENGLAND.is_open_on(local.date())
    assert time(9) <= local.time() <= time(17)
    assert _open_between(received, due) == timedelta(hours=hours)


@given(MOMENTS, st.integers(0, 40), st.integers(0, 40))
def test_hours_add_up(received: datetime, first: int, second: int) -> None:
    stepped = ENGLAND.add_working_hours(ENGLAND.add_working_hours(received, first), second)
    at_once = ENGLAND.add_working_hours(received, first + second)
    # The closing of one day and the opening of the next are the same amount of open time.
    assert ENGLAND.opening_at_or_after(stepped) == ENGLAND.opening_at_or_after(at_once)


def _open_between(start: datetime, end: datetime) -> timedelta:
    """Count open time the slow way: each day's overlap with nine to five by the clock on the wall."""
    total, day = timedelta(0), to_london(start).date()
    while day <= to_london(end).date():
        if day.weekday() < 5 and day not in ENGLAND.holidays:
            opens, closes = from_london(day, time(9)), from_london(day, time(17))
            total += max(timedelta(0), min(end, closes) - max(start, opens))
        day += timedelta(days=1)
    return total
