from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import ENGLAND, WorkingCalendar

DAYS = st.dates(date(2010, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (date(2025, 6, 7), 15, date(2025, 6, 27)),  # a Saturday is day 0
        (date(2025, 6, 5), 15, date(2025, 6, 26)),
        (date(2025, 12, 15), 15, date(2026, 1, 8)),
        (date(2022, 9, 8), 15, date(2022, 9, 30)),  # over the state funeral's bank holiday
        (date(2026, 12, 18), 15, date(2027, 1, 13)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # over Easter
        (date(2026, 4, 7), -1, date(2026, 4, 2)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),  # nothing added, nothing moved
        (date(2026, 11, 18), -5, date(2026, 11, 11)),
    ],
)
def test_add_working_days_worked_dates(start: date, days: int, expected: date) -> None:
    assert ENGLAND.add_working_days(start, days) == expected


def test_working_days_between_counts_the_last_day_and_not_the_first() -> None:
    assert ENGLAND.working_days_between(date(2026, 4, 2), date(2026, 4, 7)) == 1
    assert ENGLAND.working_days_between(date(2026, 4, 7), date(2026, 4, 2)) == -1
    assert ENGLAND.working_days_between(date(2026, 11, 18), date(2026, 11, 18)) == 0


def test_a_holiday_added_to_the_table_is_no_working_day() -> None:
    extra = WorkingCalendar(ENGLAND.holidays | {date(2026, 11, 19)})
    assert extra.next_working_day(date(2026, 11, 18)) == date(2026, 11, 20)
    assert ENGLAND.next_working_day(date(2026, 11, 18)) == date(2026, 11, 19)


def test_a_local_closure_stays_a_working_day() -> None:
    closed = WorkingCalendar(ENGLAND.holidays, local_closures=frozenset({date(2026, 12, 29)}))
    assert closed.is_working_day(date(2026, 12, 29))
    assert not closed.is_open_on(date(2026, 12, 29))
    assert closed.next_working_day(date(2026, 12, 28)) == date(2026, 12, 29)


@given(DAYS, st.integers(-120, 120).filter(bool))
def test_adding_lands_on_a_working_day_and_counting_undoes_it(start: date, days: int) -> None:
    end = ENGLAND.add_working_days(start, days)
    assert ENGLAND.is_working_day(end)
    between = ENGLAND.working_days_between(start, end)
    assert between == days


@given(DAYS, st.integers(1, 60), st.integers(1, 60))
def test_adding_in_two_steps_is_adding_at_once(start: date, first: int, second: int) -> None:
    stepped = ENGLAND.add_working_days(ENGLAND.add_working_days(start, first), second)
    assert stepped == ENGLAND.add_working_days(start, first + second)


@given(DAYS)
def test_next_working_day_skips_only_days_off(start: date) -> None:
    found = ENGLAND.next_working_day(start)
    skipped = [start + timedelta(days=n) for n in range(1, (found - start).days)]
    assert not any(ENGLAND.is_working_day(day) for day in skipped)
    assert (found - start).days <= 5
