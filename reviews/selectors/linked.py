"""Reviews under other statutes and joint events, and those that belong to a case."""

from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from reviews.models import Case, CaseLink, LinkedLearning


def all_learning(after: str = "") -> Page[LinkedLearning]:
    """Other reviews and joint events, the newest first."""
    return page_after(LinkedLearning.objects.all(), "began_on", after, newest_first=True)


def linked_learning(reference: str) -> LinkedLearning:
    """One of them."""
    found = LinkedLearning.objects.filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_learning(reference: str) -> LinkedLearning:
    """The same, locked for a service."""
    found = LinkedLearning.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def learning_to_link(case: Case) -> tuple[tuple[str, str], ...]:
    """Reference and words of the newest that the case is not linked to."""
    rows = LinkedLearning.objects.exclude(pk__in=case.links.values("learning"))[:60]
    return tuple((row.reference, f"{row.get_kind_display()}: {row.title}") for row in rows)


def links_of(case: Case) -> tuple[CaseLink, ...]:
    """What belongs to a case."""
    return tuple(case.links.select_related("learning").order_by("linked_at", "pk"))
