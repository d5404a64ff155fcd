"""A child becomes known. Whether the same child is known already is asked later, by people."""

from collections.abc import Sequence
from dataclasses import asdict

from django.conf import settings

from children.models import Child
from children.rules import ChildDetails, check_details
from children.rules.keys import keys_of
from foundation import clock
from foundation.actors import Actor
from foundation.service import service


@service
def register_children(*, by: Actor, children: Sequence[ChildDetails]) -> list[Child]:
    """Make a record for each of the children, in their order, with one statement.

    Called inside services of upper apps, which record the event that made the child known. Refuses a description without
    a family name, with both or neither of birth date and expected date, and whatever else `children.rules.problems_of` names.
    """
    for details in children:
        check_details(details, clock.today(), test_numbers=settings.TEST_NHS_NUMBERS)
    moment = clock.now()
    return Child.objects.bulk_create(
        [
            Child(**asdict(details), keys=keys_of(details), created_at=moment, created_by=by.actor_reference)
            for details in children
        ]
    )


@service
def register_child(*, by: Actor, details: ChildDetails) -> Child:
    """Make a record for one child, as `register_children` does for several."""
    return register_children(by=by, children=[details])[0]
