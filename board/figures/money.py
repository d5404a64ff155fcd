"""The year’s money: what came in, and what it was spent on."""

from collections.abc import Iterator
from decimal import Decimal

from foundation.calendar import FinancialYear
from foundation.figures import Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, amount, figures

SPECS = (
    FigureSpec(
        "budget.income",
        "Income",
        "What each partner gave, and grants.",
        "pounds",
        DisclosureClass.MONEY,
        FigureKind.MONEY,
        breakdowns=("contributor",),
    ),
    FigureSpec(
        "budget.expenditure",
        "Expenditure",
        "What the partnership spent.",
        "pounds",
        DisclosureClass.MONEY,
        FigureKind.MONEY,
        per_child=True,
        breakdowns=("heading",),
    ),
)

BUDGET = "SELECT side, heading, amount FROM board_budgetline WHERE year = %s ORDER BY side, position, id"


@figures("board.budget", specs=SPECS)
def gather_budget(year: FinancialYear, cursor: Cursor) -> Iterator[FigureValue]:
    """Both sides of the year's money."""
    cursor.execute(BUDGET, [year.label])
    sides: dict[str, dict[str, Decimal]] = {"income": {}, "expenditure": {}}
    for side, heading, pounds in cursor.fetchall():
        sides[side][heading] = pounds
    if sides["income"]:
        yield amount("budget.income", year, sum(sides["income"].values(), Decimal(0)), by={"contributor": sides["income"]})
    if sides["expenditure"]:
        yield amount(
            "budget.expenditure", year, sum(sides["expenditure"].values(), Decimal(0)), by={"heading": sides["expenditure"]}
        )
