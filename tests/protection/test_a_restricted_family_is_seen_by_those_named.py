"""A restricted family is seen by people who are named, through no team and no side door; the glass is broken with a reason."""

from datetime import date, timedelta

import pytest
from django.test import Client

from accounts.access import can
from children.kinds import record_kinds
from children.models import Child, ChronologyEntry
from foundation import clock
from foundation.actors import SystemActor
from foundation.errors import NotVisible, Refused
from foundation.models import OutboxMessage
from protection.merge_checks import two_open_plans
from protection.models import SEE_FAMILY, FamilyGroup, FamilyPersonGrant, FamilyTeamGrant
from protection.rules import kinds
from protection.selectors.plans import plan_for, plans_of_teams
from protection.selectors.sight import (
    VISIBLE,
    facts_of_plan,
    managed_among,
    records_about,
    restricted_among,
    seen_among,
    visible_families,
    works_on,
)
from protection.services.booking import book_conference, request_review
from protection.services.families import allocate_family, let_see, name_on_restricted
from tests import factories
from tests.protection import build
from work.models import Clock, Reminder, Request
from work.selectors.requests import requests_to_answer
from work.services.reminders import send_reminders

pytestmark = pytest.mark.django_db


@pytest.fixture
def service() -> build.Service:
    return build.make()


def test_a_family_that_becomes_restricted_is_hidden_from_its_team(service: build.Service) -> None:
    plan = build.on_plan(service)
    references = {
        kinds.PLAN: plan.reference,
        kinds.FAMILY: plan.family.reference,
        kinds.CONFERENCE: plan.decided.conference.reference,  # type: ignore[union-attr]
    }
    for kind, reference in references.items():
        assert seen_among(service.manager, kind, [reference]) == {reference}
    FamilyGroup.objects.filter(pk=plan.family_id).update(restricted=True)
    for kind, reference in references.items():
        assert seen_among(service.manager, kind, [reference]) == set()
        assert managed_among(service.manager, kind, [reference]) == set()
        assert restricted_among(kind, [reference]) == (reference,)
    for kind in (kinds.PLAN, kinds.CONFERENCE):
        to_manager = records_about(service.manager, kind, [plan.child_id]).each()
        to_chair = records_about(service.chair, kind, [plan.child_id]).each()
        assert {(row.seen, row.opens, row.restricted) for row in to_manager} == {(False, False, True)}
        assert {(row.seen, row.restricted) for row in to_chair} == {(True, True)}
    assert plan_for(service.chair, plan.reference) == plan
    with pytest.raises(NotVisible):
        plan_for(service.manager, plan.reference)
    assert not plans_of_teams(service.manager).rows
    assert facts_of_plan(service.manager, plan.reference) == ()


def test_whoever_is_to_chair_no_longer_sees_the_family_no_longer(service: build.Service) -> None:
    conference = build.booked(service, build.initial(service))
    FamilyGroup.objects.filter(pk=conference.family_id).update(restricted=True)
    other = factories.make_person("conference_chair", factories.make_agency("council"), name="Other Chair")
    day = build.weekday(clock.today() + timedelta(days=7))
    posted = {
        "version": conference.version,
        "chair": other.reference,
        "planned_for-day": day.day,
        "planned_for-month": day.month,
        "planned_for-year": day.year,
        "at": "9:30am",
        "mode": "in_person",
        "practice_model": "sf",
    }
    client = factories.sign_in(Client(), service.chair)
    answer = client.post(f"/child-protection/conferences/{conference.reference}/book/", posted, follow=True)
    assert answer.redirect_chain == [("/child-protection/conferences/", 302)]
    assert works_on(other, conference.family)
    assert not works_on(service.chair, conference.family)
    assert client.get(f"/child-protection/conferences/{conference.reference}/").status_code == 404


def test_a_chair_with_a_plan_of_the_family_goes_on_seeing_it(service: build.Service) -> None:
    plan = build.on_plan(service)
    with clock.frozen(build.nine_o_clock(date(2026, 12, 1))):
        asked = request_review(by=service.worker, family=plan.family.reference, children=[plan.child.reference])
        asked = build.booked(service, asked, date(2027, 1, 6))
        other = factories.make_person("conference_chair", factories.make_agency("council"), name="Other Chair")
        book_conference(
            by=service.worker,
            reference=asked.reference,
            version=asked.version,
            chair=other.reference,
            planned_for=build.nine_o_clock(date(2027, 1, 6)),
            mode="video",
        )
        assert works_on(service.chair, plan.family)


def test_somebody_named_on_it_sees_it(service: build.Service) -> None:
    family = build.called(service).family
    other = factories.make_person("social_worker", team=factories.make_team())
    with pytest.raises(Refused, match="why they need"):
        name_on_restricted(by=service.manager, reference=family.reference, person=other.reference, reason="")
    name_on_restricted(by=service.manager, reference=family.reference, person=other.reference, reason="Knows the family")
    assert works_on(other, family)
    assert visible_families(other).count() == 1


