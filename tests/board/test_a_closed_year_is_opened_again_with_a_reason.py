"""The executive opens a closed year again with a reason that is shown; a child's share of the money stands on the page."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InternalError, transaction
from django.test import Client

from accounts.models import Person
from board.models import BudgetYear
from board.services.budget import approve_budget, close_budget_year, reopen_budget_year, set_budget_line
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import NotAllowed, Refused
from foundation.events import Subject, history
from reporting.models import Population
from reporting.selectors.gathering import figures_of
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
PAGE = "/budget/2025-26/"


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def executive() -> Person:
    return make_person("executive", make_agency())


def set_lines(by: Person, spent: str = "100") -> None:
    told: dict[str, Any] = {"by": by, "year": YEAR}
    set_budget_line(side="income", heading="Council", amount=Decimal(100), **told)
    set_budget_line(side="expenditure", heading="Staff", amount=Decimal(spent), **told)


@pytest.fixture
def closed(business: Person, executive: Person) -> BudgetYear:
    set_lines(business)
    approve_budget(by=executive, year=YEAR, version=BudgetYear.objects.get().version)
    return close_budget_year(by=business, year=YEAR)


def test_the_executive_opens_a_closed_year_again(closed: BudgetYear, business: Person, executive: Person) -> None:
    with pytest.raises(NotAllowed):
        reopen_budget_year(by=business, year=YEAR, reason="An invoice came late.")
    found = reopen_budget_year(by=executive, year=YEAR, reason="An invoice came late.")
    assert (found.closed_at, found.reopened_by, found.approved_at) == (None, executive.reference, closed.approved_at)
    event = next(one for one in history(Subject("budget", YEAR.label)) if one.verb == "board.budget_reopened")
    assert event.reason == "An invoice came late."
    with pytest.raises(Refused, match="is not closed"):
        reopen_budget_year(by=executive, year=YEAR, reason="Again.")
    set_budget_line(by=business, year=YEAR, side="income", heading="Police", amount=Decimal(5))
    with pytest.raises(Refused, match="has not approved"):
        close_budget_year(by=business, year=YEAR)


def test_while_it_is_closed_the_database_changes_nothing_of_it(closed: BudgetYear) -> None:
    with pytest.raises(InternalError), transaction.atomic():
        BudgetYear.objects.update(value_for_money="Much.")


def test_the_page_says_why_it_was_opened_again(closed: BudgetYear, client: Client, business: Person, executive: Person) -> None:
    assert "Open the year again" not in sign_in(client, business).get(PAGE).content.decode()
    assert client.get(f"{PAGE}open/").status_code == 403
    assert "Open the year again" in sign_in(client, executive).get(PAGE).content.decode()
    assert client.post(f"{PAGE}open/", {}).status_code == 422
    assert client.post(f"{PAGE}open/", {"reason": "An invoice came late."}).status_code == 302
    page = sign_in(client, business).get(PAGE).content.decode()
    for words in ("Opened again", "An invoice came late.", "Add a line"):
        assert words in page


def test_a_childs_share_of_the_money_is_that_of_the_report(client: Client, business: Person, settings: Any) -> None:
    set_lines(business, "376441")
    sign_in(client, business)
    assert "for each child" not in client.get(PAGE).content.decode()
    area = settings.PARTNERSHIP["area"]
    told = {"area": area, "age_band": "0-17", "source": "ONS", "received_at": clock.now()}
    for year, number in ((2024, 95_309), (2026, 1)):
        Population.objects.create(year=year, value=number, received_by="somebody", **told)
    page = client.get(PAGE).content.decode()
    assert "Spent for each child under 18: £3.95 (95,309 in the middle of 2024)." in page
    frozen = {figure.code: figure.value for figure in figures_of(YEAR)}
    assert frozen["budget.expenditure.per_child"] == "3.95"
    assert "for each child" not in client.get("/budget/2019-20/").content.decode()


def test_a_document_is_kept_with_income_too(client: Client, business: Person) -> None:
    set_lines(business)
    sign_in(client, business)
    page = client.get(PAGE).content.decode()
    assert "document/?side=income&amp;heading=Council" in page
    invoice = SimpleUploadedFile("Invoice to the council.txt", b"An invoice")
    assert client.post(f"{PAGE}document/?side=income&heading=Council", {"file": invoice}).status_code == 302
    assert "Invoice to the council.txt" in client.get(PAGE).content.decode()


def test_who_made_up_for_others_stays_shown(client: Client, business: Person) -> None:
    told: dict[str, Any] = {"by": business, "year": YEAR, "side": "income"}
    set_budget_line(heading="Police", amount=Decimal(50), pledged=Decimal(80), **told)
    set_budget_line(heading="Council", amount=Decimal(130), pledged=Decimal(100), made_up=Decimal(30), **told)
    page = sign_in(client, business).get(PAGE).content.decode()
    assert "Made up for others" in page
    assert "others have made up £30 for it" in page
