"""What connected systems of agencies do: send a referral once, amend or withdraw it, add a child or documents to it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction

from accounts.models import AgencyClient
from foundation import clock, events
from foundation.documents import documents_of, store
from foundation.errors import Refused
from foundation.models import Document
from foundation.service import service
from foundation.turns import hold_record
from referrals.models import Amendment, Channel, Contact, Message, Submission, SystemReceipt
from referrals.rules.attachments import Attached, check_attached
from referrals.rules.submission import Answer, AnsweredSection, ChildGiven, Content
from referrals.selectors.systems import done_under, referrer_of, submission_of_agency
from referrals.services.adding import add_child
from referrals.services.amending import amend_submission, approval_lapses
from referrals.services.diverting import ask_to_withdraw
from referrals.services.drafts import MOST_DOCUMENTS, NOTHING_SAID, keep_details
from referrals.services.encompass import begin_notices
from referrals.services.locking import keep
from referrals.services.submissions import SUBMISSION, receive_submission


@service
def receive_from_system(*, by: AgencyClient, key: str, body_hash: str, content: Content) -> tuple[Submission, bool]:
    """Receive a referral that an agency's system sends under a key of its own, once; says whether it is new.

    Sent again with the same key it gives the submission that there is. Refuses the key of another referral (Conflict), and what
    `receive_submission` refuses. The referrer sees it among their own where they have an account in that agency.
    """
    receipt = _receipt(by, key, body_hash)
    if receipt.submission is not None:
        return receipt.submission, False
    referrer = referrer_of(by.agency, content.referrer.email)
    submission = receive_submission(by=by, content=content, channel=Channel.API, agency=by.agency, referrer=referrer)
    begin_notices(by, submission)
    receipt.submission = submission
    receipt.save(update_fields=["submission"])
    return submission, True


@service
def amend_from_system(
    *,
    by: AgencyClient,
    key: str,
    body_hash: str,
    reference: str,
    seen: int,
    page: str,
    values: dict[str, Any],
    before: AnsweredSection | None,
    after: AnsweredSection,
    reason: str,
) -> Amendment:
    """Amend, under a key of its own, what the agency's systems sent. Sent again with the same key it gives the version made then.

    Refuses what `amend_submission` refuses, and the key of something else (Conflict).
    """
    receipt = _receipt(by, key, body_hash)
    if receipt.amendment is None:
        receipt.amendment = amend_submission(
            by=by, reference=reference, seen=seen, page=page, values=values, before=before, after=after, reason=reason
        )
        receipt.submission = receipt.amendment.submission
        receipt.save(update_fields=["submission", "amendment"])
    return receipt.amendment


@service
def add_child_from_system(
    *,
    by: AgencyClient,
    key: str,
    body_hash: str,
    reference: str,
    seen: int,
    child: ChildGiven,
    answers: Sequence[Answer],
    reason: str,
) -> Amendment:
    """Tell, under a key of its own, of one more child of what the agency's systems sent. Sent again it gives what was made then.

    Refuses what `add_child` refuses, and the key of something else (Conflict).
    """
    receipt = _receipt(by, key, body_hash)
    if receipt.amendment is None:
        receipt.amendment = add_child(by=by, reference=reference, seen=seen, child=child, answers=answers, reason=reason)
        receipt.submission = receipt.amendment.submission
        receipt.save(update_fields=["submission", "amendment"])
    return receipt.amendment


@service
def withdraw_from_system(*, by: AgencyClient, key: str, body_hash: str, reference: str, reason: str) -> Message:
    """Ask, under a key of its own, to withdraw what the agency's systems sent. Sent again with the same key it is asked once.

    Refuses what `ask_to_withdraw` refuses, and the key of something else (Conflict).
    """
    receipt = _receipt(by, key, body_hash)
    if receipt.message is None:
        receipt.message = ask_to_withdraw(by=by, reference=reference, reason=reason, once=f"system:{receipt.pk}")
        receipt.submission = receipt.message.submission
        receipt.save(update_fields=["submission", "message"])
    return receipt.message


def _receipt(by: AgencyClient, key: str, body_hash: str) -> SystemReceipt:
    """The row of the key: made now, or there already; one who comes at the same moment waits for the other to end."""
    found = done_under(by, key, body_hash)
    if found is not None:
        return found
    try:
        with transaction.atomic():
            return SystemReceipt.objects.create(client=by, key=key, body_hash=body_hash, received_at=clock.now())
    except IntegrityError:
        found = done_under(by, key, body_hash)
        if found is None:
            raise
        return found


@service
def add_document_from_system(
    *, by: AgencyClient, reference: str, upload: "UploadedFile[bytes]", told: Attached = NOTHING_SAID
) -> Document:
    """Keep a file with a referral that the agency's systems sent, with what it is; the same file again is the one that there is.

    An approval given before lapses. Refuses what the document store refuses, too many files, and files for what is closed.
    """
    check_attached(told, clock.today())
    submission = submission_of_agency(by, reference)
    hold_record(submission)
    if not any(contact.is_open for contact in submission.contacts.all()):
        raise Refused("This referral is closed. Send a new one, or ring the MASH.", field="file")
    held = documents_of(SUBMISSION, submission.reference)
    if (same := held.filter(sha256=_hash_of(upload)).first()) is not None:
        return same
    if held.count() >= MOST_DOCUMENTS:
        raise Refused(f"A referral can have at most {MOST_DOCUMENTS} documents.", field="file")
    try:
        document = store(upload=upload, record_kind=SUBMISSION, record_reference=submission.reference, by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="file") from refused
    keep_details(document, told)
    events.record(
        verb="referrals.document_added",
        by=by,
        subject=events.Subject(SUBMISSION, submission.reference),
        data={"document": document.reference},
    )
    for contact in Contact.objects.select_for_update(of=("self",)).filter(submission=submission).order_by("position"):
        approval_lapses(contact, by)
        keep(contact, "state")
    return document


def _hash_of(upload: "UploadedFile[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()
