from decimal import Decimal

import pytest

from foundation.figures import DisclosureClass
from reporting.disclosure import (
    LEGEND,
    Mark,
    is_small,
    protect_breakdowns,
    protect_difference,
    protect_part,
    protect_percentage,
    protect_rate,
    protect_row,
    protect_table,
    protect_value,
    threshold_of,
)

C = Mark.HIDDEN


@pytest.mark.parametrize(
    ("cells", "printed", "total"),
    [
        ([2, 7, 9], (C, C, 9), 18),  # the next smallest goes with a lonely one
        ([0, 7, 9], (0, 7, 9), 16),  # a true zero is no secret
        ([3, 4, 9], (C, C, 9), 16),
        ([1, 1, 9], (C, C, C), 11),  # two that add up to 2 are both 1
        ([3, 0, 0], (C, 0, 0), C),  # a total of 1 to 5 is itself small
        ([3, 0, 9], (C, 0, C), 12),  # never a zero as company
        ([1] * 6, (C,) * 6, C),  # six hidden that add up to 6 are all 1
        ([2, 2, 2], (C, C, C), 6),
        ([3], (C,), C),
        ([9], (9,), 9),
        ([0, 0], (0, 0), 0),
        ([6, 6], (6, 6), 12),
    ],
)
def test_rows(cells: list[int], printed: tuple[int | Mark, ...], total: int | Mark) -> None:
    protected = protect_row(cells)
    assert protected.cells == printed
    assert protected.total == total


def test_a_row_without_its_total_needs_no_company() -> None:
    protected = protect_row([2, 7, 9], total_printed=False)
    assert protected.cells == (C, 7, 9)
    assert protected.total is None


def test_a_threshold_of_0_hides_nothing() -> None:
    assert protect_row([1, 2, 0], threshold=0).cells == (1, 2, 0)
    assert protect_percentage(1, 3, threshold=0) == Decimal("33.3")


def test_the_higher_threshold_hides_up_to_10() -> None:
    protected = protect_row([8, 40, 60], threshold_of(DisclosureClass.SENSITIVE))
    assert protected.cells == (C, C, 60)
    assert protect_value(11, 10) == 11


def test_a_two_by_two_table_with_one_small_cell_loses_all_four() -> None:
    table = protect_table([[2, 20], [30, 40]])
    assert table.cells == ((C, C), (C, C))
    assert table.row_totals == (22, 70)
    assert table.column_totals == (32, 60)
    assert table.total == 92


def test_a_table_keeps_what_gives_nothing_away() -> None:
    table = protect_table([[2, 20, 30], [30, 40, 50], [7, 8, 60]])
    assert table.cells == ((C, C, 30), (30, 40, 50), (C, C, 60))
    assert table.row_totals == (52, 120, 75)


def test_a_table_hides_small_totals_too() -> None:
    table = protect_table([[1, 2], [20, 30]])
    assert table.row_totals is not None
    assert table.row_totals[0] is C
    assert C in table.row_totals[1:] or table.total is C


def test_a_table_whose_hidden_cells_hang_on_one_bridge_is_not_taken_in() -> None:
    """Two square blocks joined by one cell: sums of the blocks would give that cell away exactly."""
    table = protect_table([[3, 4, 50, 60], [4, 3, 3, 70], [80, 90, 4, 3], [70, 60, 4, 5]])
    assert table.cells[1][2] is C
    hidden = [(r, c) for r, row in enumerate(table.cells) for c, cell in enumerate(row) if cell is C]
    crossing = [(r, c) for r, c in hidden if (r < 2) != (c < 2)]
    assert len(crossing) > 1


def test_totals_that_are_not_printed_ask_for_no_company() -> None:
    table = protect_table([[2, 20], [30, 40]], row_totals=False, column_totals=False, total=False)
    assert table.cells == ((C, 20), (30, 40))
    assert (table.row_totals, table.column_totals, table.total) == (None, None, None)
    only_whole = protect_table([[2, 20], [30, 40]], row_totals=False, column_totals=False)
    assert only_whole.cells == ((C, C), (30, 40))
    assert only_whole.total == 92


def test_breakdowns_of_the_same_children_share_their_total() -> None:
    by_age, by_sex = protect_breakdowns([[1, 1, 1, 1, 1, 1], [6, 0]])
    assert by_age.total is by_sex.total is C
    assert by_age.cells == (C,) * 6
    assert by_sex.cells == (C, 0)  # alone it would say the total that the other breakdown hides
    with pytest.raises(ValueError, match="same total"):
        protect_breakdowns([[1, 2], [4]])


@pytest.mark.parametrize(("value", "printed"), [(0, 0), (1, C), (5, C), (6, 6)])
def test_single_values(value: int, printed: int | Mark) -> None:
    assert protect_value(value) == printed


def test_negative_counts_are_programming_errors() -> None:
    with pytest.raises(ValueError, match="negative"):
        is_small(-1)
    with pytest.raises(ValueError, match="more than its whole"):
        protect_part(3, 2)


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (97, 100, (C, 100)),  # what is left is 3
        (3, 100, (C, 100)),
        (94, 100, (94, 100)),
        (100, 100, (100, 100)),
        (0, 100, (0, 100)),
        (0, 3, (C, C)),
    ],
)
def test_a_part_and_its_complement(part: int, whole: int, printed: tuple[int | Mark, int | Mark]) -> None:
    assert protect_part(part, whole) == printed


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (53, 121, Decimal("43.8")),
        (3, 121, C),
        (119, 121, C),
        (0, 121, Decimal("0.0")),
        (121, 121, Decimal("100.0")),
        (9, 19, Mark.SMALL_BASE),
        (10, 20, Decimal("50.0")),
        (2, 4, C),
        (0, 0, Mark.NO_BASE),
    ],
)
def test_percentages(part: int, whole: int, printed: Decimal | Mark) -> None:
    assert protect_percentage(part, whole) == printed


def test_rates() -> None:
    assert protect_rate(536, 95_309) == Decimal("56.2")
    assert protect_rate(4, 95_309) is C
    assert protect_rate(4, 95_309, threshold=0) == Decimal("0.4")
    assert protect_rate(4, 0) is Mark.NO_BASE


def test_differences_of_hidden_numbers_are_hidden() -> None:
    assert protect_difference(111, 131) == -20
    assert protect_difference(C, 131) is C
    assert protect_difference(111, C) is C


def test_every_class_of_figure_has_its_threshold() -> None:
    thresholds = {kind: threshold_of(kind) for kind in DisclosureClass}
    assert thresholds.pop(DisclosureClass.PEOPLE) == 5
    assert thresholds.pop(DisclosureClass.SENSITIVE) == 10
    assert set(thresholds.values()) == {0}
    assert threshold_of(DisclosureClass.SENSITIVE, sensitive=0) == 0


def test_every_mark_is_explained() -> None:
    assert set(LEGEND) == set(Mark)
    assert f"{Mark.HIDDEN}" == "c"
