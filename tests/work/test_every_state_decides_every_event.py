"""Each state of clocks, handovers, requests, versions and answers says what every event does to it."""

from collections.abc import Sequence

import pytest
from django.db.models import TextChoices

from foundation.errors import Refused
from foundation.states import Transition, mermaid, next_state
from work.models import AnswerSet, Clock, Handover, QuestionnaireVersion, Request
from work.rules import (
    ANSWER_SET_TRANSITIONS,
    CLOCK_TRANSITIONS,
    HANDOVER_TRANSITIONS,
    REQUEST_TRANSITIONS,
    VERSION_TRANSITIONS,
)

TABLES = [
    pytest.param(CLOCK_TRANSITIONS, Clock.State, "running", id="clock"),
    pytest.param(HANDOVER_TRANSITIONS, Handover.State, "offered", id="handover"),
    pytest.param(REQUEST_TRANSITIONS, Request.State, "asked", id="request"),
    pytest.param(VERSION_TRANSITIONS, QuestionnaireVersion.State, "draft", id="version"),
    pytest.param(ANSWER_SET_TRANSITIONS, AnswerSet.State, "open", id="answers"),
]
ALLOWED = {
    ("clock", "running", "hold"): "held",
    ("clock", "running", "revise"): "running",
    ("clock", "running", "stop"): "stopped",
    ("clock", "held", "release"): "running",
    ("clock", "held", "revise"): "held",
    ("clock", "held", "stop"): "stopped",
    ("handover", "offered", "accept"): "accepted",
    ("handover", "offered", "return"): "returned",
    ("handover", "offered", "withdraw"): "withdrawn",
    ("request", "asked", "answer"): "answered",
    ("request", "asked", "chase"): "asked",
    ("request", "asked", "waive"): "waived",
    ("request", "asked", "withdraw"): "withdrawn",
    ("version", "draft", "edit"): "draft",
    ("version", "draft", "publish"): "published",
    ("version", "published", "retire"): "retired",
    ("answers", "open", "save"): "open",
    ("answers", "open", "submit"): "submitted",
}


@pytest.mark.parametrize(("table", "states", "_first"), TABLES)
def test_every_pair_of_state_and_event_is_decided(
    table: Sequence[Transition], states: type[TextChoices], _first: str, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    for state in states.values:
        for event in {row.event for row in table}:
            expected = ALLOWED.get((name, state, event))
            if expected:
                assert next_state(table, state, event) == expected
            else:
                with pytest.raises(Refused) as refusal:
                    next_state(table, state, event)
                assert refusal.value.sentence.endswith(".")


@pytest.mark.parametrize(("table", "states", "first"), TABLES)
def test_every_state_is_reached_and_known(table: Sequence[Transition], states: type[TextChoices], first: str) -> None:
    reached = {first} | {row.target for row in table}
    assert reached == set(states.values)
    assert {source for row in table for source in row.sources} <= set(states.values)


def test_the_diagram_of_a_table_shows_each_row() -> None:
    assert "offered --> accepted: accept" in mermaid(HANDOVER_TRANSITIONS)
