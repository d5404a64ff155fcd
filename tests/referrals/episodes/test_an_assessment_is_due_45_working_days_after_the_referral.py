"""A child and family assessment: its clock, its review point, what it must say, and who authorises it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from foundation import clock
from foundation.errors import Refused
from referrals.models import FACTORS
from referrals.rules.episodes import Written, check_complete, check_factors, check_seen
from referrals.services import (
    authorise_assessment,
    begin_assessment,
    review_assessment,
    send_assessment_back,
    submit_assessment,
    write_assessment,
)
from tests.referrals import cases, mash
from work.models import Clock
from work.services.clocks import hold_clock, release_clock

pytestmark = pytest.mark.django_db


def given(hub: mash.Mash, episode: Any) -> dict[str, Any]:
    return {"by": cases.worker_of(hub), "reference": episode.reference, "version": episode.version}


@pytest.mark.parametrize(
    ("received", "due", "review"),
    [
        (datetime(2026, 11, 18, 10, tzinfo=UTC), date(2027, 1, 25), date(2026, 12, 2)),  # 25 and 28 December, 1 January are none
        (datetime(2026, 6, 1, 10, tzinfo=UTC), date(2026, 8, 3), date(2026, 6, 15)),
        (datetime(2026, 3, 27, 10, tzinfo=UTC), date(2026, 6, 4), date(2026, 4, 14)),  # Easter and two bank holidays in May
    ],
)
def test_the_clock_runs_from_the_receipt_of_the_referral(received: datetime, due: date, review: date) -> None:
    with clock.frozen(received):
        hub = mash.make()
        contact = mash.approved(hub)
    with clock.frozen(received.replace(hour=16)):
        episode = cases.accept(hub, contact)
        begin_assessment(by=hub.team_manager, reference=episode.reference, version=episode.version)
        assert cases.the_assessment(episode).due_on == due
        found = Clock.objects.get(subject_reference=episode.reference, kind="referrals.assessment_review")
        assert clock.LONDON.utcoffset(found.due_at) is not None
        assert found.due_at.astimezone(clock.LONDON).date() == review


def test_a_held_clock_moves_the_day_of_the_assessment() -> None:
    hub = mash.make()
    episode = cases.assessing(hub)
    running = Clock.objects.get(subject_reference=episode.reference, kind="referrals.assessment")
    hold_clock(by=hub.team_manager, clock_id=running.pk, reason="The family is abroad")
    with clock.frozen(datetime(2026, 11, 25, 10, tzinfo=UTC)):
        release_clock(by=hub.team_manager, clock_id=running.pk)
    assert cases.the_assessment(episode).due_on == date(2027, 2, 1)


def test_one_assessment_at_a_time() -> None:
    """Census 8896."""
    hub = mash.make()
    episode = cases.assessing(hub)
    with pytest.raises(Refused, match="open already"):
        begin_assessment(**given(hub, episode))


def test_the_review_point_stops_its_clock() -> None:
    hub = mash.make()
    episode = cases.assessing(hub)
    act = {"by": hub.team_manager, "reference": episode.reference, "version": episode.version}
    with pytest.raises(Refused, match="not in the future"):
        review_assessment(**act, reviewed_on=date(2026, 11, 17), note="Seen")
    review_assessment(**act, reviewed_on=date(2026, 11, 18), note="Child seen; school still to be heard.")
    stopped = Clock.objects.get(subject_reference=episode.reference, kind="referrals.assessment_review")
    assert (stopped.outcome, cases.the_assessment(episode).reviewed_on) == ("reviewed", date(2026, 11, 18))


def test_an_author_does_not_authorise_their_own() -> None:
    hub = mash.make()
    episode = cases.assessing(hub)
    submit_assessment(**{**given(hub, episode), "by": hub.team_manager}, written=cases.WRITTEN, primary_need="N1")
    episode = cases.again(episode)
    with pytest.raises(Refused, match="did not write it"):
        authorise_assessment(by=hub.team_manager, reference=episode.reference, version=episode.version)


def test_it_is_sent_back_changed_and_authorised() -> None:
    hub = mash.make()
    episode = cases.sent(hub)
    with pytest.raises(Refused, match="is not changed"):
        write_assessment(**given(hub, episode), written=cases.WRITTEN)
    act = {"by": hub.team_manager, "reference": episode.reference}
    send_assessment_back(**act, version=episode.version, reason="What does the father say?")
    episode = cases.again(episode)
    written = replace(cases.WRITTEN, parents_view="Both are worried.")
    submit_assessment(**given(hub, episode), written=written, primary_need="N5")
    authorise_assessment(**act, version=cases.again(episode).version)
    done, episode = cases.the_assessment(episode), cases.again(episode)
    assert (done.authorised_on, done.factors, done.parents_view) == (date(2026, 11, 18), ["16A", "4B"], "Both are worried.")
    assert episode.primary_need == "N5"
    assert Clock.objects.get(subject_reference=episode.reference, kind="referrals.assessment").outcome == "authorised"


def test_a_later_assessment_has_45_working_days_of_its_own() -> None:
    hub = mash.make()
    episode = cases.assessed(hub)
    with clock.frozen(datetime(2027, 3, 1, 10, tzinfo=UTC)):
        begin_assessment(**given(hub, episode))
        assert cases.the_assessment(episode).due_on == date(2027, 5, 6)


def test_what_is_not_finished_can_be_kept() -> None:
    hub = mash.make()
    episode = cases.assessing(hub)
    write_assessment(**given(hub, episode), written=Written(analysis="So far"))
    assert cases.the_assessment(episode).analysis == "So far"


@pytest.mark.parametrize(
    ("factors", "refusal"),
    [
        (["21"], ""),
        (["16A", "24A"], ""),
        (["21", "16A"], "on its own"),
        (["18A"], "18B or 18C"),
        (["19A"], "19B or 19C"),
        (["8A"], "8B to 8F"),
        (["16A", "16A"], "once"),
        (["99"], "from the list"),
    ],
)
def test_factors_are_those_of_the_census(factors: list[str], refusal: str) -> None:
    """Census 8869, 8898, 8945Q, 8950Q."""
    if not refusal:
        check_factors(factors)
        return
    with pytest.raises(Refused, match=refusal):
        check_factors(factors)


def test_there_are_43_factors_in_use() -> None:
    assert len(FACTORS) == 18 + 1 + 5 + 9 + 4 + 1 + 3 + 1
    assert not {"8A", "18A", "19A"} & set(FACTORS)


@pytest.mark.parametrize(
    ("changes", "late", "refusal"),
    [
        ({}, False, ""),
        ({"seen_on": None}, False, "was not seen"),
        ({"seen_alone": "no"}, False, "not seen alone"),
        ({"seen_alone": "no", "not_seen_reason": "A baby"}, False, ""),
        ({"analysis": " "}, False, "found"),
        ({"factors": ()}, False, "at least one factor"),
        ({"outcome": ""}, False, "leads to"),
        ({}, True, "longer"),
        ({"delay_reason": "The father was abroad"}, True, ""),
    ],
)
def test_what_a_manager_needs(changes: dict[str, Any], late: bool, refusal: str) -> None:
    written = replace(cases.WRITTEN, **changes)
    if not refusal:
        check_complete(written, late=late)
        return
    with pytest.raises(Refused, match=refusal):
        check_complete(written, late=late)


def test_the_child_is_seen_while_it_runs() -> None:
    check_seen(date(2026, 11, 3), date(2026, 11, 2), date(2026, 11, 18))
    for day in (date(2026, 11, 1), date(2026, 11, 19)):
        with pytest.raises(Refused, match="not in the future"):
            check_seen(day, date(2026, 11, 2), date(2026, 11, 18))
