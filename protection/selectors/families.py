"""Family groups to those who see them: lists with what is due, and everything of one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.access_table import current_holdings, role_codes, sighted_team_ids
from accounts.models import Person
from children.models import Child
from foundation import clock
from foundation.models.events import DomainEvent
from foundation.pages import Page, page_after
from protection.access import CASEWORK
from protection.models import (
    STANDS,
    Conference,
    DiscussedChild,
    DiscussionSeat,
    DiscussionState,
    FamilyGroup,
    FamilyPersonGrant,
    ProtectionPlan,
    Section47,
    StrategyDiscussion,
    Transfer,
)
from protection.rules import kinds
from protection.selectors.sight import GOES_ON, MODELS, one_of, visible_discussions, visible_families
from protection.selectors.transfers import UNSETTLED, moves_of, open_moves
from referrals.access import TEAM_MANAGER
from referrals.selectors.episodes import workers_of
from work.models import Clock
from work.selectors.clocks import running_clocks

MINE, NOBODY, LATE = "mine", "nobody", "late"
STAGES = {
    "discussion": kinds.DISCUSSION,
    "enquiry": kinds.ENQUIRY,
    "conference": kinds.CONFERENCE,
    "plan": kinds.PLAN,
}
BEFORE_A_PLAN = ("discussion", "enquiry", "conference")
COUNTED_UP_TO = 100
NEWEST = 60
"""As many happenings stand on the page of a family."""


@dataclass(frozen=True)
class FamilyFilter:
    """What a list of families is narrowed to.

    `whose`: "mine" or "nobody" (no lead worker). `stage`: a key of STAGES. `due`: "late" or "" . `work`: "all" shows those
    with which nothing goes on any more, too.
    """

    whose: str = ""
    stage: str = ""
    due: str = ""
    work: str = ""


@dataclass(frozen=True)
class FamilyNow:
    """A family as a list shows it: the children, and what goes on."""

    family: FamilyGroup
    children: Sequence[Child]
    discussions: Sequence[StrategyDiscussion]
    enquiries: Sequence[Section47]
    conferences: Sequence[Conference]
    plans: Sequence[ProtectionPlan]
    moves: Sequence[Transfer]
    """Of children between authorities, those that are not settled."""
    clocks: Sequence[Clock]
    """Those that run, the soonest due first."""


def works_in_protection(person: Person) -> bool:
    """Whether the person's role works with families, rather than being invited to discussions and conferences alone."""
    return bool(CASEWORK.roles & role_codes(person))


def manages_families(person: Person) -> bool:
    """Whether the person holds discussions, authorises enquiries and allocates for a team."""
    return TEAM_MANAGER in role_codes(person)


def family_for(person: Person, reference: str) -> FamilyGroup:
    """One family group with its team, for who may see it."""
    found: FamilyGroup = one_of(person, kinds.FAMILY, reference, "team__agency", "worker")
    return found


def families(person: Person, wanted: FamilyFilter, after: str = "") -> Page[FamilyGroup]:
    """A page of the families that the person sees, in the order in which they came."""
    return page_after(_wanted(person, wanted).select_related("team", "worker"), "opened_at", after)


def family_counts(person: Person) -> dict[str, int]:
    """How many of those families are discussed, enquired into, to be conferred about, or late; each counted up to a hundred."""
    wanted = {stage: FamilyFilter(stage=stage) for stage in BEFORE_A_PLAN} | {LATE: FamilyFilter(due=LATE)}
    return {name: _wanted(person, narrowed)[:COUNTED_UP_TO].count() for name, narrowed in wanted.items()}


