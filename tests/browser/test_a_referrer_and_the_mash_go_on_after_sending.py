"""Amended, asked, answered, disagreed with and resolved: both sides read one record, with script and without."""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page

from accounts.models import Person
from referrals.deliveries import make_copy
from referrals.models import SubmissionCopy
from referrals.services import offer_draft, take_over_referral
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)
PICTURES = os.environ.get("AFTERWARDS_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class Following(JourneyTest):
    """What referrer and MASH do after sending."""

    def given_a_referral_that_is_looked_at(self) -> None:
        self.hub = mash.make()
        self.school = build.make_school(name="Oakfield School")
        self.teacher = build.make_practitioner(self.school, name="Terry Teacher")
        self.contact = mash.screened(
            self.hub,
            author=self.teacher,
            child_voice="“I do not like Fridays.”",
            working_well="Her aunt collects her.",
            tried_already="Breakfast club.",
        )
        self.sent = f"/my-referrals/{self.contact.submission.reference}/"
        self.in_mash = f"/mash/contacts/{self.contact.reference}/"

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def when_the_referrer_amends_with_a_reason(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.keep_a_picture("referral")
        self.when_i_follow("Amend it")
        self.keep_a_picture("amend")
        self.when_i_follow("What you are worried about")
        self.when_i_fill("What are you worried about?", "She was bruised too, on her left arm.")
        self.when_i_press("Amend the referral")
        self.then_the_error_is("Enter why you change this")
        self.when_i_fill("Why do you change this?", "The school nurse told us more.")
        self.keep_a_picture("amend-page")
        self.when_i_press("Amend the referral")
        self.then_i_see("The referral is amended.")
        self.when_i_follow("See what was amended")
        self.then_i_see("Often hungry, and frightened to go home.")
        self.keep_a_picture("versions")

    def then_the_mash_sees_both_versions(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(self.in_mash)
        self.when_i_follow("See what changed")
        self.then_i_am_on(f"{self.in_mash}changes/")
        self.then_i_see("The school nurse told us more.")
        self.then_i_see("Often hungry, and frightened to go home.")
        self.then_i_see("She was bruised too, on her left arm.")
        self.keep_a_picture("changes")

    def when_the_mash_asks_for_more(self) -> None:
        self.given_i_am_on(f"{self.in_mash}ask-referrer/")
        self.page.get_by_role("textbox").first.fill("Who collects her on Fridays?")
        self.keep_a_picture("ask-referrer")
        self.when_i_press("Ask them")
        self.then_i_see("The referrer is asked.")

    def when_the_referrer_answers(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.then_i_see("Who collects her on Fridays?")
        self.when_i_follow("Answer it")
        self.when_i_choose("I can tell you more")
        self.when_i_fill("Your answer", "Her aunt, since September.")
        self.keep_a_picture("question")
        self.when_i_press("Send the answer")
        self.then_i_see("Your answer is with the MASH.")
        self.when_i_follow("Write to the MASH")
        self.then_i_see("Her aunt, since September.")
        self.when_i_fill("Your message", "She was in school today.")
        self.when_i_press("Send the message")
        self.then_i_see("Your message is sent.")
        self.keep_a_picture("messages")

    def then_the_mash_reads_it(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(f"{self.in_mash}messages/")
        self.then_i_see("Her aunt, since September.")
        self.keep_a_picture("contact-messages")

    def when_the_referrer_disagrees_and_it_is_resolved(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.when_i_follow("I disagree with what was decided")
        self.when_i_select(self.hub.team.agency.name, "With which agency do you disagree?")
        self.when_i_fill("Which decision do you dispute?", "It was rated amber.")
        self.when_i_fill("Why does it worry you?", "She is afraid of the weekend.")
        self.when_i_fill("What result do you want?", "Somebody sees her before Friday.")
        self.when_i_fill("What is the risk to the child meanwhile?", "We keep her in the club until five.")
        self.keep_a_picture("raise")
        self.when_i_press("Raise it")
        self.then_i_see("It is raised.")
        self.when_i_choose("It is resolved")
        self.when_i_fill("Who spoke with whom?", "Terry Teacher with Olu Officer.")
        self.when_i_fill("What came of it?", "She is seen on Thursday.")
        self.keep_a_picture("disagreement")
        self.when_i_press("Save")
        self.then_i_see("What came of the stage is noted.")
        self.given_i_am_on("/disagreements/")
        self.then_i_see("Resolved")
        self.keep_a_picture("disagreements")

    def keep_a_picture(self, name: str) -> None:
        if PICTURES:
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


class TestAfterSending(Following):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_both_sides_go_on_with_the_same_record(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_that_is_looked_at()
        self.when_the_referrer_amends_with_a_reason()
        self.then_the_mash_sees_both_versions()
        self.when_the_mash_asks_for_more()
        self.when_the_referrer_answers()
        self.then_the_mash_reads_it()
        self.when_the_referrer_disagrees_and_it_is_resolved()

    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_the_pages_of_drafts_copies_and_leads_are_sound(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_referral_that_is_looked_at()
        colleague = build.make_practitioner(self.school, name="Colin Colleague")
        lead = factories.make_person("agency_lead", self.school, name="Lea Lead")
        draft, other = build.make_complete_draft(self.teacher), build.make_complete_draft(self.teacher)
        offer_draft(by=self.teacher, reference=draft.reference, colleague=colleague.reference, note="I am on a course.")
        second = build.send(author=self.teacher, children=2)
        take_over_referral(by=lead, reference=second.reference, reason="Terry is on leave.")
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.when_i_press("Copy as PDF")
        self.then_i_see("Your copy is being made.")
        copy = SubmissionCopy.objects.get()
        make_copy("", {"copy": copy.reference})
        self.then_i_see("Your copy is ready.")
        self.keep_a_picture("copy")
        self.then_the_page_is_sound()
        self.looked_at(
            self.teacher, {"hand-on": f"/refer/{other.reference}/hand-on/", "hand-on-asked": f"/refer/{draft.reference}/hand-on/"}
        )
        self.looked_at(colleague, {"offer": f"/refer/{draft.reference}/offer/", "offered": "/my-referrals/"})
        self.looked_at(
            lead,
            {
                "agency": "/my-referrals/agency/?month=2026-11",
                "agency-drafts": "/my-referrals/drafts/",
                "pass-on": f"/my-referrals/drafts/{other.reference}/pass-on/",
                "take-over": f"{self.sent}take-over/",
                "followed": f"/my-referrals/{second.reference}/",
                "give-back": f"/my-referrals/{second.reference}/followed-by/{lead.reference}/end/",
            },
        )

    def looked_at(self, person: Person, pages: dict[str, str]) -> None:
        self.given_i_am(person)
        for name, path in pages.items():
            self.given_i_am_on(path)
            self.keep_a_picture(name)
            self.then_the_page_is_sound()


class TestAfterSendingWithoutScript(Following):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str) -> None:
        self.page, self.site = page_without_script, site

    def test_both_sides_go_on_without_javascript(self) -> None:
        self.given_a_referral_that_is_looked_at()
        self.when_the_referrer_amends_with_a_reason()
        self.then_the_mash_sees_both_versions()
        self.when_the_mash_asks_for_more()
        self.when_the_referrer_answers()
        self.then_the_mash_reads_it()
        self.when_the_referrer_disagrees_and_it_is_resolved()

    def test_a_copy_is_looked_for_again_by_a_link(self) -> None:
        self.given_a_referral_that_is_looked_at()
        self.given_i_am(self.teacher)
        self.given_i_am_on(self.sent)
        self.when_i_press("Copy as PDF")
        make_copy("", {"copy": SubmissionCopy.objects.get().reference})
        self.when_i_follow("See whether it is ready")
        self.then_i_see("Your copy is ready.")
