"""A child steps down after the assessment; early help takes the family over, helps, and closes with the score."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person
from referrals.models import EarlyHelp
from tests import factories
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.referrals import cases, families, mash
from work.models import Handover
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("CASE_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class SteppingDown(JourneyTest):
    """What the people of a social work team and of early help do on the way."""

    def given_a_team_with_an_assessed_child(self) -> None:
        self.hub = mash.make()
        self.coordinator = families.coordinator_of(self.hub)
        self.episode = cases.assessed(self.hub, outcome="step_down")

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def then_the_page_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_the_manager_steps_down(self) -> None:
        self.given_i_am(self.hub.team_manager)
        self.given_i_am_on("/cases/")
        self.then_the_page_is_sound("cases")
        self.when_i_follow(self.episode.reference)
        self.then_the_page_is_sound("episode")
        self.given_i_am_on(f"/cases/{self.episode.reference}/step-down/")
        self.then_the_page_is_sound("step-down")
        self.when_i_fill("Why is early help enough now?", "The routines hold")
        self.when_i_fill("Who took part?", "Mother, Lee Lead")
        self.when_i_fill("Name of the lead practitioner", "Lee Lead")
        self.page.get_by_label("Their agency").select_option(self.coordinator.holdings.get().agency.code)
        self.when_i_fill("Who of the family agreed?", "Mother")
        for field in ("talked_on", "consent_on"):
            for part, value in (("day", "18"), ("month", "11"), ("year", "2026")):
                self.page.locator(f"[name={field}-{part}]").fill(value)
        self.when_i_press("Offer to early help")
        self.then_i_see("Early help has been asked")

    def when_early_help_accepts_and_the_episode_closes(self) -> None:
        accept_handover(by=self.coordinator, reference=Handover.objects.get(kind="referrals.step_down").reference)
        self.given_i_am_on(f"/cases/{self.episode.reference}/close/")
        self.page.get_by_label("RC9 Closed after assessment, passed to early help").check()
        self.when_i_fill("How do things stand for the child now?", "Early help goes on")
        self.when_i_press("Close it")
        self.then_i_see("The episode is closed")
        self.then_the_page_is_sound("closed")

    def when_early_help_assesses_and_closes(self) -> None:
        family = EarlyHelp.objects.get()
        self.given_i_am(self.coordinator)
        self.given_i_am_on("/early-help/")
        self.then_the_page_is_sound("families")
        self.given_i_am_on(f"/early-help/{family.reference}/assessment/")
        self.then_the_page_is_sound("early-help-assessment")
        self.page.get_by_label("Parenting: routines and boundaries").check()
        self.when_i_fill("What the children say", "I am tired")
        self.when_i_fill("What the parents say", "We want calm mornings")
        self.when_i_fill("Goals that the family has set", "In bed by eight")
        self.when_i_fill("How does the family feel about how things are, from 0 to 10?", "3")
        self.page.get_by_label("It is finished: begin the team around the child").check()
        self.when_i_press("Save")
        self.then_i_see("The first review is due in six weeks")
        self.then_the_page_is_sound("family")
        self.given_i_am_on(f"/early-help/{family.reference}/close/")
        self.page.get_by_label("Needs met", exact=True).check()
        self.when_i_fill("How does the family feel about how things are now, from 0 to 10?", "8")
        self.when_i_fill("How do things stand for the family now?", "At school on time")
        self.when_i_press("Close it")
        self.then_i_see("Early help for this family is closed")
        self.given_i_am_on("/early-help-register/")
        self.then_the_page_is_sound("register")


class TestSteppingDown(SteppingDown):
    """From an assessed child to the closure of early help."""

    def test_a_child_steps_down_and_early_help_closes_with_needs_met(self) -> None:
        self.given_a_team_with_an_assessed_child()
        self.when_the_manager_steps_down()
        self.when_early_help_accepts_and_the_episode_closes()
        self.when_early_help_assesses_and_closes()
        done = EarlyHelp.objects.get()
        assert (done.outcome, done.score_before, done.score_after) == ("needs_met", 3, 8)