def _wanted(person: Person, wanted: FamilyFilter) -> QuerySet[FamilyGroup]:
    named = FamilyPersonGrant.objects.filter(user=person).values("content_object")
    rows = visible_families(person).filter(Q(team__in=sighted_team_ids(person)) | Q(pk__in=named))
    if wanted.whose in (MINE, NOBODY):
        rows = rows.filter(worker=person) if wanted.whose == MINE else rows.filter(worker__isnull=True)
    if wanted.stage in STAGES:
        rows = rows.filter(_something(STAGES[wanted.stage]))
    elif wanted.work != "all":
        moves = Exists(Transfer.objects.filter(UNSETTLED, family=OuterRef("pk")))
        rows = rows.filter(_any_of([moves, *(_something(kind) for kind in STAGES.values())]))
    if wanted.due == LATE:
        rows = rows.filter(_any_of(_late(kind) for kind in (*STAGES.values(), kinds.FAMILY)))
    return rows


def _something(kind: str) -> Exists:
    going = MODELS[kind]._default_manager.filter(GOES_ON[kind], family=OuterRef("pk"))
    if kind == kinds.DISCUSSION:
        going = StrategyDiscussion.objects.filter(state__in=(DiscussionState.CALLED, DiscussionState.HELD), family=OuterRef("pk"))
    return Exists(going)


def _late(kind: str) -> Exists:
    late = Clock.objects.filter(
        subject_kind=kind, stopped_at__isnull=True, state=Clock.State.RUNNING, due_at__lt=clock.now()
    ).values("subject_reference")
    path = {"pk": OuterRef("pk")} if kind == kinds.FAMILY else {"family": OuterRef("pk")}
    return Exists(MODELS[kind]._default_manager.filter(reference__in=late, **path))


def _any_of(conditions: Iterable[Exists]) -> Q:
    found = Q()
    for one in conditions:
        found |= Q(one)
    return found


def families_now(rows: Collection[FamilyGroup]) -> list[FamilyNow]:
    """What goes on with some families, in their order. Asked by pages whose reader may see them."""
    ids = [row.pk for row in rows]
    discussions = StrategyDiscussion.objects.filter(family__in=ids, state__in=(DiscussionState.CALLED, DiscussionState.HELD))
    found = {
        "discussions": _by_family(discussions.order_by("due_on", "pk")),
        "enquiries": _by_family(Section47.objects.filter(GOES_ON[kinds.ENQUIRY], family__in=ids).order_by("conference_due_on")),
        "conferences": _by_family(Conference.objects.filter(GOES_ON[kinds.CONFERENCE], family__in=ids).order_by("pk")),
        "plans": _by_family(ProtectionPlan.objects.filter(GOES_ON[kinds.PLAN], family__in=ids).order_by("started_on", "pk")),
    }
    of_record = {row.reference: row.pk for row in rows}
    of_record |= {one.reference: one.family_id for group in found.values() for many in group.values() for one in many}
    clocks: dict[int, list[Clock]] = defaultdict(list)
    for running in running_clocks(MODELS, of_record):
        clocks[of_record[running.subject_reference]].append(running)
    found["moves"] = _by_family(open_moves(ids))
    children = _children_by_family(ids)
    return [
        FamilyNow(
            row,
            children[row.pk],
            clocks=clocks[row.pk],
            **{name: group[row.pk] for name, group in found.items()},
        )
        for row in rows
    ]


def _by_family(rows: Iterable) -> dict[int, list]:  # type: ignore[type-arg]  # rows of several tables
    found: dict[int, list] = defaultdict(list)  # type: ignore[type-arg]
    for row in rows:
        found[row.family_id].append(row)
    return found


def _children_by_family(ids: Collection[int]) -> dict[int, list[Child]]:
    pairs = set(DiscussedChild.objects.filter(discussion__family__in=ids).values_list("discussion__family", "child"))
    pairs |= set(ProtectionPlan.objects.filter(family__in=ids).values_list("family", "child"))
    pairs |= set(FamilyGroup.objects.filter(pk__in=ids, transfers__isnull=False).values_list("pk", "transfers__child"))
    children = Child.objects.defer("keys").in_bulk({child for _family, child in pairs})
    found: dict[int, list[Child]] = defaultdict(list)
    for family, child in sorted(pairs):
        found[family].append(children[child])
    return found


