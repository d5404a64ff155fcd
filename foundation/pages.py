"""Lists paged by key: what comes after the last row seen, never an offset, never a count of the whole."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from django.db.models import DateField, DateTimeField, Model, Q, QuerySet

PAGE = 25
MOST_ID = 2**63
R = TypeVar("R")
Value = date | str  # a moment is a date too


@dataclass(frozen=True)
class Page(Generic[R]):
    """Some rows, and the key to ask for those after them; empty at the end."""

    rows: tuple[R, ...]
    next_key: str


def page_after(
    query: QuerySet[Any, R], column: str, key: str, size: int = PAGE, *, newest_first: bool = False, identity: str = "pk"
) -> Page[R]:
    """The rows after a key in the order of a column and the id. A key that cannot be read gives the first page.

    `column`: a moment, a day or a text, of the table or annotated, never empty (null); or "pk" for the order of the id alone.
    `identity`: how the id is called where the rows are values.
    """
    after, sign, further = read_key(query, column, key), "-" if newest_first else "", "lt" if newest_first else "gt"
    if after is not None:
        value, pk = after
        beyond = Q(**{f"pk__{further}": pk})
        query = query.filter(beyond if column == "pk" else Q(**{f"{column}__{further}": value}) | (Q(**{column: value}) & beyond))
    return page_of(tuple(query.order_by(f"{sign}{column}", f"{sign}pk")[: size + 1]), column, size, identity=identity)


def page_of(rows: tuple[R, ...], column: str, size: int = PAGE, *, identity: str = "pk") -> Page[R]:
    """A page of rows that were read in order, one more than fit; for a question that is not put by `page_after`."""
    if len(rows) <= size:
        return Page(rows, "")
    last = rows[size - 1]
    number = _of(last, identity)
    return Page(rows[:size], str(number) if column == "pk" else f"{_written(_of(last, column))}_{number}")


def _of(row: Any, name: str) -> Any:
    return row[name] if isinstance(row, dict) else getattr(row, name)


def _written(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else value


def read_key(query: QuerySet[Any, Any], column: str, key: str) -> tuple[Value, int] | None:
    """The last value and id of the page before; None where the key cannot be read."""
    text, _, number = key.rpartition("_")
    if not (number.isascii() and number.isdecimal() and len(number) <= len(str(MOST_ID)) and int(number) < MOST_ID):
        return None
    if column == "pk":
        return ("", int(number)) if not text else None
    value = _value(query, column, text)
    return None if value is None else (value, int(number))


def _value(query: QuerySet[Any, Any], column: str, text: str) -> Value | None:
    """The text as a value of the column; None where it is none."""
    annotated = query.query.annotations.get(column)
    model: type[Model] = query.model
    kind = model._meta.get_field(column) if annotated is None else annotated.output_field
    try:
        if isinstance(kind, DateTimeField):
            return datetime.fromisoformat(text).astimezone(UTC)
        if isinstance(kind, DateField):
            return date.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    return text if text and "\x00" not in text else None
