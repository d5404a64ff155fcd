"""What a scorecard says of a number: rating, direction of travel, noise or change, and whether a value is doubtful. Pure."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.calendar import FinancialYear, InvalidPeriod, Quarter
from reporting.rules.periods import a_year_before, before, last_of, period_named
from reporting.rules.scorecard import Rating, Signal, Travel, is_doubtful, rated, signal, travelled, usual

TARGET, TOLERANCE = Decimal(90), Decimal(5)


@pytest.mark.parametrize(
    ("value", "better", "expected"),
    [
        (95, "higher", Rating.GREEN),
        (90, "higher", Rating.GREEN),
        (Decimal("89.9"), "higher", Rating.AMBER),
        (85, "higher", Rating.AMBER),
        (Decimal("84.9"), "higher", Rating.RED),
        (90, "lower", Rating.GREEN),
        (95, "lower", Rating.AMBER),
        (96, "lower", Rating.RED),
        (86, "neither", Rating.GREEN),
        (96, "neither", Rating.RED),
    ],
)
def test_a_value_is_rated_by_its_target_and_which_way_is_good(value: int | Decimal, better: str, expected: Rating) -> None:
    assert rated(value, TARGET, TOLERANCE, better) == expected


def test_without_a_value_or_a_target_nothing_is_rated() -> None:
    assert rated(None, TARGET, TOLERANCE, "higher") is None
    assert rated(90, None, TOLERANCE, "higher") is None


@pytest.mark.parametrize(
    ("new", "old", "better", "expected"),
    [
        (10, 8, "higher", Travel.BETTER),
        (10, 8, "lower", Travel.WORSE),
        (8, 10, "lower", Travel.BETTER),
        (8, 10, "neither", Travel.CHANGED),
        (8, 8, "higher", Travel.SAME),
        (8, None, "higher", None),
        (None, 8, "higher", None),
    ],
)
def test_an_arrow_knows_whether_up_is_good(new: int | None, old: int | None, better: str, expected: Travel | None) -> None:
    assert travelled(new, old, better) == expected


def test_the_usual_range_is_worked_out_as_for_an_xmr_chart() -> None:
    values = [10, 12, 11, 13, 12, 10, 11, 13]
    found = usual(values)
    assert found is not None
    moved = 2 + 1 + 2 + 1 + 2 + 1 + 2
    assert found.mean == Decimal("11.5")
    assert found.upper == found.mean + Decimal("2.66") * moved / 7
    assert found.lower == found.mean - Decimal("2.66") * moved / 7
    assert usual(values[:7]) is None
    assert usual([*values[:7], None]) is None


def test_a_leap_is_a_signal_and_a_wobble_is_noise() -> None:
    steady = [10, 12, 11, 13, 12, 10, 11, 13]
    assert signal([*steady, 12]) is None
    assert signal([*steady, 40]) == Signal.OUTSIDE
    assert signal([*steady, None]) is None


def test_eight_in_a_row_on_one_side_are_a_signal() -> None:
    assert signal([20, 20, 20, 20, 10, 11, 10, 11, 10, 11, 10, 11]) == Signal.RUN


@given(st.lists(st.integers(0, 500), min_size=8, max_size=20))
def test_the_mean_lies_in_the_usual_range_and_nothing_is_below_none(values: list[int]) -> None:
    found = usual(values)
    assert found is not None
    assert 0 <= found.lower <= found.mean <= found.upper


@pytest.mark.parametrize(
    ("new", "last", "doubtful"),
    [(420, 42, True), (419, 42, False), (4, 42, True), (5, 42, False), (0, 42, False), (42, 0, False), (42, None, False)],
)
def test_ten_times_the_last_value_is_asked_about(new: int, last: int | None, doubtful: bool) -> None:
    assert is_doubtful(new, last) is doubtful


def test_quarters_and_years_are_named_and_walked() -> None:
    quarter = period_named("q1 2026-27", "financial")
    assert quarter == Quarter(FinancialYear(2026), 1)
    assert before(quarter).label == "Q4 2025-26"
    assert a_year_before(quarter).label == "Q1 2025-26"
    assert [one.label for one in last_of(quarter, 3)] == ["Q3 2025-26", "Q4 2025-26", "Q1 2026-27"]
    assert period_named("2025", "calendar").label == "2025"
    academic, calendar = period_named("Q1 2025/26", "academic"), period_named("Q1 2025", "calendar")
    assert (academic.label, academic.start, academic.end) == ("Q1 2025-26", date(2025, 9, 1), date(2025, 11, 30))
    assert (calendar.label, calendar.start, before(calendar).label) == ("Q1 2025", date(2025, 1, 1), "Q4 2024")
    assert before(academic).end == date(2025, 8, 31)
    for label, kind in (("Q1 2026-27", "calendar"), ("Q5 2026-27", "financial"), ("nonsense", "financial")):
        with pytest.raises(InvalidPeriod):
            period_named(label, kind)
