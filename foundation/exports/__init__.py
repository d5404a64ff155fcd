"""Tables out and in: CSV, Excel and Word that run nothing, uploads that can break nothing."""

from foundation.exports.csv_files import as_csv
from foundation.exports.readers import Grid, Merge, Sheet, UnreadableSheet, Value, read_grid, read_sheet
from foundation.exports.responses import csv_download, docx_download, download, xlsx_download
from foundation.exports.tables import Cell, Column, Kind, Table
from foundation.exports.word_documents import Look, Shade, as_docx
from foundation.exports.workbooks import as_xlsx

__all__ = [
    "Cell",
    "Column",
    "Grid",
    "Kind",
    "Look",
    "Merge",
    "Shade",
    "Sheet",
    "Table",
    "UnreadableSheet",
    "Value",
    "as_csv",
    "as_docx",
    "as_xlsx",
    "csv_download",
    "docx_download",
    "download",
    "read_grid",
    "read_sheet",
    "xlsx_download",
]
