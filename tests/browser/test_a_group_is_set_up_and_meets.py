"""A board manager opens a group, fills its seats, plans a meeting and minutes it; a member reads what was said."""

import datetime as dt

import pytest

from board.models import Meeting
from foundation import clock
from tests.board.build import held_with, make_group, make_line, make_seat, seat_somebody
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestAGroupMeets(JourneyTest):
    def test_a_group_is_opened_filled_and_meets(self) -> None:
        business = make_person("business_team", make_agency("partnership"))
        nurse = make_person("practitioner", make_agency("health"))
        executive = make_group("Executive group", kind="executive", quorum=1)
        make_line(make_group("Neighbouring board", kind="other_board"), executive, kind="linked_with")
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/structure/")
        self.then_the_page_is_sound()
        self.when_i_press("Open a group")
        self.when_i_press("Open the group")
        self.then_the_error_is("Enter the group’s name")
        self.then_the_page_is_sound()
        self.when_i_fill("What is the group called?", "Quality group")
        self.when_i_choose("Sub-group")
        self.when_i_enter_the_date(dt.date(2026, 4, 1), "From which day on?")
        self.when_i_fill("How many seats make its quorum?", "1")
        self.when_i_press("Open the group")
        self.then_i_see("The group has been opened")
        self.page.get_by_role("link", name="Quality group").click()
        self.when_i_press("Add a seat")
        self.when_i_fill("Which post fills the seat?", "Designated nurse")
        self.when_i_choose("Member")
        self.when_i_enter_the_date(dt.date(2026, 4, 1), "From which day on?")
        self.when_i_press("Add the seat")
        self.when_i_follow("Who fills it")
        self.when_i_fill("Email address of who fills it", nurse.email)
        self.when_i_enter_the_date(dt.date(2026, 4, 1), "From which day on?")
        self.then_the_page_is_sound()
        self.when_i_press("Save who fills it")
        self.then_i_see(nurse.name)
        self.when_i_follow("Reporting line or link")
        self.when_i_choose("Reports to")
        self.when_i_select("Executive group", "Which group?")
        self.when_i_enter_the_date(dt.date(2026, 4, 1), "From which day on?")
        self.when_i_press("Draw the line")
        self.then_i_see("Reports to")
        self.when_i_follow("Write a new version of the terms of reference")
        self.when_i_fill("Terms of reference", "## Purpose\n\n- to look at what is done")
        self.when_i_enter_the_date(dt.date(2026, 4, 1), "From which day do they hold?")
        self.when_i_press("Save as a new version")
        self.then_the_page_is_sound()
        self._meets()
        self._is_read_by(nurse)

    def _meets(self) -> None:
        self.given_i_am_on("/meetings/")
        self.when_i_press("Plan a meeting")
        self.when_i_select("Quality group", "Which group meets?")
        self.when_i_enter_the_date(clock.today(), "On which day is it?")
        self.when_i_fill("When does it begin?", "9am")
        self.when_i_fill("When does it end?", "11am")
        self.then_the_page_is_sound()
        self.when_i_press("Plan the meeting")
        self.then_i_see("The meeting has been planned")
        self.then_the_page_is_sound()
        self.page.locator("tbody").get_by_role("link", name="Quality group").click()
        self.when_i_follow("Add an item")
        self.when_i_fill("What is the item?", "Neglect")
        self.when_i_press("Add the item")
        self.page.locator("button[name='up']").click()
        self.then_the_page_is_sound()
        self.when_i_press("Invite the group")
        self.then_i_see("1 person has been told by email")
        self.when_i_follow("Record who came")
        self.when_i_choose("Sent a deputy")
        self.then_the_page_is_sound()
        self.when_i_choose("Attended")
        self.when_i_press("Save who came")
        self.then_i_see("The meeting was quorate.")
        self.when_i_follow("Write the minutes")
        self.when_i_fill("1. Neglect", "The audit shows drift in four of ten plans.")
        self.when_i_fill("Decided on 1", "Teach it, and audit again in May.")
        self.then_the_page_is_sound()
        self.when_i_press("Save the minutes")
        self.when_i_press("Approve the minutes")
        self.then_i_see("The minutes have been approved")
        self.then_the_page_is_sound()

    def _is_read_by(self, member: object) -> None:
        reference = Meeting.objects.get().reference
        self.given_i_am(member)
        self.given_a_screen_of(375)
        self.given_i_am_on(f"/meetings/{reference}/")
        self.then_i_see("Teach it, and audit again in May.")
        self.then_i_do_not_see("Write the minutes")
        self.then_the_page_is_sound()

    def test_attendance_of_a_year_is_a_grid(self) -> None:
        group = make_group("Quality group", quorum=2)
        seats = [make_seat(group, title=title, agency=make_agency("health")) for title in ("Designated nurse", "Named doctor")]
        for seat in seats:
            seat_somebody(seat)
        for month, how in ((4, "attended"), (6, "absent"), (8, "apologies"), (10, "absent")):
            held_with(group, dt.date(2026, month, 6), {seats[0]: "attended", seats[1]: how})
        self.given_i_am(make_person("business_team", make_agency("partnership")))
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/groups/{group.reference}/attendance/2026-27/")
        self.then_i_see("4 meetings, 1 of them quorate.")
        self.then_the_page_is_sound()
        self.given_i_am_on("/meetings/")
        self.then_i_see("nobody came to the last 3 meetings")
        self.then_the_page_is_sound()
