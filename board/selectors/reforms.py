"""National reforms and how far each is. Whoever asks has a role of the board."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, QuerySet

from accounts.models import Person
from board.models import Reform, ReformEntry, ReformMilestone, ReformState
from foundation import clock
from foundation.calendar import Month
from foundation.errors import NotVisible
from foundation.pages import Page, page_after

PAGE = 50
EXPORT_LIMIT = 20_000
MOST_MONTHS = 12


@dataclass(frozen=True)
class ReformRow:
    """A reform, when it was last written about, and its next milestone."""

    reform: Reform
    last_on: date | None
    next_milestone: ReformMilestone | None


def _narrowed(person: Person, state: str) -> QuerySet[Reform]:
    found = Reform.objects.select_related("agency")
    return found.filter(state=state) if state else found


def list_reforms(person: Person, state: str = "", after: str = "") -> Page[ReformRow]:
    """Fifty reforms, the newest first, after the key that the page before gave; those in one state where one is named."""
    page = page_after(_narrowed(person, state), "announced_on", after, PAGE, newest_first=True)
    return Page(tuple(_rows(page.rows)), page.next_key)


def exported_reforms(person: Person, state: str = "") -> list[ReformRow]:
    """All of them, the newest first."""
    return _rows(_narrowed(person, state).order_by("-announced_on", "-pk")[:EXPORT_LIMIT])


def _rows(reforms: Sequence[Reform] | QuerySet[Reform]) -> list[ReformRow]:
    found = list(reforms)
    entries = ReformEntry.objects.filter(reform__in=found).order_by("reform_id", "-happened_on", "-pk").distinct("reform_id")
    last = {entry.reform_id: entry.happened_on for entry in entries}
    milestones = ReformMilestone.objects.filter(reform__in=found, done_on__isnull=True).order_by("reform_id", "due_on", "pk")
    nearest = {one.reform_id: one for one in milestones.distinct("reform_id")}
    return [ReformRow(one, last.get(one.pk), nearest.get(one.pk)) for one in found]


def count_reforms(person: Person) -> dict[str, int]:
    """How many reforms are how far, in one pass."""
    return Reform.objects.aggregate(**{str(state): Count("id", filter=Q(state=state)) for state in ReformState.values})


def reform_for(person: Person, reference: str) -> Reform:
    """One reform."""
    found = Reform.objects.select_related("agency").filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def locked_reform(reference: str) -> Reform:
    """The same, locked until the transaction ends."""
    found = Reform.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotVisible
    return found


def entries_of_reform(reform: Reform) -> list[ReformEntry]:
    """What was written about a reform, oldest first."""
    return list(reform.entries.select_related("written_by").order_by("happened_on", "pk"))


def milestones_of(reform: Reform) -> list[ReformMilestone]:
    """Its milestones in order of date."""
    return list(reform.milestones.order_by("due_on", "pk"))


def milestone_for(person: Person, pk: int) -> ReformMilestone:
    """One milestone with its reform."""
    found = ReformMilestone.objects.select_related("reform").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def locked_milestone(pk: int) -> ReformMilestone:
    """The same, locked until the transaction ends."""
    found = ReformMilestone.objects.select_for_update(of=("self",)).select_related("reform").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def state_on(entries: Sequence[ReformEntry], day: date) -> str:
    """How far a reform was at the end of a day: as its last entry up to then says. Entries are the oldest first."""
    return next((one.state for one in reversed(entries) if one.happened_on <= day), ReformState.NOT_BEGUN)


def states_by_month(reform: Reform, entries: Sequence[ReformEntry]) -> dict[date, str]:
    """How far it was at the end of each of the last twelve months since it is followed, and today."""
    today = clock.today()
    days, month = [today], Month.of(today)
    while len(days) <= MOST_MONTHS and month.start > reform.added_on:
        days.append(month.start - timedelta(days=1))
        month = Month.of(days[-1])
    return {day: state_on(entries, day) for day in reversed(days)}
