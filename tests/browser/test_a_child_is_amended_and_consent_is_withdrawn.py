"""A referrer corrects who a child is and adds the father; the MASH reads old beside new, and notes that the family withdrew."""

import datetime as dt
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from accounts.models import Person
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)
PICTURES = os.environ.get("AMENDING_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class Amending(JourneyTest):
    """What is amended as columns, on both sides."""

    def given_a_referral_that_is_looked_at(self, **fields: object) -> None:
        self.hub = mash.make()
        self.teacher = build.make_practitioner(build.make_school(name="Oakfield School"), name="Terry Teacher")
        self.contact = mash.screened(
            self.hub,
            author=self.teacher,
            consent_given_by="Mother",
            consent_on=dt.date(2026, 11, 16),
            consent_by_right="responsible",
            consent_scope=["share", "early_help"],
            consent_recorded="note",
            **fields,
        )
        self.sent = f"/my-referrals/{self.contact.submission.reference}/"
        self.in_mash = f"/mash/contacts/{self.contact.reference}/"

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def then_it_is_sound(self, name: str) -> None:
        if PICTURES:
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
        self.then_the_page_is_sound()

    def when_the_referrer_corrects_the_child(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.when_i_follow("Amend it")
        self.then_it_is_sound("amend")
        self.when_i_follow("Robin1 Example")
        self.when_i_fill("Last name", "Exemplar")
        self.when_i_choose("Male", "Sex")
        self.when_i_fill("Home address", "1 Sample Street")
        self.when_i_press("Amend the referral")
        self.then_the_error_is("Enter why you change this")
        self.then_it_is_sound("child-refused")
        self.when_i_fill("Why do you change this?", "The office showed me the birth certificate.")
        self.when_i_press("Amend the referral")
        self.then_i_see("The referral is amended.")

    def when_the_referrer_adds_the_father(self) -> None:
        self.when_i_follow("Amend it")
        self.when_i_follow("Add a person")
        self.when_i_choose("Father", "Who is this?")
        self.when_i_fill("Full name", "Fred Example")
        self.when_i_choose("No", "Do they live with the child?")
        self.when_i_fill("What are they to Robin1 Exemplar?", "Father")
        self.when_i_choose("Yes", "Do they have parental responsibility for Robin1 Exemplar?")
        self.when_i_fill("Why do you change this?", "The grandmother named him.")
        self.then_it_is_sound("person")
        self.when_i_press("Add a person")
        self.then_i_see("The referral is amended.")
        self.when_i_follow("See what was amended")
        self.then_i_see("The office showed me the birth certificate.")
        self.then_it_is_sound("versions")

    def then_the_mash_reads_old_beside_new(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(f"{self.in_mash}changes/")
        self.then_i_see("Child 1: Robin1 Exemplar")
        self.then_i_see("Before")
        self.then_it_is_sound("changes")
        self.given_i_am_on(self.in_mash)
        self.then_the_heading_is("Robin1 Exemplar")
        self.then_i_see("Fred Example")
        self.then_it_is_sound("contact")

    def when_the_mash_notes_that_the_family_withdrew(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(self.in_mash)
        self.when_i_follow("Note that the family has withdrawn its agreement")
        self.when_i_press("Note it")
        self.then_the_error_is("Enter the day on which they withdrew their agreement")
        self.when_i_enter_the_date(dt.date(2026, 11, 18), "When did they withdraw their agreement?")
        self.when_i_fill("Who withdrew it, and what follows from that?", "The mother. She wants no family support worker.")
        self.then_it_is_sound("withdrawn")
        self.when_i_press("Note it")
        self.then_i_see("The family has withdrawn its agreement on 18 November 2026.")
        self.then_it_is_sound("contact-withdrawn")

    def then_the_referrer_reads_it(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(f"{self.sent}versions/")
        self.then_i_see("The mother. She wants no family support worker.")
        self.given_i_am_on(f"{self.sent}amend/consent/")
        self.then_it_is_sound("consent")

    def when_a_manager_goes_on_without_it(self) -> None:
        self.given_i_am(self.hub.manager)
        self.given_i_am_on(self.in_mash)
        self.when_i_follow("Go on without the family’s agreement")
        self.when_i_press("Note the decision")
        self.then_the_error_is("Select the legal basis")
        self.then_it_is_sound("go-on")
        self.when_i_choose("Section 17, a public task: the child’s needs must be looked into")
        self.when_i_fill("Why does the work go on?", "Her needs must be looked into; the mother is told.")
        self.when_i_press("Note the decision")
        self.then_i_see("Goes on without it. Section 17")
        self.then_it_is_sound("contact-overridden")


class TestAmending(Amending):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_a_child_is_corrected_and_a_father_added(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_that_is_looked_at()
        self.when_the_referrer_corrects_the_child()
        self.when_the_referrer_adds_the_father()
        self.then_the_mash_reads_old_beside_new()

    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_the_family_withdraws_and_a_manager_goes_on(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_that_is_looked_at()
        self.when_the_mash_notes_that_the_family_withdrew()
        self.then_the_referrer_reads_it()
        self.when_a_manager_goes_on_without_it()

    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_a_document_says_what_it_is(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_that_is_looked_at()
        draft = build.make_complete_draft(self.teacher)
        self.given_i_am(self.teacher)
        self.given_i_am_on(f"/refer/{draft.reference}/documents/")
        self.when_i_attach("Attach documents", "map.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
        self.when_i_press("Upload")
        self.then_the_error_is("Select what it is")
        self.then_it_is_sound("documents-refused")
        self.when_i_attach("Attach documents", "map.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
        self.when_i_choose("Body map", "What is it?")
        self.when_i_fill("Who wrote or made it?", "Nurse Nightly")
        self.when_i_press("Upload")
        self.then_i_see("Body map, by Nurse Nightly")
        self.then_it_is_sound("documents")
        self.when_i_follow("Change what it is map.pdf (1)")
        self.then_it_is_sound("document")
        self.when_i_choose("Photo", "What is it?")
        self.when_i_press("Save")
        self.then_i_see("Photo, by Nurse Nightly")
        for page in ("consent", "children/1", "concern"):
            self.given_i_am_on(f"/refer/{draft.reference}/{page}/")
            self.then_it_is_sound(f"form-{page.replace('/', '-')}")


class TestAmendingWithoutScript(Amending):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str) -> None:
        self.page, self.site = page_without_script, site

    def then_it_is_sound(self, name: str) -> None:
        """Soundness is asked by scripts of the page."""

    def test_both_journeys_without_javascript(self) -> None:
        self.given_a_referral_that_is_looked_at()
        self.when_the_referrer_corrects_the_child()
        self.when_the_referrer_adds_the_father()
        self.then_the_mash_reads_old_beside_new()
        self.when_the_mash_notes_that_the_family_withdrew()
        self.when_a_manager_goes_on_without_it()
