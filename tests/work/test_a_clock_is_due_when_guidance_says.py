"""Worked dates: Working Together 2023, London procedures, and the BRAG hours of the front door."""

from datetime import UTC, date, datetime

import pytest

from foundation.calendar import (
    AfterHours,
    Term,
    TermDatesMissing,
    WorkingCalendar,
    default_bank_holidays,
    from_london,
    london_date,
    to_london,
)
from tests.work.kinds import DEADLINES
from work.rules import Calendar, Calendars, Deadline, Limit, due_at, everything, limit_in_force

WORKING = WorkingCalendar(frozenset(day.date for day in default_bank_holidays()))
BY_KIND = {deadline.kind: deadline for deadline in DEADLINES}


def local(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return from_london(moment.date(), moment.time())


def due(kind: str, started: str, variant: str = "", after_hours: AfterHours = AfterHours.ON_THE_DAY) -> datetime:
    return due_at(BY_KIND[kind], variant, local(started), Calendars(WORKING, after_hours=after_hours))


@pytest.mark.parametrize(
    ("started", "expected"),
    [
        ("2025-06-05T14:00", "2025-06-26"),
        ("2025-12-15T09:30", "2026-01-08"),
        ("2022-09-08T11:00", "2022-09-30"),  # the bank holiday of the state funeral
        ("2026-12-18T16:00", "2027-01-13"),
    ],
)
def test_an_initial_conference_is_due_15_working_days_after_the_strategy_discussion(started: str, expected: str) -> None:
    assert london_date(due("tests.icpc", started)).isoformat() == expected


@pytest.mark.parametrize(
    ("started", "after_hours", "expected"),
    [
        ("2026-11-18T10:00", AfterHours.ON_THE_DAY, "2026-11-19"),
        ("2026-11-20T16:59", AfterHours.ON_THE_DAY, "2026-11-23"),
        ("2026-11-20T18:00", AfterHours.NEXT_WORKING_DAY, "2026-11-24"),
        ("2026-11-21T12:00", AfterHours.NEXT_WORKING_DAY, "2026-11-24"),
        ("2026-11-21T12:00", AfterHours.ON_THE_DAY, "2026-11-23"),
    ],
)
def test_a_decision_is_due_by_the_end_of_the_next_working_day(started: str, after_hours: AfterHours, expected: str) -> None:
    at = to_london(due("tests.decision", started, after_hours=after_hours))
    assert (at.date().isoformat(), at.hour, at.minute) == (expected, 23, 59)


@pytest.mark.parametrize(
    ("variant", "started", "expected"),
    [
        ("red", "2026-11-18T15:00", "2026-11-18T19:00"),  # runs on past closing time until it is done
        ("red", "2026-11-21T12:00", "2026-11-23T13:00"),
        ("amber", "2026-11-18T15:00", "2026-11-23T15:00"),  # 2 + 8 + 8 hours to Friday evening, 6 on Monday
        ("green", "2026-11-18T09:00", "2026-11-30T17:00"),
    ],
)
def test_information_is_due_in_front_door_hours_by_rating(variant: str, started: str, expected: str) -> None:
    assert due("tests.information", started, variant) == local(expected)


def test_police_protection_lasts_72_real_hours_over_the_night_when_clocks_go_back() -> None:
    assert due("tests.protection", "2026-10-24T10:00") == datetime(2026, 10, 27, 9, 0, tzinfo=UTC)
    assert to_london(due("tests.protection", "2026-10-24T10:00")).hour == 9


def test_a_review_is_due_in_three_months_and_a_core_group_in_six_weeks() -> None:
    assert london_date(due("tests.review", "2025-11-30T10:00")) == date(2026, 2, 28)
    assert london_date(due("tests.core_group", "2026-11-18T10:00")) == date(2026, 12, 30)


def test_school_days_need_terms() -> None:
    terms = (Term(date(2026, 9, 2), date(2026, 12, 18)), Term(date(2027, 1, 5), date(2027, 3, 25)))
    notice = BY_KIND["tests.notice"]
    over_christmas = due_at(notice, "", local("2026-12-18T10:00"), Calendars(WORKING, terms))
    assert london_date(over_christmas) == date(2027, 1, 5)
    with pytest.raises(TermDatesMissing):
        due_at(notice, "", local("2027-03-25T10:00"), Calendars(WORKING, terms))


def test_a_report_is_due_before_a_conference() -> None:
    report = Deadline("tests.report", "Report", Calendar.WORKING_DAYS, {"": -5}, seen_by=everything)
    assert london_date(due_at(report, "", local("2026-11-18T10:00"), Calendars(WORKING))) == date(2026, 11, 11)


def test_hours_cannot_be_counted_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Deadline("tests.wrong", "Wrong", Calendar.MASH_HOURS, {"": -1}, seen_by=everything)
    with pytest.raises(ValueError, match="no limit"):
        Deadline("tests.wrong", "Wrong", Calendar.MASH_HOURS, {}, seen_by=everything)


def test_the_partnerships_newest_limit_in_force_takes_the_place_of_the_declared_one() -> None:
    own = [Limit(10, date(2026, 4, 1)), Limit(12, date(2026, 11, 1)), Limit(20, date(2027, 4, 1))]
    assert limit_in_force(15, own, date(2026, 3, 31)) == Limit(15)
    assert limit_in_force(15, own, date(2026, 10, 31)) == own[0]
    assert limit_in_force(15, own, date(2026, 11, 18)) == own[1]
