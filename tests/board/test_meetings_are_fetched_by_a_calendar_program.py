"""A calendar address of one's own: when and where one's meetings are, as RFC 5545 has it, and nothing else."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import Person
from board.models import CalendarFeed, Group, Meeting, SeatHolding
from board.presenters.icalendar import icalendar
from board.services.feeds import end_calendar, renew_calendar
from board.services.meetings import add_item, cancel_meeting, move_meeting
from foundation import clock
from foundation.errors import Refused
from foundation.models import DomainEvent
from tests.board.build import make_group, make_meeting, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality group")


@pytest.fixture
def member(group: Group) -> Person:
    person = make_person("practitioner")
    seat_somebody(make_seat(group), person)
    return person


@pytest.fixture
def meeting(group: Group) -> Meeting:
    return make_meeting(group, date(2027, 7, 14), place="Town hall, room 2; side door")


def fetched(secret: str) -> str:
    answer = Client().get(f"/calendar/{secret}.ics")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    return answer.content.decode()


def events(text: str) -> list[dict[str, str]]:
    """What a calendar program reads: unfolded, by property."""
    lines = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and line:
            name, _colon, value = line.partition(":")
            found[-1].setdefault(name, value)
    return found


def test_a_member_fetches_the_meetings_of_their_groups(member: Person, meeting: Meeting, settings: Any) -> None:
    settings.PORTAL_BASE_URL = "https://portal.northmere.example"
    add_item(by=make_person("business_team", make_agency("partnership")), reference=meeting.reference, title="Neglect of B")
    make_meeting(make_group("Others"), date(2027, 1, 14))
    make_meeting(meeting.group, clock.today() - timedelta(days=200))
    text = fetched(renew_calendar(by=member))
    [event] = events(text)
    assert event["UID"] == f"{meeting.reference}@portal.northmere.example"
    assert (event["DTSTART"], event["DTEND"]) == ("20270714T090000Z", "20270714T110000Z")  # ten o’clock in summer
    assert (event["SUMMARY"], event["LOCATION"]) == ("Quality group", "Town hall\\, room 2\\; side door")
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", "0")
    assert event["URL"] == f"https://portal.northmere.example/meetings/{meeting.reference}/"
    assert "Neglect" not in text
    assert "Others" not in text


def test_a_move_raises_the_sequence_and_a_cancellation_says_so(business: Person, member: Person, meeting: Meeting) -> None:
    secret = renew_calendar(by=member)
    before = events(fetched(secret))[0]
    meeting = add_item(by=business, reference=meeting.reference, title="Neglect").meeting
    assert events(fetched(secret))[0]["SEQUENCE"] == "0"
    meeting.refresh_from_db()
    moved = move_meeting(
        by=business, reference=meeting.reference, version=meeting.version, starts_at=meeting.starts_at + timedelta(days=1),
        ends_at=meeting.ends_at + timedelta(days=1), place="",
    )  # fmt: skip
    after = events(fetched(secret))[0]
    assert (after["UID"], after["SEQUENCE"], after["DTSTART"]) == (before["UID"], "1", "20270715T090000Z")
    assert "LOCATION" not in after
    cancel_meeting(by=business, reference=meeting.reference, version=moved.version, reason="Snow")
    gone = events(fetched(secret))[0]
    assert (gone["UID"], gone["SEQUENCE"], gone["STATUS"]) == (before["UID"], "2", "CANCELLED")
    assert "Snow" not in fetched(secret)


def test_lines_end_and_fold_as_the_standard_says(meeting: Meeting) -> None:
    meeting.group.name = "Gruppe für Qualität, Wirkung und Lernen " * 4 + "\x07end\nnext"
    content = icalendar([meeting])
    assert content.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    lines = content.split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()  # no sign is cut in two
    assert re.sub(r"\\,", ",", events(content.decode())[0]["SUMMARY"]) == meeting.group.name.replace("\x07", "").replace(
        "\n", "\\n"
    )


def test_only_a_hash_is_kept_and_a_new_address_ends_the_old_one(member: Person, meeting: Meeting) -> None:
    first = renew_calendar(by=member)
    feed = CalendarFeed.objects.get()
    assert first not in (feed.secret_hash, str(feed))
    assert not DomainEvent.objects.filter(data__icontains=first).exists()
    second = renew_calendar(by=member)
    assert Client().get(f"/calendar/{first}.ics").status_code == 404
    assert len(events(fetched(second))) == 1
    end_calendar(by=member)
    assert Client().get(f"/calendar/{second}.ics").status_code == 404
    with pytest.raises(Refused, match="no calendar address"):
        end_calendar(by=member)
    for rubbish in ("x", "a.b", "é" * 40):
        assert Client().get(f"/calendar/{rubbish}.ics").status_code == 404


def test_whoever_has_left_fetches_nothing(member: Person, meeting: Meeting) -> None:
    secret = renew_calendar(by=member)
    SeatHolding.objects.update(to_on=clock.today() - timedelta(days=1))
    assert events(fetched(secret)) == []
    Person.objects.filter(pk=member.pk).update(is_active=False)
    assert Client().get(f"/calendar/{secret}.ics").status_code == 404


def test_one_network_address_may_not_try_without_end(member: Person, monkeypatch: Any) -> None:
    from accounts.rate_limits import Limit

    monkeypatch.setattr("board.views.calendars.CALENDARS", Limit("calendar", times=2, seconds=60))
    answers = [Client().get("/calendar/guess.ics").status_code for _ in range(3)]
    assert answers == [404, 404, 429]


def test_the_page_shows_the_address_once(member: Person, meeting: Meeting) -> None:
    client = sign_in(Client(), member)
    assert "You have no address yet" in client.get("/meetings/calendar/").content.decode()
    shown = client.post("/meetings/calendar/new/").content.decode()
    found = re.search(r"/calendar/([\w-]+)\.ics", shown)
    assert found is not None
    assert len(events(fetched(found[1]))) == 1
    later = client.get("/meetings/calendar/").content.decode()
    assert found[1] not in later
    assert "cannot be shown again" in later
    assert "opens nothing any more" in client.post("/meetings/calendar/end/", follow=True).content.decode()
    assert "You have no calendar address." in client.post("/meetings/calendar/end/", follow=True).content.decode()


def test_a_long_calendar_asks_few_questions(business: Person, group: Group, django_assert_max_num_queries: Any) -> None:
    for month in range(1, 10):
        make_meeting(group, date(2027, month, 1))
    secret = renew_calendar(by=business)
    with django_assert_max_num_queries(6):
        assert len(events(fetched(secret))) == 9
