"""One clock with its history, for those who may manage the record on which it runs."""

from collections.abc import Collection
from dataclasses import dataclass

from accounts.models import Person
from foundation.errors import NotVisible
from work.kinds import deadlines
from work.models import Clock, ClockHold, ClockRevision


@dataclass(frozen=True)
class ClockWithHistory:
    """A clock, the times in which it stood still, its other due times, and the names of those who did that."""

    clock: Clock
    holds: tuple[ClockHold, ...]
    revisions: tuple[ClockRevision, ...]
    names: dict[str, str]


def may_manage(person: Person, clock: Clock) -> bool:
    """Whether the person may hold and release a clock: the app of its kind says who manages the record."""
    declared = deadlines().get(clock.kind)
    return declared is not None and clock.subject_reference in declared.managed_by(person, [clock.subject_reference])


def clock_for(person: Person, pk: int) -> ClockWithHistory:
    """One clock, for those who may manage its record; for others it does not exist."""
    found = Clock.objects.filter(pk=pk).first()
    if found is None or not may_manage(person, found):
        raise NotVisible
    holds, revisions = tuple(found.holds.all()), tuple(found.revisions.all())
    acted = {hold.held_by for hold in holds} | {hold.released_by for hold in holds} | {row.revised_by for row in revisions}
    names = dict(Person.objects.filter(reference__in=acted).values_list("reference", "name"))
    return ClockWithHistory(found, holds, revisions, names)


def running_clocks(kinds: Collection[str], references: Collection[str]) -> list[Clock]:
    """The clocks that run on some records of these kinds, the soonest due first."""
    rows = Clock.objects.filter(subject_kind__in=kinds, subject_reference__in=list(references), stopped_at__isnull=True)
    return list(rows.order_by("due_at", "pk"))
