"""The board's deadlines: when it is looked again at what an action has changed."""

from collections.abc import Collection, Mapping

from django.urls import reverse

from accounts.access import BUSINESS_TEAM
from accounts.models import Person
from board.rules import CHANGED_AGAIN, CHANGED_FIRST, LOOK_AGAIN
from work.rules import Calendar, Deadline


def _address(reference: str) -> str:
    return reverse("board:action", args=[reference])


def _seen(person: Person, references: Collection[str]) -> Collection[str]:
    from board.selectors.actions import seen_references

    return seen_references(person, references)


def _described(person: Person, references: Collection[str]) -> Mapping[str, str]:
    from board.selectors.actions import titles_of

    return titles_of(person, references)


def _recommendation(reference: str) -> str:
    return reverse("board:recommendation", args=[reference])


def _seen_recommendations(person: Person, references: Collection[str]) -> Collection[str]:
    from board.selectors.recommendations import seen_recommendations

    return seen_recommendations(person, references)


def _described_recommendations(person: Person, references: Collection[str]) -> Mapping[str, str]:
    from board.selectors.recommendations import described_recommendations

    return described_recommendations(person, references)


def _changed(kind: str, title: str, months: int) -> Deadline:
    return Deadline(
        kind,
        title,
        Calendar.MONTHS,
        {"": months},
        seen_by=_seen_recommendations,
        address=_recommendation,
        described=_described_recommendations,
        roles=frozenset({BUSINESS_TEAM}),
    )


DEADLINES = (
    # Whether what was recommended has changed anything is asked twice after its actions were done.
    _changed(CHANGED_FIRST, "Has the recommendation changed anything?", 6),
    _changed(CHANGED_AGAIN, "Has the recommendation changed anything, a year on?", 12),
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
