"""An executive who holds a seat of a statutory partner reads an edition, returns it, and approves the next one."""

import pytest

from accounts.models import RoleHolding
from reporting.services.demo import load_demo_inputs
from tests.browser.pages import JourneyTest
from tests.factories import make_person
from tests.reporting.build import answer_everything, make_edition
from tests.reporting.conftest import SYSTEM
from tests.reporting.published import EVERYTHING, publishing

pytestmark = pytest.mark.django_db(transaction=True)


class TestSigning(JourneyTest):
    def given_a_seat(self) -> None:
        person = make_person("executive")
        RoleHolding.objects.filter(person=person).update(seat="police")
        self.given_i_am_signed_in_as(person)

    def test_returned_and_approved(self) -> None:
        with publishing(*EVERYTHING):
            load_demo_inputs(by=SYSTEM)
            answer_everything()
            edition = make_edition()
        self.given_a_seat()
        self.given_i_am_on(f"/yearly-report/editions/{edition.reference}/")
        self.then_i_see("0 of 3 statutory partners have approved it.")
        self.then_the_page_is_sound()
        self.when_i_press("Approve or return")
        self.then_the_heading_is("Approve or return")
        self.then_i_see("You decide for: Police.")
        self.then_the_page_is_sound()
        self.when_i_press("Record the decision")
        self.then_the_error_is("Select whether you approve this edition or return it")
        self.when_i_choose("Return it for changes")
        self.when_i_press("Record the decision")
        self.then_the_error_is("Enter what has to change")
        self.then_the_page_is_sound()
        self.when_i_fill("Comment", "The foreword names last year.")
        self.when_i_press("Record the decision")
        self.then_i_see("Your decision has been recorded.")
        self.then_i_see("The foreword names last year.")
        self.then_the_page_is_sound()
        self.when_i_press("Approve or return")
        self.when_i_choose("Approve this edition as it is")
        self.when_i_press("Record the decision")
        self.then_i_see("1 of 3 statutory partners have approved it.")
