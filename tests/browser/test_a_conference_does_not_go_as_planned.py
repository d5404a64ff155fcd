"""A conference is moved, somebody is kept out, too few come, an agency does not agree, a paper is unchecked; others fall away."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from foundation import clock
from foundation.models import Document
from protection.models import Conference, Dissent, FamilyInvitation, ProtectionPlan
from protection.services.booking import request_review
from protection.services.conferences import approve_conference_record, send_outline
from protection.services.invitations import FamilyAsked, invite_family
from protection.services.minuting import minute_conference
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build
from work.models import Request

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class ConferringAgainstOdds(JourneyTest):
    """What the team and the chair do when a conference does not go as planned."""

    conference: Conference
    here: str

    def given_a_conference_is_booked(self) -> None:
        self.service = build.make()
        self.conference = build.booked(self.service, build.initial(self.service))
        self.here = f"/child-protection/conferences/{self.conference.reference}/"

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def then_it_stands(self, state: str) -> Conference:
        found: Conference = build.again(self.conference)
        assert found.state == state
        return found

    def when_the_worker_moves_it(self, day: date) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.here)
        self.when_i_follow("Change chair, time or place")
        self.when_i_enter_the_date(build.weekday(day + timedelta(days=5 - day.weekday())) - timedelta(days=2), "Day")
        self.when_i_press("Book it")
        self.then_the_error_is("A conference is held on a weekday.")
        self.then_it_is_sound("moved-refused")
        self.when_i_enter_the_date(day, "Day")
        self.when_i_fill("Time", "2pm")
        self.when_i_choose("By video", "How do people meet?")
        self.when_i_press("Book it")
        self.then_i_see("The conference is booked")
        self.then_i_see(f"{day:%-d %B %Y} at 2pm")
        self.then_i_see("Hal Health")
        assert self.then_it_stands("booked").mode == "video"

    def when_the_chair_keeps_somebody_out(self) -> None:
        invite_family(
            by=self.service.worker,
            reference=self.conference.reference,
            version=build.again(self.conference).version,
            invited=[FamilyAsked("Mel Example", "parent")],
        )
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.here)
        self.then_i_do_not_see("Keep out")
        self.given_i_am(self.service.chair)
        self.given_i_am_on(self.here)
        self.when_i_follow("Keep out")
        self.then_i_see("Only the chair decides this")
        self.when_i_press("Keep them out")
        self.then_the_error_is("Enter why they are kept out")
        self.then_it_is_sound("exclude-refused")
        self.when_i_fill("Why are they kept out?", "He has threatened the health visitor.")
        self.when_i_fill("Out of which part?", "The first half hour")
        self.when_i_press("Keep them out")
        self.then_i_see("They are kept out, and the reason is on the record.")
        self.then_i_see("He has threatened the health visitor.")
        self.then_it_is_sound("excluded")
        assert FamilyInvitation.objects.get().excluded_by == self.service.chair.reference

    def when_too_few_come(self) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(f"{self.here}attendance/")
        for select in self.page.locator("select").all():
            select.select_option("absent")
        self.page.get_by_label("Wyn Worker").select_option("attended")
        self.when_i_press("Save")
        self.then_i_see("There is no quorum")

    def when_an_agency_does_not_agree(self) -> None:
        self.given_i_am(self.service.health)
        self.given_i_am_on(self.here)
        self.when_i_follow("Say that your agency does not agree")
        self.when_i_press("Save")
        self.then_the_error_is("Enter why they do not agree")
        self.then_it_is_sound("dissent-refused")
        self.page.get_by_label("About which child?").select_option(index=1)  # the first says “Select a child”
        self.page.get_by_label("Who does not agree?").select_option(index=1)
        self.when_i_fill("Why do they not agree?", "The child gains weight; no plan is needed.")
        self.when_i_press("Save")
        self.then_i_see("It is on the record that they do not agree.")
        self.then_i_see("no plan is needed")
        self.then_it_is_sound("dissented")
        assert Dissent.objects.get().invitation.person == self.service.health

    def when_the_chair_decides_without_a_quorum(self, day: date) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(f"{self.here}decide/")
        self.when_i_enter_the_date(day, "When was it held?")
        self.page.get_by_label("A child protection plan starts").check()
        self.page.get_by_label("Category for").select_option("NEG")
        self.page.get_by_label("Why is this right for").fill("Likely significant harm.")
        self.when_i_press("Record the decisions")
        self.then_the_error_is("There is no quorum")
        assert not ProtectionPlan.objects.exists()
        self.then_it_is_sound("decide-without-quorum")
        self.page.get_by_label("There is no quorum. Why does the chair go on?").select_option("delay")
        self.when_i_fill("The chair’s reason in words", "The baby goes home today.")
        self.when_i_press("Record the decisions")
        self.then_i_see("The conference is recorded as held")
        self.then_i_see("The baby goes home today.")
        self.then_it_is_sound("held-without-quorum")
        self.given_i_am_on("/chair/")
        self.then_i_see("The child gains weight; no plan is needed.")

    def when_a_paper_is_still_in_scanning(self) -> None:
        texts = {"danger_statements": build.text("Nobody feeds him."), "what_needs_to_happen": build.text("He eats daily.")}
        reference, chair = self.conference.reference, self.service.chair
        held = minute_conference(by=chair, reference=reference, texts=texts)
        held = send_outline(by=chair, reference=reference, version=held.version)
        approve_conference_record(by=chair, reference=reference, version=held.version)
        paper = Document.objects.create(
            reference="D1",
            key="k",
            name="report.pdf",
            media_type="application/pdf",
            size=1,
            sha256="x",
            record_kind="conference",
            record_reference=reference,
            uploaded_at=clock.now(),
            uploaded_by="test",
        )
        self.given_i_am_on(self.here)
        self.when_i_press("The record has been sent out")
        self.then_i_see("still being checked for viruses")
        self.then_it_is_sound("in-scanning")
        self.then_it_stands("approved")
        Document.objects.filter(pk=paper.pk).update(state="clean", scanned_at=clock.now())
        self.when_i_press("The record has been sent out")
        self.then_i_see("It is noted that the record has been sent out")
        self.then_it_stands("distributed")

    def when_the_worker_cancels_it(self) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.here)
        self.when_i_follow("Cancel the conference")
        self.when_i_press("Cancel it")
        self.then_the_error_is("Enter")
        self.then_it_is_sound("cancel-refused")
        self.when_i_fill("Why?", "The mother gives birth this week.")
        self.when_i_press("Cancel it")
        self.then_i_see("The conference is cancelled.")
        self.then_i_see("The mother gives birth this week.")
        self.then_i_do_not_see("Record the decisions")
        self.then_it_is_sound("cancelled")
        self.then_it_stands("cancelled")
        assert not Request.objects.filter(kind="protection.conference_report", state="asked").exists()

    def when_a_review_asked_for_in_error_is_withdrawn(self, plan: ProtectionPlan) -> None:
        asked = request_review(by=self.service.worker, family=plan.family.reference, children=[plan.child.reference])
        self.conference, self.here = asked, f"/child-protection/conferences/{asked.reference}/"
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.here)
        self.when_i_follow("Withdraw it: asked for in error")
        self.when_i_press("Withdraw it")
        self.then_the_error_is("Enter")
        self.then_it_is_sound("withdraw-refused")
        self.when_i_fill("Why?", "It was asked for twice.")
        self.when_i_press("Withdraw it")
        self.then_i_see("It stays on the record with your reason.")
        self.then_i_see("It was asked for twice.")
        self.then_it_is_sound("withdrawn")
        self.then_it_stands("withdrawn")

    def when_the_review_is_dated_before_the_initial_one(self, plan: ProtectionPlan, day: date) -> None:
        review = request_review(by=self.service.worker, family=plan.family.reference, children=[plan.child.reference])
        review = build.booked(self.service, review, day)
        with clock.frozen(build.nine_o_clock(day)):
            build.sitting(self.service, review, day)
            self.given_i_am(self.service.chair)
            self.given_i_am_on(f"/child-protection/conferences/{review.reference}/decide/")
            self.when_i_enter_the_date(plan.started_on, "When was it held?")
            self.page.get_by_label("The plan goes on").check()
            self.page.get_by_label("Category for").select_option("NEG")
            self.page.get_by_label("Why is this right for").fill("Not safe yet.")
            self.when_i_press("Record the decisions")
            self.then_the_error_is("A review conference is after the initial one")
            self.then_i_see("Not safe yet.")
            self.then_it_is_sound("review-before-initial")
        assert not plan.reviews.exists()


class TestConferringAgainstOdds(ConferringAgainstOdds):
    """Conferences that are moved, short of people, contested, or do not take place."""

    def test_a_conference_without_quorum_and_agreement_is_held_with_reasons(self) -> None:
        self.given_a_conference_is_booked()
        day = build.weekday(clock.today() + timedelta(days=8))
        self.when_the_worker_moves_it(day)
        self.when_the_chair_keeps_somebody_out()
        with clock.frozen(build.nine_o_clock(day)):
            self.when_too_few_come()
            self.when_an_agency_does_not_agree()
            self.when_the_chair_decides_without_a_quorum(day)
            self.when_a_paper_is_still_in_scanning()

    def test_a_conference_is_cancelled_with_its_reason(self) -> None:
        self.given_a_conference_is_booked()
        self.when_the_worker_cancels_it()

    def test_a_review_is_withdrawn_and_another_is_not_dated_before_the_initial_conference(self) -> None:
        self.service = build.make()
        plan = build.on_plan(self.service)
        with clock.frozen(build.nine_o_clock(plan.started_on)):
            self.when_a_review_asked_for_in_error_is_withdrawn(plan)
            self.when_the_review_is_dated_before_the_initial_one(plan, build.weekday(plan.started_on + timedelta(days=7)))
