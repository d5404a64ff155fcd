"""The chair's desk and the panel's list show the most urgent first, a page at a time, and can be narrowed."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import AccessLogEntry
from children.models import Child
from foundation import clock
from protection.models import ProtectionPlan, ScrutinyPanel
from protection.services.panel import discuss_in_panel, list_for_panel
from protection.services.plan_work import check_midway, escalate_plan
from tests import factories
from tests.protection import build

pytestmark = pytest.mark.django_db
LATER = date(2026, 12, 2)


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def plans(service: build.Service) -> list[ProtectionPlan]:
    """Thirty plans of one chair, beside the one by which the chair sees the family; each began a month before the last."""
    first = build.on_plan(service)
    found = [first]
    for number in range(1, 31):
        child = Child.objects.create(
            family_name=f"Ames{number:02d}", birth_date=date(2016, 1, 1), created_at=clock.now(), created_by="test"
        )
        start = date(2026, 11, 1) - timedelta(days=30 * number)
        due = LATER + timedelta(days=40 - number)
        found.append(build.bare_plan(child, start, family=first.family, chair=service.chair, review_due_on=due))
    return found


def names(answer: object, key: str = "plans") -> list[str]:
    return [row["name"] for row in answer.context[key]]  # type: ignore[attr-defined]  # of a test client


def test_the_chairs_desk_shows_first_what_is_due_first(service: build.Service, plans: list[ProtectionPlan]) -> None:
    with clock.frozen(build.nine_o_clock(LATER)):
        client = factories.sign_in(Client(), service.chair)
        first = client.get("/chair/")
        second = client.get("/chair/" + first.context["next_url"].removesuffix("#plans"))
    assert first.context["numbers"][0]["number"] == 31
    assert names(first)[:3] == [plans[0].child.full_name, "Ames30", "Ames29"]
    assert (len(names(first)), len(names(second)), second.context["next_url"]) == (25, 6, "")
    assert not set(names(first)) & set(names(second))
    looked = AccessLogEntry.objects.filter(route="protection:chairs_desk").order_by("pk")
    assert plans[1].child.reference not in looked[0].child_references
    assert plans[1].child.reference in looked[1].child_references


def test_the_chairs_desk_is_narrowed_to_what_worries(service: build.Service, plans: list[ProtectionPlan]) -> None:
    ProtectionPlan.objects.filter(pk=plans[3].pk).update(visit_due_on=LATER - timedelta(days=1))
    with clock.frozen(build.nine_o_clock(LATER)):
        escalate_plan(by=service.chair, reference=plans[4].reference, concern="No visits.")
        client = factories.sign_in(Client(), service.chair)
        assert names(client.get("/chair/?show=late")) == ["Ames03"]
        assert names(client.get("/chair/?show=escalated")) == ["Ames04"]
        assert names(client.get("/chair/?show=drift")) == []
        assert len(names(client.get("/chair/?show=rubbish"))) == 25
        assert names(client.get("/chair/"))[0] == "Ames03"


def test_the_chairs_desk_says_which_plan_the_chair_looks_at_next(service: build.Service, plans: list[ProtectionPlan]) -> None:
    ProtectionPlan.objects.exclude(pk=plans[0].pk).update(chair=None)
    with clock.frozen(build.nine_o_clock(date(2027, 1, 8))):
        assert names(factories.sign_in(Client(), service.chair).get("/chair/?show=look")) == []
    with clock.frozen(build.nine_o_clock(date(2027, 1, 11))):
        client = factories.sign_in(Client(), service.chair)
        assert names(client.get("/chair/?show=look")) == [plans[0].child.full_name]
        check_midway(
            by=service.chair, reference=plans[0].reference, checked_on=date(2027, 1, 11), on_track=True, findings="Well."
        )
        assert names(client.get("/chair/?show=look")) == []


def test_the_panels_list_comes_in_pages_and_is_narrowed(service: build.Service, plans: list[ProtectionPlan]) -> None:
    with clock.frozen(build.nine_o_clock(LATER)):
        panel = list_for_panel(by=service.chair, month=LATER)
        ProtectionPlan.objects.filter(pk__in=[plan.pk for plan in plans]).update(previous_plans=1)
        panel = list_for_panel(by=service.chair, month=LATER)
        assert ScrutinyPanel.objects.count() == 1
        at = f"/panel/{panel.reference}/"
        client = factories.sign_in(Client(), service.chair)
        first = client.get(at)
        second = client.get(f"{at}{first.context['next_url']}")
        assert names(first, "rows")[:2] == ["Ames30", "Ames29"]
        assert (len(names(first, "rows")), len(names(second, "rows")), second.context["next_url"]) == (25, 6, "")
        shown = {row["plan"]: row["plan_href"] for row in second.context["rows"]}
        assert shown[plans[1].reference] == f"/child-protection/plans/{plans[1].reference}/"
        elsewhere = factories.sign_in(Client(), factories.make_person("conference_chair"))
        assert {row["plan_href"] for row in elsewhere.get(at).context["rows"]} == {""}
        case = panel.cases.get(plan=plans[30])
        discuss_in_panel(
            by=service.chair, case_id=case.pk, version=case.version, decision="on_track", discussion="So.", presented_by="Wyn"
        )
        assert names(client.get(f"{at}?stands=decided"), "rows") == ["Ames30"]
        assert names(client.get(f"{at}?stands=open"), "rows")[0] == "Ames29"
        long = client.get(f"{at}?why=over_24")
        assert names(long, "rows") == [f"Ames{number:02d}" for number in range(30, 23, -1)]
        assert names(client.get(f"{at}?why=near_birth"), "rows") == []
        assert "No plan on this list matches" in client.get(f"{at}?why=near_birth").content.decode()
