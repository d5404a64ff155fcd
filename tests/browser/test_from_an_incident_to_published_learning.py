"""One way, pressed by hand: an incident is notified, reviewed at once, sent; what it taught is written down and read."""

import os
from pathlib import Path

import pytest

from accounts.models import Person, RoleHolding
from foundation import clock
from reviews.models import Briefing, BriefingState, IncidentState, TeamRole
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build
from tests.reviews.build_briefings import PARTS

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("REVIEW_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestOneWay(JourneyTest):
    def then_it_is_sound_and_fits(self, name: str) -> None:
        """On a wide screen and on a phone."""
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
            if PICTURES:
                self.page.screenshot(path=Path(PICTURES) / f"way-{name}-{width}.png", full_page=True)

    def _decide(self, question: str, *, agreed: bool = True) -> None:
        for seat in RoleHolding.Seat:
            self.given_i_am_on(f"{self.address}decide/")
            self.when_i_choose(str(seat.label), "Which partner decides?")
            self.when_i_choose(question, "What does the partner decide?")
            self.when_i_choose("Yes" if agreed else "No", "Does the partner say yes?")
            self.when_i_fill("Why?", "As the meeting found.")
            self.when_i_fill("Who spoke for the partner?", "The chief")
            self.when_i_enter_the_date(clock.today(), "On which day?")
            self.when_i_press("Save the decision")

    def test_from_the_incident_to_the_library(self) -> None:
        owner, chair = build.board_manager(), make_person("practitioner", make_agency("health"), name="Chris Chair")
        incident = build.with_child(owner)
        build.named(owner, incident, chair, TeamRole.CHAIR)
        self.address = f"/reviews/{incident.case.reference}/"
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self._decide("Does the incident meet the criteria for notification?")
        self.given_i_am_on(self.address)
        self.when_i_press("Record the notification")
        self.when_i_enter_the_date(clock.today(), "On which day was it sent?")
        self.when_i_press("Save")
        self.then_i_see("The rapid review is due within fifteen working days.")
        self._decide("Should there be a local child safeguarding practice review?", agreed=False)
        self._meeting()
        self._decide("Is the rapid review signed off?")
        self.given_i_am_on(self.address)
        self.when_i_follow("Sign the rapid review off")
        self.when_i_press("It is signed off")
        self.given_i_am_on(f"{self.address}sent/")
        self.when_i_enter_the_date(clock.today(), "On which day was it sent?")
        self.when_i_press("Save")
        self.given_i_am_on(f"{self.address}reply/")
        self.then_it_is_sound_and_fits("reply")
        assert build.again(incident).state == IncidentState.SENT
        self._finding()
        self._briefing(owner, chair)
        teacher = make_person("practitioner", make_agency("school", name="Alder School"))
        self.given_i_am(teacher)
        self.given_i_am_on("/briefings/")
        self.when_i_follow("Who else lives at home?")
        self.then_i_see("Ask for the father")
        self.then_i_do_not_see("Robin")

    def _meeting(self) -> None:
        self.given_i_am_on(f"{self.address}meeting/")
        self.then_it_is_sound_and_fits("meeting-form")
        self.when_i_enter_the_date(clock.today(), "When was the meeting?")
        for label, text in (
            ("Who chaired it?", "The scrutineer"),
            ("Who took part?", "Council\nHealth\nPolice"),
            ("The facts so far", "Robin was seen by three agencies."),
            ("What could be learnt and improved?", "Nobody asked for the father."),
        ):
            self.when_i_fill(label, text)
        self.when_i_choose("No", "Does a local child safeguarding practice review follow?")
        self.page.get_by_label("Why, or why not?").first.fill("What there is to learn is clear.")
        self.when_i_choose("No", "Do the partners suggest a national review?")
        self.when_i_press("Save")
        self.then_i_see("The meeting has been recorded.")

    def _finding(self) -> None:
        self.given_i_am_on(f"{self.address}finding/")
        self.when_i_choose("A pattern of the system")
        self.when_i_fill("What was found?", "Nobody asked the family who the father was.")
        self.when_i_press("Save the finding")
        self.then_i_see("Nobody asked the family who the father was.")
        self.then_it_is_sound_and_fits("case")

    def _briefing(self, owner: Person, chair: Person) -> None:
        self.given_i_am_on(f"{self.address}briefing/new/seven/")
        self.when_i_fill("What is the title?", "Who else lives at home?")
        for heading, part in (
            ("Background", "background"),
            ("Why it matters", "why"),
            ("What was found", "found"),
            ("What to do", "to_do"),
            ("Questions for your team", "questions"),
        ):
            self.when_i_fill(heading, PARTS[part])
        self.when_i_press("Save the draft")
        briefing = f"{self.address}briefings/{Briefing.objects.get().reference}/"
        for person, page, button in (
            (owner, "submit", "Send it for approval"),
            (chair, "approve", "Approve the briefing"),
            (owner, "publish", "Publish the briefing"),
        ):
            self.given_i_am(person)
            self.given_i_am_on(f"{briefing}{page}/")
            self.when_i_press(button)
        assert Briefing.objects.get().state == BriefingState.PUBLISHED
