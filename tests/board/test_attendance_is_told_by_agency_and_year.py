"""Who came to the meetings of a year, agency by agency: the grid of one group and of all, and who is absent again and again."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from accounts.models import Agency, Person
from board.figures.attendance import gather_meetings
from board.models import Group
from board.presenters.attendance import agency_grid
from board.rules import runs_of_absence
from board.selectors.attendance import AttendanceByAgency, Came, attendance_by_agency
from foundation.calendar import FinancialYear
from foundation.exports import read_sheet
from tests.board.build import held_with, make_group, make_seat, seat_somebody
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2026)
PAGE = "/meetings/attendance/2026-27/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def health() -> Agency:
    return make_agency("health", name="Health board")


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Police")


@pytest.fixture
def quality(health: Agency, police: Agency) -> Group:
    """Two seats of health, one of the police, one of nobody’s, an observer: four meetings of the year and one before it."""
    group = make_group("Quality")
    nurse, doctor = make_seat(group, agency=health), make_seat(group, agency=health)
    officer, lay, observer = make_seat(group, agency=police), make_seat(group), make_seat(group, agency=police, counts=False)
    held_with(group, date(2026, 3, 31), {officer: "absent"})  # the year before
    held_with(group, date(2026, 4, 1), {nurse: "attended", doctor: "deputy", officer: "absent", lay: "attended"})
    held_with(group, date(2026, 6, 1), {nurse: "attended", doctor: "absent", officer: "apologies", observer: "attended"})
    held_with(group, date(2026, 9, 1), {nurse: "apologies", doctor: "absent", officer: "absent"})
    held_with(group, date(2026, 11, 2), {nurse: "attended", doctor: "attended", officer: "attended"})
    return group


def shares(found: AttendanceByAgency) -> dict[str, Came]:
    return {row.name: row.share for row in found.rows}


def test_each_agency_has_its_share_over_all_its_seats_that_count(business: Person, quality: Group) -> None:
    found = attendance_by_agency(business, YEAR, quality.reference)
    assert [meeting.day for meeting in found.meetings] == [
        date(2026, 4, 1), date(2026, 6, 1), date(2026, 9, 1), date(2026, 11, 2),
    ]  # fmt: skip
    assert shares(found) == {"Health board": Came(5, 8), "Police": Came(1, 4), "No agency": Came(1, 1)}
    assert found.of_meetings == (Came(3, 4), Came(1, 3), Came(0, 3), Came(3, 3))
    assert found.share == Came(7, 13)


def test_a_cell_says_in_words_how_the_seats_were_filled(business: Person, quality: Group) -> None:
    rows = agency_grid(attendance_by_agency(business, YEAR, quality.reference))["rows"]
    said = {row["name"]: [cell["text"] for cell in row["cells"]] for row in rows}
    assert said == {
        "Health board": ["1 present, 1 deputy", "1 present, 1 absent", "1 apologies, 1 absent", "2 present"],
        "Police": ["Absent", "Apologies", "Absent", "Present"],
        "No agency": ["Present", "–", "–", "–"],
    }
    assert rows[0]["share"] == "62.5%"


def test_a_run_of_absences_is_flagged_wherever_in_the_year_it_lies(business: Person, quality: Group) -> None:
    grid = agency_grid(attendance_by_agency(business, YEAR, quality.reference))
    assert grid["missed"] == ["Police: Nobody came to 3 meetings in a row, 1 Apr 2026 to 1 Sep 2026"]
    (police,) = [row for row in grid["rows"] if row["name"] == "Police"]
    assert [cell["flagged"] for cell in police["cells"]] == [True, True, True, False]


def test_over_all_groups_a_run_is_counted_within_each_group(
    business: Person, quality: Group, police: Agency, health: Agency
) -> None:
    training = make_group("Training")
    officer, nurse = make_seat(training, agency=police), make_seat(training, agency=health)
    held_with(training, date(2026, 4, 20), {officer: "attended", nurse: "absent"})
    held_with(training, date(2026, 9, 20), {officer: "absent", nurse: "absent"})
    found = attendance_by_agency(business, YEAR)
    assert [meeting.group_name for meeting in found.meetings] == [
        "Quality", "Training", "Quality", "Quality", "Training", "Quality",
    ]  # fmt: skip
    assert shares(found)["Police"] == Came(2, 6)
    assert agency_grid(found)["missed"] == ["Police: Nobody came to 3 meetings of Quality in a row, 1 Apr 2026 to 1 Sep 2026"]


def test_the_share_of_an_agency_is_the_published_one(business: Person, quality: Group) -> None:
    with connection.cursor() as cursor:
        (attended,) = [one for one in gather_meetings(YEAR, cursor) if one.code == "meetings.attended"]
    found = attendance_by_agency(business, YEAR)
    assert {name: (one.came, one.asked) for name, one in shares(found).items()} == attended.by["agency"]
    assert (found.share.came, found.share.asked) == (attended.numerator, attended.denominator)


def test_a_member_sees_the_meetings_of_their_own_groups_only(quality: Group, police: Agency) -> None:
    member = make_person("practitioner", police)
    own = make_group("Training")
    seat = make_seat(own, agency=police)
    seat_somebody(seat, member)
    held_with(own, date(2026, 5, 1), {seat: "attended"})
    assert shares(attendance_by_agency(member, YEAR)) == {"Police": Came(1, 1)}
    assert attendance_by_agency(member, YEAR, quality.reference).meetings == ()
    page = sign_in(Client(), member).get(PAGE).content.decode()
    assert "Health board" not in page
    stranger = sign_in(Client(), make_person("practitioner", make_agency()))
    assert "No meetings that you may see in this year" in stranger.get(PAGE).content.decode()


def test_the_page_leads_from_group_to_year_and_back(business: Person, client: Client, quality: Group) -> None:
    sign_in(client, business)
    page = client.get(f"{PAGE}?group={quality.reference}").content.decode()
    for words in ("Quality", "Attendance by agency 2026-27", "62.5%", "Absent in a row", "Seat by seat", "All agencies"):
        assert words in page
    assert "No meetings that you may see" in client.get(f"{PAGE}?group=unknown").content.decode()
    assert client.get("/meetings/attendance/rubbish/").status_code == 404
    assert f"{PAGE}?group={quality.reference}" in client.get(f"/groups/{quality.reference}/").content.decode()
    assert PAGE in client.get("/meetings/").content.decode()
    assert "By agency" in client.get(f"/groups/{quality.reference}/attendance/2026-27/").content.decode()


def test_the_spreadsheet_holds_the_same_numbers(business: Person, client: Client, quality: Group) -> None:
    answer = sign_in(client, business).get(f"{PAGE}export/?group={quality.reference}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    sheet = read_sheet(answer.content)
    assert sheet.headings == (
        "Agency", "1 Apr 2026", "1 Jun 2026", "1 Sep 2026", "2 Nov 2026", "Present", "Deputy", "Apologies", "Absent", "Places",
        "Attendance, %", "Absences in a row",
    )  # fmt: skip
    health, *_others, everybody = sheet.rows
    assert health[:2] == ("Health board", "1 present, 1 deputy")
    assert [float(str(number)) for number in health[5:11]] == [4, 1, 1, 2, 8, 62.5]
    assert everybody[:5] == ("All agencies", "75.0%", "33.3%", "0.0%", "100.0%")
    assert client.get("/meetings/attendance/rubbish/export/").status_code == 404


def test_a_longer_year_asks_no_more_questions(
    business: Person, client: Client, quality: Group, police: Agency, django_assert_max_num_queries: Any
) -> None:
    sign_in(client, business)
    seat = make_seat(quality, agency=police)
    for month in range(4, 13):
        held_with(quality, date(2026, month, 20), {seat: "attended", make_seat(quality, agency=make_agency()): "absent"})
    with django_assert_max_num_queries(11):
        client.get(PAGE)


@pytest.mark.parametrize(
    ("came", "runs"),
    [
        ([], []), ([True], []), ([False, False, True], []), ([False, False, False], [(0, 1, 2)]),
        ([True, False, False, False, False, True, False], [(1, 2, 3, 4)]),
        ([False, False, False, True, False, False, False], [(0, 1, 2), (4, 5, 6)]),
    ],
)  # fmt: skip
def test_a_run_is_three_or_more(came: list[bool], runs: list[tuple[int, ...]]) -> None:
    assert runs_of_absence(came) == runs
