"""Somebody without an account reads a published report chapter by chapter, and whoever was sent it says that they have it."""

import pytest
from django.urls import reverse

from reporting.models import Publication
from reporting.services.demo import load_demo_inputs
from reporting.services.publishing import receipt_secret, send_report
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.build import YEAR, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db(transaction=True)


class TestAPublishedReport(JourneyTest):
    def test_it_is_read_chapter_by_chapter_and_its_receipt_confirmed(self) -> None:
        with publishing(*EVERYTHING):
            load_demo_inputs(by=SYSTEM)
            edition = make_edition()
        Publication.objects.create(edition=edition, published_at=edition.compiled_at, published_by="P-1")
        sent = send_report(by=SYSTEM, reference=edition.reference, recipient="The panel", how="email", email="panel@example.org")
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.given_i_am_on("/reports/")
            self.then_the_page_is_sound()
            self.when_i_follow(f"Yearly report {YEAR.label}")
            self.then_i_see("416.6")
            self.then_the_page_is_sound()
            self.when_i_follow("Where the figures come from")
            self.then_i_see("Every figure was gathered in one look")
            self.then_the_page_is_sound()
            self.given_i_am_on(reverse("reporting:published", args=[YEAR.label]) + "?chapter=front_door")
            self.then_the_page_is_sound()
        self.given_i_am_on(reverse("reporting:receipt", args=[receipt_secret(sent)]))
        self.then_the_page_is_sound()
        self.when_i_press("We have the report")
        self.then_i_see("It is noted that you have the report.")
        self.then_the_page_is_sound()
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        for address in (
            reverse("reporting:sent", args=[edition.reference]),
            reverse("reporting:send_report", args=[edition.reference]),
            reverse("reporting:withdraw_publication", args=[edition.reference]),
            reverse("reporting:checklist", args=[YEAR.label]),
            reverse("reporting:element", args=[YEAR.label, 3]),
            reverse("reporting:watch_figure"),
            reverse("reporting:define_indicator"),
            reverse("reporting:ask_for_values"),
        ):
            self.given_i_am_on(address)
            self.then_the_page_is_sound()
