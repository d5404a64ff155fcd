"""Files that people lay out freely: every row of the file with its place, and which cells are merged."""

import io

import pytest
import xlsxwriter

from foundation.exports import Grid, Merge, UnreadableSheet, read_grid


def book(*merged: tuple[int, int, int, int], cells: dict[tuple[int, int], str]) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out)
    sheet = made.add_worksheet()
    for area in merged:
        sheet.merge_range(*area, "")
    for (row, column), text in cells.items():
        sheet.write(row, column, text)
    made.close()
    return out.getvalue()


def test_blank_rows_stay_so_that_the_number_of_a_row_is_that_of_the_file() -> None:
    found = read_grid(book(cells={(2, 1): "Action", (4, 2): "x"}))
    assert found == Grid(((None, None, None), (None, None, None), (None, "Action", None), (None, None, None), (None, None, "x")))
    assert read_grid(b"\n,Action,\n\n,,x\n").rows == ((None,) * 3, (None, "Action", None), (None,) * 3, (None, None, "x"))


def test_merged_cells_are_told_and_end_where_the_sheet_ends() -> None:
    found = read_grid(book((0, 0, 1, 3), (5, 0, 900, 1), cells={(0, 0): "Title", (2, 1): "Action"}))
    assert found.merged == (Merge(0, 0, 1, 1),)


@pytest.mark.parametrize("content", [book(cells={(30, 0): "x"}), b"x\n" * 31])
def test_a_sheet_with_too_many_rows_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableSheet, match="30 rows"):
        read_grid(content, max_rows=30)


def test_too_many_columns_and_nothing_at_all_are_refused() -> None:
    with pytest.raises(UnreadableSheet, match="5 columns"):
        read_grid(b",,,,,x\n", max_columns=5)
    for content in (b"\n\n,,\n", book(cells={})):
        with pytest.raises(UnreadableSheet, match="empty"):
            read_grid(content)
