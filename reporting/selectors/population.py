"""How many people the portal knows to live where. It speaks of nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, QuerySet

from foundation.calendar import FinancialYear
from reporting.models import EarlierPopulation, Population
from reporting.rules.gathered import ChildPopulation

CHILDREN = "0-17"


@dataclass(frozen=True)
class YearKnown:
    """A year of population: how many rows there are, and of how many areas."""

    year: int
    rows: int
    areas: int


def years_known() -> list[YearKnown]:
    """The years of which there is population, newest first, at most ten."""
    rows = Population.objects.values("year").annotate(rows=Count("pk"), areas=Count("area", distinct=True)).order_by("-year")
    return [YearKnown(row["year"], row["rows"], row["areas"]) for row in rows[:10]]


def earlier_estimates(year: int | None = None) -> list[EarlierPopulation]:
    """What was estimated before it was corrected, the newest first, at most fifty: of the children of a year, or of everybody."""
    rows = EarlierPopulation.objects.select_related("population")
    return list((rows if year is None else rows.filter(population__in=_children().filter(year=year)))[:50])


def _children() -> QuerySet[Population]:
    return Population.objects.filter(area=settings.PARTNERSHIP["area"], age_band=CHILDREN, sex="", ethnicity="")


def populations() -> dict[int, ChildPopulation]:
    """The children under 18 of the area by the middle of which year."""
    return {row.year: ChildPopulation(row.year, row.value, row.source) for row in _children()}


def population_of(year: FinancialYear) -> ChildPopulation | None:
    """The children under 18 of a year, as every figure for each child and every rate takes them."""
    return population_in(year, populations())


def population_in(year: FinancialYear, known: Mapping[int, ChildPopulation]) -> ChildPopulation | None:
    """The estimate for the middle of the year asked, or the latest one before it while that is not published yet."""
    return population_known(year.start_year, known)


def population_known(middle: int, known: Mapping[int, ChildPopulation]) -> ChildPopulation | None:
    """The estimate for the middle of a year, or the latest one before it; whoever uses that one says of which year it is."""
    past = [year for year in known if year <= middle]
    return known[max(past)] if past else None
