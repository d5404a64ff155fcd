"""Headings of expenditure are put into groups with sub-totals; who fell short and who made up for it is told everywhere."""

import io
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from python_calamine import CalamineWorkbook

from accounts.models import Person
from board.budget_files import read_budget
from board.models import BudgetLine
from board.presenters.budget import shares_note, shortfall_sentence
from board.selectors.budget import budget_of
from board.services.budget import import_budget_lines, set_budget_line
from foundation.calendar import FinancialYear
from foundation.exports import Sheet, read_sheet
from tests.factories import make_agency, make_person, sign_in
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
PAGE = "/budget/2025-26/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


def spend(by: Person, heading: str, amount: int, group: str = "", **told: Any) -> BudgetLine:
    given = {"year": YEAR, "side": "expenditure", "heading_group": group, **told}
    return set_budget_line(by=by, heading=heading, amount=Decimal(amount), **given)


def give(by: Person, heading: str, amount: int, **told: Any) -> BudgetLine:
    return set_budget_line(by=by, heading=heading, amount=Decimal(amount), **{"year": YEAR, "side": "income", **told})


def sheets_of(workbook: bytes) -> dict[str, list[tuple[object, ...]]]:
    """Every sheet by its name, an empty cell as None."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook))
    return {
        name: [tuple(None if cell == "" else cell for cell in row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def a_year(by: Person) -> None:
    give(by, "Council", 73, pledged=Decimal(60), invoiced=Decimal(60), made_up=Decimal(13))
    give(by, "Police", 5, pledged=Decimal(20), in_kind=Decimal(96), in_kind_words="An analyst")
    give(by, "Health", 22, pledged=Decimal(20))
    spend(by, "Salaries", 50, "Staff")
    spend(by, "Website", 10)
    spend(by, "Travel", 5, "staff")
    spend(by, "Reviews", 35, "Scrutiny")


def test_a_group_has_its_sub_total_in_whatever_letters_it_is_typed(business: Person) -> None:
    a_year(business)
    groups = budget_of(YEAR).groups
    assert [(group.name, [line.heading for line in group.lines], group.amount, group.share) for group in groups] == [
        ("Staff", ["Salaries", "Travel"], 55, Decimal("55.0")),
        ("Scrutiny", ["Reviews"], 35, Decimal("35.0")),
        ("", ["Website"], 10, Decimal("10.0")),
    ]


def test_only_spending_is_put_into_groups(business: Person) -> None:
    assert give(business, "Council", 5, heading_group="Staff").heading_group == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        BudgetLine.objects.update(heading_group="Staff")


def test_a_line_alone_may_rename_its_group(business: Person) -> None:
    line = spend(business, "Salaries", 50, "staff")
    assert spend(business, "Salaries", 50, "Staff", version=line.version).heading_group == "Staff"


def test_the_shortfall_names_who_gave_less_and_who_made_up_for_it(business: Person) -> None:
    a_year(business)
    assert shortfall_sentence(budget_of(YEAR)) == (
        "Shortfall: £15 was pledged and has not been received (Police £15); others have made up £13 for it (Council £13)."
    )
    assert shortfall_sentence(budget_of(YEAR.previous())) == ""


def test_shares_that_do_not_sum_to_a_hundred_say_so(business: Person) -> None:
    for heading in ("A", "B", "C"):
        give(business, heading, 1)
    assert shares_note(budget_of(YEAR).income) == "Shares may not sum to 100.0% because each is rounded by itself."
    give(business, "D", 1)
    assert shares_note(budget_of(YEAR).income) == ""


def test_a_file_says_to_which_group_a_heading_belongs() -> None:
    headings, rows = ("Side", "Heading", "Amount", "Group"), (
        ("expenditure", "Salaries", 50, " Staff  costs "), ("income", "Council", 60, "Staff"),
        ("expenditure", "Rent", 5, "x" * 101), ("income", "Police", 5, None),
    )  # fmt: skip
    found = read_budget(Sheet(headings, rows), {})
    assert [line.get("heading_group") for line in found.lines] == ["Staff costs", None]
    assert [(one.line, one.column, one.sentence) for one in found.wrong] == [
        (3, "group", "Only expenditure is put into groups. Leave this empty."),
        (4, "group", "Group must be 100 characters or fewer."),
    ]


def test_what_was_downloaded_can_be_taken_in_again_and_changes_nothing(business: Person, client: Client) -> None:
    a_year(business)
    sign_in(client, business)
    sheet = read_sheet(client.get(f"{PAGE}export/").content)
    assert import_budget_lines(by=business, year=YEAR, lines=read_budget(sheet, {}).lines, stated={}) == 0
    moved = [{"side": "expenditure", "heading": "Website", "amount": Decimal(10), "heading_group": "SCRUTINY"}]
    assert import_budget_lines(by=business, year=YEAR, lines=moved, stated={}) == 1
    assert BudgetLine.objects.get(heading="Website").heading_group == "Scrutiny"


def test_the_workbook_holds_contributions_groups_and_the_year_before(business: Person, client: Client) -> None:
    a_year(business)
    give(business, "Council", 50, year=YEAR.previous())
    sign_in(client, business)
    sheets = sheets_of(client.get(f"{PAGE}export/").content)
    assert list(sheets) == ["Budget 2025-26", "Contributions 2025-26", "Expenditure 2025-26", "Income year on year",
                            "Expenditure year on year", "Notes"]  # fmt: skip
    contributions = sheets["Contributions 2025-26"]
    assert contributions[1][:9] == ("Council", None, 60, 60, 73, 73, None, 13, None)
    assert contributions[2][6:10] == (15, None, 96, "An analyst")
    assert contributions[4][:9] == ("Total", None, 100, 60, 100, 100, 15, 13, 96)
    spent = [(row[0], row[1], row[4], row[5]) for row in sheets["Expenditure 2025-26"][1:8]]
    assert spent == [
        ("Staff", "Salaries", 50, 50), ("Staff", "Travel", 5, 5), ("Staff", "Sub-total", 55, 55), ("Scrutiny", "Reviews", 35, 35),
        ("Scrutiny", "Sub-total", 35, 35), (None, "Website", 10, 10), ("Total", None, 100, 100),
    ]  # fmt: skip
    assert sheets["Income year on year"][1] == ("Council", 50, 73, 23, 46)


def test_the_page_shows_groups_with_their_sub_totals(business: Person, client: Client) -> None:
    a_year(business)
    sign_in(client, business)
    page = client.get(PAGE).content.decode()
    assert "Staff: sub-total" in page
    assert "Other headings: sub-total" in page
    assert "(Police £15)" in page
    address = f"{PAGE}line/?side=expenditure&heading=Website"
    assert "Which group of headings does it belong to?" in client.get(address).content.decode()
    too_long = client.post(address, {"amount": "10", "heading_group": "x" * 101, "version": "1"})
    assert too_long.status_code == 422
    assert "Group must be 100 characters or fewer" in too_long.content.decode()
    assert client.post(address, {"amount": "10", "heading_group": "Scrutiny", "version": "1"}).status_code == 302
    assert "Other headings" not in client.get(PAGE).content.decode()
    file = SimpleUploadedFile("b.csv", b"Side,Heading,Amount,Group\nIncome,Council,73,Staff\n")
    answer = client.post(f"{PAGE}import/", {"file": file})
    assert answer.status_code == 422
    assert "Only expenditure is put into groups" in answer.content.decode()


def test_the_figures_tell_each_part_of_the_money(business: Person) -> None:
    a_year(business)
    told = {
        code: read_figure(f"budget.{code}", YEAR)
        for code in ("income", "pledged", "invoiced", "shortfall", "made_up", "in_kind", "expenditure")
    }
    assert {code: value.value for code, value in told.items() if value} == {
        "income": 100, "pledged": 100, "invoiced": 60, "shortfall": 15, "made_up": 13, "in_kind": 96, "expenditure": 100
    }  # fmt: skip
    spent = told["expenditure"]
    assert spent is not None
    assert spent.by["group"] == {"Staff": 55, "Scrutiny": 35}
    assert spent.by["group_heading"] == {"Staff: Salaries": 50, "Staff: Travel": 5, "Scrutiny: Reviews": 35}
    assert read_figure("budget.pledged", YEAR.previous()) is None
