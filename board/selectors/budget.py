"""The partnership's money in a financial year."""

from dataclasses import dataclass
from decimal import Decimal

from board.models import BudgetLine
from foundation.calendar import FinancialYear
from foundation.numbers import shares


@dataclass(frozen=True)
class Line:
    """One line with its share of the side's total in per cent, one decimal place."""

    heading: str
    amount: Decimal
    share: Decimal


@dataclass(frozen=True)
class Budget:
    """Both sides of a year's money; the shares of each side add to 100.0 unless it is empty."""

    year: str
    income: tuple[Line, ...]
    expenditure: tuple[Line, ...]

    @property
    def total_income(self) -> Decimal:
        """Pounds and pence."""
        return sum((line.amount for line in self.income), Decimal(0))

    @property
    def total_expenditure(self) -> Decimal:
        """Pounds and pence."""
        return sum((line.amount for line in self.expenditure), Decimal(0))

    @property
    def balance(self) -> Decimal:
        """What came in less what went out."""
        return self.total_income - self.total_expenditure


def budget_of(year: FinancialYear) -> Budget:
    """The lines of one year in their order."""
    sides: dict[str, list[tuple[str, Decimal]]] = {"income": [], "expenditure": []}
    for side, heading, amount in (
        BudgetLine.objects.filter(year=year.label).order_by("position", "id").values_list("side", "heading", "amount")
    ):
        sides[side].append((heading, amount))
    return Budget(year.label, _lines(sides["income"]), _lines(sides["expenditure"]))


def _lines(rows: list[tuple[str, Decimal]]) -> tuple[Line, ...]:
    parts = (
        shares([amount for _heading, amount in rows])
        if any(amount for _heading, amount in rows)
        else tuple(Decimal(0) for _row in rows)
    )
    return tuple(Line(heading, amount, share) for (heading, amount), share in zip(rows, parts, strict=True))


def line_of(year: FinancialYear, side: str, heading: str) -> BudgetLine | None:
    """One line of the year by its side and heading, if there is one."""
    return BudgetLine.objects.filter(year=year.label, side=side, heading=heading).first()


def years_with_budget() -> tuple[str, ...]:
    """The labels of the years that have lines, newest first."""
    return tuple(BudgetLine.objects.order_by("-year").values_list("year", flat=True).distinct())
