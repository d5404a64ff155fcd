from datetime import date

import pytest

from foundation.calendar import ENGLAND, Term, TermDatesMissing, add_school_days, is_school_day

AUTUMN = Term(date(2026, 9, 2), date(2026, 12, 18), frozenset(date(2026, 10, day) for day in range(26, 31)))
SPRING = Term(date(2027, 1, 5), date(2027, 3, 25))


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 10, 23), 1, date(2026, 11, 2)),  # over half term
        (date(2026, 12, 18), 1, date(2027, 1, 5)),  # over the holidays
        (date(2026, 12, 18), 2, date(2027, 1, 6)),
        (date(2026, 8, 20), 1, date(2026, 9, 2)),
        (date(2026, 12, 24), 0, date(2026, 12, 24)),
    ],
)
def test_add_school_days_worked_dates(start: date, days: int, expected: date) -> None:
    assert add_school_days(ENGLAND, start, days, [AUTUMN, SPRING]) == expected


def test_add_school_days_refuses_to_guess_past_the_known_terms() -> None:
    with pytest.raises(TermDatesMissing, match=r"^Add the dates of the next school term"):
        add_school_days(ENGLAND, date(2027, 3, 25), 1, [AUTUMN, SPRING])
    with pytest.raises(TermDatesMissing):
        add_school_days(ENGLAND, date(2027, 3, 25), 1, [])


def test_school_days_are_never_bank_holidays_weekends_or_closed_days() -> None:
    everything = [Term(date(2026, 1, 1), date(2026, 12, 31))]
    assert not is_school_day(ENGLAND, date(2026, 5, 4), everything)
    assert not is_school_day(ENGLAND, date(2026, 11, 21), everything)
    assert not is_school_day(ENGLAND, date(2026, 10, 27), [AUTUMN])
    assert is_school_day(ENGLAND, date(2026, 11, 18), [AUTUMN])


def test_impossible_terms_and_counts_are_programming_errors() -> None:
    with pytest.raises(ValueError, match="end after it starts"):
        Term(date(2026, 9, 2), date(2026, 9, 1))
    with pytest.raises(ValueError, match="forwards"):
        add_school_days(ENGLAND, date(2026, 11, 18), -1, [AUTUMN])
