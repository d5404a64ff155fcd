"""Reference data as everybody may read them: bank holidays, school terms, and how long each kind of clock runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from accounts.models import Person
from foundation import clock as time
from foundation.calendar import default_bank_holidays
from foundation.errors import NotVisible
from foundation.models import BankHoliday
from work.kinds import deadlines
from work.models import DeadlineLimit, SchoolTerm
from work.rules import Deadline, Limit, limit_in_force

LONGEST_LIMIT: Final = 1000
SATURDAY: Final = 5


@dataclass(frozen=True)
class Holiday:
    """A bank holiday. `published`: it stands in the published list; otherwise somebody added it here."""

    on: date
    title: str
    published: bool

    @property
    def has_passed(self) -> bool:
        """Whether it lies before today."""
        return self.on < time.today()


@cache
def _published() -> frozenset[date]:
    return frozenset(day.date for day in default_bank_holidays())


def bank_holidays(year: int) -> tuple[Holiday, ...]:
    """The bank holidays of a year, in order."""
    rows = BankHoliday.objects.filter(date__gte=date(year, 1, 1), date__lte=date(year, 12, 31)).order_by("date")
    return tuple(Holiday(row.date, row.title, row.date in _published()) for row in rows)


def next_bank_holiday() -> Holiday | None:
    """The first bank holiday from today on."""
    row = BankHoliday.objects.filter(date__gte=time.today()).order_by("date").first()
    return Holiday(row.date, row.title, row.date in _published()) if row else None


def school_terms() -> tuple[SchoolTerm, ...]:
    """All school terms, newest first."""
    return tuple(SchoolTerm.objects.order_by("-starts_on"))


def days_known_until() -> tuple[date | None, date | None]:
    """The last day of the last school term, and the last bank holiday, that the portal knows."""
    return (
        SchoolTerm.objects.order_by("-ends_on").values_list("ends_on", flat=True).first(),
        BankHoliday.objects.order_by("-date").values_list("date", flat=True).first(),
    )


def school_term(term_id: int) -> SchoolTerm:
    """One school term."""
    found = SchoolTerm.objects.filter(pk=term_id).first()
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True)
class LimitOf:
    """One limit of a deadline: as declared, as it holds today, and everything the partnership has set."""

    deadline: Deadline
    variant: str
    own: Sequence[DeadlineLimit]

    @property
    def declared(self) -> int:
        """The limit of law or guidance."""
        return self.deadline.limits[self.variant]

    @property
    def now(self) -> Limit:
        """The limit in force today."""
        rows = [Limit(row.amount, row.effective_from) for row in self.own]
        return limit_in_force(self.declared, rows, time.today())

    @property
    def coming(self) -> Sequence[DeadlineLimit]:
        """What is set from a later day."""
        return [row for row in self.own if row.effective_from > time.today()]


def limits() -> tuple[LimitOf, ...]:
    """Every limit of every kind of clock, by the title of the kind."""
    own: dict[tuple[str, str], list[DeadlineLimit]] = {}
    for row in DeadlineLimit.objects.order_by("-effective_from"):
        own.setdefault((row.kind, row.variant), []).append(row)
    return tuple(
        LimitOf(deadline, variant, own.get((deadline.kind, variant), ()))
        for deadline in sorted(deadlines().values(), key=lambda each: (each.title, each.kind))
        for variant in deadline.limits
    )


def limits_of(kind: str) -> tuple[LimitOf, ...]:
    """The limits of one kind of clock."""
    found = tuple(row for row in limits() if row.deadline.kind == kind)
    if not found:
        raise NotVisible
    return found


def names_of_setters(rows: Sequence[LimitOf]) -> Mapping[str, str]:
    """The names of those who set limits, by their reference."""
    references = {own.set_by for row in rows for own in row.own}
    return dict(Person.objects.filter(reference__in=references).values_list("reference", "name"))
