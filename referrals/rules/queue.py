"""The columns that the queue can show besides how urgent a contact is and the child, and who has a contact open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from foundation.errors import Refused

COLUMNS: Mapping[str, str] = {
    "stands": "Where it stands",
    "screens": "Who screens",
    "referred": "Who referred",
    "came": "How it came",
    "asks": "What they ask for",
    "level": "Level, in their view",
    "consent": "Consent",
    "answers": "Answers awaited",
}
USUAL = ("stands", "screens", "referred")
MOST_COLUMNS = 5
"""With more, a line cannot be read at the width of a page."""


@dataclass(frozen=True)
class Beside:
    """Somebody else who has the same contact open."""

    name: str
    since: datetime


def check_columns(columns: Sequence[str]) -> tuple[str, ...]:
    """The columns in the order in which they were chosen. Refuses none, too many, one twice, and what is no column."""
    if not columns:
        raise Refused("Select at least one column.", field="columns")
    if len(columns) > MOST_COLUMNS:
        raise Refused(f"Select at most {MOST_COLUMNS} columns.", field="columns")
    if set(columns) - set(COLUMNS):
        raise Refused("Select from the columns that there are.", field="columns")
    if len(set(columns)) < len(columns):
        raise Refused("Select each column once.", field="columns")
    return tuple(columns)
