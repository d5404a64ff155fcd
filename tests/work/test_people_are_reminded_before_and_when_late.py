"""One mail a person and run, each stage of each due time once, and not a word about a child."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from foundation import clock as time
from foundation.errors import NotAllowed
from foundation.models import OutboxMessage
from foundation.outbox import deliver_now
from tests.factories import make_agency, make_person, make_team
from tests.work.build import CONTACT, SYSTEM, inside, make_handover, make_request
from work.models import Reminder
from work.services.clocks import hold_clock, revise_due, start_clock, stop_clock
from work.services.reminders import send_reminders, summary
from work.tasks import send_reminders as send_reminders_task

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)


def remind(at: datetime = NOW) -> list[OutboxMessage]:
    """Run at a moment; give the mails that it promised."""
    before = set(OutboxMessage.objects.values_list("pk", flat=True))
    with time.frozen(at), inside():
        send_reminders(by=SYSTEM)
    return list(OutboxMessage.objects.exclude(pk__in=before).order_by("pk"))


def start(**owner: object) -> int:
    with inside():
        return start_clock(by=SYSTEM, kind="tests.protection", subject=CONTACT, started_at=NOW, **owner).pk


def test_the_owner_is_reminded_a_day_before_and_once_when_late() -> None:
    person = make_person()
    start(owner_person=person)
    assert remind() == []
    soon = remind(NOW + timedelta(hours=50))
    assert [message.payload["word.summary"] for message in soon] == ["1 thing is due within a day"]
    assert soon[0].payload["to"] == person.email
    assert remind(NOW + timedelta(hours=60)) == []
    late = remind(NOW + timedelta(hours=73))
    assert [message.payload["word.summary"] for message in late] == ["1 thing is late"]
    assert remind(NOW + timedelta(hours=99)) == []
    assert set(Reminder.objects.values_list("stage", flat=True)) == {"soon", "late"}


def test_what_is_done_or_on_hold_is_not_reminded_of() -> None:
    person = make_person()
    held = start(owner_person=person)
    with inside():
        hold_clock(by=SYSTEM, clock_id=held, reason="Waiting for the court.")
    assert remind(NOW + timedelta(days=9)) == []
    with inside():
        stop_clock(by=SYSTEM, kind="tests.protection", subject=CONTACT)
    assert remind(NOW + timedelta(days=9)) == []


def test_another_date_is_reminded_of_again() -> None:
    clock = start(owner_person=make_person())
    assert len(remind(NOW + timedelta(hours=73))) == 1
    with inside():
        revise_due(by=SYSTEM, clock_id=clock, due_at=NOW + timedelta(hours=80), reason="Extended by the court.")
    assert len(remind(NOW + timedelta(hours=74))) == 1
    assert len(remind(NOW + timedelta(hours=81))) == 1


def test_a_person_gets_one_mail_for_all_that_waits() -> None:
    agency = make_agency()
    team = make_team(agency)
    member = make_person("social_worker", team=team)
    make_handover(team)
    make_request(to_team=team, due_at=NOW + timedelta(hours=1))
    start(owner_team=team)
    mails = remind(NOW + timedelta(hours=52))
    assert [(message.payload["to"], message.payload["word.summary"]) for message in mails] == [
        (member.email, "2 things are late and 1 thing is due within a day")
    ]


def test_the_mail_says_how_many_and_nothing_else() -> None:
    start(owner_person=make_person())
    remind(NOW + timedelta(hours=73))
    with time.frozen(NOW + timedelta(hours=74)):
        deliver_now()
    sent = mail.outbox[-1]
    assert "1 thing is late" in sent.body
    assert CONTACT.reference not in sent.body + sent.subject + str(sent.alternatives)


def test_people_who_left_are_not_written_to() -> None:
    team = make_team()
    gone, here = make_person("social_worker", team=team), make_person("social_worker", team=team)
    gone.holdings.update(ended_at=NOW, ended_by="tests")
    unconfirmed = make_person("social_worker", team=team)
    unconfirmed.holdings.update(confirmed_until=NOW.date() - timedelta(days=1))
    off = make_person()
    off.is_active = False
    off.save()
    start(owner_team=team)
    with inside():
        start_clock(by=SYSTEM, kind="tests.decision", subject=CONTACT, started_at=NOW, owner_person=off)
    assert [message.payload["to"] for message in remind(NOW + timedelta(hours=73))] == [here.email]


def test_only_the_system_reminds_and_its_task_does() -> None:
    with pytest.raises(NotAllowed):
        send_reminders(by=make_person("system_administrator"))
    start(owner_person=make_person())
    with time.frozen(NOW + timedelta(hours=73)):
        send_reminders_task()
    assert OutboxMessage.objects.filter(payload__template="work/reminder").count() == 1


@pytest.mark.parametrize(
    ("late", "soon", "sentence"),
    [
        (1, 0, "1 thing is late"),
        (2, 1, "2 things are late and 1 thing is due within a day"),
        (0, 3, "3 things are due within a day"),
    ],
)
def test_the_sentence_counts(late: int, soon: int, sentence: str) -> None:
    assert summary(late, soon) == sentence
