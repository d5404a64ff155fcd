"""Who was invited is reminded of a meeting some working days before it, once, with nothing but the day and the way to it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as current
from django.core import mail

from accounts.models import Person
from board import tasks
from board.models import Group, Meeting, MeetingReminder
from board.rules import is_time_to_remind
from board.services.meetings import move_meeting
from foundation import clock
from foundation.calendar import ENGLAND
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.board.build import make_group, make_meeting, make_seat, seat_somebody
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db
WEDNESDAY = date(2026, 11, 18)
MONDAY = date(2026, 11, 23)
"""Three working days after the day on which these tests stand."""


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    group = make_group("Quality group")
    seat_somebody(make_seat(group), make_person("practitioner"))
    seat_somebody(make_seat(group), make_person("practitioner"))
    seat_somebody(make_seat(group))
    return group


def invited(group: Group, on: date, **given: Any) -> Meeting:
    return make_meeting(group, on, invited_at=clock.now(), invited_by="somebody", **given)


def told() -> int:
    return OutboxMessage.objects.filter(kind="mail").count()


@pytest.mark.parametrize(
    ("day", "days", "due"),
    [
        (MONDAY, 3, True),
        (date(2026, 11, 24), 3, False),  # Tuesday: the fourth working day
        (date(2026, 11, 19), 3, True),  # planned late: still before it
        (WEDNESDAY, 3, True),
        (date(2026, 11, 17), 3, False),
        (date(2026, 11, 24), 4, True),
        (date(2026, 11, 19), 0, False),
    ],
)
def test_working_days_are_counted_back_from_the_meeting(day: date, days: int, due: bool) -> None:
    assert is_time_to_remind(day, WEDNESDAY, days=days, calendar=ENGLAND) is due


def test_everybody_with_an_account_is_reminded_once(group: Group) -> None:
    meeting = invited(group, MONDAY, place="Town hall")
    tasks.remind_of_meetings()
    tasks.remind_of_meetings()
    assert told() == 2
    assert MeetingReminder.objects.count() == 2
    deliver_now()
    assert len(mail.outbox) == 2
    sent = mail.outbox[0]
    assert sent.subject == "A meeting on 23 November 2026 at 10am"
    assert f"{current.PORTAL_BASE_URL.rstrip('/')}/meetings/{meeting.reference}/" in sent.body
    for words in ("Quality", "Town hall", "Learning from audits"):
        assert words not in sent.body


def test_of_a_meeting_that_is_moved_they_are_reminded_again(business: Person, group: Group) -> None:
    meeting = invited(group, MONDAY)
    tasks.remind_of_meetings()
    move_meeting(
        by=business, reference=meeting.reference, version=meeting.version, starts_at=meeting.starts_at + timedelta(hours=2),
        ends_at=meeting.ends_at + timedelta(hours=2), place="",
    )  # fmt: skip
    before = told()
    tasks.remind_of_meetings()
    tasks.remind_of_meetings()
    assert told() == before + 2


def test_nobody_is_reminded_of_what_is_over_cancelled_far_away_or_unannounced(group: Group) -> None:
    make_meeting(group, date(2026, 11, 20))
    invited(group, date(2026, 12, 20))
    invited(group, date(2026, 11, 19), state="cancelled", cancelled_reason="Snow")
    over = invited(group, WEDNESDAY)
    Meeting.objects.filter(pk=over.pk).update(starts_at=clock.now() - timedelta(hours=1))
    tasks.remind_of_meetings()
    assert told() == 0


def test_the_setting_says_how_many_days_before(group: Group, settings: Any) -> None:
    invited(group, date(2026, 11, 25))
    settings.MEETING_REMINDER_WORKING_DAYS = 0
    tasks.remind_of_meetings()
    assert told() == 0
    settings.MEETING_REMINDER_WORKING_DAYS = 5
    tasks.remind_of_meetings()
    assert told() == 2
