"""What others have: comparators by figure and year, what ours was a year before, and who the statistical neighbours are."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from reporting.models import Comparator, Indicator, ReturnedValue, StatisticalNeighbour
from reporting.rules.catalogue import RATE_SUFFIX
from reporting.rules.freezing import WHO
from reporting.rules.periods import ValuePeriod, a_year_before, period_named, spoken
from reporting.selectors.catalogue import known_figures
from reporting.selectors.indicators import Told, values_of

OWN_PAST = "Ours a year before"


@dataclass(frozen=True)
class Beside:
    """What stands beside a value: of whom, how much, of which year, and where that is published."""

    who: str
    text: str
    year: str
    source: str
    address: str = ""


def beside(found: Indicator, period: ValuePeriod, values: Mapping[str, Told]) -> list[Beside]:
    """What others had by the end of a period at the latest, each by its newest year, and what ours was a year before."""
    return comparators_until(found)(period, values)


def comparators_until(found: Indicator) -> Callable[[ValuePeriod, Mapping[str, Told]], list[Beside]]:
    """The same for any period of an indicator, of one statement."""
    published = published_of([found.code]).get(found.code, ())
    return lambda period, values: _beside(published, period, values)


def published_of(codes: Iterable[str]) -> Mapping[str, Sequence[Comparator]]:
    """What was ever published by those that stand for many, by the code of the figure."""
    found = defaultdict[str, list[Comparator]](list)
    for row in Comparator.objects.filter(code__in=list(codes), who__in=WHO):
        found[row.code].append(row)
    return found


def newest_until(published: Iterable[Comparator], day: date) -> list[Comparator]:
    """Of each of them the newest whose year was over by a day, in the order in which they are told."""
    newest: dict[str, tuple[date, Comparator]] = {}
    for row in published:
        end = year_compared(row).end
        if end <= day and (row.who not in newest or newest[row.who][0] < end):
            newest[row.who] = (end, row)
    return [newest[who][1] for who in WHO if who in newest]


def year_compared(row: Comparator) -> ValuePeriod:
    """The year of a comparator."""
    return period_named(row.period, row.period_kind)


def _beside(published: Iterable[Comparator], period: ValuePeriod, values: Mapping[str, Told]) -> list[Beside]:
    rows = [
        Beside(WHO[row.who], row.printed, spoken(year_compared(row)), row.source, row.address)
        for row in newest_until(published, period.end)
    ]
    ours = values.get(a_year_before(period).label)
    if ours is not None and ours.number is not None:
        rows.append(Beside(OWN_PAST, ours.shown.text, spoken(ours.held.period), settings.PARTNERSHIP["name"]))
    return rows


@dataclass(frozen=True)
class ComparatorSeen:
    """A comparator with our own value of its year."""

    row: Comparator
    title: str
    ours: Told | None


def list_comparators(*, code: str = "", period: str = "", after: str = "") -> tuple[list[ComparatorSeen], str]:
    """A page of comparators by figure, of one figure or one year where that is asked for, each with ours; and the next key."""
    rows: QuerySet[Comparator] = Comparator.objects.prefetch_related("earlier")
    rows = rows.filter(code=code) if code else rows
    rows = rows.filter(period=period) if period else rows
    page: Page[Comparator] = page_after(rows, "code", after)
    found = list(Indicator.objects.filter(code__in={row.code for row in page.rows}))
    values, titles = values_of(found), dict(figures_to_compare())
    ours = {one.code: values.get(one.code, {}) for one in found}
    return [
        ComparatorSeen(row, titles.get(row.code, row.code), ours.get(row.code, {}).get(row.period)) for row in page.rows
    ], page.next_key


def figures_to_compare() -> list[tuple[str, str]]:
    """Code and title of every figure that the portal knows, by title."""
    return sorted(((code, spec.title) for code, spec in known_figures().items()), key=lambda one: (one[1], one[0]))


def figures_compared() -> list[tuple[str, str]]:
    """Code and title of every figure that has comparators."""
    there = set(Comparator.objects.values_list("code", flat=True).distinct())
    return [(code, title) for code, title in figures_to_compare() if code in there]


def years_compared() -> list[str]:
    """The years of which there are comparators, the newest first."""
    return list(Comparator.objects.order_by("-period").values_list("period", flat=True).distinct())


def kind_of_years(code: str) -> str:
    """The sort of year that a figure is told by."""
    return kinds_of_years().get(code, "financial")


def kinds_of_years() -> Mapping[str, str]:
    """The sort of year of figures by their codes: of the indicator, or else of what was returned last; financial of all others.

    The rate of a figure is told by its years.
    """
    returned = ReturnedValue.objects.filter(dimension="").order_by("code", "-received_at", "-id").distinct("code")
    found = {**dict(returned.values_list("code", "period_kind")), **dict(Indicator.objects.values_list("code", "period_kind"))}
    return {**{f"{code}{RATE_SUFFIX}": kind for code, kind in found.items()}, **found}


def comparator_of(number: int) -> Comparator:
    """One comparator; NotVisible where there is none."""
    found = Comparator.objects.prefetch_related("earlier").filter(pk=number).first()
    if found is None:
        raise NotVisible
    return found


def neighbour_spelling() -> Callable[[str, ValuePeriod], str | None]:
    """How the list spells the name of an area that was a statistical neighbour on any day of a year; None of one that was not."""
    listed = list(StatisticalNeighbour.objects.all())

    def spelled(name: str, year: ValuePeriod) -> str | None:
        alike = (one for one in listed if one.name.casefold() == name.strip().casefold())
        return next(
            (one.name for one in alike if one.from_on <= year.end and (one.to_on is None or one.to_on >= year.start)), None
        )

    return spelled


def neighbours_at(day: date) -> list[StatisticalNeighbour]:
    """Who the statistical neighbours are on a day."""
    rows = StatisticalNeighbour.objects.filter(from_on__lte=day)
    return list(rows.filter(Q(to_on__isnull=True) | Q(to_on__gte=day)))


def neighbours() -> Sequence[StatisticalNeighbour]:
    """Who the statistical neighbours are, were and will be: those without an end first, then the newest end."""
    rows = list(StatisticalNeighbour.objects.all())
    return sorted(rows, key=lambda one: (one.to_on is not None, -(one.to_on.toordinal() if one.to_on else 0), one.name))


def neighbour_of(number: int) -> StatisticalNeighbour:
    """One statistical neighbour; NotVisible where there is none."""
    found = StatisticalNeighbour.objects.filter(pk=number).first()
    if found is None:
        raise NotVisible
    return found
