"""A file as the answer to a request: downloaded, never shown in the page, never kept by a cache."""

from __future__ import annotations

from typing import Final

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from foundation.exports.csv_files import as_csv
from foundation.exports.tables import Table
from foundation.exports.word_documents import Look, as_docx
from foundation.exports.workbooks import as_xlsx

CSV_TYPE: Final = "text/csv; charset=utf-8"
DOCX_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(content: bytes, filename: str, content_type: str) -> HttpResponse:
    """Return a file to be saved under a name. Who may have it, and its access-log row, are the view's business."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename)
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def csv_download(table: Table) -> HttpResponse:
    """Return the table as a CSV file named after its title."""
    return download(as_csv(table), f"{_stem(table)}.csv", CSV_TYPE)


def xlsx_download(*tables: Table) -> HttpResponse:
    """Return the tables as one workbook named after the first."""
    return download(as_xlsx(*tables), f"{_stem(tables[0])}.xlsx", XLSX_TYPE)


def docx_download(table: Table, look: Look | None = None) -> HttpResponse:
    """Return the table as a document of a word processor named after its title."""
    return download(as_docx(table, look), f"{_stem(table)}.docx", DOCX_TYPE)


def _stem(table: Table) -> str:
    return slugify(table.title) or "table"
