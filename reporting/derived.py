"""What reporting knows, for pages of lower floors that read it by its code."""

from foundation.calendar import FinancialYear
from foundation.figures import WORKED_OUT, FigureValue
from reporting.rules.catalogue import POPULATION
from reporting.selectors.gathering import population_of


@WORKED_OUT.named(POPULATION.code)
def children_under_18(year: FinancialYear) -> FigureValue | None:
    """How many children live in the area, in the middle of the latest year that is known; its `period` says which."""
    children = population_of(year)
    return FigureValue(POPULATION.code, str(children.year), children.value) if children else None
