"""Whom a case may name."""

from django.db.models import Exists, OuterRef, QuerySet

from accounts.access_table import current_holdings
from accounts.models import Person
from foundation import clock


def nameable() -> QuerySet[Person]:
    """Whoever holds a role today; whether their agency is in order is asked when they are named."""
    held = current_holdings(clock.today()).filter(person=OuterRef("pk"))
    return Person.objects.filter(Exists(held), is_active=True)
