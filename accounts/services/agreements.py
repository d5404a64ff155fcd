"""Information-sharing agreements on file, with the documents that were signed."""

from datetime import date
from typing import TYPE_CHECKING

from accounts.models import Agency, InformationSharingAgreement
from accounts.selectors.agreements import AGREEMENT
from foundation import clock, events
from foundation.actors import Actor
from foundation.documents import documents_of, store
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from foundation.service import service

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_DOCUMENTS = 20


@service
def record_agreement(
    *,
    by: Actor,
    agency: Agency,
    signed_on: date,
    valid_until: date,
    signed_by_name: str,
    document: "UploadedFile[bytes] | None" = None,
) -> InformationSharingAgreement:
    """Put an agency's signed information-sharing agreement on file; until its last day its people may have sight of cases.

    The system administrator. Refuses dates that cannot be, and a document that the document store refuses.
    """
    if signed_on > clock.today():
        raise Refused("The date of signing must be today or in the past", field="signed_on")
    if valid_until < signed_on:
        raise Refused("The last day must be after the day of signing", field="valid_until")
    agreement = InformationSharingAgreement.objects.create(
        agency=agency,
        signed_on=signed_on,
        valid_until=valid_until,
        signed_by_name=signed_by_name.strip(),
        recorded_at=clock.now(),
        recorded_by=by.actor_reference,
    )
    subject = events.Subject("agency", agency.code)
    events.record(verb="accounts.agreement_recorded", by=by, subject=subject, data={"valid_until": valid_until.isoformat()})
    if document is not None:
        _attach(agreement, document, by)
    return agreement


@service
def attach_agreement_document(*, by: Actor, agreement_id: int, document: "UploadedFile[bytes]") -> Document:
    """Attach the signed document to an agreement on file; the documents before it stay in its history.

    The system administrator. Nobody opens it before it is found clean. Refuses what the document store refuses, and too many.
    """
    agreement = InformationSharingAgreement.objects.select_for_update(of=("self",)).select_related("agency")
    found = agreement.filter(pk=agreement_id).first()
    if found is None:
        raise NotVisible
    return _attach(found, document, by)


def _attach(agreement: InformationSharingAgreement, upload: "UploadedFile[bytes]", by: Actor) -> Document:
    before = documents_of(AGREEMENT, str(agreement.pk)).count()
    if before >= MOST_DOCUMENTS:
        raise Refused(f"An agreement can have at most {MOST_DOCUMENTS} documents", field="document")
    try:
        document = store(upload=upload, record_kind=AGREEMENT, record_reference=str(agreement.pk), by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="document") from refused
    events.record(
        verb="accounts.agreement_document_replaced" if before else "accounts.agreement_document_attached",
        by=by,
        subject=events.Subject("agency", agreement.agency.code),
        data={"document": document.reference},
    )
    return document
