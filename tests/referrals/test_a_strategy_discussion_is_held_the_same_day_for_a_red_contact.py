"""A strategy discussion is taken up on the day of the decision where the contact is red, others by the standing limit."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from foundation import clock
from referrals.models import Contact
from referrals.services import approve_decision, offer_again
from tests import factories
from tests.referrals import cases, mash
from work.models import Clock, Handover
from work.presenters.reference import limit_rows
from work.selectors.reference import limits_of
from work.services.handovers import return_handover

pytestmark = pytest.mark.django_db


def answer_due(contact: Contact) -> tuple[date, int, int]:
    """The day and time by which the team is to answer the open offer of a contact."""
    offered = Handover.objects.get(subject_reference=contact.reference, state="offered")
    assert offered.clock is not None
    at = offered.clock.due_at.astimezone(clock.LONDON)
    return at.date(), at.hour, at.minute


def decided(hub: mash.Mash, moment: datetime, rating: str, outcome: str = "S47") -> Contact:
    """A contact whose decision a manager approves at a moment."""
    contact = mash.proposed(hub, outcome, rating=rating)
    with clock.frozen(moment):
        approve_decision(by=hub.manager, reference=contact.reference, version=contact.version)
    return mash.again(contact)


@pytest.mark.parametrize(
    ("moment", "rating", "outcome", "due"),
    [
        (datetime(2026, 11, 19, 10, tzinfo=UTC), "red", "S47", date(2026, 11, 19)),
        (datetime(2026, 11, 20, 18, 30, tzinfo=UTC), "red", "S47", date(2026, 11, 20)),  # Friday, after closing time
        (datetime(2026, 11, 21, 12, tzinfo=UTC), "red", "S47", date(2026, 11, 21)),  # Saturday
        (datetime(2026, 11, 20, 10, tzinfo=UTC), "amber", "S47", date(2026, 11, 23)),
        (datetime(2026, 11, 20, 10, tzinfo=UTC), "red", "S17", date(2026, 11, 23)),
    ],
)
@pytest.mark.parametrize("after_hours", ["on_the_day", "next_working_day"])
def test_the_answer_is_due_by_rating_and_outcome(
    settings: Any, after_hours: str, moment: datetime, rating: str, outcome: str, due: date
) -> None:
    settings.DEADLINES_AFTER_HOURS = after_hours
    assert answer_due(decided(mash.make(), moment, rating, outcome)) == (due, 23, 59)


def test_accepting_stops_the_clock() -> None:
    hub = mash.make()
    contact = decided(hub, datetime(2026, 11, 18, 11, tzinfo=UTC), "red")
    cases.accept(hub, contact)
    handover = Handover.objects.get(subject_reference=contact.reference)
    stopped = Clock.objects.get(subject_reference=handover.reference)
    assert (stopped.kind, stopped.variant, stopped.outcome) == ("referrals.strategy_discussion", "red", "accepted")


def test_a_returned_one_is_offered_again_for_the_same_day() -> None:
    hub = mash.make()
    contact = decided(hub, datetime(2026, 11, 18, 11, tzinfo=UTC), "red")
    return_handover(by=hub.team_manager, reference=Handover.objects.get().reference, reason="For team West")
    west = factories.make_team(hub.team.agency, ["referrals.strategy_discussion"], name="Assessment team West")
    offer_again(by=hub.manager, reference=contact.reference, version=mash.again(contact).version, team=west.code)
    assert answer_due(contact) == (date(2026, 11, 18), 23, 59)


def test_the_limit_reads_as_the_same_day() -> None:
    rows = {row["variant"]: row["declared"] for row in limit_rows(limits_of("referrals.strategy_discussion"))}
    assert rows == {"Red": "the same day", "Amber": "1 working day", "Green": "1 working day", "Blue": "1 working day"}
