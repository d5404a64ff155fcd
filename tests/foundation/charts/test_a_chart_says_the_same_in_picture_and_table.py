"""Charts: escaped, without styles, the same every time, and each with its table."""

import base64
import re
from collections.abc import Callable, Sequence
from dataclasses import FrozenInstanceError
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from foundation import charts
from foundation.charts.scale import scale_for, step_for
from tests.foundation.design.gallery.urls import every_chart

EVIL = '<script>alert("1")</script>&'


def every_kind(words: str) -> list[charts.Chart]:
    both = {"title": words, "description": words}
    return [
        charts.bar(**both, categories=[words], values=[1], unit=words, headers=(words, words)),
        charts.stacked_bar(**both, categories=[words], series={words: [3]}, category_header=words),
        charts.line(**both, categories=[words], series={words: [3], "b": [None]}, bands=charts.Bands(1, 2, 3, name=words)),
        charts.spark(**both, values=[1, 2]),
        charts.strip(**both, periods=[words], rows={words: ["red"]}, row_header=words),
        charts.stage_strip(**both, periods=[words], rows={words: ["in_place"]}, row_header=words),
        charts.attendance_grid(**both, meetings=[words], rows={words: [""]}, row_header=words),
        charts.dots(**both, categories=[words], series={words: [3]}, low_words=words, high_words=words),
        charts.matrix(
            **both, down=[words], across=["1"], bands=[["high"]], entries=[[[words]]], down_header=words, across_header=words
        ),
        charts.lanes(
            **both,
            start=date(2021, 1, 1),
            end=date(2021, 12, 31),
            series=[words],
            rows={words: [charts.Mark(date(2021, 5, 3), 0)]},
            gaps=[(date(2021, 6, 1), date(2021, 12, 31))],
            gap_words=words,
            row_header=words,
        ),
        charts.kinship(
            **both,
            rows=[[charts.Figure("a", [words, words])], [charts.Figure("b", [words], "circle")]],
            links=[charts.Link(["a"], ["b"])],
            others=[charts.Figure("c", [words], "triangle")],
            others_title=words,
            signs=[(charts.Figure("", (), "square"), words)],
            table=((words,), [(words,)]),
        ),
    ]


@pytest.mark.parametrize("chart", every_kind(EVIL), ids=lambda chart: re.findall(r"[a-z]+", chart.svg)[0])
def test_words_are_escaped(chart: charts.Chart) -> None:
    for shown in (chart.svg, chart.as_html(), chart.as_img(), chart.as_table()):
        assert "<script" not in shown


@pytest.mark.parametrize("chart", [*every_chart(), *every_kind("Words")], ids=lambda chart: chart.title)
def test_a_drawing_is_sound_and_carries_no_style(chart: charts.Chart) -> None:
    root = etree.fromstring(chart.svg)
    assert root.get("role") == "img"
    name, description = root[0], root[1]
    assert (name.tag.endswith("title"), name.text) == (True, chart.title)
    assert (description.tag.endswith("desc"), description.text) == (True, chart.description)
    assert root.get("aria-labelledby") == f"{name.get('id')} {description.get('id')}"
    assert not [element for element in root.iter() if element.get("style") or element.tag.endswith(("style", "script"))]


