"""What had become of each recommendation on a day, as the report and the dashboard tell it."""

from datetime import date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from accounts.models import Agency, Person
from board.figures.recommendations import CHANGED, NO_ACTION, NO_EVIDENCE, REFUSED, UNDER_WAY, WAITING, gather_recommendations
from board.models import Action, ActionRecommendation, Plan, Recommendation
from board.services.recommendations import answer_with, respond
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.figures import FigureValue
from tests.board.build import make_action, make_plan, make_recommendation
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db

YEAR = FinancialYear(2025)
IN_THE_YEAR = date(2025, 6, 2)


@pytest.fixture
def business() -> Person:
    with clock.frozen(noon(date(2025, 1, 6))):
        return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", name="Northmere Police")


@pytest.fixture
def plan() -> Plan:
    return make_plan(opened_on=IN_THE_YEAR)


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


def told(year: FinancialYear = YEAR) -> dict[str, FigureValue]:
    with connection.cursor() as cursor:
        return {value.code: value for value in gather_recommendations(year, cursor)}


def made(*actions: Action, response: str = "accepted", **given: Any) -> Recommendation:
    said = {} if response == "waiting" else {"responded_at": noon(IN_THE_YEAR), "responded_by": "x", "response_reason": "So."}
    one = make_recommendation(made_on=IN_THE_YEAR, added_on=IN_THE_YEAR, response=response, **said, **given)
    ActionRecommendation.objects.bulk_create(ActionRecommendation(recommendation=one, action=action) for action in actions)
    return one


def action(plan: Plan, agency: Agency, state: str) -> Action:
    finished = {"done_at": noon(IN_THE_YEAR), "done_by": "x"} if state in ("done", "embedded") else {}
    impact = {"impact": "Nine of ten name the father."} if state == "embedded" else {}
    return make_action(plan=plan, agency=agency, due_on=date(2026, 9, 1), state=state, **finished, **impact)


def test_each_stands_where_its_answer_and_its_actions_put_it(plan: Plan, police: Agency) -> None:
    under_way, done, embedded, withdrawn = (action(plan, police, s) for s in ("in_progress", "done", "embedded", "withdrawn"))
    made(response="waiting", agency=police)
    made(response="not", agency=police)
    made(withdrawn, agency=police)
    made(under_way, done, agency=police)
    made(done, embedded, agency=police, source="audit")
    made(embedded, agency=police, source="audit")
    found = told()
    assert found["recommendations.all"].by["state"] == {
        WAITING: 1, REFUSED: 1, NO_ACTION: 1, UNDER_WAY: 1, NO_EVIDENCE: 1, CHANGED: 1
    }  # fmt: skip
    assert found["recommendations.all"].by["source"] == {"Practice review": 4, "Audit": 2}
    assert (found["recommendations.all"].value, found["recommendations.all"].as_at) == (6, YEAR.end)
    done_of = found["recommendations.done"]
    assert (done_of.numerator, done_of.denominator) == (2, 5)
    assert done_of.by["source"] == {"Practice review": (0, 3), "Audit": (2, 2)}
    assert found["recommendations.no_evidence"].by["source"] == {"Audit": 1}


def test_only_what_was_recorded_by_the_last_day_counts(police: Agency) -> None:
    made(agency=police)
    make_recommendation(made_on=date(2024, 6, 3), added_on=date(2024, 6, 3), agency=police, source="audit")
    make_recommendation(made_on=date(2026, 3, 1), added_on=date(2026, 4, 1), agency=police)
    found = told()
    assert found["recommendations.all"].value == 2
    assert found["recommendations.recorded"].by["source"] == {"Practice review": 1}
    assert told(FinancialYear(2023)) == {}


def test_what_is_answered_after_the_year_changes_no_figure_of_it(business: Person, plan: Plan, police: Agency) -> None:
    kept, dropped = action(plan, police, "in_progress"), action(plan, police, "done")
    with clock.frozen(noon(date(2026, 1, 12))):
        one = respond(by=business, reference=made(response="waiting").reference, version=1, response="accepted")
        one = answer_with(
            by=business, reference=one.reference, version=one.version, plan_reference=plan.reference, actions=[dropped.reference]
        )
    before = told()["recommendations.all"].by["state"]
    assert before[NO_EVIDENCE] == 1
    with clock.frozen(noon(date(2026, 5, 11))):
        one = answer_with(
            by=business, reference=one.reference, version=one.version, plan_reference=plan.reference, actions=[kept.reference]
        )
    assert told()["recommendations.all"].by["state"] == before
    assert told(FinancialYear(2026))["recommendations.all"].by["state"][UNDER_WAY] == 1
    with clock.frozen(noon(date(2026, 5, 12))):
        one = answer_with(by=business, reference=one.reference, version=one.version, plan_reference=plan.reference, actions=[])
        respond(by=business, reference=one.reference, version=one.version, response="not", reason="Another way was found.")
    assert told()["recommendations.all"].by["state"] == before
    assert told(FinancialYear(2026))["recommendations.all"].by["state"][REFUSED] == 1


def test_they_are_read_in_one_statement(plan: Plan, police: Agency, django_assert_num_queries: Any) -> None:
    made(action(plan, police, "done"), agency=police)
    with django_assert_num_queries(1):
        told()


def test_they_stand_on_the_dashboard_up_to_today_and_as_they_are(client: Client, police: Agency) -> None:
    make_recommendation(made_on=date(2026, 11, 18), added_on=date(2026, 11, 18), agency=police)
    sign_in(client, make_person("executive"))
    page = client.get("/figures/board/").content.decode()
    assert "1 April 2026 to 18 November 2026" in page
    assert "Recommendations by where it stands" in page
    assert "are left out" not in page
    assert "rounded to the nearest 5" not in page
    assert "Per 10,000 children" not in page
    one = client.get("/figures/board/recommendations.all/").content.decode()
    assert WAITING in one
