"""What the MASH decided about going on without a family's agreement. Asked by whatever has decided who may see the contact."""

from referrals.models import ConsentOverride, Contact


def overrides_of(contact: Contact) -> list[ConsentOverride]:
    """The decisions to go on without the family's agreement, newest first."""
    return list(contact.consent_overrides.order_by("-decided_at", "-pk"))
