"""Opening a document: through the door of the record that it belongs to, and only once it is known to be clean."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet
from django.http import FileResponse

from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.models.documents import Document
from foundation.references import tidy_reference
from foundation.registry import Registry

Door = Callable[[Any, str], Sequence[str] | None]

DOCUMENT_DOORS: Registry[Door] = Registry("document door")
"""By kind of record: whether a person may open its documents.

Filled by each app's `documents.py`. A door takes the person and the record's reference, raises NotVisible when the person may
not see the record, and returns the references of the children whose data it holds, for the access log.
"""

DOORS_FOR_VISITORS: Registry[Door] = Registry("document door for visitors")
"""The same for whoever has no account: only kinds of record that a visitor can have made stand here."""

SANDBOX: Final = "default-src 'none'; sandbox"
_ENCRYPTED: Final = "Heuristics.Encrypted"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Found:
    """A document that a person may see, and the children of whom it speaks."""

    document: Document
    children: tuple[str, ...]


def find_document(person: Any, reference: str, *, doors: Registry[Door] = DOCUMENT_DOORS) -> Found:
    """The document of this reference; raises NotVisible when there is none, or none that this person may see."""
    document = Document.objects.filter(reference=tidy_reference(reference)).first()
    if document is None or document.record_kind not in doors:
        raise NotVisible
    children = doors.get(document.record_kind)(person, document.record_reference)
    return Found(document, tuple(children or ()))


def documents_of(record_kind: str, record_reference: str) -> QuerySet[Document]:
    """The documents of one record, oldest first, for selectors that have asked whether the person may see the record."""
    return Document.objects.filter(record_kind=record_kind, record_reference=record_reference).order_by("uploaded_at", "pk")


def documents_of_many(record_kind: str, references: Collection[str] | QuerySet[Any, Any]) -> QuerySet[Document]:
    """The documents of some records of one kind, oldest first, for selectors that have asked whether the person may see them."""
    return Document.objects.filter(record_kind=record_kind, record_reference__in=references).order_by("uploaded_at", "pk")


def unscanned_since(moment: datetime) -> int:
    """How many files have waited for the scanner since before a moment."""
    return Document.objects.filter(state=Document.State.WAITING, uploaded_at__lt=moment).count()


def why_closed(document: Document) -> str:
    """The sentence that says why a document cannot be opened; empty when it can."""
    if document.state == Document.State.WAITING:
        return "This document is still being checked for viruses. Try again in a few minutes."
    if document.state == Document.State.INFECTED and document.finding.startswith(_ENCRYPTED):
        return "This document is protected with a password, so it could not be checked for viruses and was removed."
    if document.state == Document.State.INFECTED:
        return "A virus was found in this document, so it was removed."
    return ""


def open_document(document: Document) -> FileResponse:
    """The file as a download that no browser runs or displays; refuses one that is not known to be clean."""
    if sentence := why_closed(document):
        raise Refused(sentence)
    try:
        content = storage.read(document.key)
    except OSError as error:
        logger.error("The file of document %s cannot be read: %s", document.reference, type(error).__name__)  # noqa: TRY400  # one line
        raise Refused("This document cannot be opened just now. Tell whoever looks after the portal.") from error
    response = FileResponse(content, as_attachment=True, filename=document.name, content_type=document.media_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "no-store"
    return response
