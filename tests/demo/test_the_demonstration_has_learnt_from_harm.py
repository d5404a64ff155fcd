"""The demonstration shows incidents of two years and one that runs, features for a map, and briefings that were read."""

from datetime import date

import pytest

from accounts.models import InformationSharingAgreement, Person, RoleHolding
from foundation import clock
from foundation.calendar import FinancialYear
from portal.demo.learning import CASES, TEAM, LearningMaker
from portal.demo.partnership import SIGN_INS, DemoPartnership
from portal.demo.seeding import newest_complete_year
from reviews.models import Briefing, BriefingReading, IncidentState, SeriousIncident
from reviews.selectors.cases import cases_of
from reviews.selectors.trends import MapFilter, trends_map
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db


LONG_AGO = date(2020, 1, 1)


@pytest.fixture
def people() -> dict[str, Person]:
    """They and their agreements have been there for years."""
    made = {one.local: make_person(one.role, make_agency()) for one in SIGN_INS}
    RoleHolding.objects.update(starts_on=LONG_AGO)
    InformationSharingAgreement.objects.update(signed_on=LONG_AGO)
    return made


def test_cases_stand_at_their_end_and_one_runs(people: dict[str, Person]) -> None:
    newest: FinancialYear = newest_complete_year(clock.today())
    LearningMaker(DemoPartnership({}, {}, people, {}, [], [])).make(newest)
    incidents = SeriousIncident.objects.all()
    assert incidents.filter(state=IncidentState.CLOSED).count() == len(CASES)
    running = incidents.get(state=IncidentState.NOTIFIED)
    assert running.review_due_on is not None
    assert running.review_due_on >= clock.today()
    assert incidents.filter(happened_on__range=(newest.start, newest.end)).count() == 4
    assert [one.case.title for one in incidents if one.sent_on and one.sent_on > one.review_due_on] == ["Case Heron"]
    for local, _role, _independent in TEAM:
        assert len(cases_of(people[local]).rows) == len(CASES) + 1
    assert trends_map(MapFilter()).enough
    assert Briefing.objects.filter(state="published").count() == 2
    assert BriefingReading.objects.count() == 6
