"""What the MASH does with its questions to agencies: chases, withdraws, and writes down an answer that came by another way."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused
from foundation.models import Document
from foundation.service import service
from referrals.deadlines import INFORMATION
from referrals.models import Contact
from referrals.rules.triage import MASH_CHECK
from referrals.selectors.checks import chaseable
from referrals.selectors.contacts import contact_for
from referrals.services.locking import hold, keep
from referrals.services.tasks import settle
from referrals.services.triage import subject_of
from work.models import Request
from work.selectors.open_work import open_work_on
from work.services.answer_files import keep_noted_file, remove_noted_file
from work.services.clocks import stop_clock
from work.services.requests import Sharing, chase, record_answer, withdraw_request

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@service
def record_check(
    *,
    by: Person,
    reference: str,
    version: int,
    check: str,
    channel: str,
    answered_for: str,
    result: str,
    answer: str,
    sharing: Sharing,
    files: "Sequence[UploadedFile[bytes]]" = (),
) -> Request:
    """Write down what an agency said by telephone, on paper or by email, with who said it; it stands there marked as such.

    Refuses what the agency itself could not send either, and without who answered and how.
    """
    contact = hold(by, reference, version)
    _check_of(contact, check)
    return record_answer(
        by=by,
        reference=check,
        result=result,
        answer=answer,
        answered_for=answered_for,
        channel=channel,
        sharing=sharing,
        files=files,
    )


@service
def keep_check_file(*, by: Person, reference: str, check: str, upload: "UploadedFile[bytes]") -> Document:
    """Keep a file of an answer that could not be written down yet. Refused once the question is closed."""
    _check_of(contact_for(by, reference), check)
    return keep_noted_file(by=by, reference=check, upload=upload)


@service
def remove_check_file(*, by: Person, reference: str, check: str, document: str) -> None:
    """Take such a file away again; one that has gone already is gone. Refused once the question is closed."""
    _check_of(contact_for(by, reference), check)
    remove_noted_file(by=by, reference=check, document=document)


@service
def withdraw_check(*, by: Person, reference: str, version: int, check: str, reason: str) -> Request:
    """Take back a question that should not have been asked, with a reason: the agency is told, and nobody waits for it.

    Refused without a reason, and once it is answered, waived or withdrawn.
    """
    contact = hold(by, reference, version)
    _check_of(contact, check)
    withdrawn = withdraw_request(by=by, reference=check, reason=reason)
    moment = clock.now()
    contact.tasks.filter(record_reference=check, done_at__isnull=True, waived_at__isnull=True).update(
        waived_at=moment, waived_by=by.actor_reference, waived_reason=f"Question withdrawn: {reason}"
    )
    if not open_work_on(subject_of(contact)).requests:
        stop_clock(by=by, kind=INFORMATION, subject=subject_of(contact), outcome="withdrawn")
    settle(contact)
    keep(contact, "state")
    return withdrawn


@service
def chase_checks(*, by: Person, reference: str, version: int) -> list[Request]:
    """Remind every agency whose answer on a contact is late, each once a day. Refused when there is none to remind."""
    contact = hold(by, reference, version)
    late = chaseable(open_work_on(subject_of(contact)).requests)
    if not late:
        raise Refused("Nobody is late whom you have not chased today.")
    chased = [chase(by=by, reference=row.reference) for row in late]
    keep(contact)
    return chased


def _check_of(contact: Contact, check: str) -> Request:
    """The check on this contact; another's does not exist."""
    subject = subject_of(contact)
    found = Request.objects.filter(
        reference=check, kind=MASH_CHECK, subject_kind=subject.kind, subject_reference=subject.reference
    ).first()
    if found is None:
        raise NotVisible
    return found
