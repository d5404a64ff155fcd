"""A scrutineer notes a visit and raises a challenge; the agency's lead answers; the scrutineer says what changed."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from foundation import clock
from tests.board.build import make_challenge, make_theme
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestAChallenge(JourneyTest):
    def test_a_challenge_goes_from_a_visit_to_what_changed(self) -> None:
        scrutineer = make_person("scrutineer", make_agency("partnership"), name="Sue Scrutineer")
        police = make_agency("police", name="Northmere Police")
        lead = make_person("agency_lead", police, name="Olu Lead")
        hospital = make_agency("health", name="Northmere Hospitals")
        make_theme("Think family")
        make_challenge(
            about=hospital, title="Babies who are seen once", raised_on=dt.date(2026, 9, 1),
            response_due_on=dt.date(2026, 10, 1),
        )  # fmt: skip
        self.given_i_am(scrutineer)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/challenges/")
        self.then_the_page_is_sound()
        self._raise()
        self._note()
        self.given_i_am(lead)
        self.given_a_screen_of(375)
        self.given_i_am_on("/challenges/")
        self.then_i_do_not_see("Babies who are seen once")
        self.when_i_follow("Fathers are missing")
        self.when_i_follow("Answer the challenge")
        self.when_i_fill("What was answered?", "We ask for the father at every call now.")
        self.when_i_fill("Who answered?", "Head of child abuse investigation")
        self.then_the_page_is_sound()
        self.when_i_press("Save the answer")
        self.then_i_see("Answer of Head of child abuse investigation")
        self.then_i_do_not_see("Police call centre")
        self.then_the_page_is_sound()
        self.given_i_am(scrutineer)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/challenges/")
        self.when_i_follow("Fathers are missing")
        self.when_i_follow("Say what came of it")
        self.when_i_choose("Accepted, and something changed")
        self.when_i_fill("What changed, or why did nothing?", "Nine plans in ten name the father.")
        self.then_the_page_is_sound()
        self.when_i_press("Save the outcome")
        self.then_i_see("Nine plans in ten name the father.")
        self.then_the_page_is_sound()

    def _raise(self) -> None:
        self.when_i_press("Raise a challenge")
        self.when_i_press("Save the challenge")
        self.then_the_error_is("Enter what the challenge is")
        self.then_the_page_is_sound()
        self.when_i_fill("What is the challenge, in a few words?", "Fathers are missing")
        self.when_i_fill("What is challenged, and on what evidence?", "Four plans in ten name no father.")
        self.when_i_choose("Independent scrutineer")
        self.when_i_select("Northmere Police", "Who is challenged?")
        self.when_i_choose("Factor: Think family")
        self.when_i_press("Save the challenge")
        self.then_i_see("The challenge is in the log")
        expect(self.page.get_by_role("cell").filter(has_text="Think family").first).to_be_visible()
        self.then_the_page_is_sound()

    def _note(self) -> None:
        self.when_i_follow("Scrutiny notes and visits")
        self.when_i_press("Write a note")
        self.when_i_choose("Visit")
        self.when_i_fill("What is it about, in a few words?", "Police call centre")
        self.when_i_enter_the_date(clock.today(), "When was it?")
        self.when_i_fill("Where?", "Northmere Yard")
        self.when_i_fill("What did you see, hear or think?", "Nobody asks who the father is.")
        self.when_i_select("Fathers are missing", "Did a challenge come of it?")
        self.then_the_page_is_sound()
        self.when_i_press("Save the note")
        self.then_i_see("Only you")
        self.then_the_page_is_sound()
        self.when_i_follow("Police call centre")
        self.when_i_press("Share it with the board")
        self.then_i_see("The board can read this note now")
        self.then_the_page_is_sound()
