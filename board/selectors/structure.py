"""The groups of the partnership as they are, or were, on a day. None of it is about a child: whoever is signed in may read it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from accounts.models import Agency, Person
from board.models import Group, GroupLine, Seat, SeatHolding, TermsOfReference
from board.rules import in_order
from board.selectors.pasts import as_on
from foundation import clock
from foundation.errors import NotVisible


@dataclass(frozen=True)
class Structure:
    """The groups of a day: those on top first, each followed by those that report to it, with how deep each stands."""

    day: date
    rows: tuple[tuple[Group, int], ...]
    links: tuple[GroupLine, ...]


@dataclass(frozen=True)
class GroupOnADay:
    """One group with its lines, its seats with who filled them, and its terms of reference, on a day: all under the names of that
    day. `called_now` is its name of today.
    """

    group: Group
    called_now: str
    day: date
    reports_to: GroupLine | None
    reporting: tuple[GroupLine, ...]
    links: tuple[GroupLine, ...]
    seats: tuple[Seat, ...]
    terms: TermsOfReference | None
    all_terms: tuple[TermsOfReference, ...]

    @property
    def has_ended(self) -> bool:
        """Whether its last day had come."""
        return self.group.to_on is not None and self.group.to_on <= self.day


def on_the_day(day: date) -> Q:
    """What holds on a day: begun, and not over."""
    return Q(from_on__lte=day) & (Q(to_on__isnull=True) | Q(to_on__gte=day))


def structure_on(day: date) -> Structure:
    """Every group of a day in the order of the chart, as it was called then. A group whose parent is not there stands on top."""
    groups = {group.pk: group for group in as_on(Group.objects.filter(on_the_day(day)), day)}
    lines = [
        line
        for line in _as_called(GroupLine.objects.filter(on_the_day(day)).select_related("group", "other"), day)
        if line.group_id in groups and line.other_id in groups
    ]
    above = {line.group_id: line.other_id for line in lines if line.kind == GroupLine.Kind.REPORTS_TO}
    below: dict[int | None, list[Group]] = defaultdict(list)
    for pk, group in groups.items():
        below[above.get(pk)].append(group)
    links = tuple(line for line in lines if line.kind == GroupLine.Kind.LINKED_WITH)
    return Structure(day, tuple(in_order(below)), links)


def _as_called(lines: Iterable[GroupLine], day: date) -> list[GroupLine]:
    """These lines with their groups as they stood at the end of a day, by the name of the group."""
    listed = list(lines)
    groups = {
        group.pk: group for group in as_on({one.pk: one for line in listed for one in (line.group, line.other)}.values(), day)
    }
    for line in listed:
        line.group, line.other = groups[line.group_id], groups[line.other_id]
    return sorted(listed, key=lambda line: line.group.name)


def group_on(reference: str, day: date) -> GroupOnADay:
    """One group as it was on a day; of a day before it began or after its end, with what held then: nothing."""
    group = Group.objects.filter(reference=reference).first()
    if group is None:
        raise NotVisible
    called_now = group.name
    as_on([group], day)
    lines = GroupLine.objects.filter(on_the_day(day)).select_related("group", "other")
    own = _as_called(lines.filter(Q(group=group) | Q(other=group)), day)
    linked = GroupLine.Kind.LINKED_WITH
    holdings = SeatHolding.objects.filter(on_the_day(day)).select_related("person").order_by("deputy", "id")
    seats = (
        Seat.objects.filter(on_the_day(day), group=group)
        .select_related("agency")
        .prefetch_related(Prefetch("holdings", queryset=holdings))
    )
    parts = list(Seat.Part)
    terms = tuple(group.terms.order_by("-number"))
    return GroupOnADay(
        group,
        called_now,
        day,
        next((line for line in own if line.kind != linked and line.group_id == group.pk), None),
        tuple(line for line in own if line.kind != linked and line.other_id == group.pk),
        tuple(line for line in own if line.kind == linked),
        tuple(sorted(seats, key=lambda seat: (parts.index(Seat.Part(seat.part)), seat.pk))),
        next((one for one in terms if one.from_on <= day), None),
        terms,
    )


def open_groups(day: date, *, without: str = "") -> list[tuple[str, str]]:
    """The groups of a day to choose from, without one of them."""
    found = Group.objects.filter(on_the_day(day)).exclude(reference=without)
    return list(found.values_list("reference", "name"))


def group_of_today(reference: str) -> Group | None:
    """A group that is there today."""
    return Group.objects.filter(on_the_day(clock.today()), reference=reference).first()


def agencies_to_seat() -> list[tuple[str, str]]:
    """The agencies that a seat can belong to."""
    return list(Agency.objects.filter(merged_into__isnull=True, closed_on__isnull=True).values_list("code", "name"))


def locked_group(reference: str) -> Group:
    """The group, locked for a service. Unknown ones are not visible."""
    group = Group.objects.select_for_update().filter(reference=reference).first()
    if group is None:
        raise NotVisible
    return group


def locked_seat(pk: int) -> Seat:
    """The seat, locked for a service, with its group."""
    seat = Seat.objects.select_for_update(of=("self",)).select_related("group").filter(pk=pk).first()
    if seat is None:
        raise NotVisible
    return seat


def above(group: Group, day: date) -> Collection[int]:
    """The ids of the groups to which a group reports on a day, up to the top, itself included."""
    up = dict(GroupLine.objects.filter(on_the_day(day), kind=GroupLine.Kind.REPORTS_TO).values_list("group_id", "other_id"))
    found = {group.pk}
    here: int | None = group.pk
    while here is not None:
        here = up.get(here)
        if here is None or here in found:
            break
        found.add(here)
    return found


def sits_in(person: Person, day: date) -> QuerySet[Group]:
    """The groups in which a person fills a seat or stands in for somebody on a day."""
    held = SeatHolding.objects.filter(on_the_day(day), person=person)
    seats = Seat.objects.filter(on_the_day(day), pk__in=held.values("seat"))
    return Group.objects.filter(on_the_day(day), pk__in=seats.values("group"))


def group_of_seat(seat_id: int) -> Seat:
    """A seat with its group and agency."""
    seat = Seat.objects.select_related("group", "agency").filter(pk=seat_id).first()
    if seat is None:
        raise NotVisible
    return seat
