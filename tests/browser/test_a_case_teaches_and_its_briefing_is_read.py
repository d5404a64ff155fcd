"""An owner codes what happened and writes a briefing; the chair approves it; a teacher reads it in the library and says so."""

import os
from pathlib import Path

import pytest

from foundation import clock
from reviews.models import Briefing, BriefingState, TeamRole
from reviews.selectors.trends import features
from reviews.services.trends import code_child, name_nationally, take_usual_features
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build
from tests.reviews.build_briefings import PARTS

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("REVIEW_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestLearning(JourneyTest):
    def then_it_is_sound_and_fits(self, name: str) -> None:
        """On a wide screen and on a phone."""
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
            if PICTURES:
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def test_a_briefing_comes_from_a_case_into_the_library(self) -> None:
        owner, teacher = build.board_manager(), make_person("practitioner", make_agency("school", name="Alder School"))
        chair = make_person("practitioner", make_agency("health"), name="Chris Chair")
        incident = build.with_child(owner)
        build.named(owner, incident, chair, TeamRole.CHAIR)
        address = f"/reviews/{incident.case.reference}/"
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on(address)
        self.when_i_follow("Write a briefing")
        self.when_i_press("Continue")
        self.then_the_error_is("Select what shape the briefing has")
        self.when_i_choose("Seven-minute briefing")
        self.when_i_press("Continue")
        self.when_i_fill("What is the title?", "Zofia’s story")
        self.when_i_press("Save the draft")
        self.then_the_error_is("“Title” names somebody of the case, or a day or place of it: Zofia. Take it out.")
        self.then_it_is_sound_and_fits("briefing-form")
        self.when_i_fill("What is the title?", "Who else lives at home?")
        for heading, part in (("Background", "background"), ("Why it matters", "why"), ("What was found", "found")):
            self.when_i_fill(heading, PARTS[part])
        self.when_i_fill("What to do", PARTS["to_do"])
        self.when_i_fill("Questions for your team", PARTS["questions"])
        self.when_i_press("Save the draft")
        self.when_i_follow("Who else lives at home?")
        self.when_i_follow("Send it for approval")
        self.when_i_press("Send it for approval")
        self.then_i_see("The briefing waits for approval by somebody else.")
        self.given_i_am(chair)
        self.given_i_am_on(f"{address}briefings/{Briefing.objects.get().reference}/")
        self.when_i_follow("Approve it")
        self.when_i_press("Approve the briefing")
        self.given_i_am(owner)
        self.given_i_am_on(f"{address}briefings/{Briefing.objects.get().reference}/")
        self.when_i_follow("Publish it")
        self.when_i_press("Publish the briefing")
        assert Briefing.objects.get().state == BriefingState.PUBLISHED
        self.given_i_am(teacher)
        self.given_i_am_on("/")
        self.when_i_follow("Learning")
        self.then_it_is_sound_and_fits("library")
        self.when_i_follow("Who else lives at home?")
        self.then_it_is_sound_and_fits("briefing")
        self.when_i_press("I have read it")
        self.when_i_fill("With how many colleagues did you go through it?", "a few")
        self.when_i_press("Save")
        self.then_it_is_sound_and_fits("read-form")
        self.when_i_fill("With how many colleagues did you go through it?", "6")
        self.when_i_fill("How will you or your team use it?", "In our team day.")
        self.when_i_press("Save")
        self.then_i_see("and went through it with 6 colleagues")
        self.given_i_am(owner)
        self.given_i_am_on(f"{address}briefings/{Briefing.objects.get().reference}/")
        self.then_i_see("In our team day.")
        self.then_it_is_sound_and_fits("case-briefing")

    def test_the_trends_map_is_filled_and_read(self) -> None:
        owner = build.board_manager()
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/reviews/trends/")
        self.then_i_see("Too few children for a map")
        self.when_i_press("Take the usual features")
        self.then_i_see("The usual features are there.")
        take_usual_features(by=owner)
        codes = {row.theme.name: row.theme.code for row in features()}
        name_nationally(
            by=owner,
            code=codes["Neglect"],
            source="Annual report of the national panel",
            published_on=clock.today(),
            note="It is named in most reviews.",
        )
        told = ["Neglect", "Housing", "Community health services", "Contacts with the police", "Poor attendance at school"]
        for number in range(8):
            incident = build.with_child(owner)
            child = incident.case.children.get().pk
            chosen = [codes[name] for name in told[: 2 + number % 4]]
            group = "infant" if number < 7 else "teenager"
            code_child(by=owner, case=incident.case.reference, child=child, age_group=group, features=chosen)
        self.given_i_am_on(f"/reviews/{incident.case.reference}/")
        self.then_it_is_sound_and_fits("case")
        self.when_i_follow("Code the features of Robin")
        self.then_it_is_sound_and_fits("coding")
        self.when_i_choose("Domestic abuse at home")
        self.when_i_press("Save")
        self.then_i_see("The features have been saved.")
        self.given_i_am_on("/reviews/trends/")
        self.then_i_see("about 5")
        self.then_it_is_sound_and_fits("map")
