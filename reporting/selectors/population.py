"""How many people the portal knows to live where. It speaks of nobody."""

from dataclasses import dataclass

from django.db.models import Count

from reporting.models import Population


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
