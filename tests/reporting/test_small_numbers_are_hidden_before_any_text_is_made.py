"""Disclosure control on the way to an edition: what is hidden is in no value, no text, no change and no part."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from foundation.calendar import FinancialYear
from foundation.figures import Crossing, DisclosureClass, FigureKind, FigureSpec, FigureValue, PartOf, counted, share
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenFigure, canonical
from reporting.rules.gathered import ChildPopulation, Gathered, YearOfFigures

YEAR = FinancialYear(2025)
COUNT = FigureSpec(
    "a.count", "A", "a", "children", DisclosureClass.PEOPLE, FigureKind.COUNT, per_10_000=True, breakdowns=("x", "y")
)
SHARE = FigureSpec("a.share", "S", "s", "children", DisclosureClass.PEOPLE, FigureKind.PERCENTAGE, breakdowns=("x",))


def frozen(now: FigureValue, before: FigureValue | None = None, spec: FigureSpec = COUNT) -> dict[str, FrozenFigure]:
    population = ChildPopulation(2025, 20_000, "ONS")
    years = [
        YearOfFigures(year.label, year.end, {spec.code: ("app", value)} if value else {}, {}, population)
        for year, value in ((YEAR, now), (YEAR.previous(), before))
    ]
    gathered = Gathered(years[0], years[1], (), {}, {}, datetime(2026, 11, 18, tzinfo=UTC))
    return {figure.code: figure for figure in freeze(gathered, {spec.code: spec})}


def test_a_small_count_its_rate_and_its_change_are_hidden() -> None:
    figures = frozen(counted("a.count", YEAR, 4), counted("a.count", YEAR.previous(), 20))
    count, rate = figures["a.count"], figures["a.count.rate"]
    assert (count.value, count.text, count.change) == (None, "c", None)
    assert (rate.value, rate.text, rate.numerator, rate.denominator, rate.change) == (None, "c", None, None, None)


def test_a_small_count_of_the_year_before_hides_the_change() -> None:
    count = frozen(counted("a.count", YEAR, 40), counted("a.count", YEAR.previous(), 3))["a.count"]
    assert count.text == "40"
    assert count.earlier is not None
    assert (count.earlier.value, count.earlier.text, count.change) == (None, "c", None)


def test_a_small_part_takes_a_second_one_with_it() -> None:
    count = frozen(counted("a.count", YEAR, 108, by={"x": {"one": 2, "two": 37, "three": 69}}))["a.count"]
    assert [(part.label, part.value, part.text) for part in count.parts("x")] == [
        ("one", None, "c"),
        ("two", None, "c"),
        ("three", 69, "69"),
    ]


CROSSED = replace(COUNT, breakdowns=("x", "y", "both", "z"), crossed=Crossing("both", "x", "y"))


def test_what_a_table_of_two_breakdowns_would_give_away_is_hidden_in_all_of_them() -> None:
    """Two children alone would follow from the sum of their line: so no number of the table is hidden alone in its line."""
    both = {"one: p": 2, "one: q": 40, "one: r": 30, "two: p": 20, "two: q": 25, "two: r": 50}
    by = {"x": {"one": 72, "two": 95}, "y": {"p": 22, "q": 65, "r": 80}, "both": both, "z": {"s": 100, "t": 67}}
    count = frozen(counted("a.count", YEAR, 167, by=by), spec=CROSSED)["a.count"]
    hidden = {part.label for part in count.parts("both") if part.text == "c"}
    assert "one: p" in hidden
    lines = [{label for label in both if end in label} for end in ("one", "two", "p", "q", "r")]
    assert all(len(line & hidden) != 1 for line in lines)
    assert [part.text for name in "xyz" for part in count.parts(name)] == ["72", "95", "22", "65", "80", "100", "67"]


def test_a_pair_of_which_nobody_is_counted_is_a_zero_of_the_table() -> None:
    by = {"x": {"one": 40, "two": 30}, "y": {"p": 40, "q": 30}, "both": {"one: p": 40, "two: q": 30}}
    count = frozen(counted("a.count", YEAR, 70, by=by), spec=CROSSED)["a.count"]
    assert [part.text for part in count.parts("both")] == ["40", "30"]


def test_a_pair_of_no_part_is_an_error_and_not_a_number() -> None:
    by = {"x": {"one": 40}, "y": {"p": 40}, "both": {"one: q": 40}}
    with pytest.raises(ValueError, match="belongs to none"):
        frozen(counted("a.count", YEAR, 40, by=by), spec=CROSSED)


def test_parts_that_do_not_add_up_are_hidden_one_by_one() -> None:
    count = frozen(counted("a.count", YEAR, 50, by={"x": {"one": 2, "two": 49, "three": 30}}))["a.count"]
    assert [part.text for part in count.parts("x")] == ["c", "49", "30"]


def test_nothing_of_a_hidden_number_is_left_in_the_frozen_bytes() -> None:
    figures = frozen(counted("a.count", YEAR, 5, by={"x": {"one": 5, "two": 0}}), counted("a.count", YEAR.previous(), 5))
    bare = [(f.value, f.text, f.by, f.change, f.earlier and f.earlier.value) for f in figures.values()]
    assert b"5" not in canonical([str(row).replace("2025-26", "") for row in bare])


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [(80, 200, "40.0%"), (3, 200, "c"), (197, 200, "c"), (9, 19, "u"), (0, 0, "n/a"), (0, 200, "0.0%")],
)
def test_a_percentage_is_hidden_with_its_parts(numerator: int, denominator: int, text: str) -> None:
    figure = frozen(share("a.share", YEAR, numerator, denominator), spec=SHARE)
    shown = figure["a.share"].text if figure else "n/a"
    assert shown == text


def test_the_parts_of_a_percentage_are_hidden_each_by_its_own_base() -> None:
    value = share("a.share", YEAR, 80, 200, by={"x": {"one": (40, 100), "two": (2, 90), "three": (8, 10)}})
    assert [part.text for part in frozen(value, spec=SHARE)["a.share"].parts("x")] == ["40.0%", "c", "c"]


def test_events_of_the_partnership_are_not_hidden() -> None:
    spec = FigureSpec("r.rapid", "R", "r", "reviews", DisclosureClass.EVENTS, FigureKind.COUNT)
    assert frozen(counted("r.rapid", YEAR, 4), spec=spec)["r.rapid"].text == "4"


def test_deaths_have_a_higher_threshold() -> None:
    spec = FigureSpec("d.deaths", "D", "d", "children", DisclosureClass.SENSITIVE, FigureKind.COUNT)
    assert frozen(counted("d.deaths", YEAR, 10), spec=spec)["d.deaths"].text == "c"
    assert frozen(counted("d.deaths", YEAR, 11), spec=spec)["d.deaths"].text == "11"


def test_the_day_of_a_count_is_the_end_of_its_year() -> None:
    assert frozen(counted("a.count", YEAR, 50))["a.count"].as_at == date(2026, 3, 31).isoformat()


def test_a_percentage_does_not_give_away_the_part_that_another_figure_hides() -> None:
    """Forty plans: two of unborn children are hidden, and with them the longest band, six; six of forty would tell both."""
    of_both = {"n: u": 2, "n: short": 20, "n: long": 6, "e: short": 12}
    by = {"band": {"u": 2, "short": 32, "long": 6}, "category": {"n": 28, "e": 12}, "both": of_both}
    crossed = Crossing("both", "category", "band")
    plans = FigureSpec("plans.open", "", "", "children", DisclosureClass.PEOPLE, FigureKind.STATE, crossed=crossed)
    part_of = PartOf("plans.open", "band", ("long",))
    long = FigureSpec("plans.long", "", "", "plans", DisclosureClass.PEOPLE, FigureKind.PERCENTAGE, part_of=part_of)
    year, before = FinancialYear(2025), FinancialYear(2024)

    def told(*counts: tuple[dict[str, dict[str, int]], int]) -> dict[str, FrozenFigure]:
        years = [
            YearOfFigures(
                one.label,
                one.end,
                {
                    "plans.open": ("app", counted("plans.open", one, sum(parts["band"].values()), by=parts)),
                    "plans.long": (
                        "app",
                        share("plans.long", one, number, 40, by={"category": {"n": (number, 28), "e": (0, 12)}}),
                    ),
                },
                {},
                None,
            )
            for one, (parts, number) in zip((year, before), counts, strict=True)
        ]
        gathered = Gathered(years[0], years[1], (), {}, {}, datetime(2026, 11, 18, tzinfo=UTC))
        return {figure.code: figure for figure in freeze(gathered, {"plans.open": plans, "plans.long": long})}

    open_ones = {
        "band": {"short": 32, "long": 8},
        "category": {"n": 28, "e": 12},
        "both": {"n: short": 20, "n: long": 8, "e: short": 12},
    }
    hidden = told((by, 6), (open_ones, 8))
    assert hidden["plans.open"].parts("band")[2].value is None
    assert (hidden["plans.long"].text, hidden["plans.long"].numerator, hidden["plans.long"].by) == ("c", None, ())
    assert hidden["plans.long"].change is None
    assert hidden["plans.long"].earlier is not None
    assert hidden["plans.long"].earlier.text == "20.0%"
    later = told((open_ones, 8), (by, 6))["plans.long"]
    assert (later.text, later.change) == ("20.0%", None)
    assert later.earlier is not None
    assert (later.earlier.value, later.earlier.by) == (None, ())
    assert [part.text for part in later.parts("category")] == ["28.6%", "u"]
