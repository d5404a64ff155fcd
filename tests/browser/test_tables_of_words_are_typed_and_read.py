"""The business team types a table of words, and everybody reads it with the other tables in the published report."""

import pytest
from django.urls import reverse

from foundation.figures import TEXT_GROUPS
from reporting.models import Publication
from reporting.services.demo import load_demo_inputs
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.build import YEAR, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db(transaction=True)
WIDTHS = (1280, 375)


class TestTablesOfWords(JourneyTest):
    def test_they_are_typed_row_by_row(self) -> None:
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/yearly-report/{YEAR.label}/")
        self.when_i_follow("Tables of words")
        self.then_the_page_is_sound()
        self.when_i_follow("Strengths and areas for development")
        self.then_the_page_is_sound()
        self.page.locator("#id_rows-0-0").fill("Decisions are made in time\nPartners come")
        self.when_i_press("Save the table")
        self.then_the_error_is("Enter who says it, or where it is written")
        self.then_the_page_is_sound()
        self.when_i_fill("Who says it, or where is it written?", "The executive")
        self.when_i_press("Save and add another row")
        self.then_i_see("There is an empty row more.")
        self.page.locator("#id_rows-1-1").fill("No strength beside it")
        self.given_a_screen_of(375)
        self.when_i_press("Save the table")
        self.then_i_see("2 rows")
        self.then_the_page_is_sound()

    def test_a_row_begins_with_what_heads_it(self) -> None:
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        self.given_a_screen_of(375)
        self.given_i_am_on(f"/yearly-report/{YEAR.label}/")
        self.when_i_follow("Tables of words")
        self.when_i_follow("Where there are gaps")
        self.when_i_fill("Who says it, or where is it written?", "The executive")
        self.page.locator("#id_rows-0-1").fill("Nobody tells the school")
        self.when_i_press("Save the table")
        self.then_the_error_is("Enter “Theme” in row 1")
        self.then_the_page_is_sound()

    def test_they_are_read_in_the_published_report(self) -> None:
        with publishing(*EVERYTHING, texts=(TEXT_GROUPS.get("reporting.words"),)):
            load_demo_inputs(by=SYSTEM)
            edition = make_edition()
        Publication.objects.create(edition=edition, published_at=edition.compiled_at, published_by="P-1")
        for width in WIDTHS:
            self.given_a_screen_of(width)
            for chapter in ("introduction", "deaths", "safety", "learning", "analysis"):
                self.given_i_am_on(reverse("reporting:published", args=[YEAR.label]) + f"?chapter={chapter}")
                self.then_the_page_is_sound()
