"""A board manager keeps a year's budget, gives it to the executive, and closes the year."""

import datetime as dt
from decimal import Decimal

import pytest

from board.models import BudgetLine
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestABudget(JourneyTest):
    def test_a_budget_is_kept_approved_and_closed(self) -> None:
        make_agency("police", name="Northmere Police")
        business, executive = make_person("business_team", make_agency("partnership")), make_person("executive", make_agency())
        for place, (heading, pounds) in enumerate((("Council", 288_201), ("Integrated care board", 33_850)), start=1):
            BudgetLine.objects.create(year="2024-25", side="income", position=place, heading=heading, amount=pounds)
            more = {
                "pledged": pounds + 5000,
                "pledged_on": dt.date(2025, 4, 1),
                "in_kind": Decimal(900),
                "in_kind_words": "Rooms",
            }
            BudgetLine.objects.create(
                year="2025-26", side="income", position=place, heading=heading, amount=pounds - place, **more
            )
        BudgetLine.objects.create(
            year="2025-26", side="expenditure", position=1, heading="Staff and related costs", amount=241_364, committed=250_000,
            forecast=245_000,
        )  # fmt: skip
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/budget/2025-26/")
        self.then_the_page_is_sound()
        self._add_a_line()
        self._give_a_file()
        self.when_i_follow("Add a document to Staff and related costs")
        self.when_i_attach("The document", "invoice.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
        self.then_the_page_is_sound()
        self.when_i_press("Keep the document")
        self.then_i_see("invoice.pdf")
        self.when_i_follow("Stated totals and value for money")
        self.when_i_fill("Which total of income do the partners state?", "330,000")
        self.when_i_fill("What was the money worth?", "Two reviews were finished in time.")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.then_i_see("Income is stated as £330,000.")
        self.then_the_page_is_sound()
        self.given_i_am(executive)
        self.given_i_am_on("/budget/2025-26/")
        self.when_i_press("Approve this budget")
        self.then_i_see("The budget of 2025-26 is approved.")
        self.given_i_am(business)
        self.given_i_am_on("/budget/2025-26/")
        self.when_i_press("Close the year")
        self.then_i_see("Nothing changes while it is closed")
        self.then_i_do_not_see("Add a line")
        self.then_the_page_is_sound()

    def _add_a_line(self) -> None:
        self.when_i_press("Add a line")
        self.when_i_fill("Who gave it, or what was it spent on?", "Police")
        self.page.get_by_label("Received, or spent").fill("£1,2O0")
        self.when_i_choose("Income")
        self.when_i_select("Northmere Police", "Which agency gave it?")
        self.when_i_press("Save the line")
        self.then_the_error_is("Amount must be an amount of money, like 1,200 or 35.50")
        assert self.page.get_by_label("Received, or spent").input_value() == "£1,2O0"
        self.then_the_page_is_sound()
        self.page.get_by_label("Received, or spent").fill("£5,000")
        self.when_i_press("Save the line")
        self.then_i_see("The line has been saved")

    def _give_a_file(self) -> None:
        self.when_i_follow("Take lines in from a file")
        file = 'Side,Heading,Amount\nExpenditure,Audit,5142\nIncome,Probation,"£2,0O0"\n'
        self.when_i_attach("The file", "lines.csv", file.encode(), "text/csv")
        self.when_i_press("Take the lines in")
        self.then_i_see("1 line was new or different, and saved.")
        self.then_i_see("£2,0O0")
        self.then_the_page_is_sound()
        self.given_i_am_on("/budget/2025-26/")
