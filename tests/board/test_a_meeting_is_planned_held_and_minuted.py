"""From the forward plan to approved minutes: agenda, invitations, who came, what was said and decided."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from accounts.models import Person
from board.models import AgendaItem, Attendance, Group, Meeting, Seat
from board.rules import MEETING_TRANSITIONS, absences_in_a_row, is_quorate
from board.selectors.meetings import absent_seats, attendance_of, meetings_ahead, meetings_before, quorum_of
from board.services.meetings import (
    ACTIONS_DUE,
    LAST_MINUTES,
    add_item,
    add_standing_item,
    approve_minutes,
    cancel_meeting,
    end_standing_item,
    invite,
    move_meeting,
    plan_meeting,
    put_item,
    record_attendance,
    remove_item,
    write_minutes,
)
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.models import OutboxMessage
from tests.board.build import held_with, make_group, make_meeting, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
TODAY, YEAR = date(2026, 11, 18), FinancialYear(2026)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group() -> Group:
    return make_group("Quality", quorum=2)


@pytest.fixture
def seats(group: Group) -> list[Seat]:
    found = [make_seat(group, title=title) for title in ("Nurse", "Inspector", "Head teacher")]
    for seat in found:
        seat_somebody(seat, make_person("practitioner"))
    return found


def planned(business: Person, group: Group, **given: Any) -> Meeting:
    starts = clock.now() + timedelta(days=30)
    return plan_meeting(
        by=business, group=group.reference, **{"starts_at": starts, "ends_at": starts + timedelta(hours=2), **given}
    )


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items.all()]


def told() -> int:
    return OutboxMessage.objects.filter(kind="mail").count()


def test_the_agenda_begins_with_what_always_stands_on_it(business: Person, group: Group) -> None:
    standing = add_standing_item(by=business, group=group.reference, title="Risk register", lead="Chair")
    assert add_standing_item(by=business, group=group.reference, title="risk register") == standing
    assert titles(planned(business, group)) == [ACTIONS_DUE, "Risk register"]
    held_with(group, date(2026, 9, 1), {})
    later = clock.now() + timedelta(days=60)
    second = planned(business, group, starts_at=later, ends_at=later + timedelta(hours=1))
    assert titles(second) == [LAST_MINUTES, ACTIONS_DUE, "Risk register"]
    end_standing_item(by=business, group=group.reference, item_id=standing.pk)
    with pytest.raises(Refused, match="ended already"):
        end_standing_item(by=business, group=group.reference, item_id=standing.pk)


def test_items_are_added_moved_and_taken_off(business: Person, group: Group) -> None:
    meeting = make_meeting(group, date(2027, 1, 14))
    item = add_item(by=business, reference=meeting.reference, title="Housing", lead="Council")
    assert add_item(by=business, reference=meeting.reference, title="housing") == item
    put_item(by=business, reference=meeting.reference, item_id=item.pk, up=True)
    assert titles(meeting) == ["Housing", "Learning from audits"]
    put_item(by=business, reference=meeting.reference, item_id=item.pk, up=True)  # at the top already
    put_item(by=business, reference=meeting.reference, item_id=item.pk, up=False)
    assert titles(meeting) == ["Learning from audits", "Housing"]
    remove_item(by=business, reference=meeting.reference, item_id=item.pk)
    for act in (lambda: remove_item(by=business, reference=meeting.reference, item_id=item.pk),
                lambda: put_item(by=business, reference=meeting.reference, item_id=item.pk, up=True)):  # fmt: skip
        with pytest.raises(Refused, match="taken off already"):
            act()
    AgendaItem.objects.filter(meeting=meeting).update(minute="Much was said.")
    with pytest.raises(Refused, match="minuted"):
        remove_item(by=business, reference=meeting.reference, item_id=meeting.items.get().pk)


def test_times_that_cannot_be_are_refused(business: Person, group: Group) -> None:
    starts = clock.now() + timedelta(days=30)
    with pytest.raises(Refused, match="end after"):
        planned(business, group, ends_at=starts)
    planned(business, group)
    with pytest.raises(Refused, match="meets then already"):
        planned(business, group)
    ended = make_group(to_on=date(2026, 11, 30))
    with pytest.raises(Refused, match="not there on that day"):
        planned(business, ended)
    early = datetime.fromisoformat("2019-01-01T10:00+00:00")
    with pytest.raises(Refused, match="not there on that day"):
        planned(business, group, starts_at=early, ends_at=early + timedelta(hours=1))
    with pytest.raises(NotVisible):
        plan_meeting(by=business, group="none", starts_at=starts, ends_at=starts + timedelta(hours=1))


def test_the_group_is_told_of_an_invitation_a_move_and_a_cancellation(business: Person, group: Group, seats: list[Seat]) -> None:
    meeting = planned(business, group)
    assert invite(by=business, reference=meeting.reference) == 3
    assert told() == 3
    meeting.refresh_from_db()
    moved = move_meeting(
        by=business, reference=meeting.reference, version=meeting.version, starts_at=meeting.starts_at + timedelta(days=1),
        ends_at=meeting.ends_at + timedelta(days=1), place="Room 2",
    )  # fmt: skip
    assert told() == 6
    with pytest.raises(Conflict):
        cancel_meeting(by=business, reference=meeting.reference, version=meeting.version, reason="Snow")
    cancel_meeting(by=business, reference=meeting.reference, version=moved.version, reason="Snow")
    assert told() == 9
    assert not OutboxMessage.objects.filter(payload__icontains="Quality").exists()
    with pytest.raises(Refused, match="planned meeting"):
        invite(by=business, reference=meeting.reference)
    with pytest.raises(Refused, match="closed"):
        add_item(by=business, reference=meeting.reference, title="Late item")


def test_nobody_to_invite_is_said(business: Person, group: Group) -> None:
    with pytest.raises(Refused, match="Nobody with an account"):
        invite(by=business, reference=planned(business, group).reference)


def test_attendance_makes_it_held_and_tells_whether_it_was_quorate(business: Person, group: Group, seats: list[Seat]) -> None:
    meeting = make_meeting(group, TODAY)
    how = {seats[0].pk: "attended", seats[1].pk: "deputy", seats[2].pk: "apologies"}
    given: dict[str, Any] = {"by": business, "reference": meeting.reference, "version": 1}
    with pytest.raises(Refused, match="Head teacher"):
        record_attendance(**given, how={**how, seats[2].pk: ""}, names={seats[1].pk: "Locum"})
    with pytest.raises(Refused, match="who came for “Inspector”"):
        record_attendance(**given, how=how, names={})
    record_attendance(**given, how=how, names={seats[1].pk: "Locum", seats[2].pk: "ignored"})
    meeting.refresh_from_db()
    assert meeting.state == "held"
    assert quorum_of(meeting)
    assert Attendance.objects.get(seat=seats[2]).name == ""
    record_attendance(
        by=business,
        reference=meeting.reference,
        version=2,
        how=dict.fromkeys(how, "absent") | {seats[0].pk: "attended"},
        names={},
    )
    assert not quorum_of(meeting)
    ahead = make_meeting(group, TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="still to come"):
        record_attendance(by=business, reference=ahead.reference, version=1, how=how, names={})


def test_minutes_are_written_and_approved_and_then_stay(business: Person, group: Group, seats: list[Seat]) -> None:
    meeting = held_with(group, TODAY, {})
    item = meeting.items.get()
    given: dict[str, Any] = {"by": business, "reference": meeting.reference}
    with pytest.raises(Refused, match="Nothing is minuted"):
        approve_minutes(**given, version=1)
    write_minutes(**given, version=1, minutes={item.pk: "Thirty cases were read."}, decisions={item.pk: "Audit again in May."})
    with pytest.raises(Conflict):
        write_minutes(**given, version=1, minutes={item.pk: "Other words"}, decisions={})
    approve_minutes(**given, version=2)
    assert told() == 3
    for act in (
        lambda: write_minutes(**given, version=3, minutes={item.pk: "Later words"}, decisions={}),
        lambda: approve_minutes(**given, version=3),
        lambda: move_meeting(**given, version=3, starts_at=clock.now(), ends_at=clock.now(), place=""),
    ):
        with pytest.raises(Refused, match="closed"):
            act()
    item.refresh_from_db()
    assert (item.minute, item.decision) == ("Thirty cases were read.", "Audit again in May.")


def test_a_meeting_that_was_held_is_neither_moved_nor_cancelled(business: Person, group: Group) -> None:
    meeting = held_with(group, TODAY, {})
    with pytest.raises(Refused, match="stays where it was"):
        move_meeting(
            by=business, reference=meeting.reference, version=1, starts_at=clock.now(), ends_at=clock.now(), place="",
        )  # fmt: skip
    with pytest.raises(Refused, match="Only a planned"):
        cancel_meeting(by=business, reference=meeting.reference, version=1, reason="Snow")
    with pytest.raises(IntegrityError, match="meeting_approved_at_and_by"), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(state="approved")


def test_attendance_of_a_year_has_a_share_for_each_seat(business: Person, group: Group, seats: list[Seat]) -> None:
    one, two, three = seats
    held_with(group, date(2026, 3, 31), {one: "absent"})  # the year before
    held_with(group, date(2026, 4, 1), {one: "attended", two: "deputy", three: "absent"})
    held_with(group, date(2026, 6, 1), {one: "attended", two: "apologies", three: "absent"})
    held_with(group, date(2026, 9, 1), {one: "absent", two: "attended"})
    found = attendance_of(business, group.reference, YEAR)
    assert found is not None
    assert found.days == (date(2026, 4, 1), date(2026, 6, 1), date(2026, 9, 1))
    shares = {seat.title: round(found.share(marks) or 0, 1) for seat, marks in found.rows}
    assert shares == {"Nurse": Decimal("66.7"), "Inspector": Decimal("66.7"), "Head teacher": 0}
    assert found.quorate == (True, False, False)
    assert attendance_of(make_person("practitioner"), group.reference, YEAR) is None


def test_empty_seats_are_flagged_after_three_meetings(business: Person, group: Group, seats: list[Seat]) -> None:
    for month, how in ((5, "attended"), (6, "absent"), (7, "apologies")):
        held_with(group, date(2026, month, 1), {seats[0]: how})
    assert absent_seats(business) == []
    held_with(group, date(2026, 9, 1), {seats[0]: "absent"})
    assert absent_seats(business) == [(seats[0], 3)]


@pytest.mark.parametrize(
    ("marks", "run"), [([], 0), (["attended"], 0), (["absent", "deputy"], 1), (["absent", "apologies", "absent"], 3)]
)
def test_a_run_of_absences_is_counted_from_the_newest(marks: list[str], run: int) -> None:
    assert absences_in_a_row(marks) == run


@pytest.mark.parametrize(("quorum", "quorate"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_quorum_counts_deputies_and_no_apologies(quorum: int, quorate: bool) -> None:
    assert is_quorate(quorum, ["attended", "deputy", "apologies", "absent"]) is quorate


def test_states_lead_where_the_table_says() -> None:
    assert [(one.event, one.sources, one.target) for one in MEETING_TRANSITIONS] == [
        ("hold", ("planned",), "held"), ("cancel", ("planned",), "cancelled"), ("approve", ("held",), "approved"),
    ]  # fmt: skip


def test_members_read_their_own_groups_and_nobody_elses(group: Group, seats: list[Seat]) -> None:
    member = seats[0].holdings.get().person
    assert member is not None
    meeting, other = make_meeting(group, date(2027, 1, 14)), make_meeting(make_group(), date(2027, 1, 15))
    before = held_with(group, date(2026, 9, 1), {})
    assert meetings_ahead(member) == [meeting]
    assert meetings_before(member).rows == (before,)
    client = sign_in(Client(), member)
    assert client.get(f"/meetings/{meeting.reference}/").status_code == 200
    assert client.get(f"/meetings/{other.reference}/").status_code == 404
    assert client.get(f"/meetings/{meeting.reference}/minutes/").status_code == 403


def test_the_pages_lead_from_plan_to_minutes(business: Person, client: Client, group: Group, seats: list[Seat]) -> None:
    sign_in(client, business)
    day = {"on-day": "18", "on-month": "11", "on-year": "2026"}
    times = {"starts": "9:30am", "ends": "11am", "place": "Town hall"}
    assert client.post("/meetings/new/", {"group": group.reference, **day, **times, "ends": "9am"}).status_code == 422
    client.post("/meetings/new/", {"group": group.reference, **day, **times})
    meeting = Meeting.objects.get()
    assert meeting.starts_at.isoformat() == "2026-11-18T09:30:00+00:00"
    address = f"/meetings/{meeting.reference}/"
    client.post(f"{address}items/new/", {"title": "Neglect", "every": "on"})
    client.post(f"{address}invite/")
    item = meeting.items.get(title="Neglect")
    client.post(f"{address}items/{item.pk}/", {"up": "1"})
    how = {f"how_{seat.pk}": "attended" for seat in seats}
    meeting.refresh_from_db()
    client.post(f"{address}attendance/", {**how, "version": meeting.version})
    meeting.refresh_from_db()
    said = {f"minute_{item.pk}": "Audit shows drift.", f"decision_{item.pk}": "Teach it."}
    overtaken = client.post(f"{address}minutes/", {**said, "version": meeting.version - 1})
    assert overtaken.status_code == 409
    assert "Audit shows drift." in overtaken.content.decode()
    client.post(f"{address}minutes/", {**said, "version": meeting.version})
    meeting.refresh_from_db()
    client.post(f"{address}minutes/approve/", {"version": meeting.version})
    page = client.get(address).content.decode()
    for words in ("Minutes approved", "Audit shows drift.", "Teach it.", "The meeting was quorate."):
        assert words in page
    assert "Attended" in client.get(f"/groups/{group.reference}/attendance/2026-27/").content.decode()
    assert client.get(f"/groups/{group.reference}/attendance/rubbish/").status_code == 404
    assert "Neglect" in client.get(f"/groups/{group.reference}/").content.decode()
    assert "Quality" in client.get(f"/meetings/?group={group.reference}").content.decode()


def test_the_list_asks_the_same_number_of_questions_however_long(
    business: Person, group: Group, client: Client, django_assert_max_num_queries: Any
) -> None:
    sign_in(client, business)
    for month in range(1, 10):
        make_meeting(group, date(2027, month, 1))
    with django_assert_max_num_queries(12):
        client.get("/meetings/")


def test_meetings_before_are_listed_twelve_at_a_time(business: Person, group: Group, client: Client) -> None:
    sign_in(client, business)
    for number in range(14):
        held_with(group, date(2025, 6, 1 + number), {})
    page = client.get(f"/meetings/?group={group.reference}")
    listed = page.content.decode()
    assert listed.count("/meetings/NM-") == 12
    assert "Forward plan" in listed
    further = client.get(f"/meetings/{page.context['next_url']}").content.decode()
    assert further.count("/meetings/NM-") == 2
    assert "Forward plan" not in further
    assert f"?group={group.reference}" in further
    assert client.get("/meetings/?after=rubbish").status_code == 200
