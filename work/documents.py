"""The door of the files that are sent with the answers to a request."""

from collections.abc import Sequence

from accounts.models import Person
from foundation.documents import DOCUMENT_DOORS
from work.kinds import request_kinds
from work.selectors.replies import files_of
from work.selectors.requests import ANSWERED_BY


@DOCUMENT_DOORS.named(ANSWERED_BY)
def request_door(person: Person, reference: str) -> Sequence[str]:
    """Those who answer the request; once it is answered whoever asked, and whoever reads it with its record."""
    found = files_of(person, reference)
    return request_kinds()[found.kind].children(found.subject_reference)
