"""A chair takes a worry to the director, a child is born on a plan, a manager ends and withdraws; what is over is not changed."""

import os
from datetime import timedelta
from pathlib import Path

import pytest

from children.models import Child
from foundation import clock
from protection.models import ChairEscalation, ProtectionPlan
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class PlanningAgainstOdds(JourneyTest):
    """What chair, manager and worker do when a plan does not run as planned."""

    plan: ProtectionPlan
    here: str

    def given_a_child_on_a_plan(self) -> None:
        self.service = build.make()
        self.plan = build.on_plan(self.service)
        self.here = f"/child-protection/plans/{self.plan.reference}/"

    def given_an_unborn_child_on_a_plan(self) -> None:
        self.given_a_child_on_a_plan()
        unborn = Child.objects.create(
            family_name="Example",
            expected_delivery_date=self.plan.started_on + timedelta(days=20),
            created_at=clock.now(),
            created_by="test",
        )
        review = build.months_later(self.plan.started_on, 3)
        self.plan = build.bare_plan(unborn, self.plan.started_on, family=self.plan.family, review_due_on=review)
        self.here = f"/child-protection/plans/{self.plan.reference}/"

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_the_chair_escalates(self) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on(self.here)
        self.when_i_follow("Escalate a worry")
        self.when_i_press("Escalate")
        self.then_the_error_is("Enter what worries you")
        self.then_it_is_sound("escalate-refused")
        self.when_i_fill("What worries you about this plan?", "Nobody has visited for a month.")
        self.when_i_press("Escalate")
        self.then_i_see("It is with the manager of the team")
        self.then_i_see("With the team manager")

    def when_the_manager_answers(self) -> None:
        self.given_i_am(self.service.manager)
        self.given_i_am_on(self.here)
        self.when_i_follow("Answer")
        self.when_i_fill("What do you do about it?", "A second worker visits tomorrow.")
        self.when_i_press("Answer")
        self.then_i_see("The chair reads your answer on the plan.")

    def when_the_chair_takes_it_to_the_director_and_closes_it(self) -> None:
        self.given_i_am(self.service.chair)
        for stage in ("service manager", "director"):
            self.given_i_am_on(self.here)
            self.when_i_follow("Take it further")
            self.when_i_fill("Why do you take it further?", f"Still no visit; the {stage} should know.")
            self.when_i_press("Take it further")
            self.then_i_see(f"With the {stage}")
        self.then_it_is_sound("escalated")
        self.given_i_am_on(self.here)
        self.when_i_follow("Close")
        self.when_i_fill("What came of it?", "Two workers share the visits.")
        self.when_i_press("Close it")
        self.then_i_see("The escalation is closed.")
        self.then_i_see("Two workers share the visits.")
        assert ChairEscalation.objects.get().stage == 3

    def when_the_child_is_born(self) -> None:
        born = clock.today()
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.here)
        self.then_it_is_sound("unborn")
        self.when_i_follow("The child is born")
        self.when_i_press("Save")
        self.then_the_error_is("Enter the date of birth")
        self.then_it_is_sound("born-refused")
        self.when_i_enter_the_date(born, "Date of birth")
        self.when_i_choose("Female", "Sex")
        self.when_i_fill("First name", "Bea")
        self.when_i_press("Save")
        self.then_i_see("The plan goes on, on the same record.")
        self.then_i_am_on(self.here)
        self.then_i_see("Bea Example")
        self.then_i_do_not_see("The child is born")
        self.then_it_is_sound("born")
        child = Child.objects.get(pk=self.plan.child_id)
        assert (child.birth_date, child.expected_delivery_date) == (born, None)
        after = build.again(self.plan)
        assert (after.is_open, after.review_due_on) == (True, born + timedelta(days=10))

    def when_the_manager_ends_it(self) -> None:
        self.given_i_am(self.service.manager)
        self.given_i_am_on(self.here)
        self.when_i_follow("End without a conference")
        self.when_i_enter_the_date(clock.today(), "When does it end?")
        self.when_i_choose("Turned 18", "Why does it end?")
        self.when_i_fill("How do things stand for the child now?", "The child died of a heart disease.")
        self.when_i_press("End the plan")
        self.then_the_error_is("The child had not turned 18 on this day.")
        self.then_it_is_sound("end-refused")
        self.when_i_choose("Died", "Why does it end?")
        self.when_i_press("End the plan")
        self.then_i_see("The plan has ended.")
        self.then_it_is_sound("ended")

    def when_somebody_changes_what_has_ended(self) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(f"{self.here}visits/add/")
        self.when_i_enter_the_date(clock.today(), "When was the visit?")
        self.when_i_choose("Yes", "Was the child seen?")
        self.when_i_press("Save")
        self.then_i_see("This plan has ended, so it is not changed.")
        self.then_it_is_sound("ended-refused")
        self.given_i_am_on(self.here)
        self.then_i_do_not_see("Record a visit")
        assert not self.plan.visits.exists()

    def when_the_manager_withdraws_it(self) -> None:
        self.given_i_am(self.service.manager)
        self.given_i_am_on(self.here)
        self.when_i_follow("Withdraw: recorded in error")
        self.when_i_press("Withdraw it")
        self.then_the_error_is("Enter")
        self.when_i_fill("Why?", "It was recorded for the wrong child.")
        self.when_i_press("Withdraw it")
        self.then_i_see("It stays on the record with your reason")
        self.then_i_see("It was recorded for the wrong child.")
        self.then_it_is_sound("plan-withdrawn")
        assert build.again(self.plan).withdrawn_by == self.service.manager.reference


class TestPlanningAgainstOdds(PlanningAgainstOdds):
    """Escalation, birth, an end without a conference, and a record made in error."""

    def test_a_worry_goes_to_the_director_and_an_ended_plan_is_not_changed(self) -> None:
        self.given_a_child_on_a_plan()
        with clock.frozen(build.nine_o_clock(build.months_later(self.plan.started_on, 1))):
            self.when_the_chair_escalates()
            self.when_the_manager_answers()
            self.when_the_chair_takes_it_to_the_director_and_closes_it()
            self.when_the_manager_ends_it()
            self.when_somebody_changes_what_has_ended()

    def test_a_child_is_born_on_a_plan_and_a_plan_made_in_error_is_withdrawn(self) -> None:
        self.given_an_unborn_child_on_a_plan()
        with clock.frozen(build.nine_o_clock(build.weekday(self.plan.started_on + timedelta(days=19)))):
            self.when_the_child_is_born()
            self.when_the_manager_withdraws_it()
