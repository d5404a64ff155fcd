"""Lines of the budget: added, changed, taken out; a new year is begun from the page."""

import pytest
from django.test import Client

from board.models import BudgetLine
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
LINE = "/budget/2026-27/line/"


def line_page(heading: str) -> str:
    return f"{LINE}?side=income&heading={heading}"


@pytest.fixture
def business(client: Client) -> Client:
    return sign_in(client, make_person("business_team", make_agency("partnership")))


def test_a_line_is_added_changed_and_taken_out(business: Client) -> None:
    business.post(LINE, {"side": "income", "source": "contribution", "heading": "Council & schools", "amount": "£1,200"})
    page = business.get("/budget/2026-27/").content.decode()
    assert "/budget/2026-27/line/?side=income&amp;heading=Council%20%26%20schools" in page
    assert 'value="1200.00"' in business.get(line_page("Council %26 schools")).content.decode()
    business.post(line_page("Council %26 schools"), {"amount": "1300.50", "source": "contribution", "version": "1"})
    assert [str(line.amount) for line in BudgetLine.objects.all()] == ["1300.50"]
    business.post(line_page("Council %26 schools"), {"remove": "1"})
    assert not BudgetLine.objects.exists()


@pytest.mark.parametrize("amount", ["", "-1", "a lot", "99999999999999", "1e12", "NaN"])
def test_an_amount_that_is_none_gets_a_message_and_changes_nothing(business: Client, amount: str) -> None:
    answer = business.post(LINE, {"side": "income", "heading": "Council", "amount": amount})
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()
    assert not BudgetLine.objects.exists()


def test_this_year_and_the_next_can_be_begun_from_the_page(business: Client) -> None:
    assert business.get("/budget/").context["years"] == ["2027-28", "2026-27"]
    assert business.get("/budget/nonsense/").status_code == 404
