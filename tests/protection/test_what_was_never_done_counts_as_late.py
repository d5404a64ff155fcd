"""A visit, core group or discussion that was never made is late from its day on, in the figures and on the panel's list."""

from datetime import date, timedelta

import pytest

from foundation import clock
from foundation.calendar import FinancialYear
from protection.models import ProtectionPlan
from protection.rules.checking import ChildDecided
from protection.rules.panel import MISSED_VISITS, missed_in_a_row
from protection.selectors.panel import plans_to_list
from protection.services.plan_work import VisitWritten, record_visit
from protection.services.strategy import cancel_discussion
from tests.figures import read_figure
from tests.protection import build

pytestmark = pytest.mark.django_db
YEAR = FinancialYear(2026)


@pytest.fixture
def service() -> build.Service:
    return build.make()


def counted(code: str) -> tuple[int | None, int | None] | None:
    found = read_figure(code, YEAR)
    return None if found is None else (found.numerator, found.denominator)


def test_a_team_that_stops_visiting_does_not_look_punctual(service: build.Service) -> None:
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))):
        seen = VisitWritten(date(2026, 12, 1), "Wyn", seen=True, seen_alone=True)
        record_visit(by=service.worker, reference=plan.reference, visit=seen)
    due = ProtectionPlan.objects.get().visit_due_on
    assert due == date(2026, 12, 15)
    with clock.frozen(build.nine_o_clock(due)):
        assert counted("visits.in_time") == (1, 1), "it can still be made today"
    with clock.frozen(build.nine_o_clock(due + timedelta(days=1))):
        assert counted("visits.in_time") == (1, 2)
        assert counted("core_groups.in_time") == (0, 1)
    with clock.frozen(build.nine_o_clock(date(2027, 1, 5))):
        late = VisitWritten(date(2027, 1, 5), "Wyn", seen=True)
        record_visit(by=service.worker, reference=plan.reference, visit=late)
        assert counted("visits.in_time") == (1, 2), "late, and counted once"


def test_what_was_missed_stays_late_once_the_plan_has_ended(service: build.Service) -> None:
    plan = build.on_plan(service)
    build.review(service, plan, date(2027, 2, 22), ChildDecided("end", "Safe.", end_reason="cin"))
    with clock.frozen(build.nine_o_clock(date(2027, 2, 23))):
        assert counted("visits.in_time") == (0, 1)
        assert counted("core_groups.in_time") == (0, 1)


def test_a_discussion_that_was_never_held_is_late_and_a_cancelled_one_is_none(service: build.Service) -> None:
    discussion = build.called(service)
    assert counted("strategy_discussions.in_time") in (None, (0, 0))
    with clock.frozen(build.nine_o_clock(discussion.due_on + timedelta(days=1))):
        assert counted("strategy_discussions.in_time") == (0, 1)
        cancel_discussion(by=service.manager, reference=discussion.reference, version=discussion.version, reason="In error")
        assert counted("strategy_discussions.in_time") in (None, (0, 0))


@pytest.mark.parametrize(("on", "listed"), [(date(2026, 12, 23), False), (date(2026, 12, 24), True)])
def test_the_panel_sees_two_visits_that_nobody_made(service: build.Service, on: date, listed: bool) -> None:
    """Due on 9 December and, ten working days later, on 23 December."""
    plan = build.on_plan(service)
    codes = dict(plans_to_list(on)).get(plan.pk, [])
    assert (MISSED_VISITS in codes) is listed


def test_attempts_count_where_they_are_more() -> None:
    def days(start: date, end: date) -> int:
        return (end - start).days

    due = date(2026, 12, 9)
    assert missed_in_a_row(None, due, 10, 3, days) == 3
    assert missed_in_a_row(due, due, 10, 0, days) == 0
    assert missed_in_a_row(due, due + timedelta(days=1), 10, 0, days) == 1
    assert missed_in_a_row(due, due + timedelta(days=1), 10, 3, days) == 3
    assert missed_in_a_row(due, due + timedelta(days=21), 10, 1, days) == 3
