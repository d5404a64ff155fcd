"""What happened to a child, to who may see the records behind it; and which teams work with them."""

from collections.abc import Iterable

from accounts.models import Person, Team
from children.kinds import record_kinds
from children.models import RESOLVED, Child, ChronologyEntry, Involvement
from children.selectors.records import standing_id

MOST_ENTRIES = 200


def chronology_of(by: Person, child: Child, limit: int = MOST_ENTRIES) -> list[ChronologyEntry]:
    """The entries of a child's chronology whose records the asker may see, newest first, under whatever record they stand."""
    rows = list(ChronologyEntry.objects.filter(child__in=_records(child)).order_by("-at", "-pk")[:limit])
    seen = {
        (kind.kind, reference)
        for kind in record_kinds().values()
        for reference in kind.seen_by(by, {row.record_reference for row in rows if row.record_kind == kind.kind})
    }
    return [row for row in rows if (row.record_kind, row.record_reference) in seen]


def teams_working_with(child: Child) -> list[Team]:
    """The teams that work with a child now, through records whose existence may be told, who began last first."""
    rows = list(
        Involvement.objects.filter(child__in=_records(child), ended_at__isnull=True)
        .select_related("team__agency")
        .order_by("-began_at")
    )
    hidden = _hidden(rows)
    return list(dict.fromkeys(row.team for row in rows if (row.record_kind, row.record_reference) not in hidden))


def _hidden(rows: Iterable[Involvement]) -> set[tuple[str, str]]:
    return {
        (kind.kind, reference)
        for kind in record_kinds().values()
        for reference in kind.restricted({row.record_reference for row in rows if row.record_kind == kind.kind})
    }


def _records(child: Child) -> list[int]:
    rows = Child.objects.alias(standing=RESOLVED).filter(standing=standing_id(child))
    return list(rows.values_list("pk", flat=True))
