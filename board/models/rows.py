"""What many tables of the board share: references, days in order, days as a range."""

import pgtrigger
from django.contrib.postgres.fields import DateRangeField
from django.db.models import CheckConstraint, F, Func, Q

from foundation.references import new_reference


def new_board_reference() -> str:
    """The opaque reference of an action plan, a group, a meeting, a recommendation, a challenge, a risk or an objective."""
    return new_reference("3")


def append_only() -> pgtrigger.Protect:
    """What is written once stays as it was written."""
    return pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


def days_in_order(name: str) -> CheckConstraint:
    """No `to_on` lies before its `from_on`; both days belong to the span."""
    return CheckConstraint(name=name, condition=Q(to_on__isnull=True) | Q(to_on__gte=F("from_on")))


class Days(Func):
    """The days from one date to another, both included; without an end where the other is missing."""

    template = "DATERANGE(%(expressions)s, '[]')"
    output_field = DateRangeField()
