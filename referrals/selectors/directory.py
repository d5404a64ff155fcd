"""The local directory of early help: to everybody who is signed in, and to visitors. It names no child and no family."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from foundation.errors import NotVisible
from foundation.pages import page_after
from referrals.models import DirectoryImport, DirectoryService

Status = DirectoryService.Status


@dataclass(frozen=True)
class Wanted:
    """What somebody looks for. Nothing: everything that is open."""

    words: str = ""
    need: str = ""
    age: int | None = None
    area: str = ""
    free: bool = False
    level: int | None = None
    """At level 1 services for every family; at any other these and those for families who need extra help."""


@dataclass(frozen=True)
class FoundPage:
    """Some services in order of name, how many there are, and after which the next ones begin."""

    services: tuple[DirectoryService, ...]
    number: int
    next_key: str


def found_services(wanted: Wanted, *, after: str = "") -> FoundPage:
    """The open services that fit, by name."""
    rows = _fitting(wanted)
    page = page_after(rows.select_related("organisation"), "name", after)
    return FoundPage(page.rows, rows.count(), page.next_key)


def _fitting(wanted: Wanted) -> QuerySet[DirectoryService]:
    rows = DirectoryService.objects.filter(status=Status.ACTIVE)
    for word in wanted.words.split()[:8]:
        rows = rows.filter(Q(name__icontains=word) | Q(description__icontains=word) | Q(organisation__name__icontains=word))
    if wanted.need:
        rows = rows.filter(needs__contains=[wanted.need])
    if wanted.age is not None:
        rows = rows.filter(
            Q(min_age__isnull=True) | Q(min_age__lte=wanted.age), Q(max_age__isnull=True) | Q(max_age__gte=wanted.age)
        )
    if wanted.area:
        rows = rows.filter(Q(areas=[]) | Q(areas__contains=[wanted.area]))
    if wanted.free:
        rows = rows.filter(free=True)
    if wanted.level == 1:
        rows = rows.filter(level=1)
    return rows


def areas_served() -> list[str]:
    """The areas that open services name, in order."""
    named = DirectoryService.objects.filter(status=Status.ACTIVE).values_list("areas", flat=True)
    return sorted({area for areas in named for area in areas})


def directory_service(pk: int) -> DirectoryService:
    """One service, whatever its status."""
    found = DirectoryService.objects.select_related("organisation").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def past_imports() -> list[DirectoryImport]:
    """The last feeds that were read."""
    return list(DirectoryImport.objects.order_by("-imported_at", "-pk")[:10])
