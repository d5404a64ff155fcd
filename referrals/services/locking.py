"""Taking hold of a contact before it changes: seen, locked, and still as the page showed it."""

from accounts.models import Person
from foundation.errors import NotVisible
from foundation.versions import check_version
from referrals.models import Contact
from referrals.selectors.contacts import may_see
from referrals.selectors.versions import standing_submission


def hold(by: Person, reference: str, version: int) -> Contact:
    """The contact, locked until the transaction ends, with its submission as it now reads.

    For who may not see it, it does not exist. Refuses with `Conflict` when it has changed since version `version` was shown.
    """
    found = (
        Contact.objects.select_for_update(of=("self",))
        .select_related("submission__referrer", "child", "submitted_child")
        .filter(reference=reference)
        .first()
    )
    if not may_see(by, found or Contact(pk=0)) or found is None:  # what is not there takes as many queries
        raise NotVisible
    check_version(
        found, version, "Somebody else changed this contact while you had it open. Look at what happened, then send yours again."
    )
    found.submission = standing_submission(found.submission)
    return found


def keep(contact: Contact, *fields: str) -> None:
    """Save these fields and mark every page that shows the contact as stale."""
    contact.version += 1
    contact.save(update_fields=["version", *fields])
