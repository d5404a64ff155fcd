"""The scorecard of the demonstration: three sorts of year, comparators with sources, and corrections with their reasons."""

from datetime import timedelta
from random import Random

import pytest

from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear, Quarter, start_of_day
from portal.demo.indicators import EXPLAINED, OPEN, IndicatorMaker
from portal.demo.partnership import DemoPartnership, PartnershipMaker
from portal.demo.references import References
from reporting.models import Comparator, CountedValue, EarlierComparator, Indicator, ReturnedValue
from reporting.rules.periods import before
from reporting.selectors.comparators import neighbours_at
from reporting.selectors.corrections import unexplained
from reporting.selectors.indicators import indicators, values_of
from reporting.services.demo import load_demo_comparisons, load_demo_inputs

pytestmark = pytest.mark.django_db


def test_they_are_there() -> None:
    newest = FinancialYear.of(clock.today()).previous()
    made: DemoPartnership = PartnershipMaker(Random(7), References(7), start_of_day(newest.previous().start)).make()  # noqa: S311  # a demonstration
    load_demo_inputs(by=SystemActor("seed"), newest=newest)
    IndicatorMaker(made).make(newest)
    kinds = {one.code: (one.period_kind, one.every) for one in indicators()}
    assert kinds["exclusions.suspended"] == ("academic", "quarter")
    assert kinds["roads.injured"] == ("calendar", "quarter")
    academic = values_of([Indicator.objects.get(code="exclusions.suspended")])["exclusions.suspended"]
    assert academic[newest.label].number == 595
    corrected = ReturnedValue.objects.get(correction_of__isnull=False)
    assert (corrected.numerator, corrected.note) == (48, "One assessment was written up in July")
    assert EarlierComparator.objects.get().reason
    assert not Comparator.objects.filter(address="").exists()
    load_demo_comparisons(by=SystemActor("seed"), newest=newest)
    assert len(neighbours_at(clock.today())) == 10


def test_a_counted_quarter_that_changed_is_explained_and_another_is_open() -> None:
    newest = FinancialYear.of(clock.today()).previous()
    made = PartnershipMaker(Random(7), References(7), start_of_day(newest.previous().start)).make()  # noqa: S311  # a demonstration
    load_demo_inputs(by=SystemActor("seed"), newest=newest)
    maker = IndicatorMaker(made)
    maker.define()
    quarter = before(Quarter.of(clock.today())).label
    for code in (EXPLAINED, OPEN):
        CountedValue.objects.create(
            indicator=Indicator.objects.get(code=code), period=quarter, value=90, numerator=90, denominator=100, definition=1,
            source="referrals", counted_at=clock.now() - timedelta(minutes=1),
        )  # fmt: skip
    maker.explain()
    assert [change.indicator.code for change in unexplained(indicators())] == [OPEN]
