"""Half way between two conferences the chair's check is due: on the chair's work, and among what is late."""

from datetime import date

import pytest
from django.test import Client

from foundation import clock
from protection.rules.checking import ChildDecided
from protection.selectors.conferences import ChairsDesk
from protection.services.plan_work import VisitWritten, check_midway, record_visit
from protection.services.plans import end_plan
from tests import factories
from tests.protection import build
from work.models import Clock

pytestmark = pytest.mark.django_db
KIND = "protection.midway_check"


def test_the_check_is_due_by_its_clock_and_done_with_it() -> None:
    service = build.make()
    plan = build.on_plan(service)  # since 25 November 2026
    running = Clock.objects.get(kind=KIND, subject_reference=plan.reference)
    assert (running.owner_person, running.due_at.date(), plan.check_due_on) == (
        service.chair,
        date(2027, 1, 10),
        date(2027, 1, 10),
    )
    with clock.frozen(build.nine_o_clock(date(2027, 1, 8))):
        assert "Chair’s mid-way check" in factories.sign_in(Client(), service.chair).get("/").content.decode()
        seen = VisitWritten(date(2027, 1, 8), "Wyn", seen=True)
        record_visit(by=service.worker, reference=plan.reference, visit=seen)
        type(plan).objects.update(core_group_due_on=None)
        assert ChairsDesk(service.chair).overdue == ()
    with clock.frozen(build.nine_o_clock(date(2027, 1, 11))):
        assert ChairsDesk(service.chair).overdue == (plan,)
        page = factories.sign_in(Client(), service.chair).get("/chair/").content.decode()
        assert "The chair’s mid-way check was due on 10 January 2027." in page
        check_midway(
            by=service.chair, reference=plan.reference, checked_on=date(2027, 1, 11), on_track=True, findings="On its way."
        )
        assert ChairsDesk(service.chair).overdue == ()
        assert (build.again(plan).check_due_on, build.again(running).outcome) == (None, "checked")


def test_after_a_review_the_next_is_half_way_to_the_later_one_and_the_end_ends_it() -> None:
    service = build.make()
    plan = build.on_plan(service)
    build.review(service, plan, date(2027, 2, 22), ChildDecided("continue", "Not yet.", category="NEG"))
    first, later = Clock.objects.filter(kind=KIND).order_by("pk")
    assert (first.outcome, later.due_at.date()) == ("held", date(2027, 5, 24))
    plan = build.again(plan)
    assert plan.check_due_on == date(2027, 5, 24)
    with clock.frozen(build.nine_o_clock(date(2027, 3, 1))):
        given = {"version": plan.version, "ended_on": date(2027, 3, 1), "reason": "died", "note": "So."}
        end_plan(by=service.manager, reference=plan.reference, **given)
    assert (build.again(plan).check_due_on, build.again(later).outcome) == (None, "ended")
