"""A table of words: declared with its columns, read as it was declared, and never about people."""

from collections.abc import Iterable
from datetime import date

import pytest

from foundation import figures as contract
from foundation.calendar import FinancialYear
from foundation.figures import (
    Cursor,
    DisclosureClass,
    TextGroup,
    TextRows,
    TextTable,
    all_text_tables,
    text_tables,
    worded,
)
from foundation.registry import Registry

YEAR = FinancialYear(2025)
SAID = TextTable("plan.said", "What we said", "What was said and done.", ("Objective", "What we have done"))


def group_of(*found: TextRows) -> TextGroup:
    return TextGroup("board.plan", (SAID,), lambda _year, _cursor: found)


def read(*found: TextRows) -> tuple[TextRows, ...]:
    return group_of(*found).read(YEAR, None)  # type: ignore[arg-type]


@pytest.fixture
def nothing_declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract, "TEXT_GROUPS", Registry[TextGroup]("group of tables of words"))


def test_rows_speak_of_the_last_day_of_the_year_unless_they_name_another() -> None:
    assert worded("plan.said", YEAR, [["1", "Done"]]) == TextRows("plan.said", "2025-26", (("1", "Done"),), date(2026, 3, 31))
    assert worded("plan.said", YEAR, [], as_at=date(2026, 1, 31)).as_at == date(2026, 1, 31)


def test_what_was_declared_is_read() -> None:
    assert [one.rows for one in read(worded("plan.said", YEAR, [("1", "Done"), ("2", "")]))] == [(("1", "Done"), ("2", ""))]


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ((worded("plan.done", YEAR, []),), "give plan.done, which is not declared"),
        ((worded("plan.said", YEAR, []), worded("plan.said", YEAR, [])), "give a code twice"),
        ((worded("plan.said", YEAR, [("1",)]),), "A row of plan.said has not one cell for each column"),
    ],
)
def test_what_was_not_declared_is_an_error(found: tuple[TextRows, ...], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        read(*found)


@pytest.mark.parametrize("disclosure", [DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE])
def test_words_about_people_are_no_table_of_this_kind(disclosure: DisclosureClass) -> None:
    with pytest.raises(ValueError, match="would print words about people"):
        TextTable("plan.said", "Said", "Said.", ("Objective",), disclosure)


def test_a_table_has_columns() -> None:
    with pytest.raises(ValueError, match="has no columns"):
        TextTable("plan.said", "Said", "Said.", ())


def test_a_source_is_declared_under_its_name_and_a_code_once(nothing_declared: None) -> None:
    @text_tables("board.plan", tables=(SAID,))
    def gather(year: FinancialYear, _cursor: Cursor) -> Iterable[TextRows]:
        yield worded("plan.said", year, [])

    assert list(all_text_tables()) == [("board.plan", SAID)]
    with pytest.raises(ValueError, match=r"plan.said is declared by board.plan and by reviews."):
        text_tables("reviews", tables=(SAID,))(gather)
