"""The list of plans ends where the plans end: newest first, some at a time, by the last one that was seen."""

from datetime import timedelta

import pytest
from django.test import Client

from foundation import clock
from foundation.pages import PAGE
from tests.board.build import make_action, make_plan
from tests.factories import make_agency, make_person, sign_in

pytestmark = pytest.mark.django_db


def test_every_plan_stands_on_one_page_only(client: Client) -> None:
    """Three on each day, so that a day begins on one page and ends on the next."""
    made = [make_plan(opened_on=clock.today() - timedelta(days=number // 3)) for number in range(PAGE * 2 + 3)]
    make_action(plan=made[-1], due_on=clock.today() - timedelta(days=1))
    pages, found, url = sign_in(client, make_person("executive")), [], "/plans/"
    sizes = []
    while url:
        context = pages.get(url).context
        sizes.append(len(context["plans"]))
        found += [row["title"] for row in context["plans"]]
        last = context["plans"][-1]
        url = f"/plans/{context['next_url']}" if context["next_url"] else ""
    assert sizes == [PAGE, PAGE, 3]
    assert sorted(found) == sorted(plan.title for plan in made)
    oldest = next(row for row in context["plans"] if row["title"] == made[-1].title)
    assert (oldest["red"], oldest["actions"], last["open"]) == (1, 1, oldest["open"] if last == oldest else 0)
    assert context["first_url"] == "/plans/"


def test_a_lead_leafs_through_the_plans_of_the_agency_only(client: Client) -> None:
    agency = make_agency("health")
    own = [make_action(due_on=clock.today(), agency=agency).plan.title for _ in range(PAGE + 1)]
    make_action(due_on=clock.today())
    pages = sign_in(client, make_person("agency_lead", agency))
    first = pages.get("/plans/").context
    second = pages.get(f"/plans/{first['next_url']}").context
    assert sorted(row["title"] for row in (*first["plans"], *second["plans"])) == sorted(own)
    assert second["next_url"] == ""


def test_a_key_that_is_none_begins_again(client: Client) -> None:
    make_plan()
    assert len(sign_in(client, make_person("executive")).get("/plans/?after=2026-13-40_x").context["plans"]) == 1
