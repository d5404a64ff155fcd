"""A colleague is asked to write a chapter and sees the preview beside the text; a member reads the draft and comments on it."""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from accounts.models import Person
from foundation import clock
from reporting.models import ChapterAuthor, Consultation
from reporting.services.demo import load_demo_inputs
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db(transaction=True)
PICTURES = os.environ.get("REPORT_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""
WRITE = "/yearly-report/2025-26/narrative/front_door/"
TYPED = "More families asked for help.\n\n{{ chart: contacts.received by source }}\n\n{{ table: contacts.received by rating }}\n"


@pytest.fixture(autouse=True)
def _demo_year() -> Iterator[None]:
    with publishing(*EVERYTHING):
        load_demo_inputs(by=SYSTEM)
        yield


class TestWritingTogether(JourneyTest):
    def picture(self, name: str) -> None:
        if PICTURES:
            for width in (1280, 375):
                self.page.set_viewport_size({"width": width, "height": 900})
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def then_it_is_sound_at_both_widths(self, name: str) -> None:
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
        self.picture(name)
        self.given_a_screen_of(1280)

    def places(self) -> tuple[dict[str, float], dict[str, float]]:
        """Where text and preview stand."""
        found = [self.page.locator(one).bounding_box() for one in ("#id_text", "#preview")]
        assert all(found)
        return found[0], found[1]  # type: ignore[return-value]

    def test_from_asking_to_the_comment_that_is_dealt_with(self) -> None:
        author = make_person("agency_lead", make_agency("police"))
        member = make_person("agency_lead", make_agency("health"))
        business = make_person("business_team", make_agency("partnership"))
        self.given_i_am(business)
        self.asks(author, member)
        self.writes(author)
        self.comments(member)
        self.deals_with_it(business)

    def asks(self, author: Person, member: Person) -> None:
        self.given_a_screen_of(1280)
        self.given_i_am_on(reverse("reporting:assign_chapter", args=["2025-26", "front_door"]))
        self.when_i_press("Ask them")
        self.then_the_error_is("Enter the address of at least one person")
        self.then_it_is_sound_at_both_widths("assign")
        self.when_i_fill("Who writes it?", author.email)
        self.when_i_enter_the_date(clock.today() + dt.timedelta(days=14), "By when?")
        self.when_i_press("Ask them")
        self.then_i_see(f"{author.name} by ")
        self.then_it_is_sound_at_both_widths("year")
        self.when_i_follow("Put the draft out for comments")
        self.when_i_fill("Who else?", member.email)
        self.when_i_enter_the_date(clock.today() + dt.timedelta(days=14), "Until when?")
        self.then_it_is_sound_at_both_widths("consult")
        self.when_i_press("Put it out")
        self.then_i_see("The draft has been put out.")

    def writes(self, author: Person) -> None:
        self.given_i_am(author)
        self.given_i_am_on("/")
        self.then_i_see("Chapter of the yearly report")
        self.given_i_am_on(reverse("reporting:assignment", args=[ChapterAuthor.objects.get().reference]))
        self.then_it_is_sound_at_both_widths("assignment")
        self.page.get_by_role("button", name="Write the chapter").click()
        self.when_i_fill("Text", TYPED)
        expect(self.page.locator("#preview svg").first).to_be_visible(timeout=15_000)
        self.then_it_is_sound_at_both_widths("writing")
        text, preview = self.places()
        assert preview["x"] >= text["x"] + text["width"]
        self.given_a_screen_of(375)
        text, preview = self.places()
        assert preview["y"] >= text["y"] + text["height"]
        self.given_a_screen_of(1280)
        self.when_i_press("Save")
        self.then_i_see("has been saved")
        self.then_it_is_sound_at_both_widths("chapter")
        self.when_i_follow("Its versions")
        self.when_i_press("Compare")
        self.then_it_is_sound_at_both_widths("versions")
        self.page.get_by_role("link", name="Read and restore version 1").click()
        self.then_it_is_sound_at_both_widths("restore")

    def comments(self, member: Person) -> None:
        self.given_i_am(member)
        self.given_i_am_on(reverse("reporting:consultation", args=[Consultation.objects.get().reference]))
        self.then_it_is_sound_at_both_widths("consultation")
        self.given_i_am_on(f"{WRITE}draft/")
        self.when_i_press("Save the comment")
        self.then_the_error_is("Enter your comment")
        self.when_i_fill("Your comment", "Say why.")
        self.when_i_press("Save the comment")
        self.then_i_see("Your comment stands beside the chapter.")

    def deals_with_it(self, business: Person) -> None:
        self.given_i_am(business)
        self.given_i_am_on(f"{WRITE}draft/")
        self.page.get_by_role("link", name="Mark as dealt with").click()
        self.then_it_is_sound_at_both_widths("deal")
        self.when_i_fill("What did you do about it?", "Second paragraph")
        self.when_i_press("Mark as dealt with")
        self.then_i_see("Second paragraph")
        self.when_i_press("I have read this chapter")
        self.then_i_see("You last read it on")
        self.then_it_is_sound_at_both_widths("commented")
        self.given_i_am_on(reverse("reporting:consultation", args=[Consultation.objects.get().reference]))
        self.then_it_is_sound_at_both_widths("consulted")


def test_the_preview_is_drawn_on_a_press_without_script(page_without_script: Page, site: str) -> None:
    journey = TestWritingTogether()
    journey.page, journey.site = page_without_script, site
    journey.given_i_am_signed_in_as(make_person("business_team"))
    journey.given_i_am_on(WRITE)
    journey.when_i_fill("Text", TYPED)
    journey.when_i_press("Preview")
    expect(journey.page.locator("#preview svg").first).to_be_visible()
    expect(journey.page.get_by_label("Text", exact=True)).to_have_value(TYPED)
