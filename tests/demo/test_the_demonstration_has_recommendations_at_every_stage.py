"""The demonstration shows recommendations that are answered, wait, or are not accepted, and themes in use and retired."""

from datetime import timedelta

import pytest

from board.models import ActionTheme, Recommendation, Theme
from board.selectors.recommendations import how_far, without_action
from foundation import clock
from portal.demo.board import PLANS
from portal.demo.recommendations import RecommendationMaker
from portal.demo.references import References
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


def test_they_are_answered_wait_or_are_not_accepted() -> None:
    for title, source, _group, number, _age in PLANS:
        plan = make_plan(title=title, source=source)
        for _place in range(number):
            make_action(plan=plan, due_on=clock.today() + timedelta(days=90))
    RecommendationMaker(References(7), clock.now()).make()
    business = make_person("business_team", make_agency("partnership"))
    found = list(Recommendation.objects.all())
    answered = [one for one, far in zip(found, how_far(found).values(), strict=True) if far.actions]
    assert (len(found), len(answered), without_action(business)) == (13, 11, 1)
    assert set(Recommendation.objects.values_list("response", flat=True)) == {"accepted", "waiting", "not"}
    for one in answered:
        assert all(row.action.due_on >= one.made_on for row in one.answers.select_related("action"))
    assert Theme.objects.filter(retired_at__isnull=False).count() == 1
    assert ActionTheme.objects.values("theme").distinct().count() > 5
