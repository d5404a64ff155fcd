"""The demonstration shows challenges and risks at every stage and a filled library, and the two sides of its money add up."""

from decimal import Decimal

import pytest

from accounts.models import Person
from board.models import BudgetLine, Challenge, Letter, Policy
from board.presenters.budget import carried_sentence
from board.selectors.arrangements import in_force_on, steps_ahead, versions
from board.selectors.budget import budgets_of
from board.selectors.challenges import count_challenges
from board.selectors.letters import counts_of
from board.selectors.policies import count_policies
from board.selectors.reforms import count_reforms
from board.selectors.risks import closed_risks, late_reviews, register_on
from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.board import write_budget
from portal.demo.library import LibraryMaker
from portal.demo.references import References
from portal.demo.scrutiny import ScrutinyMaker
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    for code, kind in (("police", "police"), ("icb", "health_commissioner"), ("oakfield", "school"), ("elm", "school")):
        make_agency(kind, code=code)
    return make_person("business_team", make_agency("partnership"))


def test_challenges_and_risks_are_at_every_stage(business: Person) -> None:
    ScrutinyMaker(References(7), business, clock.now()).make()
    counts = count_challenges(business)
    assert (Challenge.objects.count(), counts.changed, counts.not_changed, counts.open, counts.escalated) == (8, 3, 1, 3, 1)
    assert (counts.unanswered, counts.late) == (2, 1)
    register = register_on(business, clock.today())
    assert (len(register), len(closed_risks(business))) == (9, 1)
    assert {one.movement for one in register} == {"Up", "Down", "Same", "New"}
    assert late_reviews(business) == 2


def test_the_library_is_not_empty(business: Person) -> None:
    LibraryMaker(References(7), business, clock.now()).make()
    spans = versions(business)
    current = in_force_on(spans, clock.today())
    assert current is not None
    assert (len(spans), current.arrangements.number, len(steps_ahead(business))) == (3, "3.0", 5)
    assert count_policies(business) == {"current": 5, "review_due": 1, "overdue": 1, "withdrawn": 1}
    assert all(policy.versions.exists() for policy in Policy.objects.all())
    assert count_reforms(business) == {"not_begun": 1, "preparing": 1, "under_way": 1, "in_place": 1}
    letters = list(Letter.objects.order_by("sent_on"))
    counts = counts_of(business, letters)
    assert [counts[one.pk].waiting for one in letters] == [0, 2]
    assert [one.closed_on is None for one in letters] == [False, True]


def test_no_year_of_its_money_leaves_a_pound_that_rounding_lost() -> None:
    newest = FinancialYear(2025)
    years = (newest, newest.previous(), newest.previous().previous())
    for year, factor in zip(years, ("1", "0.97", "0.94"), strict=True):
        write_budget(year, Decimal(factor))
    budgets = budgets_of(*years)
    assert [budget.balance for budget in budgets] == [0, 0, 0]
    assert carried_sentence(budgets[0], budgets[1]) == ""
    assert BudgetLine.objects.filter(amount__lte=0).count() == 0
