"""Conference and plan pages: what somebody who is only invited may open and write, what is logged, what is refused in words."""

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import AccessLogEntry
from foundation import clock
from tests import factories
from tests.protection import build

pytestmark = pytest.mark.django_db


def test_an_invited_practitioner_writes_for_their_own_agency_and_arranges_nothing() -> None:
    service = build.make()
    conference = build.booked(service, build.initial(service))
    client = factories.sign_in(Client(), service.health)
    here = f"/child-protection/conferences/{conference.reference}/"
    page = client.get(here)
    assert page.status_code == 200
    assert "Book chair" not in page.content.decode()
    assert client.get(f"{here}book/").status_code == 403
    assert client.post(f"{here}attendance/", {}).status_code == 403
    seat = conference.invitations.get(person=service.health)
    written = client.get(f"{here}record/").content.decode()
    assert f'name="invitations-{seat.pk}"' in written
    assert 'name="summary"' not in written
    client.post(f"{here}record/", {f"invitations-{seat.pk}": "We are worried.", f"shown-invitations-{seat.pk}": "0"})
    seat.refresh_from_db()
    assert seat.view == "We are worried."


def test_a_chair_of_the_team_is_refused_beside_the_question() -> None:
    service = build.make()
    conference = build.initial(service)
    factories.make_holding(service.chair, "conference_chair", service.hub.assessment.agency, service.hub.assessment)
    day = build.weekday(clock.today() + timedelta(days=7))
    posted = {
        "version": conference.version,
        "chair": service.chair.reference,
        "planned_for-day": day.day,
        "planned_for-month": day.month,
        "planned_for-year": day.year,
        "at": "9:30am",
        "mode": "in_person",
        "practice_model": "sf",
    }
    client = factories.sign_in(Client(), service.worker)
    answer = client.post(f"/child-protection/conferences/{conference.reference}/book/", posted)
    assert answer.status_code == 422
    assert "independent of the team" in answer.context["form"].errors["chair"][0]


def test_a_record_is_not_approved_before_the_danger_is_written() -> None:
    service = build.make()
    day = build.weekday(clock.today() + timedelta(days=7))
    conference = build.decided(service, build.initial(service), day)
    client = factories.sign_in(Client(), service.chair)
    here = f"/child-protection/conferences/{conference.reference}/"
    answer = client.post(f"{here}approve/", {"version": build.again(conference).version}, follow=True)
    assert "the danger statements" in answer.content.decode()
    assert build.again(conference).state == "held"


def test_every_look_at_a_plan_is_logged_with_its_child() -> None:
    service = build.make()
    plan = build.on_plan(service)
    client = factories.sign_in(Client(), service.worker)
    for page in ("", "visits/add/"):
        before = AccessLogEntry.objects.count()
        assert client.get(f"/child-protection/plans/{plan.reference}/{page}").status_code == 200
        assert AccessLogEntry.objects.count() == before + 1
        assert AccessLogEntry.objects.latest("pk").record_reference == plan.reference


def test_a_plan_reads_as_many_rows_of_actions_in_as_many_queries(django_assert_max_num_queries: object) -> None:
    service = build.make()
    plan = build.on_plan(service)
    for number in range(10):
        action = plan.family.actions.create(
            danger="D", outcome="O", action=f"A{number}", who="W", due_on=clock.today(), added_at=clock.now(), added_by="test"
        )
        action.of_plans.create(plan=plan)
    client = factories.sign_in(Client(), service.worker)
    client.get("/child-protection/plans/")
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        client.get(f"/child-protection/plans/{plan.reference}/")
