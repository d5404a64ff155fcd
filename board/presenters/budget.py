"""The partnership's money as pictures."""

from board.selectors.budget import Budget
from foundation.charts import Chart, bar


def budget_charts(budget: Budget) -> list[Chart]:
    """Income by partner and expenditure by heading, as bars."""
    return [
        bar(title=title, description=f"{title} in {budget.year}, in pounds.", categories=[line.heading for line in lines],
            values=[int(line.amount) for line in lines], unit="£")
        for title, lines in (("Income", budget.income), ("Expenditure", budget.expenditure))
        if lines
    ]  # fmt: skip
