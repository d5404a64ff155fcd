"""Whoever signs in comes to a sound page of their own; the pages that everybody may read are sound for all."""

import pytest
from django.conf import settings
from django.test import Client

from tests import factories
from tests.browser.pages import JourneyTest

pytestmark = pytest.mark.django_db(transaction=True)

ROLES = (
    ("practitioner", "school"),
    ("agency_lead", "school"),
    ("mash_manager", "council"),
    ("conference_chair", "council"),
    ("auditor", "health"),
    ("trainer", "voluntary"),
    ("business_team", "partnership"),
    ("executive", "police"),
    ("scrutineer", "partnership"),
    ("governance_lead", "council"),
    ("system_administrator", "partnership"),
)
OPEN_TO_ALL = (
    ("/accessibility/", "Accessibility statement"),
    ("/privacy/", "Privacy"),
    ("/contact/", "Contact"),
)


class TestEveryRole(JourneyTest):
    @pytest.mark.parametrize(("role", "kind"), ROLES)
    def test_comes_to_a_sound_home(self, role: str, kind: str) -> None:
        person = factories.make_person(role, factories.make_agency(kind))
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])
        self.given_i_am_on("/")
        self.then_the_heading_is("My work")
        self.then_the_page_is_sound()
        for link in self.page.locator("nav a").evaluate_all("links => links.map(a => a.getAttribute('href'))"):
            answer = self.page.goto(f"{self.site}{link}")
            assert answer is not None
            assert answer.status == 200, link

    @pytest.mark.parametrize(("path", "heading"), OPEN_TO_ALL)
    def test_reads_the_pages_that_are_open_to_all(self, path: str, heading: str) -> None:
        self.given_i_am_on(path)
        self.then_the_heading_is(heading)
        self.then_the_page_is_sound()
