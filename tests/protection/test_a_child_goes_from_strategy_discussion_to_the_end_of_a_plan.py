"""The whole way: accepted by a team, discussed, enquired, conferenced, on a plan, reviewed twice, ended, stepped down."""

from datetime import date, timedelta

import pytest

from children.models import ChronologyEntry, Involvement
from foundation import clock
from foundation.errors import NotVisible
from protection.models import Conference, FamilyGroup, ProtectionPlan, Section47, StrategyDiscussion
from protection.rules.checking import ChildDecided
from protection.selectors.plans import open_plan_of, plan_for
from protection.services.plan_tasks import finish_plan_task
from tests import factories
from tests.protection import build
from work.models import Clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> build.Service:
    return build.make()


def test_an_accepted_handover_calls_a_discussion(service: build.Service) -> None:
    discussion = build.called(service)
    family = discussion.family
    assert (family.team, family.restricted) == (service.hub.assessment, False)
    assert [row.child for row in discussion.children.all()] == [row.contact.child for row in discussion.children.all()]
    assert discussion.state == "called"
    assert discussion.due_on == date(2026, 11, 23)  # three working days after Wednesday 18 November


def test_from_discussion_to_plan_to_end(service: build.Service) -> None:
    plan = build.on_plan(service)
    assert (plan.started_on, plan.category, plan.previous_plans, plan.origin) == (date(2026, 11, 25), "NEG", 0, "conference")
    assert plan.review_due_on == date(2027, 2, 25)
    assert plan.visit_due_on == date(2026, 12, 9)
    assert plan.core_group_due_on == date(2026, 12, 9)
    assert Section47.objects.get().conference_due_on == date(2026, 12, 9)
    first = build.months_later(plan.started_on, 3) - timedelta(days=1)
    build.review(service, plan, first, ChildDecided("continue", "Not safe yet.", category="EMO"))
    plan = build.again(plan)
    assert (plan.initial_category, plan.category, plan.review_due_on) == ("NEG", "EMO", date(2027, 8, 24))
    assert [row.category for row in plan.categories.all()] == ["NEG", "EMO"]
    second = date(2027, 5, 17)
    build.review(service, plan, second, ChildDecided("end", "Safe with his grandmother.", end_reason="cin"))
    ended = build.again(plan)
    assert (ended.ended_on, ended.end_reason) == (second, "cin")
    assert ended.reviews.count() == 2
    assert open_plan_of(plan.child) is None
    running = Clock.objects.filter(subject_reference=plan.reference, stopped_at__isnull=True)
    assert [one.kind for one in running] == ["protection.tell"]
    for task in plan.tasks.all():
        finish_plan_task(by=service.worker, task_id=task.pk, note="Told by telephone.")
    assert not running.all().exists()
    assert not Involvement.objects.filter(record_reference=plan.reference, ended_at__isnull=True).exists()
    said = set(ChronologyEntry.objects.filter(child=plan.child).values_list("kind", flat=True))
    assert {"protection.discussed", "protection.plan_started", "protection.plan_ended"} <= said


def test_children_of_one_form_are_considered_together(service: build.Service) -> None:
    from tests.referrals import cases, mash

    first = build.called(service)
    contact = first.children.get().contact
    assert contact is not None
    second = mash.approved(service.hub, "S47")
    type(contact).objects.filter(pk=second.pk).update(submission=contact.submission, position=2)
    cases.accept(service.hub, mash.again(second))
    discussion = StrategyDiscussion.objects.get()
    assert discussion.children.count() == 2
    assert FamilyGroup.objects.count() == 1


def test_a_section_47_enquiry_without_conference_stops_the_clock(service: build.Service) -> None:
    enquiry = build.authorised(service, finding="not_continuing", outcome="s17")
    assert (enquiry.state, enquiry.icpc_not_required) == ("complete", True)
    assert not Conference.objects.exists()
    assert not Clock.objects.filter(subject_reference=enquiry.reference, stopped_at__isnull=True).exists()


def test_somebody_elsewhere_sees_nothing(service: build.Service) -> None:
    plan = build.on_plan(service)
    for role in ("team_manager", "social_worker"):
        with pytest.raises(NotVisible):
            plan_for(factories.make_person(role, team=factories.make_team()), plan.reference)
    for role in ("conference_chair", "practitioner"):
        with pytest.raises(NotVisible):
            plan_for(factories.make_person(role), plan.reference)
    assert plan_for(service.chair, plan.reference) == plan_for(service.worker, plan.reference)


def test_the_clock_stands(service: build.Service) -> None:
    assert clock.today() == date(2026, 11, 18)
    assert ProtectionPlan.objects.count() == 0
