"""The documents of a draft or submission with what they are. Asked by selectors and pages whose reader may see the record."""

from django.db.models import QuerySet

from foundation.asked_often import Asked, AskedOften
from foundation.documents import documents_of
from foundation.models import Document


def documents_with_details(record_kind: str, reference: str) -> Asked[Document]:
    """The documents of one record, oldest first, each with its kind, author and date; not yet read."""
    return _WITH_DETAILS.asked(kind=record_kind, reference=reference)


def _with_details(kind: str, reference: str) -> QuerySet[Document]:
    return documents_of(kind, reference).select_related("referral_details")


_WITH_DETAILS = AskedOften(_with_details)
