"""Days of child protection that stand on a record: after a birth, after a clock was held, before a birth, under an order."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest

from children.models import Child
from foundation import clock
from foundation.calendar import add_working_days, end_of_day, london_date
from foundation.errors import Refused
from protection.deadlines import DEADLINES, WITHOUT_COPY
from protection.models import Conference, ConferenceChild, CoreGroupMeeting, ProtectionPlan, Section47, StrategyDiscussion
from protection.rules import kinds
from protection.rules.checking import ChildDecided
from protection.selectors.conferences import ChairsDesk
from protection.services.booking import ask_for_conference, request_review
from protection.services.core_group import record_core_group
from protection.services.families import open_family
from protection.services.moved_days import FOLLOWS
from protection.services.plan_work import end_legal_step, mark_legal_step
from protection.services.plans import record_birth_on_plan
from protection.services.transfers import note_transfer_in
from tests.protection import build
from tests.protection.build import again
from tests.protection.test_what_happens_between_conferences import ARRIVING, CHILD
from tests.work.build import inside
from work.models import Clock
from work.services.clocks import hold_clock, release_clock

pytestmark = pytest.mark.django_db
LATER, WEEK_AFTER = date(2026, 12, 1), date(2026, 12, 8)
FIVE_DAYS = 5


@pytest.fixture
def service() -> build.Service:
    return build.make()


@pytest.fixture
def plan(service: build.Service) -> Iterator[ProtectionPlan]:
    found = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(LATER)):
        yield found


def waits(kind: str) -> Clock:
    return Clock.objects.get(kind=kind, stopped_at__isnull=True)


def held_for_a_week(service: build.Service, kind: str, since: date = LATER) -> date:
    """The manager holds the clock on a day and lets it run again a week later; its new day."""
    running = waits(kind)
    with clock.frozen(build.nine_o_clock(since)):
        hold_clock(by=service.manager, clock_id=running.pk, reason="The family is away")
    with clock.frozen(build.nine_o_clock(since + timedelta(days=7))):
        released = release_clock(by=service.manager, clock_id=running.pk)
    assert released.due_at > running.due_at
    return london_date(released.due_at)


def test_every_clock_has_its_copy_or_says_that_there_is_none() -> None:
    own = {row.kind for row in DEADLINES if row.kind not in (kinds.ENQUIRY_INFORMATION, kinds.REPORT_TO_CHAIR)}
    assert own == set(FOLLOWS) | WITHOUT_COPY
    assert not set(FOLLOWS) & WITHOUT_COPY


def test_days_of_a_plan_follow_clocks_that_were_held(service: build.Service, plan: ProtectionPlan) -> None:
    assert plan.visit_due_on == date(2026, 12, 9)
    visit = held_for_a_week(service, kinds.VISIT_CLOCK)
    group = held_for_a_week(service, kinds.FIRST_CORE_GROUP_CLOCK)
    review = held_for_a_week(service, kinds.FIRST_REVIEW_CLOCK)
    found = again(plan)
    assert (found.visit_due_on, found.core_group_due_on, found.review_due_on) == (visit, group, review)
    assert found.version > plan.version
    with clock.frozen(build.nine_o_clock(date(2026, 12, 10))):
        assert ChairsDesk(service.chair).overdue == ()


def test_a_review_that_is_asked_for_follows_the_clock_of_its_plan(service: build.Service, plan: ProtectionPlan) -> None:
    asked = request_review(by=service.worker, family=plan.family.reference, children=[plan.child.reference])
    day = held_for_a_week(service, kinds.FIRST_REVIEW_CLOCK)
    assert (again(asked).due_on, asked.children.get().due_on) == (day, day)


def test_a_discussion_follows_its_clock(service: build.Service) -> None:
    discussion = build.called(service)
    day = held_for_a_week(service, kinds.STRATEGY_CLOCK, date(2026, 11, 19))
    assert StrategyDiscussion.objects.get(pk=discussion.pk).due_on == day


def test_an_enquiry_and_its_conference_follow_their_clock(service: build.Service) -> None:
    conference = build.initial(service)
    day = held_for_a_week(service, kinds.CONFERENCE_CLOCK)
    assert Section47.objects.get().conference_due_on == day
    assert (again(conference).due_on, conference.children.get().due_on) == (day, day)


def test_a_move_here_and_its_conference_follow_their_clock(service: build.Service) -> None:
    transfer = note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=CHILD, plan=ARRIVING)
    day = held_for_a_week(service, kinds.TRANSFER_CLOCK)
    assert again(transfer).conference_due_on == day
    assert Conference.objects.get().due_on == ConferenceChild.objects.get().due_on == day


def test_a_conference_that_meets_again_follows_its_clock(service: build.Service) -> None:
    first = build.decided(service, build.initial(service), date(2026, 11, 25), ChildDecided("adjourned", "No police."))
    day = held_for_a_week(service, kinds.RECONVENE_CLOCK)
    second = Conference.objects.get(reconvenes=first)
    assert (second.due_on, second.children.get().due_on, again(first).reconvene_due_on) == (day, day, day)


def test_what_goes_out_after_a_conference_follows_its_clocks(service: build.Service, plan: ProtectionPlan) -> None:
    outline, whole = (
        held_for_a_week(service, kinds.OUTLINE_CLOCK, date(2026, 11, 25)),
        held_for_a_week(service, kinds.RECORD_CLOCK),
    )
    conference = Conference.objects.get()
    assert (conference.outline_due_on, conference.record_due_on) == (outline, whole)


def test_minutes_follow_their_clock(service: build.Service, plan: ProtectionPlan) -> None:
    record_core_group(by=service.worker, family=plan.family.reference, held_on=LATER, attendance={})
    day = held_for_a_week(service, kinds.MINUTES_CLOCK)
    assert CoreGroupMeeting.objects.get().minutes_due_on == day


def born(service: build.Service, plan: ProtectionPlan) -> ProtectionPlan:
    unborn = Child.objects.create(
        family_name="Ames", expected_delivery_date=date(2026, 12, 20), created_at=clock.now(), created_by="test"
    )
    before = build.bare_plan(unborn, LATER - timedelta(days=3), family=plan.family, review_due_on=date(2027, 2, 28))
    return record_birth_on_plan(by=service.worker, reference=before.reference, version=before.version, born_on=LATER, sex="F")


def test_a_core_group_after_birth_does_for_the_review(service: build.Service, plan: ProtectionPlan) -> None:
    """London procedures 4.1.22: a review or core group within 10 days of birth."""
    baby = born(service, plan)
    assert baby.review_due_on == LATER + timedelta(days=10)
    with clock.frozen(build.nine_o_clock(WEEK_AFTER)):
        record_core_group(by=service.worker, family=plan.family.reference, held_on=WEEK_AFTER, attendance={})
    assert again(baby).review_due_on == date(2027, 2, 28)
    stopped = Clock.objects.get(kind=kinds.AFTER_BIRTH_CLOCK)
    assert (stopped.stopped_at is not None, stopped.outcome) == (True, "core_group")
    assert again(plan).review_due_on == plan.review_due_on


def test_a_core_group_before_the_birth_does_not(service: build.Service, plan: ProtectionPlan) -> None:
    baby = born(service, plan)
    with clock.frozen(build.nine_o_clock(WEEK_AFTER)):
        record_core_group(by=service.worker, family=plan.family.reference, held_on=LATER - timedelta(days=1), attendance={})
    assert again(baby).review_due_on == LATER + timedelta(days=10)
    assert waits(kinds.AFTER_BIRTH_CLOCK).outcome == ""


@pytest.mark.parametrize(
    ("expected", "by"),
    [
        (date(2027, 2, 8), date(2026, 11, 30)),  # ten weeks before come first
        (date(2027, 5, 1), date(2026, 12, 9)),  # 15 working days come first
        (date(2027, 1, 4), date(2026, 12, 9)),  # ten weeks before have passed
    ],
)
def test_a_conference_before_birth_is_held_ten_weeks_before_it(service: build.Service, expected: date, by: date) -> None:
    unborn = Child.objects.create(family_name="Ames", expected_delivery_date=expected, created_at=clock.now(), created_by="test")
    due = add_working_days(clock.today(), 15)
    with inside():
        family = open_family(by=service.manager, team=service.hub.assessment)
        conference = ask_for_conference(by=service.manager, family=family, kind="pre_birth", children=[(unborn, None, due)])
    assert conference.due_on == by
    assert conference.children.get().due_on == due, "the statutory 15 working days stand on the child's row"


def mark(service: build.Service, plan: ProtectionPlan, step: str, **fields: Any) -> Any:
    return mark_legal_step(by=service.worker, reference=plan.reference, step=step, **{"began_on": LATER, **fields})


def test_police_protection_ends_after_72_hours(service: build.Service, plan: ProtectionPlan) -> None:
    with pytest.raises(Refused, match="at what time"):
        mark(service, plan, "police")
    made = mark(service, plan, "police", began_time=time(8, 15))
    running = waits(kinds.POLICE_CLOCK)
    assert running.due_at - running.started_at == timedelta(hours=72)
    assert running.started_at == build.nine_o_clock(LATER) - timedelta(minutes=75)
    assert running.owner_team == plan.family.team
    end_legal_step(by=service.worker, mark_id=made.pk, ended_on=LATER)
    assert not Clock.objects.filter(kind=kinds.POLICE_CLOCK, stopped_at__isnull=True).exists()


def test_an_emergency_protection_order_ends_after_eight_days_and_is_extended_once_by_seven(
    service: build.Service, plan: ProtectionPlan
) -> None:
    with pytest.raises(Refused, match="only one that runs is extended"):
        mark(service, plan, "extended")
    made = mark(service, plan, "emergency")
    assert waits(kinds.ORDER_CLOCK).due_at == end_of_day(LATER + timedelta(days=8))
    longer = mark(service, plan, "extended")
    assert waits(kinds.ORDER_CLOCK).due_at == end_of_day(LATER + timedelta(days=15))
    end_legal_step(by=service.worker, mark_id=longer.pk, ended_on=LATER)
    with pytest.raises(Refused, match="extended once"):
        mark(service, plan, "extended")
    end_legal_step(by=service.worker, mark_id=made.pk, ended_on=LATER)
    assert not Clock.objects.filter(kind=kinds.ORDER_CLOCK, stopped_at__isnull=True).exists()
