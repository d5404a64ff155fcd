"""The merged chronology of a case: every entry that was sent, in the order of time, for those who read it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Exists, Max, Min, OuterRef, Prefetch, QuerySet

from accounts.models import Agency, Person
from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from reviews.models import Case, ChronologyCopy, ChronologyEntry, Contradiction, ContradictionEntry, TeamRole
from reviews.models.chronology import READ
from reviews.rules.chronology_reading import Told
from reviews.selectors.returns import MARKERS, chronology_case, marked_case
from reviews.selectors.sight import role_on

ROWS = 50
TOLD = ("pk", "agency", "happened_on", "precision", "at", "until", "persons", "child_seen", "significance")


@dataclass(frozen=True)
class ChronologyFilter:
    """Which entries are read: of an agency, of a meaning, of a period, or only those that are marked."""

    agency: str = ""
    significance: str = ""
    first: date | None = None
    last: date | None = None
    marked: bool = False

    @property
    def query(self) -> str:
        """As an address has it."""
        told = {
            "agency": self.agency, "significance": self.significance, "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(), "marked": "on" if self.marked else "",
        }  # fmt: skip
        return urlencode({name: value for name, value in told.items() if value})


def read_entries(case: Case, chosen: ChronologyFilter = ChronologyFilter()) -> QuerySet[ChronologyEntry]:  # frozen
    """The entries of a case that were sent and not struck."""
    rows = ChronologyEntry.objects.filter(READ, case=case)
    if chosen.agency:
        rows = rows.filter(agency__code=chosen.agency)
    if chosen.significance:
        rows = rows.filter(significance=chosen.significance)
    if chosen.first:
        rows = rows.filter(place__gte=f"{chosen.first:%Y%m%d}")
    if chosen.last and chosen.last < date.max:
        rows = rows.filter(place__lt=f"{chosen.last + timedelta(days=1):%Y%m%d}")
    if chosen.marked:
        marks = ContradictionEntry.objects.filter(entry=OuterRef("pk"), contradiction__lifted_at__isnull=True)
        rows = rows.filter(Exists(marks))
    return rows


def chronology_page(case: Case, chosen: ChronologyFilter, after: str) -> Page[ChronologyEntry]:
    """Fifty entries in the order of time, after the key that the page before gave."""
    return page_after(read_entries(case, chosen).select_related("agency"), "place", after, ROWS)


def all_entries(case: Case, chosen: ChronologyFilter) -> QuerySet[ChronologyEntry]:
    """All of them in the order of time, to be walked through."""
    return read_entries(case, chosen).select_related("agency").order_by("place", "pk")


def walked(entries: QuerySet[ChronologyEntry]) -> Iterator[ChronologyEntry]:
    """Entries one after the other, however many there are."""
    return entries.iterator(chunk_size=1_000)


class Merged:
    """What the page tells of the whole chronology besides its rows. Each part is read when it is first asked for, and once."""

    def __init__(self, person: Person, reference: str) -> None:
        self.person = person
        self.case = chronology_case(person, reference)

    @cached_property
    def role(self) -> TeamRole:
        """As what the reader is named."""
        return role_on(self.person, self.case)

    @property
    def marks(self) -> bool:
        """Whether the reader marks contradictions."""
        return self.role in MARKERS

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Of every entry what the picture and the gaps are made of."""
        return tuple(Told(*row) for row in read_entries(self.case).order_by("place", "pk").values_list(*TOLD))

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies that sent a return, by name."""
        rows = Agency.objects.filter(Exists(self.case.returns.filter(agency=OuterRef("pk"), sent_at__isnull=False)))
        return tuple(rows.order_by("name", "pk"))

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """From the first to the last day of which agencies were asked."""
        found = self.case.letters.aggregate(first=Min("period_from"), last=Max("period_to"))
        return (found["first"], found["last"]) if found["first"] and found["last"] else None


def contradictions_on(entries: Collection[ChronologyEntry]) -> Mapping[int, Sequence[Contradiction]]:
    """By entry the marks that stand on it, each with the entries on which it stands."""
    numbers = [row.pk for row in entries]
    marked = ContradictionEntry.objects.filter(entry__in=numbers, contradiction=OuterRef("pk"))
    found: dict[int, list[Contradiction]] = {}
    rows = Contradiction.objects.filter(Exists(marked), lifted_at__isnull=True).order_by("pk").prefetch_related("sides")
    for one in rows:
        for side in one.sides.all():
            found.setdefault(side.entry_id, []).append(one)
    return found


def contradictions_of(case: Case) -> QuerySet[Contradiction]:
    """All marks of a case, those that were found out about too."""
    sides = ContradictionEntry.objects.order_by("pk")
    return case.contradictions.order_by("pk").prefetch_related(Prefetch("sides", queryset=sides))


def entries_numbered(case: Case, numbers: Collection[int]) -> list[ChronologyEntry]:
    """Those of the merged chronology that have these numbers, in the order of time."""
    rows = read_entries(case).filter(pk__in=numbers).select_related("agency")
    return list(rows.order_by("place", "pk"))


def contradiction_to_lift(person: Person, reference: str, contradiction: int) -> Contradiction:
    """One mark that stands, for those who mark."""
    row = marked_case(person, reference).contradictions.filter(pk=contradiction, lifted_at__isnull=True).first()
    if row is None:
        raise NotVisible
    return row


def copy_for(person: Person, reference: str) -> ChronologyCopy:
    """One copy as PDF, for whoever asked for it and still reads the chronology."""
    found = ChronologyCopy.objects.select_related("case", "person").filter(reference=reference, person=person).first()
    if found is None:
        raise NotVisible
    chronology_case(person, found.case.reference)
    return found
