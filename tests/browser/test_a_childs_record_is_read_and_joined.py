"""An officer meets a likely re-referral and joins it to the child's record; a manager names people so that a case can move."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from accounts.models import Person
from children.rules.keys import keys_of
from children.selectors.records import details_of
from foundation import clock
from foundation.actors import SystemActor
from referrals.models import Contact, SubmissionPerson, SubmissionRelation
from referrals.services import find_likely, restrict
from tests import factories
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.referrals import cases, mash

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("CASE_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


def called(contact: Contact, given: str, family: str, **fields: object) -> Contact:
    child = contact.child
    told = {
        "given_name": given,
        "family_name": family,
        "birth_date": date(2015, 3, 7),
        "address": "12 Alder Road, Northmere",
        "postcode": "ZZ1 2AB",
    }
    for name, value in (told | fields).items():
        setattr(child, name, value)
    child.keys = keys_of(details_of(child))
    child.save()
    return contact


class TestTheChildsRecord(JourneyTest):
    def given_i_am(self, person: Person) -> None:
        cookie = factories.sign_in(Client(), person).cookies[settings.SESSION_COOKIE_NAME].value
        self.page.context.clear_cookies()
        self.page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])

    def then_the_page_is_sound(self, name: str = "") -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES and name else None)

    def given_a_child_who_was_known_and_comes_again(self) -> None:
        self.hub = mash.make()
        self.episode = cases.assessed(self.hub)
        self.earlier = called(self.episode.contact, "Alexander", "Whitfield", nhs_number="9434765919", known_as="Lex")
        Contact.objects.filter(pk=self.earlier.pk).update(received_at=datetime(2026, 6, 2, 9, tzinfo=clock.LONDON))
        mother = SubmissionPerson.objects.create(
            submission=self.earlier.submission, position=1, kind="household", name="Morgan Whitfield", lives_in_household="yes"
        )
        SubmissionRelation.objects.create(person=mother, child=self.earlier.submitted_child, relationship="Mother")
        called(mash.received(self.hub), "Rosa", "Whitfield", birth_date=date(2018, 9, 1))
        self.arriving = called(mash.screened(self.hub), "Alex", "Whitfeild")
        find_likely(by=SystemActor("test"), submission=self.arriving.submission.reference)

    def test_an_officer_reads_and_joins(self) -> None:
        self.given_a_child_who_was_known_and_comes_again()
        self.given_i_am(self.hub.officer)
        self.given_i_am_on("/")
        self.then_i_see("Amber")
        self.then_the_page_is_sound("my-work")
        self.given_i_am_on("/mash/?repeats=referral")
        self.then_i_see("Likely re-referral")
        self.then_the_page_is_sound("queue")
        self.given_i_am_on(f"/mash/contacts/{self.arriving.reference}/")
        self.then_i_see("Likely re-referral: within 12 months of the contact of 2 June 2026")
        self.then_the_page_is_sound("contact")
        self.when_i_follow("The child’s record")
        self.then_the_heading_is("Alex Whitfeild")
        self.then_the_page_is_sound("child")
        self.when_i_follow("This may be the same child as …")
        self.then_i_see("Alexander Whitfield")
        self.then_the_page_is_sound("join")
        self.when_i_fill("Reference or child’s name", "Whitfield")
        self.when_i_press("Search")
        self.then_i_see("found")
        self.then_the_page_is_sound("found")
        self.given_i_am_on(f"/mash/children/{self.arriving.child.reference}/same/{self.earlier.child.reference}/")
        self.when_i_press("Save the answer")
        self.then_i_see("Select whether it is the same child")
        self.then_the_page_is_sound("compare")
        self.when_i_choose("Yes, it is the same child")
        self.when_i_fill("How do you know?", "The school names the same mother.")
        self.when_i_press("Save the answer")
        self.then_i_see("The school names the same mother.")
        self.then_the_page_is_sound("joined")
        self.when_i_follow("Family and network")
        self.then_i_see("Morgan Whitfield")
        self.then_i_see("Rosa Whitfield")
        self.then_the_page_is_sound("family")
        self.when_i_follow("Chronology")
        self.then_i_see("Contact received")
        self.then_the_page_is_sound("chronology")
        self.when_i_follow("The child")
        self.when_i_follow("Part them again")
        self.then_the_heading_is("Part these records again")
        self.then_the_page_is_sound("part")
        self.given_i_am(self.hub.team_manager)
        self.given_i_am_on(f"/cases/{self.episode.reference}/")
        self.when_i_follow("The child’s record")
        self.then_i_see("Child-in-need episodes and assessments")
        self.then_the_page_is_sound("child-of-the-team")

    def test_a_manager_names_people_of_the_team_to_which_a_case_moves(self) -> None:
        hub = mash.make()
        contact = cases.opened(hub).contact
        west = factories.make_team(hub.team.agency, ["referrals.assessment"], name="Assessment team West")
        factories.make_person("team_manager", team=west, name="Wanda West")
        factories.make_person("social_worker", team=west, name="Will West")
        contact = mash.again(contact)
        restrict(by=hub.manager, reference=contact.reference, version=contact.version, people=[], reason="A colleague is related")
        self.given_i_am(hub.manager)
        self.given_i_am_on(f"/mash/contacts/{contact.reference}/")
        self.when_i_follow("Name people of another team")
        self.then_the_page_is_sound("name-team")
        self.when_i_follow("Assessment team West")
        self.when_i_press("Name them")
        self.then_i_see("Select whom you name")
        self.then_the_page_is_sound("name-people")
        self.when_i_choose("Wanda West (can accept the case)")
        self.when_i_fill("Why does the case move?", "The family moves.")
        self.when_i_press("Name them")
        self.then_i_see("They see this contact now")
        self.then_the_page_is_sound()
