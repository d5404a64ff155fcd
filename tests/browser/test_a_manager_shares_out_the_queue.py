"""A manager puts the columns in order and gives contacts out; an officer takes the next one; two who have one open are told."""

from typing import Any

import pytest
from playwright.sync_api import expect

from referrals.models import Contact
from referrals.services import note_presence
from tests.browser.pages import JourneyTest
from tests.referrals import mash

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)


class Sharing(JourneyTest):
    """What managers and officers do with a full queue."""

    def given_a_queue(self) -> None:
        self.hub = mash.make()
        self.first, self.second, self.third = (mash.received(self.hub) for _ in range(3))
        Contact.objects.filter(pk=self.third.pk).update(urgent=True)

    def when_a_manager_gives_two_to_an_officer(self) -> None:
        self.given_i_am(self.hub.manager)
        self.given_i_am_on("/mash/")
        self.when_i_press("Allocate")
        self.then_i_see("Select the contacts")
        for contact in (self.first, self.second):
            self.page.get_by_role("checkbox", name=contact.reference).check()
        self.when_i_select(self.hub.officer.name, "Allocate the chosen contacts to")
        self.when_i_press("Allocate")
        self.then_i_see("2 contacts allocated.")
        expect(self.page.get_by_text(f"Allocated to {self.hub.officer.name}")).to_have_count(2)
        self.then_the_page_is_sound()

    def when_another_takes_the_next_one(self) -> None:
        self.given_i_am(self.hub.second_manager)
        self.given_i_am_on("/mash/")
        self.when_i_press("Take the next one")
        self.then_i_see("This contact is yours to screen.")
        self.then_i_am_on(f"/mash/contacts/{self.third.reference}/")
        self.given_i_am_on("/mash/")
        self.when_i_press("Take the next one")
        self.then_i_see("Nothing waits")

    def then_the_officer_finds_what_was_given(self) -> None:
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/mash/?whose=mine")
        expect(self.page.get_by_text("Allocated to you")).to_have_count(2)


class TestSharing(Sharing):
    @pytest.mark.parametrize("screen", [DESKTOP, PHONE])
    def test_contacts_are_given_out_and_taken(self, screen: tuple[int, int]) -> None:
        self.given_a_screen_of(*screen)
        self.given_a_queue()
        self.when_a_manager_gives_two_to_an_officer()
        self.when_another_takes_the_next_one()
        self.then_the_officer_finds_what_was_given()

    def test_the_columns_stand_where_the_manager_put_them(self) -> None:
        self.given_a_queue()
        self.given_i_am(self.hub.manager)
        self.given_i_am_on("/mash/")
        self.when_i_follow("Choose the columns of the queue")
        self.when_i_select("Consent", "First column")
        self.when_i_select("Consent", "Second column")
        self.when_i_press("Use these columns")
        self.then_the_error_is("Select each column once: consent is chosen above already")
        self.then_the_page_is_sound()
        self.when_i_select("Who screens", "Second column")
        self.when_i_select("None", "Third column")
        self.when_i_press("Use these columns")
        self.then_i_see("The queue shows these columns to everybody.")
        headings = ["How urgent", "Child", "Consent", "Who screens"]
        expect(self.page.get_by_role("columnheader")).to_have_text(headings)

    @pytest.mark.parametrize("tab", ["", "rate/"])
    def test_an_open_page_is_told_who_comes(self, tab: str, settings: Any) -> None:
        settings.PRESENCE_ASKED_SECONDS = 1
        self.given_a_queue()
        contact = mash.screened(self.hub)
        self.given_i_am(self.hub.officer)
        self.given_i_am_on(f"/mash/contacts/{contact.reference}/{tab}")
        self.then_i_do_not_see("Somebody else is here")
        if tab:
            self.when_i_fill("Why?", "Hungry over months")
        note_presence(by=self.hub.manager, contact=contact)
        self.then_i_see(f"Open by {self.hub.manager.name} since")
        self.then_the_page_is_sound()
        if tab:
            expect(self.page.get_by_label("Why?")).to_have_value("Hungry over months")
