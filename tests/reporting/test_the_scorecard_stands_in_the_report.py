"""What is watched every quarter stands in the report: the year before, target, four quarters, rating and direction."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection

from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import TEXT_GROUPS
from reporting.models import CountedValue, Indicator
from reporting.report.printed import Cell, ReportContent
from reporting.report.wording import paired, scored
from reporting.rules.blocks import Pairs, Scored
from reporting.rules.frozen import FrozenTable, Source
from reporting.rules.library import QUARTERS
from reporting.services.imports import import_file
from tests.reporting.conftest import SYSTEM
from tests.reporting.printed import demo_content, frozen_table
from tests.reporting.watching import defined, was_returned, watched

YEAR = FinancialYear(2025)


def rows() -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        return [row for table in TEXT_GROUPS.get("reporting.scorecard").read(YEAR, cursor) for row in table.rows]


@pytest.mark.django_db
def test_each_indicator_has_a_row() -> None:
    defined(target=Decimal(60), tolerance=Decimal(10))
    for period, value in (("2024-25", 263), ("Q1 2025-26", 71), ("Q2 2025-26", 68), ("Q3 2025-26", 43), ("Q4 2025-26", 64)):
        was_returned("absence.persistent", period, value)
    file = b"code,period,who,value,source\nabsence.persistent,2024-25,london,250,DfE"
    import_file(by=SYSTEM, kind="comparators", content=file)
    assert rows() == [
        (
            "Children persistently absent (lower is better)", "Here 265\nLondon 250 (2024-25)", "60", "70", "70", "45", "65",
            "Amber", "Worse",
        )
    ]  # fmt: skip


@pytest.mark.django_db
def test_quarters_to_the_nearest_five_do_not_stand_beside_exact_months() -> None:
    """April 7 and June 9 are printed, May is hidden: a first quarter of 15 would say that it is 1."""
    one = watched("plans.started", target=Decimal(15))
    for number, value in enumerate((17, 31, 32, 33), start=1):
        counted_of(one, f"Q{number} 2025-26", value)
    ((_title, _before, target, *rest),) = rows()
    assert target == "15"
    assert rest == ["–"] * 6


@pytest.mark.django_db
def test_no_quarter_stands_beside_a_hidden_one() -> None:
    defined(target=Decimal(60), tolerance=Decimal(10))
    for period, value in (("Q1 2025-26", 71), ("Q2 2025-26", 68), ("Q3 2025-26", 3), ("Q4 2025-26", 64)):
        was_returned("absence.persistent", period, value)
    assert rows()[0][3:] == ("–",) * 6


@pytest.mark.django_db
def test_quarters_of_a_figure_that_was_returned_by_month_do_not_stand_there() -> None:
    defined()
    was_returned("absence.persistent", "2025-26", 60)
    was_returned("absence.persistent", "2025-26", 7, dimension="month", category="April 2025")
    for number in range(1, 5):
        was_returned("absence.persistent", f"Q{number} 2025-26", 15)
    assert rows()[0][3:] == ("–",) * 6


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "labels", "before", "title"),
    [
        ("calendar", [f"Q{number} 2025" for number in range(1, 5)], "2024", "2025 calendar year"),
        ("academic", [f"Q{number} 2025-26" for number in range(1, 5)], "2024-25", "2025/26 academic year"),
    ],
)
def test_quarters_of_another_sort_of_year_are_those_of_that_year(kind: str, labels: list[str], before: str, title: str) -> None:
    defined(period_kind=kind, target=Decimal(60), tolerance=Decimal(10))
    for label, value in zip(labels, (71, 68, 43, 64), strict=True):
        was_returned("absence.persistent", label, value, period_kind=kind)
    was_returned("absence.persistent", before, 250, period_kind=kind)
    ((name, earlier, _target, *rest),) = rows()
    assert name == f"Children persistently absent (lower is better; {title})"
    assert earlier == "Here 250"
    assert rest == ["70", "70", "45", "65", "Amber", "Worse"]


@pytest.mark.django_db
def test_an_indicator_of_which_nothing_is_known_has_none() -> None:
    defined()
    assert rows() == []


def counted_of(one: Indicator, period: str, value: int) -> None:
    CountedValue.objects.create(
        indicator=one, period=period, value=value, definition=1, source="protection.plans", counted_at=clock.now()
    )


def table(*told: tuple[str, ...], columns: tuple[str, ...]) -> FrozenTable:
    return frozen_table("some.words", columns, *told, title="Some words", source=Source("written", "The executive"))


def test_ratings_stand_beside_their_pattern_and_numbers_to_the_right() -> None:
    columns = ("Indicator", "Target", "Rating")
    block = Scored("Watched", "some.words", "Nothing is watched.", QUARTERS)
    content = _with(table(("Absence", "60", "Amber"), ("Visits", "", ""), columns=columns))
    found, sentence = scored(block, content)
    assert found is not None
    assert found.rows[0] == (Cell("Absence"), Cell("60", numeric=True), Cell("Amber", rag="amber"))
    assert [cell.text for cell in found.rows[1]] == ["Visits", "–", "–"]
    assert (found.note, sentence) == ("Source: The executive, as at 31 March 2026.", "")
    assert scored(block, _with(table(columns=columns))) == (None, "Nothing is watched.")
    assert scored(block, demo_content()) == (None, "")


def test_two_columns_stand_side_by_side_as_points() -> None:
    columns, block = ("Strengths", "Areas for development"), Pairs("Both", "some.words", "Nobody has typed this table.")
    found, _sentence = paired(block, _with(table(("In time", "Fathers"), ("All come", ""), columns=columns)))
    assert found is not None
    ((left, right),) = found.rows
    assert (left.points, right.text) == (["In time", "All come"], "Fathers")
    assert found.is_of_pairs
    assert paired(block, _with(table(columns=columns))) == (None, "Nobody has typed this table.")
    assert paired(block, demo_content()) == (None, "")


def _with(told: FrozenTable) -> ReportContent:
    return replace(demo_content(), tables={told.code: told})
