"""The case that a page acts on, as pages know it."""

from collections.abc import Callable

from django.http import HttpRequest
from django.urls import reverse

from accounts.asking import asking
from accounts.selectors.people import names_of
from reviews.models import Case as ReviewCase
from reviews.presenters.cases import people_of, timeline
from reviews.rules import kinds
from reviews.selectors.cases import CaseFile
from reviews.selectors.sight import children_behind, owned_case
from work.views.acting import Case

LATEST = 3


def shown(found: ReviewCase, file: CaseFile | None = None, *, overtaken: bool = False) -> Case:
    """A case for a page; `overtaken`: with what happened last, for whoever was."""
    latest = timeline(file.events, names_of(people_of(file)))[:LATEST] if file and overtaken else []
    return Case(
        kinds.CASE,
        found.reference,
        found.version,
        found.title,
        reverse("reviews:case", args=[found.reference]),
        [child.child.reference for child in file.children if child.child] if file else children_behind(found.reference),
        latest,
    )


def reader(request: HttpRequest, reference: str, *, find: Callable[..., ReviewCase] = owned_case) -> Callable[[], Case]:
    """How a page reads the case on which it acts."""

    def read() -> Case:
        person = asking(request)
        found = find(person, reference)
        return shown(found, CaseFile(person, found), overtaken=request.method == "POST")

    return read


def unseen(found: ReviewCase) -> Case:
    """A case that its reader may not see: nothing but its reference."""
    return Case(kinds.CASE, found.reference, 0, "Case", reverse("reviews:case", args=[found.reference]), ())
