"""The deadlines of this app's own verbs; requests bring theirs along."""

from collections.abc import Collection, Mapping, Sequence

from django.urls import reverse

from accounts.models import Person
from work.rules import Calendar, Deadline, everything


def _asked_by(person: Person, references: Collection[str]) -> Collection[str]:
    from work.selectors.requests import requests_seen_by_asker

    return requests_seen_by_asker(person, references)


def _offered_by(person: Person, references: Collection[str]) -> Collection[str]:
    from work.selectors.handovers import handovers_seen_by_offerer

    return handovers_seen_by_offerer(person, references)


def _request_address(reference: str) -> str:
    return reverse("work:request", args=[reference])


def _handover_address(reference: str) -> str:
    return reverse("work:handover", args=[reference])


def _children_of_request(reference: str) -> Sequence[str]:
    from work.selectors.requests import children_of_request

    return children_of_request(reference)


def _children_of_handover(reference: str) -> Sequence[str]:
    from work.selectors.handovers import children_of_handover

    return children_of_handover(reference)


def for_requests(
    kind: str, title: str, calendar: Calendar, limits: Mapping[str, int], *, runs_on: frozenset[str] = frozenset()
) -> Deadline:
    """The deadline of a kind of request: who asked manages its clock, and it leads to the request."""
    return Deadline(
        kind,
        title,
        calendar,
        limits,
        runs_on=runs_on,
        seen_by=everything,
        address=_request_address,
        managed_by=_asked_by,
        children=_children_of_request,
    )


def for_handovers(kind: str, title: str, calendar: Calendar, limits: Mapping[str, int]) -> Deadline:
    """The deadline of a kind of handover: who offers it manages its clock, and it leads to the handover."""
    return Deadline(
        kind,
        title,
        calendar,
        limits,
        seen_by=everything,
        address=_handover_address,
        managed_by=_offered_by,
        children=_children_of_handover,
    )


DEADLINES = (
    for_handovers("work.handover", "Answer to a handover", Calendar.WORKING_DAYS, {"": 1}),
    for_requests("work.request", "Answer to a request", Calendar.WORKING_DAYS, {"": 5}),
    for_requests("work.confirm_people", "Confirmation of an agency’s people", Calendar.WORKING_DAYS, {"": 15}),
)
