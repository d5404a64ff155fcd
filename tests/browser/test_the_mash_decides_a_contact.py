"""An officer screens and proposes; a manager approves; the referrer reads the outcome; the sign-off waits for the tasks."""

import datetime as dt
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Person
from foundation import clock
from referrals.models import Contact
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build, mash
from work.models import Handover
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)
PICTURES = os.environ.get("MASH_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class Deciding(JourneyTest):
    """What the people of a MASH do on the way."""

    def given_a_mash_with_a_referral(self) -> None:
        self.hub = mash.make()
        self.teacher = build.make_practitioner(name="Terry Teacher")
        self.contact = mash.received(
            self.hub,
            author=self.teacher,
            consent_status="refused",
            consent_given_by="Mother, by telephone",
            father_unknown_reason="The mother would not say who he is",
            child_voice="“I do not like Fridays.”",
            referrer_level=3,
        )

    def given_other_contacts_in_the_queue(self) -> None:
        now = clock.now()
        for rating, urgent, hours in (
            ("red", False, 2),
            ("", True, 5),
            ("green", False, -3),
            ("blue", False, 30),
            ("", False, 26),
        ):
            build.make_contact(
                teams=(self.hub.team,), rating=rating, urgent=urgent, decision_due_at=now + dt.timedelta(hours=hours)
            )
        mash.approved(self.hub)

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def given_the_contact_is_open(self, page: str = "") -> None:
        self.given_i_am_on(f"/mash/contacts/{self.contact.reference}/{page}")

    def when_an_officer_screens_it(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/mash/")
        self.keep_a_picture("queue")
        self.when_i_follow(self.contact.reference)
        self.then_the_heading_is("Robin1 Example")
        self.then_i_see("The family was asked and refused: Mother, by telephone.")
        self.keep_a_picture("contact")
        self.when_i_press("Begin screening")
        self.then_i_see("You are screening this contact")
        self.when_i_go_on_to("Rate this contact")
        self.when_i_choose("Amber")
        self.when_i_fill("Why?", "Hungry over months, and afraid")
        self.keep_a_picture("rate")
        self.when_i_press("Save the rating")
        self.then_i_see("The rating has been saved.")

    def when_the_officer_asks_the_police(self) -> None:
        self.when_i_go_on_to("Ask agencies")
        self.when_i_choose("Northmere Police")
        self.when_i_fill("What do you ask them?", "Any call-outs to the address this year?")
        self.when_i_choose("Public task: to decide what help or protection the child needs")
        self.when_i_fill("What do you need the answer for?", "To decide whether the child is safe at home")
        self.keep_a_picture("ask")
        self.when_i_press("Ask them")
        self.then_i_see("The agencies have been asked.")

    def when_the_officer_proposes_an_assessment(self) -> None:
        self.when_i_go_on_to("Propose a decision")
        self.when_i_choose("Referral accepted: child and family assessment")
        self.when_i_choose("Level 3: complex needs")
        self.when_i_choose("The referral: what the referrer worries about")
        self.when_i_fill("Reasons, for the record", "Neglect over months; the school has tried for a year.")
        self.when_i_fill("What the referrer will read", "A social worker will visit the family this week.")
        self.when_i_press("Send it to a manager")
        self.then_the_error_is("Enter why you go on without the family’s agreement, and on which legal basis.")
        self.when_i_fill("Why go on without the family’s agreement?", "Section 17: the child’s needs are not met.")
        self.keep_a_picture("propose")
        self.when_i_press("Send it to a manager")
        self.then_i_see("The decision has been proposed.")

    def when_a_manager_approves(self) -> None:
        self.given_i_am(self.hub.manager)
        self.given_the_contact_is_open()
        self.when_i_go_on_to("Approve or send back")
        self.when_i_choose("Yes, approve it")
        self.keep_a_picture("decide")
        self.when_i_press("Save")
        self.then_i_see("The decision is approved.")
        self.keep_a_picture("decision")

    def then_the_referrer_reads_the_outcome(self) -> None:
        self.given_i_am(self.teacher)
        self.given_i_am_on(f"/my-referrals/{self.contact.submission.reference}/")
        self.then_i_see("A social worker will visit the family this week.")
        self.then_i_do_not_see("the school has tried for a year")

    def then_the_sign_off_names_what_is_open(self) -> None:
        self.given_i_am(self.hub.manager)
        self.given_the_contact_is_open("sign-off/")
        for words in ("Tell the family", "Answer of Northmere Police", "accepted by Assessment team East"):
            self.then_i_see(words)
        expect(self.page.get_by_role("button", name="Sign off", exact=True)).to_have_count(0)
        self.keep_a_picture("sign-off-refused")

    def when_everything_is_done(self) -> None:
        accept_handover(
            by=self.hub.team_manager, reference=Handover.objects.get(subject_reference=self.contact.reference).reference
        )
        self.when_i_follow("Go to its tasks")
        self.when_i_follow("Answer of Northmere Police")
        self.when_i_choose("It need not be done")
        self.when_i_fill("Why need it not be done?", "They answered by telephone")
        self.when_i_press("Save")
        for task in ("Check what is already known", "Tell the family"):
            self.when_i_follow(task)
            self.when_i_choose("It is done")
            self.keep_a_picture("task")
            self.when_i_press("Save")
        self.then_i_see("The task has been updated.")

    def when_the_manager_signs_off(self) -> None:
        self.when_i_go_on_to("Sign off")
        self.when_i_press("Sign off")
        self.then_i_see("The contact has been signed off.")
        assert Contact.objects.get(pk=self.contact.pk).state == "signed_off"
        self.given_the_contact_is_open("history/")
        self.then_i_see("Decision approved: Referral accepted: child and family assessment")
        self.keep_a_picture("history")

    def when_i_go_on_to(self, step: str) -> None:
        self.page.get_by_role("button", name=step, exact=True).or_(self.page.get_by_role("link", name=step, exact=True)).click()

    def keep_a_picture(self, name: str) -> None:
        if PICTURES:
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            self.page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)


class TestTheMashDecides(Deciding):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_a_contact_is_decided_by_two_people_and_signed_off_when_nothing_is_open(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_mash_with_a_referral()
        self.given_other_contacts_in_the_queue()
        self.when_an_officer_screens_it()
        self.when_the_officer_asks_the_police()
        self.when_the_officer_proposes_an_assessment()
        self.when_a_manager_approves()
        self.then_the_referrer_reads_the_outcome()
        self.then_the_sign_off_names_what_is_open()
        self.when_everything_is_done()
        self.when_the_manager_signs_off()

    def test_every_page_of_the_mash_is_sound(self) -> None:
        self.given_a_mash_with_a_referral()
        self.given_other_contacts_in_the_queue()
        returned = mash.approved(self.hub)
        waiting = mash.proposed(self.hub)
        self.given_i_am(self.hub.manager)
        pages = [
            "/mash/",
            "/mash/?rating=red&overdue=on",
            "/mash/search/",
            "/mash/break-glass/",
            *[f"/mash/contacts/{returned.reference}/{page}" for page in ("", "checks/", "decision/", "history/", "print/")],
            *[f"/mash/contacts/{returned.reference}/{page}" for page in ("sign-off/", "reopen/", "restrict/", "offer/")],
            f"/mash/contacts/{returned.reference}/tasks/{returned.tasks.get(kind='family_told').pk}/",
            *[f"/mash/contacts/{self.contact.reference}/{page}" for page in ("", "rate/", "ask/", "propose/")],
            f"/mash/contacts/{waiting.reference}/decide/",
        ]
        for path in pages:
            self.given_i_am_on(path)
            self.then_the_page_is_sound()
        self.given_i_am_on("/mash/search/")
        self.when_i_fill("Reference or child’s name", "Robin")
        self.when_i_press("Search")
        self.keep_a_picture("search")
        self.then_the_page_is_sound()


class TestTheMashWithoutScript(Deciding):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str) -> None:
        self.page, self.site = page_without_script, site

    def test_a_contact_is_decided_without_javascript(self) -> None:
        self.given_a_mash_with_a_referral()
        self.when_an_officer_screens_it()
        self.when_the_officer_proposes_an_assessment()
        self.when_a_manager_approves()
