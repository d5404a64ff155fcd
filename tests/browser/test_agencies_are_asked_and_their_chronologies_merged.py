"""A board manager asks two agencies; one types, one sends a file with dates in several forms; what they sent is merged."""

import datetime as dt

import pytest

from reviews.models import AgencyReturn
from tests.browser.pages import JourneyTest
from tests.reviews import build
from tests.reviews import build_chronology as chronology
from tests.reviews.test_a_chronology_comes_in_as_a_file import MIXED, workbook

pytestmark = pytest.mark.django_db(transaction=True)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TestAChronology(JourneyTest):
    def test_agencies_are_asked_and_what_they_send_is_merged(self) -> None:
        owner, health, police = build.board_manager(), chronology.author_of(), chronology.author_of("police")
        case = build.with_child(owner).case
        self.given_i_am(owner)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/reviews/{case.reference}/")
        self.when_i_follow("Ask agencies what they know")
        self.when_i_press("Ask them")
        self.then_the_error_is("Enter whom you ask")
        self.then_the_page_is_sound()
        self.when_i_fill("Whom do you ask?", f"{health.email}\n{police.email}")
        self.when_i_enter_the_date(dt.date(2021, 1, 1), "From which day?")
        self.when_i_enter_the_date(dt.date(2021, 12, 31), "To which day?")
        self.when_i_fill("What does the review want to know?", "Who spoke to the father?")
        self.when_i_choose("Yes", "Are they told here who the children are?")
        self.when_i_press("Ask them")
        self.then_i_see("They have been asked.")
        self.then_the_page_is_sound()
        self._type(AgencyReturn.objects.get(author=health))
        self._send_a_file(AgencyReturn.objects.get(author=police))
        self.given_i_am(owner)
        self.given_i_am_on(f"/reviews/{case.reference}/")
        self.then_the_page_is_sound()
        self.when_i_follow("Chronology of the case")
        self._read_the_merged()

    def _type(self, found: AgencyReturn) -> None:
        self.given_i_am(found.author)
        self.given_i_am_on(f"/reviews/returns/{found.reference}/")
        self.then_i_do_not_see("Kowalska")
        self.then_the_page_is_sound()
        self.when_i_press("Begin")
        self.when_i_press("Begin")
        self.then_the_page_is_sound()
        self.page.get_by_label("I had no part in this case").check()
        self.when_i_press("Begin")
        self.when_i_press("Write what your agency knows")
        self.then_the_page_is_sound()
        self.when_i_choose("Yes", "Did your agency know of the child or the family in this period?")
        self.when_i_fill("Who completes this return?", "Named nurse")
        self.when_i_fill("Summary of the involvement", "Robin was seen at home.")
        self.when_i_fill("The child’s voice", "Nobody asked.")
        self.when_i_fill("Fathers and partners", "Nothing is known of the father.")
        self.when_i_press("Save the draft")
        self.when_i_follow("Add to the chronology")
        self.when_i_fill("When did it happen?", "03/05/21")
        self.when_i_fill("Where does it stand?", "Health visitor’s notes")
        self.when_i_fill("Who took part, or is spoken of?", "Robin, mother")
        self.when_i_fill("What happened?", "Nobody opened the door.")
        self.when_i_choose("Not seen", "Was the child seen?")
        self.when_i_choose("Missed opportunity", "What does it mean for the review?")
        self.when_i_press("Add it")
        self.then_the_error_is("“03/05/21” can be read in several ways. Write the year with four numbers.")
        self.then_the_page_is_sound()
        self.when_i_fill("When did it happen?", "3 May 2021")
        self.when_i_press("Add it")
        self.then_i_see("It has been added.")
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.when_i_follow("Send the return")
        self.then_the_page_is_sound()
        self.when_i_press("Send it")
        self.then_i_see("The return has been sent.")

    def _send_a_file(self, found: AgencyReturn) -> None:
        chronology.written(chronology.begun(found))
        self.given_i_am(found.author)
        self.given_i_am_on(f"/reviews/returns/{found.reference}/")
        self.when_i_follow("Take entries in from a file")
        self.then_the_page_is_sound()
        self.when_i_attach("Which file holds the entries?", "chronology.xlsx", workbook(*MIXED), EXCEL)
        self.when_i_press("Try it out")
        self.then_the_heading_is("What the file would become")
        self.then_i_see("Write the year with four numbers.")
        self.then_the_page_is_sound()
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.when_i_press("Take in 7 entries")
        self.then_the_heading_is("Rows to put right")
        self.then_the_page_is_sound()
        self.when_i_press("Give up this file")
        self.when_i_follow("Send the return")
        self.when_i_press("Send it")
        self.then_i_see("The return has been sent.")

    def _read_the_merged(self) -> None:
        self.then_the_heading_is("Chronology")
        self.then_i_see("Nobody opened the door.")
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.then_the_page_is_sound()
        self.given_a_screen_of(1280)
        self.when_i_follow("Likely contradictions")
        self.then_i_see("one agency says that the child was seen, another that not")
        self.then_the_page_is_sound()
        self.page.get_by_role("link", name="as a contradiction").first.click()
        self.when_i_fill("About what do they differ?", "Was Robin seen?")
        self.then_the_page_is_sound()
        self.when_i_press("Mark it")
        self.then_i_see("Both sides stay as they are.")
        self.then_the_page_is_sound()
        self.page.get_by_role("link", name="Say what was found out").first.click()
        self.then_the_page_is_sound()
        self.when_i_fill("What was found out?", "There were two visits.")
        self.when_i_press("Save")
        self.when_i_press("Make a PDF")
        self.then_i_see("Your copy is being made.")
        self.then_the_page_is_sound()
