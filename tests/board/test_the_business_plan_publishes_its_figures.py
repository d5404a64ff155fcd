"""What the business plan publishes: objectives by how they stand, milestones on time, and what was said and done in words."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from board.models import Objective, ObjectiveAction
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import text_groups
from reporting.report.document import make_report
from reporting.selectors.templates import template_for
from reporting.services.compiling import _content
from reporting.services.progress import ProgressLine
from tests.board.build import make_action, make_milestone, make_objective, make_position
from tests.factories import make_agency
from tests.figures import read_figure

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)
LABEL = "2025-26"


def words_of(year: FinancialYear) -> dict[str, tuple[tuple[str, ...], ...]]:
    group = next(one for one in text_groups() if one.app == "board.business_plan")
    with connection.cursor() as cursor:
        return {one.code: one.rows for one in group.read(year, cursor)}


def value_of(code: str) -> Any:
    found = read_figure(f"business_plan.{code}", YEAR)
    assert found is not None
    return found


@pytest.fixture
def plan() -> None:
    """Three objectives: one met, one with little progress that goes on from the year before, one of which nothing is written."""
    met = make_objective(LABEL, text="hear children")
    make_position(met, 1, rating="green", done="Asked 40 children")
    make_position(met, 4, rating="blue", proposed="blue", outcome="met", done="Asked 40 children\nTold them what changed")
    before = make_objective("2024-25", text="train managers")
    little = make_objective(LABEL, text="train managers", earlier=before, agency=make_agency(name="Northmere Police"))
    make_position(little, 1, rating="amber", proposed="amber", progress="some")
    make_position(little, 1, edition=2, reason="Wrong", rating="red", proposed="red", progress="little", text="Nobody was free.")
    make_objective(LABEL)
    make_milestone(met, due_on=date(2025, 9, 1), met_on=date(2025, 9, 1))
    make_milestone(met, due_on=date(2025, 9, 1), met_on=date(2025, 9, 2))
    make_milestone(little, due_on=date(2026, 3, 31))
    make_milestone(little, due_on=date(2024, 3, 31))


def test_objectives_stand_by_their_newest_position(plan: None) -> None:
    found = value_of("objectives")
    assert found.value == 3
    assert found.by["outcome"] == {"Met": 1, "Partly met": 0, "Not met": 0, "Not judged yet": 2}
    assert found.by["progress"] == {
        "Good progress": 1, "Some progress": 0, "Little or no progress": 1, "Not written yet": 1,
    }  # fmt: skip
    assert found.by["rating"] == {"Red": 1, "Amber": 0, "Green": 0, "Blue": 1, "Not written yet": 1}
    assert value_of("little_progress").value == 1
    assert value_of("carried_over").value == 1


def test_quarters_say_what_was_on_track_and_what_was_written(plan: None) -> None:
    track, written = value_of("on_track"), value_of("positions_returned")
    assert (track.numerator, track.denominator) == (2, 3)
    assert track.by["quarter"] == {"Q1 2025-26": (1, 2), "Q4 2025-26": (1, 1)}
    assert written.by["quarter"] == {"Q1 2025-26": (2, 3), "Q4 2025-26": (1, 3)}


def test_milestones_of_the_year_count_by_their_day(plan: None) -> None:
    found = value_of("milestones_on_time")
    assert (found.numerator, found.denominator) == (1, 3)


def test_a_year_without_a_plan_gives_nothing() -> None:
    assert read_figure("business_plan.objectives", YEAR) is None
    assert words_of(YEAR) == {}


def test_a_source_asks_two_questions(plan: None, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(2):
        read_figure("business_plan.objectives", YEAR)


def test_what_was_said_and_done_is_a_table_of_words(plan: None) -> None:
    found = words_of(YEAR)
    said = found["business_plan.said_and_done"]
    assert said[0] == ("1.1", "hear children", "Asked 40 children\nTold them what changed", "Met")
    assert said[1] == ("1.2", "train managers", "", "Not judged yet")
    assert found["business_plan.little_progress_named"] == (("1.2", "train managers", "Northmere Police", "Nobody was free."),)
    assert "business_plan.coming" not in found


def test_the_plan_of_the_coming_year_has_its_milestones_and_actions() -> None:
    objective = make_objective("2026-27", text="act early")
    agree(objective)
    make_milestone(objective, text="A tool is chosen", due_on=date(2026, 9, 1))
    action = make_action(due_on=date(2026, 12, 1), number="7", agency=make_agency(name="Northmere Police"))
    ObjectiveAction.objects.create(objective=objective, action=action)
    ObjectiveAction.objects.create(objective=objective, action=make_action(due_on=date(2026, 12, 1), state="withdrawn"))
    assert words_of(YEAR) == {
        "business_plan.coming": (
            ("1.1", "act early", "A tool is chosen (by 1 September 2026)", f"7 {action.text} (Northmere Police)"),
        )
    }


def agree(objective: Objective, **more: Any) -> None:
    plan = objective.priority.business_plan
    by = {"agreed_on": date(2026, 3, 2), "agreed_at": clock.now(), "agreed_by": "P-1"}
    for name, value in {"state": "agreed", **by, **more}.items():
        setattr(plan, name, value)
    plan.save()


def test_a_draft_of_the_coming_plan_is_not_printed() -> None:
    objective = make_objective("2026-27", text="act early")
    plan = objective.priority.business_plan
    assert (plan.state, words_of(YEAR)) == ("draft", {})
    agree(objective)
    assert "business_plan.coming" in words_of(YEAR)
    agree(objective, state="closed", closed_at=clock.now(), closed_by="P-1")
    assert "business_plan.coming" in words_of(YEAR)


def test_the_yearly_report_prints_them(plan: None) -> None:
    class Silent(ProgressLine):
        def __init__(self) -> None:
            pass

        def note(self, *_given: object) -> None:
            pass

    content, _figures = _content(YEAR, template_for(YEAR), Silent())
    html = make_report(content, progress=lambda _done, _total: None).html
    assert "Areas with little or no progress" in html
    assert "<li>Asked 40 children</li>" in html
    assert "Nobody was free." in html
