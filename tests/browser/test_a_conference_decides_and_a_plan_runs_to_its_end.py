"""A conference is booked, written live and decides on a plan; the core group works; a review ends it."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from foundation import clock
from protection.deliveries import make_conference_copy
from protection.models import Conference, ConferenceCopy, ProtectionPlan
from protection.services.minuting import minute_conference
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class Protecting(JourneyTest):
    """What the team, the chair and the agencies do on the way."""

    def given_a_conference_is_asked_for(self) -> None:
        self.service = build.make()
        self.conference = build.initial(self.service)
        self.here = f"/child-protection/conferences/{self.conference.reference}/"

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_the_worker_books_it(self, day: date) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on("/child-protection/conferences/")
        self.then_it_is_sound("conferences")
        self.when_i_follow(self.conference.reference)
        self.then_it_is_sound("conference-requested")
        self.given_i_am_on(f"{self.here}book/")
        self.when_i_press("Book it")
        self.then_the_error_is("Select a chair")
        self.then_it_is_sound("book-refused")
        self.when_i_select("Cho Chair", "Chair")
        self.when_i_enter_the_date(day, "Day")
        self.when_i_fill("Time", "9:30am")
        self.when_i_choose("In person", "How do people meet?")
        self.when_i_press("Book it")
        self.then_i_see("The conference is booked")

    def when_the_worker_invites(self) -> None:
        for person in (self.service.worker, self.service.police, self.service.health, self.service.school):
            self.given_i_am_on(f"{self.here}invite/")
            self.page.get_by_label("Agency").select_option(build.agency_of(person))
            self.when_i_press("Continue")
            self.page.get_by_label(person.name).check()
            self.when_i_press("Invite")
            self.then_i_see("They are invited")
        self.given_i_am_on(f"{self.here}invite-family/")
        self.then_it_is_sound("invite-family")
        self.when_i_fill("Name", "Mel Example")
        self.when_i_choose("Parent or carer", "Who are they to the children?")
        self.when_i_press("Invite")
        self.then_i_see("They are on the list")

    def when_the_record_is_written(self) -> None:
        self.given_i_am_on(f"{self.here}attendance/")
        for select in self.page.locator("select").all():
            select.select_option("attended")
        self.then_it_is_sound("attendance")
        self.when_i_press("Save")
        self.then_i_see("There is a quorum")
        self.given_i_am_on(f"{self.here}record/")
        self.when_i_fill("What are we worried about: danger statements", "Ada may be hurt")
        self.then_i_see("Saved at")
        assert Conference.objects.get(pk=self.conference.pk).danger_statements == "Ada may be hurt"
        self.when_i_fill("What are we worried about: danger statements", "Ada may be hurt again.")
        self.when_i_fill("What needs to happen", "Weekly visits by the health visitor.")
        self.when_i_fill("In plain words", "We want Ada to be safe.")
        self.when_i_press("Save")
        self.then_i_see("The record is saved")
        self.then_it_is_sound("record")
        for who, score in (("The chair", "4"), ("Mel Example", "7")):
            self.given_i_am_on(f"{self.here}scale/")
            self.when_i_select(who, "Who says so?")
            self.when_i_fill("How safe are the children, from 0 to 10?", score)
            self.when_i_press("Save the score")
            self.then_i_see("The score is saved")

    def when_two_write_at_once(self) -> None:
        self.given_i_am_on(f"{self.here}record/")
        words = {"summary": build.text("Somebody else was faster.", 1)}
        minute_conference(by=self.service.chair, reference=self.conference.reference, texts=words)
        self.when_i_fill("In plain words", "I was slower.")
        self.when_i_press("Save")
        self.then_i_see("Somebody else wrote into the same part meanwhile")
        self.then_i_see("Somebody else was faster.")
        self.then_i_see("I was slower.")
        self.then_it_is_sound("record-twice")
        self.when_i_follow("Settle how it reads")
        self.when_i_fill("How it is to read", "We want Ada to be safe.")
        self.then_it_is_sound("settle")
        self.when_i_press("Save")
        self.then_i_see("It is settled")

    def when_the_chair_decides(self, day: date) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(f"{self.here}decide/")
        self.when_i_press("Record the decisions")
        self.then_the_error_is("Enter when it was held")
        self.then_it_is_sound("decide-refused")
        self.when_i_enter_the_date(day, "When was it held?")
        self.page.get_by_label("A child protection plan starts").check()
        self.page.get_by_label("Category for").select_option("NEG")
        self.page.get_by_label("Why is this right for").fill("Likely significant harm.")
        self.when_i_press("Record the decisions")
        self.then_i_see("The conference is recorded as held")
        self.when_i_press("Decision and outline plan have been sent")
        self.then_i_see("have been sent")
        self.when_i_press("Approve the record")
        self.then_i_see("The record is approved")
        self.when_i_press("The record has been sent out")
        self.then_i_see("It is noted that the record has been sent out")
        self.then_it_is_sound("conference-sent")
        self.given_i_am_on(f"{self.here}print/")
        self.then_i_see("What was decided")
        self.then_it_is_sound("conference-print")
        self.given_i_am_on(self.here)
        self.when_i_press("Record as PDF")
        self.then_i_see("Your copy is being made")
        self.then_it_is_sound("conference-copy")
        make_conference_copy("", {"copy": ConferenceCopy.objects.get().reference})
        self.then_i_see("Your copy is ready")
        expect(self.page.get_by_role("button", name="Download the PDF")).to_be_visible()
        self.then_it_is_sound("conference-copy-ready")

    def given_a_child_is_on_a_plan(self) -> None:
        self.service = build.make()
        self.plan = build.on_plan(self.service)
        self.here = f"/child-protection/plans/{self.plan.reference}/"

    def when_the_worker_works_under_it(self) -> None:
        today = clock.today()
        self.given_i_am(self.service.worker)
        self.given_i_am_on("/child-protection/plans/")
        self.then_it_is_sound("plans")
        self.when_i_follow(self.plan.reference)
        self.then_it_is_sound("plan-new")
        self.given_i_am_on(f"{self.here}core-group/add/")
        self.page.get_by_label("Agency").select_option(build.agency_of(self.service.health))
        self.when_i_press("Continue")
        self.page.get_by_label("Hal Health").check()
        self.when_i_enter_the_date(today, "Since when?")
        self.when_i_press("Save")
        self.then_i_see("They belong to the core group")
        self.given_i_am_on(f"{self.here}actions/add/")
        self.when_i_press("Add it")
        self.then_the_error_is("Enter which danger it is about")
        self.then_it_is_sound("action-refused")
        self.when_i_fill("Which danger is it about?", "Nobody watches over the baby at night.")
        self.when_i_fill("What is to be different for the children?", "An adult is awake.")
        self.when_i_fill("What is to be done?", "The grandmother stays at night.")
        self.when_i_fill("Who does it?", "Grandmother")
        self.when_i_fill("How will you know that it works?", "The health visitor asks at each visit.")
        self.when_i_enter_the_date(today + timedelta(days=30), "By when?")
        self.when_i_press("Add it")
        self.then_i_see("It has been added to the plan")
        self.given_i_am_on(f"{self.here}visits/add/")
        self.when_i_enter_the_date(today, "When was the visit?")
        self.when_i_choose("Yes", "Was the child seen?")
        self.page.get_by_label("The child was seen alone").check()
        self.when_i_press("Save")
        self.then_i_see("The visit is recorded")
        self.given_i_am_on(f"{self.here}legal/")
        self.page.get_by_label("Legal planning meeting").check()
        self.when_i_enter_the_date(today, "When did it begin?")
        self.when_i_press("Save")
        self.then_i_see("The legal step is marked")

    def when_the_core_group_meets(self) -> None:
        self.given_i_am(self.service.health)
        self.given_i_am_on(f"{self.here}core-group/meet/")
        self.when_i_enter_the_date(clock.today(), "When did the core group meet?")
        self.page.get_by_label("Hal Health").select_option("attended")
        self.then_it_is_sound("core-group")
        self.when_i_press("Save")
        self.then_i_see("The meeting is recorded")
        self.when_i_follow("Meeting on")
        self.when_i_fill("What was said", "The grandmother stays at night.")
        self.when_i_press("Save")
        self.then_i_see("The minutes are saved")
        self.then_it_is_sound("minutes")
        self.when_i_press("The minutes have been sent out")
        self.then_i_see("It is noted that the minutes have been sent out")

    def when_the_chair_looks_at_it(self) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(f"{self.here}check/")
        self.when_i_enter_the_date(clock.today(), "When did you look at it?")
        self.when_i_choose("No", "Is the plan on track?")
        self.when_i_fill("What did you find?", "Too few visits.")
        self.when_i_press("Save")
        self.given_i_am_on(f"{self.here}escalate/")
        self.when_i_fill("What worries you about this plan?", "Too few visits.")
        self.when_i_press("Escalate")
        self.then_i_see("It is with the manager of the team")
        self.then_it_is_sound("plan")

    def when_a_review_is_asked_for(self) -> Conference:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(f"{self.here}review/")
        self.when_i_press("Ask for it")
        self.then_i_see("A review conference is asked for")
        return Conference.objects.get(type="rcpc")

    def when_the_review_ends_it(self, review: Conference, day: date) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(f"/child-protection/conferences/{review.reference}/decide/")
        self.when_i_enter_the_date(day, "When was it held?")
        self.page.get_by_label("The plan ends").check()
        self.page.get_by_label("Why does the plan of").select_option("cin")
        self.page.get_by_label("Why is this right for").fill("The children are safe at night.")
        self.then_it_is_sound("decide-review")
        self.when_i_press("Record the decisions")
        self.then_i_see("The conference is recorded as held")
        self.given_i_am_on(self.here)
        self.then_i_see("No longer at risk: child in need")
        self.then_it_is_sound("plan-ended")


class TestProtecting(Protecting):
    """From a conference that is asked for to the end of the plan."""

    def test_a_conference_decides_and_its_record_is_sent(self) -> None:
        self.given_a_conference_is_asked_for()
        day = build.weekday(clock.today() + timedelta(days=7))
        self.when_the_worker_books_it(day)
        self.when_the_worker_invites()
        self.when_the_record_is_written()
        self.when_two_write_at_once()
        with clock.frozen(build.nine_o_clock(day)):
            self.when_the_chair_decides(day)
        assert Conference.objects.get(pk=self.conference.pk).state == "distributed"
        assert ProtectionPlan.objects.get().category == "NEG"

    def test_the_core_group_works_and_a_review_ends_the_plan(self) -> None:
        self.given_a_child_is_on_a_plan()
        start = self.plan.started_on
        with clock.frozen(build.nine_o_clock(start + timedelta(days=7))):
            self.when_the_worker_works_under_it()
            self.when_the_core_group_meets()
            self.when_the_chair_looks_at_it()
        day = build.months_later(start, 2)
        with clock.frozen(build.nine_o_clock(day - timedelta(days=14))):
            review = build.booked(self.service, self.when_a_review_is_asked_for(), day)
        with clock.frozen(build.nine_o_clock(day)):
            build.sitting(self.service, review, day)
            self.when_the_review_ends_it(review, day)
        assert ProtectionPlan.objects.get().end_reason == "cin"
