"""Copies of records as PDF: those that are to go, and the file of one."""

from datetime import timedelta
from typing import TypeVar

from django.db.models import QuerySet

from foundation import clock
from foundation.documents import storage
from foundation.errors import NotVisible
from work.models import PrintedCopy

KEPT = timedelta(days=1)
Kind = TypeVar("Kind", bound=PrintedCopy)


def copies_to_remove(copies: QuerySet[Kind]) -> QuerySet[Kind]:
    """Of these copies those that were asked for a day ago or longer and have not been removed."""
    return copies.exclude(state=PrintedCopy.State.REMOVED).filter(asked_at__lte=clock.now() - KEPT)


def file_of(copy: PrintedCopy) -> bytes:
    """The finished PDF. Asked by pages that have found the copy for whoever asked for it."""
    if copy.state != PrintedCopy.State.READY:
        raise NotVisible
    try:
        with storage.read(copy.key) as content:
            return content.read()
    except FileNotFoundError as gone:
        raise NotVisible from gone
