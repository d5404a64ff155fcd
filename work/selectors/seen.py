"""What a team's work shows of records: not those that have been restricted since to people who are named."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeVar

from accounts.models import Person
from work.kinds import HandoverKind, RequestKind
from work.models import Handover, Request

Passed = TypeVar("Passed", Handover, Request)


def those_seen(
    person: Person, rows: Iterable[Passed], kinds: Mapping[str, HandoverKind] | Mapping[str, RequestKind]
) -> tuple[Passed, ...]:
    """Of some handovers or requests those on records that the app of their kind shows this person, in their order."""
    listed = list(rows)
    seen: set[int] = set()
    for kind, group in groupby(sorted(listed, key=lambda row: row.kind), key=lambda row: row.kind):
        same = list(group)
        shown = set(kinds[kind].seen_by(person, [row.subject_reference for row in same]))
        seen |= {row.pk for row in same if row.subject_reference in shown}
    return tuple(row for row in listed if row.pk in seen)
