"""A table that is filled in row by row, with as many rows as somebody needs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict

from foundation.design.fields.base import Question, refuse_unstorable
from foundation.word_count import over_limit

MOST_ROWS = 40
LONGEST_CELL = 10_000
Rows = list[list[str]]


class RowsParts(forms.Widget):
    """The boxes of a table, named by row and column, both counted from 0."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.columns = columns

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> Rows:
        """Every row that was sent, up to one more than is taken; a box that is missing is empty."""
        rows: Rows = []
        for row in range(MOST_ROWS + 1):
            names = [f"{name}-{row}-{column}" for column in range(self.columns)]
            if not any(box in data for box in names):
                break
            rows.append([str(data.get(box, "")) for box in names])
        return rows

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict[str, Any], name: str) -> bool:
        """Whether the table was not on the page."""
        return f"{name}-0-0" not in data


class RowsField(Question):
    """Rows of texts under headings (`columns`). A row that is empty is left out; each box may have so many words at most."""

    widget = RowsParts
    empty_values = [None, "", []]  # as Django's own fields have it

    def __init__(self, *, columns: Sequence[str], max_words: int | None = None, **kwargs: Any) -> None:
        super().__init__(widget=RowsParts(len(columns)), **kwargs)
        self.columns, self.max_words = tuple(columns), max_words

    def to_python(self, value: Any) -> Rows:
        """The rows that say something, with line ends made equal; refuses the first box that cannot be kept."""
        rows: Rows = []
        for number, given in enumerate(value or []):
            row = [str(text).replace("\r\n", "\n").replace("\r", "\n").strip() for text in given]
            for column, text in enumerate(row):
                self._check(number, column, text)
            if any(row):
                rows.append(row)
        if len(rows) > MOST_ROWS:
            raise self.refuse("max_rows", f"must have {MOST_ROWS} rows or fewer")
        return rows

    def _check(self, row: int, column: int, text: str) -> None:
        noun = f"“{self.columns[column]}” in row {row + 1}"
        sentence = over_limit(text, self.max_words)
        if len(text) > LONGEST_CELL:
            sentence = f"must be {LONGEST_CELL:,} characters or fewer"
        if sentence:
            raise ValidationError(f"{noun} {sentence}", code="max_words", params={"cell": (row, column)})
        try:
            refuse_unstorable(text, noun)
        except ValidationError as unstorable:
            raise ValidationError(unstorable.message, code="unstorable", params={"cell": (row, column)}) from unstorable

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the rows are others than before."""
        return bool((initial or []) != (data or []))
