"""How a figure moved: unrounded values, halves up, words from the sign."""

from decimal import Decimal

import pytest

from foundation.figures import FigureKind, Number
from foundation.numbers import percentage, rate_per_10_000
from reporting.rules.words import change_text, printed

COUNT, RATE, SHARE, MONEY = FigureKind.COUNT, FigureKind.RATE, FigureKind.PERCENTAGE, FigureKind.MONEY


@pytest.mark.parametrize(
    ("kind", "new", "old", "sentence"),
    [
        (COUNT, 4818, 4177, "An increase of 15.3% (641) on 2024-25."),
        (COUNT, 111, 131, "A decrease of 15.3% (20) on 2024-25."),
        (COUNT, 0, 4, "A decrease of 4, from 4 in 2024-25."),
        (COUNT, 3, 0, "An increase of 3, from none in 2024-25."),
        (COUNT, 25, 25, "No change on 2024-25."),
        (RATE, rate_per_10_000(3971, 95309), rate_per_10_000(3451, 95309), "An increase of 15.1% from 362.1 in 2024-25."),
        (SHARE, percentage(53, 121), percentage(50, 121), "An increase of 2.5 percentage points from 41.3% in 2024-25."),
        (SHARE, percentage(880001, 1000000), percentage(88, 100), "Almost no change from 88.0% in 2024-25."),
        (SHARE, percentage(44, 50), percentage(88, 100), "No change on 2024-25."),
        (MONEY, Decimal(376441), Decimal(370000), "An increase of 1.7% (£6,441) on 2024-25."),
        (MONEY, Decimal(5), Decimal(7), "A decrease of £2, from £7 in 2024-25."),
        (MONEY, Decimal("3.8312"), Decimal("3.7275"), "An increase of £0.10, from £3.73 in 2024-25."),
        (MONEY, Decimal("3.731"), Decimal("3.729"), "Almost no change from £3.73 in 2024-25."),
        (MONEY, Decimal("1234.50"), Decimal(1200), "An increase of 2.9% (£34.50) on 2024-25."),
    ],
)
def test_the_sentence(kind: FigureKind, new: Number, old: Number, sentence: str) -> None:
    assert change_text(kind, new, old, printed(kind, old), "2024-25").sentence == sentence


def test_a_tile_rounds_to_whole_percent() -> None:
    new, old = rate_per_10_000(536, 95309), rate_per_10_000(440, 95309)
    assert new is not None
    assert old is not None
    assert change_text(RATE, new, old, "46.2", "2024-25").short == "An increase of 22% from 46.2 in 2024-25"


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        (COUNT, 18157, "18,157"),
        (RATE, rate_per_10_000(3971, 95309), "416.6"),
        (SHARE, percentage(53, 121), "43.8%"),
        (MONEY, Decimal("376441.00"), "£376,441"),
        (MONEY, Decimal("12.5"), "£12.50"),
        (COUNT, None, "n/a"),
    ],
)
def test_the_number(kind: FigureKind, value: Number | None, text: str) -> None:
    assert printed(kind, value) == text
