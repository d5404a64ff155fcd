"""The demonstration's business plans: the year before is closed, this year is agreed and under way, and two objectives go on."""

from datetime import UTC, date, datetime
from random import Random

import pytest

from board.models import BusinessPlan, Objective, ObjectivePosition, PlanPriority
from board.selectors.business_plan import little_progress, missing_positions, undecided_in, year_plan
from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.business_plan import BusinessPlanMaker
from portal.demo.partnership import PartnershipMaker
from portal.demo.references import References
from tests.board.build import make_action, make_group, make_plan

pytestmark = pytest.mark.django_db
LAST = FinancialYear(2025)


def test_last_year_is_closed_and_this_year_is_agreed() -> None:
    references = References(7)
    made = PartnershipMaker(Random(7), references, datetime(2024, 4, 1, tzinfo=UTC)).make()  # noqa: S311  # a demonstration
    for name in ("Executive group", "Quality improvement group", "Learning and development group"):
        make_group(name)
    make_group("Safeguarding practice review group")
    plan = make_plan(source="business_plan", opened_on=date(2026, 4, 2))
    for _place in range(18):
        make_action(due_on=date(2027, 1, 29), plan=plan)
    BusinessPlanMaker(7, references, made, clock.now()).make(LAST)
    last, this = BusinessPlan.objects.order_by("year")
    assert (last.state, this.state, this.action_plan) == ("closed", "agreed", plan)
    assert PlanPriority.objects.filter(business_plan=this).count() == 5
    wholes = {plan.year: year_plan(plan) for plan in (last, this)}
    assert {year: len(whole.standings) for year, whole in wholes.items()} == {last.year: 10, this.year: 12}
    assert [one.priority.business_plan for one in Objective.objects.filter(earlier__isnull=False)] == [this, this]
    assert all(len(one.positions) == 4 for one in wholes[last.year].standings)
    assert undecided_in(wholes[last.year]) == ()
    assert len(little_progress(wholes[this.year])) == 1
    assert missing_positions([this]) == {this.pk: ("Q2: 3.2",)}
    assert set(ObjectivePosition.objects.values_list("progress", flat=True)) == {"good", "some", "little"}
