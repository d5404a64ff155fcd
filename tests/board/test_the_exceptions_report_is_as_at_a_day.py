"""The exceptions report: what did not go as agreed as at a day, on the page, as a spreadsheet and as tagged PDF."""

import io
from datetime import date, datetime, timedelta
from html import unescape
from zipfile import ZipFile

import docx
import pytest
from django.test import Client

from accounts.models import Person
from board.copying.exceptions import document as document_of_copy
from board.models import Action, ExceptionsCopy
from board.presenters.exceptions import RULE
from board.selectors.exceptions import MOST, ExceptionFilter, exceptions_on
from board.services.actions import reschedule
from board.services.exceptions import ask_for_exceptions_copy, purge_exceptions_copies
from board.services.judging import judge_report
from board.services.progress import write_update
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.exports import read_sheet
from foundation.outbox import deliver_now
from foundation.tagged_pdf import check
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in
from work.selectors.copies import file_of

pytestmark = pytest.mark.django_db

OPENED = date(2026, 1, 12)
TODAY = date(2026, 11, 18)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


@pytest.fixture
def business() -> Person:
    with clock.frozen(at(OPENED)):
        return make_person("business_team", make_agency("partnership"))


def make(due_on: date, **given: object) -> Action:
    return make_action(due_on=due_on, **{"plan": make_plan(opened_on=OPENED), "last_update_at": None, **given})


def told(action: Action, days_ago: int, by: Person, text: str = "Going well.") -> Action:
    with clock.frozen(at(TODAY - timedelta(days=days_ago))):
        write_update(by=by, reference=action.reference, version=action.version, text=text)
    action.refresh_from_db()
    return action


def test_what_is_late_red_amber_stale_or_coming_due_is_listed_and_nothing_else(business: Person) -> None:
    late = told(make(TODAY - timedelta(days=3)), 5, business)
    coming = told(make(TODAY + timedelta(days=28)), 5, business)
    stale = told(make(TODAY + timedelta(days=120)), 61, business)
    overruled = told(make(TODAY + timedelta(days=120), overruled_rating="amber", overruled_reason="Staff"), 5, business)
    told(make(TODAY + timedelta(days=120)), 60, business)
    make(TODAY - timedelta(days=3), state="done", done_at=clock.now(), done_by="x")
    make(TODAY - timedelta(days=3), state="withdrawn")
    rows = exceptions_on(business, TODAY, ExceptionFilter())
    assert [row.action for row in rows] == [late, coming, overruled, stale]
    assert [(row.is_late, row.is_coming, row.is_stale) for row in rows] == [
        (True, False, False),
        (False, True, False),
        (False, False, False),
        (False, False, True),
    ]


def test_it_reports_a_past_day_as_it_was(business: Person) -> None:
    action, owner = make(date(2026, 6, 30)), make_person("agency_lead")
    told(action, 100, business, "Begun.")
    with clock.frozen(at(date(2026, 9, 1))):
        reschedule(by=business, reference=action.reference, due_on=date(2027, 6, 30), reason="Staff left.")
    with clock.frozen(at(date(2026, 10, 1))):
        write_update(by=business, reference=action.reference, version=3, text="Done.", report_done=True)
    judge_report(
        by=make_person("business_team"),
        reference=action.reference,
        accepted=True,
        note="Looked at it.",
        evidence_seen="The register, at the office",
    )
    assert exceptions_on(business, TODAY, ExceptionFilter()) == ()
    [row] = exceptions_on(business, date(2026, 8, 31), ExceptionFilter())
    assert (row.rating, row.due_on, row.note, row.is_late) == ("red", date(2026, 6, 30), "Begun.", True)
    [row] = exceptions_on(business, date(2026, 7, 15), ExceptionFilter())
    assert (row.note, row.noted_at, row.is_stale) == ("", None, True)
    assert exceptions_on(business, OPENED - timedelta(days=1), ExceptionFilter()) == ()
    assert exceptions_on(owner, date(2026, 8, 31), ExceptionFilter()) == ()


def test_it_is_narrowed_to_a_plan_and_an_agency(business: Person) -> None:
    police, plan = make_agency("police"), make_plan(opened_on=OPENED)
    ours = make(TODAY, agency=police)
    of_plan = make(TODAY, plan=plan)
    assert [row.action for row in exceptions_on(business, TODAY, ExceptionFilter(agency=police.code))] == [ours]
    assert [row.action for row in exceptions_on(business, TODAY, ExceptionFilter(plan=plan.reference))] == [of_plan]
    lead = make_person("agency_lead", police)
    assert [row.action for row in exceptions_on(lead, TODAY, ExceptionFilter())] == [ours]


