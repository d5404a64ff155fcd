"""What the tables of this app share."""

import pgtrigger

from foundation.references import new_reference


def new_case_reference() -> str:
    """The opaque reference of a case."""
    return new_reference("B")


def never_deleted() -> pgtrigger.Protect:
    """What was recorded stays, whatever comes of it."""
    return pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete)
