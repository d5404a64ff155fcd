import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.exports import Column, Kind, Table, as_csv, read_sheet
from foundation.exports.injection import guarded, is_dangerous, unguarded

DANGEROUS = [
    '=HYPERLINK("http://example.invalid")',
    "+44 20 7946 0000",
    "-2+3",
    "@SUM(A1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "  =1+1",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\tplain text behind a tab",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b =1+1",
    "'=1+1",
    "''@SUM(A1)",
]
HARMLESS = ["", "plain", "a=b", "O'Brien", "'quoted'", "1-2", "−5 is a true minus", "   ", "user@example.org"]


def table(*rows: tuple[object, ...], kinds: tuple[Kind, ...] = (Kind.TEXT,)) -> Table:
    columns = tuple(Column(f"Column {number}", kind) for number, kind in enumerate(kinds, start=1))
    return Table("Contacts", columns, rows)  # type: ignore[arg-type]


def written(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", DANGEROUS)
def test_dangerous_text_is_guarded_and_reads_back_whole(text: str) -> None:
    content = as_csv(table((text,)))
    assert written(content)[1] == ["'" + text]
    assert read_sheet(content).rows == ((text,),)


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text


def test_headings_are_guarded_too() -> None:
    content = as_csv(Table("Sums", (Column("=1+1"),), []))
    assert written(content) == [["'=1+1"]]


def test_excel_finds_the_alphabet_by_the_byte_order_mark() -> None:
    content = as_csv(table(("Zoë",)))
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Zoë".encode() in content


def test_numbers_stay_numbers_and_dates_are_iso() -> None:
    kinds = (Kind.WHOLE, Kind.DECIMAL, Kind.DATE, Kind.MOMENT, Kind.TEXT, Kind.TEXT)
    moment = datetime(2026, 7, 1, 8, 5, tzinfo=UTC)
    row = (-5, Decimal("-43.80"), date(2026, 11, 18), moment, None, True)
    assert written(as_csv(table(row, kinds=kinds)))[1] == ["-5", "-43.80", "2026-11-18", "2026-07-01 09:05", "", "Yes"]


def test_a_row_that_does_not_fit_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="A row of 2 cells does not fit 1 columns"):
        as_csv(table(("a", "b")))
    with pytest.raises(ValueError, match="finite"):
        as_csv(table((Decimal("NaN"),)))


@given(st.text())
def test_guarding_is_always_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not is_dangerous(text) or guarded(text).startswith("'")


@given(st.lists(st.tuples(st.text(min_size=1), st.text()), min_size=1, max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    filled = [row for row in rows if any(cell.strip() for cell in row) and "\x00" not in "".join(row)]
    content = as_csv(table(*filled, kinds=(Kind.TEXT, Kind.TEXT)))
    expected = tuple(tuple(cell if cell.strip() else None for cell in row) for row in filled)
    assert read_sheet(content).rows == expected
