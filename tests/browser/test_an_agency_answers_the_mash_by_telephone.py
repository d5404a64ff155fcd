"""An officer writes down what an agency said on the telephone; the answer stands with who gave it and how."""

import pytest

from referrals.services import ask_agencies
from tests.browser.pages import JourneyTest
from tests.referrals import mash

pytestmark = pytest.mark.django_db(transaction=True)


class TestAnsweringForAnAgency(JourneyTest):
    @pytest.mark.parametrize(("screen", "way"), [((1280, 900), "By telephone"), ((375, 700), "On paper")])
    def test_the_answer_stands_with_who_gave_it(self, screen: tuple[int, int], way: str) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_question_to_the_police()
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(f"/mash/contacts/{self.contact.reference}/checks/")
        self.then_the_page_is_sound()
        self.when_i_follow("Write down their answer")
        self.then_the_heading_is(f"Write down what {self.hub.police.name} answered")
        self.then_the_page_is_sound()
        self.when_i_choose(way)
        self.when_i_press("Save their answer")
        self.then_the_error_is("Enter who answered")
        self.then_the_page_is_sound()
        self.when_i_fill("Who answered?", "PC Pat Example, desk sergeant")
        self.when_i_choose("Information provided")
        self.when_i_choose("What I share is needed to answer the question, and no more")
        self.when_i_choose("Yes", "May the family be told what you share?")
        self.when_i_fill("What they said", "Two calls in May, both for noise.")
        self.when_i_press("Save their answer")
        self.then_i_see("has been written down, with who gave it and how.")
        for words in ("Two calls in May, both for noise.", "PC Pat Example, desk sergeant"):
            self.then_i_see(words)
        self.then_the_page_is_sound()

    def given_a_question_to_the_police(self) -> None:
        self.hub = mash.make()
        self.contact = mash.screened(self.hub)
        ask_agencies(
            by=self.hub.officer,
            reference=self.contact.reference,
            version=self.contact.version,
            agencies=[self.hub.police.code],
            question="Do you know the family?",
            legal_basis="Vital interests",
            purpose="To decide",
        )
