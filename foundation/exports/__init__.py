"""Spreadsheets out and in: CSV and Excel that run nothing, uploads that can break nothing."""

from foundation.exports.csv_files import as_csv
from foundation.exports.readers import Grid, Merge, Sheet, UnreadableSheet, Value, read_grid, read_sheet
from foundation.exports.responses import csv_download, download, xlsx_download
from foundation.exports.tables import Cell, Column, Kind, Table
from foundation.exports.workbooks import as_xlsx

__all__ = [
    "Cell",
    "Column",
    "Grid",
    "Kind",
    "Merge",
    "Sheet",
    "Table",
    "UnreadableSheet",
    "Value",
    "as_csv",
    "as_xlsx",
    "csv_download",
    "download",
    "read_grid",
    "read_sheet",
    "xlsx_download",
]
