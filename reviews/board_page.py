"""What this app adds to the pages of the board: those named on a case find the way from a recommendation back to it."""

from collections.abc import Iterable

from django.urls import reverse

from accounts.models import Person
from board.models import Recommendation


def _cases(person: Person, recommendation: Recommendation) -> Iterable[tuple[str, str]]:
    from reviews.selectors.findings import cases_behind

    for case in cases_behind(person, recommendation):
        yield reverse("reviews:case", args=[case.reference]), f"{case.get_kind_display()} {case.reference}"


BEHIND = _cases
