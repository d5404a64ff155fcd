"""A child becomes known. Whether the same child is known already is asked later, by people."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date

from django.conf import settings

from children.models import Child
from children.rules import ChildDetails, check_details
from children.rules.details import tidied
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused
from foundation.service import service


@service
def register_children(*, by: Actor, children: Sequence[ChildDetails]) -> list[Child]:
    """Make a record for each of the children, in their order, with one statement.

    Called inside services of upper apps, which record the event that made the child known. Refuses a description without
    a family name, with both or neither of birth date and expected date, and whatever else `children.rules.problems_of` names.
    Numbers and postcodes are kept without the blanks with which people write them.
    """
    for details in children:
        check_details(details, clock.today(), test_numbers=settings.TEST_NHS_NUMBERS)
    moment = clock.now()
    kept = [tidied(details, test_numbers=settings.TEST_NHS_NUMBERS) for details in children]
    return Child.objects.bulk_create(
        [Child(**asdict(details), keys=keys_of(details), created_at=moment, created_by=by.actor_reference) for details in kept]
    )


@service
def register_child(*, by: Actor, details: ChildDetails) -> Child:
    """Make a record for one child, as `register_children` does for several."""
    return register_children(by=by, children=[details])[0]


@service
def record_birth(
    *, by: Actor, reference: str, born_on: date, sex: str, given_name: str = "", family_name: str = "", nhs_number: str = ""
) -> Child:
    """A child who was expected is born: the same record has a birth date instead of an expected one.

    Called inside services of upper apps, which record the event. Names and number that are not given stay as they are. Refuses a
    child who is born already, and whatever `children.rules.problems_of` names.
    """
    child = Child.objects.select_for_update(of=("self",)).filter(reference=reference).first()
    if child is None:
        raise NotVisible
    if child.birth_date is not None:
        raise Refused("The birth of this child is recorded already.", field="born_on")
    known = details_of(child)
    born = replace(
        known,
        birth_date=born_on,
        expected_delivery_date=None,
        sex=sex,
        given_name=given_name or known.given_name,
        family_name=family_name or known.family_name,
        nhs_number=nhs_number or known.nhs_number,
    )
    check_details(born, clock.today(), test_numbers=settings.TEST_NHS_NUMBERS)
    for name, value in asdict(tidied(born, test_numbers=settings.TEST_NHS_NUMBERS)).items():
        setattr(child, name, value)
    child.keys = keys_of(born)
    child.save()
    return child
