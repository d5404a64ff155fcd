"""Two published editions of one year, laid side by side, do not tell what the first one hid."""

from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureGroup, FigureKind, FigureSpec, FigureValue, counted, share
from reporting.disclosure import Mark
from reporting.models import Publication
from reporting.rules.cutting import shown
from reporting.rules.freezing import freeze
from reporting.rules.frozen import FrozenFigure, HiddenBefore, from_json, hidden_cells
from reporting.rules.gathered import Gathered, YearOfFigures
from reporting.selectors.gathering import figures_of
from reporting.selectors.publishing import hidden_before
from tests.reporting.build import make_edition
from tests.reporting.published import publishing

YEAR = FinancialYear(2025)
COUNT = FigureSpec("a.count", "A", "a", "children", DisclosureClass.PEOPLE, FigureKind.COUNT, breakdowns=("x",))
SHARE = FigureSpec("a.share", "S", "s", "children", DisclosureClass.PEOPLE, FigureKind.PERCENTAGE, breakdowns=("x",))
EVENTS = FigureSpec("a.events", "E", "e", "reviews", DisclosureClass.EVENTS, FigureKind.COUNT, breakdowns=("x",))
Row = dict[str, int]


def edition(row: Row, before: Row | None = None, hidden: HiddenBefore | None = None, spec: FigureSpec = COUNT) -> FrozenFigure:
    rows = ((YEAR, row), (YEAR.previous(), before))
    now, then = (
        YearOfFigures(
            year.label,
            year.end,
            {} if told is None else {spec.code: ("app", counted(spec.code, year, sum(told.values()), by={"x": told}))},
        )
        for year, told in rows
    )
    gathered = Gathered(now, then, (), {}, {}, datetime(2026, 11, 18, tzinfo=UTC))
    (found,) = freeze(gathered, {spec.code: spec}, *([hidden] if hidden else []))
    return found


def kept(figure: FrozenFigure) -> HiddenBefore:
    return HiddenBefore({figure.code: hidden_cells(figure, Mark.HIDDEN)})


def texts(figure: FrozenFigure) -> list[str]:
    return [*(str(part.text) for part in figure.parts("x")), str(figure.text)]


def test_a_late_record_does_not_tell_what_was_hidden_before() -> None:
    first = edition({"A": 3, "B": 6, "C": 20})
    assert texts(first) == ["c", "c", "20", "29"]
    late = {"A": 6, "B": 6, "C": 20}
    assert texts(edition(late)) == ["6", "6", "20", "32"]
    assert texts(edition(late, hidden=kept(first))) == ["c", "c", "20", "32"]


def test_what_stays_hidden_takes_another_with_it_where_it_is_alone() -> None:
    first = edition({"A": 3, "B": 6, "C": 20})
    assert texts(edition({"B": 9, "C": 20, "D": 7}, hidden=kept(first))) == ["c", "20", "c", "36"]


def test_the_column_of_the_year_before_keeps_what_the_edition_of_that_year_hid() -> None:
    hidden = HiddenBefore(before={"a.count": frozenset({("x", "A"), ("x", "B")})})
    found = edition({"A": 30, "B": 40, "C": 20}, {"A": 6, "B": 6, "C": 20}, hidden)
    assert texts(found) == ["30", "40", "20", "90"]
    assert [part.text for part in found.earlier_parts("x")] == ["c", "c", "20"]


def test_a_figure_in_which_nothing_is_hidden_is_told() -> None:
    hidden = HiddenBefore({"a.events": frozenset({("", ""), ("x", "A")})})
    assert texts(edition({"A": 3, "B": 6}, hidden=hidden, spec=EVENTS)) == ["3", "6", "9"]


def test_a_whole_that_was_hidden_stays_hidden() -> None:
    first = edition({"A": 3})
    found = edition({"A": 7}, hidden=kept(first))
    assert (found.value, found.text, found.change) == (None, "c", None)
    assert texts(found) == ["c", "c"]


