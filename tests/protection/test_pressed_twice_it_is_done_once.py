"""Whoever presses twice, or sends a page that others have overtaken, does it once."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from accounts.models import Person
from foundation import clock
from protection.models import ProtectionPlan
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
