"""The door of the files that are sent with the answers to a request."""

from collections.abc import Sequence

from accounts.models import Person
from foundation.documents import DOCUMENT_DOORS
from foundation.errors import NotVisible
from work.kinds import request_kinds
from work.selectors.replies import files_of
from work.selectors.requests import ANSWERED_BY, NOTED_FOR, children_of_request, requests_seen_by_asker


@DOCUMENT_DOORS.named(ANSWERED_BY)
def request_door(person: Person, reference: str) -> Sequence[str]:
    """Those who answer the request; once it is answered whoever asked, and whoever reads it with its record."""
    found = files_of(person, reference)
    return request_kinds()[found.kind].children(found.subject_reference)


@DOCUMENT_DOORS.named(NOTED_FOR)
def noted_door(person: Person, reference: str) -> Sequence[str]:
    """Whoever asked, and writes the answer down; not the agency, which has not sent it."""
    if not requests_seen_by_asker(person, [reference]):
        raise NotVisible
    return children_of_request(reference)
