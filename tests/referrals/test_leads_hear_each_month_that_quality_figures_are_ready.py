"""A lead hears once a month that the figures of what their agency sent are ready, and nothing about a child."""

from datetime import timedelta

import pytest

from foundation import clock
from foundation.models import OutboxMessage
from referrals.services import tell_leads_of_quality
from tests import factories
from tests.referrals import build
from tests.work.build import SYSTEM

pytestmark = pytest.mark.django_db


def promised() -> list[str]:
    return [row.payload["to"] for row in OutboxMessage.objects.filter(key__contains="quality-ready")]


def test_only_leads_whose_agency_sent_something_are_told_and_once() -> None:
    school, silent = build.make_school(), factories.make_agency(name="Silent School")
    lead = factories.make_person("agency_lead", agency=school)
    factories.make_person("agency_lead", agency=silent)
    build.send(author=build.make_practitioner(school), received_at=clock.now() - timedelta(days=28))
    assert tell_leads_of_quality(by=SYSTEM) == 1
    tell_leads_of_quality(by=SYSTEM)
    assert promised() == [lead.email]
    message = OutboxMessage.objects.get(key__contains="quality-ready")
    assert "Robin1" not in str(message.payload)
    assert "Example" not in str(message.payload)


def test_a_month_that_goes_on_is_not_told_of() -> None:
    school = build.make_school()
    factories.make_person("agency_lead", agency=school)
    build.send(author=build.make_practitioner(school))
    assert tell_leads_of_quality(by=SYSTEM) == 0
