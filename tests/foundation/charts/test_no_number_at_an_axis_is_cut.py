"""The numbers at the left axis stand whole within the drawing, for whatever range, on a wide page and on a phone."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from foundation import charts
from foundation.charts.svg import SMALL

FONT = TTFont(Path(settings.BASE_DIR) / "static/portal/fonts/public-sans-400.ttf")
LETTERS, ADVANCES, EM = FONT.getBestCmap(), FONT["hmtx"], FONT["head"].unitsPerEm


def lefts(svg: str) -> list[float]:
    """Where each text that ends at the axis begins, with the true widths of the letters of the house."""
    texts = [one for one in etree.fromstring(svg).iter() if one.get("text-anchor") == "end"]
    return [float(one.get("x")) - sum(ADVANCES[LETTERS[ord(letter)]][0] for letter in one.text) / EM * SMALL for one in texts]


def drawn(values: list[float], unit: str) -> list[str]:
    labels = [str(number) for number in range(len(values))]
    given = {"title": "A", "description": "B", "categories": labels, "unit": unit}
    bands = charts.Bands(min(values), sum(values) / len(values), max(values))
    chart = charts.line(**given, series={"A": values}, bands=bands, from_zero=False)  # type: ignore[arg-type]  # one mapping for both
    assert chart.narrow
    return [chart.svg, chart.narrow]


@pytest.mark.parametrize("values", [[87.2, 91.4, 95.5, 104.2], [88_640, 88_860], [0.64, 0.68], [-640, -80]])
@pytest.mark.parametrize("unit", ["", "%", "£", "days"])
def test_a_range_that_does_not_begin_at_nothing(values: list[float], unit: str) -> None:
    for svg in drawn(values, unit):
        assert lefts(svg)
        assert min(lefts(svg)) >= 0, re.findall(r'text-anchor="end"[^>]*>([^<]*)', svg)


@given(st.lists(st.floats(-1e6, 1e6).map(lambda number: round(number, 2)), min_size=2, max_size=8))
def test_any_range(values: list[float]) -> None:
    for svg in drawn(values, "%"):
        assert min(lefts(svg)) >= 0
