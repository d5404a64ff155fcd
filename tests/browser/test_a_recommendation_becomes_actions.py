"""A board manager adds a theme, records a recommendation, answers it with an action, and sees how its rating moved."""

import datetime as dt
import os
from pathlib import Path

import pytest

from board.models import Recommendation
from foundation import clock
from tests import factories
from tests.board.build import make_action, make_plan
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (390, 800)
PICTURES = os.environ.get("BOARD_PICTURES", "")
"""A folder to keep pictures of the pages in, for whoever wants to look."""


class Answering(JourneyTest):
    """What the business team does on the way."""

    def then_the_page_is_sound_and_kept(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def given_a_plan_with_an_action(self) -> None:
        self.board = factories.make_person("business_team", factories.make_agency("partnership"), name="Bo Business")
        self.police = factories.make_agency("police", name="Northmere Police")
        self.plan = make_plan(title="Review of neglect", opened_on=clock.today() - dt.timedelta(days=250))
        self.action = make_action(
            plan=self.plan, agency=self.police, due_on=clock.today() + dt.timedelta(days=10), number="1.1", owner_post="Sergeant"
        )
        self.given_i_am_signed_in_as(self.board)

    def when_i_add_a_theme(self) -> None:
        self.given_i_am_on("/actions/")
        self.when_i_follow("Themes")
        self.then_the_heading_is("Themes")
        self.then_i_see("No themes yet")
        self.when_i_press("Add a theme")
        self.when_i_press("Add the theme")
        self.then_the_error_is("Enter the theme’s code")
        self.then_the_page_is_sound()
        self.when_i_fill("What is its code?", "F12")
        self.when_i_choose("Factor", "To which group does it belong?")
        self.when_i_fill("What is the theme called?", "Neglect over a long time")
        self.when_i_press("Add the theme")
        self.then_i_see("The theme has been added.")
        self.then_the_page_is_sound_and_kept("themes")

    def when_i_record_a_recommendation(self) -> None:
        self.given_i_am_on("/actions/")
        self.when_i_follow("Recommendations")
        self.then_the_page_is_sound()
        self.when_i_press("Record a recommendation")
        self.when_i_fill("What is recommended?", "Every agency asks who else lives in the home.")
        self.when_i_fill("Number in its source", "4")
        self.when_i_select("Practice review", "Where does it come from?")
        self.when_i_fill("What is the source called?", "Review of neglect")
        self.when_i_enter_the_date(clock.today() - dt.timedelta(days=260), "When was it made?")
        self.when_i_press("Record it")
        self.then_the_error_is("Select the agency or the group that leads.")
        self.then_the_page_is_sound_and_kept("recommendation-form")
        self.when_i_select("Northmere Police", "Which agency leads?")
        self.when_i_choose("Factor: Neglect over a long time")
        self.when_i_press("Record it")
        self.then_i_see("The recommendation has been recorded.")
        self.then_i_see("No action yet")
        self.then_the_page_is_sound_and_kept("recommendations")

    def when_i_accept_and_answer_it(self) -> None:
        self.when_i_follow("4 Every agency asks")
        self.then_i_see("Nobody does anything about it yet")
        self.then_the_page_is_sound()
        self.when_i_follow("Say whether it is accepted")
        self.when_i_choose("In part")
        self.when_i_press("Save the response")
        self.then_the_error_is("Enter why it is not accepted, or not all of it.")
        self.when_i_choose("Yes")
        self.when_i_press("Save the response")
        self.then_i_see("The response has been saved.")
        self.when_i_follow("Choose actions that answer it")
        self.then_the_page_is_sound()
        self.when_i_press("Continue")
        self.then_the_error_is("Select a plan")
        self.when_i_select("Review of neglect", "In which plan?")
        self.when_i_press("Continue")
        self.then_the_page_is_sound()
        self.when_i_choose("1.1 Check that every referral names the father.")
        self.when_i_press("Save the actions")
        self.then_i_see("The actions have been saved.")
        self.then_i_see("0 of 1 action done")
        self.then_the_page_is_sound_and_kept("recommendation")

    def then_the_action_shows_what_it_answers_and_how_its_rating_moved(self) -> None:
        self.when_i_follow("1.1 Check that every referral")
        self.then_i_see("Every agency asks who else lives in the home.")
        self.then_i_see("Rating at the end of each month")
        self.then_the_page_is_sound_and_kept("action-strip")
        self.when_i_enter_the_date(clock.today() - dt.timedelta(days=100), "What was it rated on another day?")
        self.when_i_press("Show the rating")
        self.then_i_see("it was green.")
        self.when_i_follow("Choose its themes")
        self.then_the_page_is_sound()
        self.when_i_choose("Factor: Neglect over a long time")
        self.when_i_press("Save the themes")
        self.when_i_follow("Neglect over a long time")
        self.then_i_see("1.1 Check that every referral")
        self.given_i_am_on(f"/plans/{self.plan.reference}/")
        self.then_i_see("Recommendations that it answers")
        self.then_the_page_is_sound_and_kept("plan")

    def then_every_form_is_sound(self) -> None:
        reference = Recommendation.objects.get().reference
        for path in (f"/recommendations/{reference}/change/", "/themes/F12/", "/themes/F12/retire/"):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()
        self.given_i_am_on(f"/plans/{self.plan.reference}/actions/new/?answers={reference}")
        self.then_i_see("Which recommendations does it answer?")
        self.then_the_page_is_sound_and_kept("new-action")

    def then_it_all_goes_well(self) -> None:
        self.given_a_plan_with_an_action()
        self.when_i_add_a_theme()
        self.when_i_record_a_recommendation()
        self.when_i_accept_and_answer_it()
        self.then_the_action_shows_what_it_answers_and_how_its_rating_moved()


class TestOnADesktop(Answering):
    def test_a_recommendation_is_recorded_and_answered(self) -> None:
        self.given_a_screen_of(*DESKTOP)
        self.then_it_all_goes_well()
        self.then_every_form_is_sound()


class TestOnATelephone(Answering):
    def test_a_recommendation_is_recorded_and_answered(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.then_it_all_goes_well()
