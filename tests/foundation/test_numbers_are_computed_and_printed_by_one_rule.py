from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.numbers import (
    Direction,
    change,
    money,
    percent_text,
    percentage,
    points_text,
    rate_per_10_000,
    round_half_up,
    shares,
    signed,
    signed_percent_text,
    thousands,
)

COUNTS = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("37.5", 0, "38"), ("38.5", 0, "39"), ("-37.5", 0, "-38"), ("0.05", 1, "0.1"), ("-0.04", 1, "0.0"), ("5", 1, "5.0")],
)
def test_round_half_up(value: str, places: int, expected: str) -> None:
    rounded = round_half_up(Decimal(value), places)
    assert str(rounded) == expected


@pytest.mark.parametrize(
    ("numerator", "denominator", "printed"),
    [
        (53, 121, "43.8%"),
        (3, 8, "37.5%"),
        (0, 7, "0.0%"),
        (7, 7, "100.0%"),
        (7, 0, "n/a"),
        (1, 121, "0.8%"),
    ],
)
def test_percentage(numerator: int, denominator: int, printed: str) -> None:
    assert percent_text(percentage(numerator, denominator)) == printed


def test_percentage_is_rounded_only_when_printed() -> None:
    assert percentage(1, 8) == Decimal("12.5")
    assert percent_text(percentage(3, 8), 0) == "38%"


@pytest.mark.parametrize(
    ("count", "population", "printed"),
    [(3971, 95309, "416.6"), (3451, 95309, "362.1"), (536, 95309, "56.2"), (440, 95309, "46.2"), (1, 0, "n/a")],
)
def test_rate_per_10_000(count: int, population: int, printed: str) -> None:
    assert thousands(rate_per_10_000(count, population), 1) == printed


@pytest.mark.parametrize("compute", [percentage, rate_per_10_000])
def test_negative_counts_are_programming_errors(compute: object) -> None:
    with pytest.raises(ValueError, match="negative"):
        compute(-1, 5)  # type: ignore[operator]
    with pytest.raises(ValueError, match="negative"):
        compute(1, -5)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("new", "old", "absolute", "percent", "places", "word"),
    [
        (4818, 4177, "+641", "+15.3%", 1, Direction.INCREASE),
        (Decimal("416.6"), Decimal("362.1"), "+55", "+15%", 0, Direction.INCREASE),
        (111, 131, "−20", "−15%", 0, Direction.DECREASE),
        (1740, 2067, "−327", "−15.8%", 1, Direction.DECREASE),
        (1283, 1239, "+44", "+3.6%", 1, Direction.INCREASE),
        (2939, 2856, "+83", "+2.9%", 1, Direction.INCREASE),
        (25, 25, "0", "0.0%", 1, Direction.NO_CHANGE),
        (4, 0, "+4", "n/a", 1, Direction.INCREASE),
        (0, 4, "−4", "−100.0%", 1, Direction.DECREASE),
    ],
)
def test_change_worked_examples(
    new: int | Decimal, old: int | Decimal, absolute: str, percent: str, places: int, word: Direction
) -> None:
    moved = change(new, old)
    assert signed(moved.absolute) == absolute
    assert signed_percent_text(moved.percent, places) == percent
    assert moved.direction is word


def test_change_of_rates_is_computed_from_unrounded_rates() -> None:
    """56.2 after 46.2 is printed by rounding 536 and 440 children: +22%, not +21%."""
    new, old = rate_per_10_000(536, 95309), rate_per_10_000(440, 95309)
    assert new is not None
    assert old is not None
    assert signed_percent_text(change(new, old).percent, 0) == "+22%"


def test_shares_as_printed() -> None:
    income = [13_540, 5_000, 33_850, 33_850, 2_000, 288_201]
    assert [str(share) for share in shares(income)] == ["3.6", "1.3", "9.0", "9.0", "0.5", "76.6"]
    assert shares([0, 0]) == (0, 0)
    assert shares([1, 1, 1], 0) == (33, 33, 33)  # never bent to add up to 100
    with pytest.raises(ValueError, match="not negative"):
        shares([3, -1])


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        (376_441, "£376,441"),
        (Decimal("1234.5"), "£1,234.50"),
        (Decimal("1234.00"), "£1,234"),
        (Decimal(-5), "−£5"),
        (Decimal("0.005"), "£0.01"),
        (Decimal("-0.001"), "£0"),
        (0, "£0"),
        (None, "n/a"),
    ],
)
def test_money(amount: int | Decimal | None, printed: str) -> None:
    assert money(amount) == printed


def test_thousands_and_signed() -> None:
    assert thousands(18_157) == "18,157"
    assert thousands(-1_000) == "−1,000"
    assert thousands(None) == signed(None) == signed_percent_text(None) == "n/a"
    assert signed(Decimal("-0.2")) == "0"


def test_points_are_not_percent() -> None:
    assert points_text(Decimal(68), Decimal(64)) == "+4.0 percentage points"
    assert points_text(Decimal(63), Decimal(64), 0) == "−1 percentage point"
    assert points_text(None, Decimal(64)) == "n/a"


@given(COUNTS, st.integers(1, 10**9))
def test_percentage_of_a_part_and_of_the_rest_make_100(part: int, rest: int) -> None:
    whole = part + rest
    first, second = percentage(part, whole), percentage(rest, whole)
    assert first is not None
    assert second is not None
    assert abs(first + second - 100) < Decimal("1e-20")


@given(COUNTS, st.integers(1, 10**9))
def test_change_there_and_back_is_opposite(new: int, old: int) -> None:
    moved, back = change(new, old), change(old, new)
    assert moved.absolute == -back.absolute
    assert moved.percent is not None
    assert (moved.percent > 0) == (moved.direction is Direction.INCREASE)


@given(st.decimals(-(10**9), 10**9, allow_nan=False, places=6), st.integers(0, 4))
def test_rounding_moves_a_value_by_at_most_half_a_step(value: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    assert abs(round_half_up(value, places) - value) <= step / 2


@given(st.lists(COUNTS, min_size=1, max_size=8))
def test_shares_add_up_to_100_but_for_rounding(parts: list[int]) -> None:
    printed = shares(parts)
    expected = 100 if sum(parts) else 0
    assert abs(sum(printed) - expected) <= Decimal("0.05") * len(parts)
