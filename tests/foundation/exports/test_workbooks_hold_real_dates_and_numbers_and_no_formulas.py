import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from lxml import etree

from foundation.exports import Column, Kind, Table, as_xlsx, read_sheet, workbooks
from foundation.exports.workbooks import TooManyRows

COLUMNS = (
    Column("Name"),
    Column("Children", Kind.WHOLE),
    Column("Rate", Kind.DECIMAL),
    Column("Received", Kind.DATE),
    Column("Decided at", Kind.MOMENT),
)
MOMENT = datetime(2026, 7, 1, 8, 5, tzinfo=UTC)
INJECTIONS = ["=1+1", "+1", "-1", "@A1", "＝1+1", "\t=1", "\r\n=1", "  =1", "http://example.invalid", "{=1}", "007"]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return book.read(name).decode()


def test_values_read_back_as_they_were() -> None:
    rows = [("Ashgrove", 12, Decimal("416.6"), date(2026, 11, 18), MOMENT), ("Birch", 0, "c", None, None)]
    sheet = read_sheet(as_xlsx(Table("Figures", COLUMNS, rows)))
    assert sheet.headings == ("Name", "Children", "Rate", "Received", "Decided at")
    first, second = sheet.rows
    assert first == ("Ashgrove", 12, Decimal("416.6"), date(2026, 11, 18), datetime(2026, 7, 1, 9, 5))
    assert second == ("Birch", 0, "c", None, None)


@pytest.mark.parametrize("text", INJECTIONS)
def test_text_stays_text(text: str) -> None:
    content = as_xlsx(Table("Notes of staff", (Column("Text"), Column("=Also")), [(text, 1)]))
    xml = part(content, "xl/worksheets/sheet1.xml")
    assert "<f>" not in xml
    assert "hyperlink" not in xml
    sheet = read_sheet(content)
    assert sheet.headings[1] == "=Also"
    assert str(sheet.rows[0][0]).replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_equal_tables_are_equal_files() -> None:
    rows = [("Ashgrove", 12, Decimal("416.6"), date(2026, 11, 18), MOMENT)]
    assert as_xlsx(Table("Figures", COLUMNS, rows)) == as_xlsx(Table("Figures", COLUMNS, rows))


def test_heading_row_is_frozen_and_filters_and_columns_have_widths() -> None:
    xml = part(as_xlsx(Table("Figures", COLUMNS, [("A long name of an agency", 1, 2, None, None)])), "xl/worksheets/sheet1.xml")
    sheet = etree.fromstring(xml.encode())
    pane = sheet.find(".//{*}pane")
    assert pane is not None
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    auto = sheet.find("{*}autoFilter")
    assert auto is not None
    assert auto.get("ref") == "A1:E2"
    widths = [float(column.get("width", "0")) for column in sheet.findall(".//{*}col")]
    assert widths[0] > 24
    assert all(width >= 8 for width in widths)


def test_rows_may_be_a_generator_and_tables_may_be_several_with_notes() -> None:
    def rows() -> Iterator[tuple[str]]:
        yield from (("one",), ("two",))

    first = Table("Children: by age [2025/26]", (Column("Age"),), rows(), notes=("c: 1 to 5",))
    second = Table("Children: by age [2025/26]", (Column("Age"),), [])
    names = [
        sheet.get("name") for sheet in etree.fromstring(part(as_xlsx(first, second), "xl/workbook.xml").encode()).iter("{*}sheet")
    ]
    assert names == ["Children by age 2025 26", "Children by age 2025 26 2", "Notes"]


@pytest.mark.parametrize(
    ("title", "name"), [("History", "History 2"), ("'", "Table"), ("x" * 40, "x" * 31), ("Notes", "Notes 2")]
)
def test_sheet_names_are_names_that_excel_accepts(title: str, name: str) -> None:
    xml = part(as_xlsx(Table(title, (Column("A"),), [])), "xl/workbook.xml")
    assert f'name="{name}"' in xml


def test_what_excel_cannot_hold_is_kept_as_text() -> None:
    columns = (Column("Text"), Column("Number", Kind.WHOLE), Column("Day", Kind.DATE))
    sheet = read_sheet(as_xlsx(Table("Edges", columns, [("y" * 40_000, 10**15, date(1890, 1, 1))])))
    text, number, day = sheet.rows[0]
    assert isinstance(text, str)
    assert len(text) == 32_767
    assert text.endswith("y…")
    assert (number, day) == ("1000000000000000", "1890-01-01")


def test_control_characters_do_not_break_the_file() -> None:
    content = as_xlsx(Table("Controls", (Column("Text"),), [("bell\x07 and unit\x1f",)]))
    assert "bell" in str(read_sheet(content).rows[0][0])


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbooks, "MOST_ROWS", 2)
    with pytest.raises(TooManyRows, match="Choose fewer records"):
        as_xlsx(Table("Long", (Column("A"),), [("a",)] * 3))
