"""Blue, green, amber, red: the rule, and that the list rates by the same one."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from board.figures.actions import stood_on
from board.models import Action, Plan
from board.rules import due_dates, due_of_class, is_late, rating
from board.selectors.actions import with_rating
from foundation import clock
from foundation.calendar import ENGLAND
from tests.board.build import make_action, make_plan

DUE = date(2026, 11, 18)


@pytest.mark.parametrize(
    ("today", "plan", "expected"),
    [
        (date(2026, 10, 20), False, "green"),
        (date(2026, 10, 21), False, "amber"),
        (date(2026, 11, 18), False, "amber"),
        (date(2026, 11, 19), False, "red"),
        (date(2026, 11, 19), True, "amber"),
        (date(2026, 12, 16), True, "amber"),
        (date(2026, 12, 17), True, "red"),
    ],
)
def test_rating_turns_twenty_working_days_before_and_after_the_date(today: date, plan: bool, expected: str) -> None:
    dates = due_dates(DUE, ENGLAND)
    assert (
        rating(state="in_progress", due=dates, has_recovery_plan=plan, overruled="", overruled_until=None, today=today)
        == expected
    )


def test_a_done_action_is_green_an_embedded_one_blue_and_a_withdrawn_one_has_no_rating() -> None:
    dates = due_dates(DUE, ENGLAND)
    late = DUE + timedelta(days=400)
    states = ("done", "embedded", "withdrawn")
    found = [
        rating(state=state, due=dates, has_recovery_plan=False, overruled="red", overruled_until=None, today=late)
        for state in states
    ]
    assert found == ["green", "blue", ""]


@pytest.mark.parametrize(
    ("today", "until", "expected"),
    [
        (date(2026, 11, 18), None, "green"),
        (date(2026, 11, 19), None, "red"),
        (date(2026, 11, 10), date(2026, 11, 10), "green"),
        (date(2026, 11, 11), date(2026, 11, 10), "amber"),
        (date(2026, 11, 19), date(2027, 3, 31), "red"),
    ],
)
def test_an_overruled_rating_ends_on_its_day_and_with_the_date_of_the_action(
    today: date, until: date | None, expected: str
) -> None:
    given = {"state": "in_progress", "due": due_dates(DUE, ENGLAND), "has_recovery_plan": False}
    assert rating(**given, overruled="green", overruled_until=until, today=today) == expected


def test_deadlines_of_an_inspection_count_from_publication() -> None:
    """Published 28 June 2012: immediate is that day, three months 28 September, six months 28 December."""
    published = date(2012, 6, 28)
    found = [due_of_class(name, published) for name in ("immediate", "three_months", "six_months")]
    assert found == [published, date(2012, 9, 28), date(2012, 12, 28)]


STANDS = st.fixed_dictionaries(
    {
        "state": st.sampled_from(Action.State.values),
        "days": st.sampled_from((-60, -29, -28, -27, -1, 0, 1, 27, 28, 29, 60)),
        "recovery_plan": st.sampled_from(("", "Extra staff")),
        "overruled_rating": st.sampled_from(("", "green", "amber", "red")),
        "until": st.sampled_from((None, -1, 0, 1, 90)),
    }
)


@pytest.mark.django_db
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None)
@given(st.lists(STANDS, min_size=20, max_size=60))
def test_list_and_figures_rate_as_the_rule_does(stands: list[dict[str, Any]]) -> None:
    """However the actions stand: the rule in Python, the list and the figures of the day agree, and so do the late ones."""
    today = clock.today()
    with transaction.atomic():
        plan = make_plan()
        for number, stand in enumerate(stands):
            _made(plan, number, dict(stand))
        rated, late = Counter[str](), 0
        for action in with_rating(Action.objects.filter(plan=plan), today):
            expected = rating(
                state=action.state,
                due=due_dates(action.due_on, ENGLAND),
                has_recovery_plan=bool(action.recovery_plan),
                overruled=action.overruled_rating,
                overruled_until=action.overruled_until,
                today=today,
            )
            assert action.rating == expected
            assert action.is_late == is_late(state=action.state, due_on=action.due_on, today=today)
            if expected:
                rated[expected.capitalize()] += 1
                late += action.is_late
        with connection.cursor() as cursor:
            rows = stood_on(today, today, cursor)
        assert Counter(row[2] for row in rows for _ in range(row[6])) == rated
        assert sum(row[6] for row in rows if row[5]) == late
        transaction.set_rollback(True)


def _made(plan: Plan, number: int, stand: dict[str, Any]) -> None:
    due_on = clock.today() + timedelta(days=stand.pop("days"))
    until = stand.pop("until")
    if stand["overruled_rating"]:
        stand["overruled_reason"] = "Agreed in the group"
        stand["overruled_until"] = clock.today() + timedelta(days=until) if until is not None else None
    if stand["state"] in {"done", "embedded"}:
        stand |= {"done_at": clock.now(), "done_by": "x"}
    make_action(plan=plan, number=str(number), due_on=due_on, **stand)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_amber_begins_before_the_date_and_red_after_it(due: date) -> None:
    dates = due_dates(due, ENGLAND)
    assert dates.amber_from < dates.due_on < dates.red_from
    assert ENGLAND.working_days_between(dates.amber_from, due) in {19, 20}
