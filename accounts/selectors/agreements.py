"""Information-sharing agreements and the signed documents that prove them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.access import AGENCY_LEAD, AGREEMENT_READERS
from accounts.access_table import agency_ids, role_codes
from accounts.models import Agency, InformationSharingAgreement, Person
from accounts.selectors.people import is_administrator
from foundation import clock
from foundation.errors import NotVisible
from foundation.models import Document

AGREEMENT: Final = "agreement"
"""The kind of record under which the documents of an agreement are kept; its reference is the agreement's number."""
LONGEST_NUMBER: Final = 18


@dataclass(frozen=True)
class SignedAgreement:
    """An agreement on file with its documents, newest first: the first is the one that counts."""

    id: int
    signed_on: date
    valid_until: date
    signed_by_name: str
    documents: tuple[Document, ...]

    @property
    def in_force(self) -> bool:
        """Whether it holds today."""
        return self.signed_on <= clock.today() <= self.valid_until


def may_read_agreements(by: Person, agency_id: int) -> bool:
    """Whether the person reads the agreements of an agency: as its lead, or for every agency by their role."""
    return bool(AGREEMENT_READERS & role_codes(by)) or agency_id in agency_ids(by, AGENCY_LEAD)


def agreement_for(by: Person, number: str) -> InformationSharingAgreement:
    """The agreement of this number, if the person may read it."""
    known = number.isdecimal() and len(number) <= LONGEST_NUMBER
    found = InformationSharingAgreement.objects.select_related("agency").filter(pk=number).first() if known else None
    if found is None or not may_read_agreements(by, found.agency_id):
        raise NotVisible
    return found


def agreement_for_administrator(by: Person, number: int) -> InformationSharingAgreement:
    """The agreement of this number, for the system administrator, who keeps the file."""
    if not is_administrator(by):
        raise NotVisible
    return agreement_for(by, str(number))


def agreements_of(by: Person, agency: Agency) -> list[SignedAgreement]:
    """The agreements that the agency has signed, newest first."""
    if not may_read_agreements(by, agency.pk):
        raise NotVisible
    rows = list(InformationSharingAgreement.objects.filter(agency=agency).order_by("-valid_until", "-id")[:50])
    documents: dict[str, list[Document]] = defaultdict(list)
    kept = Document.objects.filter(record_kind=AGREEMENT, record_reference__in=[str(row.pk) for row in rows])
    for document in kept.order_by("-uploaded_at", "-pk"):
        documents[document.record_reference].append(document)
    return [
        SignedAgreement(
            id=row.pk,
            signed_on=row.signed_on,
            valid_until=row.valid_until,
            signed_by_name=row.signed_by_name,
            documents=tuple(documents[str(row.pk)]),
        )
        for row in rows
    ]
