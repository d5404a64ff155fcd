"""A chair looks over the caseload, the panel lists a plan and decides, and a lead sees what the agency owes."""

import os
from pathlib import Path

import pytest

from accounts.models import Person
from foundation import clock
from protection.models import PanelCase, ProtectionPlan
from tests import factories
from tests.browser.pages import JourneyTest
from tests.browser.soundness import check_page
from tests.protection import build

pytestmark = pytest.mark.django_db(transaction=True)

PICTURES = os.environ.get("PROTECTION_PICTURES", "")
"""A folder to keep a picture of each page in, for whoever wants to look."""


class TestLookingOver(JourneyTest):
    """The desks of child protection."""

    def then_it_is_sound(self, name: str) -> None:
        check_page(self.page, pictures=Path(PICTURES) / name if PICTURES else None)

    def given_a_child_on_a_plan(self) -> None:
        self.service = build.make()
        self.plan = build.on_plan(self.service)

    def when_the_chair_looks(self) -> None:
        self.given_i_am(self.service.chair)
        self.given_i_am_on("/chair/")
        self.then_i_see("Plans that I look after")
        self.then_it_is_sound("chair")

    def when_the_panel_decides(self) -> None:
        self.given_i_am_on("/panel/")
        self.then_it_is_sound("panels")
        self.when_i_press("Make the list of")
        self.then_i_see("The list is made")
        self.then_it_is_sound("panel")
        self.when_i_follow("Record the decision")
        self.when_i_press("Save")
        self.then_the_error_is("Enter who presented the plan")
        self.then_it_is_sound("panel-refused")
        self.when_i_fill("Who presented the plan?", "Cho Chair")
        self.when_i_fill("What was discussed?", "Why nothing changes.")
        self.page.get_by_label("On track").check()
        self.when_i_press("Save")
        self.then_i_see("The decision of the panel is recorded")

    def when_the_lead_looks(self, lead: Person) -> None:
        self.given_i_am(lead)
        self.given_i_am_on("/child-protection/my-agency/")
        self.then_i_do_not_see("Hal Health")
        self.then_it_is_sound("agency-to-come")
        self.when_i_follow("Show the past four weeks")
        for _ in range(3):  # the conference was three months ago
            self.when_i_follow("Four weeks earlier")
        self.then_i_see("Hal Health")
        self.then_i_do_not_see(self.plan.child.full_name)
        self.then_it_is_sound("agency")

    def test_a_plan_is_looked_over_by_chair_panel_and_lead(self) -> None:
        self.given_a_child_on_a_plan()
        agency = self.service.health.holdings.get().agency
        lead = factories.make_person("agency_lead", agency, name="Lea Lead")
        ProtectionPlan.objects.update(previous_plans=1)
        with clock.frozen(build.nine_o_clock(build.months_later(self.plan.started_on, 3))):
            self.when_the_lead_looks(lead)
            self.when_the_chair_looks()
            self.when_the_panel_decides()
        assert ProtectionPlan.objects.get().is_open
        assert PanelCase.objects.get().decision == "on_track"
