from decimal import Decimal

import pytest

from foundation.figures import DisclosureClass
from reporting.disclosure import (
    LEGEND,
    Mark,
    is_small,
    protect_breakdowns,
    protect_part,
    protect_percentage,
    protect_rate,
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
    protected = protect_breakdowns([cells])[0]
    assert protected.cells == printed
    assert protected.total == total


def test_a_row_without_its_total_needs_no_company() -> None:
    protected = protect_breakdowns([[2, 7, 9]], total_printed=False)[0]
    assert protected.cells == (C, 7, 9)
    assert protected.total is None


def test_a_threshold_of_0_hides_nothing() -> None:
    assert protect_breakdowns([[1, 2, 0]], threshold=0)[0].cells == (1, 2, 0)
    assert protect_percentage(1, 3, threshold=0) == Decimal("33.3")


def test_the_higher_threshold_hides_up_to_10() -> None:
    protected = protect_breakdowns([[8, 40, 60]], threshold_of(DisclosureClass.SENSITIVE))[0]
    assert protected.cells == (C, C, 60)
    assert protect_value(11, 10) == 11


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


def test_every_class_of_figure_has_its_threshold() -> None:
    thresholds = {kind: threshold_of(kind) for kind in DisclosureClass}
    assert thresholds.pop(DisclosureClass.PEOPLE) == 5
    assert thresholds.pop(DisclosureClass.SENSITIVE) == 10
    assert set(thresholds.values()) == {0}
    assert threshold_of(DisclosureClass.SENSITIVE, sensitive=0) == 0


def test_every_mark_is_explained() -> None:
    assert set(LEGEND) == set(Mark)
    assert f"{Mark.HIDDEN}" == "c"
