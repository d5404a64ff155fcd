"""Opening a restricted contact in an emergency: for some hours, with a written reason, and the governance leads told at once."""

from django.db.models import Q

from accounts.models import Person
from accounts.services.grants import MINIMUM_REASON
from accounts.services.grants import break_glass as break_the_glass
from foundation.errors import Refused
from foundation.references import tidy_reference
from foundation.service import service
from referrals.models import SEE_CONTACT, Contact, ContactPersonGrant
from referrals.selectors.contacts import may_see

NOTHING_TO_OPEN = (
    "No restricted contact that is closed to you has this reference. Check the reference, or find the contact by searching."
)
"""The same sentence for a reference that does not exist, that is not restricted, and that the asker sees already."""


@service
def break_glass(*, by: Person, reference: str, reason: str) -> list[Contact]:
    """Let the asker see a restricted contact for BREAK_GLASS_HOURS; by a form's reference, every child's contact of it.

    Called by MASH managers. Refuses a reason that is too short before it looks for anything, and answers a reference that
    does not exist exactly as one that is not restricted. The information governance leads are told in the same transaction.
    """
    if len(reason.strip()) < MINIMUM_REASON:
        raise Refused("Enter why you must open this contact now, in at least a sentence", field="reason")
    tidied = tidy_reference(reference)
    wanted = Q(reference=tidied) | Q(submission__reference=tidied)
    found = Contact.objects.select_for_update(of=("self",)).select_related("child").filter(wanted, restricted=True)
    closed = [contact for contact in found.order_by("pk") if not may_see(by, contact)] if tidied else []
    if not closed:
        raise Refused(NOTHING_TO_OPEN, field="reference")
    for contact in closed:
        break_the_glass(
            by=by,
            record=contact,
            reference=contact.reference,
            codename=SEE_CONTACT,
            reason=reason,
            grants=ContactPersonGrant,
        )
    return closed
