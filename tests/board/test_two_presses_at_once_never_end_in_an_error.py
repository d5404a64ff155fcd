"""Two people, two connections, the same moment: one wins, the other is told; nothing is doubled and nothing breaks."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, connection

from accounts.models import Person
from board.models import Action, ActionChase, BudgetLine, Plan
from board.services.actions import add_action, reopen
from board.services.budget import set_budget_line
from board.services.chasing import chase
from board.services.plans import close_plan, open_plan
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person

pytestmark = pytest.mark.django_db(transaction=True)

DUE = date(2027, 3, 31)


@pytest.fixture
def two() -> tuple[Person, Person]:
    office = make_agency("partnership")
    return make_person("business_team", office), make_person("business_team", office)


def at_once(*presses: Callable[[], object]) -> list[str]:
    """Press all at the same moment, each on a connection of its own; what each was told ("done" where it was done)."""
    together = Barrier(len(presses))
    told: list[str] = []

    def press(act: Callable[[], object]) -> None:
        try:
            connection.ensure_connection()
            together.wait(timeout=10)
            act()
            told.append("done")
        except Refused as refused:
            told.append(refused.sentence)
        except DatabaseError as error:
            told.append(repr(error))
        finally:
            connection.close()

    threads = [Thread(target=press, args=(act,)) for act in presses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    return sorted(told)


def test_a_number_is_given_once(two: tuple[Person, Person]) -> None:
    plan, agency = make_plan(), make_agency()

    def add(by: Person) -> Action:
        return add_action(
            by=by, plan_reference=plan.reference, number="1", text="Act", agency_code=agency.code, due_on=DUE, owner_post="Head"
        )

    told = at_once(*(lambda by=by: add(by) for by in two), *(lambda by=by: add(by) for by in two))
    assert told == ["Action 1 is already in this plan. Give this one another number."] * 3 + ["done"]
    assert Action.objects.count() == 1


def test_a_plan_is_opened_once(two: tuple[Person, Person]) -> None:
    told = at_once(*(lambda by=by: open_plan(by=by, title="Audit of fathers", source="audit") for by in two))
    assert told == ["A plan of this name is open already. Add to it, or give this one another name.", "done"]
    assert Plan.objects.count() == 1


def test_no_plan_is_closed_while_an_action_comes_into_it(two: tuple[Person, Person]) -> None:
    plan, agency = make_plan(), make_agency()
    given = {"plan_reference": plan.reference, "number": "1", "text": "Act", "agency_code": agency.code}
    at_once(
        lambda: close_plan(by=two[0], reference=plan.reference),
        lambda: add_action(by=two[1], due_on=DUE, owner_post="Head", **given),
    )
    plan.refresh_from_db()
    assert (plan.closed_at is None) == plan.actions.exists()


def test_no_plan_is_closed_while_one_of_its_actions_is_opened_again(two: tuple[Person, Person]) -> None:
    done = make_action(due_on=DUE, state="done", done_at=clock.now(), done_by="x")
    told = at_once(
        lambda: close_plan(by=two[0], reference=done.plan.reference),
        lambda: reopen(by=two[1], reference=done.reference, reason="The audit found otherwise."),
    )
    assert len(told) == 2
    assert told.count("done") == 1
    done.refresh_from_db()
    assert (done.plan.closed_at is None) == (done.state == "in_progress")


def test_an_owner_is_asked_once(two: tuple[Person, Person]) -> None:
    owner = make_person("agency_lead", make_agency("health"))
    references = [make_action(due_on=DUE, owner=owner).reference for _ in range(5)]
    assert at_once(*(lambda by=by: chase(by=by, references=references) for by in two)) == ["done", "done"]
    assert ActionChase.objects.count() == 5


def test_a_budget_line_is_written_once(two: tuple[Person, Person]) -> None:
    year = FinancialYear.of(clock.today())

    def write(by: Person, heading: str) -> BudgetLine:
        return set_budget_line(by=by, year=year, side="income", heading=heading, amount=Decimal(5))

    told = at_once(*(lambda by=by, heading=heading: write(by, heading) for by in two for heading in ("Council", "COUNCIL")))
    assert told == ["done"] * 4
    assert BudgetLine.objects.count() == 1
