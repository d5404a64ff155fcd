"""People write numbers with blanks, as the portal shows them: a record keeps them without, whichever page they came from."""

from datetime import date

import pytest
from django.db import transaction

from children.rules import ChildDetails
from children.services import change_child, register_child
from foundation.actors import SystemActor
from tests.work.build import inside

pytestmark = pytest.mark.django_db
SYSTEM = SystemActor("tests")
WRITTEN = ChildDetails("Moved", "Mo", birth_date=date(2016, 4, 4), sex="M", nhs_number="943 476 5919", postcode="cr01ea")


def test_a_number_is_kept_as_all_are() -> None:
    with transaction.atomic(), inside():
        made = register_child(by=SYSTEM, details=WRITTEN)
    assert (made.nhs_number, made.postcode) == ("9434765919", "CR0 1EA")


def test_the_same_number_written_otherwise_changes_nothing() -> None:
    with transaction.atomic(), inside():
        made = register_child(by=SYSTEM, details=WRITTEN)
        assert change_child(by=SYSTEM, child=made, details=WRITTEN) == frozenset()
