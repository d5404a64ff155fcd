from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import UNBORN, LeapBirthday, add_months, completed_age

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_add_months_clamps_to_the_end_of_the_month(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        (date(2010, 11, 18), date(2026, 11, 17), 15),
        (date(2010, 11, 18), date(2026, 11, 18), 16),
        (date(2026, 11, 18), date(2026, 11, 18), 0),
        (date(2026, 11, 19), date(2026, 11, 18), UNBORN),
        (None, date(2026, 11, 18), UNBORN),
        (date(2008, 2, 29), date(2026, 2, 28), 17),  # turns 18 on 1 March
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
    ],
)
def test_completed_age(born: date | None, on: date, age: int) -> None:
    assert completed_age(born, on) == age


def test_completed_age_rule_for_29_february_is_a_setting() -> None:
    born = date(2008, 2, 29)
    assert completed_age(born, date(2026, 2, 28), LeapBirthday.LAST_OF_FEBRUARY) == 18
    assert completed_age(born, date(2026, 2, 27), LeapBirthday.LAST_OF_FEBRUARY) == 17


@given(DAYS, st.integers(0, 12_000))
def test_age_never_falls_as_days_pass(born: date, days: int) -> None:
    on = born + timedelta(days=days)
    today, tomorrow = completed_age(born, on), completed_age(born, on + timedelta(days=1))
    assert 0 <= tomorrow - today <= 1
