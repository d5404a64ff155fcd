"""What upper apps declare to the child's record: the kinds of record that stand behind a chronology, and who may see them.

An app's `child_page.py` holds RECORDS, a tuple of RecordKind, and may hold PANELS, a tuple of ChildPanel: what it adds to the
child's page. Its `merge_checks.py` holds CHECKS: functions that take the ids of
the records on both sides of a merge and refuse what must not be joined.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from accounts.models import Person
from children.models import Child
from foundation import registry
from foundation.asked_often import Asked
from foundation.together import read_together

References = Collection[str] | QuerySet[Any, str]
"""References of records; a queryset is read together with others in one statement (foundation.together)."""
MergeCheck = Callable[[Sequence[int], Sequence[int]], None]


@dataclass(frozen=True)
class RecordOfChild:
    """One record about a child, as it stands to one person."""

    kind: str
    reference: str
    child: int
    """The id of the child's record under which it stands."""
    seen: bool
    opens: bool
    """Seen, and reason enough to open the child's page: work goes on with it, or the person's role looks for what was before."""
    restricted: bool
    """Only people named on it know that it is there."""
    row: Any = None
    """The app's own row, for its panels."""


@dataclass(frozen=True)
class RecordsOfChildren:
    """The records of one kind about some children. Not yet read; `rows` may be read together with what else a page shows."""

    rows: Asked[Any]
    stands: Callable[[Any], RecordOfChild]
    """How a row stands to the person who asks."""

    def each(self) -> list[RecordOfChild]:
        """The records, in the order of the rows."""
        return [self.stands(row) for row in self.rows]


@dataclass(frozen=True)
class TellingOfChildren:
    """Of which of some children there are records of one kind, and no more of them. Not yet read, as `RecordsOfChildren`.

    Each row once (DISTINCT): without it the database plans the conditions of sight again wherever they are read.
    """

    rows: Asked[tuple[int, bool, bool]]
    """The id of the child’s record, whether the person has sight of one that stands under it, and whether that is restricted."""
    admitted: bool
    """Whether the person may open the page of such a record at all."""

    def each(self) -> Iterator[tuple[int, bool, bool]]:
        """By child: whether the person sees such a record, and whether it is restricted; each pair once."""
        for child, seen, restricted in self.rows:
            yield child, self.admitted and seen, restricted


@dataclass(frozen=True)
class RecordKind:
    """A kind of record about one child."""

    kind: str
    seen_by: Callable[[Person, Collection[str]], References]
    """Those of some records, by reference, that the person may see."""
    of_children: Callable[[Person, Collection[int]], RecordsOfChildren]
    """All records of some children, by id, the newest first: in one statement, and not yet read."""
    telling_of: Callable[[Person, Collection[int]], TellingOfChildren]
    """Of which of some children, by id, there are such records: asked of hundreds of children of whom little is shown."""
    address: Callable[[str], str]
    """The page of a record."""
    words: Callable[[str, str], str]
    """What an entry of the chronology says, by its kind and detail."""
    restricted: Callable[[Collection[str]], References]
    """Those of some records that only people named on them see."""
    title: str
    """What several of them are called, where the chronology is narrowed to them."""


@dataclass(frozen=True)
class ChildFile:
    """What one person may know of a child. `child`: the record by which they know it; `others`: those that were joined to it."""

    person: Person
    child: Child
    others: Sequence[Child]
    records: Sequence[RecordOfChild]
    """Those that the person sees."""
    told: frozenset[tuple[str, str]]
    """Kind and reference of the records of which they may know that they are there."""
    joined: frozenset[int]
    """The ids of every record of the child, whether the person sees it or not."""

    @property
    def children(self) -> list[Child]:
        """Every record of the child that the person sees."""
        return [self.child, *self.others]

    def of_kind(self, kind: str) -> list[RecordOfChild]:
        """The records of one kind that the person sees."""
        return [one for one in self.records if one.kind == kind]


@dataclass(frozen=True)
class Shown:
    """What a panel shows: a template of the app with its context. `children`: references of other children whom it names."""

    template: str
    context: Mapping[str, Any]
    children: Sequence[str] = ()


RECORD, FAMILY, ASIDE = "record", "family", "aside"
"""Where a panel stands: on the first page of the child, on the page of the family, or beside both."""


@dataclass(frozen=True)
class ChildPanel:
    """A part of the child's page that an app adds. It shows nothing where `show` gives None."""

    place: str
    order: int
    show: Callable[[ChildFile], Shown | None] = field(kw_only=True)


def child_panels(place: str) -> list[ChildPanel]:
    """The declared panels of a place, in their order."""
    found = [row for _app, module in registry.modules("child_page") for row in getattr(module, "PANELS", ())]
    return sorted((row for row in found if row.place == place), key=lambda row: row.order)


def record_kinds() -> Mapping[str, RecordKind]:
    """Every declared kind of record, by its code."""
    return {row.kind: row for _app, module in registry.modules("child_page") for row in getattr(module, "RECORDS", ())}


class RecordsAbout:
    """Every record about some children (by id), of every kind. Not yet read; no children, no records."""

    def __init__(self, by: Person, children: Collection[int]) -> None:
        self._of_kinds = [kind.of_children(by, children) for kind in record_kinds().values()] if children else []

    @property
    def rows(self) -> tuple[Asked[Any], ...]:
        """To be read together with what else a page shows."""
        return tuple(one.rows for one in self._of_kinds)

    def each(self) -> list[RecordOfChild]:
        """The records as they stand to the person."""
        read_together(*self.rows)
        return [record for one in self._of_kinds for record in one.each()]


class ToldAbout:
    """Of which of some children (by id) there is a record of any kind that somebody may know of. Not yet read."""

    def __init__(self, by: Person, children: Collection[int]) -> None:
        self._of_kinds = [kind.telling_of(by, children) for kind in record_kinds().values()] if children else []

    @property
    def rows(self) -> tuple[Asked[Any], ...]:
        """To be read together with what else a page shows."""
        return tuple(one.rows for one in self._of_kinds)

    def each(self) -> Mapping[int, bool]:
        """True where they see a record of the child, False where they may know that there is one and no more."""
        read_together(*self.rows)
        told = [row for one in self._of_kinds for row in one.each()]
        known = dict.fromkeys((child for child, _seen, restricted in told if not restricted), False)
        return known | dict.fromkeys((child for child, seen, _restricted in told if seen), True)


def records_about(by: Person, children: Collection[int]) -> list[RecordOfChild]:
    """Every record about some children (by id) as it stands to the person; one statement for all kinds of record."""
    return RecordsAbout(by, children).each()


def merge_checks() -> Iterator[MergeCheck]:
    """Every declared check of a merge."""
    for _app, module in registry.modules("merge_checks"):
        yield from module.CHECKS
