"""Taking a document in."""

import logging
from typing import Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection

from foundation import clock
from foundation.actors import Actor
from foundation.documents import storage
from foundation.documents.kinds import Kind, kind_of
from foundation.documents.names import clean_name
from foundation.errors import Refused
from foundation.models.documents import Document
from foundation.outbox.promises import promise
from foundation.references import new_reference

SCAN: Final = "document.scan"
NOT_SAVED: Final = "The file could not be saved. Nothing was kept of it; try again in a few minutes."

logger = logging.getLogger(__name__)


def store(*, upload: "UploadedFile[bytes]", record_kind: str, record_reference: str, by: Actor) -> Document:
    """Keep an uploaded file for a record; nobody can open it before the scanner has called it clean.

    Called by services of upper floors, in their transaction. Refuses what is empty, too large, of a kind that is not taken or
    not what its name says, and says so when the store cannot be written.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("A document is stored in the transaction of the service that takes it.")
    _refuse_size(upload)
    name = clean_name(upload.name or "")
    kind = kind_of(name, upload)
    written = _write(upload)
    try:
        return _enter(written, name, kind, record_kind, record_reference, by)
    except BaseException:
        storage.remove(written.key)
        raise


def _refuse_size(upload: "UploadedFile[bytes]") -> None:
    if getattr(upload, "unwritable", False):
        raise Refused(NOT_SAVED)
    if not upload.size:
        raise Refused("The file is empty")
    if upload.size > settings.DOCUMENT_MAX_BYTES:
        raise Refused(f"The file must be smaller than {settings.DOCUMENT_MAX_BYTES // 1024**2} MB")


def _write(upload: "UploadedFile[bytes]") -> storage.Written:
    try:
        return storage.write(upload.chunks())
    except OSError as error:
        logger.error("The document store cannot be written: %s", type(error).__name__)  # noqa: TRY400  # names of files stay out of logs
        raise Refused(NOT_SAVED) from error


def _enter(written: storage.Written, name: str, kind: Kind, record_kind: str, record_reference: str, by: Actor) -> Document:
    document = Document.objects.create(
        reference=new_reference("D"),
        key=written.key,
        name=name,
        media_type=kind.media_type,
        size=written.size,
        sha256=written.sha256,
        record_kind=record_kind,
        record_reference=record_reference,
        uploaded_at=clock.now(),
        uploaded_by=by.actor_reference,
    )
    promise(kind=SCAN, payload={"document": document.pk}, key=f"{SCAN}:{document.reference}")
    return document
