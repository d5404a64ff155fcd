"""A plan is closed when its actions are all finished or withdrawn, and can be opened again."""

import pytest
from django.test import Client

from accounts.models import Person
from board.models import Plan
from board.services.actions import add_action
from board.services.plans import close_plan, open_plan, reopen_plan
from foundation import clock
from foundation.errors import NotAllowed, NotVisible, Refused
from foundation.events import Subject, history
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def business() -> Person:
    return make_person("business_team", make_agency("partnership"))


@pytest.fixture
def plan() -> Plan:
    """A plan with one action that is done and one that is withdrawn."""
    plan = make_plan(title="Audit of fathers")
    make_action(due_on=clock.today(), plan=plan, state="done", done_at=clock.now(), done_by="x")
    make_action(due_on=clock.today(), plan=plan, state="withdrawn")
    return plan


@pytest.mark.parametrize("state", ["planned", "in_progress", "reported_done"])
def test_what_is_open_keeps_the_plan_open_and_is_counted(business: Person, plan: Plan, state: str) -> None:
    make_action(due_on=clock.today(), plan=plan, state=state)
    with pytest.raises(Refused, match="1 action is still open"):
        close_plan(by=business, reference=plan.reference)
    make_action(due_on=clock.today(), plan=plan)
    with pytest.raises(Refused, match="2 actions are still open"):
        close_plan(by=business, reference=plan.reference)


def test_a_plan_is_closed_takes_nothing_more_and_is_opened_again(business: Person, plan: Plan) -> None:
    close_plan(by=business, reference=plan.reference)
    plan.refresh_from_db()
    assert (plan.closed_at, plan.closed_by) == (clock.now(), business.reference)
    with pytest.raises(Refused, match="closed already"):
        close_plan(by=business, reference=plan.reference)
    given = {"plan_reference": plan.reference, "number": "9", "text": "Act", "agency_code": make_agency().code}
    with pytest.raises(Refused, match="This plan is closed"):
        add_action(by=business, due_on=clock.today(), owner_post="Head", **given)
    reopen_plan(by=business, reference=plan.reference)
    add_action(by=business, due_on=clock.today(), owner_post="Head", **given)
    with pytest.raises(Refused, match="open already"):
        reopen_plan(by=business, reference=plan.reference)
    verbs = [event.verb for event in history(Subject("plan", plan.reference))]
    assert verbs == ["board.plan_closed", "board.plan_reopened"]


def test_a_closed_plan_stays_closed_while_another_of_its_name_is_open(business: Person, plan: Plan) -> None:
    close_plan(by=business, reference=plan.reference)
    open_plan(by=business, title="Audit of Fathers", source="audit")
    with pytest.raises(Refused, match="of this name is open already"):
        reopen_plan(by=business, reference=plan.reference)


def test_only_the_business_team_closes_and_only_what_there_is(business: Person, plan: Plan) -> None:
    for change in (close_plan, reopen_plan):
        with pytest.raises(NotAllowed):
            change(by=make_person("executive"), reference=plan.reference)
        with pytest.raises(NotVisible):
            change(by=business, reference="nothing")


def test_the_page_offers_what_can_be_done_and_says_what_keeps_it(client: Client, business: Person, plan: Plan) -> None:
    pages, address = sign_in(client, business), f"/plans/{plan.reference}/"
    answer = pages.post(f"{address}close/", follow=True).content.decode()
    assert "The plan has been closed." in answer
    assert "on 18 November 2026" in answer
    assert "Add an action" not in answer
    assert "(closed)" in pages.get("/plans/").content.decode()
    assert "Close the plan" in pages.post(f"{address}open/", follow=True).content.decode()
    make_action(due_on=clock.today(), plan=plan)
    answer = pages.post(f"{address}close/", follow=True).content.decode()
    assert "1 action is still open." in answer
    assert "when its 1 open action is done or withdrawn" in answer
    assert "Close the plan</button>" not in answer
    reader = sign_in(Client(), make_person("executive")).get(address).content.decode()
    assert "can be closed" not in reader
