from datetime import date

import pytest

from foundation.calendar import ENGLAND, default_bank_holidays

PUBLISHED = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_default_table_equals_the_published_year(year: int) -> None:
    expected = [date.fromisoformat(f"{year}-{day}") for day in PUBLISHED[year].split()]
    assert [holiday.date for holiday in default_bank_holidays() if holiday.date.year == year] == expected
    assert sorted(day for day in ENGLAND.holidays if day.year == year) == expected


def test_titles_say_which_day_is_a_substitute() -> None:
    titles = {holiday.date: holiday.title for holiday in default_bank_holidays()}
    assert titles[date(2027, 12, 27)] == "Christmas Day (substitute day)"
    assert titles[date(2026, 8, 31)] == "Summer bank holiday"
    assert titles[date(2026, 5, 4)] == "Early May bank holiday"


def test_no_default_holiday_falls_on_a_weekend() -> None:
    assert all(holiday.date.weekday() < 5 for holiday in default_bank_holidays())
