"""Domain events: who did what to which record, for whom and why. Timelines and chronologies read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from foundation import clock
from foundation.actors import Actor
from foundation.models.events import DomainEvent


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
    data: Mapping[str, str | int | bool | None] | None = None,
    agency: str = "",
) -> DomainEvent:
    """Write one event in the running transaction. `data` holds codes and references, nothing about a person.

    `agency` is the code of the one for which it was done, where the record says so and the actor may belong to several.
    """
    if not by.actor_reference:
        raise ValueError("An event needs an actor.")
    return DomainEvent.objects.create(
        verb=verb,
        at=clock.now(),
        actor_kind=by.actor_kind,
        actor_reference=by.actor_reference,
        actor_agency=agency or by.actor_agency,
        subject_kind=subject.kind,
        subject_reference=subject.reference,
        reason=reason,
        data=dict(data or {}),
    )


def history(subject: Subject) -> QuerySet[DomainEvent]:
    """The events of one record, oldest first."""
    return DomainEvent.objects.filter(subject_kind=subject.kind, subject_reference=subject.reference).order_by("at", "id")


def newest_event(*, before: datetime) -> int:
    """The id of the newest event that was written before a moment; 0 where there is none."""
    found = DomainEvent.objects.filter(at__lt=before).order_by("-id").values_list("id", flat=True).first()
    return found or 0
