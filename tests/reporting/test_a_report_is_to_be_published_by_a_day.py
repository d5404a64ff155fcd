"""The last day of publishing is a clock: it reminds the business team, is late on their home page, and stops with publication."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from foundation import clock
from foundation.calendar import london_date
from foundation.models import OutboxMessage
from reporting.models import Edition, EditionDecision
from reporting.rules.approving import SEATS, fingerprint_of
from reporting.selectors.checklist import checklist_of
from reporting.services.publishing import publish_edition, watch_publication, withdraw_publication
from reporting.tasks import watch_publication as watch_publication_task
from tests.factories import make_agency, make_person, sign_in
from tests.reporting.build import YEAR, make_edition, state
from tests.reporting.conftest import SYSTEM
from work.models import Clock, DeadlineLimit
from work.selectors.my_work import my_work
from work.services.reminders import send_reminders

pytestmark = pytest.mark.django_db
TITLE = "Publication of the yearly report"
SUMMER = datetime(2026, 8, 3, 10, 0, tzinfo=UTC)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def signed(demo_year: None) -> Edition:
    edition = make_edition()
    for seat in SEATS:
        EditionDecision.objects.create(
            edition=edition, seat=seat, decision="approved", fingerprint=fingerprint_of(edition), decided_at=clock.now(),
            decided_by="P-1", agency_code="x",
        )  # fmt: skip
    state(edition)
    return edition


@pytest.fixture
def in_summer() -> Iterator[None]:
    with clock.frozen(SUMMER):
        yield


def reminded(at: datetime) -> list[tuple[str, str]]:
    """Run the reminders at a moment; to whom, and with which sentence."""
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    with clock.frozen(at):
        send_reminders(by=SYSTEM)
    rows = OutboxMessage.objects.exclude(pk__in=before).order_by("pk")
    return [(row.payload["to"], row.payload["word.summary"]) for row in rows]


def test_the_report_of_the_year_that_is_over_has_one_clock_to_the_end_of_september(in_summer: None) -> None:
    watch_publication_task()
    watch_publication(by=SYSTEM)
    held = Clock.objects.get(kind="reporting.publish")
    assert (held.subject_reference, london_date(held.due_at)) == ("2025-26", date(2026, 9, 30))
    assert checklist_of(YEAR).publish_by == date(2026, 9, 30)


def test_where_the_clock_has_another_day_the_pages_tell_that_one(in_summer: None) -> None:
    DeadlineLimit.objects.create(
        kind="reporting.publish", amount=5, effective_from=date(2026, 1, 1), reason="Agreed", set_at=SUMMER, set_by="P-1"
    )
    watch_publication(by=SYSTEM)
    assert checklist_of(YEAR).publish_by == date(2026, 8, 31)


def test_the_business_team_is_reminded_weeks_before_a_day_before_and_when_late(in_summer: None, business: Person) -> None:
    make_person("executive")
    watch_publication(by=SYSTEM)
    assert reminded(SUMMER) == []
    assert reminded(SUMMER + timedelta(days=40)) == [(business.email, "1 thing is due in the weeks to come")]
    assert reminded(SUMMER + timedelta(days=41)) == []
    assert reminded(datetime(2026, 9, 30, 8, 0, tzinfo=UTC)) == [(business.email, "1 thing is due within a day")]
    assert reminded(datetime(2026, 10, 1, 8, 0, tzinfo=UTC)) == [(business.email, "1 thing is late")]
    assert reminded(datetime(2026, 10, 9, 8, 0, tzinfo=UTC)) == []


def test_it_is_late_on_the_home_page_of_those_who_answer_for_it_and_of_nobody_else(client: Client, business: Person) -> None:
    watch_publication(by=SYSTEM)
    page = sign_in(client, business).get("/").content.decode()
    assert TITLE in page
    assert reverse("reporting:year", args=["2025-26"]) in page
    assert "working days late" in page
    executive = make_person("executive")
    assert not my_work(executive).due
    assert TITLE not in sign_in(client, executive).get("/").content.decode()


def test_publishing_stops_it_and_withdrawing_starts_it_anew_with_its_day(signed: Edition, business: Person) -> None:
    watch_publication(by=SYSTEM)
    publish_edition(by=business, reference=signed.reference)
    (held,) = Clock.objects.filter(kind="reporting.publish")
    assert (held.state, held.outcome) == ("stopped", "published")
    assert not my_work(business).due
    watch_publication(by=SYSTEM)
    withdraw_publication(by=business, reference=signed.reference, reason="A table was wrong")
    (again,) = Clock.objects.filter(kind="reporting.publish", stopped_at__isnull=True)
    assert again.due_at == held.due_at


def test_a_report_that_is_published_already_gets_none(signed: Edition, business: Person) -> None:
    publish_edition(by=business, reference=signed.reference)
    watch_publication(by=SYSTEM)
    assert not Clock.objects.filter(kind="reporting.publish").exists()
