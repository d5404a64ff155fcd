"""Having documents scanned. Without a verdict a document waits; it is never let through."""

import logging
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction

from foundation import clock, events
from foundation.actors import Actor
from foundation.documents import storage
from foundation.documents.removing import promise_removal
from foundation.models.documents import Document
from foundation.virus_scanner import NotScanned, Verdict, scan

PATIENCE: Final = timedelta(seconds=30)
ORPHANED_AFTER: Final = timedelta(days=1)

logger = logging.getLogger(__name__)


def scan_document(document_id: int, *, by: Actor) -> None:
    """Ask the scanner about one waiting document and enter its verdict; raises NotScanned, and the document waits on."""
    document = Document.objects.filter(pk=document_id, state=Document.State.WAITING).first()
    if document is None:
        return
    try:
        with storage.read(document.key) as content:
            verdict = scan(content)
    except OSError as error:
        raise NotScanned(type(error).__name__) from error
    _enter(document_id, verdict, by)


def _enter(document_id: int, verdict: Verdict, by: Actor) -> None:
    """Enter a verdict in one transaction; an infected file is removed once it is committed."""
    with transaction.atomic():
        document = Document.objects.select_for_update().filter(pk=document_id, state=Document.State.WAITING).first()
        if document is None:
            return
        document.state = Document.State.CLEAN if verdict.clean else Document.State.INFECTED
        document.scanned_at = clock.now()
        document.finding = verdict.finding
        document.save(update_fields=["state", "scanned_at", "finding"])
        if verdict.clean:
            storage.move_to_checked(document.key)
            return
        promise_removal(document)
        events.record(
            verb="document.infected",
            by=by,
            subject=events.Subject(document.record_kind, document.record_reference),
            data={"document": document.reference, "finding": verdict.finding},
        )


def scan_waiting(*, by: Actor, limit: int = 20) -> int:
    """Ask again about documents that wait longer than they should, oldest first; returns how many got a verdict."""
    waiting = Document.objects.filter(state=Document.State.WAITING, uploaded_at__lt=clock.now() - PATIENCE)
    scanned = 0
    for document_id in waiting.order_by("uploaded_at").values_list("pk", flat=True)[:limit]:
        try:
            scan_document(document_id, by=by)
        except NotScanned as error:
            logger.warning("Document %s could not be scanned: %s", document_id, error)
            if error.away:
                break
        else:
            scanned += 1
    return scanned


def oldest_waiting() -> datetime | None:
    """Since when the document that waits longest for the scanner has waited."""
    waiting = Document.objects.filter(state=Document.State.WAITING).order_by("uploaded_at")
    return waiting.values_list("uploaded_at", flat=True).first()


def remove_orphans() -> int:
    """Remove files that came in a day ago or longer and belong to no document: their transaction was rolled back."""
    old = list(storage.incoming_before((clock.now() - ORPHANED_AFTER).timestamp()))
    known = set(Document.objects.filter(key__in=[key for key, _path in old]).values_list("key", flat=True))
    orphans = [path for key, path in old if key not in known]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)
