"""Whoever presses twice, or sends a page that others have overtaken, does it once."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.models.events import DomainEvent
from protection.models import Conference, FamilyGroup, ProtectionPlan, Transfer
from protection.services.plan_work import answer_escalation, escalate_plan
from tests.factories import sign_in
from tests.protection import build
from tests.protection.build import again

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 1)


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def plan(service: build.Service) -> Iterator[ProtectionPlan]:
    found = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(LATER)):
        yield found


def day(name: str, on: date) -> dict[str, int]:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def pressed(person: Person, url: str, fields: dict[str, Any], times: int = 2) -> list[int]:
    """What is answered when a page is opened once and its button pressed so often."""
    client = sign_in(Client(), person)
    version = shown(client.get(url))
    return [client.post(url, {**fields, **({"version": version} if version else {})}).status_code for _ in range(times)]


def shown(page: HttpResponse) -> str:
    """The version that stands on a page."""
    before, _, after = page.content.decode().partition('name="version" value="')
    return after.partition('"')[0] if before else ""


def test_an_escalation_goes_one_stage_further(service: build.Service, plan: ProtectionPlan) -> None:
    raised = escalate_plan(by=service.chair, reference=plan.reference, concern="No visits.")
    url = f"/child-protection/plans/{plan.reference}/escalations/{raised.pk}/further/"
    assert pressed(service.chair, url, {"words": "None came."}) == [302, 409]
    assert again(raised).stage == 2


def test_what_was_answered_at_another_stage_is_not_taken_for_an_answer(service: build.Service, plan: ProtectionPlan) -> None:
    raised = escalate_plan(by=service.chair, reference=plan.reference, concern="No visits.")
    url = f"/child-protection/plans/{plan.reference}/escalations/{raised.pk}/"
    manager, chair = sign_in(Client(), service.manager), sign_in(Client(), service.chair)
    early = shown(manager.get(f"{url}answer/"))
    assert chair.post(f"{url}further/", {"words": "None.", "version": shown(chair.get(f"{url}further/"))}).status_code == 302
    assert manager.post(f"{url}answer/", {"words": "Tomorrow.", "version": early}).status_code == 409
    assert again(raised).answer == ""
    answer_escalation(by=service.manager, escalation_id=raised.pk, version=again(raised).version, answer="Today.")
    assert again(raised).answer == "Today."


def test_two_visits_of_a_day_are_written_on_two_pages(service: build.Service, plan: ProtectionPlan) -> None:
    url = f"/child-protection/plans/{plan.reference}/visits/add/"
    missed = {**day("visited_on", LATER), "visitor": "Wyn", "seen": "no", "not_seen_reason": "Nobody opened."}
    assert pressed(service.worker, url, missed) == [302, 409]
    assert plan.visits.count() == 1
    assert pressed(service.worker, url, missed, times=1) == [302]
    assert plan.visits.count() == 2


def test_the_chair_has_looked_once(service: build.Service, plan: ProtectionPlan) -> None:
    url = f"/child-protection/plans/{plan.reference}/check/"
    found = {**day("checked_on", LATER), "on_track": "no", "findings": "No visits."}
    assert pressed(service.chair, url, found) == [302, 302]
    assert plan.chair_checks.count() == 1
    assert DomainEvent.objects.filter(verb="protection.plan_checked").count() == 1


def test_an_action_is_added_once(service: build.Service, plan: ProtectionPlan) -> None:
    url = f"/child-protection/plans/{plan.reference}/actions/add/"
    told = {
        "danger": "Hunger",
        "outcome": "She eats.",
        "action": "Breakfast club",
        "who": "Sol",
        "measure": "Her weight",
        "plans": [plan.reference],
    }
    told |= day("due_on", date(2026, 12, 20))
    assert pressed(service.worker, url, told) == [302, 302]
    assert plan.family.actions.count() == 1
    assert pressed(service.worker, url, {**told, "who": "Hal"}, times=1) == [302]
    assert plan.family.actions.count() == 2


@pytest.mark.parametrize(
    ("agency", "named"),
    [("family", {"name": "Mum", "relation": "parent"}), ("", {"person": "other", "name": "Nan Nurse", "group": "health"})],
)
def test_somebody_without_an_account_is_named_once(
    service: build.Service, plan: ProtectionPlan, agency: str, named: dict[str, str]
) -> None:
    url = f"/child-protection/plans/{plan.reference}/core-group/add/?agency={agency or build.agency_of(service.health)}"
    assert pressed(service.worker, url, {**named, **day("joined_on", LATER)}) == [302, 302]
    assert plan.family.members.filter(name=named["name"]).count() == 1


def test_a_child_moves_in_once(service: build.Service) -> None:
    told = {"team": service.hub.assessment.code, "family_name": "Moved", "given_name": "Mo", "sex": "M", "category": "EMO"}
    told |= {"authority": " Southmere ", "previous_plans": "1"}
    born = day("birth_date", date(2016, 4, 4))
    told |= {**born, **day("plan_started_on", date(2026, 3, 2)), **day("told_on", date(2026, 11, 18))}
    assert pressed(service.manager, "/child-protection/move-in/", told) == [302, 302]
    assert (Transfer.objects.count(), FamilyGroup.objects.count(), Conference.objects.count()) == (1, 1, 1)
    assert pressed(
        service.manager, "/child-protection/move-in/", {**told, "given_name": "Mia", **day("birth_date", date(2018, 9, 1))}
    ) == [302, 302]
    assert Transfer.objects.count() == 2


def test_a_discussion_is_called_once(service: build.Service, plan: ProtectionPlan) -> None:
    url = f"/child-protection/families/{plan.family.reference}/call-discussion/"
    told = {"children": [plan.child.reference], "reason": "Bruises again."}
    before = plan.family.discussions.count()
    assert pressed(service.worker, url, told) == [302, 302]
    assert plan.family.discussions.count() == before + 1
    assert pressed(service.worker, url, {**told, "reason": "He has come back."}, times=1) == [302]
    assert plan.family.discussions.count() == before + 2
