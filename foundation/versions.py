"""The version of a record that a page was filled with, as its form sends it back."""

from typing import Protocol

from foundation.errors import Conflict

LONGEST = 9
OVERTAKEN = "Somebody else has changed this since you opened it. Check yours against theirs and save again."


class Versioned(Protocol):
    """A record that counts how often it was changed."""

    version: int


def posted_version(typed: str) -> int:
    """The number; 0, which no changed record has, for whatever is none."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= LONGEST else 0


def check_version(record: Versioned, version: int, overtaken: str = OVERTAKEN) -> None:
    """Refuse with `Conflict`, in the words `overtaken`, what was filled in before somebody else changed the record."""
    if record.version != version:
        raise Conflict(overtaken)
