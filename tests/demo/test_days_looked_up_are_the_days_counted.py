"""The demonstration looks working days up in tables of years; the portal's calendar counts them. Both say the same."""

from datetime import date, timedelta

import pytest

from foundation.calendar import ENGLAND
from portal.demo.calendar import add_working_days

DAYS = [date(2024, 12, 20) + timedelta(days=number) for number in range(400)]


@pytest.mark.parametrize("count", [-300, -6, -1, 0, 1, 2, 45, 190, 600])
def test_a_day_looked_up_is_the_day_counted(count: int) -> None:
    wanted = {day: ENGLAND.add_working_days(day, count) for day in DAYS}
    assert {day: add_working_days(day, count) for day in DAYS} == wanted
