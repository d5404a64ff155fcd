"""Invitations, and records that are sent out, reach people by a mail that says nothing, and stand on “My work”."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.models import Person
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.models import OutboxMessage
from protection.rules.minutes import Written
from protection.services.booking import book_conference
from protection.services.conferences import approve_conference_record, distribute_conference_record, send_outline
from protection.services.core_group import MemberNamed, name_core_group, record_core_group, send_core_group_minutes
from protection.services.invitations import AgencyAsked, invite_agencies
from protection.services.minuting import minute_conference, minute_core_group
from protection.services.strategy import Seat, prepare_discussion, share_discussion_record
from tests import factories
from tests.figures import read_figure
from tests.protection import build
from work.models import Clock

pytestmark = pytest.mark.django_db


def told(path: str) -> set[str]:
    """To whom a mail was promised that leads to this page; it has no other word in it."""
    rows = OutboxMessage.objects.filter(kind="mail", payload__template="news")
    found = [row.payload for row in rows if row.payload["word.path"] == path]
    assert all(set(one) == {"to", "template", "word.path"} for one in found)
    return {one["to"] for one in found}


def my_work(person: Person) -> str:
    return factories.sign_in(Client(), person).get("/").content.decode()


def test_whoever_is_invited_to_a_strategy_discussion_is_told_and_the_name_of_no_child() -> None:
    service = build.make()
    discussion = build.called(service)
    seats = [Seat(one.name, build.agency_of(one), person=one.reference) for one in (service.worker, service.police)]
    prepare_discussion(
        by=service.worker,
        reference=discussion.reference,
        version=discussion.version,
        planned_for=clock.now() + timedelta(hours=2),
        mode="video",
        seats=[*seats, Seat("Without an account", group="health")],
    )
    path = f"/child-protection/discussions/{discussion.reference}/"
    assert told(path) == {service.police.email}  # whoever invites knows
    page = my_work(service.police)
    assert f'You are invited to a strategy discussion: <span class="app-nowrap">{discussion.reference}</span>' in page
    assert f'href="{path}"' in page
    assert discussion.children.get().child.family_name not in page
    assert discussion.reference not in my_work(service.health)


def test_the_record_of_a_discussion_reaches_those_who_were_invited_on_its_day() -> None:
    service = build.make()
    discussion = build.held(service)
    due = Clock.objects.get(kind="protection.strategy_record", subject_reference=discussion.reference)
    assert due.due_at.date() == clock.today()
    path = f"/child-protection/discussions/{discussion.reference}/"
    OutboxMessage.objects.all().delete()
    share_discussion_record(by=service.worker, reference=discussion.reference, version=discussion.version)
    people = (service.manager, service.police, service.health, service.school)
    assert told(path) == {one.email for one in people}
    assert "Record of a strategy discussion" in my_work(service.health)
    with clock.frozen(clock.now() + timedelta(days=15)):
        assert "Record of a strategy discussion" not in my_work(service.health)


def test_how_many_records_of_discussions_went_out_on_their_day_is_published() -> None:
    service = build.make()
    first, second = build.held(service), build.held(service)
    build.held(service)
    share_discussion_record(by=service.worker, reference=first.reference, version=first.version)
    with clock.frozen(clock.now() + timedelta(days=1)):
        share_discussion_record(by=service.worker, reference=second.reference, version=second.version)
    found = read_figure("strategy_discussions.record_in_time", FinancialYear(2026))
    assert found is not None
    assert (found.numerator, found.denominator) == (1, 3)


def test_whoever_is_invited_to_a_conference_without_a_report_is_told() -> None:
    service = build.make()
    conference = build.initial(service)
    conference = book_conference(
        by=service.worker,
        reference=conference.reference,
        version=conference.version,
        chair=service.chair.reference,
        planned_for=build.nine_o_clock(build.weekday(clock.today() + timedelta(days=7))),
        mode="in_person",
    )
    path = f"/child-protection/conferences/{conference.reference}/"
    assert told(path) == {service.chair.email}
    lead = factories.make_person("agency_lead", service.school.holdings.get().agency)
    invited = [
        AgencyAsked(build.agency_of(service.health), person=service.health.reference, report=False),
        AgencyAsked(build.agency_of(service.police), person=service.police.reference),
        AgencyAsked(build.agency_of(service.school), name="Tom Teacher", report=False),
    ]
    invite_agencies(by=service.worker, reference=conference.reference, version=conference.version, invited=invited)
    assert told(path) == {service.chair.email, service.health.email}
    assert told("/child-protection/my-agency/") == {lead.email}
    assert "You are invited to a conference" in my_work(service.health)
    assert "You chair a conference" in my_work(service.chair)


def test_outline_and_record_of_a_conference_reach_invited_chair_and_core_group() -> None:
    service = build.make()
    plan = build.on_plan(service)
    conference = plan.decided.conference if plan.decided else None
    assert conference is not None
    outsider = factories.make_person("practitioner", factories.make_agency("housing"), name="Hope Housing")
    with clock.frozen(build.nine_o_clock(plan.started_on)):
        member = MemberNamed(agency=build.agency_of(outsider), person=outsider.reference)
        name_core_group(by=service.worker, family=plan.family.reference, members=[member], joined_on=plan.started_on)
        OutboxMessage.objects.all().delete()
        conference = send_outline(by=service.worker, reference=conference.reference, version=conference.version)
        path, people = f"/child-protection/conferences/{conference.reference}/", (service.police, service.health, service.school)
        assert told(path) == {service.chair.email, *(one.email for one in people)}
        assert told(f"/child-protection/plans/{plan.reference}/") == {outsider.email}
        texts = {"danger_statements": Written("Harm."), "what_needs_to_happen": Written("Visits.")}
        minute_conference(by=service.chair, reference=conference.reference, texts=texts)
        conference = build.again(conference)
        conference = approve_conference_record(by=service.chair, reference=conference.reference, version=conference.version)
        OutboxMessage.objects.all().delete()
        distribute_conference_record(by=service.worker, reference=conference.reference, version=conference.version)
        assert told(path) == {service.chair.email, *(one.email for one in people)}
        assert told(f"/child-protection/plans/{plan.reference}/") == {outsider.email}
        assert "Record of a conference" in my_work(service.health)
        assert "Record of a conference" not in my_work(outsider)


def test_minutes_of_a_core_group_reach_its_members() -> None:
    service = build.make()
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))):
        members = [MemberNamed(agency=build.agency_of(one), person=one.reference) for one in (service.health, service.school)]
        family = plan.family.reference
        named = name_core_group(
            by=service.worker,
            family=family,
            members=[*members, MemberNamed("Mum", relation="parent")],
            joined_on=plan.started_on,
        )
        came = {one.pk: "attended" for one in named}
        meeting = record_core_group(by=service.worker, family=family, held_on=date(2026, 12, 1), attendance=came)
        minute_core_group(by=service.worker, meeting_id=meeting.pk, texts={"minutes": Written("All is well.")})
        OutboxMessage.objects.all().delete()
        send_core_group_minutes(by=service.health, meeting_id=meeting.pk, version=build.again(meeting).version)
        path = f"/child-protection/plans/{plan.reference}/core-group/meetings/{meeting.pk}/"
        assert told(path) == {service.school.email, service.chair.email}
        assert "Minutes of a core group" in my_work(service.school)
