"""The clock of a decision stands in the team's My work with the way to its contact; a restricted one only for those named."""

import pytest

from referrals.services import restrict
from tests.referrals import mash
from work.presenters import clock_row
from work.selectors.my_work import my_work

pytestmark = pytest.mark.django_db


def test_the_clock_leads_to_the_contact() -> None:
    hub = mash.make()
    contact = mash.received(hub)
    (due,) = my_work(hub.officer).due
    row = clock_row(due)
    assert (row.href, row.due_at) == (f"/mash/contacts/{contact.reference}/", contact.decision_due_at)
    assert contact.submitted_child.family_name not in f"{row.title}{row.reference}{row.text}"


def test_a_restricted_contacts_clock_is_shown_to_those_named_only() -> None:
    hub = mash.make()
    contact, other = mash.received(hub), mash.received(hub)
    restrict(
        by=hub.manager, reference=contact.reference, version=contact.version, people=[hub.officer.reference], reason="Relative"
    )
    assert {row.subject_reference for row in my_work(hub.officer).due} == {contact.reference, other.reference}
    assert {row.subject_reference for row in my_work(hub.second_manager).due} == {other.reference}
