"""A group of a past day has the name, purpose, frequency, quorum and chair of that day, on its page and in the chart."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.test import Client

from accounts.models import Person
from board.figures.attendance import gather_meetings
from board.models import Group, RecordPast
from board.presenters.structure import chair_words, line_words, structure_chart
from board.selectors.meetings import attendance_of, quorum_of
from board.selectors.structure import group_on, structure_on
from board.services.structure import change_group
from foundation import clock
from foundation.calendar import FinancialYear
from tests.board.build import held_with, make_group, make_line, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
RENAMED = date(2026, 11, 18)
BEFORE = RENAMED - timedelta(days=1)
LATER = date(2026, 12, 1)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def group(business: Person) -> Group:
    """A group that was called otherwise until today, when it was also told to meet more often with fewer seats."""
    found = make_group("Quality assurance", purpose="Audits.", meets="every quarter", quorum=3)
    change_group(
        by=business, reference=found.reference, name="Quality and learning", purpose="Audits and what they teach.",
        meets="every month", quorum=1,
    )  # fmt: skip
    found.refresh_from_db()
    return found


def test_of_a_past_day_it_says_what_it_said_then(group: Group) -> None:
    then, now = group_on(group.reference, BEFORE), group_on(group.reference, RENAMED)
    assert (then.group.name, then.group.purpose, then.group.meets, then.group.quorum) == (
        "Quality assurance", "Audits.", "every quarter", 3,
    )  # fmt: skip
    assert then.called_now == "Quality and learning"
    assert (now.group.name, now.group.quorum) == ("Quality and learning", 1)


def test_of_several_changes_the_one_that_held_on_the_day_is_shown(business: Person, group: Group) -> None:
    for name in ("Learning", "Learning together"):
        with clock.frozen(noon(LATER)):
            change_group(by=business, reference=group.reference, name=name, purpose="", meets="", quorum=0)
    with clock.frozen(noon(LATER + timedelta(days=9))):
        days = (BEFORE, RENAMED, LATER - timedelta(days=1), LATER)
        names = [group_on(group.reference, day).group.name for day in days]
    assert names == ["Quality assurance", "Quality and learning", "Quality and learning", "Learning together"]
    Group.objects.get(name="Learning together")  # a look at a past day has saved nothing


def test_a_change_that_changes_nothing_keeps_nothing(business: Person, group: Group) -> None:
    kept = RecordPast.objects.count()
    change_group(
        by=business, reference=group.reference, name=group.name, purpose=group.purpose, meets=group.meets, quorum=group.quorum
    )
    assert RecordPast.objects.count() == kept
    with pytest.raises(Exception, match="append_only"), transaction.atomic():
        RecordPast.objects.update(told={})


def test_the_chart_and_its_lines_have_the_names_of_the_day(group: Group) -> None:
    board, part = make_group("Executive", kind="executive"), make_group("Training")
    make_line(group, board)
    make_line(part, group)
    make_line(part, board, kind="linked_with")
    chart = structure_chart(structure_on(BEFORE))
    assert chart is not None
    assert "Quality assurance" in chart.svg
    assert "Quality and learning" not in chart.svg
    assert {row[0]: row[3] for row in chart.table[1]}["Training"] == "Quality assurance"
    reporting = group_on(board.reference, BEFORE).reporting
    assert [line.group.name for line in reporting] == ["Quality assurance"]
    assert line_words(structure_on(BEFORE).links) == ["Training is linked with Executive"]
    parent = group_on(part.reference, BEFORE).reports_to
    assert parent is not None
    assert parent.other.name == "Quality assurance"


def test_the_chair_is_the_one_of_the_day(group: Group) -> None:
    seat = make_seat(group, title="Chair", part="chair")
    seat_somebody(seat, name="Ada First", to_on=BEFORE)
    seat_somebody(seat, name="Bo Second", from_on=RENAMED)
    seat_somebody(seat, name="Cy Deputy", deputy=True)
    assert chair_words(group_on(group.reference, BEFORE)) == "Ada First"
    assert chair_words(group_on(group.reference, RENAMED)) == "Bo Second"
    assert chair_words(group_on(make_group().reference, RENAMED)) == ""


def test_whether_a_meeting_could_decide_goes_by_the_quorum_of_its_day(business: Person, group: Group) -> None:
    seat = make_seat(group)
    first, second = (held_with(group, day, {seat: "attended"}) for day in (BEFORE, RENAMED))
    assert not quorum_of(first)
    assert quorum_of(second)
    found = attendance_of(business, group.reference, FinancialYear(2026))
    assert found is not None
    assert found.quorate == (False, True)
    with connection.cursor() as cursor:
        (quorate,) = [one for one in gather_meetings(FinancialYear(2026), cursor) if one.code == "meetings.quorate"]
    assert (quorate.numerator, quorate.denominator) == (1, 2)


def test_the_page_says_of_which_day_it_is(business: Person, client: Client, group: Group) -> None:
    board = make_group("Executive", kind="executive")
    make_line(group, board)
    sign_in(client, business)
    page = client.get(f"/groups/{group.reference}/?on={BEFORE}").content.decode()
    for words in ("Quality assurance", "It is called Quality and learning today", "every quarter", "Its quorum is 3"):
        assert words in page
    assert f"/groups/{board.reference}/?on={BEFORE}" in page
    assert "Change the group" not in page
    assert "Quality assurance" in client.get(f"/structure/?on={BEFORE}").content.decode()
    today = client.get(f"/groups/{group.reference}/").content.decode()
    assert "Quality assurance" not in today
    assert "Change the group" in today


def test_a_group_that_ended_later_had_not_ended_then(business: Person, client: Client) -> None:
    ended = make_group("Task", to_on=RENAMED)  # its last day
    sign_in(client, business)
    assert "Ended" in client.get(f"/groups/{ended.reference}/").content.decode()
    assert "<strong>Ended</strong>" not in client.get(f"/groups/{ended.reference}/?on={BEFORE}").content.decode()
