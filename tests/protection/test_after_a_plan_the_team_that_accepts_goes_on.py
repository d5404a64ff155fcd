"""Step down: what was promised begins when the team accepts, early help or a child-in-need plan, and the team sees it."""

from dataclasses import replace
from datetime import date

import pytest

from accounts.models import Person
from children.models import Child
from foundation import clock
from foundation.errors import Refused
from protection.models import ProtectionPlan
from protection.presenters.plans import steps_of
from protection.rules.checking import ChildDecided
from protection.selectors.plans import plan_file
from protection.services.stepping_down import offer_step_down
from referrals.models import EarlyHelp, Episode, Plan, Step
from referrals.selectors.early_help import visible_early_help
from referrals.selectors.episodes import case_file, visible_episodes
from referrals.services import close_episode
from referrals.services.plans import begin_plan
from referrals.services.steps import SteppingDown
from tests import factories
from tests.protection import build
from tests.referrals import families
from work.models import Clock, Handover
from work.services.handovers import accept_handover, return_handover

pytestmark = pytest.mark.django_db
ENDED = date(2027, 2, 22)


@pytest.fixture
def service() -> build.Service:
    return build.make()


def asked(service: build.Service, **changes: object) -> SteppingDown:
    told = SteppingDown(
        reason="The worker whom they know goes on.",
        talked_on=clock.today(),
        talked_with="Mother, school and the lead practitioner",
        lead_name="Lee Lead",
        lead_agency=build.agency_of(service.school),
        consent_from="Mother",
        consent_on=clock.today(),
    )
    return replace(told, **changes)  # type: ignore[arg-type]


def ended(service: build.Service, reason: str) -> ProtectionPlan:
    plan = build.on_plan(service)
    build.review(service, plan, ENDED, ChildDecided("end", "Safe.", end_reason=reason))
    return build.again(plan)  # type: ignore[no-any-return]


def support(service: build.Service) -> Person:
    team = factories.make_team(service.hub.team.agency, code="support")
    return factories.make_person("team_manager", team=team)


def episode_of(plan: ProtectionPlan) -> Episode:
    return Episode.objects.get(child=plan.child)


def test_early_help_begins_with_the_familys_agreement_and_a_lead(service: build.Service) -> None:
    plan, coordinator = ended(service, "early_help"), families.coordinator_of(service.hub)
    hub = coordinator.holdings.get().team
    with clock.frozen(build.nine_o_clock(ENDED)):
        offered = offer_step_down(by=service.manager, reference=plan.reference, team=hub.code, asked=asked(service))
        assert "Lead practitioner: Lee Lead" in offered.note
        assert case_file(episode_of(plan)).standing.step_waits
        accept_handover(by=coordinator, reference=offered.reference)
        assert visible_early_help(coordinator).get() == EarlyHelp.objects.get()
    family, step = EarlyHelp.objects.get(), Step.objects.get()
    assert (family.state, family.source, family.lead_name, family.consent_from) == (
        "consented",
        "step_down",
        "Lee Lead",
        "Mother",
    )
    assert family.children.get().child == plan.child
    assert (step.early_help, step.after_plan, step.accepted_by) == (family, plan.reference, coordinator.actor_reference)
    assert case_file(episode_of(plan)).standing.step_accepted
    found = plan_file(plan).step_down
    assert found is not None
    assert found.state == "accepted"
    with pytest.raises(Refused, match="already"):
        offer_step_down(by=service.manager, reference=plan.reference, team=hub.code, asked=asked(service))


def test_brothers_and_sisters_share_early_help(service: build.Service) -> None:
    plan, coordinator = ended(service, "early_help"), families.coordinator_of(service.hub)
    hub = coordinator.holdings.get().team
    child = Child.objects.create(family_name="Ames", birth_date=date(2015, 1, 1), created_at=clock.now(), created_by="test")
    sibling = build.bare_plan(
        child,
        date(2026, 5, 4),
        family=plan.family,
        ended_on=date(2026, 10, 1),
        end_reason="early_help",
        ended_at=clock.now(),
        ended_by="test",
    )
    with clock.frozen(build.nine_o_clock(ENDED)):
        for one in (plan, sibling):
            offered = offer_step_down(by=service.manager, reference=one.reference, team=hub.code, asked=asked(service))
            accept_handover(by=coordinator, reference=offered.reference)
    assert {row.child_id for row in EarlyHelp.objects.get().children.all()} == {plan.child_id, sibling.child_id}


