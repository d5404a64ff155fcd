"""A board manager opens a risk, scores it again and closes it; the register shows where it lay on any day."""

import datetime as dt

import pytest

from foundation import clock
from tests.board.build import make_risk
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestARisk(JourneyTest):
    def test_a_risk_is_opened_scored_and_closed(self) -> None:
        police = make_agency("police", name="Northmere Police")
        make_risk((dt.date(2026, 1, 5), 2, 2), (dt.date(2026, 4, 5), 4, 4), agency=police, title="Calls wait", number=1)
        for number, (likelihood, impact) in enumerate([(4, 4), (4, 4), (4, 4), (3, 5), (1, 2), (2, 4)], start=2):
            make_risk((dt.date(2026, 10, 5), likelihood, impact), number=number, title=f"Records of team {number} are late")
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        self.given_a_screen_of(1280)
        self.given_i_am_on("/")
        self.page.get_by_role("link", name="risk to be scored again: late").click()
        self.then_the_heading_is("Risk register")
        self.then_the_page_is_sound()
        self.when_i_press("Open a risk")
        self.when_i_press("Save the risk")
        self.then_the_error_is("Enter what the risk is")
        self.then_the_page_is_sound()
        self.when_i_fill("What is the risk, in a few words?", "Empty posts")
        self.when_i_fill("What would cause it?", "Pay is better elsewhere.")
        self.when_i_fill("What would it mean for children?", "Children wait for a social worker.")
        self.when_i_fill("What holds it back already?", "Agency staff.")
        self.when_i_fill("Which score is aimed at?", "6")
        self.when_i_choose("4 likely", "How likely is it without controls?")
        self.when_i_choose("5 severe", "How bad would it be without controls?")
        self.when_i_choose("3 possible", "How likely is it with them?")
        self.when_i_choose("4 major", "How bad would it be with them?")
        self.when_i_enter_the_date(dt.date(2027, 2, 1), "When is the next review?")
        self.when_i_press("Save the risk")
        self.then_i_see("The risk is in the register")
        self.when_i_follow("Empty posts")
        self.when_i_follow("Score it again")
        self.when_i_choose("2 unlikely", "How likely is it with them?")
        self.when_i_enter_the_date(dt.date(2027, 3, 1), "When is the next review?")
        self.then_the_page_is_sound()
        self.when_i_press("Save the scores")
        self.then_i_see("2 × 4 = 8")
        self.then_the_page_is_sound()
        self.when_i_follow("Close it")
        self.when_i_fill("Why is it closed?", "Every post is filled.")
        self.when_i_press("Close the risk")
        self.then_i_see("Closed: Every post is filled.")
        self.given_i_am_on("/risks/")
        self.when_i_enter_the_date(clock.today() - dt.timedelta(days=300), "As it was on")
        self.when_i_press("Show that day")
        self.then_i_see("Risks by likelihood and impact on 22 January 2026")
        self.then_the_page_is_sound()