def children_in(family: FamilyGroup) -> list[Child]:
    """The children of a family group: whoever was discussed, or is or was on a plan. Asked by who may see it."""
    return _children_by_family([family.pk])[family.pk]


def invited_discussions(person: Person, after: str = "") -> Page[StrategyDiscussion]:
    """A page of the strategy discussions to which the person is invited by name, in the order in which they were called."""
    seat = DiscussionSeat.objects.filter(STANDS, person=person).values("discussion")
    gone = (DiscussionState.CANCELLED, DiscussionState.WITHDRAWN)
    rows = visible_discussions(person).filter(pk__in=seat).exclude(state__in=gone)
    return page_after(rows.select_related("family__team").prefetch_related("children__child"), "called_at", after)


class FamilyFile:
    """What belongs to a family group. Each part is read when it is first asked for, and once."""

    def __init__(self, family: FamilyGroup) -> None:
        self.family = family

    @cached_property
    def children(self) -> tuple[Child, ...]:
        """The children, in the order of their records."""
        return tuple(children_in(self.family))

    @cached_property
    def discussions(self) -> tuple[StrategyDiscussion, ...]:
        """The strategy discussions, newest first."""
        return tuple(self.family.discussions.prefetch_related("children__child").order_by("-called_at", "-pk"))

    @cached_property
    def enquiries(self) -> tuple[Section47, ...]:
        """The section 47 enquiries, newest first."""
        return tuple(self.family.enquiries.select_related("child", "lead").order_by("-started_at", "-pk"))

    @cached_property
    def conferences(self) -> tuple[Conference, ...]:
        """The conferences, newest first."""
        rows = self.family.conferences.select_related("chair").prefetch_related("children__child")
        return tuple(rows.order_by("-pk"))

    @cached_property
    def plans(self) -> tuple[ProtectionPlan, ...]:
        """The plans that were not withdrawn, those that run first."""
        rows = self.family.plans.filter(withdrawn_at__isnull=True).select_related("child", "chair")
        return tuple(sorted(rows.order_by("-started_on", "-pk"), key=lambda plan: plan.ended_on is not None))

    @cached_property
    def moves(self) -> tuple[Transfer, ...]:
        """Moves of the children between authorities, newest first."""
        return tuple(moves_of(self.family))

    @property
    def references(self) -> list[str]:
        """Those of the family and of all that belongs to it."""
        of_it: tuple[Any, ...] = (*self.discussions, *self.enquiries, *self.conferences, *self.plans)
        return [self.family.reference, *(row.reference for row in of_it)]

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The clocks that run, the soonest due first."""
        return tuple(running_clocks(MODELS, self.references))

    @cached_property
    def events(self) -> tuple[DomainEvent, ...]:
        """The newest things that happened, newest first."""
        rows = DomainEvent.objects.filter(subject_kind__in=list(MODELS), subject_reference__in=self.references)
        return tuple(rows.order_by("-at", "-id")[:NEWEST])


def family_file(family: FamilyGroup) -> FamilyFile:
    """Everything of a family group. Asked by pages and services that have decided who may see it."""
    return FamilyFile(family)


def managers_for(family: FamilyGroup) -> list[Person]:
    """The managers of the family's team who see it."""
    today = clock.today()
    holdings = current_holdings(today).filter(role=TEAM_MANAGER, team=family.team, confirmed_until__gte=today)
    people = Person.objects.filter(pk__in=holdings.values("person")).order_by("pk")
    return [one for one in people if visible_families(one).filter(pk=family.pk).exists()]


def workers_for(family: FamilyGroup) -> list[Person]:
    """The workers and managers of the family's team who see it: one of them can lead."""
    return [one for one in workers_of(family.team) if visible_families(one).filter(pk=family.pk).exists()]
