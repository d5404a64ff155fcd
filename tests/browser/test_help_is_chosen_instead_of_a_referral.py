"""A teacher reads the levels of need, finds help that needs no referral and uses it; a visitor may look too."""

import pytest
from playwright.sync_api import Page

from referrals.models import DirectoryChoice
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import before, build

pytestmark = pytest.mark.django_db(transaction=True)


class Choosing(JourneyTest):
    """What somebody does before a referral."""

    def given_a_guide_and_local_help(self) -> None:
        before.make_guide()
        before.make_service(name="Parents’ drop-in", description="A warm room.", needs=["parenting"], max_age=5, level=2)
        before.make_service(name="Football on Fridays", needs=["youth"], min_age=11, free=False, level=2)
        self.given_i_am(build.make_practitioner(build.make_school()))

    def when_help_is_found_and_used(self) -> None:
        self.given_i_am_on("/refer/")
        self.when_i_press("Start now")
        self.then_the_heading_is("What level of need do you see?")
        self.when_i_press("Continue")
        self.then_the_error_is("Select a level, or that you are not sure")
        self.page.get_by_role("radio", name="Level 2").check()
        self.when_i_press("Continue")
        self.then_the_heading_is("Help that needs no referral")
        if not self.page.get_by_label("Age of the child").is_visible():  # folded on a phone
            self.page.locator(".app-filter__title").click()
        self.when_i_fill("Age of the child", "3")
        self.when_i_press("Search")
        self.then_i_do_not_see("Football on Fridays")
        self.when_i_follow("Parents’ drop-in")
        self.then_the_heading_is("Parents’ drop-in")
        self.when_i_press("I will use this instead")
        self.then_i_see("If things change, you can refer at any time.")
        assert DirectoryChoice.objects.count() == 1


class TestHelpWithoutReferral(Choosing):
    @pytest.mark.parametrize("screen", [(1280, 900), (375, 700)])
    def test_help_is_used_instead(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_guide_and_local_help()
        self.when_help_is_found_and_used()

    def test_the_pages_before_a_referral_are_sound(self) -> None:
        self.given_a_guide_and_local_help()
        chosen = before.make_service(name="Young carers", level=2)
        for path in (
            "/refer/",
            "/refer/level/",
            "/levels-of-need/",
            "/local-help/",
            "/local-help/?level=2",
            "/local-help/?words=nothing",
            f"/local-help/{chosen.pk}/?level=2",
        ):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()
        self.given_i_am_on("/refer/level/")
        self.when_i_press("Continue")
        self.then_the_page_is_sound()

    def test_the_pages_of_those_who_keep_guide_and_directory_are_sound(self) -> None:
        before.make_guide()
        chosen = before.make_service(name="Young carers", level=2)
        self.given_i_am(factories.make_person("early_help_coordinator"))
        for path in ("/local-help/add/", "/local-help/import/", f"/local-help/{chosen.pk}/change/"):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()
        self.given_i_am_on("/local-help/add/")
        self.when_i_press("Save")
        self.then_the_page_is_sound()
        self.given_i_am(factories.make_person("business_team"))
        for path in ("/levels-of-need/versions/", "/levels-of-need/versions/1/"):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()
        self.given_i_am_on("/levels-of-need/versions/")
        self.when_i_press("Begin a new version")
        self.then_the_heading_is("Write version 2 of the guide")
        self.then_the_page_is_sound()


class TestHelpWithoutReferralWithoutScript(Choosing):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str) -> None:
        self.page, self.site = page_without_script, site

    def test_help_is_used_instead_without_javascript(self) -> None:
        self.given_a_guide_and_local_help()
        self.when_help_is_found_and_used()
