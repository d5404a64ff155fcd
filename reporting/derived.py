"""What reporting works out of others' figures and the population, for pages of lower floors that show it too."""

from django.db import connection

from foundation.calendar import FinancialYear
from foundation.figures import WORKED_OUT, FigureValue, groups
from reporting.rules.catalogue import PER_CHILD_SUFFIX, POPULATION
from reporting.rules.freezing import per_child
from reporting.rules.gathered import YearOfFigures
from reporting.selectors.gathering import population_of

SPENDING = "budget.expenditure"


@WORKED_OUT.named(POPULATION.code)
def children_under_18(year: FinancialYear) -> FigureValue | None:
    """How many children live in the area, in the middle of the latest year that is known; its `period` says which."""
    children = population_of(year)
    return FigureValue(POPULATION.code, str(children.year), children.value) if children else None


@WORKED_OUT.named(f"{SPENDING}{PER_CHILD_SUFFIX}")
def spent_for_each_child(year: FinancialYear) -> FigureValue | None:
    """What was spent for each child, as the yearly report says it; None without money or population."""
    group, spec = next((group, spec) for group in groups() for spec in group.specs if spec.code == SPENDING)
    with connection.cursor() as cursor:
        live = {value.code: (group.app, value) for value in group.read(year, cursor)}
    worked_out = per_child(YearOfFigures(year.label, year.end, live, population=population_of(year)), spec)
    return worked_out.value if worked_out else None
