"""What upper apps declare to the child's record: the kinds of record that stand behind a chronology, and who may see them.

An app's `child_page.py` holds RECORDS, a tuple of RecordKind. Its `merge_checks.py` holds CHECKS: functions that take the ids of
the records on both sides of a merge and refuse what must not be joined.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db.models import QuerySet

from accounts.models import Person
from foundation import registry

Found = TypeVar("Found", int, str)
Rows = Collection[Found] | QuerySet[Any, Found]
"""What was found; a queryset is read together with others in one statement (foundation.together)."""
MergeCheck = Callable[[Sequence[int], Sequence[int]], None]


@dataclass(frozen=True)
class RecordKind:
    """A kind of record about one child."""

    kind: str
    seen_by: Callable[[Person, Collection[str]], Rows[str]]
    """Those of some records, by reference, that the person may see."""
    children_seen: Callable[[Person, Collection[int]], Rows[int]]
    """Those of some children, by id, of whom the person may see a record."""
    children_told: Callable[[Collection[int]], Rows[int]]
    """Those of some children who have a record whose existence may be told: it is not restricted to named people."""
    address: Callable[[str], str]
    """The page of a record."""
    words: Callable[[str, str], str]
    """What an entry of the chronology says, by its kind and detail."""
    restricted: Callable[[Collection[str]], Rows[str]]
    """Those of some records that only people named on them see."""


def record_kinds() -> Mapping[str, RecordKind]:
    """Every declared kind of record, by its code."""
    return {row.kind: row for _app, module in registry.modules("child_page") for row in module.RECORDS}


def merge_checks() -> Iterator[MergeCheck]:
    """Every declared check of a merge."""
    for _app, module in registry.modules("merge_checks"):
        yield from module.CHECKS
