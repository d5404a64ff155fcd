"""A compilation is cancelled; a scrutineer states; two people tell it to children; everybody reads it."""

import os
from pathlib import Path

import pytest
from django.urls import reverse

from accounts.models import RoleHolding
from reporting.models import Publication
from reporting.rules.approving import fingerprint_of
from reporting.services.approving import decide_edition
from reporting.services.demo import load_demo_inputs
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reporting.build import YEAR, answer_everything, make_compilation, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("REPORT_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestAnEdition(JourneyTest):
    def then_it_is_sound_and_fits(self, name: str) -> None:
        """On a wide screen and on a phone."""
        for width in (375, 1280):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
            if PICTURES:
                self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)

    def test_from_a_cancelled_compilation_to_the_page_for_children(self) -> None:
        with publishing(*EVERYTHING):
            load_demo_inputs(by=SYSTEM)
            answer_everything()
            older = make_edition()
            compilation = make_compilation()
            author = make_person("business_team", make_agency("partnership"))
            self.given_i_am(author)
            self.given_i_am_on(f"/yearly-report/compilations/{compilation.reference}/")
            self.then_it_is_sound_and_fits("waiting")
            self.when_i_press("Cancel the compilation")
            self.then_i_see("The compilation is cancelled. Nothing of it was kept.")
            self.then_i_see(f"Cancelled by {author.name}")
            self.then_it_is_sound_and_fits("cancelled")
            edition = make_edition()
        self.given_i_am_on(reverse("reporting:compare", args=[edition.reference, older.reference]))
        self.then_it_is_sound_and_fits("compare")
        for seat in ("council", "health", "police"):
            person = make_person("executive")
            RoleHolding.objects.filter(person=person).update(seat=seat)
            decide_edition(
                by=person, reference=edition.reference, decision="approved", comment="", fingerprint=fingerprint_of(edition)
            )
        page = reverse("reporting:edition", args=[edition.reference])
        self.given_i_am_on(page)
        self.when_i_press("Publish")
        self.then_i_see("The independent scrutineer has made no statement on this edition.")
        scrutineer = make_person("scrutineer")
        self.given_i_am(scrutineer)
        self.given_i_am_on(page)
        self.when_i_press("Make your statement")
        self.then_it_is_sound_and_fits("state")
        self.when_i_press("Make the statement")
        self.then_the_error_is("Select what you say of this edition")
        self.when_i_choose("It is a fair account")
        self.when_i_fill("Your statement", "It says what I saw.")
        self.when_i_press("Make the statement")
        self.then_i_see("Your statement stands with this edition.")
        self.then_it_is_sound_and_fits("edition")
        self.given_i_am(author)
        self.given_i_am_on(page)
        self.when_i_press("Publish")
        self.then_i_see("The report is published. Send it now.")
        assert Publication.objects.get().edition == edition
        self.given_i_am_on(page)
        self.when_i_follow("The page of this edition for children")
        self.when_i_follow("Write it")
        self.then_it_is_sound_and_fits("write")
        self.when_i_fill("What we did", "People told us about a child {{ figure: contacts.received }} times.")
        self.when_i_fill("What we heard from you", "You told us that letters are hard to read.")
        self.when_i_fill("What we will do next", "We will write to you in plain words.")
        self.page.get_by_label("Large number 1").select_option("contacts.decided_in_time")
        self.when_i_fill("What number 1 counts, in words for children", "answers came in time")
        self.when_i_press("Save")
        self.then_i_see("Flesch reading ease")
        self.then_i_see("You have written it.")
        self.then_it_is_sound_and_fits("written")
        self.given_i_am(scrutineer)
        self.given_i_am_on(reverse("reporting:for_children", args=[edition.reference]))
        self.when_i_press("I have read it: publish it")
        self.then_i_see("Every child can read it now.")
        self.page.context.clear_cookies()
        self.given_i_am_on(reverse("reporting:published", args=[YEAR.label]))
        self.then_it_is_sound_and_fits("report")
        self.when_i_follow("Our year, in short words")
        self.then_the_heading_is(f"Our year {YEAR.label}, for children")
        self.then_it_is_sound_and_fits("children")
        self.given_i_am_on(reverse("reporting:published", args=[YEAR.label]) + "?chapter=approvals")
        self.then_i_see("It says what I saw.")
        self.then_it_is_sound_and_fits("approvals")
