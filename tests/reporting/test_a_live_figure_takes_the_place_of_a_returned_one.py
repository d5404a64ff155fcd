"""Which value counts: the app's own as soon as it gives one for the year, the returned one until then."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureGroup, FigureKind, FigureSpec, FigureValue, amount, counted, figures
from reporting.rules.frozen import FrozenFigure
from reporting.selectors.gathering import figures_of
from reporting.services.imports import import_file
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import publishing

YEAR = FinancialYear(2025)
SPEC = FigureSpec(
    "missing.episodes", "Missing episodes", "From the portal.", "episodes", DisclosureClass.PEOPLE, FigureKind.COUNT, version=2
)

pytestmark = pytest.mark.django_db


def live_from_2025(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
    if year >= YEAR:
        yield counted("missing.episodes", year, 1801)


PANELS = FigureGroup("panels", (SPEC,), live_from_2025)


@pytest.fixture(autouse=True)
def returned() -> None:
    rows = "missing.episodes,2025-26,1740,Police\nmissing.episodes,2024-25,2067,Police"
    import_file(by=SYSTEM, kind="indicators", content=f"code,period,value,source\n{rows}".encode())


def missing(year: FinancialYear = YEAR) -> FrozenFigure:
    return next(figure for figure in figures_of(year) if figure.code == "missing.episodes")


def test_without_an_app_the_returned_value_counts() -> None:
    with publishing():
        assert (missing().text, missing().source.kind, missing().source.name) == ("1,740", "returned", "Police")


def test_with_an_app_its_own_value_and_definition_count() -> None:
    with publishing(PANELS):
        figure = missing()
    assert (figure.text, figure.source.kind, figure.source.name) == ("1,801", "live", "panels")
    assert (figure.version, figure.meaning) == (2, "From the portal.")


def test_a_year_that_the_app_does_not_know_keeps_its_returned_value() -> None:
    with publishing(PANELS):
        earlier = missing().earlier
        before = missing(YEAR.previous())
    assert earlier is not None
    assert (earlier.text, earlier.source.kind) == ("2,067", "returned")
    assert before.source.kind == "returned"


def test_an_academic_year_stands_in_for_a_financial_one() -> None:
    rows = "code,period,period_kind,value,source\nexploitation.on_panel,2024-25,academic,73,Panel"
    import_file(by=SYSTEM, kind="indicators", content=rows.encode())
    with publishing():
        figure = next(figure for figure in figures_of(YEAR) if figure.code == "exploitation.on_panel")
    assert (figure.text, figure.period) == ("73", "academic year 2024-25")


def test_a_rate_takes_the_newest_population_that_is_not_later_than_its_year() -> None:
    rows = "year,area,age_band,value,source\n2024,Northmere,0-17,90000,ONS\n2026,Northmere,0-17,99000,ONS"
    import_file(by=SYSTEM, kind="population", content=rows.encode())
    import_file(by=SYSTEM, kind="indicators", content=b"code,period,value,source\ncases.open,2025-26,3600,CSC")
    with publishing():
        rate = next(figure for figure in figures_of(YEAR) if figure.code == "cases.open.rate")
    assert (rate.text, rate.denominator) == ("400.0", 90000)


MONEY = FigureSpec(
    "budget.spent", "Spending", "What was spent.", "pounds", DisclosureClass.MONEY, FigureKind.MONEY, per_child=True
)


def spent(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
    yield amount("budget.spent", year, Decimal(376_441 if year == YEAR else 350_000))


def test_a_sum_of_money_is_told_for_each_child_in_pence() -> None:
    with publishing(FigureGroup("board", (MONEY,), spent)):
        assert not [figure for figure in figures_of(YEAR) if figure.code == "budget.spent.per_child"]
    rows = "year,area,age_band,value,source\n2024,Northmere,0-17,95000,ONS\n2025,Northmere,0-17,95309,ONS"
    import_file(by=SYSTEM, kind="population", content=rows.encode())
    with publishing(FigureGroup("board", (MONEY,), spent)):
        (cost,) = (figure for figure in figures_of(YEAR) if figure.code == "budget.spent.per_child")
    assert (cost.text, cost.source.kind) == ("£3.95", "derived")
    assert cost.source.name == "Spending and children under 18 in the middle of 2025"
    assert cost.earlier is not None
    assert cost.earlier.text == "£3.68"


def test_a_group_is_held_to_what_it_declared() -> None:
    def wrong(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
        yield counted("missing.children", year, 1)

    def split(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
        yield counted("missing.episodes", year, 1, by={"age": {"12": 1}})

    def twice(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
        yield counted("missing.episodes", year, 1)
        yield counted("missing.episodes", year, 2)

    for gather, complaint in ((wrong, "not declared"), (split, "broken down by age"), (twice, "give a code twice")):
        with publishing(FigureGroup("panels", (SPEC,), gather)), pytest.raises(ValueError, match=complaint):
            figures_of(YEAR)


def test_a_code_belongs_to_one_app() -> None:
    with publishing(PANELS), pytest.raises(ValueError, match="declared by panels and by audits"):
        figures("audits", specs=(SPEC,))(live_from_2025)


def test_the_day_of_a_state_is_kept() -> None:
    rows = b"code,period,value,as_at,source\nplans.open,2025-26,536,2026-03-30,CSC"
    import_file(by=SYSTEM, kind="indicators", content=rows)
    with publishing():
        figure = next(figure for figure in figures_of(YEAR) if figure.code == "plans.open")
    assert figure.as_at == date(2026, 3, 30).isoformat()
