"""Spreadsheets that people upload: read with limits, refused with a sentence, never trusted.

A workbook is a ZIP file, and a small one may unpack to more than a machine holds. So it is first unpacked here,
counting, then its cells are counted, and only what was measured is handed to the parser.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any, Final

import python_calamine

from foundation.errors import Refused
from foundation.exports.cell_counts import CellCounter, SheetTooBig
from foundation.exports.injection import unguarded

Value = str | bool | int | Decimal | date | datetime | time | timedelta | None

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 10 * MEGABYTE
MOST_UNZIPPED: Final = 50 * MEGABYTE
MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 200
MOST_PARTS: Final = 500
_CHUNK: Final = 64 * 1024
_ZIP_MAGIC: Final = b"PK\x03\x04"
_OLD_EXCEL_MAGIC: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = 0x1
_NEEDED: Final = (".xml", ".rels")
_DELIMITERS: Final = ",;\t"


class UnreadableSheet(Refused):
    """An upload that is no readable spreadsheet, or too big a one; the text is a sentence for the user."""


@dataclass(frozen=True)
class Sheet:
    """The first sheet of an upload: its headings and the rows under them, each as long as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def read_sheet(
    content: bytes,
    *,
    max_rows: int = MOST_ROWS,
    max_unzipped: int = MOST_UNZIPPED,
    max_bytes: int = LARGEST_FILE,
    max_columns: int = MOST_COLUMNS,
) -> Sheet:
    """Return the first sheet of an .xlsx workbook, or a CSV file.

    Whole numbers come back as int, others as Decimal, dates as date, empty cells as None; a CSV file gives text only.
    Wholly empty rows are left out. Refuses with `UnreadableSheet` what is empty, unreadable or over a limit.
    """
    _refuse_at_sight(content, max_bytes)
    counter = CellCounter(max_rows=max_rows + 1, max_columns=max_columns, max_text=max_unzipped)
    try:
        if content.startswith(_ZIP_MAGIC):
            return _sheet(_workbook_rows(content, max_unzipped, counter), max_rows, max_columns)
        return _sheet(_csv_rows(content), max_rows, max_columns)
    except SheetTooBig:
        raise _too_big(max_rows, max_columns) from None


@dataclass(frozen=True)
class Merge:
    """A rectangle of cells shown as one: its first and last row and column, counted from 0. The first cell holds the value."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The first sheet as it lies there: every row of the file, each as wide as the widest, and which cells are merged."""

    rows: tuple[tuple[Value, ...], ...]
    merged: tuple[Merge, ...] = ()


def read_grid(
    content: bytes,
    *,
    max_rows: int = MOST_ROWS,
    max_unzipped: int = MOST_UNZIPPED,
    max_bytes: int = LARGEST_FILE,
    max_columns: int = MOST_COLUMNS,
) -> Grid:
    """Return the first sheet of an .xlsx workbook, or a CSV file, with nothing left out: for files that people lay out freely.

    The first row of the file is row 0, whatever stands in it. Refuses with `UnreadableSheet` what `read_sheet` refuses.
    """
    _refuse_at_sight(content, max_bytes)
    counter = CellCounter(max_rows=max_rows, max_columns=max_columns, max_text=max_unzipped)
    try:
        if content.startswith(_ZIP_MAGIC):
            sheet = _first_sheet(content, max_unzipped, counter)
            lines = [tuple(_value(cell) for cell in line) for line in sheet.to_python(skip_empty_area=False)]
            return _grid(lines, sheet.merged_cell_ranges or (), max_rows, max_columns)
        return _grid(_csv_rows(content, titles=True), (), max_rows, max_columns)
    except SheetTooBig:
        raise _too_big(max_rows, max_columns) from None


def _grid(lines: Iterable[tuple[Value, ...]], merged: Iterable[Any], max_rows: int, max_columns: int) -> Grid:
    rows: list[tuple[Value, ...]] = []
    width = last = 0
    for number, line in enumerate(lines, start=1):
        filled = max((place for place, value in enumerate(line, start=1) if value is not None), default=0)
        if filled:
            width, last = max(width, filled), number
        if last > max_rows or width > max_columns:
            raise _too_big(max_rows, max_columns)
        rows.append(line)
    if not last:
        raise UnreadableSheet("The selected file is empty.")
    fitted = tuple(line[:width] + (None,) * (width - len(line)) for line in rows[:last])
    areas = (Merge(top, left, min(bottom, last - 1), min(right, width - 1)) for (top, left), (bottom, right) in merged)
    return Grid(fitted, tuple(area for area in areas if area.top <= area.bottom and area.left <= area.right))


