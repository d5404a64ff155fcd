"""The demonstration answers its checklist; an older report goes its whole way, from compiling to the page for children."""

from random import Random

import pytest
from django.test import Client
from django.urls import reverse

from foundation.calendar import FinancialYear, start_of_day
from foundation.outbox import deliver_now
from portal.demo.partnership import PartnershipMaker
from portal.demo.references import References
from portal.demo.report import NOT_HERE, ReportMaker
from reporting.models import ChildrensVersion, Dispatch, EditionDecision, EditionStatement, ElementAnswer
from reporting.selectors.checklist import checklist_of
from reporting.selectors.publishing import published
from reporting.services.demo import load_demo_inputs
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = [pytest.mark.django_db, pytest.mark.pdf]
YEAR = FinancialYear(2025)


def maker() -> ReportMaker:
    references = References(7)
    return ReportMaker(PartnershipMaker(Random(7), references, start_of_day(YEAR.previous().start)).make())  # noqa: S311


def test_every_element_is_answered_and_one_does_not_apply() -> None:
    maker().fill(YEAR)
    assert checklist_of(YEAR).empty == ()
    assert ElementAnswer.objects.get(year=YEAR.label, state="not_applicable").reason == NOT_HERE


def test_a_report_is_approved_stated_on_published_sent_and_told_to_children() -> None:
    with publishing(*EVERYTHING):
        load_demo_inputs(by=SYSTEM)
        edition = maker().publish(YEAR)
    assert [one.edition for one in published()] == [edition]
    assert set(EditionDecision.objects.values_list("seat", "decision")) == {
        (seat, "approved") for seat in ("council", "health", "police")
    }
    assert EditionStatement.objects.get().edition == edition
    assert [one.received_on is not None for one in Dispatch.objects.all()] == [True, False]
    made = ChildrensVersion.objects.get()
    assert made.written_by != made.published_by
    deliver_now()
    made.refresh_from_db()
    assert made.pdf_bytes
    for name in ("published", "published_for_children"):
        assert Client().get(reverse(f"reporting:{name}", args=[YEAR.label])).status_code == 200
