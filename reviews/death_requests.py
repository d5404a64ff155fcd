"""What a child death review asks of agencies: the reporting form, from one author each. Nobody else of the agency reads it."""

from collections.abc import Collection, Sequence

from django.db.models import Exists
from django.urls import reverse

from accounts.models import Person
from reviews.rules import kinds
from work.kinds import RequestKind, Result


def _seen(person: Person, references: Collection[str]) -> Collection[str]:
    from reviews.selectors.deaths import forms_seen_among

    return forms_seen_among(person, references)


def _closed_to(person: Person) -> Exists:
    from reviews.selectors.deaths import form_asked_of_another

    return form_asked_of_another(person)


def _children(reference: str) -> Sequence[str]:
    from reviews.selectors.deaths import children_of_form

    return children_of_form(reference)


def _address(reference: str) -> str:
    return reverse("reviews:death_form", args=[reference])


DEATH_REQUESTS = (
    RequestKind(
        kinds.DEATH_FORM_REQUEST,
        "Reporting form for a child death review",
        seen_by=_seen,
        results=(Result("returned", "Form returned"),),
        deadline=kinds.DEATH_FORM_REQUEST,
        roles=frozenset(),
        address=_address,
        children=_children,
        answer_page="reviews:asked_death_form",
        closed_to=_closed_to,
    ),
)