@pytest.mark.parametrize("chart", every_chart(), ids=lambda chart: chart.title)
def test_nothing_is_drawn_outside_the_picture(chart: charts.Chart) -> None:
    root = etree.fromstring(chart.svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    for element in root.iter():
        for name, most in (
            ("x", width),
            ("x1", width),
            ("x2", width),
            ("cx", width),
            ("y", height),
            ("y1", height),
            ("cy", height),
        ):
            assert -0.1 <= float(element.get(name, "0")) <= most, etree.tostring(element)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert [chart.as_html() for chart in every_chart()] == [chart.as_html() for chart in every_chart()]


def test_charts_of_one_page_have_ids_of_their_own() -> None:
    ids = re.findall(r'id="([^"]+)"', "".join(chart.as_html() for chart in every_chart()))
    assert len(ids) == len(set(ids))


def test_a_chart_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        every_chart()[0].title = "Another"  # type: ignore[misc]


def test_the_table_says_every_value_and_the_dash_says_not_shown() -> None:
    chart = charts.bar(
        title="Cost",
        description="Two.",
        categories=["Training", "Audit"],
        values=[Decimal(1200), None],
        unit="£",
        headers=("What", "Cost"),
    )
    assert chart.table == (("What", "Cost"), [("Training", "£1,200"), ("Audit", "–")])
    assert "£1,200" in chart.svg
    assert '<th scope="row"' in chart.as_table()


def test_the_image_carries_the_drawing_and_says_what_it_shows() -> None:
    chart = every_chart()[0]
    source = re.search(r'base64,([^"]+)"', chart.as_img())
    assert source is not None
    assert base64.b64decode(source[1]).decode() == chart.svg
    assert f'alt="{chart.title}. {chart.description}"' in chart.as_img()


def test_points_outside_the_expected_range_are_ringed() -> None:
    def rings(values: Sequence[int]) -> int:
        chart = charts.line(
            title="t",
            description="d",
            categories=["a", "b"],
            series={"s": values},
            bands=charts.Bands(lower=5, centre=6, upper=7),
        )
        return chart.svg.count('r="9"')

    assert rings([5, 7]) == 0
    assert rings([4, 8]) == 2


def test_a_missing_value_leaves_a_gap() -> None:
    def lines(values: Sequence[int | None]) -> int:
        return charts.line(title="t", description="d", categories=list("abcd"), series={"s": values}).svg.count("<path")

    assert lines([1, 2, 3, 4]) == 1
    assert lines([1, None, 3, 4]) == 1
    assert lines([1, None, 3, None]) == 0


def test_more_than_four_series_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 4"):
        charts.stacked_bar(title="t", description="d", categories=["a"], series={str(n): [1] for n in range(5)})


@pytest.mark.parametrize(
    "draw",
    [
        lambda: charts.bar(title="t", description="d", categories=["a", "b"], values=[1]),
        lambda: charts.strip(title="t", description="d", periods=["a", "b"], rows={"r": ["red"]}),
        lambda: charts.line(title="t", description="d", categories=["a"], series={"s": [1, 2]}),
    ],
)
def test_values_that_do_not_fit_are_refused(draw: Callable[[], charts.Chart]) -> None:
    with pytest.raises(ValueError, match="one"):
        draw()


@pytest.mark.parametrize("values", [[], [0], [0, 0], [None]])
def test_nothing_to_show_is_still_a_chart(values: list[int | None]) -> None:
    names = [str(n) for n in range(len(values))]
    assert charts.bar(title="t", description="d", categories=names, values=values).svg
    assert charts.line(title="t", description="d", categories=names, series={"s": values}).svg
    assert charts.stacked_bar(title="t", description="d", categories=names, series={"s": values}).svg


@given(st.lists(st.integers(-100_000, 1_000_000), min_size=1, max_size=30))
def test_a_scale_holds_all_values_in_few_round_steps(values: list[int]) -> None:
    scale = scale_for(values, 0, 100)
    ticks = scale.ticks()
    assert all(scale.low <= value <= scale.high for value in values)
    assert scale.low <= 0 <= scale.high
    assert 2 <= len(ticks) <= 8
    assert all(float(tick).is_integer() for tick in ticks)


@given(st.floats(0.001, 1e9))
def test_a_step_is_one_two_or_five(span: float) -> None:
    assert f"{step_for(span):e}"[0] in "125"


def test_a_chart_is_drawn_anew_for_a_phone_with_the_same_words_and_letters() -> None:
    months = ["April", "May", "June"]
    series = {"Contacts received": [3, 4, 5], "Contacts that became referrals": [1, 2, 2]}
    drawn = [
        charts.bar(title="t", description="d", categories=months, values=[1, 2, 3]),
        charts.stacked_bar(title="t", description="d", categories=months, series=series),
        charts.line(title="t", description="d", categories=months, series=series, bands=charts.Bands(1, 2, 3)),
        charts.dots(title="t", description="d", categories=months, series=series, low_words="0: worst", high_words="10: best"),
        charts.attendance_grid(
            title="t",
            description="d",
            meetings=months,
            rows={"Community Health Services Trust": ["attended", "absent", "deputy"]},
        ),
    ]
    for chart in drawn:
        wide, narrow = etree.fromstring(chart.svg), etree.fromstring(chart.narrow)
        assert float(narrow.get("width")) < float(wide.get("width"))
        assert sorted(" ".join(wide.itertext()).split()) == sorted(" ".join(narrow.itertext()).split())
        assert {node.get("font-size") for node in narrow.iter()} <= {node.get("font-size") for node in wide.iter()}
        assert "app-chart__narrow" in chart.as_html()
        assert chart.narrow not in chart.as_img()


def test_a_matrix_puts_each_entry_into_its_cell() -> None:
    told = {"title": "t", "description": "d", "down": ["2 likely", "1 rare"], "across": ["1 slight", "2 severe"]}
    headers = {"down_header": "Likelihood", "across_header": "Impact"}
    bands = [["medium", "very high"], ["low", "high"]]
    drawn = charts.matrix(**told, **headers, bands=bands, entries=[[[], ["1", "2"]], [["3"], []]])
    assert drawn.table == (
        ("Likelihood / Impact", "1 slight", "2 severe"),
        [("2 likely", "–", "1, 2"), ("1 rare", "3", "–")],
    )
    assert "2 likely" in drawn.svg
    assert "likely" not in "".join(etree.fromstring(drawn.narrow).itertext()).replace("Likelihood", "")
    with pytest.raises(ValueError, match="Each cell"):
        charts.matrix(**told, **headers, bands=bands, entries=[[[]]])


@pytest.mark.parametrize(
    ("end", "said"), [(date(2021, 3, 1), "Jan 2021"), (date(2021, 12, 31), "Jan 2021"), (date(2039, 1, 1), "2025")]
)
def test_lanes_draw_thousands_of_marks_as_few_on_a_scale_of_months_or_years(end: date, said: str) -> None:
    marks = [charts.Mark(date(2021, 1, 1) + (end - date(2021, 1, 1)) * number // 5_000, number % 2) for number in range(5_001)]
    drawn = charts.lanes(
        title="Lanes", description="Two series.", start=date(2021, 1, 1), end=end, series=["a", "b"], rows={"A": marks, "B": []},
    )  # fmt: skip
    assert len(drawn.svg) < 60_000
    assert f">{said}</text>" in drawn.svg
    assert drawn.table[1][0][:4] == ("A", 5_001, 2_501, 2_500)
    assert drawn.table[1][1] == ("B", 0, 0, 0, "–", "–")


def test_lanes_are_refused_that_could_not_be_read() -> None:
    told = {"title": "x", "description": "x", "rows": {}, "start": date(2021, 1, 1)}
    with pytest.raises(ValueError, match="at most 4 series"):
        charts.lanes(**told, end=date(2021, 1, 1), series=list("abcde"))
    with pytest.raises(ValueError, match="end before they begin"):
        charts.lanes(**told, end=date(2020, 1, 1), series=["a"])
