"""The year’s money: what was pledged, invoiced and came in, what was given in kind, and what it was spent on."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from foundation.calendar import FinancialYear
from foundation.cuts import Days, of_work
from foundation.figures import Crossing, Cursor, DisclosureClass, FigureKind, FigureSpec, FigureValue, amount

CONTRIBUTOR = "contributor"
HEADING, GROUP, GROUP_HEADING = "heading", "group", "group_heading"


def _of_contributors(code: str, title: str, meaning: str) -> FigureSpec:
    return FigureSpec(code, title, meaning, "pounds", DisclosureClass.MONEY, FigureKind.MONEY, breakdowns=(CONTRIBUTOR,))


SPECS = (
    _of_contributors("budget.income", "Income", "What each partner gave in the financial year, and grants."),
    FigureSpec(
        "budget.expenditure",
        "Expenditure",
        "What the partnership spent in the financial year, by heading and by the groups into which headings are put.",
        "pounds",
        DisclosureClass.MONEY,
        FigureKind.MONEY,
        per_child=True,
        breakdowns=(HEADING, GROUP, GROUP_HEADING),
    ),
    _of_contributors("budget.pledged", "Pledged", "What partners promised for the financial year, where that was written down."),
    _of_contributors("budget.invoiced", "Invoiced", "What partners were asked for by invoice, where that was written down."),
    _of_contributors(
        "budget.shortfall", "Pledged and not received", "What partners promised for the financial year and have not given."
    ),
    _of_contributors(
        "budget.made_up", "Made up for others", "How much of what partners gave made up for what others did not give."
    ),
    _of_contributors("budget.in_kind", "Given in kind", "What gifts other than money are worth; they are in no other sum."),
)

BUDGET = """
SELECT side, heading, amount, heading_group, pledged, invoiced, made_up, in_kind
FROM board_budgetline WHERE year = %s ORDER BY side, position, id
"""


@of_work("board.budget", specs=SPECS)
def gather_budget(days: Days, cursor: Cursor) -> Iterator[FigureValue]:
    """Both sides of the money of the financial year in which the days end: money is kept by the year."""
    cursor.execute(BUDGET, [FinancialYear.of(days.end).label])
    lines = cursor.fetchall()
    income = [line for line in lines if line[0] == "income"]
    spent = [line for line in lines if line[0] == "expenditure"]
    if income:
        yield from _income(days, income)
    if spent:
        yield amount("budget.expenditure", days, _sum({line[1]: line[2] for line in spent}), by=_spending(spent))


def _income(days: Days, lines: list[Any]) -> Iterator[FigureValue]:
    received = {heading: pounds for _side, heading, pounds, *_rest in lines}
    yield amount("budget.income", days, _sum(received), by={CONTRIBUTOR: received})
    told = {
        code: {line[1]: line[place] for line in lines if line[place] is not None}
        for code, place in (("budget.pledged", 4), ("budget.invoiced", 5), ("budget.made_up", 6), ("budget.in_kind", 7))
    }
    for code, parts in told.items():
        if parts:
            yield amount(code, days, _sum(parts), by={CONTRIBUTOR: parts})
    if pledged := told["budget.pledged"]:
        short = {heading: pounds - received[heading] for heading, pounds in pledged.items() if pounds > received[heading]}
        yield amount("budget.shortfall", days, _sum(short), by={CONTRIBUTOR: short})


def _spending(lines: list[Any]) -> dict[str, dict[str, Decimal]]:
    """By heading; where headings are put into groups, by group and by both together: a heading without a group is in neither."""
    by: dict[str, dict[str, Decimal]] = {HEADING: {line[1]: line[2] for line in lines}}
    groups: dict[str, Decimal] = {}
    both: dict[str, Decimal] = {}
    for _side, heading, pounds, group, *_rest in lines:
        if group:
            groups[group] = groups.get(group, Decimal(0)) + pounds
            both[Crossing.label(group, heading)] = pounds
    return by | ({GROUP: groups, GROUP_HEADING: both} if groups else {})


def _sum(parts: dict[str, Decimal]) -> Decimal:
    return sum(parts.values(), Decimal(0))
