"""Where another figure tells the sum of some parts, one hidden part beside shown ones would be that sum without them."""

from collections.abc import Mapping

import pytest

from foundation.calendar import FinancialYear
from foundation.figures import FigureSpec, counted, groups
from reporting.rules.freezing import show

YEAR = FinancialYear(2025)
SPECS = {spec.code: spec for group in groups() for spec in group.specs}
TOLD_IN_SUMS = {"levels.compared": "levels", "ratings.compared": "ratings"}


def shown(spec: FigureSpec, parts: Mapping[str, int], dimension: str) -> dict[str, str]:
    value = counted(spec.code, YEAR, sum(parts.values()), {dimension: parts})
    (by,) = show(spec, value).by
    return {part.label: part.text for part in by.parts}


@pytest.mark.parametrize(("code", "dimension"), TOLD_IN_SUMS.items())
def test_one_small_part_hides_them_all_zeros_too(code: str, dimension: str) -> None:
    found = shown(SPECS[code], {"a": 3, "b": 200, "c": 0, "d": 40, "e": 61}, dimension)
    assert set(found.values()) == {"c"}


@pytest.mark.parametrize(("code", "dimension"), TOLD_IN_SUMS.items())
def test_without_a_small_part_all_are_shown(code: str, dimension: str) -> None:
    found = shown(SPECS[code], {"a": 30, "b": 200, "c": 0}, dimension)
    assert found == {"a": "30", "b": "200", "c": "0"}


@pytest.mark.parametrize("code", TOLD_IN_SUMS)
def test_other_breakdowns_of_the_same_figure_are_not_touched(code: str) -> None:
    spec, parts = SPECS[code], {"a": 3, "b": 200}
    value = counted(code, YEAR, 203, {TOLD_IN_SUMS[code]: parts, "sex": {"F": 100, "M": 103}})
    told = {by.dimension: [part.text for part in by.parts] for by in show(spec, value).by}
    assert told["sex"] == ["100", "103"]
