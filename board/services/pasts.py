"""Keeping how a group, or a part of a business plan, stood before it was changed. Parts of services that have locked it."""

from django.db.models import Model

from board.models import RecordPast
from board.selectors.pasts import kind_of, told_of
from foundation import clock


def save_with_past(record: Model) -> None:
    """Save a changed record, and keep what it said until now where a past day would show it otherwise."""
    before = told_of(type(record)._default_manager.get(pk=record.pk))
    record.save()
    if before != told_of(record):
        RecordPast.objects.create(kind=kind_of(record), record=record.pk, stood_until=clock.now(), told=before)


def note_made(record: Model) -> None:
    """Keep that a record was not there until now."""
    RecordPast.objects.create(kind=kind_of(record), record=record.pk, stood_until=clock.now(), told=None)
