"""A board manager sets who is chased, reads the exceptions, and lets an owner in who has no account and writes how it stands."""

import datetime as dt
import os
import re
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from accounts.models import SealedLink
from accounts.secret_links import secret_of
from accounts.selectors.sealed import code_to_tell
from board.models import ChaseRule
from board.services.progress import write_update
from foundation import clock
from tests import factories
from tests.board.build import make_action, make_plan
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page

pytestmark = pytest.mark.django_db(transaction=True)

DESKTOP, PHONE = (1280, 900), (390, 800)
PICTURES = os.environ.get("BOARD_PICTURES", "")
"""A folder to keep pictures of the pages in, for whoever wants to look."""
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


class Chasing(JourneyTest):
    """What the business team and an owner do on the way."""

    def then_the_page_is_sound_and_kept(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def given_actions_that_do_not_go_as_agreed(self) -> None:
        cache.clear()
        ChaseRule.objects.all().delete()
        self.board = factories.make_person("business_team", factories.make_agency("partnership"), name="Bo Business")
        police = factories.make_agency("police", name="Northmere Police")
        school = factories.make_agency("school", name="Hill School")
        plan = make_plan(title="Inspection of the front door", opened_on=clock.today() - dt.timedelta(days=250))
        owner = factories.make_person("practitioner", police, name="Olu Owner")
        late = make_action(plan=plan, due_on=clock.today() - dt.timedelta(days=16), owner=owner, number="1.1")
        well = make_action(plan=plan, due_on=clock.today() + dt.timedelta(days=90), owner=owner, number="1.2")
        self.post = make_action(
            plan=plan, due_on=clock.today() + dt.timedelta(days=12), agency=school, owner_post="Head of Hill School", number="2.1"
        )
        for action, text in ((late, "Two of three sites have begun."), (well, "All sites have begun.")):
            write_update(by=self.board, reference=action.reference, version=1, text=text)
        self.given_i_am_signed_in_as(self.board)

    def when_i_set_who_is_chased(self) -> None:
        self.given_i_am_on("/actions/")
        self.when_i_follow("Who is chased, and when")
        self.then_i_see("Nobody is chased")
        self.when_i_press("Add a line about actions")
        self.when_i_choose("Before", "Before or after it is due?")
        self.when_i_fill("How many days?", "0")
        self.when_i_choose("The owner, or whoever answers", "Who is asked?")
        self.when_i_press("Save the line")
        self.then_the_error_is("Enter 1 day or more before, or select “On the day, or after”")
        self.then_the_page_is_sound_and_kept("chasing-line")
        self.when_i_fill("How many days?", "14")
        self.when_i_press("Save the line")
        self.then_i_see("14 days before it is due")
        self.when_i_press("Add a line about actions")
        self.when_i_choose("On the day, or after", "Before or after it is due?")
        self.when_i_fill("How many days?", "14")
        self.when_i_choose("The agency’s safeguarding lead", "Who is asked?")
        self.when_i_fill("After how many days again?", "14")
        self.when_i_press("Save the line")
        self.then_i_see("Then every 14 days")
        self.then_the_page_is_sound_and_kept("chasing")

    def when_i_read_the_exceptions(self) -> None:
        self.given_i_am_on("/actions/")
        self.when_i_follow("Exceptions report")
        self.then_i_see("Late by 16 days")
        self.then_i_see("Two of three sites have begun.")
        self.then_i_see("Head of Hill School")
        self.then_i_do_not_see("1.2 Check that")
        self.then_the_page_is_sound_and_kept("exceptions")
        self.when_i_press("Make a PDF")
        self.then_i_see("Your copy is being made.")
        self.then_the_page_is_sound()

    def when_i_let_an_owner_in(self) -> None:
        self.given_i_am_on(f"/actions/{self.post.reference}/")
        self.when_i_follow("Let the owner in without an account")
        self.then_the_page_is_sound()
        self.when_i_press("Send the link")
        self.then_the_error_is("Enter their email address at work")
        self.when_i_fill("Who owns the action?", "Hana Head")
        self.when_i_fill("Their email address at work", "hana.head@school.example")
        self.when_i_press("Send the link")
        self.then_i_see("The link is on its way.")
        self.then_the_page_is_sound_and_kept("seal-action")

    def then_the_owner_writes_how_it_stands(self) -> None:
        link = SealedLink.objects.get()
        self.page.context.clear_cookies()
        self.given_i_am_on(f"/sealed/{secret_of(link.reference, link.made_at.isoformat())}/")
        self.when_i_fill("Code", code_to_tell(link))
        self.page.get_by_role("button", name=re.compile("Open|Continue")).click()
        self.then_the_heading_is("How does the action stand?")
        self.then_the_page_is_sound_and_kept("sealed-action")
        self.when_i_press("Send the note")
        self.then_the_error_is("Enter what has happened")
        self.when_i_fill("What has happened since the last note?", "All staff were told on Monday.")
        self.when_i_attach("Evidence", "minutes.pdf", PDF)
        self.when_i_press("Send the note")
        self.then_i_see("Your note has arrived. Thank you.")
        self.then_i_see("All staff were told on Monday.")
        expect(self.page.get_by_role("button", name="Send the note")).to_have_count(0)
        self.then_the_page_is_sound_and_kept("sealed-action-sent")

    def then_the_action_shows_the_note_and_the_file(self) -> None:
        self.page.context.clear_cookies()
        self.given_i_am_signed_in_as(self.board)
        self.given_i_am_on(f"/actions/{self.post.reference}/")
        self.then_i_see("by Hana Head")
        self.then_i_see("minutes.pdf")
        self.then_the_page_is_sound_and_kept("action")

    def then_it_all_goes_well(self) -> None:
        self.given_actions_that_do_not_go_as_agreed()
        self.when_i_set_who_is_chased()
        self.when_i_read_the_exceptions()
        self.when_i_let_an_owner_in()
        self.then_the_owner_writes_how_it_stands()
        self.then_the_action_shows_the_note_and_the_file()


class TestOnADesktop(Chasing):
    def test_exceptions_are_read_and_an_owner_without_an_account_answers(self) -> None:
        self.given_a_screen_of(*DESKTOP)
        self.then_it_all_goes_well()


class TestOnATelephone(Chasing):
    def test_exceptions_are_read_and_an_owner_without_an_account_answers(self) -> None:
        self.given_a_screen_of(*PHONE)
        self.then_it_all_goes_well()