def test_the_page_and_the_spreadsheet_have_the_columns_of_a_scrutiny_report(client: Client, business: Person) -> None:
    police = make_agency("police", name="Northmere Police")
    late = make(date(2026, 11, 2), agency=police, plan=make_plan(title="Inspection", opened_on=OPENED), number="2.1")
    told(late, 4, business, "Two of three sites.")
    pages = sign_in(client, business)
    page = pages.get("/exceptions/").content.decode()
    for words in ("Exceptions as at 18 November 2026", "Person responsible", "Progress as at 18 Nov 2026", "Late by 16 days"):
        assert words in page, words
    assert "No exceptions" in pages.get("/exceptions/?on-day=1&on-month=1&on-year=2026").content.decode()
    ahead = pages.get("/exceptions/?on-day=1&on-month=1&on-year=2036").content.decode()
    assert "must be today or in the past" in ahead
    read = read_sheet(pages.get("/exceptions/export/").content)
    assert read.headings[3:7] == ("Agency", "Person responsible", "Deadline", "Progress as at 18 November 2026")
    [row] = read.rows
    assert row[:7] == (
        "Inspection", "2.1", late.text, "Northmere Police", "Head of Safeguarding", date(2026, 11, 2), "Two of three sites.",
    )  # fmt: skip
    assert row[8:10] == ("late by 16 days", "Red")


def test_the_document_for_a_word_processor_has_the_five_columns_and_the_rule(client: Client, business: Person) -> None:
    police, plan = make_agency("police", name="Northmere Police"), make_plan(title="Inspection", opened_on=OPENED)
    told(make(date(2026, 11, 2), agency=police, plan=plan, number="2.1"), 4, business, "Two of three sites & <b>more</b>.")
    make(date(2026, 12, 1), number="7", recovery_plan="Two more sessions.")
    pages = sign_in(client, business)
    where = "/exceptions/document/?on-day=18&on-month=11&on-year=2026"
    assert where.replace("&", "&amp;") in pages.get("/exceptions/").content.decode()
    answer = pages.get(where)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="exceptions-as-at-18-november-2026.docx"'
    document = docx.Document(io.BytesIO(answer.content))
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["Exceptions as at 18 November 2026"]
    texts = [one.text for one in document.paragraphs]
    assert RULE in texts
    assert "For the committee. Open actions as they stood at the end of 18 November 2026: 1 red, 1 amber" in " ".join(texts)
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == [
        "Action", "Person responsible", "Deadline", "Progress as at 18 November 2026", "RAG",
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[1].cells] == [
        "2.1 Check that every referral names the father.\nInspection", "Head of Safeguarding\nNorthmere Police",
        "2 November 2026", "Two of three sites & <b>more</b>.\n14 November 2026\nLate by 16 days", "Red",
    ]  # fmt: skip
    assert [row.cells[4].text for row in table.rows[1:]] == ["Red", "Amber"]
    narrowed = pages.get(f"{where}&plan={plan.reference}&agency={police.code}")
    assert "inspection-northmere-police.docx" in narrowed.headers["Content-Disposition"]
    early = docx.Document(io.BytesIO(pages.get("/exceptions/document/?on-day=1&on-month=1&on-year=2026").content))
    assert "No exceptions: every open action of that day was on track." in [one.text for one in early.paragraphs]


HEAD = {
    "committee": "Scrutiny committee for children & learning", "meets_on-day": "8", "meets_on-month": "12",
    "meets_on-year": "2026", "agenda_item": "7a", "lead_officer": "Director of Quality",
    "purpose": "To note what is late.\nTo ask why.",
}  # fmt: skip
SAID = (
    ("To", "Scrutiny committee for children & learning"),
    ("Date of the meeting", "8 December 2026"),
    ("Agenda item", "7a"),
    ("Lead officer", "Director of Quality"),
    ("Purpose", "To note what is late.\nTo ask why."),
)


