"""Lists paged by key: what comes after the last row seen, never an offset, never a count of the whole."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

PAGE = 25
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    """Some rows, and the key to ask for those after them; empty at the end."""

    rows: tuple[M, ...]
    next_key: str


def page_after(query: QuerySet[M], moment: str, key: str, size: int = PAGE) -> Page[M]:
    """The rows after a key in the order of a moment and the id. A key that cannot be read gives the first page."""
    after = _read(key)
    if after is not None:
        at, pk = after
        query = query.filter(Q(**{f"{moment}__gt": at}) | Q(**{moment: at, "pk__gt": pk}))
    rows = tuple(query.order_by(moment, "pk")[: size + 1])
    if len(rows) <= size:
        return Page(rows, "")
    last = rows[size - 1]
    return Page(rows[:size], f"{getattr(last, moment).isoformat()}_{last.pk}")


def _read(key: str) -> tuple[datetime, int] | None:
    moment, _, pk = key.partition("_")
    try:
        at = datetime.fromisoformat(moment)
        return (at, int(pk)) if at.tzinfo is not None else None
    except ValueError:
        return None
