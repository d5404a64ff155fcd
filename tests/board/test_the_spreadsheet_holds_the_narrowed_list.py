"""The spreadsheet of actions, read back: its columns, real dates, the list's own filters, and text that stays text."""

from datetime import date, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client

from accounts.models import Person
from board.services.chasing import chase
from foundation import clock
from foundation.exports import Sheet, read_sheet
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

HEADINGS = (
    "Reference", "Plan", "Number", "Action", "Why it matters", "Agreed by", "Lead agency", "Owner",
    "First due", "Due", "State", "Rating", "Last note", "Last asked",
)  # fmt: skip


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def pages(client: Client, business: Person) -> Client:
    return sign_in(client, business)


def workbook(pages: Client, query: str = "") -> bytes:
    answer = pages.get(f"/actions/export/{query}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return answer.content


def sheet(pages: Client, query: str = "") -> Sheet:
    return read_sheet(workbook(pages, query))


def test_a_row_holds_what_the_list_shows_with_real_dates(pages: Client, business: Person) -> None:
    owner = make_person("agency_lead", make_agency("police", name="Northmere Police"), name="Olu Owner")
    late = make_action(
        plan=make_plan(title="Audit of fathers"),
        due_on=date(2026, 11, 2),
        owner=owner,
        number="3.10",
        first_due_on=date(2026, 8, 31),
        why="Fathers are not heard.",
        agreement="Executive group of 3 June 2026",
    )
    chase(by=business, references=[late.reference])
    read = sheet(pages)
    assert read.headings == HEADINGS
    assert read.rows == (
        (
            late.reference, "Audit of fathers", "3.10", late.text, "Fathers are not heard.", "Executive group of 3 June 2026",
            "Northmere Police", "Olu Owner", date(2026, 8, 31),
            date(2026, 11, 2), "Not started", "Red", None, date(2026, 11, 18),
        ),
    )  # fmt: skip


def test_the_filters_of_the_list_and_the_sight_of_the_person_hold_here_too(pages: Client) -> None:
    owner = make_person("agency_lead", make_agency("police"), name="Olu Owner")
    late = make_action(due_on=clock.today() - timedelta(days=1), owner=owner)
    later = make_action(due_on=clock.today() + timedelta(days=90))
    done = make_action(due_on=clock.today(), state="done", done_at=clock.now(), done_by="x")
    left = make_action(due_on=clock.today() + timedelta(days=9), agency=make_agency(), owner=owner)

    def references(client: Client, query: str = "") -> list[object]:
        return [row[0] for row in sheet(client, query).rows]

    assert references(pages) == [late.reference, left.reference, later.reference]
    assert references(pages, "?late=on") == [late.reference]
    assert references(pages, "?state=all&rating=green") == [done.reference, later.reference]
    assert references(pages, "?left=on") == [left.reference]
    assert sheet(pages, "?left=on").rows[0][7] == "Olu Owner (has left)"
    assert references(sign_in(Client(), owner)) == [late.reference]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("https://elsewhere.example")', "https://elsewhere.example"]
)
def test_what_looks_like_a_formula_or_a_link_is_text(pages: Client, text: str) -> None:
    make_action(plan=make_plan(title=text), due_on=clock.today(), text=text, number="=1", owner_post=text)
    content = workbook(pages)
    [row] = read_sheet(content).rows
    assert (row[1], row[2], row[3], row[7]) == (text, "=1", text, text)
    with ZipFile(BytesIO(content)) as book:
        parts = {name: book.read(name).decode() for name in book.namelist()}
    assert not any("<f>" in part or "<hyperlink" in part for name, part in parts.items() if name.startswith("xl/"))
