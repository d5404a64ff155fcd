"""Tables as an Excel workbook: real dates and numbers, no formula, no link, the same bytes every time."""

from __future__ import annotations

import io
import tempfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

import xlsxwriter

from foundation.errors import Refused
from foundation.exports.tables import Cell, Kind, Table

MOST_ROWS: Final = 1_048_575
LONGEST_TEXT: Final = 32_767
FIRST_INEXACT: Final = 1_000_000_000_000_000
FIRST_DATE: Final = date(1900, 3, 1)  # before it Excel's calendar is wrong by a day
NARROWEST: Final = 8
WIDEST: Final = 60
CREATED: Final = datetime(2000, 1, 1)  # noqa: DTZ001  # a constant, so that equal tables are equal files

_FORMATS: Final[dict[Kind, dict[str, object]]] = {
    Kind.TEXT: {"text_wrap": True},
    Kind.WHOLE: {"num_format": "#,##0"},
    Kind.DECIMAL: {"num_format": "#,##0.0"},
    Kind.PERCENT: {"num_format": '0.0"%"'},
    Kind.MONEY: {"num_format": "£#,##0.00"},
    Kind.DATE: {"num_format": "d mmmm yyyy"},
    Kind.MOMENT: {"num_format": "d mmmm yyyy h:mmam/pm"},
}
_DATE_WIDTH: Final = {Kind.DATE: 18, Kind.MOMENT: 26}
_FORBIDDEN_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME: Final = 31


class TooManyRows(Refused):
    """The table has more rows than a workbook holds; the text is a sentence for the user."""


def as_xlsx(*tables: Table) -> bytes:
    """Return a workbook with one sheet a table, and a sheet "Notes" if any table has notes.

    The heading row stays in view and filters. Text stays text whatever it starts with. Rows are written
    as they come, so a generator of any length needs little memory.
    """
    out = io.BytesIO()
    with tempfile.TemporaryDirectory() as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        book = xlsxwriter.Workbook(out, options)
        try:
            _write_book(book, tables)
        finally:
            _close_row_files(book)
    return out.getvalue()


def _write_book(book: Any, tables: tuple[Table, ...]) -> None:
    book.set_properties({"title": tables[0].title if tables else "", "created": CREATED})
    names: list[str] = []
    for table in tables:
        names.append(_sheet_name(table.title, names))
        _write_table(book, names[-1], table)
    _write_notes(book, tables, names)
    book.close()


def _close_row_files(book: Any) -> None:
    """Close the files in which rows waited, also when a row was refused half way."""
    for sheet in book.worksheets():
        sheet.row_data_fh.close()


def _sheet_name(title: str, taken: list[str]) -> str:
    """Return a name that Excel accepts: at most 31 signs, none of ``[]:*?/\\``, not taken, not "History"."""
    tidy = " ".join(title.translate(_FORBIDDEN_IN_NAMES).split()).strip("'")
    plain = tidy[:_LONGEST_NAME].rstrip(" '") or "Table"
    used = {name.casefold() for name in taken} | {"history", "notes"}
    name, number = plain, 1
    while name.casefold() in used:
        number += 1
        ending = f" {number}"
        name = plain[: _LONGEST_NAME - len(ending)].rstrip() + ending
    return name


def _write_table(book: Any, name: str, table: Table) -> None:
    sheet = book.add_worksheet(name)
    formats = [book.add_format({"valign": "top", **_FORMATS[column.kind]}) for column in table.columns]
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    widths = [max(len(column.heading), _DATE_WIDTH.get(column.kind, 0)) for column in table.columns]
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.heading, bold)
    last = 0
    for last, row in enumerate(table.checked_rows(), start=1):
        if last > MOST_ROWS:
            raise TooManyRows(f"A workbook holds {MOST_ROWS:,} rows. Choose fewer records or a CSV file.")
        for place, cell in enumerate(row):
            _write_cell(sheet, last, place, cell, formats[place])
            if isinstance(cell, (str, int, Decimal)):
                widths[place] = max(widths[place], len(str(cell)))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(max(width + 2, NARROWEST), WIDEST))
    if table.columns:
        sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _write_cell(sheet: Any, row: int, place: int, cell: Cell, look: Any) -> None:
    match cell:
        case None:
            sheet.write_blank(row, place, None, look)
        case str():
            sheet.write_string(row, place, _fitting(cell), look)
        case date() if _day(cell) >= FIRST_DATE:
            sheet.write_datetime(row, place, cell, look)
        case int() | Decimal() if -FIRST_INEXACT < cell < FIRST_INEXACT:
            sheet.write_number(row, place, cell, look)
        case _:
            sheet.write_string(row, place, str(cell), look)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _fitting(text: str) -> str:
    """Return text that fits a cell: Excel allows 32,767 signs, and longer text says that it goes on."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"


def _write_notes(book: Any, tables: tuple[Table, ...], names: list[str]) -> None:
    notes = [(name, note) for name, table in zip(names, tables, strict=True) for note in table.notes]
    if not notes:
        return
    sheet = book.add_worksheet("Notes")
    sheet.set_column(0, 0, _LONGEST_NAME)
    sheet.set_column(1, 1, 100)
    for row, (name, note) in enumerate(notes):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, _fitting(note))
