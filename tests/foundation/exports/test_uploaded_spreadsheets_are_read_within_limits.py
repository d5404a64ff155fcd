import contextlib
import io
import struct
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foundation.exports import Column, Kind, Table, UnreadableSheet, as_xlsx, read_sheet

BOOK = as_xlsx(Table("People", (Column("Name"), Column("Born", Kind.DATE)), [("Ash", date(2010, 5, 4)), ("Birch", None)]))
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


def changed(parts: dict[str, str], *, compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The book with some of its parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(out, "w", compress) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(name, text)
    return out.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as book:
        return book.read(name).decode()


def refusal(content: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableSheet) as refused:
        read_sheet(content, **limits)
    return refused.value.sentence


def test_a_workbook_is_read() -> None:
    sheet = read_sheet(BOOK)
    assert sheet.headings == ("Name", "Born")
    assert sheet.rows == (("Ash", date(2010, 5, 4)), ("Birch", None))


def test_numbers_come_back_exact() -> None:
    book = as_xlsx(Table("N", (Column("A", Kind.WHOLE), Column("B", Kind.DECIMAL)), [(12, Decimal("0.1"))]))
    assert read_sheet(book).rows == ((12, Decimal("0.1")),)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"Name,Age\r\nAsh,9\r\n", (("Ash", "9"),)),
        (b"\xef\xbb\xbfName,Age\nZo\xc3\xab,9\n", (("Zoë", "9"),)),
        ("Name;Age\nZoë;9".encode("cp1252"), (("Zoë", "9"),)),
        ("Name\tAge\nZoë\t9".encode("utf-16"), (("Zoë", "9"),)),
        (b"Name,Age,\nAsh,,\n,,\n\nBirch,8,\n", (("Ash", None), ("Birch", "8"))),
        (b'Name,Age\n"two\nlines",9\n', (("two\nlines", "9"),)),
        (b"Name,Age\nAsh\n", (("Ash", None),)),
    ],
)
def test_csv_files_are_read(content: bytes, expected: tuple[tuple[str, ...], ...]) -> None:
    sheet = read_sheet(content)
    assert sheet.headings == ("Name", "Age")
    assert sheet.rows == expected


@pytest.mark.parametrize("content", [b"", b"  \n ", b",,\n,,\n", as_xlsx(Table("Empty", (), []))])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert refusal(content) == "The selected file is empty."


def test_too_many_rows_or_columns_are_refused() -> None:
    sentence = "The selected file must have 1 rows and 200 columns or fewer."
    assert refusal(BOOK, max_rows=1) == sentence
    assert refusal(b"A\n1\n2\n", max_rows=1) == sentence
    assert refusal(b"A,B,C\n1,2,3\n", max_columns=2).startswith("The selected file must have 10,000 rows and 2 col")
    assert refusal(BOOK, max_columns=1).startswith("The selected file must have 10,000 rows and 1 col")


def test_a_row_wider_than_the_headings_is_refused() -> None:
    assert refusal(b"A,B\n1,2,3\n") == "The selected file has a row with more cells than there are headings."


def test_a_large_file_is_refused_before_it_is_opened() -> None:
    assert refusal(b"x" * (2 * 1024 * 1024 + 1), max_bytes=2 * 1024 * 1024) == ("The selected file must be smaller than 2MB.")


def test_a_zip_bomb_is_refused() -> None:
    bomb = changed({SHEET: HEAD + " " * 3_000_000 + TAIL})
    assert len(bomb) < 50_000
    assert "holds too much when unpacked" in refusal(bomb, max_unzipped=1_000_000)


def test_a_bomb_spread_over_many_parts_is_refused() -> None:
    bomb = changed({f"xl/worksheets/sheet{number}.xml": HEAD + " " * 300_000 + TAIL for number in range(2, 12)})
    assert "holds too much when unpacked" in refusal(bomb, max_unzipped=1_000_000)
    crowd = changed({f"xl/crowd{number}.xml": "<a/>" for number in range(501)})
    assert "not damaged" in refusal(crowd)


