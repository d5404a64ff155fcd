"""The report for children: being written, published, and where children find help."""

from django.db.models import QuerySet

from foundation.errors import NotVisible
from reporting.models import ChildrensVersion, Edition, HelpLine
from reporting.selectors.publishing import published_of


def help_lines() -> list[dict[str, str]]:
    """Whom a child can ring or write to."""
    return [
        {"name": one.name, "words": one.words, "telephone": one.telephone, "website": one.website}
        for one in HelpLine.objects.all()
    ]


def draft_of(edition: Edition) -> ChildrensVersion | None:
    """What is being written of an edition."""
    return ChildrensVersion.objects.select_related("edition").filter(edition=edition, published_at__isnull=True).first()


def newest_published(edition: Edition) -> ChildrensVersion | None:
    """What stands at the address of an edition for children, if its report is there."""
    return _published().filter(edition=edition).first()


def for_children_of(year: str) -> ChildrensVersion:
    """What children read of the report that stands at the address of a year; NotVisible where there is none."""
    found = newest_published(published_of(year).edition)
    if found is None:
        raise NotVisible
    return found


def to_print(reference: str, number: int) -> ChildrensVersion | None:
    """A published version that has no file yet."""
    rows = _published().filter(edition__reference=reference, number=number, pdf_key="")
    return rows.first()


def _published() -> QuerySet[ChildrensVersion]:
    return ChildrensVersion.objects.select_related("edition").filter(published_at__isnull=False).order_by("-number")
