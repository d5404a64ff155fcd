"""Domain events: who did what to which record, for whom and why. Timelines and chronologies read them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import QuerySet, Value
from django.db.models.functions import StrIndex, Substr

from foundation import clock
from foundation.actors import Actor
from foundation.models.events import DomainEvent

Data = Mapping[str, str | int | bool | None]
"""Codes and references that say more of an event, nothing about a person."""


@dataclass(frozen=True)
class Subject:
    """The record that an event speaks of: its kind and its opaque reference, never a foreign key."""

    kind: str
    reference: str


def record(
    *,
    verb: str,
    by: Actor,
    subject: Subject,
    reason: str = "",
    data: Data | None = None,
    agency: str = "",
) -> DomainEvent:
    """Write one event in the running transaction. `data` holds codes and references, nothing about a person.

    `agency` is the code of the one for which it was done, where the record says so and the actor may belong to several.
    """
    (made,) = record_each(by=by, happened=[Happened(verb, subject, reason, data or {})], agency=agency)
    return made


@dataclass(frozen=True)
class Happened:
    """One event among several of one act: what happened, to which record, with codes and references that say more."""

    verb: str
    subject: Subject
    reason: str = ""
    data: Data = field(default_factory=dict)


def record_each(*, by: Actor, happened: Sequence[Happened], agency: str = "") -> list[DomainEvent]:
    """Write the events of one act in the running transaction, in their order, in one statement."""
    if not by.actor_reference:
        raise ValueError("An event needs an actor.")
    moment = clock.now()
    return DomainEvent.objects.bulk_create(
        [
            DomainEvent(
                verb=one.verb,
                at=moment,
                actor_kind=by.actor_kind,
                actor_reference=by.actor_reference,
                actor_agency=agency or by.actor_agency,
                subject_kind=one.subject.kind,
                subject_reference=one.subject.reference,
                reason=one.reason,
                data=dict(one.data),
            )
            for one in happened
        ]
    )


def history(subject: Subject) -> QuerySet[DomainEvent]:
    """The events of one record, oldest first."""
    return DomainEvent.objects.filter(subject_kind=subject.kind, subject_reference=subject.reference).order_by("at", "id")


def apps_that_recorded(*, after: int, before: datetime) -> set[str]:
    """The apps of which an event was written after another event and before a moment, by what its verb begins with."""
    app = Substr("verb", 1, StrIndex("verb", Value(".")) - 1)
    rows = DomainEvent.objects.filter(id__gt=after, at__lt=before).annotate(app=app)
    return set(rows.order_by().values_list("app", flat=True).distinct())


def newest_event(*, before: datetime) -> int:
    """The id of the newest event that was written before a moment; 0 where there is none."""
    found = DomainEvent.objects.filter(at__lt=before).order_by("-id").values_list("id", flat=True).first()
    return found or 0