def test_the_head_of_the_paper_stands_on_the_page_in_the_address_and_in_every_file(client: Client, business: Person) -> None:
    make(date(2026, 11, 2))
    pages = sign_in(client, business)
    answer = pages.get("/exceptions/", HEAD)
    assert tuple(answer.context["head"]) == SAID
    page = answer.content.decode()
    assert "Scrutiny committee for children &amp; learning" in page
    assert answer.context["query"].items() >= HEAD.items()
    read = read_sheet(pages.get(answer.context["export_url"]).content)
    assert read.rows
    with ZipFile(io.BytesIO(pages.get(answer.context["export_url"]).content)) as book:
        cells = unescape("".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml")))
    document = docx.Document(io.BytesIO(pages.get(answer.context["document_url"]).content))
    texts = [one.text for one in document.paragraphs]
    for label, text in SAID:
        assert f"{label}: {text}" in cells, label
        assert f"{label}: {text}" in texts, label
    asked = pages.post("/exceptions/copy/", {"once": "page-1", **answer.context["query"]})
    copy = ExceptionsCopy.objects.get()
    assert (copy.committee, copy.meets_on, copy.agenda_item) == (HEAD["committee"], date(2026, 12, 8), "7a")
    html = document_of_copy(copy)
    for _label, text in SAID:
        assert text.split("\n")[0].replace("&", "&amp;") in html
    back = pages.get(asked.headers["Location"]).context["back_url"]
    assert tuple(pages.get(back).context["head"]) == SAID


def test_a_head_with_nonsense_in_it_is_refused_beside_its_field_and_not_printed(client: Client, business: Person) -> None:
    pages = sign_in(client, business)
    wrong = {"meets_on-day": "31", "meets_on-month": "2", "meets_on-year": "2026", "agenda_item": "x" * 21}
    answer = pages.get("/exceptions/", HEAD | wrong)
    assert set(answer.context["filter_form"].errors) == {"meets_on", "agenda_item"}
    assert [label for label, _text in answer.context["head"]] == ["To", "Lead officer", "Purpose"]
    assert "<title>Error: " in answer.content.decode()
    assert answer.context["filter_form"]["purpose"].value() == HEAD["purpose"]
    assert pages.get("/exceptions/").context["head"] == []


def test_it_lists_a_thousand_actions_at_most_red_ones_first(client: Client, business: Person) -> None:
    plan, agency = make_plan(opened_on=OPENED), make_agency("police")
    late = [make_action(due_on=TODAY + timedelta(days=10), plan=plan, agency=agency) for _ in range(2)]
    Action.objects.bulk_create(like(late[0], number) for number in range(MOST))
    Action.objects.filter(pk=late[1].pk).update(overruled_rating="red", overruled_reason="Nobody is in post.")
    rows = exceptions_on(business, TODAY, ExceptionFilter())
    assert len(rows) == MOST == 1_000
    assert rows[0].action == late[1]
    assert Action.objects.count() == MOST + 2
    pages = sign_in(client, business)
    assert "The first 1,000 are listed" in pages.get("/exceptions/").content.decode()
    assert len(read_sheet(pages.get("/exceptions/export/").content).rows) == MOST


def like(action: Action, number: int) -> Action:
    """A new action like another one, under its own number."""
    names = ("plan_id", "agency_id", "text", "owner_post", "added_on", "first_due_on", "due_on", "amber_from", "red_from")
    return Action(number=f"m{number}", **{name: getattr(action, name) for name in names})


def test_the_pdf_is_tagged_made_once_and_seen_by_whoever_asked(client: Client, business: Person) -> None:
    make(date(2026, 11, 2), text="Name the <b>father</b> & ask.")
    pages = sign_in(client, business)
    press = {"once": "page-1", "on-day": "18", "on-month": "11", "on-year": "2026"}
    answer = pages.post("/exceptions/copy/", press)
    pages.post("/exceptions/copy/", press)
    copy = ExceptionsCopy.objects.get()
    assert answer.headers["Location"] == f"/exceptions/copies/{copy.reference}/"
    assert "Your copy is being made" in pages.get(answer.headers["Location"]).content.decode()
    deliver_now()
    copy.refresh_from_db()
    assert copy.state == "ready"
    assert check(file_of(copy)) == copy.pages == 1
    assert "Download the PDF" in pages.get(f"/exceptions/copies/{copy.reference}/progress/").content.decode()
    file = pages.get(f"/exceptions/copies/{copy.reference}/file/")
    assert file.headers["Content-Type"] == "application/pdf"
    assert sign_in(Client(), make_person("executive")).get(f"/exceptions/copies/{copy.reference}/").status_code == 404
    deliver_now()
    with clock.frozen(clock.now() + timedelta(days=1, minutes=1)):
        assert purge_exceptions_copies(by=SystemActor("board.purge_copies")) == 1
    copy.refresh_from_db()
    assert copy.state == "removed"


def test_a_pdf_is_asked_for_by_those_who_read_the_report(business: Person) -> None:
    given = {"plan": "", "agency": "", "once": "page-1"}
    with pytest.raises(Refused, match="not in the future") as refused:
        ask_for_exceptions_copy(by=business, day=clock.today() + timedelta(days=1), **given)
    assert refused.value.field == "on"
    with pytest.raises(NotVisible):
        ask_for_exceptions_copy(by=business, day=clock.today(), **given | {"plan": "nothing"})
    with pytest.raises(NotAllowed):
        ask_for_exceptions_copy(by=make_person("practitioner"), day=clock.today(), **given)
