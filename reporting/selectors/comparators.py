"""What others have: comparators by figure and year, what ours was a year before, and who the statistical neighbours are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet

from foundation.errors import NotVisible
from foundation.pages import Page, page_after
from reporting.models import Comparator, Indicator, StatisticalNeighbour
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
    published = [(period_named(row.period, row.period_kind), row) for row in Comparator.objects.filter(code=found.code)]
    return lambda period, values: _beside(published, period, values)


def _beside(published: Sequence[tuple[ValuePeriod, Comparator]], period: ValuePeriod, values: Mapping[str, Told]) -> list[Beside]:
    newest: dict[str, tuple[ValuePeriod, Comparator]] = {}
    for year, row in published:
        if year.end <= period.end and (row.who not in newest or newest[row.who][0].end < year.end):
            newest[row.who] = (year, row)
    rows = [
        Beside(WHO[who], newest[who][1].printed, spoken(newest[who][0]), newest[who][1].source, newest[who][1].address)
        for who in WHO
        if who in newest
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
    """The sort of year that a figure is told by: that of its indicator, the financial year otherwise."""
    return Indicator.objects.filter(code=code).values_list("period_kind", flat=True).first() or "financial"


def kinds_of_years() -> Mapping[str, str]:
    """The sort of year of every indicator, by its code."""
    return dict(Indicator.objects.values_list("code", "period_kind"))


def comparator_of(code: str, period: str, who: str) -> Comparator:
    """One comparator; NotVisible where there is none."""
    found = Comparator.objects.prefetch_related("earlier").filter(code=code, period=period, who=who).first()
    if found is None:
        raise NotVisible
    return found


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
