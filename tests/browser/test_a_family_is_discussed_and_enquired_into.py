"""A team accepts a child; agencies discuss, two write at once; the enquiry ends with a conference that is needed."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from protection.models import Conference, OtherText, Section47, StrategyDiscussion
from protection.services.minuting import minute_discussion
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class DiscussingAndEnquiring(JourneyTest):
    """What the people of a social work team and of an agency do on the way."""

    def given_a_child_whom_the_team_has_accepted(self) -> None:
        self.service = build.make()
        self.discussion = build.called(self.service)
        self.at = f"/child-protection/discussions/{self.discussion.reference}/"

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_i_follow(self, link: str) -> None:
        """The first one that can be seen, whether it stands in a text or looks like a button."""
        self.page.locator("main a:visible, .govuk-back-link:visible").filter(has_text=link).first.click()

    def when_the_worker_looks_at_the_families(self) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on("/child-protection/?stage=plan")
        self.then_i_see("No family matches these filters")
        self.then_it_is_sound("families-none")
        self.when_i_follow("Clear filters")
        self.then_it_is_sound("families")
        self.when_i_follow(self.discussion.family.reference)
        self.then_i_see("Strategy discussion to be held")
        self.then_it_is_sound("family")
        self.when_i_follow("Hold the strategy discussion")

    def when_the_worker_arranges_it(self) -> None:
        self.then_it_is_sound("discussion-called")
        self.when_i_follow("Say when it is")
        self.when_i_press("Save")
        self.then_the_error_is("Select how people meet")
        self.then_it_is_sound("when-refused")
        for part, value in (("day", "18"), ("month", "11"), ("year", "2026")):
            self.page.locator(f"[name=planned_on-{part}]").fill(value)
        self.when_i_fill("At what time?", "2pm")
        self.page.get_by_label("By video", exact=True).check()
        self.page.get_by_label("I take part for children’s social care").check()
        self.when_i_press("Save")
        self.then_i_see("The discussion has been arranged")
        for person in (self.service.police, self.service.health):
            self.when_i_follow("Invite agencies")
            self.then_it_is_sound("agency")
            self.page.get_by_label("Agency").select_option(build.agency_of(person))
            self.when_i_press("Continue")
            self.then_it_is_sound("invite")
            self.page.get_by_label("Who?").select_option(person.reference)
            self.when_i_press("Invite")
            self.then_i_see("They have been invited")

    def when_two_write_the_record_at_once(self) -> None:
        self.when_i_follow("Write the record")
        self.then_it_is_sound("record")
        seat = self.discussion.seats.get(person=self.service.health)
        for one in self.discussion.seats.all():
            self.page.locator(f"[name=attendance_{one.pk}]").select_option("remote")
        self.page.locator("[name=summary]").fill("Two bruises, seen at school.")
        mine = build.text("The child has lost weight since May.")
        minute_discussion(by=self.service.health, reference=self.discussion.reference, texts={f"seats-{seat.pk}": mine})
        self.page.locator(f"[name=seats-{seat.pk}]").fill("Health knows the family well.")
        self.when_i_press("Save")
        self.then_i_see("Somebody else changed a text while you wrote in it")
        self.then_i_see("Health knows the family well.")
        self.then_it_is_sound("record-twice")
        self.when_i_follow("Say how it reads")
        self.then_it_is_sound("settle")
        self.when_i_fill("How does it read?", "Health knows the family. The child has lost weight since May.")
        self.when_i_press("Save")
        self.then_i_see("The text has been settled")
        expect(self.page.get_by_text("Two people wrote at once:")).to_have_count(0)
        self.when_i_follow("Add an action")
        self.then_it_is_sound("action")
        self.when_i_fill("What is to be done?", "Visit today")
        self.when_i_fill("Who does it?", "Wyn Worker")
        for part, value in (("day", "18"), ("month", "11"), ("year", "2026")):
            self.page.locator(f"[name=due_on-{part}]").fill(value)
        self.when_i_press("Add it")
        self.then_i_see("The action has been added")

    def when_an_agency_writes_what_it_knows(self) -> None:
        self.given_i_am(self.service.health)
        self.given_i_am_on("/child-protection/")
        self.then_it_is_sound("invitations")
        self.when_i_follow(self.discussion.reference)
        self.then_it_is_sound("discussion-of-health")
        self.when_i_follow("Write what your agency tells")
        self.then_it_is_sound("record-of-health")
        self.page.locator("textarea").fill("Weight fell in May. Two missed appointments.")
        self.when_i_press("Save")
        self.then_i_see("The record has been saved")

    def when_the_manager_decides(self) -> None:
        self.given_i_am(self.service.manager)
        self.given_i_am_on(f"{self.at}hold/")
        self.when_i_press("Record it as held")
        self.then_the_error_is("Enter how the children are kept safe now")
        self.then_it_is_sound("hold-refused")
        self.when_i_fill("Is significant harm suspected, and why?", "Yes: bruises that nobody explains.")
        self.when_i_fill("How are the children kept safe now?", "With the grandmother.")
        self.page.get_by_label("Section 47 enquiry jointly with the police").check()
        self.page.locator("[name^=outcome_reason_]").fill("Bruises on both arms.")
        self.when_i_press("Record it as held")
        self.then_i_see("The discussion has been recorded as held")
        self.then_it_is_sound("discussion-held")
        self.when_i_follow("Share the record")
        self.then_it_is_sound("share")
        self.when_i_press("Share it")
        self.then_i_see("The record has been shared")
        self.given_i_am_on(f"{self.at}print/")
        self.then_it_is_sound("print")

    def when_the_worker_enquires(self) -> None:
        enquiry = Section47.objects.get()
        self.given_i_am(self.service.worker)
        self.given_i_am_on(self.at)
        self.when_i_follow(f"Section 47 enquiry {enquiry.reference}")
        self.then_it_is_sound("enquiry")
        self.when_i_follow("Ask an agency what it knows")
        self.then_it_is_sound("ask")
        self.page.get_by_label("Which agency do you ask?").select_option(build.agency_of(self.service.school))
        self.when_i_fill("What do you want to know?", "How does he come to school?")
        self.when_i_press("Ask")
        self.then_i_see("The agency has been asked")
        self.when_i_follow("Write the enquiry")
        self.when_i_fill("What the enquiry found", "Harm by a parent.")
        self.page.get_by_label("Concerns substantiated, continuing risk of significant harm").check()
        self.page.get_by_label("Initial child protection conference").check()
        self.page.get_by_label("Send it to a manager to authorise").check()
        self.when_i_press("Save")
        self.then_the_error_is("Enter when the child was seen alone, or why not.")
        self.then_it_is_sound("write-refused")
        for part, value in (("day", "18"), ("month", "11"), ("year", "2026")):
            self.page.locator(f"[name=seen_alone_on-{part}]").fill(value)
        self.when_i_press("Save")
        self.then_i_see("The enquiry has been sent to a manager")

    def when_the_manager_authorises(self) -> None:
        enquiry = Section47.objects.get()
        self.given_i_am(self.service.manager)
        self.given_i_am_on(f"/child-protection/enquiries/{enquiry.reference}/")
        self.when_i_follow("Authorise the enquiry or send it back")
        self.then_it_is_sound("authorise")
        self.page.get_by_label("Yes, it is complete").check()
        self.when_i_press("Save")
        self.then_i_see("The enquiry is complete")
        self.then_it_is_sound("enquiry-complete")
        self.when_i_follow("The family")
        self.then_i_see("Initial conference: requested")
        self.then_it_is_sound("family-later")
        self.given_i_am_on(f"/child-protection/families/{enquiry.family.reference}/allocate/")
        self.then_it_is_sound("allocate")
        self.page.get_by_label("Lead social worker").select_option(self.service.worker.reference)
        self.when_i_press("Save")
        self.then_i_see("The lead social worker has been named")
        self.when_i_follow("Call another strategy discussion")
        self.then_it_is_sound("call")


class TestDiscussingAndEnquiring(DiscussingAndEnquiring):
    """From the accepted handover to the conference that is asked for."""

    def test_a_child_is_discussed_enquired_into_and_a_conference_is_needed(self) -> None:
        self.given_a_child_whom_the_team_has_accepted()
        self.when_the_worker_looks_at_the_families()
        self.when_the_worker_arranges_it()
        self.when_two_write_the_record_at_once()
        self.when_an_agency_writes_what_it_knows()
        self.when_the_manager_decides()
        self.when_the_worker_enquires()
        self.when_the_manager_authorises()
        assert StrategyDiscussion.objects.get().state == "shared"
        assert OtherText.objects.get().settled_by == self.service.worker.reference
        assert (Section47.objects.get().state, Conference.objects.get().state) == ("complete", "requested")
