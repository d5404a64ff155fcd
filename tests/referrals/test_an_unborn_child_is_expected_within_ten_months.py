"""The day on which a birth is expected can be: not long past, because the child is then born, and not years ahead."""

from datetime import timedelta

import pytest

from foundation import clock
from referrals.forms.refer.children import ChildForm


def errors(days: int) -> list[str]:
    day = clock.today() + timedelta(days=days)
    typed = {
        "born": "no",
        "expected_delivery_date-day": str(day.day),
        "expected_delivery_date-month": str(day.month),
        "expected_delivery_date-year": str(day.year),
        "family_name": "Example",
        "address": "1 High Street",
    }
    return [str(message) for message in ChildForm(typed).errors.get("expected_delivery_date", [])]


@pytest.mark.parametrize("days", [-28, 0, 90, 305])
def test_a_birth_that_is_overdue_or_to_come_is_taken(days: int) -> None:
    assert errors(days) == []


def test_a_birth_long_past_asks_whether_the_child_has_been_born() -> None:
    assert errors(-29) == ["The date on which the birth is expected is long past. If the child has been born, select yes"]


@pytest.mark.parametrize("days", [306, 3000])
def test_a_birth_too_far_ahead_is_refused(days: int) -> None:
    assert errors(days) == ["The date on which the birth is expected must be in the next 10 months"]
