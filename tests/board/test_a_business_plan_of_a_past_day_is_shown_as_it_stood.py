"""A business plan of a past day: its objectives, milestones and positions as they stood at the end of that day."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Agency, Person
from board.models import BusinessPlan, Milestone, Objective, ObjectiveAction, PlanPriority
from board.presenters.business_plan import day_rows
from board.selectors.business_plan import business_plan_for
from board.selectors.business_plan_day import ratings_on, year_plan_on
from board.services.business_plan import agree_business_plan, change_business_plan, open_business_plan
from board.services.milestones import judge_milestone, set_milestone
from board.services.objectives import add_objective, change_objective, decide_objective, set_priority
from board.services.positions import write_position
from foundation import clock
from foundation.calendar import FinancialYear
from tests.board.build import make_action, make_milestone, make_objective, make_position
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db
YEAR, START = "2026-27", date(2026, 11, 18)


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def police() -> Agency:
    return make_agency("police", code="police", name="Northmere Police")


def on(days: int) -> date:
    return START + timedelta(days=days)


def at(days: int) -> datetime:
    day = on(days)
    return datetime(day.year, day.month, day.day, 12, tzinfo=clock.LONDON)


@pytest.fixture
def history(business: Person, police: Agency) -> Objective:
    """Day 0: opened, with a priority. Day 2: an objective with a milestone. Day 4: all of it said anew. Day 6: the milestone is
    missed, and the executive agrees the plan. Day 8: it was met after all, on day 5; a position is written, the end decided.
    """

    def said(days: int, *acts: Callable[[], Any]) -> None:
        with clock.frozen(at(days)):
            for act in acts:
                act()

    def version(model: type[Any]) -> int:
        return int(model.objects.get().version)

    make_agency("health", code="health", name="Northmere Health")
    said(
        0,
        lambda: open_business_plan(by=business, year=FinancialYear(2026), title="Plan"),
        lambda: set_priority(by=business, year=YEAR, number=1, title="Neglect", why="Audits say so."),
    )
    told = {"wanted": "Sooner help.", "agency": "police"}
    said(
        2,
        lambda: add_objective(by=business, year=YEAR, priority=1, text="see neglect early", **told),
        lambda: set_milestone(by=business, reference=Objective.objects.get().reference, text="Train", due_on=on(5)),
    )
    objective = Objective.objects.get()
    again = {"by": business, "reference": objective.reference}
    said(
        4,
        lambda: change_objective(**again, version=1, text="see neglect at once", wanted="Soon.", agency="health"),
        lambda: set_milestone(**again, text="Train everybody", due_on=on(20), place=1, version=1),
        lambda: set_priority(by=business, year=YEAR, number=1, title="Neglect and poverty", why="Both.", version=1),
        lambda: change_business_plan(by=business, year=YEAR, version=version(BusinessPlan), title="Our plan"),
    )
    said(
        6,
        lambda: judge_milestone(**again, place=1, version=2, missed_reason="No room."),
        lambda: agree_business_plan(
            by=make_person("executive", make_agency()), year=YEAR, version=version(BusinessPlan), agreed_on=on(6)
        ),
    )
    said(
        8,
        lambda: judge_milestone(**again, place=1, version=3, met_on=on(5)),
        lambda: write_position(
            **again, quarter=3, rating="amber", progress="some", text="It goes.", overruled_reason="It is slow."
        ),
        lambda: decide_objective(**again, version=version(Objective), decision="carry"),
    )
    return objective


def shown(days: int) -> dict[str, Any] | None:
    """What the page of that day says of the only objective, looked at much later; None before there was a plan."""
    with clock.frozen(at(30)):
        plan = business_plan_for(YEAR)
        whole = year_plan_on(plan, on(days))
        if whole is None:
            return None
        (priority,) = day_rows(whole, {}, on(days))
        row = priority["objectives"][0] if priority["objectives"] else None
        return {
            "title": whole.plan.title,
            "state": str(whole.plan.state),
            "priority": priority["priority"].title,
            "text": row["objective"].text if row else "",
            "lead": row["lead"] if row else "",
            "milestones": [f"{one['one'].text}: {one['words']}" for one in row["milestones"]] if row else [],
            "position": row["position"].rating if row and row["position"] else "",
            "decision": row["decision"] if row else "",
        }


def test_each_day_shows_what_stood_at_its_end(history: Objective) -> None:
    assert shown(-1) is None
    first = {"title": "Plan", "state": "draft", "priority": "Neglect"}
    nothing = {"text": "", "lead": "", "milestones": [], "position": "", "decision": ""}
    assert shown(0) == shown(1) == {**first, **nothing}
    told = {"text": "see neglect early", "lead": "Northmere Police", "position": "", "decision": ""}
    assert shown(2) == shown(3) == {**first, **told, "milestones": ["Train: due on 23 Nov 2026, open"]}
    second = {"title": "Our plan", "state": "draft", "priority": "Neglect and poverty"}
    anew = {"text": "see neglect at once", "lead": "Northmere Health", "position": "", "decision": ""}
    assert shown(4) == {**second, **anew, "milestones": ["Train everybody: due on 8 Dec 2026, open"]}


def test_what_is_said_later_to_have_been_met_was_met_and_what_was_missed_is_as_it_was_said(history: Objective) -> None:
    met = "Train everybody: due on 8 Dec 2026, met on 23 Nov 2026"
    found = [shown(days) for days in (5, 6, 8)]
    assert [one["milestones"] for one in found if one] == [[met], [met], [met]]
    with clock.frozen(at(10)):
        judge_milestone(by=make_person("business_team"), reference=history.reference, place=1, version=4)  # taken back
    found = [shown(days) for days in (5, 6, 10)]
    assert [one["milestones"] for one in found if one] == [
        ["Train everybody: due on 8 Dec 2026, open"], ["Train everybody: due on 8 Dec 2026, missed: No room."],
        ["Train everybody: due on 8 Dec 2026, open"],
    ]  # fmt: skip


def test_agreement_position_and_decision_come_on_their_days(history: Objective) -> None:
    found = [shown(days) for days in (5, 6, 7, 8)]
    assert [(one["state"], one["position"], one["decision"]) for one in found if one] == [
        ("draft", "", ""), ("agreed", "", ""), ("agreed", "", ""),
        ("agreed", "amber", "To be carried over to the next year"),
    ]  # fmt: skip


def test_a_milestone_that_was_open_past_its_day_was_late() -> None:
    objective = make_objective()
    make_milestone(objective, due_on=on(-9), met_on=on(-5))
    whole = year_plan_on(business_plan_for(YEAR), on(-7))
    assert whole is not None
    (priority,) = day_rows(whole, {}, on(-7))
    assert [one["words"] for one in priority["objectives"][0]["milestones"]] == ["due on 9 Nov 2026, late"]


def test_a_corrected_position_is_the_edition_of_the_day() -> None:
    objective = make_objective()
    make_position(objective, 1, written_at=at(-40), rating="red", proposed="red")
    make_position(objective, 1, edition=2, written_at=at(-20), rating="green", proposed="green", reason="Counted anew.")
    ratings = []
    for days in (-41, -40, -21, -20):
        whole = year_plan_on(business_plan_for(YEAR), on(days))
        assert whole is not None
        (standing,) = whole.standings
        ratings.append(standing.latest.rating if standing.latest else "")
    assert ratings == ["", "red", "red", "green"]


def test_actions_have_the_rating_of_the_day_and_only_those_linked_by_then(business: Person) -> None:
    objective = make_objective()
    late = make_action(due_on=on(-20), added_on=on(-60))
    later = make_action(due_on=on(100), added_on=on(-60))
    ObjectiveAction.objects.create(objective=objective, action=late, added_on=on(-50))
    ObjectiveAction.objects.create(objective=objective, action=later, added_on=on(-2))
    plan = business_plan_for(YEAR)
    found = [dict(ratings_on(business, plan, on(days)).get(objective.pk, {})) for days in (-55, -45, -5, -1)]
    assert found == [{}, {"amber": 1}, {"red": 1}, {"red": 1, "green": 1}]
    assert ratings_on(make_person("agency_lead", make_agency()), plan, on(-1)) == {}


def test_a_look_at_a_past_day_changes_nothing(history: Objective) -> None:
    before = [list(model.objects.values()) for model in (BusinessPlan, PlanPriority, Objective, Milestone)]
    shown(3)
    assert [list(model.objects.values()) for model in (BusinessPlan, PlanPriority, Objective, Milestone)] == before


def test_the_page_of_a_day_is_read_and_not_changed(client: Client, business: Person, django_assert_max_num_queries: Any) -> None:
    objective = make_objective(text="see neglect early", agency=make_agency(name="Northmere Housing"))
    make_milestone(objective, text="Train", due_on=on(40))
    for _ in range(6):
        make_milestone(make_objective(), due_on=on(40))
    make_position(objective, 1, written_at=at(-40))
    sign_in(client, business)
    address = reverse("board:business_plan", args=[YEAR])
    with django_assert_max_num_queries(22):
        page = client.get(f"{address}?on={on(-3)}").content.decode()
    for words in ("As it stood on 15 November 2026", "see neglect early", "Northmere Housing", "Train", "Q1: Good progress"):
        assert words in page
    assert "Add an objective" not in page
    assert "Show that day" in client.get(address).content.decode()
    typed = {"on-day": "15", "on-month": "11", "on-year": "2026"}
    assert "As it stood on 15 November 2026" in client.get(address, typed).content.decode()
    for day in (on(0), on(9), "rubbish"):
        assert "As it stood on" not in client.get(f"{address}?on={day}").content.decode()
    before = client.get(f"{address}?on=2026-03-31").content.decode()
    assert "No objectives under this priority on that day" in before
