"""What a review asks of agencies: what they know of a case, from one author each. Nobody else of the agency reads it."""

from collections.abc import Collection, Sequence

from django.db.models import Exists
from django.urls import reverse

from accounts.models import Person
from reviews.death_requests import DEATH_REQUESTS
from reviews.rules import kinds
from work.kinds import RequestKind, Result

RETURNED = "returned"


def _seen(person: Person, references: Collection[str]) -> Collection[str]:
    from reviews.selectors.returns import seen_among

    return seen_among(person, references)


def _closed_to(person: Person) -> Exists:
    from reviews.selectors.returns import asked_of_another

    return asked_of_another(person)


def _children(reference: str) -> Sequence[str]:
    from reviews.selectors.returns import children_of_return

    return children_of_return(reference)


def _address(reference: str) -> str:
    return reverse("reviews:return", args=[reference])


REQUESTS = (
    RequestKind(
        kinds.RETURN_REQUEST,
        "Return for a review",
        seen_by=_seen,
        results=(Result(RETURNED, "Return sent"),),
        deadline=kinds.RETURN_REQUEST,
        roles=frozenset(),
        address=_address,
        children=_children,
        answer_page="reviews:asked_return",
        closed_to=_closed_to,
    ),
    *DEATH_REQUESTS,
)
