"""An owner writes down what a case found, hands a recommendation to the board, joins another, and links another review."""

import os
from pathlib import Path

import pytest

from board.models import Recommendation
from board.selectors.recommendations import words_of
from foundation import clock
from reviews.models import Finding, LinkedLearning
from tests.board.build import make_recommendation, make_theme
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("REVIEW_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestFindings(JourneyTest):
    def then_it_is_sound_and_fits(self, name: str) -> None:
        """On a wide screen and on a phone."""
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
            if PICTURES:
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def test_a_finding_becomes_a_recommendation(self) -> None:
        owner, agency = build.board_manager(), make_agency("health", name="Northmere Health")
        make_theme("Fathers")
        asked = make_recommendation(text="Ask every family who the father is, and write it down.")
        incident = build.with_child(owner)
        address = f"/reviews/{incident.case.reference}/"
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on(address)
        self.when_i_follow("Write down a finding")
        self.when_i_press("Save the finding")
        self.then_the_error_is("Select what it is")
        self.then_it_is_sound_and_fits("finding-empty")
        self.when_i_choose("A pattern of the system")
        self.when_i_fill("What was found?", "Nobody asked Zofia who the father was.")
        self.when_i_choose("Factor: Fathers")
        self.when_i_press("Save the finding")
        self.then_the_error_is("This names a child of the case. Write the pseudonym, or better nobody.")
        self.when_i_fill("What was found?", "Nobody asked the family who the father was.")
        self.when_i_press("Save the finding")
        self.then_i_see("The finding has been saved.")
        assert Finding.objects.get().tags.count() == 1
        self.when_i_follow("Recommend something")
        self.when_i_choose("For one agency")
        self.when_i_fill("What is recommended?", "Write the father into each file.")
        self.when_i_select(agency.name, "Which agency leads?")
        self.then_it_is_sound_and_fits("recommend")
        self.when_i_press("Hand it to the board")
        self.then_i_see("The recommendation stands with the board.")
        self.when_i_follow("Join a recommendation of the board")
        self.then_it_is_sound_and_fits("join")
        self.when_i_choose(f"{words_of(asked)} No action yet")
        self.when_i_choose("For the partnership")
        self.when_i_press("Join it")
        self.then_it_is_sound_and_fits("case")
        self.when_i_follow("Write the father into each file.")
        self.then_it_is_sound_and_fits("board")
        self.when_i_follow(f"Serious incident {incident.case.reference}")
        self.then_i_am_on(address)
        assert Recommendation.objects.count() == 2

    def test_another_review_is_written_down_and_linked(self) -> None:
        owner = build.board_manager()
        incident = build.with_child(owner)
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/reviews/")
        self.when_i_follow("Other reviews and joint events")
        self.then_it_is_sound_and_fits("others-none")
        self.when_i_follow("Add a review or an event")
        self.when_i_choose("Domestic abuse related death review")
        self.when_i_fill("What is it called?", "A death review of 2026")
        self.when_i_enter_the_date(clock.today(), "When did it begin, or take place?")
        self.then_it_is_sound_and_fits("other-new")
        self.when_i_press("Save")
        self.then_it_is_sound_and_fits("others")
        self.when_i_follow("A death review of 2026")
        self.then_it_is_sound_and_fits("other")
        self.given_i_am_on(f"/reviews/{incident.case.reference}/")
        self.when_i_follow("Link another review or event")
        self.when_i_select("Domestic abuse related death review: A death review of 2026", "Which review or event belongs to it?")
        self.then_it_is_sound_and_fits("link")
        self.when_i_press("Link it")
        self.then_i_see("It has been linked.")
        self.given_i_am(make_person("scrutineer"))
        self.given_i_am_on(f"/reviews/other/{LinkedLearning.objects.get().reference}/")
        self.then_i_do_not_see(incident.case.reference)
        self.then_the_page_is_sound()
