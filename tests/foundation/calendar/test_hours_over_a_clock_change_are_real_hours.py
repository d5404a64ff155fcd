from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import (
    add_consecutive_hours,
    end_of_day,
    from_london,
    london_date,
    start_of_day,
    to_london,
    to_utc,
)


def test_72_hours_over_the_spring_change_end_an_hour_later_by_the_clock() -> None:
    back = from_london(date(2026, 3, 27), time(15))
    assert add_consecutive_hours(back, 72) == from_london(date(2026, 3, 30), time(16))


def test_72_hours_over_the_autumn_change_end_an_hour_earlier_by_the_clock() -> None:
    back = from_london(date(2026, 10, 23), time(15))
    assert add_consecutive_hours(back, 72) == from_london(date(2026, 10, 26), time(14))


def test_from_london_knows_summer_time() -> None:
    assert from_london(date(2026, 7, 1), time(9)) == datetime(2026, 7, 1, 8, tzinfo=UTC)
    assert from_london(date(2026, 12, 1), time(9)) == datetime(2026, 12, 1, 9, tzinfo=UTC)


def test_from_london_takes_the_first_of_a_doubled_time_and_moves_a_skipped_one_on() -> None:
    assert from_london(date(2026, 10, 25), time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    skipped = from_london(date(2026, 3, 29), time(1, 30))
    assert to_london(skipped).time() == time(2, 30)


def test_days_of_a_clock_change_are_23_and_25_hours_long() -> None:
    microsecond = timedelta(microseconds=1)
    for day, hours in [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (date(2026, 11, 18), 24)]:
        assert end_of_day(day) + microsecond - start_of_day(day) == timedelta(hours=hours)


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(TypeError, match="time zone"):
        to_utc(datetime(2026, 11, 18, 10))


@given(st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)), st.integers(0, 200))
def test_a_moment_lies_in_its_own_day_and_hours_add_up(moment: datetime, hours: int) -> None:
    day = london_date(moment)
    assert start_of_day(day) <= moment <= end_of_day(day)
    assert to_utc(to_london(moment)) == moment
    assert add_consecutive_hours(moment, hours) - moment == timedelta(hours=hours)
