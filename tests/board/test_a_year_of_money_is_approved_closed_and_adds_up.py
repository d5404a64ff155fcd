"""The budget of a year: what was pledged, invoiced and received, shares, stated totals, approval, closing, files in and out."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.budget_files import read_budget
from board.models import BudgetLine, BudgetYear
from board.presenters.budget import carried_sentence, stated_sentences
from board.selectors.budget import budget_of, year_on_year
from board.services.budget import (
    approve_budget,
    close_budget_year,
    describe_budget_year,
    import_budget_lines,
    remove_budget_line,
    set_budget_line,
)
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from foundation.exports import Sheet, read_sheet
from foundation.models import Document
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
PAGE = "/budget/2025-26/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def executive() -> Person:
    return make_person("executive", make_agency())


def line(by: Person, heading: str = "Council", amount: int = 100, **told: Any) -> BudgetLine:
    kept = {"year": YEAR, "side": "income", **told}
    return set_budget_line(by=by, heading=heading, amount=Decimal(amount), **kept)


def whole(by: Person) -> None:
    line(by)
    line(by, "Staff", side="expenditure")


def version() -> int:
    return BudgetYear.objects.get().version


def test_set_budget_line_twice_writes_once_and_a_stale_form_is_refused(business: Person) -> None:
    make_agency("police", code="police")
    told = {
        "agency": "police",
        "pledged": Decimal(150),
        "pledged_on": date(2025, 4, 1),
        "made_up": Decimal(20),
        "committed": Decimal(9),
    }
    first = line(business, "Police", **told)
    assert line(business, "police", **told) == first
    assert (first.pledged, first.committed, first.version) == (150, None, 1)
    with pytest.raises(Refused, match="line of that heading") as refused:
        line(business, "POLICE", 7)
    assert refused.value.field == "heading"
    changed = line(business, "Police", 120, version=1)
    assert (changed.amount, changed.pledged, changed.agency, changed.version) == (120, None, None, 2)
    with pytest.raises(Conflict):
        line(business, "Police", 130, version=1)
    remove_budget_line(by=business, year=YEAR, side="income", heading="Police")
    with pytest.raises(Refused, match="removed meanwhile"):
        line(business, "Police", 130, version=2)
    with pytest.raises(Refused, match="already been removed"):
        remove_budget_line(by=business, year=YEAR, side="income", heading="Police")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"amount": -1}, "amount"),
        ({"pledged": Decimal(-1)}, "pledged"),
        ({"made_up": Decimal(101)}, "made_up"),
        ({"agency": "nobody"}, "agency"),
        ({"side": "expenditure", "forecast": Decimal(-1)}, "forecast"),
    ],
)
def test_set_budget_line_refuses_money_that_cannot_be(business: Person, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        line(business, **told)
    assert refused.value.field == field


def test_stated_totals_stand_beside_the_sum_and_correct_nothing(business: Person) -> None:
    line(business)
    line(business, "Police", 30, pledged=Decimal(50))
    line(business, "Hospital", 70, pledged=Decimal(60), made_up=Decimal(10))
    told = {"stated_income": Decimal(210), "stated_expenditure": None, "value_for_money": "Two posts."}
    describe_budget_year(by=business, year=YEAR, version=version(), **told)
    describe_budget_year(by=business, year=YEAR, version=1, **told)
    with pytest.raises(Conflict):
        describe_budget_year(by=business, year=YEAR, version=1, **{**told, "value_for_money": "x"})
    found = budget_of(YEAR)
    assert stated_sentences(found) == ["Income is stated as £210. Its lines add to £200: £10 less."]
    assert (found.total_income, found.shortfall, found.total("made_up"), found.total("in_kind")) == (200, 20, 10, None)
    assert [one.share for one in found.income] == [Decimal("50.0"), Decimal("15.0"), Decimal("35.0")]


def test_a_year_stands_beside_the_one_before(business: Person) -> None:
    police = make_agency("police", code="police")
    before = YEAR.previous()
    line(business, "The police", 50, year=before, agency="police")
    line(business, "Lottery", 5, year=before)
    line(business, "Police", 60, agency="police")
    line(business, "Kept", 40, source="carried_forward")
    now, then = budget_of(YEAR), budget_of(before)
    ((_side, rows), _spending) = year_on_year(now, then)
    assert [(one.heading, one.before, one.now, one.change.absolute) for one in rows] == [
        ("Police", 50, 60, 10), ("Kept", None, 40, 40), ("Lottery", 5, None, -5),
    ]  # fmt: skip
    assert carried_sentence(now, then) == "Carried forward from 2024-25: £40, which is not the £55 that 2024-25 left."
    assert carried_sentence(then, budget_of(before.previous())) == ""
    assert now.income[0].line.agency == police


def test_the_executive_approves_what_it_read_and_a_change_takes_that_away(business: Person, executive: Person) -> None:
    line(business)
    with pytest.raises(Refused, match="without income"):
        approve_budget(by=executive, year=YEAR, version=version())
    line(business, "Staff", side="expenditure")
    with pytest.raises(Conflict):
        approve_budget(by=executive, year=YEAR, version=version() - 1)
    with pytest.raises(NotAllowed):
        approve_budget(by=business, year=YEAR, version=version())
    for _ in range(2):
        approve_budget(by=executive, year=YEAR, version=version())
    assert BudgetYear.objects.get().approved_by == executive.reference
    line(business, "Staff", 90, side="expenditure", version=1)
    assert BudgetYear.objects.get().approved_at is None
    verbs = [event.verb for event in history(Subject("budget", YEAR.label))]
    assert verbs.count("board.budget_approved") == verbs.count("board.budget_approval_lapsed") == 1


def closed(business: Person, executive: Person) -> None:
    whole(business)
    approve_budget(by=executive, year=YEAR, version=version())
    for _ in range(2):
        close_budget_year(by=business, year=YEAR)


def test_a_year_is_closed_when_it_is_over_and_approved(business: Person, executive: Person) -> None:
    line(business, year=FinancialYear(2026))
    with pytest.raises(Refused, match="not over yet"):
        close_budget_year(by=business, year=FinancialYear(2026))
    whole(business)
    with pytest.raises(Refused, match="not approved"):
        close_budget_year(by=business, year=YEAR)


def test_nothing_of_a_closed_year_changes_by_code_or_in_the_database(business: Person, executive: Person) -> None:
    closed(business, executive)
    for do in (
        lambda: line(business, "Police"),
        lambda: line(business, "Council", 7, version=1),
        lambda: remove_budget_line(by=business, year=YEAR, side="income", heading="Council"),
        lambda: import_budget_lines(by=business, year=YEAR, lines=[], stated={"income": Decimal(1)}),
        lambda: describe_budget_year(
            by=business, year=YEAR, version=version(), stated_income=None, stated_expenditure=None, value_for_money="x"
        ),
    ):
        with pytest.raises(Refused, match="is closed"):
            do()
    lines = BudgetLine.objects.filter(year=YEAR.label)
    line(business, year=FinancialYear(2026))
    elsewhere = BudgetLine.objects.filter(year="2026-27")
    for change in (
        lambda: lines.update(amount=1),
        lines.delete,
        lambda: elsewhere.update(year=YEAR.label),
        lambda: BudgetLine.objects.create(year=YEAR.label, side="income", position=9, heading="New", amount=1),
        lambda: BudgetYear.objects.filter(year=YEAR.label).update(closed_at=None, closed_by=""),
        BudgetYear.objects.filter(year=YEAR.label).delete,
    ):
        with pytest.raises(InternalError), transaction.atomic():
            change()
    elsewhere.update(amount=3)


def test_the_figures_are_what_was_received_and_spent(business: Person) -> None:
    line(business, "Police", 30, pledged=Decimal(50), in_kind=Decimal(1000), in_kind_words="A room")
    line(business, "Staff", 90, side="expenditure", forecast=Decimal(500))
    income, spent = read_figure("budget.income", YEAR), read_figure("budget.expenditure", YEAR)
    assert income is not None
    assert spent is not None
    assert (income.value, spent.value) == (30, 90)


HEADINGS = ("Side", "Heading", "Amount", "Pledged", "Pledged on", "Agency", "Kind of income", "Made up", "Forecast")


def test_a_file_gives_its_good_rows_and_says_what_is_wrong_with_the_rest() -> None:
    police = make_agency("police", code="police", name="Northmere Police")
    rows = (
        ("Income", "Police", "£5,000", 6000, date(2025, 4, 1), "northmere police", "Grant", None, None),
        ("income", "Council", "£1,2O0", None, None, None, None, None, None),
        ("income", "Health", 10, "-3", "soon", "nobody", "gift", 11, None),
        ("", "", None, None, None, None, None, None, None),
        ("income", "POLICE", 3, None, None, None, None, None, None),
        ("expenditure", "Staff", Decimal("12.50"), None, None, None, None, None, 40),
        ("income", "Total", 5100, None, None, None, None, None, None),
        ("income", "x" * 101, 5100, None, "01/04/2025", None, None, None, None),
    )
    found = read_budget(Sheet(HEADINGS, rows), {"northmere police": police})
    first, second = found.lines
    assert (first["amount"], first["pledged"], first["agency"], first["source"]) == (5000, 6000, police, "grant")
    assert (second["side"], second["amount"], second["forecast"]) == ("expenditure", Decimal("12.50"), 40)
    assert "pledged" not in second
    assert found.stated == {"income": 5100}
    said = [(one.line, one.column, one.typed) for one in found.wrong]
    long = "x" * 101
    assert said == [
        (3, "amount", "£1,2O0"), (4, "pledged", "-3"), (4, "pledged on", "soon"), (4, "kind of income", "gift"),
        (4, "agency", "nobody"), (4, "made up", "11"), (5, "side", ""), (5, "heading", ""), (5, "amount", ""),
        (6, "heading", "POLICE"), (9, "heading", long),
    ]  # fmt: skip
    assert found.wrong[0].sentence == "Amount must be an amount of money, like 1,200 or 35.50."
    with pytest.raises(Refused, match="column “amount”"):
        read_budget(Sheet(("side", "heading"), ()), {})


def test_the_pages_keep_refuse_and_give_back(
    client: Client, business: Person, executive: Person, django_assert_max_num_queries: Any
) -> None:
    make_agency("police", code="police", name="Northmere Police")
    sign_in(client, business)
    told = {"side": "income", "heading": "Police", "amount": "50", "source": "grant", "agency": "police", "pledged": "60"}
    refused = client.post(f"{PAGE}line/", {**told, "amount": "£1,2O0", "pledged": "lots"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "£1,2O0" in page
    assert "Amount must be an amount of money, like 1,200 or 35.50" in page
    assert "Pledged must be an amount of money" in page
    assert client.post(f"{PAGE}line/", {**told, "forecast": "rubbish"}).status_code == 302
    address = f"{PAGE}line/?side=income&heading=Police"
    overtaken = client.post(address, {"amount": "51", "source": "grant", "version": "7"})
    assert overtaken.status_code == 409
    assert "What is saved now" in overtaken.content.decode()
    about = client.post(f"{PAGE}about/", {"stated_income": "70", "value_for_money": "A post.", "version": str(version())})
    assert about.status_code == 302
    file = SimpleUploadedFile("budget.csv", b"Side,Heading,Amount\nExpenditure,Staff,20\nExpenditure,Rent,2O\n")
    answer = client.post(f"{PAGE}import/", {"file": file})
    assert answer.status_code == 422
    assert "2O" in answer.content.decode()
    assert BudgetLine.objects.get(heading="Staff").amount == 20
    wrong = client.post(f"{PAGE}import/", {"file": SimpleUploadedFile("budget.csv", b"a,b\n1,2\n")})
    assert "The file needs a column" in wrong.content.decode()
    kept = client.get(f"{PAGE}export/").content
    assert read_sheet(kept).rows[0][:5] == ("Income", "Police", 50, 100, "Grant")
    assert client.post(f"{PAGE}import/", {"file": SimpleUploadedFile("b.xlsx", kept)}).status_code == 302
    assert BudgetLine.objects.get(heading="Police").version == 1
    with django_assert_max_num_queries(12):
        page = client.get(PAGE).content.decode()
    for words in ("Income is stated as £70.", "Shortfall", "£10 short", "A post.", "Northmere Police", "Grant"):
        assert words in page
    assert client.post(f"{PAGE}approve/").status_code == 403
    sign_in(client, executive)
    client.post(f"{PAGE}approve/", {"version": "1"})
    assert BudgetYear.objects.get().approved_at is None
    client.post(f"{PAGE}approve/", {"version": str(version())})
    sign_in(client, business)
    assert "Close the year" in client.get(PAGE).content.decode()
    client.post(f"{PAGE}close/")
    page = client.get(PAGE).content.decode()
    assert "Nothing changes while it is closed" in page
    assert "Add a line" not in page
    client.post(address, {"remove": "1"})
    assert "is closed" in client.post(address, {"amount": "1", "source": "grant", "version": "1"}).content.decode()
    assert BudgetLine.objects.count() == 2


def test_a_document_is_kept_with_its_line_and_opens_for_the_board(client: Client, business: Person) -> None:
    from board.documents import budget_line_door

    kept = line(business, "Rent", side="expenditure")
    sign_in(client, business)
    address = f"{PAGE}document/?side=expenditure&heading=Rent"
    assert client.post(address, {}).status_code == 422
    pdf = SimpleUploadedFile("invoice.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    assert client.post(address, {"file": pdf}).status_code == 302
    document = Document.objects.get()
    assert (document.record_kind, document.record_reference) == ("budget_line", str(kept.pk))
    assert "invoice.pdf" in client.get(PAGE).content.decode()
    assert client.get(f"{PAGE}document/?side=income&heading=None").status_code == 302
    assert budget_line_door(business, str(kept.pk)) == ()
    for person, reference in ((make_person("agency_lead"), str(kept.pk)), (business, "999999"), (business, "x")):
        with pytest.raises(NotVisible):
            budget_line_door(person, reference)
