"""Lists paged by key: what comes after the last row seen, never an offset, never a count of the whole."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet

PAGE = 25
MOST_ID = 2**63
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Page(Generic[M]):
    """Some rows, and the key to ask for those after them; empty at the end."""

    rows: tuple[M, ...]
    next_key: str


def page_after(query: QuerySet[M], moment: str, key: str, size: int = PAGE, *, newest_first: bool = False) -> Page[M]:
    """The rows after a key in the order of a moment, or a day, and the id. A key that cannot be read gives the first page."""
    after, sign, further = _read(key), "-" if newest_first else "", "lt" if newest_first else "gt"
    if after is not None:
        at, pk = after
        query = query.filter(Q(**{f"{moment}__{further}": at}) | Q(**{moment: at, f"pk__{further}": pk}))
    rows = tuple(query.order_by(f"{sign}{moment}", f"{sign}pk")[: size + 1])
    if len(rows) <= size:
        return Page(rows, "")
    last = rows[size - 1]
    return Page(rows[:size], f"{getattr(last, moment).isoformat()}_{last.pk}")


def _read(key: str) -> tuple[datetime, int] | None:
    moment, _, number = key.partition("_")
    try:
        at, pk = datetime.fromisoformat(moment), int(number)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return (at, pk) if 0 <= pk < MOST_ID else None
