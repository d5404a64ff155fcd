"""A coordinator notifies the death of a child, an agency returns its form, and the panel reviews the death."""

import datetime as dt

import pytest

from foundation import clock
from reviews.models import ChildDeath, DeathForm
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person
from tests.reviews import build_deaths

pytestmark = pytest.mark.django_db(transaction=True)


class TestAChildDeath(JourneyTest):
    def test_it_goes_from_its_notification_to_the_panel(self) -> None:
        owner, author = build_deaths.coordinator(name="Cora Coordinator"), make_person("practitioner", make_agency("police"))
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/reviews/")
        self._panel()
        self._notify()
        self._ask(author.email)
        self.given_i_am(author)
        self._return()
        self.given_i_am(owner)
        self._meet()
        self._review()

    def _panel(self) -> None:
        self.when_i_follow("Child death panels")
        self.then_the_page_is_sound()
        self.when_i_follow("Panels and their areas")
        self.when_i_fill("Name of the panel", "North panel")
        self.when_i_fill("Which areas share it?", "Northmoor\nSouthmoor")
        self.then_the_page_is_sound()
        self.when_i_press("Add the panel")
        self.then_i_see("Northmoor, Southmoor")
        self.given_i_am_on("/reviews/death/meetings/new/")
        self.when_i_select("North panel", "Which panel meets?")
        self.when_i_enter_the_date(clock.today(), "On which day?")
        self.when_i_fill("Who chairs it?", "The chair")
        self.then_the_page_is_sound()
        self.when_i_press("Plan it")
        self.then_i_see("Nothing is listed that you see")
        self.then_the_page_is_sound()

    def _notify(self) -> None:
        yesterday = clock.today() - dt.timedelta(days=1)
        self.given_i_am_on("/reviews/")
        self.when_i_follow("Notify the death of a child")
        self.when_i_press("Notify the death")
        self.then_the_error_is("Enter what you call the case")
        self.then_the_page_is_sound()
        for label, text in (
            ("What do you call the case?", "Case Wren"),
            ("When on that day?", "12:01am"),
            ("Who notifies the death?", "Dr Ward"),
            ("For which agency?", "Hospital"),
            ("By what pseudonym does the case speak of the child?", "Wren"),
            ("First name", "Zofia"),
            ("Family name", "Byrne"),
            ("In which local authority did the child normally live?", "Northmoor"),
            ("What happened?", "Wren was taken to hospital and died there."),
            ("Who is the family’s key worker?", "A nurse of the hospice"),
        ):
            self.when_i_fill(label, text)
        self.when_i_enter_the_date(clock.today(), "On which day did the notification reach you?")
        self.when_i_enter_the_date(dt.date(2019, 5, 3), "Date of birth")
        self.when_i_enter_the_date(yesterday, "On which day did the child die?")
        self.when_i_choose("Female", "Sex")
        self.when_i_select("Never known", "How did the child stand to children’s social care?")
        self.when_i_choose("Non-resident", "If there is none, why?")
        self.when_i_choose("Live birth, of any gestation", "How was the child born?")
        self.when_i_choose("Hospital", "Where did the child die?")
        self.when_i_choose("Unexpected", "Was the death expected?")
        self.when_i_choose("Yes", "Do agencies respond jointly?")
        self.when_i_select("Sudden without apparent cause", "Because of which criterion?")
        self.when_i_choose("Yes", "Has the coroner been told?")
        self.when_i_choose("No", "Is abuse or neglect known or suspected?")
        self.when_i_press("Notify the death")
        self.then_i_see("The death has been notified.")
        self.then_the_page_is_sound()

    def _ask(self, email: str) -> None:
        self.when_i_press("Ask an agency for its form")
        self.when_i_fill("Email address at work of whoever writes it", email)
        self.when_i_select("Sudden unexpected death", "With which supplementary form?")
        self.then_the_page_is_sound()
        self.when_i_press("Ask them")
        self.then_i_see("Not returned yet")

    def _return(self) -> None:
        form = DeathForm.objects.get()
        self.given_i_am_on(f"/reviews/death/forms/{form.reference}/")
        self.then_the_page_is_sound()
        self.when_i_press("Return the form")
        self.when_i_choose("Yes", "Did your agency know the child or the family?")
        self.when_i_fill("Who completes this form, and as what?", "A sergeant")
        self.when_i_fill("What does your agency know of the death and the time before it?", "Wren was known to us.")
        self.when_i_select("Never known", "How did the child stand to children’s social care?")
        self.then_the_page_is_sound()
        self.when_i_press("Send the form")
        self.then_i_see("The form has been sent.")
        self.then_the_page_is_sound()

    def _on_the_case(self) -> None:
        self.given_i_am_on(f"/reviews/{ChildDeath.objects.get().case.reference}/")

    def _meet(self) -> None:
        self._on_the_case()
        self.when_i_follow("Ready for the review meeting")
        self.when_i_press("It is ready")
        self.when_i_follow("Add a contributory factor")
        self.when_i_choose("D. Service provision")
        self.when_i_fill("What is the factor?", "Wren was seen late.")
        self.when_i_choose("2. May have contributed")
        self.then_the_page_is_sound()
        self.when_i_press("Add the factor")
        self.when_i_press("Record the child death review meeting")
        self.when_i_enter_the_date(clock.today(), "When was the review meeting?")
        self.when_i_fill("Who chaired it?", "Dr Ward")
        self.when_i_fill("Who took part?", "Health\nPolice")
        self.when_i_fill("Cause of death, 1a", "Sepsis")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.then_i_see("The meeting has been recorded.")

    def _review(self) -> None:
        self.when_i_press("List the death for the panel")
        self.when_i_select(f"{clock.today():%-d %B %Y}, North panel", "For which meeting?")
        self.when_i_press("List it")
        self.when_i_follow("Put the review on hold")
        self.when_i_choose("Inquest")
        self.when_i_fill("What exactly?", "The coroner sits in spring.")
        self.then_the_page_is_sound()
        self.when_i_press("Put it on hold")
        self.then_i_see("This review is on hold")
        self.then_the_page_is_sound()
        self.when_i_follow("Take the review off hold")
        self.when_i_press("Take it off hold")
        self.when_i_press("Record the panel’s review")
        self.when_i_select("9. Infection", "Category")
        self.when_i_select("Modifiable factors identified", "Were modifiable factors identified?")
        self.then_the_page_is_sound()
        self.when_i_press("Save")
        self.then_i_see("Reviewed by the panel")
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
