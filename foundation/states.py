"""States as data: one table of transitions a record, applied by one function."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from foundation.errors import Refused


@dataclass(frozen=True)
class Transition:
    """One row: in these states this event leads to that state; `refusal` is what to say in any other."""

    event: str
    sources: tuple[str, ...]
    target: str
    refusal: str


class HasState(Protocol):
    """A record with a current state."""

    state: str


def next_state(table: Sequence[Transition], state: str, event: str) -> str:
    """The state that the event leads to; refuses with the table's sentence when it is not allowed now."""
    rows = [row for row in table if row.event == event]
    if not rows:
        raise KeyError(f"No transition is called {event}.")
    for row in rows:
        if state in row.sources:
            return row.target
    raise Refused(rows[0].refusal)


def move(table: Sequence[Transition], record: HasState, event: str) -> None:
    """Set the record's state to what the event leads to. Saving it is the service's business."""
    record.state = next_state(table, record.state, event)


def mermaid(table: Sequence[Transition]) -> str:
    """The table as a state diagram in Mermaid, for docs/reference."""
    lines = [f"    {source} --> {row.target}: {row.event}" for row in table for source in row.sources]
    return "\n".join(["stateDiagram-v2", *lines]) + "\n"
