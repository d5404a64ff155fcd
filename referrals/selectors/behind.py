"""The contacts behind a figure, for those who see them."""

from collections.abc import Collection

from accounts.models import Person
from referrals.models import Contact
from referrals.selectors.contacts import visible_contacts


def contacts_among(person: Person, ids: Collection[int]) -> list[Contact]:
    """Those of some contacts that the person may see, newest first."""
    rows = visible_contacts(person).filter(pk__in=ids).select_related("submission__agency", "submitted_child", "child")
    return list(rows.order_by("-pk"))
