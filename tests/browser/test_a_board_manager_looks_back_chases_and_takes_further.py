"""A board manager sees who came, takes a challenge further, makes an action of it, moves a letter’s day and reads a past day."""

import datetime as dt

import pytest

from board.models import Challenge
from board.services.structure import change_group
from foundation import clock
from portal.demo.papers import pdf_of
from tests.board.build import (
    held_with,
    make_challenge,
    make_group,
    make_milestone,
    make_objective,
    make_plan,
    make_position,
    make_seat,
    seat_somebody,
)
from tests.board.library import make_letter, make_policy
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)


class TestABoardManagerLooksBack(JourneyTest):
    def test_attendance_by_agency_is_read_at_a_desk_and_on_a_phone(self) -> None:
        business = make_person("business_team", make_agency("partnership"))
        health, police = make_agency("health", name="Northmere Health"), make_agency("police", name="Northmere Police")
        for name, months in (("Quality group", (4, 6, 8, 10)), ("Training group", (5, 9))):
            group = make_group(name, quorum=1)
            nurse, doctor, officer = (make_seat(group, agency=one) for one in (health, health, police))
            seat_somebody(nurse)
            for month in months:
                absent = "absent" if month > 4 else "attended"
                held_with(group, dt.date(2026, month, 6), {nurse: "attended", doctor: "deputy", officer: absent})
        self.given_i_am(business)
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.given_i_am_on("/meetings/")
            self.when_i_follow("Attendance by agency")
            self.then_i_see("Nobody came to 3 meetings of Quality group in a row")
            self.then_the_page_is_sound()
            self.page.locator(".app-work__side").get_by_role("link", name="Quality group").click()
            self.then_i_see("1 present, 1 deputy")
            self.then_the_page_is_sound()

    def test_a_group_of_a_past_day_has_the_name_of_that_day(self) -> None:
        business = make_person("business_team", make_agency("partnership"))
        group = make_group("Quality assurance group", meets="every quarter", quorum=3)
        seat_somebody(make_seat(group, part="chair", title="Chair"), name="Ada First")
        change_group(
            by=business, reference=group.reference, name="Quality group", purpose="Audits.", meets="every month", quorum=1
        )
        self.given_i_am(business)
        self.given_a_screen_of(375)
        self.given_i_am_on("/structure/")
        self.then_i_do_not_see("Quality assurance group")
        self.when_i_enter_the_date(clock.today() - dt.timedelta(days=1), "As it was on")
        self.when_i_press("Show that day")
        self.page.get_by_role("link", name="Quality assurance group").click()
        self.then_i_see("It is called Quality group today")
        self.then_i_see("Chair: Ada First")
        self.then_the_page_is_sound()

    def test_a_challenge_is_taken_further_and_becomes_an_action(self) -> None:
        business = make_person("business_team", make_agency("partnership"))
        police = make_agency("police", name="Northmere Police")
        make_challenge(title="Notices come late", about=police, asked_for="Send notices before nine.")
        make_plan(title="Answers to challenges", source="challenge")
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on("/challenges/")
        self.when_i_follow("Notices come late")
        self.when_i_follow("Say what came of it")
        self.when_i_choose("Taken further")
        self.when_i_fill("What changed, or why did nothing?", "Nobody has answered in a month.")
        self.then_the_page_is_sound()
        self.when_i_press("Save the outcome")
        self.then_the_error_is("Select to whom it was taken")
        self.then_the_page_is_sound()
        self.when_i_choose("A regulator or inspectorate")
        self.when_i_fill("Which board, or which regulator?", "Inspectorate of constabulary")
        self.when_i_press("Save the outcome")
        self.then_i_see("Taken further, to a regulator or inspectorate: Inspectorate of constabulary")
        self.when_i_follow("Add files")
        self.when_i_attach("Files", "Sample.pdf", pdf_of(["Ten notices"]))
        self.then_the_page_is_sound()
        self.when_i_press("Keep the files")
        self.then_i_see("Sample.pdf")
        self.when_i_press("Put it in the report")
        self.then_i_see("It stands in the report")
        self.when_i_press("Make an action of it")
        self.when_i_select("Answers to challenges", "In which plan?")
        self.then_the_page_is_sound()
        self.when_i_press("Continue")
        self.then_i_see("It is made of the challenge “Notices come late”")
        self.when_i_fill("Number in the plan", "C1")
        self.when_i_fill("Or which post owns it?", "Chief superintendent")
        self.when_i_choose("On the date", "When is it due?")
        self.when_i_enter_the_date(dt.date(2027, 3, 31), "Date it is due")
        self.when_i_press("Add the action")
        self.given_a_screen_of(375)
        self.when_i_follow("Notices come late")
        self.then_i_see("C1 Send notices before nine.")
        self.then_the_page_is_sound()
        assert Challenge.objects.get().in_report

    def test_a_letters_day_is_moved_a_policy_reviewed_and_chasing_set(self) -> None:
        business = make_person("business_team", make_agency("partnership"))
        school = make_agency("school", name="Oakfield School")
        make_person("agency_lead", school)
        letter, policy = make_letter(school, title="Join the scheme", by=business), make_policy(title="Bruises in babies")
        self.given_i_am(business)
        self.given_a_screen_of(1280)
        self.given_i_am_on(f"/letters/{letter.reference}/")
        self.when_i_follow("Move the day of the reply")
        self.when_i_enter_the_date(dt.date(2027, 2, 1), "By when is a reply due now?")
        self.when_i_fill("Why does the day move?", "Schools are closed.")
        self.then_the_page_is_sound()
        self.when_i_press("Move the day")
        self.then_i_see("to 1 February 2027: Schools are closed.")
        self.then_i_see("0 of 1")
        self.then_the_page_is_sound()
        self.given_i_am_on("/letters/")
        self.when_i_follow("When agencies are reminded")
        self.then_i_see("Returns for the yearly report")
        self.then_the_page_is_sound()
        self.when_i_press("Add a line about letters of the executive")
        self.when_i_choose("On the day, or after")
        self.when_i_fill("How many days?", "60")
        self.when_i_choose("The agency’s executive")
        self.then_the_page_is_sound()
        self.when_i_press("Save the line")
        self.then_i_see("60 days after it is due")
        self.given_a_screen_of(375)
        self.then_the_page_is_sound()
        self.given_i_am_on(f"/policies/{policy.reference}/")
        self.when_i_follow("Reviewed, and nothing changed")
        self.when_i_fill("Who reviewed it?", "Quality group")
        self.when_i_enter_the_date(dt.date(2028, 11, 1), "When is its next review due?")
        self.then_the_page_is_sound()
        self.when_i_press("Save the review")
        self.then_i_see("by Quality group. Next review by 1 November 2028.")
        self.then_the_page_is_sound()

    def test_a_business_plan_of_a_past_day_is_read(self) -> None:
        objective = make_objective(text="see neglect early")
        make_milestone(objective, text="Train the teams", due_on=dt.date(2027, 1, 29))
        make_milestone(objective, text="Ask families", due_on=dt.date(2026, 9, 30))
        make_position(objective, 1, written_at=clock.now() - dt.timedelta(days=60))
        self.given_i_am(make_person("scrutineer", make_agency()))
        for width in (1280, 375):
            self.given_a_screen_of(width)
            self.given_i_am_on("/business-plans/2026-27/")
            self.when_i_enter_the_date(dt.date(2026, 10, 31), "As it was on")
            self.when_i_press("Show that day")
            self.then_i_see("As it stood on 31 October 2026")
            self.then_i_see("due on 30 Sep 2026, late")
            self.then_the_page_is_sound()
