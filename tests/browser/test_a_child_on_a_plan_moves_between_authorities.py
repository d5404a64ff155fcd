"""A manager takes a child over who moves here on a plan; a worker records that another moves away, and when it was settled."""

import os
from datetime import date
from pathlib import Path

import pytest

from foundation import clock
from protection.models import Transfer
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestMoving(JourneyTest):
    """In for good, and out for a time."""

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def when_the_manager_takes_a_child_over(self) -> None:
        self.given_i_am(self.service.manager)
        self.given_i_am_on("/child-protection/")
        self.when_i_follow("A child on a plan moves here")
        self.when_i_press("Save")
        self.then_the_error_is("Enter which authority the child comes from")
        self.then_it_is_sound("move-in-refused")
        self.when_i_fill("The child’s family name", "Moved")
        self.when_i_fill("First name", "Mo")
        self.when_i_enter_the_date(date(2016, 4, 4), "Date of birth")
        self.when_i_choose("Male", "Sex")
        self.when_i_fill("Which authority does the child come from?", "Southmere")
        self.when_i_enter_the_date(date(2026, 3, 2), "When did its plan start?")
        self.when_i_select("Neglect", "Category of its plan")
        self.when_i_enter_the_date(date(2026, 11, 18), "When were we told?")
        self.when_i_press("Save")
        self.then_i_see("The child’s move is recorded")
        self.then_i_see("conference due by 9 December 2026")
        self.then_it_is_sound("family-moved-in")

    def when_the_worker_says_that_a_child_moves_away(self) -> None:
        self.given_i_am(self.service.worker)
        self.given_i_am_on(f"/child-protection/plans/{self.plan.reference}/")
        self.when_i_follow("The child moves to another authority")
        self.then_it_is_sound("move-out")
        self.when_i_fill("Which authority does the child move to?", "Eastmere")
        self.when_i_enter_the_date(clock.today(), "When was it told?")
        self.page.get_by_label("It is for less than three months").check()
        self.when_i_press("Save")
        self.then_i_see("The child’s move is recorded")
        self.given_i_am_on(f"/child-protection/families/{self.plan.family.reference}/")
        self.when_i_follow("The stay for a time has ended")
        self.then_it_is_sound("move-settle")
        self.when_i_enter_the_date(clock.today(), "On which day?")
        self.when_i_press("Save")
        self.then_i_see("It is recorded when the move was settled")

    def test_one_child_moves_in_and_another_away(self) -> None:
        self.service = build.make()
        self.when_the_manager_takes_a_child_over()
        self.plan = build.on_plan(self.service)
        with clock.frozen(build.nine_o_clock(self.plan.started_on)):
            self.when_the_worker_says_that_a_child_moves_away()
        assert Transfer.objects.get(direction="out").returned_on == self.plan.started_on
