"""How long children have been on a plan: day-exact edges, the unborn by themselves, sums that are counted."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protection.rules.durations import UNBORN, band_of, bands, duration_table

ON = date(2013, 3, 31)
HAVERING = bands((6, 12, 18, 21))
NATIONAL = bands((3, 6, 12, 24))


def test_bands_print_their_edges() -> None:
    assert [band.label for band in NATIONAL] == [
        "Up to 3 months",
        "Over 3, up to 6 months",
        "Over 6, up to 12 months",
        "Over 12, up to 24 months",
        "Over 24 months",
    ]


@pytest.mark.parametrize(
    ("on", "label"),
    [
        (date(2025, 1, 31), "Up to 3 months"),
        (date(2025, 4, 30), "Up to 3 months"),
        (date(2025, 5, 1), "Over 3, up to 6 months"),
        (date(2025, 7, 31), "Over 3, up to 6 months"),
        (date(2025, 8, 1), "Over 6, up to 12 months"),
        (date(2026, 1, 31), "Over 6, up to 12 months"),
        (date(2026, 2, 1), "Over 12, up to 24 months"),
        (date(2027, 2, 1), "Over 24 months"),
    ],
)
def test_an_edge_belongs_to_the_lower_band(on: date, label: str) -> None:
    assert band_of(date(2025, 1, 31), on, NATIONAL).label == label


def test_one_unborn_child_is_one_and_not_two() -> None:
    """A printed table once had 2 and 1.7% in this column for one child of 121; one is 0.8%."""
    table = duration_table([("PHY", ON, True, 1), ("NEG", ON - timedelta(days=30), False, 120)], ON, HAVERING)
    assert table.columns[0] == UNBORN
    assert table.totals.numbers[0] == 1
    assert table.totals.total == 121
    assert table.percentages[0] == Decimal("0.8")
    assert table.percentages[-1] == Decimal("100.0")


def test_an_unborn_child_moves_to_its_duration_at_birth() -> None:
    started = date(2012, 11, 1)
    before = duration_table([("NEG", started, True, 1)], ON, HAVERING).totals.numbers
    after = duration_table([("NEG", started, False, 1)], ON, HAVERING).totals.numbers
    assert (before, after) == ((1, 0, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0))


def test_halves_go_up_and_nothing_divides_by_nothing() -> None:
    rows = [("NEG", ON, False, 7), ("EMO", ON, True, 1)]
    assert duration_table(rows, ON, HAVERING).percentages[0] == Decimal("12.5")
    rows = [("NEG", ON, False, 15), ("EMO", ON, True, 1)]
    assert duration_table(rows, ON, HAVERING).percentages[0] == Decimal("6.3")  # 6.25
    assert set(duration_table([], ON, HAVERING).percentages) == {None}


def test_multiple_is_a_line_only_where_history_has_it() -> None:
    assert "Multiple" not in {row.label for row in duration_table([], ON, HAVERING).rows}
    assert "Multiple" in {row.label for row in duration_table([("MUL", ON, False, 1)], ON, HAVERING).rows}


@pytest.mark.parametrize("edges", [(), (0, 3), (6, 3), (3, 3)])
def test_bands_must_rise(edges: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="must rise"):
        bands(edges)


plans = st.lists(
    st.tuples(
        st.sampled_from(["NEG", "PHY", "SAB", "EMO", "MUL"]),
        st.dates(date(2008, 1, 1), ON),
        st.booleans(),
        st.integers(1, 50),
    ),
    max_size=12,
)


@given(plans)
def test_sums_always_agree(rows: list[tuple[str, date, bool, int]]) -> None:
    table = duration_table(rows, ON, HAVERING)
    whole = sum(row[3] for row in rows)
    assert table.totals.total == whole == sum(row.total for row in table.rows)
    assert table.totals.numbers[0] == sum(row[3] for row in rows if row[2])


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_every_plan_is_in_exactly_one_band(started: date, days: int) -> None:
    on = started + timedelta(days=days)
    assert sum(band.holds(started, on) for band in NATIONAL) == 1
