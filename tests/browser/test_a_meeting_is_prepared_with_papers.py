"""A board manager prepares a meeting: papers, pack, actions that are due; a member reads them on a small screen."""

import datetime as dt
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from accounts.models import Person
from board.models import Group, Meeting, MeetingPaper
from foundation.outbox import deliver_now
from portal.demo.papers import pdf_of
from tests.board.build import held_with, make_action, make_group, make_meeting, make_plan, make_seat, seat_somebody
from tests.board.papers import put_paper, scan
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)
DAY = dt.date(2027, 1, 14)


class TestAMeetingIsPrepared(JourneyTest):
    business: Person
    member: Person
    group: Group
    meeting: Meeting

    @pytest.fixture(autouse=True)
    def _group(self, _browser: None, tmp_path: Path, settings: Any) -> None:
        settings.DOCUMENT_ROOT = str(tmp_path)
        self.business = make_person("business_team", make_agency("partnership"))
        self.member = make_person("practitioner", make_agency("health"))
        self.group = make_group("Quality group", quorum=1)
        seat_somebody(make_seat(self.group, title="Designated nurse"), self.member)
        self.meeting = make_meeting(self.group, DAY, place="Town hall, committee room 2")

    def test_the_pack_is_made_while_one_waits(self) -> None:
        plan = make_plan(title="Audit of neglect: action plan", group=self.group)
        make_action(due_on=dt.date(2026, 11, 2), plan=plan, number="1.1", text="Teach every team what drift looks like.")
        make_action(due_on=dt.date(2026, 12, 18), plan=plan, number="1.2", text="Audit ten files again.", owner=self.member)
        self.meeting.items.update(kind="actions", title="Actions that are due")
        held_with(self.group, dt.date(2026, 10, 14), {self.group.seats.get(): "attended"})
        put_paper(self.business, self.meeting, "Indicators of the quarter.pdf")
        put_paper(self.business, self.meeting, "Budget.csv", b"a,b")
        self.given_i_am(self.member)
        self.given_a_screen_of(390)
        self.given_i_am_on(f"/meetings/{self.meeting.reference}/")
        self.then_i_see("Teach every team what drift looks like.")
        self.then_the_page_is_sound()
        self.when_i_press("Meeting pack as PDF")
        self.then_i_see("Your copy is being made")
        self.then_the_page_is_sound()
        deliver_now()
        self.then_i_see("Your copy is ready.")
        self.then_the_page_is_sound()
        with self.page.expect_download() as download:
            self.when_i_press("Download the PDF")
        assert download.value.suggested_filename == "Quality group, 14 January 2027, meeting pack.pdf"

    def test_a_decision_becomes_an_action_in_one_step(self) -> None:
        health = make_agency("health", name="Health trust")
        held = held_with(self.group, dt.date(2026, 11, 11), {self.group.seats.get(): "attended"})
        held.items.update(minute="The audit shows drift.", decision="Teach every team what drift looks like.")
        self.given_i_am(self.business)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/meetings/{held.reference}/")
        self.when_i_follow("Make it an action")
        self.then_i_see("scrutinises no open plan")
        self.then_the_page_is_sound()
        make_plan(title="Audit of neglect: action plan", group=self.group)
        self.given_i_am_on(f"/meetings/{held.reference}/")
        self.when_i_follow("Make it an action")
        self.then_the_page_is_sound()
        self.when_i_press("Add the action")
        self.then_the_error_is("Select which agency leads")
        self.then_the_page_is_sound()
        self.when_i_select(health.name, "Which agency leads?")
        self.when_i_fill("Or which post owns it?", "Head of safeguarding")
        self.when_i_choose("On the date", "When is it due?")
        self.when_i_enter_the_date(dt.date(2027, 3, 1), "Date it is due")
        self.when_i_press("Add the action")
        self.then_i_see("The action has been added to the plan.")
        self.then_the_page_is_sound()
        self.when_i_follow("Action D1 of Audit of neglect: action plan")
        self.then_i_see("Decided by")
        self.then_the_page_is_sound()
        self.when_i_follow("Quality group, 11 November 2026")
        self.then_i_am_on(f"/meetings/{held.reference}/")

    def test_a_calendar_address_is_shown_once(self) -> None:
        self.given_i_am(self.member)
        self.given_a_screen_of(390)
        self.given_i_am_on("/meetings/")
        self.when_i_follow("See the meetings in your own calendar")
        self.then_the_page_is_sound()
        self.when_i_press("Make my address")
        self.then_i_see("It is shown only now.")
        self.then_the_page_is_sound()
        address = self.page.locator("#calendar-address").inner_text().strip()
        fetched = self.page.request.get(f"{self.site}{urlsplit(address).path}")
        assert fetched.text().startswith("BEGIN:VCALENDAR\r\n")
        assert "SUMMARY:Quality group" in fetched.text()
        self.given_i_am_on("/meetings/calendar/")
        self.then_i_see("It cannot be shown again.")
        self.then_the_page_is_sound()
        self.when_i_press("End the address")
        self.then_i_see("Your calendar address opens nothing any more.")

    def test_papers_are_added_read_and_taken_back(self) -> None:
        self.given_i_am(self.business)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/meetings/{self.meeting.reference}/")
        self.when_i_follow("Add a paper")
        self.then_the_page_is_sound()
        self.when_i_press("Add the paper")
        self.then_the_error_is("Select the file of the paper")
        self.when_i_attach("Which file?", "Audit of neglect.pdf", pdf_of(["Audit of neglect"]))
        self.when_i_select("1. Learning from audits", "Which item of the agenda is it for?")
        self.when_i_press("Add the paper")
        self.then_i_see("The paper has been added")
        self.then_i_see("still being checked for viruses")
        self.then_the_page_is_sound()
        scan(MeetingPaper.objects.get())
        self.given_i_am(self.member)
        self.given_a_screen_of(390)
        self.given_i_am_on(f"/meetings/{self.meeting.reference}/")
        self.then_i_do_not_see("Withdraw")
        self.then_the_page_is_sound()
        with self.page.expect_download() as download:
            self.when_i_follow("Audit of neglect")
        assert download.value.suggested_filename == "Audit of neglect.pdf"
        self.given_i_am(self.business)
        self.given_i_am_on(f"/meetings/{self.meeting.reference}/")
        self.when_i_follow("Withdraw Audit of neglect")
        self.then_the_page_is_sound()
        self.when_i_press("Withdraw it")
        self.then_the_error_is("Enter why the paper is withdrawn")
        self.when_i_fill("Why is it withdrawn?", "It is last year’s.")
        self.when_i_press("Withdraw it")
        self.then_i_see("It is last year’s.")
        self.then_the_page_is_sound()
