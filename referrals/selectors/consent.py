"""What the MASH decided about going on without a family's agreement. Asked by whatever has decided who may see the contact."""

from django.db.models import QuerySet

from referrals.models import ConsentOverride, Contact


def override_rows(contact: Contact) -> QuerySet[ConsentOverride]:
    """The decisions to go on without the family's agreement, newest first; not yet read."""
    return contact.consent_overrides.order_by("-decided_at", "-pk")


def overrides_of(contact: Contact) -> list[ConsentOverride]:
    """The decisions to go on without the family's agreement, newest first."""
    return list(override_rows(contact))
