"""Worked examples of the one-working-day rule, from receipt to the figure, under both after-hours settings."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from foundation import clock
from foundation.calendar import FinancialYear
from referrals.models import Contact
from referrals.services import approve_decision, begin_screening, propose_decision, rate, send_submission
from tests.figures import read_figure
from tests.referrals import build, mash
from work.models import Clock

pytestmark = pytest.mark.django_db
ON_THE_DAY, NEXT_DAY = "on_the_day", "next_working_day"


def london(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=clock.LONDON)


def receive(by: Any, received_at: datetime) -> Contact:
    content = build.content(["Robin"], on=date(2026, 10, 1))
    with clock.frozen(received_at.astimezone(UTC)):
        draft = build.make_draft(by)
        submission = send_submission(by=by, draft_reference=draft.reference, version=draft.version, content=content)
    return submission.contacts.get()


def last_moment(day: int) -> datetime:
    return london(day, 23, 59)


@pytest.mark.parametrize(
    ("received_at", "after_hours", "due_on"),
    [
        pytest.param(london(18, 10), ON_THE_DAY, 19, id="Wednesday morning: by the end of Thursday"),
        pytest.param(london(20, 18), ON_THE_DAY, 23, id="Friday evening, counted on the day: by the end of Monday"),
        pytest.param(london(20, 18), NEXT_DAY, 24, id="Friday evening, counted from Monday: by the end of Tuesday"),
        pytest.param(london(21, 11), NEXT_DAY, 24, id="Saturday, counted from Monday: by the end of Tuesday"),
    ],
)
def test_a_contact_is_due_by_the_end_of_the_next_working_day(
    settings: Any, received_at: datetime, after_hours: str, due_on: int
) -> None:
    settings.DEADLINES_AFTER_HOURS = after_hours
    hub = mash.make()
    contact = receive(build.make_practitioner(), received_at)
    running = Clock.objects.get(subject_reference=contact.reference, kind="referrals.decision")
    assert running.started_at == contact.received_at == received_at
    assert running.due_at == contact.decision_due_at
    assert contact.decision_due_at.astimezone(clock.LONDON).replace(second=0, microsecond=0) == last_moment(due_on)
    assert running.owner_team == hub.team


def test_a_decision_on_the_last_evening_is_in_time_and_a_minute_after_midnight_is_not() -> None:
    hub = mash.make()
    for late in (timedelta(0), timedelta(minutes=2)):
        contact = receive(build.make_practitioner(), london(18, 10))
        with clock.frozen(last_moment(19).astimezone(UTC) + late):
            _decide(hub, contact)
        stopped = Clock.objects.get(subject_reference=contact.reference, kind="referrals.decision")
        assert (stopped.stopped_at is not None, stopped.stopped_at > stopped.due_at) == (True, bool(late))
    figure = read_figure("contacts.decided_in_time", FinancialYear(2026))
    assert figure is not None
    assert (figure.numerator, figure.denominator) == (1, 2)


def _decide(hub: mash.Mash, contact: Contact) -> None:
    def act() -> dict[str, Any]:
        return {"reference": contact.reference, "version": mash.again(contact).version}

    for person in (hub.officer, hub.manager):
        person.holdings_read = None
    begin_screening(by=hub.officer, **act())
    rate(by=hub.officer, **act(), rating="green", reason="Early help may do")
    propose_decision(by=hub.officer, **act(), outcome="ADV", threshold_level=2, **mash.WORDS)
    approve_decision(by=hub.manager, **act())
