"""What happens to a child, and who works with them, as the apps of the records write it down. Part of their services."""

from datetime import datetime

from accounts.models import Team
from children.models import Child, ChronologyEntry, Involvement
from foundation import clock
from foundation.actors import Actor
from foundation.events import Subject
from foundation.service import service


@service
def write_chronology(
    *, by: Actor, child: Child, kind: str, record: Subject, detail: str = "", at: datetime | None = None
) -> ChronologyEntry:
    """Add an entry to a child's chronology: codes and the record's reference, no words. Called inside services of upper apps."""
    moment = clock.now()
    return ChronologyEntry.objects.create(
        child=child,
        at=at or moment,
        kind=kind,
        detail=detail,
        record_kind=record.kind,
        record_reference=record.reference,
        written_at=moment,
        written_by=by.actor_reference,
    )


@service
def begin_involvement(*, by: Actor, child: Child, team: Team, record: Subject) -> None:
    """Note that a team works with a child through a record; noted twice, it is noted once. Called inside services."""
    Involvement.objects.get_or_create(
        team=team,
        record_kind=record.kind,
        record_reference=record.reference,
        ended_at=None,
        defaults={"child": child, "began_at": clock.now(), "began_by": by.actor_reference},
    )


@service
def end_involvements(*, by: Actor, record: Subject, team: Team | None = None) -> int:
    """Note that a team (without one: every team) no longer works with a child through a record. Says how many ended."""
    standing = Involvement.objects.filter(record_kind=record.kind, record_reference=record.reference, ended_at__isnull=True)
    if team is not None:
        standing = standing.filter(team=team)
    return standing.update(ended_at=clock.now(), ended_by=by.actor_reference)