def test_a_part_of_a_percentage_stays_hidden() -> None:
    parts = {"A": (40, 100), "B": (20, 100), "C": (30, 90)}
    value = share("a.share", YEAR, 90, 290, by={"x": parts})
    gathered = Gathered(
        YearOfFigures(YEAR.label, YEAR.end, {"a.share": ("app", value)}),
        YearOfFigures("", YEAR.start),
        (), {}, {}, datetime(2026, 11, 18, tzinfo=UTC),
    )  # fmt: skip
    (open_one,) = freeze(gathered, {"a.share": SHARE})
    assert texts(open_one)[:3] == ["40.0%", "20.0%", "33.3%"]
    (found,) = freeze(gathered, {"a.share": SHARE}, HiddenBefore({"a.share": frozenset({("x", "B")})}))
    assert texts(found)[:3] == ["40.0%", "c", "c"]
    (whole,) = freeze(gathered, {"a.share": SHARE}, HiddenBefore({"a.share": frozenset({("", "")})}))
    assert (whole.text, whole.numerator, whole.by) == ("c", None, ())


NUMBERS = st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8, 12, 20])


@settings(max_examples=150, deadline=None)
@given(st.lists(NUMBERS, min_size=2, max_size=4), st.integers(0, 3), st.integers(1, 4))
def test_whoever_knows_that_one_part_alone_grew_learns_no_small_number(cells: list[int], place: int, more: int) -> None:
    """The attacker tries every table of the first edition, and every part to which the late records may belong."""
    place %= len(cells)
    first = edition({str(number): cell for number, cell in enumerate(cells)})
    later = [cell + (more if number == place else 0) for number, cell in enumerate(cells)]
    second = edition({str(number): cell for number, cell in enumerate(later)}, hidden=kept(first))
    seen = (texts(first), texts(second))
    choices = [[cell] if seen[0][number] != "c" else list(range(1, cell + 4)) for number, cell in enumerate(cells)]
    thought: list[set[int]] = [set() for _ in cells]
    for guess in product(*choices):
        for grown in range(len(cells)):
            for added in range(1, 5):
                now = [one + (added if number == grown else 0) for number, one in enumerate(guess)]
                told = ([*map(str, guess), str(sum(guess))], [*map(str, now), str(sum(now))])
                if all(
                    text in {"c", number}
                    for texts_, numbers in zip(seen, told, strict=True)
                    for text, number in zip(texts_, numbers, strict=True)
                ):
                    for number, one in enumerate(guess):
                        thought[number].add(one)
    for number, cell in enumerate(cells):
        if cell <= 5:
            assert len(thought[number]) > 3 or max(thought[number]) - min(thought[number]) >= 3, (seen, thought)


@pytest.mark.django_db
def test_the_edition_published_last_says_what_stays_hidden() -> None:
    def told(**row: int) -> FigureGroup:
        def gather(year: FinancialYear, _cursor: Cursor) -> list[FigureValue]:
            return [counted("a.count", year, sum(row.values()), by={"x": row})]

        return FigureGroup("app", (COUNT,), gather)

    with publishing(told(A=3, B=6, C=20)):
        made = make_edition()
    assert hidden_before(YEAR) == HiddenBefore()
    Publication.objects.create(
        edition=made, published_at=clock.now(), published_by="P-1", withdrawn_at=clock.now(), withdrawn_by="P-1",
        withdrawn_reason="A late record",
    )  # fmt: skip
    cells = {("x", "A"), ("x", "B")}
    assert hidden_before(YEAR) == HiddenBefore({"a.count": frozenset(cells)}, {"a.count": frozenset(cells)})
    with publishing(told(A=6, B=6, C=20)):
        (found,) = [one for one in figures_of(YEAR) if one.code == "a.count"]
        assert texts(found) == ["c", "c", "20", "32"]
        assert [part.text for part in found.earlier_parts("x")] == ["c", "c", "20"]
        assert texts(from_json(make_edition().figures)["a.count"]) == ["c", "c", "20", "32"]


def test_the_dashboard_of_a_whole_year_keeps_hidden_what_a_published_report_hid() -> None:
    value = counted("a.count", YEAR, 32, by={"x": {"A": 6, "B": 6, "C": 20}})
    hidden = frozenset({("x", "A"), ("x", "B")})
    found = shown(COUNT, value, frozenset(), sighted=False, whole_year=True, hidden=hidden)
    assert found is not None
    assert [part.text for part in found.by[0].parts] == ["c", "c", "20"]
    seen = shown(COUNT, value, frozenset(), sighted=True, whole_year=True, hidden=hidden)
    assert seen is not None
    assert [part.text for part in seen.by[0].parts] == ["6", "6", "20"]
