"""How often the child is visited, what the family agreed to in writing, what happens if the plan fails, how one will know."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client

from foundation import clock
from foundation.errors import Refused
from protection.models import ProtectionPlan
from protection.rules.minutes import Written
from protection.services.minuting import minute_conference
from protection.services.plan_work import ActionWritten, VisitWritten, add_plan_action, record_visit
from protection.services.plans import agree_terms
from tests import factories
from tests.protection import build
from work.models import Clock, DeadlineLimit

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 11, 25), date(2026, 12, 1)


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def plan(service: build.Service) -> Iterator[ProtectionPlan]:
    conference = build.booked(service, build.initial(service), DAY)
    texts = {"contingency": Written("The children go to their aunt.")}
    minute_conference(by=service.chair, reference=conference.reference, texts=texts)
    build.decided(service, build.again(conference), DAY)
    with clock.frozen(build.nine_o_clock(LATER)):
        yield ProtectionPlan.objects.get()


def agree(service: build.Service, plan: ProtectionPlan, every: int, contingency: str = "Legal planning.") -> ProtectionPlan:
    return agree_terms(
        by=service.chair,
        reference=plan.reference,
        version=plan.version,
        visit_every=every,
        written_agreement="No visitors at night.",
        contingency=contingency,
    )


def test_a_plan_begins_with_the_conferences_contingency_and_the_limit_of_visits(plan: ProtectionPlan) -> None:
    assert (plan.contingency, plan.visit_every, plan.visit_due_on) == ("The children go to their aunt.", 10, date(2026, 12, 9))


def test_a_partnership_that_wants_visits_sooner_has_them_in_each_new_plan(service: build.Service) -> None:
    DeadlineLimit.objects.create(
        kind="protection.visit", amount=5, effective_from=date(2026, 1, 1), reason="Ours.", set_at=clock.now(), set_by="test"
    )
    plan = build.on_plan(service)
    assert (plan.visit_every, plan.visit_due_on) == (5, date(2026, 12, 2))


def test_agreed_visits_are_due_sooner_and_go_on_so(service: build.Service, plan: ProtectionPlan) -> None:
    agreed = agree(service, plan, 5)
    assert (agreed.visit_due_on, agreed.written_agreement) == (date(2026, 12, 2), "No visitors at night.")
    running = Clock.objects.get(kind="protection.visit", stopped_at__isnull=True)
    assert running.due_at.date() == date(2026, 12, 2)
    record_visit(by=service.worker, reference=plan.reference, visit=VisitWritten(LATER, "Wyn", seen=True))
    assert build.again(plan).visit_due_on == date(2026, 12, 8)
    assert agree(service, build.again(plan), 10).visit_due_on == date(2026, 12, 15)


def test_visits_less_often_than_the_limit_and_no_contingency_are_refused(service: build.Service, plan: ProtectionPlan) -> None:
    for every in (0, 11):
        with pytest.raises(Refused, match="from 1 to 10") as refused:
            agree(service, plan, every)
        assert refused.value.field == "visit_every"
    with pytest.raises(Refused, match="does not work") as refused:
        agree(service, plan, 5, " ")
    assert refused.value.field == "contingency"


def test_the_plan_shows_what_was_agreed(service: build.Service, plan: ProtectionPlan) -> None:
    client, here = factories.sign_in(Client(), service.worker), f"/child-protection/plans/{plan.reference}/"
    assert f"{here}terms/" in client.get(here).content.decode()
    posted = {"version": plan.version, "visit_every": "11", "written_agreement": "", "contingency": "Legal planning."}
    refused = client.post(f"{here}terms/", posted)
    assert (refused.status_code, refused.context["form"].errors["visit_every"]) == (422, ["Enter a whole number from 1 to 10."])
    sent = client.post(f"{here}terms/", {**posted, "visit_every": "5", "written_agreement": "No visitors."})
    assert sent.status_code == 302
    page = client.get(here).content.decode()
    for words in ("Within every 5 working days", "No visitors.", "Legal planning."):
        assert words in page


def test_an_action_says_how_one_will_know_that_it_works(service: build.Service, plan: ProtectionPlan) -> None:
    written = ActionWritten("Hunger", "Both eat daily.", "Breakfast club", "Sol School", date(2026, 12, 20), " ")
    with pytest.raises(Refused, match="how you will know") as refused:
        add_plan_action(by=service.worker, family=plan.family.reference, plans=[plan.reference], written=written)
    assert refused.value.field == "measure"
