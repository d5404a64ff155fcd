from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import (
    AcademicYear,
    CalendarYear,
    FinancialYear,
    InvalidPeriod,
    Month,
    Period,
    Quarter,
)

DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
KINDS = [FinancialYear, AcademicYear, CalendarYear]


def test_financial_year_runs_from_1_april_to_31_march() -> None:
    year = FinancialYear.of(date(2026, 3, 31))
    assert (year.label, year.start, year.end) == ("2025-26", date(2025, 4, 1), date(2026, 3, 31))
    assert FinancialYear.of(date(2026, 4, 1)).label == "2026-27"
    assert year.contains(date(2026, 3, 31))
    assert not year.contains(date(2026, 4, 1))
    assert year.previous().label == "2024-25"
    assert year.following().label == "2026-27"
    assert FinancialYear(1999).label == "1999-00"


def test_quarters_of_a_financial_year() -> None:
    quarters = FinancialYear(2025).quarters
    assert [quarter.label for quarter in quarters] == ["Q1 2025-26", "Q2 2025-26", "Q3 2025-26", "Q4 2025-26"]
    assert (quarters[0].start, quarters[0].end) == (date(2025, 4, 1), date(2025, 6, 30))
    assert (quarters[3].start, quarters[3].end) == (date(2026, 1, 1), date(2026, 3, 31))
    assert [month.label for month in quarters[3].months] == ["January 2026", "February 2026", "March 2026"]


def test_months_of_a_financial_year() -> None:
    months = FinancialYear(2025).months
    assert (months[0].label, months[-1].label, len(months)) == ("April 2025", "March 2026", 12)
    assert Month(2028, 2).end == date(2028, 2, 29)


def test_academic_and_calendar_years() -> None:
    academic, calendar = AcademicYear.of(date(2026, 8, 31)), CalendarYear.of(date(2026, 12, 31))
    assert (academic.label, academic.start, academic.end) == ("2025-26", date(2025, 9, 1), date(2026, 8, 31))
    assert (calendar.label, calendar.start, calendar.end) == ("2026", date(2026, 1, 1), date(2026, 12, 31))


def test_moments_of_a_period_follow_summer_time() -> None:
    """1 April begins at 23:00 UTC the evening before; the year ends when 1 April begins again."""
    start, after = FinancialYear(2025).moments
    assert start == datetime(2025, 3, 31, 23, tzinfo=UTC)
    assert after == datetime(2026, 3, 31, 23, tzinfo=UTC)
    assert CalendarYear(2025).moments[0] == datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2025-26", " 2025/26 ", "2025–26", "2025-2026", "2025 - 26"])
def test_from_label_takes_what_people_write(text: str) -> None:
    assert FinancialYear.from_label(text) == FinancialYear(2025)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Enter a financial year like 2025-26."),
        ("2025", "Enter a financial year like 2025-26."),
        ("25-26", "Enter a financial year like 2025-26."),
        ("٢٠٢٥-٢٦", "Enter a financial year like 2025-26."),
        ("2025-27", "Enter a financial year that ends one year after it starts, like 2025-26."),
        ("2025-1926", "Enter a financial year that ends one year after it starts, like 2025-26."),
        ("1234-35", "Enter a financial year between 1900 and 2199."),
    ],
)
def test_from_label_refuses_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(InvalidPeriod) as refusal:
        FinancialYear.from_label(text)
    assert refusal.value.sentence == sentence


def test_other_periods_refuse_with_a_sentence() -> None:
    with pytest.raises(InvalidPeriod, match=r"^Enter an academic year like 2025-26\.$"):
        AcademicYear.from_label("2025")
    with pytest.raises(InvalidPeriod, match=r"^Enter a year like 2025\.$"):
        CalendarYear.from_label("2025-26")
    with pytest.raises(InvalidPeriod, match=r"^Enter a quarter from 1 to 4\.$"):
        Quarter(FinancialYear(2025), 5)


@pytest.mark.parametrize("kind", KINDS)
@given(day=DAYS)
def test_every_day_is_in_exactly_one_year_and_labels_read_back(kind: type[FinancialYear], day: date) -> None:
    year = kind.of(day)
    assert year.contains(day)
    assert not year.previous().contains(day)
    assert not year.following().contains(day)
    assert year.previous().end + timedelta(days=1) == year.start
    assert kind.from_label(year.label) == year


@given(DAYS)
def test_every_day_is_in_exactly_one_quarter_and_month(day: date) -> None:
    year = FinancialYear.of(day)
    holding: list[Period] = [quarter for quarter in year.quarters if quarter.contains(day)]
    assert holding == [Quarter.of(day)]
    assert [month for month in year.months if month.contains(day)] == [Month.of(day)]
