"""The worked dates of the procedures, by the deadlines that the clocks run by."""

from datetime import date, timedelta

import pytest

from foundation.calendar import ENGLAND, add_working_days, london_date, start_of_day
from protection.deadlines import DEADLINES
from protection.rules import kinds, timeliness
from work.rules import Calendars, due_at

BY_KIND = {row.kind: row for row in DEADLINES}


def due(kind: str, day: date, variant: str = "") -> date:
    return london_date(due_at(BY_KIND[kind], variant, start_of_day(day), Calendars(ENGLAND)))


@pytest.mark.parametrize(
    ("discussed", "by"),
    [
        (date(2025, 6, 5), date(2025, 6, 26)),
        (date(2025, 12, 15), date(2026, 1, 8)),
        (date(2022, 9, 8), date(2022, 9, 30)),  # the bank holiday of the state funeral lies between
        (date(2026, 12, 18), date(2027, 1, 13)),
        (date(2025, 6, 7), date(2025, 6, 27)),  # day 0 may be a Saturday
    ],
)
def test_an_initial_conference_is_due_15_working_days_after_the_discussion(discussed: date, by: date) -> None:
    assert due(kinds.CONFERENCE_CLOCK, discussed) == by


def test_a_first_review_is_due_within_three_months_that_clamp() -> None:
    assert due(kinds.FIRST_REVIEW_CLOCK, date(2025, 11, 30)) == date(2026, 2, 28)


def test_a_later_review_is_due_within_six_months() -> None:
    assert due(kinds.REVIEW_CLOCK, date(2026, 2, 28)) == date(2026, 8, 28)


def test_a_first_core_group_is_due_within_ten_working_days_and_the_next_within_six_weeks() -> None:
    assert due(kinds.FIRST_CORE_GROUP_CLOCK, date(2025, 12, 15)) == date(2025, 12, 31)
    assert due(kinds.CORE_GROUP_CLOCK, date(2025, 12, 31)) == date(2026, 2, 11)


def test_a_transfer_in_conference_is_due_15_working_days_after_the_word() -> None:
    assert due(kinds.TRANSFER_CLOCK, date(2025, 6, 5)) == date(2025, 6, 26)


def test_a_conference_that_is_to_meet_again_does_so_within_ten_working_days() -> None:
    assert due(kinds.RECONVENE_CLOCK, date(2025, 6, 5)) == date(2025, 6, 19)


@pytest.mark.parametrize(("variant", "days"), [("", 10), ("mother_unwell", 20)])
def test_after_birth_a_review_or_core_group_is_due(variant: str, days: int) -> None:
    assert due(kinds.AFTER_BIRTH_CLOCK, date(2026, 5, 1), variant) == date(2026, 5, 1) + timedelta(days=days)


@pytest.mark.parametrize(
    ("kind", "variant", "days"),
    [
        (kinds.REPORT_TO_FAMILY, "initial", -2),
        (kinds.REPORT_TO_FAMILY, "review", -5),
        (kinds.REPORT_TO_CHAIR, "initial", -1),
        (kinds.REPORT_TO_CHAIR, "review", -3),
    ],
)
def test_reports_are_due_before_the_conference(kind: str, variant: str, days: int) -> None:
    conference = date(2026, 1, 6)
    assert due(kind, conference, variant) == add_working_days(conference, days)


def test_a_report_for_the_first_tuesday_of_a_year_is_due_before_its_bank_holiday() -> None:
    assert due(kinds.REPORT_TO_FAMILY, date(2026, 1, 6), "review") == date(2025, 12, 29)


@pytest.mark.parametrize(
    ("kind", "by"),
    [
        (kinds.REQUEST_CLOCK, date(2025, 6, 6)),
        (kinds.OUTLINE_CLOCK, date(2025, 6, 6)),
        (kinds.RECORD_SHARED_CLOCK, date(2025, 6, 5)),
        (kinds.RECORD_CLOCK, date(2025, 6, 26)),
        (kinds.MINUTES_CLOCK, date(2025, 6, 19)),
        (kinds.VISIT_CLOCK, date(2025, 6, 19)),
        (kinds.STRATEGY_CLOCK, date(2025, 6, 10)),
    ],
)
def test_other_limits(kind: str, by: date) -> None:
    assert due(kind, date(2025, 6, 5)) == by


def test_an_urgent_discussion_is_held_on_the_same_day_even_a_sunday() -> None:
    assert due(kinds.STRATEGY_CLOCK, date(2025, 6, 8), "urgent") == date(2025, 6, 8)


def test_statistics_count_91_and_183_days_where_the_law_says_months() -> None:
    assert timeliness.counted_review_due(date(2025, 11, 30), first=True) == date(2026, 3, 1)
    assert timeliness.counted_review_due(date(2026, 2, 28), first=False) == date(2026, 8, 30)