def test_a_worker_is_allocated_who_sees_the_family(service: build.Service) -> None:
    family = build.called(service).family
    stranger = factories.make_person("social_worker", team=factories.make_team())
    with pytest.raises(Refused, match="sees this family"):
        allocate_family(by=service.manager, reference=family.reference, worker=stranger.reference)
    assert allocate_family(by=service.manager, reference=family.reference, worker=service.worker.reference).worker


def test_the_grant_decides_as_the_list_does(service: build.Service) -> None:
    family = build.called(service).family
    people = [service.manager, service.worker, service.chair, service.police, service.hub.officer]
    for restricted in (False, True):
        FamilyGroup.objects.filter(pk=family.pk).update(restricted=restricted)
        for person in people:
            listed = visible_families(person).filter(pk=family.pk).exists()
            granted = can(person, family, SEE_FAMILY, team_grants=FamilyTeamGrant, person_grants=FamilyPersonGrant)
            assert listed is granted


def test_the_childs_chronology_reads_what_is_written_here(service: build.Service) -> None:
    plan = build.on_plan(service)
    known = record_kinds()
    assert set(VISIBLE) - {kinds.FAMILY} <= set(known)
    said = {
        known[row.record_kind].words(row.kind, row.detail)
        for row in ChronologyEntry.objects.filter(child=plan.child)
        if row.record_kind in VISIBLE
    }
    assert "Child protection plan started: neglect" in said
    assert set(known[kinds.PLAN].seen_by(service.worker, [plan.reference])) == {plan.reference}
    (told,) = known[kinds.PLAN].of_children(service.worker, [plan.child_id]).each()
    assert (told.reference, told.seen, told.opens, told.restricted) == (plan.reference, True, True, False)


def test_two_children_on_plans_are_not_joined(service: build.Service) -> None:
    one = build.on_plan(service)
    child = Child.objects.create(family_name="Ames", birth_date=one.started_on, created_at=clock.now(), created_by="test")
    other = build.bare_plan(child, one.started_on)
    with pytest.raises(Refused, match="cannot be joined"):
        two_open_plans([one.child_id], [other.child_id])
    two_open_plans([one.child_id], [])


def test_a_report_that_somebody_is_asked_for_by_name_is_closed_to_the_others_of_their_agency(service: build.Service) -> None:
    health = service.health.holdings.get().agency
    lead = factories.make_person("agency_lead", health)
    conference = build.booked(service, build.initial(service))
    asked = conference.invitations.get(person=service.health).request
    assert asked is not None
    page = f"/requests/{asked.reference}/"
    of_lead, own = factories.sign_in(Client(), lead), factories.sign_in(Client(), service.health)
    assert (of_lead.get(page).status_code, own.get(page).status_code) == (200, 200)
    FamilyGroup.objects.filter(pk=conference.family_id).update(restricted=True)
    assert (of_lead.get(page).status_code, own.get(page).status_code) == (404, 200)
    assert asked not in requests_to_answer(lead)
    conference.invitations.filter(person=service.health).update(person=None)
    Request.objects.filter(pk=asked.pk).update(to_person=None)
    assert of_lead.get(page).status_code == 200  # somebody of the agency has to answer where nobody is named


@pytest.mark.parametrize("how", ["cancel", "withdraw"])
def test_whoever_was_to_chair_what_does_not_take_place_sees_the_family_no_longer(service: build.Service, how: str) -> None:
    conference = build.booked(service, build.initial(service))
    client = factories.sign_in(Client(), service.chair)
    posted = {"version": conference.version, "reason": "The family has moved."}
    answer = client.post(f"/child-protection/conferences/{conference.reference}/{how}/", posted, follow=True)
    assert answer.redirect_chain == [("/child-protection/conferences/", 302)]
    assert not works_on(service.chair, conference.family)
    assert client.get(f"/child-protection/conferences/{conference.reference}/").status_code == 404
    assert works_on(service.worker, conference.family)


def test_nobody_is_reminded_of_what_they_may_not_see(service: build.Service) -> None:
    discussion = build.called(service)

    def reminded() -> set[str]:
        OutboxMessage.objects.filter(payload__template="work/reminder").delete()
        Reminder.objects.all().delete()
        with clock.frozen(build.nine_o_clock(clock.today() + timedelta(days=30))):
            send_reminders(by=SystemActor("test"))
        mails = OutboxMessage.objects.filter(payload__template="work/reminder").values_list("payload", flat=True)
        return {f"{mail['to']}: {mail['word.summary']}" for mail in mails}

    late = Clock.objects.get(subject_reference=discussion.reference)
    Clock.objects.exclude(pk=late.pk).filter(stopped_at__isnull=True).delete()
    assert {f"{one.email}: 1 thing is late" for one in (service.manager, service.worker)} <= reminded()
    FamilyGroup.objects.filter(pk=discussion.family_id).update(restricted=True)
    assert reminded() == set()
    family = FamilyGroup.objects.get(pk=discussion.family_id)
    let_see(by=SystemActor("test"), family=family, person=service.worker, reason="Took the family over")
    assert reminded() == {f"{service.worker.email}: 1 thing is late"}
