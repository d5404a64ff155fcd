"""Removing a document: first the row, and once that is committed the file."""

from typing import Final

from django.db import connection

from foundation.actors import Actor
from foundation.events import Subject, record
from foundation.models.documents import Document
from foundation.outbox.promises import promise

REMOVE: Final = "document.remove"


def remove_document(*, document: Document, by: Actor, reason: str = "") -> None:
    """Remove a document with its file. Called by services of upper floors, in their transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("A document is removed in the transaction of the service that wants it gone.")
    promise_removal(document)
    record(
        verb="document.removed",
        by=by,
        subject=Subject(document.record_kind, document.record_reference),
        reason=reason,
        data={"document": document.reference},
    )
    document.delete()


def promise_removal(document: Document) -> None:
    """Promise that the file goes once the running transaction is committed."""
    promise(kind=REMOVE, payload={"storage_key": document.key}, key=f"{REMOVE}:{document.reference}")
