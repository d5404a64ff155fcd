"""Files of an answer that is not sent yet: kept when the answer is refused, so that nobody chooses them twice."""

from typing import TYPE_CHECKING

from accounts.models import Person
from foundation.actors import Actor
from foundation.documents import documents_of, remove_document, store
from foundation.errors import NotVisible, Refused
from foundation.models.documents import Document
from foundation.service import service
from work.kinds import request_kinds
from work.models import Request
from work.selectors.requests import ANSWERED_BY, NOTED_FOR, requests_to_answer

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@service
def keep_answer_file(*, by: Actor, reference: str, upload: "UploadedFile[bytes]") -> Document:
    """Keep a file with the answer to a request, which only the asked agency sees until the answer is sent.

    Who may: those who answer it for their agency (others: it does not exist). Refused once the request is closed, where no
    documents are asked for, and for a file that is not taken.
    """
    return _keep(by, _answered_by(by, reference), ANSWERED_BY, upload)


@service
def remove_answer_file(*, by: Actor, reference: str, document: str) -> None:
    """Take a kept file away before the answer is sent; one that has gone already is gone.

    Who may: those who answer the request (others: it does not exist). Refused once it is closed.
    """
    _remove(by, _answered_by(by, reference), ANSWERED_BY, document)


@service
def keep_noted_file(*, by: Actor, reference: str, upload: "UploadedFile[bytes]") -> Document:
    """Keep a file of an answer that whoever asked writes down; the agency never sees it before it is written down.

    Called inside services of upper apps. Refuses what `keep_answer_file` refuses.
    """
    return _keep(by, _open(reference), NOTED_FOR, upload)


@service
def remove_noted_file(*, by: Actor, reference: str, document: str) -> None:
    """Take a file away before the answer is written down. Called inside services of upper apps. Refused once it is closed."""
    _remove(by, _open(reference), NOTED_FOR, document)


def _answered_by(by: Actor, reference: str) -> Request:
    if isinstance(by, Person) and not requests_to_answer(by).filter(reference=reference).exists():
        raise NotVisible
    return _open(reference)


def _open(reference: str) -> Request:
    request = Request.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if request is None or request_kinds()[request.kind].questionnaire is not None:
        raise NotVisible
    if request.state != Request.State.ASKED:
        raise Refused("This request has been answered, waived or withdrawn already.")
    return request


def _keep(by: Actor, request: Request, kind: str, upload: "UploadedFile[bytes]") -> Document:
    if not request_kinds()[request.kind].documents:
        raise Refused("No documents are asked for here.", field="documents")
    try:
        return store(upload=upload, record_kind=kind, record_reference=request.reference, by=by)
    except Refused as refused:
        raise Refused(f"{upload.name}: {refused.sentence}", field="documents") from refused


def _remove(by: Actor, request: Request, kind: str, document: str) -> None:
    for found in documents_of(kind, request.reference).filter(reference=document):
        remove_document(document=found, by=by)
