"""A child-in-need plan: after an assessment, one at a time, carried out step by step, looked at every three months, ended."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from foundation import clock
from foundation.errors import Refused
from referrals.models import Episode, PlanStep
from referrals.services import add_plan_step, begin_plan, end_plan, finish_plan_step, review_plan
from tests.referrals import cases, mash
from work.models import Clock

pytestmark = pytest.mark.django_db

AIM: dict[str, Any] = {"aim": "Fed, warm and at school every day.", "started_on": date(2026, 11, 18)}
STEP: dict[str, Any] = {"need": "Food", "action": "Breakfast at school", "who": "The school", "due_on": date(2026, 12, 1)}
REVIEW: dict[str, Any] = {"attended": "Mother, school, health visitor", "findings": "At school every day but one."}


def act(hub: mash.Mash, episode: Episode) -> dict[str, Any]:
    return {"by": hub.team_manager, "reference": episode.reference, "version": cases.again(episode).version}


def review_due(episode: Episode) -> list[date]:
    """The days by which the running clock of the plan's review is due."""
    rows = Clock.objects.filter(subject_reference=episode.reference, kind="referrals.plan_review", stopped_at__isnull=True)
    return [row.due_at.astimezone(clock.LONDON).date() for row in rows]


def test_it_follows_an_assessment_and_runs_alone() -> None:
    hub = mash.make()
    early, episode = cases.opened(hub), cases.assessed(hub)
    with pytest.raises(Refused, match="Finish the assessment first"):
        begin_plan(**act(hub, early), **AIM)
    begin_plan(**act(hub, episode), **AIM)
    with pytest.raises(Refused, match="A plan is running already"):
        begin_plan(**act(hub, episode), **AIM)


def test_it_is_looked_at_every_three_months_until_it_ends_with_a_reason() -> None:
    hub = mash.make()
    episode = cases.assessed(hub)
    begin_plan(**act(hub, episode), **AIM)
    assert review_due(episode) == [date(2027, 2, 18)]
    with clock.frozen(datetime(2027, 2, 10, 10, tzinfo=UTC)):
        review_plan(**act(hub, episode), held_on=date(2027, 2, 9), **REVIEW)
        assert review_due(episode) == [date(2027, 5, 10)]
        with pytest.raises(Refused, match="Enter why the plan ends"):
            end_plan(**act(hub, episode), reason=" ")
        plan = end_plan(**act(hub, episode), reason="The family manages by itself.")
    assert (plan.ended_on, review_due(episode)) == (date(2027, 2, 10), [])


def test_what_it_says_is_done_once_with_a_word_on_what_came_of_it() -> None:
    hub = mash.make()
    episode = cases.assessed(hub)
    begin_plan(**act(hub, episode), **AIM)
    with pytest.raises(Refused, match="Enter who does it"):
        add_plan_step(**act(hub, episode), **{**STEP, "who": " "})
    step = add_plan_step(**act(hub, episode), **STEP)
    finish_plan_step(**act(hub, episode), step_id=step.pk, note="Every day since Monday")
    with pytest.raises(Refused, match="done already"):
        finish_plan_step(**act(hub, episode), step_id=step.pk, note="Again")
    assert PlanStep.objects.get().done_note == "Every day since Monday"
