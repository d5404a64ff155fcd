"""Re-referrals within twelve months by worked dates, contacts that end in nothing again and again, and who is told of them."""

from datetime import date, datetime

import pytest
from django.test import Client

from children.models import Child
from foundation import clock
from referrals.models import Contact
from referrals.rules.repeats import Earlier, repeats_of, repeats_within_12_months
from referrals.selectors.repeats import repeats_among
from referrals.services import restrict
from tests import factories
from tests.referrals import mash
from tests.referrals.mash import Mash


@pytest.mark.parametrize(
    ("earlier", "later", "repeats"),
    [
        (date(2025, 11, 18), date(2026, 11, 18), True),
        (date(2025, 11, 17), date(2026, 11, 18), False),
        (date(2025, 8, 31), date(2026, 8, 31), True),
        (date(2025, 8, 31), date(2026, 9, 1), False),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2024, 2, 29), date(2025, 3, 1), False),
        (date(2026, 11, 18), date(2026, 11, 18), False),
        (date(2026, 11, 19), date(2026, 11, 18), False),
    ],
)
def test_twelve_months_by_worked_dates(earlier: date, later: date, repeats: bool) -> None:
    """front-door.md, section 5: the earlier one lies before, and the later one at most twelve months after it."""
    assert repeats_within_12_months(earlier, later) is repeats


def test_only_an_accepted_referral_makes_a_re_referral() -> None:
    earlier = [
        Earlier("a", date(2026, 3, 1), "NFA"),
        Earlier("b", date(2026, 2, 1), "S17"),
        Earlier("c", date(2026, 1, 1), "S47"),
    ]
    found = repeats_of(date(2026, 11, 18), earlier)
    assert found.referral == earlier[1]
    assert found.without_action == 1
    assert not found.pattern
    assert repeats_of(date(2026, 11, 18), earlier[:1]).referral is None


def test_the_third_contact_that_follows_two_without_action_is_a_pattern() -> None:
    two = [Earlier("a", date(2026, 3, 1), "NFA"), Earlier("b", date(2026, 2, 1), "NFA")]
    assert repeats_of(date(2026, 11, 18), two).pattern
    assert not repeats_of(date(2027, 2, 2), two).pattern


@pytest.fixture
def hub() -> Mash:
    return mash.make()


def before(hub: Mash, now: Contact, month: int, outcome: str) -> Contact:
    """An earlier contact of the same child, whose record was joined to that of the contact, decided straight in the table."""
    contact = mash.received(hub, received_at=datetime(2026, month, 2, 9, tzinfo=clock.LONDON))
    Contact.objects.filter(pk=contact.pk).update(
        state="signed_off", rating="green", initial_rating="green", outcome=outcome, approved_at=contact.received_at,
        approved_by="P-2", signed_off_at=contact.received_at, signed_off_by="P-2", closed_at=contact.received_at, closed_by="P-2",
    )  # fmt: skip
    Child.objects.filter(pk=contact.child_id).update(merged_into=now.child_id)
    return mash.again(contact)


@pytest.mark.django_db
def test_the_contact_and_the_queue_say_so(hub: Mash) -> None:
    now = mash.received(hub)
    before(hub, now, 3, "S17")
    client = factories.sign_in(Client(), hub.officer)
    contact, queue = (client.get(where).content.decode() for where in (f"/mash/contacts/{now.reference}/", "/mash/"))
    assert "Re-referral" in contact
    assert "2 March 2026" in contact
    assert "Re-referral" in queue
    assert "no further action" not in queue


@pytest.mark.django_db
def test_a_pattern_of_no_further_action_is_flagged(hub: Mash) -> None:
    now = mash.received(hub)
    for month in (3, 6):
        before(hub, now, month, "NFA")
    client = factories.sign_in(Client(), hub.officer)
    contact, queue = (client.get(where).content.decode() for where in (f"/mash/contacts/{now.reference}/", "/mash/"))
    assert "Third contact in 12 months" in contact
    assert "3 contacts, no further action" in queue
    assert "Re-referral" not in queue.replace("Re-referrals</option>", "")


@pytest.mark.django_db
def test_what_is_restricted_is_repeated_for_nobody_else(hub: Mash) -> None:
    now = mash.received(hub)
    earlier = before(hub, now, 3, "S17")
    restrict(by=hub.manager, reference=earlier.reference, version=earlier.version, people=[], reason="A parent works here")
    assert repeats_among(hub.officer, [now.pk]) == {}
    assert repeats_among(hub.manager, [now.pk])[now.pk].referral is not None
    assert "Re-referral" not in factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{now.reference}/").content.decode()


@pytest.mark.django_db
def test_it_is_marked_at_arrival_before_anybody_has_answered(hub: Mash) -> None:
    now = mash.received(hub)
    earlier = before(hub, now, 3, "S17")
    Child.objects.filter(pk=earlier.child_id).update(merged_into=None)
    shown = factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{now.reference}/").content.decode()
    assert "Very likely the same child as Robin1 Example" in shown
    assert "If it is the same child: Re-referral" in shown
    restrict(by=hub.manager, reference=earlier.reference, version=earlier.version, people=[], reason="A parent works here")
    assert (
        "Perhaps known" not in factories.sign_in(Client(), hub.officer).get(f"/mash/contacts/{now.reference}/").content.decode()
    )
