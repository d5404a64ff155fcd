"""A board manager takes an inspection plan in from Excel: names its columns, says who is meant, and takes 22 actions in."""

import datetime as dt

import pytest

from board.models import Action, PlanImport
from tests.board.build import make_plan
from tests.board.spreadsheets import inspection_plan
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TestAPlanAsAFile(JourneyTest):
    def test_an_inspection_plan_is_taken_in_and_stands_in_the_list(self) -> None:
        plan = make_plan(title="Inspection 2026", source="inspection", source_published_on=dt.date(2026, 6, 28))
        make_agency(name="Northmere Council", code="council")
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        self.given_a_screen_of(1280)
        self.given_i_am_on("/plans/")
        self.then_the_page_is_sound()
        self.when_i_follow("Take actions in from a file into Inspection 2026")
        self.when_i_press("Continue")
        self.then_the_error_is("Select the file that holds the actions")
        self.then_the_page_is_sound()
        self.when_i_attach("Which file holds the actions?", "plan.xlsx", inspection_plan(), EXCEL)
        self.when_i_press("Continue")
        self.then_the_heading_is("What does each column hold?")
        self.then_the_page_is_sound()
        self.when_i_select("Northmere Council", "Which agency leads where a row names none?")
        self.when_i_press("Try it out")
        self.then_the_heading_is("What the file would become")
        self.then_i_see("14 green, 5 amber, 3 red")
        self.then_the_page_is_sound()
        self.when_i_follow("Choose who is meant")
        self.then_the_page_is_sound()
        self.page.get_by_label("For everybody not chosen").check()
        self.when_i_press("Save who is meant")
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        assert not Action.objects.exists()
        self.when_i_press("Take in 22 actions")
        self.then_i_see("22 actions were taken in.")
        self.then_the_page_is_sound()
        self.when_i_follow("Go to the plan")
        self.then_i_see("Audit Manager / Head of Safeguarding")
        self.then_the_page_is_sound()
        assert plan.actions.count() == 22
        assert PlanImport.objects.get().state == "taken_in"