def _refuse_at_sight(content: bytes, max_bytes: int) -> None:
    if not content.strip():
        raise UnreadableSheet("The selected file is empty.")
    if len(content) > max_bytes:
        raise UnreadableSheet(f"The selected file must be smaller than {max_bytes // MEGABYTE or 1}MB.")
    if content.startswith(_OLD_EXCEL_MAGIC):
        raise UnreadableSheet("The selected file must be saved as an Excel workbook (.xlsx) without a password, or CSV.")


def _too_big(max_rows: int, max_columns: int) -> UnreadableSheet:
    return UnreadableSheet(f"The selected file must have {max_rows:,} rows and {max_columns} columns or fewer.")


def _sheet(lines: Iterable[tuple[Value, ...]], max_rows: int, max_columns: int) -> Sheet:
    filled = (line for line in lines if any(value is not None for value in line))
    first = next(filled, None)
    if first is None:
        raise UnreadableSheet("The selected file is empty.")
    headings = tuple("" if value is None else str(value).strip() for value in first)
    while headings and not headings[-1]:
        headings = headings[:-1]
    rows: list[tuple[Value, ...]] = []
    for line in filled:
        if len(rows) == max_rows:
            raise _too_big(max_rows, max_columns)
        rows.append(_fitted(line, len(headings)))
    if len(headings) > max_columns:
        raise _too_big(max_rows, max_columns)
    return Sheet(headings, tuple(rows))


def _fitted(line: tuple[Value, ...], width: int) -> tuple[Value, ...]:
    if any(value is not None for value in line[width:]):
        raise UnreadableSheet("The selected file has a row with more cells than there are headings.")
    return line[:width] + (None,) * (width - len(line))


# -- workbooks ----------------------------------------------------------------


def _workbook_rows(content: bytes, max_unzipped: int, counter: CellCounter) -> Iterator[tuple[Value, ...]]:
    lines = _first_sheet(content, max_unzipped, counter).to_python()
    return (tuple(_value(cell) for cell in line) for line in lines)


def _first_sheet(content: bytes, max_unzipped: int, counter: CellCounter) -> python_calamine.CalamineSheet:
    """The first sheet that is not hidden."""
    measured = _measured(content, max_unzipped, counter)
    try:
        book = python_calamine.load_workbook(io.BytesIO(measured))
        visible = python_calamine.SheetVisibleEnum.Visible
        name = next(sheet.name for sheet in book.sheets_metadata if sheet.visible == visible)
        return book.get_sheet_by_name(name)
    except (python_calamine.CalamineError, StopIteration, ValueError, KeyError, OSError) as error:
        raise _broken() from error


def _broken() -> UnreadableSheet:
    return UnreadableSheet("The selected file must be an Excel workbook (.xlsx) or a CSV file that is not damaged.")


def _measured(content: bytes, max_unzipped: int, counter: CellCounter) -> bytes:
    """Return the workbook packed anew from what was really unpacked here, within the limit.

    Sizes that a ZIP file claims are not believed; parts that hold no cells (pictures, macros) are dropped.
    """
    out = io.BytesIO()
    left = max_unzipped
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(out, "w") as plain:
            for part in _needed_parts(packed):
                text = _unpacked(packed, part, left)
                left -= len(text)
                counter.count(text)
                plain.writestr(part.filename, text)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _broken() from error
    counter.check_text()
    return out.getvalue()


def _needed_parts(packed: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    parts = [part for part in packed.infolist() if part.filename.casefold().endswith(_NEEDED)]
    names = {part.filename.casefold() for part in parts}
    if "xl/workbook.xml" not in names or len(names) != len(parts) or len(parts) > MOST_PARTS:
        raise _broken()
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableSheet("The selected file must not be protected with a password.")
    return parts


def _unpacked(packed: zipfile.ZipFile, part: zipfile.ZipInfo, limit: int) -> bytes:
    chunks: list[bytes] = []
    with packed.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            limit -= len(chunk)
            if limit < 0:
                raise UnreadableSheet("The selected file holds too much when unpacked. Remove sheets that are not needed.")
            chunks.append(chunk)
    return b"".join(chunks)


def _value(cell: object) -> Value:
    match cell:
        case bool() | int() | date() | time() | timedelta():
            return cell
        case float() if isfinite(cell):
            return int(cell) if cell.is_integer() else Decimal(repr(cell))
    text = str(cell)
    return text if text.strip() else None


# -- CSV ----------------------------------------------------------------------


def _csv_rows(content: bytes, *, titles: bool = False) -> Iterator[tuple[Value, ...]]:
    """The rows; the first line says what stands between cells, or, under `titles`, the first that has any such sign."""
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    if titles:
        first = next((line for line in text.split("\n") if any(sign in line for sign in _DELIMITERS)), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield tuple(unguarded(cell) if cell.strip() else None for cell in line)
    except csv.Error as error:
        raise _broken() from error


def _decoded(content: bytes) -> str:
    """Return the text of a CSV file: UTF-8 or UTF-16 if it says so, otherwise what Excel in England writes."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ["utf-16"] if marked else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _broken()
