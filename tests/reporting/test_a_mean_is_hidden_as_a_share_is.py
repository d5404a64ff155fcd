"""So many for each: printed to one place, hidden where the number of things is small, rounded where it is cut."""

from decimal import Decimal

import pytest

from foundation.calendar import FinancialYear
from foundation.cuts import Span
from foundation.figures import DisclosureClass, FigureKind, FigureSpec, mean
from reporting.disclosure import Mark, protect_mean
from reporting.rules.cutting import shown
from reporting.rules.freezing import show

YEAR = Span.of(FinancialYear(2025))
PER_FORM = FigureSpec("a.per_form", "A", "a", "contacts", DisclosureClass.PEOPLE, FigureKind.MEAN, breakdowns=("source",))
DAYS = FigureSpec("a.days", "A", "a", "days", DisclosureClass.EVENTS, FigureKind.MEAN)


@pytest.mark.parametrize(
    ("total", "number", "printed"),
    [(0, 0, Mark.NO_BASE), (7, 5, Mark.HIDDEN), (25, 19, Mark.SMALL_BASE), (27, 20, Decimal("1.4")), (26, 20, Decimal("1.3"))],
)
def test_a_mean_of_few_is_not_printed(total: int, number: int, printed: object) -> None:
    assert protect_mean(total, number) == printed


def test_a_mean_of_events_is_printed_whatever_its_number() -> None:
    assert show(DAYS, mean("a.days", YEAR, 7, 2)).text == "3.5"


def test_nothing_to_divide_by_is_not_known() -> None:
    assert mean("a.days", YEAR, 0, 0).value is None
    assert show(DAYS, mean("a.days", YEAR, 0, 0)).text == "n/a"


def test_a_year_prints_its_mean_and_the_parts_that_are_large_enough() -> None:
    found = show(PER_FORM, mean("a.per_form", YEAR, 130, 100, by={"source": {"Police": (60, 40), "Housing": (4, 3)}}))
    assert found.text == "1.3"
    assert [(part.label, part.text) for part in found.by[0].parts] == [("Police", "1.5"), ("Housing", "c")]


def test_a_cut_takes_the_mean_of_rounded_numbers() -> None:
    value = mean("a.per_form", YEAR, 33, 22, by={"source": {"Police": (33, 22), "Housing": (4, 3)}})
    found = shown(PER_FORM, value, frozenset({"ward"}), sighted=False, whole_year=True, of_children=True)
    assert found is not None
    assert found.text == "1.8"  # 35 by 20, not 33 by 22
    assert [part.label for part in found.by[0].parts] == ["Police"]


def test_days_are_not_rounded_before_their_mean_is_taken() -> None:
    found = shown(DAYS, mean("a.days", YEAR, 33, 22), frozenset({"ward"}), sighted=False, whole_year=True)
    assert found is not None
    assert found.text == "1.5"
