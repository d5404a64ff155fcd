"""Whatever the calendar: time on hold does not count, and nothing else changes."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import WorkingCalendar, default_bank_holidays, london_date
from work.rules import Calendar, Calendars, due_after_hold
from work.rules.deadlines import add_open_time, open_time_between

WORKING = WorkingCalendar(frozenset(day.date for day in default_bank_holidays()))
CALENDARS = Calendars(WORKING)
FROM = datetime(2026, 1, 1, tzinfo=UTC)
moments = st.integers(0, 60 * 24 * 400).map(lambda minutes: FROM + timedelta(minutes=minutes))
lengths = st.integers(0, 60 * 24 * 20).map(lambda minutes: timedelta(minutes=minutes))
counted = st.sampled_from(
    [Calendar.CONSECUTIVE_HOURS, Calendar.MASH_HOURS, Calendar.WORKING_DAYS, Calendar.CALENDAR_DAYS, Calendar.MONTHS]
)


@given(counted, moments, lengths, lengths)
def test_a_hold_never_brings_the_date_forward(calendar: Calendar, held: datetime, left: timedelta, length: timedelta) -> None:
    due = held + left
    if calendar is Calendar.MASH_HOURS:
        due = add_open_time(WORKING, held, left / 10)
    assert due_after_hold(calendar, due, held, held + length, CALENDARS) >= due


@given(counted, moments, lengths)
def test_a_hold_of_no_length_changes_nothing(calendar: Calendar, held: datetime, left: timedelta) -> None:
    assert due_after_hold(calendar, held + left, held, held, CALENDARS) == held + left


@given(counted, moments, lengths, lengths)
def test_what_was_late_when_it_was_held_stays_as_late(
    calendar: Calendar, held: datetime, late: timedelta, length: timedelta
) -> None:
    assert due_after_hold(calendar, held - late, held, held + length, CALENDARS) == held - late


@given(moments, lengths, lengths, lengths, lengths)
def test_two_holds_move_the_date_as_far_as_their_hours_together(
    held: datetime, left: timedelta, first: timedelta, between: timedelta, second: timedelta
) -> None:
    left += between + timedelta(minutes=1)
    due = due_after_hold(Calendar.CONSECUTIVE_HOURS, held + left, held, held + first, CALENDARS)
    again = held + first + between
    moved = due_after_hold(Calendar.CONSECUTIVE_HOURS, due, again, again + second, CALENDARS)
    assert moved == held + left + first + second


@given(moments, lengths, lengths)
def test_the_front_door_hours_left_are_the_same_before_and_after(held: datetime, left: timedelta, length: timedelta) -> None:
    due = add_open_time(WORKING, held, left / 10)
    moved = due_after_hold(Calendar.MASH_HOURS, due, held, held + length, CALENDARS)
    if due > held:
        assert open_time_between(WORKING, held + length, moved) == open_time_between(WORKING, held, due)


@given(moments, st.integers(1, 30), lengths)
def test_the_working_days_left_are_the_same_before_and_after(held: datetime, days: int, length: timedelta) -> None:
    due = WORKING.decision_deadline(held, working_days=days)
    moved = due_after_hold(Calendar.WORKING_DAYS, due, held, held + length, CALENDARS)
    left = WORKING.working_days_between(london_date(held), london_date(due))
    assert WORKING.working_days_between(london_date(held + length), london_date(moved)) == left


def test_a_red_clock_that_runs_on_moves_by_real_hours() -> None:
    held = datetime(2026, 11, 18, 16, 0, tzinfo=UTC)
    due = held + timedelta(hours=3)
    moved = due_after_hold(Calendar.MASH_HOURS, due, held, held + timedelta(hours=2), CALENDARS, runs_on=True)
    assert moved == due + timedelta(hours=2)
