from collections.abc import Sequence
from datetime import date

import pytest

from foundation.errors import Refused
from protection.rules import panel, quorum, timeliness
from protection.rules.checking import ChildDecided, check_decision
from protection.rules.minutes import Written, merged

HERE = "attended"


def test_a_discussion_needs_social_care_police_and_health() -> None:
    assert quorum.check_discussion({"social_care", "police", "health", "education"}, "")
    with pytest.raises(Refused, match="Police, Health did not take part"):
        quorum.check_discussion({"social_care"}, " ")
    assert not quorum.check_discussion({"social_care"}, "At two in the night.")


@pytest.mark.parametrize(
    ("seats", "enough"),
    [
        ([("social_care", HERE, True), ("health", HERE, True), ("education", "remote", True)], True),
        ([("social_care", HERE, True), ("health", HERE, True), ("health", HERE, True)], False),  # health counts once
        ([("social_care", HERE, True), ("health", HERE, True), ("police", HERE, False)], False),  # no contact with the child
        ([("health", HERE, True), ("education", HERE, True), ("police", HERE, True)], False),
        ([("social_care", HERE, True), ("health", "report_only", True), ("police", HERE, True)], False),
        ([("social_care", HERE, True), ("health", "deputy", True), ("police", HERE, True)], True),
    ],
)
def test_a_conference_needs_social_care_and_two_others(seats: Sequence[tuple[str, str, bool]], *, enough: bool) -> None:
    assert quorum.conference_is_quorate(seats) is enough


def test_a_chair_goes_on_without_quorum_only_with_a_reason() -> None:
    with pytest.raises(Refused, match="There is no quorum"):
        quorum.check_conference("", "", quorate=False, adjourned=False)
    with pytest.raises(Refused, match="chair’s reason"):
        quorum.check_conference("delay", " ", quorate=False, adjourned=False)
    quorum.check_conference("delay", "The baby goes home today.", quorate=False, adjourned=False)
    quorum.check_conference("", "", quorate=False, adjourned=True)
    quorum.check_conference("", "", quorate=True, adjourned=False)


def test_participation_leaves_out_children_who_could_not_take_part() -> None:
    assert timeliness.took_part("too_young") is None
    assert timeliness.took_part("") is None
    assert timeliness.took_part("written") is True
    assert timeliness.took_part("none") is False
    assert timeliness.is_asked_to_attend(date(2016, 11, 18), date(2026, 11, 18))
    assert not timeliness.is_asked_to_attend(date(2016, 11, 19), date(2026, 11, 18))


def test_only_those_who_are_required_count_for_attendance() -> None:
    assert timeliness.attended([("attended", True), ("deputy", True), ("absent", True), ("attended", False)]) == (2, 3)


def test_in_time_is_on_the_day_itself_too() -> None:
    day = date(2026, 1, 5)
    assert timeliness.in_time([(day, day), (date(2026, 1, 6), day)]) == (1, 2)


def test_the_scale_is_told_with_its_spread_and_drift() -> None:
    assert timeliness.scale([]) is None
    told = timeliness.scale([2, 3, 8])
    assert told == timeliness.Scale(3.0, 2, 8)
    assert timeliness.drifts([4, 4, 4])
    assert timeliness.drifts([5, 4, 3])
    assert not timeliness.drifts([3, 4, 5])
    assert not timeliness.drifts([3, 3])


def test_a_plan_is_listed_for_the_highest_threshold_it_has_passed() -> None:
    on = date(2026, 11, 30)

    def listed(started: date, previous: int = 0, **more: int) -> list[str]:
        return panel.listed_for(started, on, previous_plans=previous, **more)

    assert listed(date(2025, 11, 30)) == []
    assert listed(date(2025, 11, 29)) == ["over_12"]
    assert listed(date(2024, 11, 1), 1) == ["over_24", "second_plan"]
    assert listed(on, missed_visits=2, changes=2) == ["missed_visits", "category_changes"]
    assert panel.listed_for(on, on, previous_plans=0, expected=date(2027, 1, 11)) == ["near_birth"]


def test_a_text_changed_meanwhile_is_kept_beside_the_other() -> None:
    now = {"strengths": "Gran helps.", "summary": "Short."}
    done = merged(now, {"strengths": 2}, {"strengths": Written("Gran visits.", 1), "summary": Written("Longer.", 0)})
    assert done.others == {"strengths": "Gran visits."}
    assert done.values == {"summary": "Longer."}
    assert done.versions == {"strengths": 2, "summary": 1}
    same = merged(now, {"strengths": 2}, {"strengths": Written("Gran helps.\r\n", 1)})
    assert not same.others
    assert not same.values
    with pytest.raises(Refused, match="no such part"):
        merged(now, {}, {"nothing": Written("x")})
    with pytest.raises(Refused, match="characters or fewer"):
        merged(now, {}, {"summary": Written("x" * 20_001)})


@pytest.mark.parametrize(
    ("kind", "decided", "on_a_plan", "words"),
    [
        ("icpc", ChildDecided("plan", "Why.", "NEG"), True, "runs for this child already"),
        ("rcpc", ChildDecided("plan", "Why.", "NEG"), False, "no plan starts in it"),
        ("rcpc", ChildDecided("continue", "Why.", "NEG"), False, "neither go on nor end"),
        ("icpc", ChildDecided("end", "Why.", end_reason="cin"), True, "Only a review"),
        ("icpc", ChildDecided("plan", " ", "NEG"), False, "Enter why"),
        ("icpc", ChildDecided("", "Why."), False, "Select what is decided"),
        ("icpc", ChildDecided("plan", "Why."), False, "Select a category"),
        ("icpc", ChildDecided("plan", "Why.", "MUL"), False, "no longer used"),
        ("icpc", ChildDecided("no_plan", "Why.", "NEG"), False, "belongs to a plan"),
        ("rcpc", ChildDecided("end", "Why."), True, "Select why the plan ends"),
        ("rcpc", ChildDecided("continue", "Why.", "NEG", "cin"), True, "Select why the plan ends"),
    ],
)
def test_decisions_that_a_conference_cannot_take(kind: str, decided: ChildDecided, words: str, *, on_a_plan: bool) -> None:
    with pytest.raises(Refused, match=words):
        check_decision(kind, decided, on_a_plan=on_a_plan, field="1")
