"""The guide by level of need: the version in use to everybody, drafts to those who edit it. It speaks of no child."""

from accounts.models import Person
from foundation.errors import NotVisible
from referrals.access import GUIDE_EDITORS
from referrals.models import Guide


def guide_in_use() -> Guide | None:
    """The published version, with its levels."""
    return Guide.objects.prefetch_related("levels").filter(state=Guide.State.PUBLISHED).first()


def guide_version(by: object, number: int) -> Guide:
    """One version that was published once, to everybody; a draft to those who edit it."""
    found = Guide.objects.prefetch_related("levels").filter(number=number).first()
    if found is None or (found.state == Guide.State.DRAFT and not _edits(by)):
        raise NotVisible
    return found


def guide_draft(by: Person) -> Guide | None:
    """The draft that waits to be published, to those who edit it."""
    if not _edits(by):
        raise NotVisible
    return Guide.objects.prefetch_related("levels").filter(state=Guide.State.DRAFT).first()


def guide_versions(by: Person) -> list[Guide]:
    """Every version, newest first, to those who edit it."""
    if not _edits(by):
        raise NotVisible
    return list(Guide.objects.order_by("-number"))


def _edits(by: object) -> bool:
    return isinstance(by, Person) and GUIDE_EDITORS.admits(by)
