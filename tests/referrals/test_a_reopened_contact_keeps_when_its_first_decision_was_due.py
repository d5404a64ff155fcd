from datetime import timedelta

import pytest

from foundation import clock
from foundation.calendar import FinancialYear
from referrals.models import Contact
from referrals.selectors.queue import queue_counts
from referrals.services import approve_decision, propose_decision, reopen
from tests.figures import read_figure
from tests.referrals import mash
from work.models import Clock
from work.services.clocks import hold_clock, release_clock

pytestmark = pytest.mark.django_db

A_WEEK = timedelta(days=7)


def act(contact: Contact) -> dict[str, object]:
    return {"reference": contact.reference, "version": mash.again(contact).version}


def running(contact: Contact) -> Clock:
    return Clock.objects.get(subject_reference=contact.reference, kind="referrals.decision", stopped_at__isnull=True)


def test_it_is_due_anew_and_was_decided_in_time_all_the_same() -> None:
    hub = mash.make()
    contact = mash.approved(hub)
    first = mash.again(contact)
    assert first.first_due_at == first.decision_due_at
    with clock.frozen(clock.now() + A_WEEK):
        hub.second_manager.holdings_read = None
        reopen(by=hub.second_manager, **act(contact), reason="New facts")
        again = mash.again(contact)
        assert again.decision_due_at == running(contact).due_at == again.team_grants.first().due_at
        assert again.decision_due_at > clock.now()
        assert again.first_due_at == first.first_due_at
        assert queue_counts(hub.second_manager)["overdue"] == 0
    with clock.frozen(clock.now() + 2 * A_WEEK):
        propose_decision(by=hub.officer, **act(contact), outcome="NFA", threshold_level=1, **mash.WORDS)
        approve_decision(by=hub.second_manager, **act(contact))
    assert mash.again(contact).first_due_at == first.first_due_at
    figure = read_figure("contacts.decided_in_time", FinancialYear(2026))
    assert figure is not None
    assert (figure.numerator, figure.denominator) == (1, 1)


def test_a_hold_after_the_reopening_moves_the_second_date_only() -> None:
    hub = mash.make()
    contact = mash.approved(hub)
    first = mash.again(contact)
    reopen(by=hub.manager, **act(contact), reason="New facts")
    held = running(contact)
    hold_clock(by=hub.manager, clock_id=held.pk, reason="The police ask that nobody be contacted yet.")
    with clock.frozen(clock.now() + timedelta(days=1)):
        hub.manager.holdings_read = None
        moved = release_clock(by=hub.manager, clock_id=held.pk)
    again = mash.again(contact)
    assert again.decision_due_at == moved.due_at > first.decision_due_at
    assert again.first_due_at == first.first_due_at
