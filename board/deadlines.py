"""The board's deadlines: when it is looked again at what an action has changed."""

from collections.abc import Collection, Mapping

from django.urls import reverse

from accounts.models import Person
from board.rules import LOOK_AGAIN
from work.rules import Calendar, Deadline


def _address(reference: str) -> str:
    return reverse("board:action", args=[reference])


def _seen(person: Person, references: Collection[str]) -> Collection[str]:
    from board.selectors.actions import seen_references

    return seen_references(person, references)


def _described(person: Person, references: Collection[str]) -> Mapping[str, str]:
    from board.selectors.actions import titles_of

    return titles_of(person, references)


DEADLINES = (
    Deadline(
        LOOK_AGAIN,
        "Look again at an embedded action",
        Calendar.MONTHS,
        {"": 6},
        seen_by=_seen,
        address=_address,
        described=_described,
    ),
)
"""Six months are proposed when an action is embedded (domain notes, reviews: assurance 3 to 6 months later)."""
