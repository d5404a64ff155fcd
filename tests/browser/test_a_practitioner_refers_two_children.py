"""A teacher refers a child and an unborn brother or sister, from the first question to the printed copy."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Person
from referrals.models import Draft, Submission
from tests import factories
from tests.browser.pages import JourneyTest
from tests.referrals import build

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


class Referring(JourneyTest):
    """What a practitioner does on the way."""

    def given_a_teacher_and_a_mash(self) -> None:
        build.make_mash()
        self.teacher: Person = build.make_practitioner(name="Terry Teacher")
        self._signed_in_with_second_factor(self.teacher)

    def _signed_in_with_second_factor(self, person: Person) -> None:
        client = factories.sign_in(Client(), person)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def when_i_start(self, *, danger: str = "No") -> None:
        self.given_i_am_on("/refer/")
        self.when_i_press("Start now")
        self.when_i_choose("I am not sure")
        self.when_i_press("Continue")
        self.when_i_choose(danger)
        self.when_i_press("Continue")

    def when_i_say_who_i_am(self) -> None:
        self.when_i_follow("About you")
        expect(self.page.get_by_label("Your name")).to_have_value("Terry Teacher")
        self.when_i_fill("Your job", "Class teacher")
        self.when_i_fill("Telephone number", "01632 960001")
        self.when_i_fill("How do you know the family?", "Class teacher since September")
        self.when_i_press("Save and continue")

    def when_i_add_two_children(self) -> None:
        self.when_i_follow("The children")
        self.when_i_choose("Yes", "Has the child been born?")
        self.when_i_enter_the_date(dt.date(2017, 3, 27), "Date of birth")
        self.when_i_choose("Female")
        self.when_i_fill("First name", "Ada")
        self.when_i_fill("Last name", "Example")
        self.when_i_fill("Home address", "1 Sample Street")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("You have added 1 child")
        self.when_i_press("Add another child")
        expect(self.page.get_by_label("Last name")).to_have_value("Example")
        self.when_i_choose("No, not yet")
        self.when_i_enter_the_date(dt.date(2027, 2, 14), "When is the birth expected?")
        self.when_i_press("Save and continue")
        self.then_the_heading_is("You have added 2 children")
        self.when_i_press("Continue")

    def when_i_add_the_father(self) -> None:
        self.when_i_follow("Household and network")
        self.when_i_press("Add a person")
        self.when_i_choose("Father")
        self.when_i_fill("Full name", "Fred Example")
        self.when_i_choose("No", "Do they live with the child?")
        self.when_i_fill("What are they to Ada Example?", "Father")
        self.when_i_choose("Yes", "Do they have parental responsibility for Ada Example?")
        self.when_i_fill("What are they to Unborn child Example?", "Father")
        self.when_i_choose("Not known", "Do they have parental responsibility for Unborn child Example?")
        self.when_i_press("Save and continue")
        self.when_i_choose("Yes", "Have you told us about the father of each child?")
        self.when_i_choose("I do not know who else there is")
        self.when_i_press("Save and continue")

    def when_i_say_what_worries_me(self) -> None:
        self.when_i_follow("What you are worried about")
        self.when_i_fill("What are you worried about?", build.CONCERN["worries"][0])
        self.when_i_fill("What is working well?", build.CONCERN["working_well"][0])
        self.when_i_fill("What has been tried?", build.CONCERN["tried_already"][0])
        self.when_i_choose("Yes", "Have you or a colleague spoken to the child about this?")
        self.when_i_fill("What did the child say?", build.CONCERN["child_voice"][0])
        self.when_i_press("Save and continue")

    def when_i_say_what_kinds_of_harm(self) -> None:
        self.when_i_follow("Kinds of harm")
        self.when_i_choose("Neglect")
        self.when_i_choose("At home")
        self.when_i_press("Save and continue")

    def when_i_say_what_i_ask_for(self) -> None:
        self.when_i_follow("What you are asking for")
        self.when_i_choose("Children’s social care to look at this")
        self.when_i_choose("Level 3: complex needs, several agencies needed")
        self.when_i_press("Save and continue")

    def when_i_say_how_consent_stands(self) -> None:
        self.when_i_follow("Consent")
        self.when_i_choose("I asked, and they agreed")
        self.when_i_fill("Who agreed?", "The mother")
        self.when_i_choose("Somebody with parental responsibility", "By which right did they agree?")
        self.when_i_enter_the_date(dt.date(2026, 11, 17), "When?")
        self.when_i_choose("Sharing what is known, so that the MASH can look at it")
        self.when_i_choose("They said so, and I wrote it in our record")
        self.when_i_choose("Yes", "Does the family know that you are sending this?")
        self.when_i_press("Save and continue")

    def when_i_fill_in_everything(self) -> None:
        self.when_i_say_who_i_am()
        self.when_i_add_two_children()
        self.when_i_add_the_father()
        self.when_i_say_what_worries_me()
        self.when_i_say_what_kinds_of_harm()
        self.when_i_say_what_i_ask_for()
        self.when_i_say_how_consent_stands()

    def when_i_send(self) -> Submission:
        self.when_i_press("Check your answers and send")
        self.page.get_by_label("What I have written is true").check()
        self.when_i_press("Confirm and send")
        self.then_the_heading_is("Referral sent")
        submission = Submission.objects.get()
        self.then_i_see(submission.reference)
        return submission


class TestReferring(Referring):
    def test_on_a_desktop_with_a_document_and_a_copy(self) -> None:
        self.given_a_screen_of(*DESKTOP)
        self.given_a_teacher_and_a_mash()
        self.when_i_start()
        self.then_the_heading_is("Your referral")
        self.then_the_page_is_sound()
        self.when_i_fill_in_everything()
        self.when_i_follow("Documents")
        self.when_i_attach("Attach documents", "report.pdf", PDF)
        self.when_i_choose("Report or letter", "What is it?")
        self.when_i_press("Upload")
        self.then_i_see("Waiting for the virus check")
        self.then_the_page_is_sound()
        self.when_i_press("Continue")
        submission = self.when_i_send()
        self.then_the_page_is_sound()
        assert submission.contacts.count() == 2
        self.when_i_follow("Print a copy for your records")
        self.then_i_see(build.CONCERN["worries"][0])
        self.then_the_page_is_sound()
        self.given_i_am_on("/my-referrals/")
        self.then_i_see("Unborn child Example")
        self.then_the_page_is_sound()
        self.when_i_follow(submission.reference)
        self.then_i_see("A manager decides by the end of Thursday 19 November 2026")
        self.then_the_page_is_sound()

    def test_on_a_phone_with_danger_and_saving_as_i_type(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.given_a_teacher_and_a_mash()
        self.when_i_start(danger="Yes")
        self.then_the_heading_is("Call 999 now")
        self.then_the_page_is_sound()
        self.when_i_press("Go on with the form")
        self.when_i_follow("What you are worried about")
        self.when_i_fill("What are you worried about?", "Half a thought")
        self.then_i_see("Saved at")
        assert Draft.objects.get().answers["concern"]["typed"]["worries"] == ["Half a thought"]
        self.when_i_press("Save and come back later")
        self.then_the_heading_is("My referrals")
        self.when_i_follow("Go on with")
        self.when_i_fill_in_everything()
        submission = self.when_i_send()
        assert submission.urgent
        self.page.go_back()
        self.page.reload()
        self.then_i_see(submission.reference)
        assert Submission.objects.count() == 1

    def test_a_mistake_is_said_beside_the_question(self) -> None:
        self.given_a_teacher_and_a_mash()
        draft = build.make_draft(self.teacher)
        self.given_i_am_on(f"/refer/{draft.reference}/children/1/")
        self.when_i_choose("Yes", "Has the child been born?")
        self.when_i_enter_the_date(dt.date(2027, 3, 27), "Date of birth")
        self.when_i_press("Save and continue")
        self.then_the_error_is("Date of birth must be today or in the past")
        self.then_the_error_is("Enter the child’s first name, or “not known”")
        self.then_the_page_is_sound()
        for page in ("about", "family", "concern", "harm", "request", "consent"):
            self.given_i_am_on(f"/refer/{draft.reference}/{page}/")
            self.when_i_press("Save and continue")
            self.then_the_page_is_sound()


class TestReferringWithoutScript(Referring):
    @pytest.fixture(autouse=True)
    def _browser(self, page_without_script: Page, site: str, **_: Any) -> None:
        self.page, self.site = page_without_script, site

    def test_the_whole_form(self) -> None:
        self.given_a_teacher_and_a_mash()
        self.when_i_start()
        self.when_i_fill_in_everything()
        submission = self.when_i_send()
        assert submission.contacts.count() == 2
