"""A scrutineer presses compile, watches it come about and reads the edition; the business team writes a chapter."""

import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from django.db import connections
from playwright.sync_api import Page, expect

from reporting.models import Compilation
from reporting.services.compiling import run_compilation
from reporting.services.demo import load_demo_inputs
from tests.browser.pages import JourneyTest
from tests.factories import make_person
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.pdf]

PICTURES = os.environ.get("REPORT_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestCompiling(JourneyTest):
    @pytest.fixture(autouse=True)
    def demo_year(self) -> Iterator[None]:
        with publishing(*EVERYTHING):
            load_demo_inputs(by=SYSTEM)
            yield

    def picture(self, name: str) -> None:
        if PICTURES:
            for width in (1280, 375):
                self.page.set_viewport_size({"width": width, "height": 900})
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
            self.page.set_viewport_size({"width": 1280, "height": 900})

    def when_the_worker_takes_it_up(self) -> None:
        """In a thread, as the worker's own process would."""

        def work() -> None:
            try:
                run_compilation(reference=Compilation.objects.latest("pk").reference, by=SYSTEM)
            finally:
                connections.close_all()

        self.worker = Thread(target=work)
        self.worker.start()

    def test_from_the_press_to_the_edition(self) -> None:
        self.given_i_am_signed_in_as(make_person("scrutineer"))
        self.given_i_am_on("/yearly-report/")
        self.then_the_heading_is("Yearly report")
        self.then_the_page_is_sound()
        self.picture("years")
        self.when_i_follow("2025-26")
        self.then_the_heading_is("Yearly report 2025-26")
        self.then_the_page_is_sound()
        self.picture("year")
        self.when_i_press("Compile the report")
        self.then_the_heading_is("Compiling the report of 2025-26")
        self.then_i_see("Waiting to start")
        self.picture("waiting")
        self.when_the_worker_takes_it_up()
        expect(self.page.get_by_text("Laying out pages: now")).to_be_visible(timeout=30_000)
        self.picture("progress")
        expect(self.page.get_by_role("button", name="Download the PDF")).to_be_visible(timeout=60_000)
        self.worker.join()
        self.then_the_page_is_sound()
        self.picture("done")
        self.when_i_follow("See edition 1 and its figures")
        self.then_the_heading_is("Yearly report 2025-26, edition 1")
        self.then_i_see("3,971 of 95,309")
        self.then_the_page_is_sound()
        self.picture("edition")

    def test_a_wrong_token_is_named_beside_the_text(self) -> None:
        self.given_i_am_signed_in_as(make_person("business_team"))
        self.given_i_am_on("/yearly-report/2025-26/narrative/budget/")
        self.then_the_heading_is("Income and spending")
        self.then_the_page_is_sound()
        self.picture("narrative")
        self.when_i_fill("Text", "We had {{ figure: budget.incom }}.")
        self.when_i_press("Save")
        self.then_the_error_is("Text, line 1: {{ figure: budget.incom }} names no figure: there is no “budget.incom”.")
        self.then_the_page_is_sound()
        self.when_i_fill("Text", "We had {{ figure: budget.income }}.")
        self.when_i_press("Save")
        self.then_i_am_on("/yearly-report/2025-26/")


def test_progress_can_be_followed_without_script(page_without_script: Page, site: str) -> None:
    from tests.reporting.build import make_compilation

    compilation = make_compilation()
    journey = TestCompiling()
    journey.page, journey.site = page_without_script, site
    journey.given_i_am_signed_in_as(make_person("executive"))
    journey.given_i_am_on(f"/yearly-report/compilations/{compilation.reference}/")
    journey.when_i_follow("Check progress")
    journey.then_i_see("Waiting to start")
