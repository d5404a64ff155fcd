"""Prompts come while somebody writes, and go when they have written it; the lead sees the months and their referrals."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from accounts.models import Person
from foundation import clock
from referrals.models import SubmissionQuality
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)
THIN = "There are concerns about the parenting in this family and about how the children are looked after."
FULL = "On Monday she came to school without a coat, and said that nobody had been at home since Saturday evening."
PARTS = {"example": "full", "earlier_help": "full", "voice": "full", "fathers": "full", "consent": "full"}


class Signed(JourneyTest):
    def given_somebody_is_signed_in(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])


class TestWriting(Signed):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
    def test_a_prompt_comes_and_goes_while_somebody_writes(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        teacher = build.make_practitioner()
        self.given_somebody_is_signed_in(teacher)
        draft = build.make_draft(teacher)
        self.given_i_am_on(f"/refer/{draft.reference}/concern/")
        prompts = self.page.locator("[data-prompts]")
        expect(prompts).to_have_attribute("aria-live", "polite")
        expect(prompts.get_by_text("If you have a moment")).to_be_hidden()
        self.when_i_fill("What are you worried about?", THIN)
        expect(prompts.get_by_text("Could you give one example")).to_be_visible()
        self.when_i_fill("What has been tried?", "Nothing yet")
        expect(prompts.get_by_role("listitem")).to_have_count(2)
        self.then_the_page_is_sound()
        self.when_i_fill("What are you worried about?", FULL)
        expect(prompts.get_by_role("listitem")).to_have_count(1)
        prompts.get_by_role("link").click()
        expect(self.page.get_by_label("What has been tried?")).to_be_focused()
        self.when_i_fill("What has been tried?", "Two talks with the mother, and breakfast club")
        expect(prompts.get_by_text("If you have a moment")).to_be_hidden()

    def test_the_last_page_says_it_once_more_and_sends(self) -> None:
        self.given_a_screen_of(*PHONE)
        build.make_mash()
        teacher = build.make_practitioner()
        self.given_somebody_is_signed_in(teacher)
        draft = build.make_complete_draft(teacher, concern={**build.CONCERN, "worries": [THIN]})
        self.given_i_am_on(f"/refer/{draft.reference}/check/")
        self.then_i_see("You can send this as it is")
        self.then_the_page_is_sound()
        self.page.get_by_label("What I have written is true").check()
        self.when_i_press("Confirm and send")
        self.then_the_heading_is("Referral sent")
        self.when_i_follow("See this referral and how it stands")
        self.then_i_see("How your referral helps us")
        self.then_i_see("One example of what happened")
        self.then_the_page_is_sound()


class TestLeading(Signed):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
    def test_a_lead_sees_the_months_and_the_referrals_behind_them(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        school = build.make_school(name="Oakfield School")
        writer = build.make_practitioner(school, name="Wanda Writer")
        for months, score in enumerate((82, 71, 55, None, 48)):
            sent = build.send(author=writer, received_at=clock.now() - timedelta(days=30 * months))
            columns = {"score": score, "exempt": "" if score else "urgent", "parts": {**PARTS, "voice": "missing"}}
            SubmissionQuality.objects.create(submission=sent, scale=1, scored_at=sent.received_at, **columns)
        self.given_somebody_is_signed_in(factories.make_person("agency_lead", school))
        self.given_i_am_on("/quality/")
        self.then_the_heading_is("Quality of our referrals")
        self.then_the_page_is_sound()
        self.when_i_follow("November 2026")
        self.then_the_heading_is("Our referrals in November 2026")
        self.then_i_see("Wanda Writer")
        self.then_the_page_is_sound()
        self.given_i_am_on("/quality/what-counts/")
        self.then_i_see("Version 1 is in use")
        self.then_the_page_is_sound()

    def test_the_manager_sets_what_counts(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.given_somebody_is_signed_in(factories.make_person("mash_manager"))
        self.given_i_am_on("/quality/what-counts/set/")
        self.when_i_fill("The child’s voice: points", "25")
        self.when_i_fill("Why do you change it?", "The child first")
        self.when_i_press("Let it count from now on")
        self.then_i_see("The points of all parts together must be 100. They are 105.")
        self.then_the_page_is_sound()
        self.when_i_fill("The worry, with an example: points", "20")
        self.when_i_press("Let it count from now on")
        self.then_i_see("Version 2 is in use")
