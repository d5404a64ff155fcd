"""What happened to a child, to who may see the records behind it; and which teams work with them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from django.db.models import QuerySet

from accounts.models import Person, Team
from children.kinds import RecordKind, References, record_kinds
from children.models import RESOLVED, Child, ChronologyEntry, Involvement
from children.selectors.records import records_standing_for, standing_id
from foundation.asked_often import AskedOften
from foundation.together import read_together

MOST_ENTRIES = 200


def _entries(standing: int) -> QuerySet[ChronologyEntry]:
    return ChronologyEntry.objects.filter(child__in=records_standing_for(standing)).order_by("-at", "-pk")[:MOST_ENTRIES]


_ENTRIES = AskedOften(_entries)


class Chronology:
    """What happened to a child, under whatever record it stands, and what of it the asker may see. Not yet read."""

    def __init__(self, by: Person, child: Child) -> None:
        self.by = by
        self.entries = _ENTRIES.asked(standing=standing_id(child))

    @cached_property
    def seen(self) -> Mapping[str, References]:
        """By kind of record, those of the entries' records that the asker may see: to be read once the entries have been."""
        return {code: kind.seen_by(self.by, references) for code, kind, references in _by_kind(self.entries)}

    def each(self) -> list[ChronologyEntry]:
        """The entries that the asker may see, newest first."""
        read_together(*self.seen.values())
        seen = {(kind, reference) for kind, rows in self.seen.items() for reference in rows}
        return [row for row in self.entries if (row.record_kind, row.record_reference) in seen]


def chronology_of(by: Person, child: Child) -> list[ChronologyEntry]:
    """The entries of a child's chronology whose records the asker may see, newest first, under whatever record they stand."""
    return Chronology(by, child).each()


def involvements_of(standing: Collection[int]) -> QuerySet[Involvement]:
    """The teams that work with some children (by the records that stand for them), who began last first; not yet read."""
    records = Child.objects.alias(standing=RESOLVED).filter(standing__in=standing).values("pk")
    rows = Involvement.objects.filter(child__in=records, ended_at__isnull=True)
    return rows.select_related("team__agency", "child").order_by("-began_at")


def teams_among(involvements: Iterable[Involvement]) -> Mapping[int, list[Team]]:
    """By standing record, the teams that work with a child through records whose existence may be told."""
    rows = list(involvements)
    restricted = {code: kind.restricted(references) for code, kind, references in _by_kind(rows)}
    read_together(*restricted.values())
    hidden = {(kind, reference) for kind, found in restricted.items() for reference in found}
    teams: dict[int, list[Team]] = {}
    for row in rows:
        mine = teams.setdefault(standing_id(row.child), [])
        if (row.record_kind, row.record_reference) not in hidden and row.team not in mine:
            mine.append(row.team)
    return teams


def _by_kind(rows: Iterable[ChronologyEntry | Involvement]) -> Iterator[tuple[str, RecordKind, set[str]]]:
    """Each kind of record that is among the rows, with the references of its records."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.record_kind, set()).add(row.record_reference)
    for code, kind in record_kinds().items():
        if code in found:
            yield code, kind, found[code]
