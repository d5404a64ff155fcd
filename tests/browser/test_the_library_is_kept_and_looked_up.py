"""A board manager records arrangements, policies, a letter and a reform; a lead replies; a practitioner looks a policy up."""

import datetime as dt
from typing import Any

import pytest

from tests.board.library import a_file, addressee_of, make_arrangements, make_letter, make_policy, make_reform, make_step
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestTheLibrary(JourneyTest):
    @pytest.mark.parametrize("width", [1280, 375])
    def test_the_library_is_kept(self, width: int) -> None:
        make_arrangements(dt.date(2024, 4, 1), number="1.0")
        make_arrangements(dt.date(2025, 9, 1), number="2.0")
        make_step(due_on=dt.date(2026, 10, 1))
        make_policy((dt.date(2024, 1, 1), dt.date(2026, 6, 1)), title="Bruises in babies")
        make_policy((dt.date(2025, 1, 1), dt.date(2026, 12, 20)), (dt.date(2026, 1, 1), dt.date(2028, 1, 1)), title="Supervision")
        reform, school = make_reform(title="One front door"), make_agency("school", name="Oakfield School")
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        letter = make_letter(school, title="Join the scheme")
        self.given_a_screen_of(width)
        self.given_i_am_on("/policies/")
        self.then_the_heading_is("Library")
        self.then_i_see("Reviews falling due")
        self.then_the_page_is_sound()
        self.when_i_follow("Supervision")
        self.then_i_see("Older versions")
        self.then_the_page_is_sound()
        self.given_i_am_on("/policies/new/")
        self.when_i_press("Save the policy")
        self.then_the_error_is("Enter the code")
        self.then_the_page_is_sound()
        self.given_i_am_on("/arrangements/")
        self.then_the_page_is_sound()
        self.given_i_am_on("/arrangements/new/")
        self.when_i_fill("Which number has it?", "3.0")
        self.when_i_fill("What is it called?", "Working together here")
        for question in ("If it was no meeting, when was it agreed?", "When was it published?", "From when on is it in force?"):
            self.when_i_enter_the_date(dt.date(2026, 11, 2), question)
        self.when_i_fill("What changed?", "Education sits in the executive.")
        self.when_i_attach("The document, as it was published", "Arrangements.pdf", a_file().read())
        self.when_i_press("Save the version")
        self.then_i_see("The version has been recorded")
        self.when_i_follow("3.0")
        self.then_the_page_is_sound()
        self.given_i_am_on("/letters/")
        self.then_the_page_is_sound()
        self.given_i_am_on("/letters/new/")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/letters/{letter.reference}/")
        self.when_i_press("Remind who has not replied")
        self.then_i_see("1 agency was reminded.")
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/reforms/{reform.reference}/")
        self.when_i_follow("Write an entry")
        self.when_i_choose("Decision", "What do you write down?")
        self.when_i_fill("What was decided, what stands in the way, or how did it go?", "A team is named.")
        self.when_i_choose("Preparing", "How far is the reform since then?")
        self.when_i_press("Save the entry")
        self.then_i_see("A team is named.")
        self.then_the_page_is_sound()
        self.given_i_am_on("/reforms/")
        self.then_the_page_is_sound()
        self._a_lead_replies(school, letter)

    def _a_lead_replies(self, school: Any, letter: Any) -> None:
        request = addressee_of(letter, school).request
        assert request is not None
        self.given_i_am(make_person("agency_lead", school))
        self.given_i_am_on(f"/letters/{letter.reference}/")
        self.then_the_page_is_sound()
        self.when_i_follow("Reply to the letter")
        self.when_i_press("Send the reply")
        self.then_the_error_is("Select your reply")
        self.then_the_page_is_sound()
        self.when_i_choose("Yes", "What is your reply?")
        self.when_i_press("Send the reply")
        self.then_i_see("Your reply has been sent.")
        self.given_i_am(make_person("practitioner", make_agency("school")))
        self.given_i_am_on("/policies/?words=bruises")
        self.when_i_follow("Bruises in babies")
        self.then_the_page_is_sound()
