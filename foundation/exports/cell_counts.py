"""Counts what the sheets of a workbook would unfold to, before a parser unfolds them.

A sheet lists only its filled cells, so one cell in the last row and the last column makes a parser reserve
seventeen thousand million cells; and cells that all point to one long shared text copy it each time.
"""

from __future__ import annotations

import pyexpat
import re
from collections import Counter
from typing import Final

_LETTERS: Final = 26
_CELL: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ROW: Final = re.compile(r"[0-9]{1,7}")
_SHARED: Final = re.compile(r"[0-9]{1,9}")
_FILLED: Final = frozenset({"v", "f", "is"})


class SheetTooBig(Exception):
    """A sheet, or the text in it, is over the limits."""


class CellCounter:
    """Adds up rows, columns and text over the parts of one workbook; raises `SheetTooBig` over a limit."""

    def __init__(self, *, max_rows: int, max_columns: int, max_text: int) -> None:
        self.max_rows = max_rows
        self.max_columns = max_columns
        self.max_text = max_text
        self._pointers: Counter[int] = Counter()
        self._lengths: dict[int, int] = {}

    def count(self, xml: bytes) -> None:
        """Take in one part of the workbook, whatever its name: a sheet may lie anywhere."""
        _PartScan(self).run(xml)

    def at(self, row: int, column: int) -> None:
        """Note a cell at a place, both counted from 1."""
        if row > self.max_rows or column > self.max_columns:
            raise SheetTooBig

    def points_to(self, text: str) -> None:
        """Note a cell whose text is the shared text of that number."""
        if _SHARED.fullmatch(text):
            self._pointers[int(text)] += 1

    def shares(self, number: int, length: int) -> None:
        """Note how long the shared text of a number is (the longest, should two parts hold shared texts)."""
        self._lengths[number] = max(length, self._lengths.get(number, 0))

    def check_text(self) -> None:
        """Refuse when shared texts, each as often as cells point to it, are too much."""
        if sum(times * self._lengths.get(number, 0) for number, times in self._pointers.items()) > self.max_text:
            raise SheetTooBig


class _PartScan:
    """Reads one part as XML: where its filled cells are, and how long its shared texts.

    A cell that only has a look counts for nothing. A document type, the door to entity tricks, is refused.
    """

    def __init__(self, counter: CellCounter) -> None:
        self.counter = counter
        self.row = self.column = 0
        self.shared = self.in_value = False
        self.value = ""
        self.texts = self.length = 0

    def run(self, xml: bytes) -> None:
        parser = pyexpat.ParserCreate()
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        isfinal = True
        try:
            parser.Parse(xml, isfinal)
        except pyexpat.ExpatError as error:
            raise OSError("not XML") from error

    def _refuse(self, *_: object) -> None:
        raise OSError("a document type is not expected")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag == "row":
            self._begin_row(attributes)
        elif tag == "c":
            self._begin_cell(attributes)
        elif tag == "si":
            self.length = 0
        elif tag in _FILLED:
            self.counter.at(self.row, self.column)
            self.in_value, self.value = tag == "v" and self.shared, ""

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", str(self.row + 1))
        if not _ROW.fullmatch(number):
            raise OSError("not a row")
        self.row, self.column = int(number), 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.shared = attributes.get("t") == "s"
        if "r" not in attributes:
            self.column += 1
            return
        place = _CELL.fullmatch(attributes["r"])
        if not place:
            raise OSError("not a cell")
        self.column, self.row = _column(place[1]), int(place[2])

    def _end(self, name: str) -> None:
        tag = name.rpartition(":")[2]
        if tag == "v" and self.in_value:
            self.counter.points_to(self.value.strip())
            self.in_value = False
        elif tag == "si":
            self.counter.shares(self.texts, self.length)
            self.texts += 1

    def _text(self, text: str) -> None:
        self.length += len(text)
        if self.in_value:
            self.value += text


def _column(letters: str) -> int:
    """Return the number of a column by its letters: A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number
