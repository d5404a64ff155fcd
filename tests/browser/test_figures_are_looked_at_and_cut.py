"""Somebody looks at the figures, chooses days and a part, and goes from a number to what is behind it; a case moves on."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person
from foundation import clock
from referrals.models import Episode
from tests import factories
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.referrals import build, cases, mash

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("CASE_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class LookingAtFigures(JourneyTest):
    """What an executive and an officer of the MASH do with figures."""

    def given_two_years_at_the_front_door(self) -> None:
        self.hub = mash.make()
        for days in range(0, 700, 23):
            build.send(received_at=clock.now() - timedelta(days=days), teams=(self.hub.team,), referral_source="6")
        self.episode = cases.allocated(self.hub)
        for _ in range(7):
            cases.opened(self.hub)
        Episode.objects.update(referred_on=clock.today() - timedelta(days=31))
        team = factories.make_team(self.hub.team.agency, [], code="support", name="Support team")
        factories.make_person("team_manager", team=team)

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def then_the_page_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_the_executive_looks_at_every_page(self) -> None:
        self.given_i_am(factories.make_person("executive"))
        self.given_i_am_on("/figures/")
        for title in (
            "Forms and consent",
            "Checks",
            "Assessments and cases",
            "Early help and steps",
            "Disagreements between agencies",
        ):
            self.then_the_page_is_sound(f"figures-{title}")
            self.page.get_by_role("navigation", name="Pages of the figures").get_by_role("link", name=title).click()
            self.then_the_heading_is(f"Figures: {title}")
        self.then_the_page_is_sound("figures-last")

    def when_the_executive_chooses_a_part(self) -> None:
        self.given_i_am_on("/figures/contacts/")
        self.page.locator("[name=age]").select_option(label="5 to 9")
        self.when_i_press("Show")
        self.then_i_see("rounded to the nearest 5")
        self.then_i_see("Days of a month that is not over are left out")
        assert "age=5+to+9" in self.page.url
        self.when_i_follow("Contacts received")
        self.then_the_heading_is("Contacts received")
        self.then_the_page_is_sound("figure")
        assert not self.page.get_by_role("link", name="contacts: Police").count()

    def when_an_officer_goes_behind_a_number(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/figures/contacts/contacts.received/")
        self.page.get_by_role("link", name="contacts: Police").click()
        self.then_the_heading_is("Contacts behind a figure")
        self.then_i_see("Robin1 Example")
        self.then_the_page_is_sound("behind")

    def when_the_manager_of_a_team_goes_behind_a_number(self) -> None:
        self.given_i_am(self.hub.team_manager)
        self.given_i_am_on("/figures/casework/episodes.opened/")
        self.then_the_page_is_sound("figure-casework")
        self.page.get_by_role("link", name="children: 5 to 9").click()
        self.then_the_heading_is("Cases behind a figure")
        self.then_i_see("Those that you may see: 8.")
        self.then_the_page_is_sound("behind-cases")

    def when_the_case_is_offered_to_another_team(self) -> None:
        self.given_i_am(self.hub.team_manager)
        self.given_i_am_on(f"/cases/{self.episode.reference}/move/")
        self.then_the_page_is_sound("move")
        self.page.locator("[name=team]").select_option(label="Support team")
        self.when_i_fill("Why does the case move, and what should they know?", "There is a plan now.")
        self.when_i_press("Offer it")
        self.then_i_see("Support team says whether it takes the case over.")
        self.then_the_page_is_sound("moved")


class TestLookingAtFigures(LookingAtFigures):
    """From the overview to a list, and to another team."""

    def test_figures_are_looked_at_cut_and_followed(self) -> None:
        self.given_two_years_at_the_front_door()
        self.when_the_executive_looks_at_every_page()
        self.when_the_executive_chooses_a_part()
        self.when_an_officer_goes_behind_a_number()
        self.when_the_manager_of_a_team_goes_behind_a_number()
        self.when_the_case_is_offered_to_another_team()
