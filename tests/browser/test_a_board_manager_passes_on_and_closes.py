"""A board manager passes an action on, withdraws another, opens a done one again, and closes the plan once nothing is open."""

import datetime as dt

import pytest

from board.models import Action
from foundation import clock
from tests import factories
from tests.board.build import make_action, make_plan
from tests.browser.pages import JourneyTest

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)


class Closing(JourneyTest):
    """What the business team does on the way."""

    def given_a_plan_with_an_action_whose_owner_has_left(self) -> None:
        self.board = factories.make_person("business_team", factories.make_agency("partnership"), name="Bo Business")
        health = factories.make_agency("health", name="Northmere Health Services Trust")
        police = factories.make_agency("police", name="Northmere Police")
        factories.make_person("agency_lead", health, name="Sal Safeguarding")
        self.newcomer = factories.make_person("practitioner", police, name="Nia Newcomer")
        self.plan = make_plan(title="Audit of referrals for children under two")
        leaver = factories.make_person("practitioner", health, name="Lee Leaver")
        due = clock.today() + dt.timedelta(days=90)
        self.left = make_action(plan=self.plan, due_on=due, owner=leaver, number="1.1")
        self.done = make_action(plan=self.plan, due_on=due, number="1.2", state="done", done_at=clock.now(), done_by="x")
        leaver.holdings.update(ended_at=clock.now(), ended_by="x")
        self.given_i_am_signed_in_as(self.board)

    def when_i_pass_on_what_was_left_behind(self) -> None:
        self.given_i_am_on("/actions/?left=on")
        self.then_i_see("Lee Leaver")
        self.when_i_follow("1.1 Check that every referral")
        self.then_i_see("Owner has left")
        self.when_i_follow("Pass it on")
        self.when_i_press("Pass it on")
        self.then_the_error_is("Enter why")
        self.when_i_select("Northmere Police", "Which agency leads?")
        self.when_i_fill("Email address of the new owner", "nobody@elsewhere.example")
        self.when_i_fill("Why?", "The post moved to the police.")
        self.when_i_press("Pass it on")
        self.then_the_error_is("Enter the address of somebody with an account in the agency that leads, or leave it empty.")
        self.then_the_page_is_sound()
        self.when_i_fill("Email address of the new owner", self.newcomer.email)
        self.when_i_press("Pass it on")
        self.then_i_see("The action has been passed on.")
        self.then_i_see("Passed on to Nia Newcomer, Northmere Police")
        self.then_i_do_not_see("Owner has left")

    def when_i_withdraw_it(self) -> None:
        self.when_i_follow("Withdraw it")
        self.then_the_page_is_sound()
        self.when_i_press("Withdraw it")
        self.then_the_error_is("Enter why the action is withdrawn")
        self.when_i_fill("Why is it withdrawn?", "A national programme does it.")
        self.when_i_press("Withdraw it")
        self.then_i_see("The action has been withdrawn.")
        self.then_i_see("A national programme does it.")

    def when_i_open_the_done_one_again(self) -> None:
        self.given_i_am_on(f"/actions/{self.done.reference}/")
        self.when_i_follow("Open it again")
        self.then_the_page_is_sound()
        self.when_i_press("Open it again")
        self.then_the_error_is("Enter why the action is opened again")
        self.when_i_fill("Why is it opened again?", "The audit found otherwise.")
        self.when_i_press("Open it again")
        self.then_i_see("The action is open again.")
        self.then_i_see("Opened again")

    def then_the_plan_closes_only_when_nothing_is_open(self) -> None:
        self.given_i_am_on(f"/plans/{self.plan.reference}/")
        self.then_i_see("The plan can be closed when its 1 open action is done or withdrawn.")
        self.then_the_page_is_sound()
        Action.objects.filter(pk=self.done.pk).update(state="done", done_at=clock.now(), done_by="x")
        self.given_i_am_on(f"/plans/{self.plan.reference}/")
        self.then_the_page_is_sound()
        self.when_i_press("Close the plan")
        self.then_i_see("The plan has been closed.")
        self.then_the_page_is_sound()
        self.when_i_press("Open the plan again")
        self.then_i_see("The plan is open again.")

    def then_every_page_is_sound(self) -> None:
        left = make_action(
            plan=self.plan, due_on=clock.today(), number="2.1", agency=factories.make_agency(), owner=self.newcomer
        ).reference
        for path in (
            "/",
            "/actions/?left=on",
            f"/actions/{left}/",
            f"/actions/{left}/pass-on/",
            f"/actions/{left}/withdraw/",
            "/plans/",
        ):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()

    def then_it_all_goes_well(self) -> None:
        self.given_a_plan_with_an_action_whose_owner_has_left()
        self.when_i_pass_on_what_was_left_behind()
        self.when_i_withdraw_it()
        self.when_i_open_the_done_one_again()
        self.then_the_plan_closes_only_when_nothing_is_open()


class TestOnADesktop(Closing):
    def test_an_action_passes_on_is_withdrawn_and_opened_again_and_the_plan_closes(self) -> None:
        self.given_a_screen_of(*DESKTOP)
        self.then_it_all_goes_well()
        self.then_every_page_is_sound()


class TestOnATelephone(Closing):
    def test_an_action_passes_on_is_withdrawn_and_opened_again_and_the_plan_closes(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.then_it_all_goes_well()
