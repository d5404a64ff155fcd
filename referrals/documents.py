"""The doors of the front door's documents: a draft's to its author, a submission's to whoever may see it."""

from collections.abc import Sequence

from foundation.documents import DOCUMENT_DOORS, DOORS_FOR_VISITORS
from referrals.selectors.drafts import Writer, draft_for
from referrals.selectors.submissions import children_of_submission


@DOORS_FOR_VISITORS.named("draft")
@DOCUMENT_DOORS.named("draft")
def draft_door(person: Writer, reference: str) -> Sequence[str]:
    """The author alone; its children have no record yet."""
    draft_for(person, reference)
    return ()


@DOORS_FOR_VISITORS.named("submission")
@DOCUMENT_DOORS.named("submission")
def submission_door(person: Writer, reference: str) -> Sequence[str]:
    """Its sender, their agency's lead, and whoever sees one of its contacts."""
    return children_of_submission(person, reference)
