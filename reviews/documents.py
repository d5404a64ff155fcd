"""The door of the files of drafts."""

from collections.abc import Sequence

from accounts.models import Person
from foundation.documents import DOCUMENT_DOORS
from reviews.rules import kinds
from reviews.selectors.practice import owned_review
from reviews.selectors.sight import children_behind


@DOCUMENT_DOORS.named(kinds.DRAFT)
def draft_door(person: Person, reference: str) -> Sequence[str]:
    """The case's owner; everybody else opens the numbered copy that they were given."""
    case, _, _number = reference.partition("/")
    owned_review(person, case)
    return children_behind(case)
