"""Blue, green, amber, red: the rule, and that the list rates by the same one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.models import Action
from board.rules import due_dates, due_of_class, rating
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
    assert rating(state="in_progress", due=dates, has_recovery_plan=plan, overruled="", today=today) == expected


def test_a_done_action_is_green_an_embedded_one_blue_and_a_withdrawn_one_has_no_rating() -> None:
    dates = due_dates(DUE, ENGLAND)
    late = DUE + timedelta(days=400)
    states = ("done", "embedded", "withdrawn")
    found = [rating(state=state, due=dates, has_recovery_plan=False, overruled="red", today=late) for state in states]
    assert found == ["green", "blue", ""]


def test_deadlines_of_an_inspection_count_from_publication() -> None:
    """Published 28 June 2012: immediate is that day, three months 28 September, six months 28 December."""
    published = date(2012, 6, 28)
    found = [due_of_class(name, published) for name in ("immediate", "three_months", "six_months")]
    assert found == [published, date(2012, 9, 28), date(2012, 12, 28)]


@pytest.mark.django_db
def test_the_list_rates_as_the_rule_does() -> None:
    """One property over many actions: SQL and Python agree."""
    today = clock.today()
    plan = make_plan()
    number = 0
    for days in (-60, -29, -28, -27, -1, 0, 1, 27, 28, 29, 60):
        for state in ("planned", "in_progress", "reported_done", "withdrawn"):
            for recovery, overruled in (("", ""), ("Extra staff", ""), ("", "amber")):
                number += 1
                make_action(
                    plan=plan,
                    number=str(number),
                    due_on=today + timedelta(days=days),
                    state=state,
                    recovery_plan=recovery,
                    overruled_rating=overruled,
                    overruled_reason="Agreed in the group" if overruled else "",
                )
    for action in with_rating(Action.objects.filter(plan=plan), today):
        dates = due_dates(action.due_on, ENGLAND)
        assert action.rating == rating(
            state=action.state,
            due=dates,
            has_recovery_plan=bool(action.recovery_plan),
            overruled=action.overruled_rating,
            today=today,
        )


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_amber_begins_before_the_date_and_red_after_it(due: date) -> None:
    dates = due_dates(due, ENGLAND)
    assert dates.amber_from < dates.due_on < dates.red_from
    assert ENGLAND.working_days_between(dates.amber_from, due) in {19, 20}
