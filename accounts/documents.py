"""The door of the signed information-sharing agreements."""

from collections.abc import Sequence

from accounts.models import Person
from accounts.selectors.agreements import AGREEMENT, agreement_for
from foundation.documents import DOCUMENT_DOORS


@DOCUMENT_DOORS.named(AGREEMENT)
def agreement_door(person: Person, reference: str) -> Sequence[str]:
    """The agency's lead, the information governance lead and the system administrator; it speaks of no child."""
    agreement_for(person, reference)
    return ()
