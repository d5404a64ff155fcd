"""Whatever else is in a chair’s diary, and on whatever day the demonstration is made, its conferences find a time."""

from collections.abc import Sequence
from datetime import date, datetime

from portal.demo.casework import at_noon
from portal.demo.under_plan import STARTS, UnderPlan
from protection.selectors.conferences import Diary

DAY, NEXT = date(2026, 12, 3), date(2026, 12, 4)


class Booking(UnderPlan):
    """With a diary that is given."""

    def __init__(self, diary: Sequence[Diary]) -> None:
        self.diary = diary

    def _diary(self, at: datetime) -> Sequence[Diary]:
        return [one for one in self.diary if one.planned_for.date() == at.date()]


def test_a_time_into_which_another_conference_reaches_is_left_out() -> None:
    assert Booking([])._free(DAY) == at_noon(DAY)
    assert Booking([Diary(at_noon(DAY, 60), "rcpc", 120)])._free(DAY) == at_noon(DAY, 180)
    assert Booking([Diary(at_noon(DAY, -90), "icpc", 120)])._free(DAY) == at_noon(DAY, 60)


def test_a_day_that_is_full_sends_it_to_the_next() -> None:
    full = [Diary(at_noon(DAY, minute), "rcpc", 120) for minute in STARTS]
    assert Booking(full)._free(DAY) == at_noon(NEXT)
