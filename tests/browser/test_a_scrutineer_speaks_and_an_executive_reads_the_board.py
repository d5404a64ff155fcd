"""A scrutineer gives a note and a statement to the yearly report; an executive reads the board's figures and the year's money."""

import datetime as dt
import os
from pathlib import Path

import pytest

from board.models import BudgetLine
from foundation import clock
from tests.board.build import (
    held_with,
    make_action,
    make_challenge,
    make_group,
    make_note,
    make_plan,
    make_recommendation,
    make_risk,
    make_seat,
)
from tests.browser.pages import JourneyTest
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)
WIDE, PHONE = 1280, 375


class TestTheBoard(JourneyTest):
    def test_a_scrutineer_gives_a_note_and_a_statement_to_the_report(self) -> None:
        scrutineer = make_person("scrutineer", make_agency("partnership"))
        note = make_note(scrutineer, shared_at=clock.now(), title="A morning at the front door")
        self.given_i_am(scrutineer)
        self.given_a_screen_of(WIDE)
        self.given_i_am_on(f"/scrutiny/{note.reference}/")
        self.when_i_follow("Give it to the yearly report")
        self.then_the_page_is_sound()
        self.when_i_fill("What may the yearly report say of it?", "Officers ring the referrer before they decide.")
        self.when_i_press("Save")
        self.then_i_see("It has been saved for the report.")
        self.then_the_page_is_sound()
        self.given_i_am_on("/scrutiny/")
        self.then_the_page_is_sound()
        self.given_a_screen_of(PHONE)
        self.when_i_follow("Statement on 2026-27")
        self.when_i_press("Save the statement")
        self.then_the_error_is("Enter what you say of the year")
        self.then_the_page_is_sound()
        self.when_i_fill("What do you say of the year?", "The arrangements worked. What worries me is time.")
        self.when_i_choose("Yes", "Does it stand in the yearly report?")
        self.when_i_press("Save the statement")
        self.then_i_see("in the yearly report")
        self.then_the_page_is_sound()

    def test_an_executive_reads_the_board_and_its_money(self) -> None:
        self._a_year()
        self.given_i_am(make_person("executive", make_agency()))
        for width in (WIDE, PHONE):
            self.given_a_screen_of(width)
            self.given_i_am_on("/figures/board/?period=2025-26")
            self.then_the_heading_is("Figures: Board")
            self.then_the_page_is_sound()
            self._keep(f"board-{width}")
            self.given_i_am_on("/figures/board/recommendations.all/?period=2025-26")
            self.then_i_see("By where it stands")
            self.then_the_page_is_sound()
            self.given_i_am_on("/budget/2025-26/")
            self.then_i_see("Staff: sub-total")
            self.then_i_see("others have made up £3,000 for it (Council £3,000)")
            self.then_the_page_is_sound()
            self._keep(f"budget-{width}")

    def _keep(self, name: str) -> None:
        """A picture for whoever asks for one."""
        if folder := os.environ.get("BOARD_PICTURES"):
            self.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    def _a_year(self) -> None:
        police, june = make_agency("police", name="Northmere Police"), dt.date(2025, 6, 2)
        plan = make_plan(opened_on=june)
        for due_on in (dt.date(2026, 3, 2), dt.date(2026, 4, 7), dt.date(2026, 9, 1)):
            make_action(plan=plan, agency=police, due_on=due_on)
        for source in ("review", "audit", "audit"):
            make_recommendation(agency=police, made_on=june, added_on=june, source=source)
        make_challenge(raised_on=june, about=police)
        make_risk((june, 4, 4))
        group = make_group("Executive group", quorum=1)
        held_with(group, dt.date(2025, 9, 1), {make_seat(group, agency=police): "attended"})
        for year, less in (("2024-25", 900), ("2025-26", 0)):
            for place, (side, heading, pounds, more) in enumerate(
                (
                    ("income", "Council", 288_201 - less, {"pledged": 285_201 - less, "made_up": 3_000}),
                    ("income", "Police", 5_000, {"pledged": 8_000, "in_kind": 9_600, "in_kind_words": "An analyst"}),
                    ("expenditure", "Staff and related costs", 241_364 - less, {"heading_group": "Staff"}),
                    ("expenditure", "Agency costs", 51_837, {"heading_group": "Staff"}),
                ),
                start=1,
            ):
                BudgetLine.objects.create(year=year, side=side, position=place, heading=heading, amount=pounds, **more)
