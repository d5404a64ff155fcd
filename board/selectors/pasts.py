"""Records as they stood at the end of a past day: what is kept of groups and of the parts of a business plan."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db.models import Field, Model

from board.models import BusinessPlan, Group, Milestone, Objective, PlanPriority, RecordPast
from foundation import clock
from foundation.calendar import end_of_day

Record = TypeVar("Record", bound=Model)
Kind = RecordPast.Kind
KEPT: dict[type[Model], tuple[Kind, tuple[str, ...]]] = {
    Group: (Kind.GROUP, ("name", "purpose", "meets", "quorum")),
    BusinessPlan: (Kind.PLAN, ("title", "state", "agreed_on", "meeting", "closed_at")),
    PlanPriority: (Kind.PRIORITY, ("title", "why")),
    Objective: (
        Kind.OBJECTIVE, ("text", "wanted", "agency", "group", "figures", "moves", "decision", "decision_reason", "ended_on"),
    ),
    Milestone: (Kind.MILESTONE, ("text", "due_on", "met_on", "missed_on", "missed_reason")),
}  # fmt: skip
"""Of each model its kind, and the fields of which it is kept what they were."""


def kind_of(record: Model) -> Kind:
    """How the kept rows call this sort of record."""
    return KEPT[type(record)][0]


def _fields_of(model: type[Model]) -> tuple["Field[Any, Any]", ...]:
    return tuple(model._meta.get_field(name) for name in KEPT[model][1])  # type: ignore[misc]  # fields of the table, no relations to it


def told_of(record: Model) -> dict[str, Any]:
    """What is kept of a record, by the name of its column."""
    return {field.attname: getattr(record, field.attname) for field in _fields_of(type(record))}


def as_on(records: Iterable[Record], day: date) -> list[Record]:
    """These records, all of one model, as they stood at the end of a day, never to be saved; without those that were not there.

    Of today they are given as they are.
    """
    listed = list(records)
    if not listed or day >= clock.today():
        return listed
    rows = RecordPast.objects.filter(
        kind=kind_of(listed[0]), record__in=[one.pk for one in listed], stood_until__gt=end_of_day(day)
    )
    # the earliest is read last, and stays
    kept: dict[int, dict[str, Any] | None] = dict(rows.order_by("-stood_until", "-pk").values_list("record", "told"))
    return [_stood(one, kept[one.pk]) if one.pk in kept else one for one in listed if kept.get(one.pk, {}) is not None]


def _stood(record: Record, told: dict[str, Any] | None) -> Record:
    for field in _fields_of(type(record)):
        if told is not None and field.attname in told:
            setattr(record, field.attname, field.to_python(told[field.attname]))
    return record


def value_on(record: Model, name: str, days: Iterable[date]) -> dict[date, Any]:
    """What one field of a record said at the end of each of these days."""
    rows = RecordPast.objects.filter(kind=kind_of(record), record=record.pk, told__isnull=False).order_by("stood_until", "pk")
    spells = list(rows.values_list("stood_until", "told"))
    now = getattr(record, name)
    return {day: next((told[name] for until, told in spells if told and until > end_of_day(day)), now) for day in days}
