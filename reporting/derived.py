"""What reporting knows, for pages of lower floors that read it by its code."""

from foundation.calendar import FinancialYear
from foundation.figures import DISCLOSURE, TOLD, WORKED_OUT, FigureValue, Told
from reporting.rules.catalogue import POPULATION
from reporting.selectors.population import population_of
from reporting.selectors.telling import told


@WORKED_OUT.named(POPULATION.code)
def children_under_18(year: FinancialYear) -> FigureValue | None:
    """How many children live in the area, in the middle of the latest year that is known; its `period` says which."""
    children = population_of(year)
    return FigureValue(POPULATION.code, str(children.year), children.value) if children else None


@TOLD.named(DISCLOSURE)
def as_told(code: str, year: FinancialYear) -> Told | None:
    """What may be told of a figure about people, as the report and the dashboard tell it."""
    return told(code, year)
