"""Briefings of a case for those named on it, and of the learning library for everybody who is signed in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum

from accounts.access_table import holdings_now
from accounts.models import Agency, Person, RoleHolding
from foundation.errors import NotVisible
from foundation.events import Subject, history
from foundation.pages import Page, page_after
from reviews.models import Briefing, BriefingReading, BriefingState, Case, TeamRole
from reviews.rules import kinds
from reviews.selectors.sight import case_for, role_on

WRITERS = frozenset({TeamRole.OWNER, TeamRole.REVIEWER})
APPROVERS = frozenset({TeamRole.OWNER, TeamRole.CHAIR, TeamRole.SCRUTINEER, TeamRole.EXECUTIVE})


@dataclass(frozen=True)
class Reach:
    """How far a briefing came in one agency."""

    agency: str
    readers: int
    colleagues: int


def case_to_write_on(person: Person, reference: str) -> Case:
    """One case, for whoever writes briefings of it: its owner and its reviewers."""
    case = case_for(person, reference)
    if role_on(person, case) not in WRITERS:
        raise NotVisible
    return case


def briefing_of(person: Person, case: str, reference: str) -> Briefing:
    """One briefing of a case on which the person is named."""
    found = Briefing.objects.select_related("written_by").filter(case=case_for(person, case), reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def may_write(role: TeamRole) -> bool:
    """Whether somebody with this role on the case writes its briefings."""
    return role in WRITERS


def written_by(briefing: Briefing) -> frozenset[str]:
    """The references of everybody who ever wrote a briefing."""
    happened = history(Subject(kinds.CASE, briefing.case.reference)).filter(
        verb__in=("reviews.briefing_begun", "reviews.briefing_changed"), data__briefing=briefing.reference
    )
    return frozenset(happened.values_list("actor_reference", flat=True))


def may_approve(role: TeamRole, person: Person, writers: frozenset[str]) -> bool:
    """Whether somebody approves a briefing: nobody who ever wrote it."""
    return role in APPROVERS and person.actor_reference not in writers


def briefings_of(case: Case) -> tuple[Briefing, ...]:
    """All briefings of a case, the newest first."""
    return tuple(case.briefings.order_by("-written_at", "-pk"))


def published(words: str = "") -> QuerySet[Briefing]:
    """What stands in the learning library, perhaps only what has each of some words."""
    rows = Briefing.objects.filter(state=BriefingState.PUBLISHED)
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(title__icontains=word) | Q(background__icontains=word) | Q(found__icontains=word) | Q(to_do__icontains=word)
        )
    return rows


def library(person: Person, words: str = "", after: str = "") -> Page[Briefing]:
    """The learning library, the newest first; each says whether the person has read it."""
    read = BriefingReading.objects.filter(briefing=OuterRef("pk"), person=person)
    return page_after(published(words).annotate(was_read=Exists(read)), "published_at", after, newest_first=True)


def published_briefing(reference: str) -> Briefing:
    """One briefing of the library. One that was withdrawn is there no longer."""
    found = published().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def reading_of(person: Person, briefing: Briefing) -> BriefingReading | None:
    """What somebody said when they had read it."""
    return BriefingReading.objects.filter(person=person, briefing=briefing).first()


def uses_of(briefing: Briefing) -> tuple[BriefingReading, ...]:
    """Where and how readers say that they use it, the newest first."""
    return tuple(briefing.readings.exclude(use="").select_related("agency").order_by("-read_at", "-pk"))


def reach_of(briefings: Iterable[Briefing]) -> tuple[Reach, ...]:
    """Agencies of the portal, with how many of their people said that they read these briefings; those without any first."""
    read = BriefingReading.objects.filter(briefing__in=list(briefings)).values_list("agency")
    counted = {agency: (n, told) for agency, n, told in read.annotate(n=Count("person", distinct=True), told=Sum("colleagues"))}
    held = RoleHolding.objects.filter(agency=OuterRef("pk"), ended_at__isnull=True)
    agencies = Agency.objects.filter(Q(Exists(held)) | Q(pk__in=counted)).order_by("name")
    rows = [Reach(agency.name, *counted.get(agency.pk, (0, 0))) for agency in agencies]
    return tuple(sorted(rows, key=lambda row: row.readers > 0))


def agency_that_reads(person: Person) -> Agency | None:
    """The agency for which somebody reads: that of the role that they have held longest."""
    held = holdings_now(person)
    return Agency.objects.get(pk=held[0].agency_id) if held else None
