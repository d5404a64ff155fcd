"""Somebody without an account proves an address, refers after a call, follows what they sent, and reads what was decided."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from accounts.models import Agency, VisitorCode
from accounts.one_time_codes import digits_of
from foundation import clock
from referrals.models import Channel, Contact, Submission, TakenDown
from referrals.rules.submission import Referrer
from referrals.rules.taken import ChildTaken, Taken
from referrals.services import approve_decision, begin_screening, propose_decision, rate, take_contact, write_to_referrer
from tests.browser.test_a_practitioner_refers_two_children import Referring
from tests.referrals import build, mash

pytestmark = pytest.mark.django_db(transaction=True)
EMAIL = "nell@oakfield.example"


class Visiting(Referring):
    """What somebody without an account does on the way."""

    def given_a_mash_that_was_rung(self) -> TakenDown:
        cache.clear()
        self.hub = mash.make()
        self.school: Agency = build.make_school(domains=["oakfield.example"], name="Oakfield School")
        told = Taken(
            channel=Channel.TELEPHONE,
            came_at=clock.now() - timedelta(minutes=20),
            referrer=Referrer("Nell Visitor", "School nurse", "01632 960001", EMAIL),
            children=[ChildTaken("Ada", "Example", age=9)],
            worries="She came without lunch again.",
            purpose="social_care",
            consent_status="not_sought",
            consent_reason="not_practicable",
            family_told="no",
        )
        return take_contact(by=self.hub.officer, once="1", taken=told, agency=self.school).taken

    def when_i_prove_my_address(self) -> None:
        self.given_i_am_on("/without-account/")
        self.then_the_page_is_sound()
        self.when_i_fill("Your email address at work", EMAIL)
        self.when_i_press("Send me a code")
        self.then_the_heading_is("Enter the code")
        self.then_the_page_is_sound()
        code = VisitorCode.objects.latest("pk")
        self.when_i_fill("Code", digits_of(code.reference, code.sent_at.isoformat()))
        self.when_i_press("Continue")
        self.then_the_heading_is("My referrals")
        self.then_the_page_is_sound()

    def when_i_say_who_i_am(self) -> None:
        self.when_i_follow("About you")
        expect(self.page.get_by_label("Email address")).to_have_value(EMAIL)
        self.when_i_fill("Your name", "Nell Visitor")
        self.when_i_fill("Your job", "School nurse")
        self.when_i_fill("Telephone number", "01632 960001")
        self.when_i_fill("How do you know the family?", "School nurse since September")
        self.when_i_press("Save and continue")

    def when_i_send_it_after_my_call(self, call: TakenDown) -> Submission:
        self.then_i_see(call.submission.reference)
        self.then_the_page_is_sound()
        self.when_i_press("Check your answers and send")
        self.then_the_page_is_sound()
        self.page.get_by_role("group", name="Does this follow what you told the MASH before?").get_by_label("My call of").check()
        self.page.get_by_label("What I have written is true").check()
        self.when_i_press("Confirm and send")
        self.then_the_heading_is("Referral sent")
        self.then_the_page_is_sound()
        return Submission.objects.get(channel="portal")

    def given_it_is_decided(self, submission: Submission) -> None:
        officer, manager = self.hub.officer, self.hub.manager
        for reference in submission.contacts.values_list("reference", flat=True):

            def version(reference: str = reference) -> int:
                return Contact.objects.get(reference=reference).version

            begin_screening(by=officer, reference=reference, version=version())
            rate(by=officer, reference=reference, version=version(), rating="green", reason="Level 2")
            propose_decision(by=officer, reference=reference, version=version(), outcome="ADV", threshold_level=2, **mash.WORDS)
            approve_decision(by=manager, reference=reference, version=version())
        first = submission.contacts.order_by("position")[0]
        write_to_referrer(by=officer, reference=first.reference, body="Who collects her on Fridays?", once="asked")


class TestVisiting(Visiting):
    @pytest.mark.parametrize("width", [1280, 768, 375])
    def test_from_the_code_to_the_decision(self, width: int) -> None:
        self.given_a_screen_of(width)
        call = self.given_a_mash_that_was_rung()
        self.when_i_prove_my_address()
        self.when_i_start()
        self.then_the_heading_is("Your referral")
        self.when_i_fill_in_everything()
        submission = self.when_i_send_it_after_my_call(call)
        call.refresh_from_db()
        assert call.form == submission
        self.when_i_follow("See this referral and how it stands")
        self.then_i_see("This follows the call of")
        self.then_the_page_is_sound()
        self.given_it_is_decided(submission)
        self.given_i_am_on("/my-referrals/")
        self.then_i_see("Information and advice")
        self.then_the_page_is_sound()
        self.when_i_follow(submission.reference)
        self.then_i_see(mash.WORDS["words_for_referrer"])
        self.then_the_page_is_sound()
        self.when_i_follow("Write to the MASH")
        self.then_i_see("Who collects her on Fridays?")
        self.when_i_fill("Your message", "Her aunt.")
        self.when_i_press("Send the message")
        self.then_i_see("Your message is sent.")
        self.then_the_page_is_sound()
        self.when_i_press("Leave")
        self.then_the_page_is_sound()
