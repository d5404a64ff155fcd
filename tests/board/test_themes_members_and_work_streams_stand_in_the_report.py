"""Three tables of the report: themes by where they came from, agencies by the groups in which they sit, and work streams."""

from datetime import date

import pytest
from django.db import connection

from board.models import ChallengeTheme, ObjectiveAction, RecommendationTheme
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import TEXT_GROUPS
from tests.board.build import (
    make_action,
    make_challenge,
    make_group,
    make_milestone,
    make_objective,
    make_recommendation,
    make_seat,
    make_theme,
)
from tests.factories import make_agency

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2025)


def rows_of(source: str, year: FinancialYear = YEAR) -> list[tuple[str, ...]]:
    with connection.cursor() as cursor:
        return [row for table in TEXT_GROUPS.get(source).read(year, cursor) for row in table.rows]


def test_each_theme_is_counted_by_where_it_came_from_up_to_the_last_day() -> None:
    fathers, neglect, later = make_theme("Fathers"), make_theme("Neglect"), make_theme("Later")
    for source, theme, made_on in (
        ("review", neglect, date(2024, 6, 1)), ("national", neglect, date(2026, 3, 31)), ("audit", neglect, date(2025, 6, 1)),
        ("inspection", fathers, date(2025, 6, 1)), ("complaint", fathers, date(2025, 6, 1)), ("review", later, date(2026, 4, 1)),
    ):  # fmt: skip
        RecommendationTheme.objects.create(recommendation=make_recommendation(source=source, made_on=made_on), theme=theme)
    ChallengeTheme.objects.create(challenge=make_challenge(raised_on=date(2025, 7, 1)), theme=neglect)
    assert rows_of("board.trends") == [
        ("Neglect", "2", "1", "0", "1", "0", "4"),
        ("Fathers", "0", "0", "1", "0", "1", "2"),
        ("All themes", "2", "1", "1", "1", "1", "6"),
    ]


def test_before_the_first_theme_there_is_no_map() -> None:
    assert rows_of("board.trends") == []


def test_every_agency_with_a_seat_on_the_last_day_is_named_with_its_groups() -> None:
    police, school = make_agency(name="Northmere Police"), make_agency(name="Oakfield School")
    quality, old = make_group("Quality group"), make_group("Old group", to_on=date(2025, 6, 1))
    for group, agency in ((quality, police), (make_group("Executive group"), police), (old, school)):
        make_seat(group, agency=agency)
    make_seat(quality, agency=school, to_on=date(2025, 12, 31))
    make_seat(quality)
    assert rows_of("board.membership") == [("Northmere Police", "Executive group\nQuality group")]


def test_each_work_stream_has_milestones_actions_and_a_lead() -> None:
    following = YEAR.following().label
    one = make_objective(following, text="hear children", agency=make_agency(name="Northmere Police"))
    make_milestone(one, text="Ask 40 children", due_on=date(2026, 9, 1))
    action = make_action(text="Write to schools", due_on=date(2026, 12, 1))
    ObjectiveAction.objects.create(objective=one, action=action)
    assert rows_of("board.work_streams") == []
    plan = one.priority.business_plan
    plan.state, plan.agreed_on, plan.agreed_at, plan.agreed_by = "agreed", date(2026, 3, 2), clock.now(), "P-1"
    plan.save()
    (row,) = rows_of("board.work_streams")
    assert row[1:] == (
        "Ask 40 children (by 1 September 2026)", f"{action.number} Write to schools", "Northmere Police",
    )  # fmt: skip
    assert row[0].startswith("1. ")
    assert rows_of("board.work_streams", YEAR.following()) == []
