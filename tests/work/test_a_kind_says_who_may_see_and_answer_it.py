import pytest

from work.kinds import HandoverKind, RequestKind
from work.rules import Calendar, Deadline, everything


def test_nothing_is_open_by_silence() -> None:
    with pytest.raises(TypeError, match="seen_by"):
        Deadline("tests.silent", "Silent", Calendar.WORKING_DAYS, {"": 1})  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="roles"):
        HandoverKind("tests.silent", "Silent", seen_by=everything)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="seen_by"):
        HandoverKind("tests.silent", "Silent", roles=frozenset({"team_manager"}))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="seen_by"):
        RequestKind("tests.silent", "Silent")  # type: ignore[call-arg]


def test_no_role_at_all_is_a_mistake_and_not_the_whole_team() -> None:
    with pytest.raises(ValueError, match="Nobody may answer"):
        HandoverKind("tests.silent", "Silent", roles=frozenset(), seen_by=everything)
