"""Rules of the children in need census between an episode and child protection: 4001, 8565, 8831, 8832."""

from collections.abc import Callable
from datetime import date

import pytest

from foundation import clock
from foundation.errors import Refused
from protection.rules.checking import ChildDecided
from referrals.models import Episode, Plan
from referrals.services import close_episode
from referrals.services.episodes import end_without_action
from referrals.services.plans import begin_plan
from tests.protection import build
from tests.referrals import cases

pytestmark = pytest.mark.django_db
HELD = date(2026, 11, 25)


@pytest.fixture
def service() -> build.Service:
    return build.make()


def close(service: build.Service) -> Episode:
    episode = Episode.objects.get()
    return close_episode(
        by=service.manager, reference=episode.reference, version=episode.version, reason="RC7", primary_need="N1", note="Moved"
    )


def end(service: build.Service) -> Episode:
    episode = Episode.objects.get()
    return end_without_action(by=service.manager, reference=episode.reference, version=episode.version, note="Nothing found")


STAGES = [
    (build.called, "strategy discussion"),
    (build.enquiry, "section 47 enquiry"),
    (build.initial, "conference"),
    (build.on_plan, "child protection plan"),
]


@pytest.mark.parametrize(("stage", "named"), STAGES, ids=[named for _stage, named in STAGES])
def test_an_episode_is_not_closed_while_anything_of_protection_runs(
    service: build.Service, stage: Callable[[build.Service], object], named: str
) -> None:
    stage(service)
    with pytest.raises(Refused, match=named):
        close(service)
    with pytest.raises(Refused, match=named):
        end(service)


def test_after_an_enquiry_a_referral_ended_with_a_reason_and_not_without_action(service: build.Service) -> None:
    build.authorised(service, finding="not_continuing", outcome="s17")
    with pytest.raises(Refused, match="closed with a reason instead"):
        end(service)
    assert close(service).closure_reason == "RC7"


def test_a_referral_without_protection_ends_without_action(service: build.Service) -> None:
    cases.opened(service.hub)
    assert end(service).no_further_action


def test_a_child_in_need_plan_ends_on_the_day_of_the_conference(service: build.Service) -> None:
    """4001: not on the day on which the conference was written down."""
    asked = build.initial(service)
    episode = Episode.objects.get()
    Plan.objects.create(
        episode=episode, number=1, aim="Help", started_on=date(2026, 11, 18), started_at=clock.now(), started_by="test"
    )
    booked = build.booked(service, asked, HELD)
    with clock.frozen(build.nine_o_clock(date(2026, 11, 30))):
        from protection.services.conferences import hold_conference

        sitting = build.sitting(service, booked, HELD)
        hold_conference(
            by=service.chair,
            reference=sitting.reference,
            version=sitting.version,
            held_on=HELD,
            decisions={row.pk: ChildDecided("plan", "Likely harm.", category="NEG") for row in sitting.children.all()},
        )
        assert Plan.objects.get().ended_on == HELD
        episode = cases.again(episode)
        with pytest.raises(Refused, match="runs, so no child-in-need plan runs beside it"):
            begin_plan(
                by=service.worker, reference=episode.reference, version=episode.version, aim="Help", started_on=clock.today()
            )
