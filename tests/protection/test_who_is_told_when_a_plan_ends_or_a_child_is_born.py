"""Once a plan has ended, or a child on a plan is born, tasks say who is told, and a clock runs until the last is done."""

from datetime import date

import pytest
from django.test import Client

from children.models import Child
from foundation import clock
from foundation.errors import NotVisible, Refused
from protection.models import ProtectionPlan
from protection.rules.checking import ChildDecided
from protection.rules.telling import tasks_at_end
from protection.services.plan_tasks import finish_plan_task
from protection.services.plans import record_birth_on_plan
from tests import factories
from tests.protection import build
from work.models import Clock

KIND, DAY = "protection.tell", date(2027, 2, 22)


@pytest.mark.parametrize(
    ("born", "reason", "tasks"),
    [
        (date(2020, 1, 1), "cin", ("gp", "school", "cp_is")),
        (date(2025, 2, 22), "cin", ("gp", "school", "cp_is")),  # two on the day
        (date(2025, 2, 23), "cin", ("gp", "cp_is")),
        (None, "not_live_born", ("gp", "cp_is")),
        (date(2012, 1, 1), "died", ("gp", "school", "cp_is")),
    ],
)
def test_a_school_or_nursery_is_told_of_a_child_who_may_go_to_one(born: date | None, reason: str, tasks: tuple[str, ...]) -> None:
    assert tasks_at_end(born, DAY, reason) == tasks


@pytest.mark.django_db
def test_the_end_of_a_plan_is_told_to_gp_school_and_cp_is() -> None:
    service = build.make()
    plan = build.on_plan(service)
    assert not plan.tasks.exists()
    build.review(service, plan, DAY, ChildDecided("end", "Safe.", end_reason="cin"))
    running = Clock.objects.get(kind=KIND, subject_reference=plan.reference)
    assert (running.owner_team, running.due_at.date()) == (plan.family.team, date(2027, 2, 23))
    gp, school, cp_is = plan.tasks.all()
    with clock.frozen(build.nine_o_clock(date(2027, 2, 23))):
        client, here = factories.sign_in(Client(), service.worker), f"/child-protection/plans/{plan.reference}/"
        assert "Telling of the end of a plan" in client.get("/").content.decode()
        page = client.get(here).content.decode()
        assert "Who is to be told" in page
        there = f"{here}tasks/{school.pk}/"
        assert there in page
        empty = client.post(there, {"version": build.again(plan).version})
        assert (empty.status_code, empty.context["form"].errors["note"][0][:19]) == (422, "Enter who was told,")
        sent = client.post(there, {"version": build.again(plan).version, "note": "Rang the school office."})
        assert sent.status_code == 302
        assert "Rang the school office." in client.get(here).content.decode()
        with pytest.raises(Refused, match="done already"):
            finish_plan_task(by=service.worker, task_id=school.pk, note="Again.")
        with pytest.raises(Refused, match="who was told"):
            finish_plan_task(by=service.worker, task_id=gp.pk, note=" ")
        stranger = factories.make_person("social_worker", team=factories.make_team())
        with pytest.raises(NotVisible):
            finish_plan_task(by=stranger, task_id=gp.pk, note="Letter.")
        finish_plan_task(by=service.worker, task_id=gp.pk, note="Letter.")
        assert build.again(running).stopped_at is None
        finish_plan_task(by=service.chair, task_id=cp_is.pk, note="In this week’s file.")
        assert build.again(running).outcome == "told"


@pytest.mark.django_db
def test_a_birth_wants_the_discharge_meeting_and_that_everybody_is_told() -> None:
    service = build.make()
    plan = build.on_plan(service)
    unborn = Child.objects.create(
        family_name="Ames", expected_delivery_date=date(2026, 12, 20), created_at=clock.now(), created_by="test"
    )
    before = build.bare_plan(unborn, date(2026, 11, 26), family=plan.family, review_due_on=date(2027, 2, 28))
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))):
        record_birth_on_plan(
            by=service.worker, reference=before.reference, version=before.version, born_on=date(2026, 12, 1), sex="F"
        )
    assert [row.kind for row in ProtectionPlan.objects.get(pk=before.pk).tasks.all()] == ["discharge", "birth"]
    assert Clock.objects.get(kind=KIND).due_at.date() == date(2026, 12, 3)


@pytest.mark.django_db
def test_the_conference_says_whose_nhs_number_is_not_known_to_who_arranges_it() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    child = conference.children.get().child
    here = f"/child-protection/conferences/{conference.reference}/"
    Child.objects.filter(pk=child.pk).update(nhs_number="")
    words = "Find it by the day of the conference"
    assert words in factories.sign_in(Client(), service.worker).get(here).content.decode()
    assert words not in factories.sign_in(Client(), service.health).get(here).content.decode()
    Child.objects.filter(pk=child.pk).update(nhs_number="9434765919")
    assert words not in factories.sign_in(Client(), service.worker).get(here).content.decode()