def test_a_size_that_lies_does_not_get_past_the_measure() -> None:
    """A part that claims to be small is cut where it claims to end, and then is no XML any more."""
    bomb = bytearray(changed({SHEET: HEAD + " " * 3_000_000 + TAIL}))
    real = struct.pack("<I", len(HEAD) + 3_000_000 + len(TAIL))
    while (place := bomb.find(real)) >= 0:
        bomb[place : place + 4] = struct.pack("<I", 100)
    assert "not damaged" in refusal(bytes(bomb), max_unzipped=1_000_000)


@pytest.mark.parametrize(
    "cell",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1048576"><c><v>1</v></c></row>',
        '<row r="1"><c r="XFD1"><v>1</v></c></row>',
        '<row r="1"><c r="A1048576"><v>1</v></c></row>',
        '<row r="1"><c r="&#88;FD1048576"><is><t>x</t></is></c></row>',
    ],
)
def test_a_cell_far_out_is_refused_before_room_is_made_for_it(cell: str) -> None:
    far = changed({SHEET: f'{HEAD}<row r="1"><c r="A1"><v>1</v></c></row>{cell}{TAIL}'})
    assert refusal(far).startswith("The selected file must have 10,000 rows and 200 columns or fewer")


def test_a_sheet_that_lies_elsewhere_in_the_file_is_counted_too() -> None:
    relations = part("xl/_rels/workbook.xml.rels").replace("worksheets/sheet1.xml", "elsewhere/far.xml")
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    far = changed({"xl/_rels/workbook.xml.rels": relations, "xl/elsewhere/far.xml": HEAD + rows + TAIL})
    assert refusal(far).startswith("The selected file must have 10,000 rows and 200 columns or fewer")


def test_a_number_without_end_comes_back_as_text() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1e999</v></c></row>'
    assert read_sheet(changed({SHEET: HEAD + rows + TAIL})).rows in {(("inf",),), (("1e999",),)}


def test_a_cell_far_out_that_only_has_a_look_does_no_harm() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert read_sheet(changed({SHEET: HEAD + rows + TAIL})).headings == ("1",)


def test_one_long_text_shared_by_many_cells_is_refused() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="B{n}" t="s"><v>x</v></c></row>' for n in range(1, 201))
    texts = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>{"x" * 20_000}</t></si></sst>'
    bomb = changed({SHEET: HEAD + cells + TAIL, "xl/sharedStrings.xml": texts})
    assert refusal(bomb, max_unzipped=1_000_000).startswith("The selected file must have")


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 not really",
        b"\x00\x01\x02\x03",
        changed({"xl/workbook.xml": "<broken"}),
        changed({"xl/workbook.xml": "<workbook/>"}),
        changed({SHEET: '<!DOCTYPE a [<!ENTITY b "c">]>' + HEAD + TAIL}),
        changed({SHEET: HEAD + '<row r="x"/>' + TAIL}),
        changed({SHEET: HEAD + '<row r="1"><c r="$A$1"><v>1</v></c></row>' + TAIL}),
        b'A,B\n"open,1\n',
    ],
)
def test_damaged_files_are_refused_with_a_sentence(content: bytes) -> None:
    assert refusal(content).endswith("(.xlsx) or a CSV file that is not damaged.")


def test_old_and_locked_workbooks_are_refused_with_what_to_do() -> None:
    assert refusal(b"\xd0\xcf\x11\xe0 old") == (
        "The selected file must be saved as an Excel workbook (.xlsx) without a password, or CSV."
    )
    locked = bytearray(BOOK)
    start = 0
    while (place := locked.find(b"PK\x01\x02", start)) >= 0:
        locked[place + 8] |= 1
        start = place + 4
    assert refusal(bytes(locked)) == "The selected file must not be protected with a password."


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(noise: bytes) -> None:
    for content in (noise, b"PK\x03\x04" + noise, BOOK[: len(noise) * 10] + noise):
        with contextlib.suppress(UnreadableSheet):
            read_sheet(content)
