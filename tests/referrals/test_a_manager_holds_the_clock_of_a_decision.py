from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from foundation import clock
from tests import factories
from tests.conftest import FROZEN_AT
from tests.referrals import mash
from work.models import Clock
from work.services.clocks import hold_clock, release_clock

pytestmark = pytest.mark.django_db


def test_the_new_date_stands_on_the_contact_and_in_the_queue() -> None:
    hub = mash.make()
    contact = mash.received(hub)
    held = Clock.objects.get(subject_reference=contact.reference, kind="referrals.decision")
    page = factories.sign_in(Client(), hub.manager).get(reverse("referrals:contact", args=[contact.reference])).content.decode()
    assert reverse("work:clock", args=[held.pk]) in page
    hold_clock(by=hub.manager, clock_id=held.pk, reason="The police ask that nobody be contacted yet.")
    shown = factories.sign_in(Client(), hub.officer).get(reverse("referrals:contact", args=[contact.reference])).content.decode()
    assert "On hold" in shown
    assert reverse("work:clock", args=[held.pk]) not in shown
    with clock.frozen(FROZEN_AT + timedelta(days=1)):
        released = release_clock(by=hub.manager, clock_id=held.pk)
    contact.refresh_from_db()
    assert contact.decision_due_at == released.due_at
    assert contact.team_grants.get().due_at == released.due_at