def test_a_child_in_need_plan_begins_on_the_day_of_the_decision_with_the_team_that_accepts(service: build.Service) -> None:
    plan, other = ended(service, "cin"), support(service)
    assert not visible_episodes(other).exists()
    with clock.frozen(build.nine_o_clock(ENDED)):
        offered = offer_step_down(by=service.manager, reference=plan.reference, team="support", asked=asked(service))
        episode = episode_of(plan)
        with pytest.raises(Refused, match="has not answered"):
            close_episode(
                by=service.manager, reference=episode.reference, version=episode.version, reason="RC7", primary_need="N1",
                note="Done",
            )  # fmt: skip
        accept_handover(by=other, reference=offered.reference)
        assert visible_episodes(other).get() == episode
        assert not visible_episodes(service.worker).exists()
    begun, episode = Plan.objects.get(), episode_of(plan)
    assert (begun.started_on, begun.episode, begun.ended_on) == (ENDED, episode, None)
    assert "The family agreed on" in begun.aim
    assert episode.team.code == "support"
    clocks = Clock.objects.filter(subject_reference=episode.reference, kind="referrals.plan_review", stopped_at=None)
    assert clocks.get().owner_team == episode.team
    assert not EarlyHelp.objects.exists()


def test_the_team_that_has_the_case_may_begin_the_plan_itself(service: build.Service) -> None:
    """A child of a section 47 enquiry may have no assessment: what the conference found does as well."""
    plan = build.on_plan(service)
    episode = episode_of(plan)
    act = {"by": service.worker, "reference": episode.reference, "version": episode.version, "aim": "Mornings without shouting"}
    with clock.frozen(build.nine_o_clock(ENDED)), pytest.raises(Refused, match="no child-in-need plan runs beside it"):
        begin_plan(**act, started_on=ENDED)  # type: ignore[arg-type]
    build.review(service, plan, ENDED, ChildDecided("end", "Safe.", end_reason="cin"))
    with clock.frozen(build.nine_o_clock(ENDED)):
        assert case_file(episode).has_ground
        with pytest.raises(Refused, match="on or after the day on which the child protection plan ended"):
            begin_plan(**act, started_on=date(2027, 2, 1))  # type: ignore[arg-type]
        assert begin_plan(**act, started_on=ENDED).started_on == ENDED  # type: ignore[arg-type]


def test_a_conference_without_a_plan_does_as_well(service: build.Service) -> None:
    build.decided(service, build.initial(service), date(2026, 11, 25), ChildDecided("no_plan", "Not likely to be harmed."))
    episode = Episode.objects.get()
    with clock.frozen(build.nine_o_clock(date(2026, 11, 26))):
        begun = begin_plan(
            by=service.worker, reference=episode.reference, version=episode.version, aim="Help", started_on=clock.today()
        )
    assert begun.number == 1


def test_a_child_who_is_given_back_can_be_offered_again(service: build.Service) -> None:
    plan, coordinator = ended(service, "early_help"), families.coordinator_of(service.hub)
    hub = coordinator.holdings.get().team
    with clock.frozen(build.nine_o_clock(ENDED)):
        first = offer_step_down(by=service.manager, reference=plan.reference, team=hub.code, asked=asked(service))
        return_handover(by=coordinator, reference=first.reference, reason="The risk is too high yet.")
        assert Step.objects.get().refused_reason == "The risk is too high yet."
        assert not EarlyHelp.objects.exists()
        links = steps_of(plan_file(plan), {"team_manager"}, works=True)
        assert [one["text"] for one in links] == ["Step down to another team"]
        offer_step_down(by=service.manager, reference=plan.reference, team=hub.code, asked=asked(service))
    assert Handover.objects.filter(kind="protection.step_down", state="offered").count() == 1


@pytest.mark.parametrize("missing", ["reason", "talked_with", "lead_name", "consent_from", "lead_agency"])
def test_stepping_down_needs_a_meeting_a_lead_and_the_familys_agreement(service: build.Service, missing: str) -> None:
    plan, _other = ended(service, "cin"), support(service)
    with clock.frozen(build.nine_o_clock(ENDED)), pytest.raises(Refused) as refused:
        offer_step_down(by=service.manager, reference=plan.reference, team="support", asked=asked(service, **{missing: ""}))
    assert refused.value.field == missing


def test_a_plan_steps_down_once_it_has_ended_and_to_a_team_that_does_such_work(service: build.Service) -> None:
    plan = build.on_plan(service)
    support(service)
    with pytest.raises(Refused, match="no longer at risk"):
        offer_step_down(by=service.manager, reference=plan.reference, team="support", asked=asked(service))
    build.review(service, plan, ENDED, ChildDecided("end", "Safe.", end_reason="early_help"))
    with clock.frozen(build.nine_o_clock(ENDED)), pytest.raises(Refused, match="Select a team"):
        offer_step_down(by=service.manager, reference=plan.reference, team="support", asked=asked(service))


def test_no_child_in_need_plan_is_promised_without_an_open_episode(service: build.Service) -> None:
    plan = ended(service, "cin")
    support(service)
    episode = episode_of(plan)
    with clock.frozen(build.nine_o_clock(ENDED)):
        close_episode(
            by=service.manager, reference=episode.reference, version=episode.version, reason="RC7", primary_need="N1", note="Done"
        )
        with pytest.raises(Refused, match="No episode of this child is open"):
            offer_step_down(by=service.manager, reference=plan.reference, team="support", asked=asked(service))
