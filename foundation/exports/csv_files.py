"""Tables as CSV that Excel opens in the right alphabet and never runs."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal

from foundation.exports.injection import guarded
from foundation.exports.tables import Cell, Table


def as_csv(table: Table) -> bytes:
    """Return the table as CSV: UTF-8 with a byte order mark, dates as 2026-11-18, numbers as numbers.

    Text that a spreadsheet program would run as a formula gets an apostrophe in front. Notes are left out.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(column.heading) for column in table.columns])
    writer.writerows([_written(cell) for cell in row] for row in table.checked_rows())
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return guarded(cell)
        case datetime():
            return cell.isoformat(sep=" ", timespec="minutes")
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}"
    return str(cell)
