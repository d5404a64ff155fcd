from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import ENGLAND, AfterHours, DueAt, end_of_day, from_london, london_date

ON_THE_DAY, NEXT = AfterHours.ON_THE_DAY, AfterHours.NEXT_WORKING_DAY


def at(day: str, clock: str) -> datetime:
    return from_london(date.fromisoformat(day), time.fromisoformat(clock))


@pytest.mark.parametrize(
    ("received", "after_hours", "due_day"),
    [
        (at("2026-11-18", "10:00"), ON_THE_DAY, "2026-11-19"),  # in hours: the setting does not matter
        (at("2026-11-18", "10:00"), NEXT, "2026-11-19"),
        (at("2026-11-20", "18:30"), ON_THE_DAY, "2026-11-23"),  # Friday evening
        (at("2026-11-20", "18:30"), NEXT, "2026-11-24"),
        (at("2026-11-21", "11:00"), ON_THE_DAY, "2026-11-23"),  # Saturday
        (at("2026-11-21", "11:00"), NEXT, "2026-11-24"),
        (at("2026-05-22", "15:00"), ON_THE_DAY, "2026-05-26"),  # Friday before the spring bank holiday
        (at("2026-05-22", "15:00"), NEXT, "2026-05-26"),
        (at("2026-11-18", "17:00"), ON_THE_DAY, "2026-11-19"),  # at closing time on a Wednesday
        (at("2026-11-18", "17:00"), NEXT, "2026-11-20"),
        (at("2026-11-18", "06:00"), NEXT, "2026-11-19"),  # before opening is not after hours
        (at("2026-05-25", "10:00"), ON_THE_DAY, "2026-05-26"),  # on the bank holiday itself
        (at("2026-05-25", "10:00"), NEXT, "2026-05-27"),
    ],
)
def test_decision_deadline_worked_examples(received: datetime, after_hours: AfterHours, due_day: str) -> None:
    deadline = ENGLAND.decision_deadline(received, after_hours=after_hours)
    assert deadline == end_of_day(date.fromisoformat(due_day))


def test_decision_deadline_reads_the_day_on_english_clocks() -> None:
    """23:30 UTC on a summer Tuesday is already Wednesday in England."""
    assert ENGLAND.decision_deadline(datetime(2026, 7, 7, 23, 30, tzinfo=UTC)) == end_of_day(date(2026, 7, 9))


def test_decision_deadline_time_of_day_is_a_setting() -> None:
    received = at("2026-11-18", "10:15")
    assert ENGLAND.decision_deadline(received, due_at=DueAt.CLOSING_TIME) == at("2026-11-19", "17:00")
    assert ENGLAND.decision_deadline(received, due_at=DueAt.SAME_CLOCK_TIME) == at("2026-11-19", "10:15")
    evening = at("2026-11-18", "19:15")
    deferred = ENGLAND.decision_deadline(evening, after_hours=NEXT, due_at=DueAt.SAME_CLOCK_TIME)
    assert deferred == at("2026-11-20", "09:00")


def test_decision_deadline_takes_other_numbers_of_working_days() -> None:
    assert ENGLAND.decision_deadline(at("2026-11-18", "10:00"), working_days=3) == end_of_day(date(2026, 11, 23))


@given(st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)))
def test_every_deadline_is_a_later_working_day_and_the_default_is_never_the_later_one(received: datetime) -> None:
    strict = ENGLAND.decision_deadline(received)
    lenient = ENGLAND.decision_deadline(received, after_hours=NEXT)
    assert strict <= lenient
    assert london_date(strict) > london_date(received)
    assert ENGLAND.working_days_between(london_date(received), london_date(strict)) == 1
    assert ENGLAND.working_days_between(london_date(received), london_date(lenient)) in {1, 2}
