"""The checks on a contact that its reader may see."""

from collections.abc import Iterable
from dataclasses import dataclass

from foundation import clock
from foundation.documents import documents_of
from foundation.errors import NotVisible
from referrals.models import Contact
from referrals.rules.triage import CONTACT, MASH_CHECK
from work.kinds import request_kinds
from work.models import Chase, Request


def check_for(contact: Contact, reference: str) -> Request:
    """One check on a contact that the reader may see; another's does not exist."""
    found = (
        Request.objects.filter(reference=reference, kind=MASH_CHECK, subject_kind=CONTACT, subject_reference=contact.reference)
        .select_related("to_agency")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def chaseable(requests: Iterable[Request]) -> list[Request]:
    """Those of some requests whose answer is late and whom nobody has chased today."""
    moment = clock.now()
    late = [row for row in requests if row.kind == MASH_CHECK and row.state == Request.State.ASKED and row.due_at < moment]
    if not late:
        return []
    chased = set(Chase.objects.filter(request__in=late, day=clock.today()).values_list("request", flat=True))
    return [row for row in late if row.pk not in chased]


PARTS = (
    ("referral:worries", "The referral: what the referrer worries about"),
    ("referral:voice", "The referral: what the child said or showed"),
    ("referral:family", "The referral: the family and the people round the child"),
    ("history", "What was known of the child before"),
)


@dataclass(frozen=True)
class Evidence:
    """One thing on which a decision may rest."""

    code: str
    label: str


def evidence_on(contact: Contact, requests: Iterable[Request]) -> list[Evidence]:
    """On what a decision about a contact may rest. Asked by pages and services that have decided who may see it."""
    found = [Evidence(code, label) for code, label in PARTS]
    for row in requests:
        if row.state == Request.State.ANSWERED:
            result = request_kinds()[row.kind].result(row.result)
            found.append(Evidence(f"check:{row.reference}", f"{row.to_agency.name}: {result.title if result else row.result}"))
    documents = documents_of("submission", contact.submission.reference)
    return [*found, *(Evidence(f"document:{row.reference}", f"Document: {row.name}") for row in documents)]
