"""The table of a contact’s transitions: what leads where, and what is refused everywhere else."""

from itertools import product

import pytest

from foundation.errors import Refused
from foundation.states import next_state
from referrals.models import ContactState, Outcome
from referrals.rules.triage import (
    FOLLOWS,
    HANDOVER_TITLES,
    TRANSITIONS,
    check_another_approves,
    check_nothing_open,
    needs_override,
)

ALLOWED = {
    ("begin", "received"): "screening",
    ("rate", "screening"): "screening",
    ("rate", "info_gathering"): "info_gathering",
    ("ask", "screening"): "info_gathering",
    ("ask", "info_gathering"): "info_gathering",
    ("propose", "screening"): "decision_proposed",
    ("propose", "info_gathering"): "decision_proposed",
    ("send_back", "decision_proposed"): "screening",
    ("approve", "decision_proposed"): "decided",
    ("open_tasks", "decided"): "tasks_open",
    ("open_tasks", "tasks_open"): "tasks_open",
    ("finish_tasks", "decided"): "decided",
    ("finish_tasks", "tasks_open"): "decided",
    ("sign_off", "decided"): "signed_off",
    ("sign_off", "tasks_open"): "signed_off",
    **{("return", state): "returned_to_referrer" for state in ("received", "screening", "info_gathering")},
    ("come_back", "returned_to_referrer"): "received",
    **{
        (event, state): target
        for event, target in (
            ("join", "duplicate"),
            ("pass_on", "out_of_area"),
            ("link", "linked_to_open_case"),
            ("withdraw", "closed"),
        )
        for state in ("received", "screening", "info_gathering", "decision_proposed")
    },
    **{
        ("reopen", state): "screening"
        for state in (
            "decided",
            "tasks_open",
            "signed_off",
            "closed",
            "returned_to_referrer",
            "duplicate",
            "out_of_area",
            "linked_to_open_case",
        )
    },
}
EVENTS = sorted({row.event for row in TRANSITIONS})


@pytest.mark.parametrize(("event", "state"), [*product(EVENTS, ContactState.values)])
def test_the_event_is_decided_in_the_state(event: str, state: str) -> None:
    if (event, state) in ALLOWED:
        assert next_state(TRANSITIONS, state, event) == ALLOWED[event, state]
    else:
        with pytest.raises(Refused) as refused:
            next_state(TRANSITIONS, state, event)
        assert refused.value.sentence.endswith(".")


def test_the_table_says_nothing_twice_and_names_only_states_that_exist() -> None:
    pairs = [(row.event, source) for row in TRANSITIONS for source in row.sources]
    assert len(pairs) == len(set(pairs)) == len(ALLOWED)
    assert {row.target for row in TRANSITIONS} | {source for _, source in pairs} <= set(ContactState.values)


def test_every_state_can_be_reached_and_left_or_is_where_work_ends() -> None:
    reached, added = {"received"}, {"received"}
    while added:
        added = {row.target for row in TRANSITIONS if set(row.sources) & reached} - reached
        reached |= added
    assert reached == set(ContactState.values)


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
