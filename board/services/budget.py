"""Keeping the lines of the budget."""

from decimal import Decimal

from django.db.models import Max

from accounts.models import Person
from board.models import BudgetLine
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns


@service
def set_budget_line(*, by: Person, year: FinancialYear, side: str, heading: str, amount: Decimal) -> BudgetLine:
    """Write one line; the same heading again replaces its amount. Refuses a negative amount."""
    if amount < 0:
        raise Refused("Enter an amount of £0 or more.", field="amount")
    take_turns(f"board.budget {year.label} {side}")
    lines = BudgetLine.objects.select_for_update().filter(year=year.label, side=side)
    line = lines.filter(heading__iexact=heading).first()
    if line is None:
        last = BudgetLine.objects.filter(year=year.label, side=side).aggregate(last=Max("position"))["last"] or 0
        line = BudgetLine(year=year.label, side=side, heading=heading, position=last + 1)
    line.amount = amount
    line.save()
    record(
        verb="board.budget_line_set",
        by=by,
        subject=Subject("budget", year.label),
        data={"side": side, "heading": heading, "amount": str(amount)},
    )
    return line


@service
def remove_budget_line(*, by: Person, year: FinancialYear, side: str, heading: str) -> None:
    """Take a line out; the value history keeps it."""
    line = BudgetLine.objects.select_for_update().filter(year=year.label, side=side, heading=heading).first()
    if line is None:
        raise Refused("This line has already been removed.")
    record(
        verb="board.budget_line_removed",
        by=by,
        subject=Subject("budget", year.label),
        data={"side": side, "heading": heading, "amount": str(line.amount)},
    )
    line.delete()
