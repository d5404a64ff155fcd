"""Visits, core groups, shared actions, the chair's look and escalation, legal steps, births, moves, the scrutiny panel."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from children.models import Child
from children.rules import ChildDetails
from foundation import clock
from foundation.actors import SystemActor
from foundation.calendar import FinancialYear
from foundation.errors import Conflict, NotVisible, Refused
from foundation.models import OutboxMessage
from protection.figures.plans import durations_on
from protection.models import Conference, CoreGroupMeeting, ProtectionPlan, Transfer
from protection.presenters.conferences import about_rows
from protection.presenters.plans import clock_day
from protection.rules.checking import ChildDecided
from protection.selectors.arranging import diaries
from protection.selectors.conferences import ChairsDesk, agencys_conferences
from protection.selectors.panel import PanelFilter, cases_of, panel_for
from protection.selectors.plans import plan_file, plan_for
from protection.services.core_group import (
    MemberNamed,
    end_core_group_membership,
    name_core_group,
    record_core_group,
)
from protection.services.invitations import FamilyAsked, exclude_from_conference, invite_family, share_report_with_family
from protection.services.panel import discuss_in_panel, list_for_panel, record_panel
from protection.services.plan_work import (
    ActionWritten,
    VisitWritten,
    add_plan_action,
    answer_escalation,
    check_midway,
    close_escalation,
    end_legal_step,
    escalate_plan,
    mark_legal_step,
    note_progress,
    raise_escalation,
    record_visit,
    settle_plan_action,
)
from protection.services.plans import end_plan, record_birth_on_plan
from protection.services.transfers import ArrivingPlan, note_transfer_in, note_transfer_out, settle_transfer
from tests.factories import sign_in
from tests.figures import read_figure
from tests.protection import build
from tests.protection.build import again
from work.models import Request
from work.services.requests import Sharing, answer_request

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


def test_a_visit_at_which_the_child_was_seen_starts_the_interval_anew(service: build.Service, plan: ProtectionPlan) -> None:
    away = VisitWritten(LATER, "Wyn", seen=False)
    with pytest.raises(Refused, match="why the child was not seen"):
        record_visit(by=service.worker, reference=plan.reference, visit=away)
    missed = VisitWritten(LATER, "Wyn", seen=False, not_seen_reason="Nobody opened.")
    record_visit(by=service.worker, reference=plan.reference, visit=missed)
    assert again(plan).visit_due_on == date(2026, 12, 9)
    seen = VisitWritten(LATER, "Wyn", seen=True, seen_alone=True, bedroom_seen=True, child_view="“Better.”")
    made = record_visit(by=service.worker, reference=plan.reference, visit=seen)
    assert (made.due_on, again(plan).visit_due_on) == (date(2026, 12, 9), date(2026, 12, 15))
    with pytest.raises(Refused, match="25 November 2026 or later"):
        record_visit(by=service.worker, reference=plan.reference, visit=VisitWritten(date(2026, 11, 1), "Wyn", seen=True))


def test_a_core_group_meets_within_ten_days_and_then_every_six_weeks(service: build.Service, plan: ProtectionPlan) -> None:
    family = plan.family.reference
    member = MemberNamed(agency=build.agency_of(service.health), person=service.health.reference)
    (named,) = name_core_group(by=service.worker, family=family, joined_on=LATER, members=[member, member])
    assert plan_for(service.health, plan.reference) == plan
    meeting = record_core_group(by=service.worker, family=family, held_on=LATER, attendance={named.pk: "attended"})
    assert (meeting.is_first, meeting.due_on, meeting.minutes_due_on) == (True, date(2026, 12, 9), date(2026, 12, 15))
    assert again(plan).core_group_due_on == LATER + timedelta(days=42)
    with pytest.raises(Refused, match="recorded already"):
        record_core_group(by=service.worker, family=family, held_on=LATER, attendance={})
    end_core_group_membership(by=service.worker, family=family, member_id=named.pk, left_on=LATER)
    with pytest.raises(NotVisible):
        plan_for(service.health, plan.reference)


def test_minutes_sent_late_in_a_summers_evening_went_out_on_that_day_in_london() -> None:
    assert clock_day(CoreGroupMeeting(sent_at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))) == date(2026, 7, 2)
    assert clock_day(CoreGroupMeeting()) is None


def test_siblings_share_an_action(service: build.Service, plan: ProtectionPlan) -> None:
    other = build.bare_plan(make_child(), LATER - timedelta(days=3), family=plan.family)
    written = ActionWritten("Hunger", "Both eat daily.", "Breakfast club", "Sol School", date(2026, 12, 20), "Fed daily.")
    both = [plan.reference, other.reference]
    action = add_plan_action(by=service.worker, family=plan.family.reference, plans=both, written=written)
    assert [one.pk for one in plan_file(other).actions] == [action.pk] == [one.pk for one in plan_file(plan).actions]
    with pytest.raises(Refused, match="plans of this family"):
        add_plan_action(by=service.worker, family=plan.family.reference, plans=["x"], written=written)
    assert note_progress(by=service.chair, action_id=action.pk, progress=4).progress == 4
    with pytest.raises(Refused, match="0 to 10"):
        note_progress(by=service.chair, action_id=action.pk, progress=11)
    settle_plan_action(by=service.worker, action_id=action.pk, status="done", note="Ten days running.")
    with pytest.raises(Refused, match="settled already"):
        settle_plan_action(by=service.worker, action_id=action.pk, status="done", note="Again.")


def test_the_chair_looks_and_escalates(service: build.Service, plan: ProtectionPlan) -> None:
    assert plan.check_due_on == date(2027, 1, 10)
    check_midway(by=service.chair, reference=plan.reference, checked_on=LATER, on_track=False, findings="No visits.")
    raised = escalate_plan(by=service.chair, reference=plan.reference, concern="No visits.")
    told = [row.payload["to"] for row in OutboxMessage.objects.filter(payload__template="news", key__contains="escalation")]
    assert told == [service.manager.email]
    with pytest.raises(Refused, match="open already"):
        escalate_plan(by=service.chair, reference=plan.reference, concern="Still none.")
    said = answer_escalation(by=service.manager, escalation_id=raised.pk, version=raised.version, answer="A visit tomorrow.")
    mails = OutboxMessage.objects.filter(payload__template="news", key__contains="escalation").order_by("pk")
    assert [row.payload["to"] for row in mails] == [service.manager.email, service.chair.email]
    assert {row.payload["word.path"] for row in mails} == {f"/child-protection/plans/{plan.reference}/"}
    second = raise_escalation(by=service.chair, escalation_id=raised.pk, version=said.version, concern="None came.")
    third = raise_escalation(by=service.chair, escalation_id=raised.pk, version=second.version, concern="None came.")
    assert (second.stage, third.stage) == (2, 3)
    with pytest.raises(Refused, match="director already"):
        raise_escalation(by=service.chair, escalation_id=raised.pk, version=third.version, concern="None came.")
    close_escalation(by=service.chair, escalation_id=raised.pk, version=third.version, result="Visited.")
    with pytest.raises(Refused, match="is closed"):
        close_escalation(by=service.chair, escalation_id=raised.pk, version=third.version, result="Visited.")


def test_legal_steps_are_marked(service: build.Service, plan: ProtectionPlan) -> None:
    mark = mark_legal_step(by=service.worker, reference=plan.reference, step="pre_proceedings", began_on=LATER)
    with pytest.raises(Refused, match="marked already"):
        mark_legal_step(by=service.worker, reference=plan.reference, step="pre_proceedings", began_on=LATER)
    with pytest.raises(Refused, match="or later"):
        end_legal_step(by=service.worker, mark_id=mark.pk, ended_on=LATER - timedelta(days=1))
    assert end_legal_step(by=service.worker, mark_id=mark.pk, ended_on=LATER).ended_on == LATER


def make_child(**fields: object) -> Child:
    fields = fields or {"birth_date": date(2015, 1, 1)}
    return Child.objects.create(family_name="Ames", created_at=clock.now(), created_by="test", **fields)  # type: ignore[misc]


def test_at_birth_the_same_record_and_plan_go_on(service: build.Service, plan: ProtectionPlan) -> None:
    unborn = make_child(expected_delivery_date=date(2026, 12, 20))
    before = build.bare_plan(unborn, LATER - timedelta(days=3), family=plan.family, review_due_on=date(2027, 2, 28))
    with connection.cursor() as cursor:
        assert durations_on(LATER, cursor).totals.numbers[0] == 1
    after = record_birth_on_plan(
        by=service.worker, reference=before.reference, version=before.version, born_on=LATER, sex="F", given_name="Bea"
    )
    child = again(unborn)
    assert (after.pk, after.child_id) == (before.pk, unborn.pk)
    assert (child.birth_date, child.expected_delivery_date, child.sex, child.given_name) == (LATER, None, "F", "Bea")
    assert after.review_due_on == LATER + timedelta(days=10)
    with connection.cursor() as cursor:
        assert durations_on(LATER, cursor).totals.numbers[:2] == (0, 2)
    with pytest.raises(Refused, match="recorded already"):
        record_birth_on_plan(by=service.worker, reference=before.reference, version=after.version, born_on=LATER, sex="F")


ARRIVING = ArrivingPlan("Southmere", date(2026, 3, 2), "EMO", told_on=date(2026, 11, 18), previous_plans=1)
CHILD = ChildDetails("Moved", "Mo", birth_date=date(2016, 4, 4), sex="M")


def test_a_child_who_moves_in_gets_a_conference_and_a_plan_that_counts_those_elsewhere(service: build.Service) -> None:
    transfer = note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=CHILD, plan=ARRIVING)
    assert transfer.conference_due_on == date(2026, 12, 9)
    with pytest.raises(Refused, match="recorded already"):
        note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=transfer.child, plan=ARRIVING)
    conference = Conference.objects.get(type="transfer_in")
    build.decided(service, conference, date(2026, 11, 25))
    plan = ProtectionPlan.objects.get()
    assert (plan.origin, plan.previous_plans, plan.transfer) == ("transfer_in", 2, transfer)
    assert again(transfer).accepted_on == date(2026, 11, 25)
    with pytest.raises(Refused, match="on a child protection plan here already"):
        note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=transfer.child, plan=ARRIVING)
    found = read_figure("plans.started", FinancialYear(2026))
    assert found is not None
    assert found.by["origin"] == {"Moved in on a plan of another authority": 1}


def test_a_stay_for_a_time_leaves_the_plan_where_it_is(service: build.Service) -> None:
    staying = ArrivingPlan("Southmere", date(2026, 3, 2), "EMO", told_on=date(2026, 11, 18), temporary=True)
    transfer = note_transfer_in(by=service.manager, team=service.hub.assessment.code, child=CHILD, plan=staying)
    assert not Conference.objects.exists()
    assert settle_transfer(by=service.worker, transfer_id=transfer.pk, on=clock.today()).returned_on == clock.today()


def test_a_plan_runs_until_the_receiving_authority_has_taken_it_over(service: build.Service, plan: ProtectionPlan) -> None:
    out = note_transfer_out(
        by=service.worker, reference=plan.reference, version=plan.version, authority="Southmere", told_on=LATER
    )
    assert again(plan).is_open
    settle_transfer(by=service.worker, transfer_id=out.pk, on=LATER)
    with pytest.raises(Refused, match="settled already"):
        settle_transfer(by=service.worker, transfer_id=out.pk, on=LATER)
    over = end_plan(
        by=service.manager, reference=plan.reference, version=plan.version, ended_on=LATER, reason="transferred", note="So."
    )
    assert (over.ended_on, Transfer.objects.get().accepted_on) == (LATER, LATER)


def test_the_panel_gets_its_monthly_list(service: build.Service, plan: ProtectionPlan) -> None:
    long = build.bare_plan(make_child(), date(2025, 5, 1), family=plan.family, previous_plans=1)
    panel = list_for_panel(by=SystemActor("test"), month=LATER)
    assert [(case.plan, case.listed_for) for case in panel.cases.all()] == [(long, ["over_18", "second_plan"])]
    list_for_panel(by=service.chair, month=LATER)
    (case,) = cases_of(service.chair, panel_for(service.chair, panel.reference), PanelFilter()).rows
    record_panel(by=service.chair, month=LATER, version=panel.version, held_on=LATER, attended="All seven agencies.")
    with pytest.raises(Conflict, match="Somebody else wrote when the panel met"):
        record_panel(by=service.chair, month=LATER, version=panel.version, held_on=LATER, attended="Six agencies.")
    with pytest.raises(Refused, match="Select what the panel decided"):
        discuss_in_panel(by=service.chair, case_id=case.pk, version=case.version, decision="", discussion="x", presented_by="Wyn")
    done = discuss_in_panel(
        by=service.manager, case_id=case.pk, version=case.version, decision="legal", discussion="Drift.", presented_by="Wyn"
    )
    assert (done.decision, done.version) == ("legal", 2)
    list_for_panel(by=service.chair, month=date(2027, 1, 4))
    with pytest.raises(Refused, match="later month"):
        discuss_in_panel(by=service.chair, case_id=case.pk, version=2, decision="end", discussion="x", presented_by="Wyn")


def test_reports_come_by_requests_and_attendance_is_published(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service), date(2026, 11, 25))
    own = conference.invitations.get(person=service.health)
    assert (own.report, own.report_due_on) == ("awaited", date(2026, 11, 24))
    assert conference.invitations.filter(report="awaited").count() == 4
    shown = {row["key"]: row["value"] for row in about_rows(conference)}
    assert "23 November 2026" in shown["The family has the social worker’s report by"]  # two working days before
    with pytest.raises(Refused, match="not been received"):
        share_report_with_family(by=service.worker, invitation_id=own.pk, shared_on=clock.today())
    request = Request.objects.get(pk=own.request_id)
    sharing = Sharing(proportionate=True, may_tell_family=True)
    answer_request(by=service.health, reference=request.reference, result="plan", answer="He lost weight.", sharing=sharing)
    own = again(own)
    assert (own.report, own.report_received_on, own.recommendation) == ("on_time", clock.today(), "plan")
    share_report_with_family(by=service.worker, invitation_id=own.pk, shared_on=clock.today())
    conference = invite_family(
        by=service.worker,
        reference=conference.reference,
        version=again(conference).version,
        invited=[FamilyAsked("Mum", "parent"), FamilyAsked("Dad", "parent")],
    )
    dad = conference.family_invitations.get(name="Dad")
    with pytest.raises(Refused, match="why they are kept out"):
        exclude_from_conference(
            by=service.chair, reference=conference.reference, version=conference.version, invitation_id=dad.pk, reason=""
        )
    exclude_from_conference(
        by=service.chair, reference=conference.reference, version=conference.version, invitation_id=dad.pk, reason="Threats."
    )
    taken = diaries([service.chair], date(2026, 11, 1), date(2026, 11, 30))
    assert [one.type for one in taken[service.chair.name]] == ["icpc"]
    build.decided(service, again(conference), date(2026, 11, 25))
    year = FinancialYear(2026)
    came, parents = read_figure("conferences.attendance", year), read_figure("conferences.parents_came", year)
    reports, initial = read_figure("conferences.reports", year), read_figure("conferences.initial_in_time", year)
    assert came is not None
    assert parents is not None
    assert reports is not None
    assert initial is not None
    assert (came.numerator, came.denominator) == (4, 4)
    assert (parents.numerator, parents.denominator) == (0, 1)  # who was kept out is not counted
    assert (reports.numerator, reports.denominator) == (1, 4)
    assert (initial.numerator, initial.denominator) == (1, 1)
    lead = agencys_conferences(service.police, date(2026, 11, 1), date(2026, 11, 30))
    assert [(one.name, one.attendance, one.report) for one in lead] == [("Pat Police", "attended", "awaited")]


def test_the_chairs_desk_shows_what_is_the_chairs(service: build.Service, plan: ProtectionPlan) -> None:
    desk = ChairsDesk(service.chair)
    assert (desk.plans, desk.overdue, desk.diary) == ((plan,), (), ())
    assert [one.held_on for one in desk.to_approve] == [plan.started_on]
    with clock.frozen(build.nine_o_clock(date(2026, 12, 10))):
        assert ChairsDesk(service.chair).overdue == (plan,)


def test_the_figures_of_meetings_say_what_was_in_time(service: build.Service, plan: ProtectionPlan) -> None:
    record_visit(by=service.worker, reference=plan.reference, visit=VisitWritten(LATER, "Wyn", seen=True, seen_alone=True))
    build.review(service, plan, date(2027, 2, 22), ChildDecided("continue", "Not yet.", category="NEG"))
    year = FinancialYear(2026)
    for code, pair in (
        ("strategy_discussions.in_time", (1, 1)),
        ("section47.to_conference", (1, 1)),
        ("conferences.to_plan", (1, 1)),
        ("conferences.review_in_time", (1, 1)),
        ("conferences.record_in_time", (0, 2)),
        ("visits.in_time", (1, 1)),
        ("visits.seen_alone", (1, 1)),
        ("plans.reviewed_in_time", (1, 1)),
    ):
        found = read_figure(code, year)
        assert found is not None
        assert (found.numerator, found.denominator) == pair, code


@pytest.mark.parametrize(("visits", "folded"), [(6, 0), (8, 2)])
def test_the_page_of_a_plan_shows_the_newest_six_visits_and_folds_the_earlier_ones(
    service: build.Service, plan: ProtectionPlan, visits: int, folded: int
) -> None:
    for _ in range(visits):
        record_visit(by=service.worker, reference=plan.reference, visit=VisitWritten(LATER, "Wyn", seen=True))
    text = sign_in(Client(), service.worker).get(reverse("protection:plan", args=[plan.reference])).content.decode()
    heading = "1 December 2026, Wyn"
    before, _, after = text.partition("Earlier visits")
    assert (before.count(heading), after.partition("</details>")[0].count(heading)) == (min(visits, 6), folded)
