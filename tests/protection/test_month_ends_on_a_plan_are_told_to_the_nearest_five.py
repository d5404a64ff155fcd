"""Children on a plan at the end of each month: what is over, to the nearest five, and hidden where it is small."""

from datetime import date, datetime

import pytest

from children.models import Child
from foundation import clock
from foundation.calendar import FinancialYear
from protection.figures.month_ends import MONTH_END
from reporting.rules.freezing import show
from tests.figures import read_figure
from tests.protection.build import bare_plan

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)


def a_child() -> Child:
    named = {"given_name": "Ada", "family_name": "Example", "birth_date": date(2020, 5, 1)}
    return Child.objects.create(**named, created_at=clock.now(), created_by="test")


APRIL, MAY, MARCH = "April 2025", "May 2025", "March 2026"


def test_each_month_end_counts_what_was_open_then() -> None:
    for number in range(12):
        bare_plan(
            a_child(),
            date(2025, 4, 3),
            **(
                {"ended_on": date(2025, 5, 31), "ended_at": clock.now(), "ended_by": "test", "end_reason": "safe"}
                if number < 9
                else {}
            ),
        )
    found = read_figure(MONTH_END.code, YEAR)
    assert found is not None
    told = {label: found.by["month"][label] for label in (APRIL, MAY, MARCH)}
    assert told == {APRIL: 10, MAY: 3, MARCH: 3}
    assert (found.value, found.as_at) == (3, date(2026, 3, 31))
    shown = {part.label: part.text for by in show(MONTH_END, found).by for part in by.parts}
    assert (shown[APRIL], shown[MAY]) == ("10", "c")


def test_a_month_that_is_not_over_is_not_told() -> None:
    bare_plan(a_child(), date(2025, 4, 3))
    with clock.frozen(datetime(2025, 6, 18, 12, tzinfo=clock.LONDON)):
        found = read_figure(MONTH_END.code, YEAR)
    assert found is not None
    assert list(found.by["month"]) == [APRIL, MAY]


def test_a_year_without_a_plan_gives_nothing() -> None:
    assert read_figure(MONTH_END.code, YEAR) is None
