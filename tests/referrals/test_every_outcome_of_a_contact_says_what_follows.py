"""What follows from each outcome of a contact, and what stands in the way of it."""

import pytest

from foundation.errors import Refused
from referrals.models import Outcome
from referrals.rules.triage import (
    FOLLOWS,
    HANDOVER_TITLES,
    check_another_approves,
    check_nothing_open,
    needs_override,
)


def test_every_outcome_says_what_follows() -> None:
    assert set(FOLLOWS) == set(Outcome)
    for outcome, follows in FOLLOWS.items():
        assert not follows.handover or follows.handover in HANDOVER_TITLES
        assert not follows.handover or follows.needs_team or follows.notice, outcome


@pytest.mark.parametrize(
    ("outcome", "consent", "needed"),
    [
        ("S17", "given", False),
        ("S17", "refused", True),
        ("EH", "not_sought", True),
        ("ADV", "refused", False),
        ("NFA", "not_sought", False),
    ],
)
def test_going_on_needs_a_basis_where_the_family_did_not_agree(outcome: str, consent: str, needed: bool) -> None:
    assert needs_override(outcome, consent) is needed


def test_four_eyes_and_open_things() -> None:
    check_another_approves("C", "A", "B")
    for actor in ("A", "B"):
        with pytest.raises(Refused):
            check_another_approves(actor, "A", "B")
    check_nothing_open([])
    with pytest.raises(Refused, match="Still open: One; Two"):
        check_nothing_open(["One", "Two"])
