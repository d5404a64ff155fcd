"""An agency is asked for something for a chapter and gives it; it is put in; the edition is read chapter by chapter."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse

from foundation import clock
from reporting.services.demo import load_demo_inputs
from reporting.services.publishing import watch_publication
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.build import make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing
from work.models import Request

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("REPORT_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""
PAGE = "/yearly-report/2025-26/narrative/voice/contributions/"


class TestAChapter(JourneyTest):
    def then_it_is_sound_and_fits(self, name: str) -> None:
        """On a wide screen and on a phone."""
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
            if PICTURES:
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def test_from_the_question_to_the_edition(self) -> None:
        with publishing(*EVERYTHING):
            load_demo_inputs(by=SYSTEM)
            edition = make_edition()
        watch_publication(by=SYSTEM)
        business, police = (
            make_person("business_team", make_agency("partnership")),
            make_agency("police", name="Northmere Police"),
        )
        lead = make_person("agency_lead", police)
        self.given_i_am(business)
        self.given_i_am_on("/")
        self.then_i_see("Publication of the yearly report")
        self.then_it_is_sound_and_fits("home")
        self.given_i_am_on(PAGE)
        self.when_i_choose("Northmere Police")
        self.when_i_fill("What do you ask them for?", "What did children tell you, and what did you change?")
        self.when_i_enter_the_date(clock.today() + timedelta(days=9), "By when?")
        self.when_i_press("Ask them")
        self.then_i_see("0 of 1 have answered.")
        self.given_i_am(lead)
        self.given_i_am_on(reverse("work:request", args=[Request.objects.get().reference]))
        self.when_i_choose("We give this for the chapter")
        self.when_i_fill("Your answer", "Children told us to listen. Every officer now asks them first.")
        self.then_it_is_sound_and_fits("request")
        self.when_i_press("Send answer")
        self.given_i_am(business)
        self.given_i_am_on(PAGE)
        self.then_i_see("Has come")
        self.then_it_is_sound_and_fits("contributions")
        self.when_i_press("Put it into the chapter")
        self.then_i_see("In the chapter")
        self.given_i_am_on(reverse("reporting:edition", args=[edition.reference]))
        self.then_i_see("The draft was edited since this edition was compiled.")
        self.then_it_is_sound_and_fits("edition")
        self.given_i_am_on(reverse("reporting:edition", args=[edition.reference]) + "?chapter=front_door")
        self.then_it_is_sound_and_fits("edition-chapter")
        self.given_i_am_on(reverse("reporting:edition", args=[edition.reference]) + "?chapter=all")
        self.then_it_is_sound_and_fits("edition-all")
        self.given_i_am_on(reverse("reporting:checklist", args=["2025-26"]))
        self.then_it_is_sound_and_fits("checklist")
        self.given_i_am_on(reverse("reporting:year", args=["2025-26"]))
        self.then_it_is_sound_and_fits("year")
