"""A board manager opens what is late, asks the owners in one press, reads a note, and checks what is reported done."""

import datetime as dt

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.models import Person
from board.models import Action, ActionChase, BudgetLine
from foundation import clock
from foundation.outbox import deliver_now
from tests import factories
from tests.board.build import make_action, make_plan
from tests.browser.pages import JourneyTest

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (375, 700)


class Chasing(JourneyTest):
    """What the business team does on the way."""

    def given_actions_of_two_agencies(self) -> None:
        self.board = factories.make_person("business_team", factories.make_agency("partnership"), name="Bo Business")
        police = factories.make_agency("police", name="Northmere Police")
        health = factories.make_agency("health", name="Northmere Health Services Trust")
        self.owner = factories.make_person("agency_lead", police, name="Olu Owner")
        plan = make_plan(title="Child B: local practice review", source_published_on=clock.today() - dt.timedelta(days=90))
        late, later = clock.today() - dt.timedelta(days=40), clock.today() - dt.timedelta(days=2)
        self.late = make_action(plan=plan, due_on=late, agency=police, owner=self.owner, number="1.1")
        make_action(plan=plan, due_on=later, agency=police, owner=self.owner, number="1.2")
        make_action(plan=plan, due_on=later, agency=health, number="2.1")
        make_action(plan=plan, due_on=clock.today() + dt.timedelta(days=200), agency=health, number="2.2")
        BudgetLine.objects.create(year="2026-27", side="income", position=1, heading="Council", amount=1200)

    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def when_i_ask_everybody_who_is_late(self) -> None:
        self.given_i_am_on("/")
        self.then_i_see("Whose actions are late")
        self.when_i_follow("3 late")
        self.when_i_press("Ask about all 2 on this page")
        self.then_i_see("1 owner has been asked by email how 2 actions stand.")
        self.then_i_am_on("/actions/")
        assert self.page.url.endswith("?late=on")

    def then_one_mail_has_gone_out(self) -> None:
        assert ActionChase.objects.count() == 2
        deliver_now()
        assert [message.to for message in mail.outbox] == [[self.owner.email]]

    def when_the_owner_says_it_is_done(self) -> None:
        self.given_i_am(self.owner)
        self.given_i_am_on("/")
        self.then_i_see("Actions that you own")
        self.when_i_follow("1.1 Check that every referral")
        self.when_i_follow("Write a progress note")
        self.when_i_press("Save the note")
        self.then_the_error_is("Enter what has happened")
        self.when_i_fill("What has happened since the last note?", "All officers were trained in June.")
        self.when_i_choose("Yes, the action is done")
        self.when_i_press("Save the note")
        self.then_i_see("Your note has been saved.")

    def when_i_check_it(self) -> None:
        self.given_i_am(self.board)
        self.given_i_am_on("/actions/?state=reported_done")
        self.when_i_follow("1.1 Check that every referral")
        self.then_i_see("All officers were trained in June.")
        self.when_i_follow("Check that it is done")
        self.when_i_choose("Yes, accept it")
        self.when_i_fill("Which evidence did you see, and where?", "The register, at the training centre.")
        self.when_i_fill("What did you look at?", "The register of the training.")
        self.when_i_press("Save")
        self.then_i_see("The action has been accepted as done.")
        assert Action.objects.get(pk=self.late.pk).state == "done"
        self.when_i_follow("All actions")
        assert self.page.url.endswith("/actions/?state=reported_done")
        self.then_i_see("Nothing matches these filters")

    def then_every_page_is_sound(self) -> None:
        open_one = Action.objects.get(number="1.2").reference
        plan = self.late.plan.reference
        for path in (
            *("/", "/actions/", "/actions/?late=on&rating=red", "/actions/?words=nowhere", "/plans/", "/plans/new/"),
            *(f"/plans/{plan}/", f"/plans/{plan}/actions/new/", f"/actions/{self.late.reference}/"),
            *(f"/actions/{self.late.reference}/check/", f"/actions/{self.late.reference}/embed/"),
            *(f"/actions/{self.late.reference}/look-again/", f"/actions/{open_one}/note/", f"/actions/{open_one}/date/"),
            *(f"/actions/{open_one}/why/", f"/actions/{open_one}/co-owners/", "/actions/figures/"),
            *("/actions/?as_at-day=1&as_at-month=9&as_at-year=2026", "/actions/?as_at-day=1&as_at-month=9&as_at-year=2036"),
            *(f"/plans/{plan}/?as_at-day=1&as_at-month=9&as_at-year=2026", "/exceptions/?committee=Scrutiny&agenda_item=7"),
            *(f"/actions/{open_one}/rating/", "/budget/", "/budget/2026-27/line/", "/budget/2025-26/"),
            "/budget/2026-27/line/?side=income&heading=Council",
        ):
            self.given_i_am_on(path)
            self.then_the_page_is_sound()

    def then_errors_are_sound_too(self) -> None:
        self.given_i_am_on(f"/plans/{self.late.plan.reference}/actions/new/")
        self.when_i_press("Add the action")
        self.then_the_error_is("Select which agency leads")
        self.then_the_page_is_sound()


class TestOnADesktop(Chasing):
    def test_late_actions_are_chased_reported_and_checked(self) -> None:
        self.given_a_screen_of(*DESKTOP)
        self.given_actions_of_two_agencies()
        self.given_i_am(self.board)
        self.when_i_ask_everybody_who_is_late()
        self.then_one_mail_has_gone_out()
        self.when_the_owner_says_it_is_done()
        self.when_i_check_it()
        self.then_every_page_is_sound()
        self.then_errors_are_sound_too()


class TestOnATelephone(Chasing):
    def test_late_actions_are_chased_reported_and_checked(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.given_actions_of_two_agencies()
        self.given_i_am(self.board)
        self.when_i_ask_everybody_who_is_late()
        self.then_one_mail_has_gone_out()
        self.when_the_owner_says_it_is_done()
        self.when_i_check_it()


def test_the_ticked_owners_are_asked_without_script(page_without_script: Page, site: str) -> None:
    board = factories.make_person("business_team", factories.make_agency("partnership"))
    owner = factories.make_person("agency_lead", factories.make_agency("police"))
    late = make_action(due_on=clock.today() - dt.timedelta(days=3), owner=owner)
    cookie = factories.sign_in(Client(), board).cookies[settings.SESSION_COOKIE_NAME].value
    page_without_script.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
    page_without_script.goto(f"{site}/actions/?late=on")
    page_without_script.get_by_label(f"Ask the owner of {late.reference}").check()
    page_without_script.get_by_role("button", name="Ask the ticked owners by email").click()
    expect(page_without_script.get_by_text("1 owner has been asked by email how an action stands.")).to_be_visible()
