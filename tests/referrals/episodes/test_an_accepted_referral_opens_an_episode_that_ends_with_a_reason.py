"""A child-in-need episode: opened by acceptance, one at a time, never two at once, closed with a reason of the census."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from children.models import ChronologyEntry, Involvement
from children.services import merge_children
from foundation import clock
from foundation.errors import Conflict, NotVisible, Refused
from referrals.models import Contact, Episode
from referrals.rules.episodes import Standing, check_closure, check_no_further_action
from referrals.services import allocate_episode, begin_assessment, close_episode, end_without_action, restrict
from tests import factories
from tests.referrals import cases, mash
from work.models import Clock, Handover
from work.services.handovers import accept_handover

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("outcome", ["S17", "S47"])
def test_accepting_a_referral_opens_its_episode_with_the_clocks_of_the_assessment(outcome: str) -> None:
    hub = mash.make()
    episode = cases.opened(hub, outcome)
    assert (episode.team, episode.referred_on, episode.worker) == (hub.assessment, date(2026, 11, 18), None)
    running = Clock.objects.filter(subject_reference=episode.reference, stopped_at__isnull=True)
    assert {(row.kind, row.owner_team) for row in running} == {
        ("referrals.assessment", hub.assessment),
        ("referrals.assessment_review", hub.assessment),
    }
    assert Involvement.objects.filter(child=episode.child, team=hub.assessment, ended_at__isnull=True).exists()
    assert ChronologyEntry.objects.filter(child=episode.child, kind="referrals.episode_opened").exists()


def test_nothing_opens_for_other_handovers() -> None:
    hub = mash.make()
    hub.assessment.receives.append("referrals.open_case")
    hub.assessment.save()
    contact = mash.approved(hub, "OPEN")
    for handover in Handover.objects.filter(subject_reference=contact.reference):
        accept_handover(by=hub.team_manager, reference=handover.reference)
    assert not Episode.objects.exists()


def test_a_second_open_episode_of_a_child_is_refused_and_names_the_team_that_has_the_first() -> None:
    hub = mash.make()
    first = cases.opened(hub)
    again = mash.approved(hub)
    Contact.objects.filter(pk=again.pk).update(child=first.child)
    with pytest.raises(Refused, match="Assessment team East has an open episode"):
        cases.accept(hub, again)
    assert Handover.objects.get(subject_reference=again.reference).state == "offered"


def test_the_episode_belongs_to_the_record_that_stands_for_the_child() -> None:
    hub = mash.make()
    first, second = cases.opened(hub), mash.approved(hub)
    with transaction.atomic():
        merge_children.__wrapped__(
            by=hub.officer, lesser=second.child.reference, greater=first.child.reference, reason="The same girl"
        )
    with pytest.raises(Refused, match="has an open episode"):
        cases.accept(hub, second)


def test_records_of_two_children_with_open_episodes_are_not_joined() -> None:
    hub = mash.make()
    first, second = cases.opened(hub), cases.opened(hub)
    with pytest.raises(Refused, match="open episode"), transaction.atomic():
        merge_children.__wrapped__(
            by=hub.officer, lesser=second.child.reference, greater=first.child.reference, reason="The same girl"
        )


def test_the_database_knows_no_two_episodes_at_once() -> None:
    """Census 8815, 8820."""
    hub = mash.make()
    first, second = cases.opened(hub), cases.opened(hub)
    with pytest.raises(IntegrityError, match=r"episode_(open_once_a_child|never_two_at_once)"), transaction.atomic():
        Episode.objects.filter(pk=second.pk).update(child=first.child)
    end_without_action(by=hub.team_manager, reference=first.reference, version=first.version, note="Moved away before a visit")
    Episode.objects.filter(pk=first.pk).update(referred_on=date(2026, 11, 1))
    with pytest.raises(IntegrityError, match="episode_never_two_at_once"), transaction.atomic():
        Episode.objects.filter(pk=second.pk).update(child=first.child, referred_on=date(2026, 11, 10))
    Episode.objects.filter(pk=second.pk).update(child=first.child, referred_on=date(2026, 11, 18))


def test_an_episode_counts_from_the_end_of_the_last_one_where_the_referral_came_before_it() -> None:
    hub = mash.make()
    first = cases.opened(hub)
    waiting = mash.approved(hub)
    Contact.objects.filter(pk=waiting.pk).update(child=first.child)
    with clock.frozen(datetime(2026, 11, 20, 12, tzinfo=UTC)):
        first = cases.again(first)
        end_without_action(by=hub.team_manager, reference=first.reference, version=first.version, note="No longer needed")
        assert cases.accept(hub, waiting).referred_on == date(2026, 11, 20)


def test_only_people_of_the_team_see_it_and_of_a_restricted_referral_only_those_named() -> None:
    hub = mash.make()
    episode = cases.opened(hub)
    worker, manager = cases.worker_of(hub), hub.team_manager
    outsider = factories.make_person("team_manager", team=factories.make_team(hub.team.agency))
    for person in (hub.manager, outsider):
        with pytest.raises(NotVisible):
            begin_assessment.__wrapped__(by=person, reference=episode.reference, version=episode.version)
    contact = mash.again(episode.contact)
    restrict(
        by=hub.manager, reference=contact.reference, version=contact.version, people=[manager.reference], reason="A relative"
    )
    with pytest.raises(NotVisible):
        begin_assessment(by=worker, reference=episode.reference, version=episode.version)
    with pytest.raises(Refused, match="not named on it"):
        allocate_episode(by=manager, reference=episode.reference, version=episode.version, worker=worker.reference)


def test_it_is_allocated_to_people_of_the_team_alone() -> None:
    hub = mash.make()
    episode = cases.opened(hub)
    stranger = factories.make_person("social_worker", team=factories.make_team(hub.team.agency))
    with pytest.raises(Refused, match="worker of the team"):
        allocate_episode(by=hub.team_manager, reference=episode.reference, version=episode.version, worker=stranger.reference)
    worker = cases.worker_of(hub)
    with pytest.raises(Conflict):
        allocate_episode(by=hub.team_manager, reference=episode.reference, version=9, worker=worker.reference)
    allocate_episode(by=hub.team_manager, reference=episode.reference, version=episode.version, worker=worker.reference)
    assert cases.again(episode).worker == worker


def test_closing_takes_a_reason_and_stops_everything() -> None:
    hub = mash.make()
    episode = cases.assessed(hub)
    given = {"by": hub.team_manager, "reference": episode.reference, "version": episode.version}
    with pytest.raises(Refused, match="Select why"):
        close_episode(**given, reason="RC0", primary_need="N1", note="Well")
    with pytest.raises(Refused, match="primary need"):
        close_episode(**given, reason="RC8", primary_need="", note="Well")
    close_episode(**given, reason="RC8", primary_need="N1", note="The grandmother has moved in.")
    closed = cases.again(episode)
    assert (closed.closed_on, closed.closure_reason, closed.no_further_action) == (date(2026, 11, 18), "RC8", False)
    assert not Clock.objects.filter(subject_reference=episode.reference, stopped_at__isnull=True).exists()
    assert not Involvement.objects.filter(record_reference=episode.reference, ended_at__isnull=True).exists()
    with pytest.raises(Refused, match="is closed"):
        begin_assessment(by=hub.team_manager, reference=closed.reference, version=closed.version)


def test_a_referral_may_end_without_action_only_while_nothing_was_done() -> None:
    """Census 8831, 8832, 4000: no activity beside such a referral, no closure, no need code (8610)."""
    hub = mash.make()
    episode = cases.opened(hub)
    end_without_action(by=hub.team_manager, reference=episode.reference, version=episode.version, note="Not in our area")
    ended = cases.again(episode)
    assert (ended.no_further_action, ended.closure_reason, ended.primary_need) == (True, "", "")
    begun = cases.assessing(hub)
    with pytest.raises(Refused, match="assessment has been begun"):
        end_without_action(by=hub.team_manager, reference=begun.reference, version=begun.version, note="Nothing")


NOTHING = {"assessments": 0, "authorised": 0, "plans": 0, "open_plan": False, "step_waits": False, "step_accepted": False}


@pytest.mark.parametrize(
    ("standing", "reason", "refusal"),
    [
        ({"assessments": 1}, "RC7", "not authorised"),
        ({"open_plan": True, "plans": 1}, "RC7", "plan is running"),
        ({"step_waits": True}, "RC7", "has not answered"),
        ({}, "RC8", "ends with its assessment"),
        ({"assessments": 1, "authorised": 1, "plans": 1}, "RC8", "ends with its assessment"),
        ({"assessments": 1, "authorised": 1}, "RC9", "Step down first"),
        ({"assessments": 1, "authorised": 1, "step_accepted": True}, "RC9", ""),
        ({"assessments": 1, "authorised": 1}, "RC8", ""),
        ({"assessments": 1, "authorised": 1, "plans": 1}, "RC7", ""),
        ({}, "RC5", ""),
    ],
)
def test_what_stands_in_the_way_of_closing(standing: dict[str, object], reason: str, refusal: str) -> None:
    given = Standing(**{**NOTHING, **standing})  # type: ignore[arg-type]
    if not refusal:
        check_closure(given, reason, "N1")
        return
    with pytest.raises(Refused, match=refusal):
        check_closure(given, reason, "N1")


@pytest.mark.parametrize("activity", [{"assessments": 1}, {"authorised": 1}, {"plans": 1}, {"step_waits": True}])
def test_any_activity_stands_in_the_way_of_no_further_action(activity: dict[str, object]) -> None:
    check_no_further_action(Standing(**NOTHING))  # type: ignore[arg-type]
    with pytest.raises(Refused):
        check_no_further_action(Standing(**{**NOTHING, **activity}))  # type: ignore[arg-type]
