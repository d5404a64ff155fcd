"""The child's page: what one person may know of a child, by the records of theirs that the person sees.

Whoever sees a record that opens the page sees it: the child as the records that they see tell of them, and nothing of the others.
A child of whom they see no such record does not exist.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Subquery

from accounts.models import Person, Team
from children.kinds import ChildFile, RecordOfChild, records_about
from children.models import RESOLVED, Child, ChronologyEntry, Involvement
from children.rules.keys import household_keys
from children.selectors.records import details_of, standing_id
from foundation.errors import NotVisible
from foundation.pages import Page, page_after

MOST_AT_HOME = 40


def child_file(by: Person, reference: str) -> ChildFile:
    """What the person may know of the child with this record."""
    group = _group(reference)
    return _file(by, reference, group, records_about(by, [child.pk for child in group]))


@dataclass(frozen=True)
class Neighbour:
    """A child who is known at the same address. `opens`: their page may be opened."""

    child: Child
    opens: bool


def child_at_home(by: Person, reference: str) -> tuple[ChildFile, list[Neighbour]]:
    """What the person may know of a child, and of whom they know at the addresses that are told of the child."""
    group = _group(reference)
    own = {child.pk for child in group}
    keys = {key for child in group for key in household_keys(details_of(child))}
    near = list(Child.objects.filter(keys__overlap=sorted(keys)).exclude(pk__in=own)[:MOST_AT_HOME]) if keys else []
    records = records_about(by, [*own, *(child.pk for child in near)])
    file = _file(by, reference, group, [one for one in records if one.child in own])
    told = {key for child in file.children for key in household_keys(details_of(child))}
    seen = {one.child for one in records if one.seen}
    opened = {one.child for one in records if one.opens}
    found: dict[int, Neighbour] = {}
    for child in sorted(near, key=lambda child: (child.pk not in opened, child.pk)):
        if child.pk in seen and told & set(child.keys):
            found.setdefault(standing_id(child), Neighbour(child, child.pk in opened))
    return file, sorted(found.values(), key=lambda one: (one.child.birth_date or one.child.expected_delivery_date, one.child.pk))


def _group(reference: str) -> list[Child]:
    """The records of a child, whichever of them is named."""
    standing = Child.objects.filter(reference=reference).values_list(RESOLVED)[:1]
    return list(Child.objects.alias(standing=RESOLVED).filter(standing=Subquery(standing)).order_by("pk"))


def _file(by: Person, reference: str, group: Sequence[Child], records: Iterable[RecordOfChild]) -> ChildFile:
    about = list(records)
    seen = [one for one in about if one.seen]
    known = [child for child in group if child.pk in {one.child for one in seen}]
    if not any(child.reference == reference for child in known) or not any(one.opens for one in seen):
        raise NotVisible
    first = next((child for child in known if child.merged_into_id is None), None)
    first = first or next(child for child in known if child.reference == reference)
    told = frozenset((one.kind, one.reference) for one in about if one.seen or not one.restricted)
    others = [child for child in known if child.pk != first.pk]
    return ChildFile(by, first, others, seen, told, frozenset(child.pk for child in group))


def teams_of(file: ChildFile) -> list[tuple[Team, Sequence[Involvement]]]:
    """The teams that work with the child now, who began last first, with what through; never through a record that is hidden."""
    references = {reference for _kind, reference in file.told}
    rows = Involvement.objects.filter(record_reference__in=references, ended_at__isnull=True).select_related("team__agency")
    found: dict[Team, list[Involvement]] = {}
    for row in rows.order_by("-began_at", "-pk"):
        if (row.record_kind, row.record_reference) in file.told:
            found.setdefault(row.team, []).append(row)
    return list(found.items())


def entries_of(file: ChildFile, kind: str = "", after: str = "") -> Page[ChronologyEntry]:
    """The next twenty-five entries of the records that the person sees, newest first; of one kind of record, where one is named.

    A key that cannot be read gives the first page.
    """
    seen = [one.reference for one in file.records if not kind or one.kind == kind]
    rows = ChronologyEntry.objects.filter(child__in=file.joined, record_reference__in=seen)
    if kind:
        rows = rows.filter(record_kind=kind)
    own = {(one.kind, one.reference) for one in file.records}
    page = page_after(rows, "at", after, newest_first=True)
    return Page(tuple(row for row in page.rows if (row.record_kind, row.record_reference) in own), page.next_key)
