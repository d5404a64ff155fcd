"""The office sends a sealed link and tells the code; a nursery worker opens it and reports, and it is closed afterwards."""

import os
from pathlib import Path

import pytest

from accounts.models import SealedLink
from accounts.secret_links import secret_of
from accounts.selectors.sealed import code_to_tell
from protection.models import AgencyInvitation
from protection.services.invitations import AgencyAsked, invite_agencies
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestSealedLink(JourneyTest):
    """From the invitation to the report, without an account."""

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def given_somebody_is_invited_who_has_no_account(self) -> None:
        self.service = build.make()
        self.conference = build.booked(self.service, build.initial(self.service))
        invite_agencies(
            by=self.service.worker,
            reference=self.conference.reference,
            version=self.conference.version,
            invited=[AgencyAsked(build.agency_of(self.service.school), name="Nan Nursery", role="Key worker")],
        )

    def when_the_office_sends_a_link(self) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(f"/child-protection/conferences/{self.conference.reference}/")
        self.when_i_follow("Let in without an account")
        self.then_it_is_sound("seal")
        self.when_i_fill("Their email address at work", "nan@gmail.com")
        self.when_i_press("Send the link")
        self.then_the_error_is("Enter their work email address")
        self.when_i_fill("Their email address at work", "nan@nursery.example")
        self.when_i_press("Send the link")
        self.then_i_see("Ring them and tell them the code below.")
        self.link = SealedLink.objects.get()
        self.then_i_see(code_to_tell(self.link))
        self.then_it_is_sound("sealed")
        self.address = f"/sealed/{secret_of(self.link.reference, self.link.made_at.isoformat())}/"

    def when_she_opens_it(self) -> None:
        self.page.context.clear_cookies()
        self.given_i_am_on(self.address)
        self.then_it_is_sound("sealed-code")
        self.when_i_fill("Code", "1")
        self.when_i_press("Open")
        self.then_it_is_sound("sealed-code-refused")
        self.when_i_fill("Code", code_to_tell(self.link))
        self.when_i_press("Open")
        self.then_the_heading_is(self.conference.children.get().child.full_name)
        self.then_it_is_sound("sealed-page")

    def when_she_reports(self) -> None:
        self.when_i_press("Send report")
        self.then_the_error_is("Select what you recommend")
        self.then_it_is_sound("sealed-page-refused")
        self.when_i_choose("Report: we recommend a plan")
        self.when_i_fill("What you know", "He is hungry on Mondays.")
        self.when_i_press("Send report")
        self.then_i_see("Your report has arrived. Thank you.")
        self.then_it_is_sound("sealed-page-reported")

    @pytest.mark.parametrize("width", [390, 1280])
    def test_a_nursery_worker_reports_without_an_account(self, width: int) -> None:
        self.given_a_screen_of(width)
        self.given_somebody_is_invited_who_has_no_account()
        self.when_the_office_sends_a_link()
        self.when_she_opens_it()
        self.when_she_reports()
        assert AgencyInvitation.objects.get(name="Nan Nursery").report == "on_time"
        self.when_i_press("Leave this page")
        self.given_i_am_on(self.address)
        self.then_i_see("This link no longer opens")
        self.then_it_is_sound("sealed-closed")
