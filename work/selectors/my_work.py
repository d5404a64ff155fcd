"""What waits for a person: what is due, what was asked of them, what came back. Bounded, each by its own index."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby

from django.db.models import Q, QuerySet, Window
from django.db.models.functions import RowNumber

from accounts.access_table import role_codes, sighted_team_ids, team_ids
from accounts.models import Person
from foundation import clock as time
from foundation.events import Subject
from foundation.pages import Page, page_after
from work.kinds import deadlines, deadlines_of_roles, handover_kinds, request_kinds
from work.models import Clock, Handover, Request
from work.selectors.handovers import handovers_offered_to, offers_shown
from work.selectors.requests import requests_asked, requests_to_answer
from work.selectors.seen import those_seen

SHOWN = 10
FIRST_OF_A_KIND = 3
"""So many of one kind stand on the list whatever else is due."""
CAME_BACK_WITHIN = timedelta(days=14)
OF_THE_INBOX = ("handover", "request")
COUNTED_UP_TO = 100


@dataclass(frozen=True)
class MyWork:
    """The beginning of each list; `more_…` says whether there is more than is shown."""

    due: tuple[Clock, ...]
    more_due: bool
    handovers: tuple[Handover, ...]
    more_handovers: bool
    requests: tuple[Request, ...]
    more_requests: bool
    returned: tuple[Handover, ...]
    answered: tuple[Request, ...]
    described: Mapping[int, str] = field(default_factory=dict)
    """By the id of a clock that is shown: words of its app that tell its record from another and name nobody."""

    def __bool__(self) -> bool:
        return bool(self.due or self.handovers or self.requests or self.returned or self.answered)


def my_work(person: Person, shown: int = SHOWN) -> MyWork:
    """What waits for the person and their teams, soonest due first; and what came back in the last fortnight, newest first.

    Where more is due than is shown, many of one kind leave room for the others.
    """
    due = clocks_seen(person, _first_of_each_kind(person, 3 * shown + 1))
    first = _spread(due, shown)
    handovers = team_handovers(person, size=shown)
    requests = team_requests(person, size=shown)
    since = time.now() - CAME_BACK_WITHIN
    return MyWork(
        described=_described(person, first),
        due=first,
        more_due=len(due) > shown,
        handovers=handovers.rows,
        more_handovers=bool(handovers.next_key),
        requests=requests.rows,
        more_requests=bool(requests.next_key),
        returned=those_seen(
            person, _returned_to(person).filter(returned_at__gte=since).order_by("-returned_at", "-pk")[:shown], handover_kinds()
        ),
        answered=those_seen(
            person,
            requests_asked(person)
            .filter(state=Request.State.ANSWERED, answered_at__gte=since)
            .select_related("to_agency")
            .order_by("-answered_at", "-pk")[:shown],
            request_kinds(),
        ),
    )


def clocks_of(person: Person) -> QuerySet[Clock]:
    """The running clocks of the person, their teams and their roles, soonest due first; those of the inbox stand there."""
    mine = Q(owner_person=person) | Q(owner_team__in=team_ids(person))
    if kinds := deadlines_of_roles(role_codes(person)):
        mine |= Q(kind__in=kinds, owner_person__isnull=True, owner_team__isnull=True)
    return (
        Clock.objects.filter(mine, state=Clock.State.RUNNING)
        .filter(stopped_at__isnull=True)
        .exclude(subject_kind__in=OF_THE_INBOX)
        .order_by("due_at", "pk")
    )


def _first_of_each_kind(person: Person, number: int) -> QuerySet[Clock]:
    place = Window(RowNumber(), partition_by="kind", order_by=["due_at", "pk"])
    return clocks_of(person).annotate(place=place).filter(place__lte=number)


def _spread(due: Sequence[Clock], shown: int) -> tuple[Clock, ...]:
    """As many clocks as are shown: of each kind its first few, then whatever is due next."""
    places: Counter[str] = Counter()
    order = []
    for number, row in enumerate(due):
        places[row.kind] += 1
        order.append((places[row.kind] > FIRST_OF_A_KIND, number))
    chosen = sorted(number for _later, number in sorted(order)[:shown])
    return tuple(due[number] for number in chosen)


def team_handovers(person: Person, after: str = "", size: int = 25) -> Page[Handover]:
    """A page of what was offered to the person's teams, longest waiting first."""
    page = page_after(handovers_offered_to(person), "offered_at", after, size)
    return Page(offers_shown(person, page.rows), page.next_key)


def team_requests(person: Person, after: str = "", size: int = 25) -> Page[Request]:
    """A page of what the person's agency or team was asked and has not answered, soonest due first."""
    open_ones = (
        requests_to_answer(person).filter(state=Request.State.ASKED).select_related("from_team__agency", "to_agency", "to_team")
    )
    return page_after(open_ones, "due_at", after, size)


@dataclass(frozen=True)
class InboxCounts:
    """How much waits, counted up to a hundred."""

    handovers: int
    requests: int


def inbox_counts(person: Person) -> InboxCounts:
    """How many handovers and requests wait for the person, each counted up to a hundred."""
    open_requests = requests_to_answer(person).filter(state=Request.State.ASKED)
    return InboxCounts(
        handovers=len(offers_shown(person, handovers_offered_to(person).order_by("pk")[:COUNTED_UP_TO])),
        requests=open_requests.order_by()[:COUNTED_UP_TO].count(),
    )


def _returned_to(person: Person) -> QuerySet[Handover]:
    teams = sighted_team_ids(person)
    return Handover.objects.filter(from_team__in=teams, state=Handover.State.RETURNED).select_related("to_team")


def _described(person: Person, clocks: Iterable[Clock]) -> Mapping[int, str]:
    """What the apps of their deadlines say of the records of some clocks; each app is asked once for all of its records."""
    asked: dict[Callable[[Person, Collection[str]], Mapping[str, str]], list[Clock]] = {}
    for row in clocks:
        if (declared := deadlines().get(row.kind)) is not None:
            asked.setdefault(declared.described, []).append(row)
    found: dict[int, str] = {}
    for describe, rows in asked.items():
        words = describe(person, {row.subject_reference for row in rows})
        found |= {row.pk: words[row.subject_reference] for row in rows if row.subject_reference in words}
    return found


def clocks_seen(person: Person, clocks: Iterable[Clock]) -> tuple[Clock, ...]:
    """Without the clocks of records that the deadline's app does not show this person; those of the inbox stay."""
    rows = list(clocks)
    seen: set[Subject] = set()
    by_kind = sorted(rows, key=lambda row: row.kind)
    for kind, group in groupby(by_kind, key=lambda row: row.kind):
        same = list(group)
        declared = deadlines().get(kind)
        references = [row.subject_reference for row in same]
        inbox = {row.subject_reference for row in same if row.subject_kind in OF_THE_INBOX}
        visible = inbox | set(declared.seen_by(person, references)) if declared else set(references)
        seen |= {Subject(row.subject_kind, row.subject_reference) for row in same if row.subject_reference in visible}
    return tuple(row for row in rows if Subject(row.subject_kind, row.subject_reference) in seen)
