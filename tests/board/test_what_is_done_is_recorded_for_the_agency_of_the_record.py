"""Somebody of two agencies acts for the one whose action, check or draft it is, whichever role they have held for longer."""

from datetime import timedelta

import pytest

from accounts.access_table import acting_for
from board.services.progress import write_update
from foundation import clock
from foundation.actors import SystemActor
from foundation.events import Subject, history
from tests.board.build import make_action
from tests.factories import make_agency, make_holding, make_person

pytestmark = pytest.mark.django_db


def test_the_owner_of_an_action_writes_for_the_agency_that_leads_it() -> None:
    first, second = make_agency("school"), make_agency("hospital")
    owner = make_person("practitioner", first)
    make_holding(owner, "practitioner", second)
    for agency in (first, second):
        action = make_action(due_on=clock.today(), agency=agency, owner=owner)
        write_update(by=owner, reference=action.reference, version=1, text="Begun.")
        assert history(Subject("action", action.reference)).get().actor_agency == agency.code


def test_nobody_acts_for_an_agency_in_which_they_hold_no_role_today() -> None:
    own, other = make_agency("school"), make_agency("hospital")
    person = make_person("practitioner", own)
    make_holding(person, "practitioner", other).delete()
    person.holdings_read = None
    assert acting_for(person, other.code) == own.code
    role = make_holding(person, "practitioner", other)
    person.holdings_read = None
    assert acting_for(person, other.code) == other.code
    role.ends_on = clock.today() - timedelta(days=1)
    role.starts_on = role.ends_on
    role.save()
    person.holdings_read = None
    assert acting_for(person, other.code) == own.code
    assert acting_for(SystemActor("outbox"), other.code) == ""
