"""What the ground floor delivers from the outbox."""

import logging

from foundation import mail
from foundation.actors import SystemActor
from foundation.documents import removing, scanning, storage, storing
from foundation.outbox import Payload, delivery
from foundation.virus_scanner import NotScanned

logger = logging.getLogger(__name__)


@delivery(mail.KIND, seconds=45)
def send_mail(key: str, payload: Payload) -> None:
    """Send one email."""
    mail.send_promised(key, payload)


@delivery(storing.SCAN, seconds=90, own_transactions=True)
def scan_document(key: str, payload: Payload) -> None:
    """Have one document scanned at once; without a verdict it waits for the regular sweep."""
    document_id = int(payload["document"] or 0)
    try:
        scanning.scan_document(document_id, by=SystemActor("scanner"))
    except NotScanned as error:
        logger.warning("Document %s could not be scanned: %s", document_id, error)


@delivery(removing.REMOVE)
def remove_file(key: str, payload: Payload) -> None:
    """Remove the file of a document that is gone or infected."""
    storage.remove(str(payload["storage_key"]))
