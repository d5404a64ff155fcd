"""One figure as its app publishes it, by its code, for the tests that pin a number."""

from django.db import connection

from foundation.calendar import FinancialYear
from foundation.figures import FigureValue, groups


def read_figure(code: str, period: FinancialYear) -> FigureValue | None:
    """None when its app has no data for the period. KeyError when no app publishes it."""
    for group in groups():
        if any(spec.code == code for spec in group.specs):
            with connection.cursor() as cursor:
                return next((value for value in group.read(period, cursor) if value.code == code), None)
    raise KeyError(f"There is no figure {code}.")
