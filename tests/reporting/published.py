"""Apps that publish figures, as the front door and the board will: test-only sources with the demonstration's numbers."""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal

from foundation import figures as contract
from foundation.calendar import FinancialYear
from foundation.figures import (
    Cursor,
    DisclosureClass,
    FigureGroup,
    FigureKind,
    FigureSpec,
    FigureValue,
    TextGroup,
    amount,
    counted,
    share,
)
from foundation.registry import Registry

PEOPLE, EVENTS, MONEY = DisclosureClass.PEOPLE, DisclosureClass.EVENTS, DisclosureClass.MONEY
FRONT_DOOR = (
    FigureSpec("submissions.received", "Forms received", "Forms that reached the single point of contact.", "forms",
               EVENTS, FigureKind.COUNT, breakdowns=("month",)),
    FigureSpec("submissions.to_social_care", "Forms for children’s social care",
               "Forms whose reason was a referral to children’s social care.", "forms", EVENTS, FigureKind.COUNT),
    FigureSpec("submissions.for_early_help", "Forms for early help", "Forms that asked for early help.", "forms",
               EVENTS, FigureKind.COUNT),
    FigureSpec("contacts.received", "Contacts received", "Children in the forms that reached the front door.", "contacts",
               PEOPLE, FigureKind.COUNT,
               breakdowns=("month", "source", "rating", "outcome")),
    FigureSpec("contacts.decided_in_time", "Decided within one working day",
               "Contacts whose decision was approved by the end of the next working day.", "contacts", PEOPLE,
               FigureKind.PERCENTAGE, numerator="contacts decided in time", denominator="contacts decided",
               breakdowns=("month",)),
)  # fmt: skip
BOARD = (
    FigureSpec("actions.all", "Actions", "Actions of all plans on the last day of the year.", "actions", EVENTS, FigureKind.STATE,
               breakdowns=("status",)),
    FigureSpec("actions.late", "Late actions", "Actions that were due and not done on the last day.", "actions", EVENTS,
               FigureKind.STATE, breakdowns=("agency",)),
    FigureSpec("budget.income", "Contributions", "What the partners paid.", "pounds", MONEY, FigureKind.MONEY,
               breakdowns=("contributor",)),
    FigureSpec("budget.expenditure", "Spending", "What was spent.", "pounds", MONEY, FigureKind.MONEY, breakdowns=("heading",)),
)  # fmt: skip
WEIGHTS = (1490, 1580, 1610, 1550, 1180, 1560, 1620, 1590, 1320, 1600, 1480, 1577)
INCOME = {
    "Mental health trust": 13540, "Police": 5000, "Integrated care board": 33850, "Health services trust": 33850,
    "Probation": 2000, "Council": 288201,
}  # fmt: skip
SPENDING = {
    "Staff and related costs": 241364, "Agency costs": 79508, "Independent scrutineer": 17990, "Practice reviews": 13639,
    "Training provided": 16460, "Audit": 5142, "Mailroom, stationery, supplies": 513, "Membership": 825, "Website": 1000,
}  # fmt: skip


def front_door(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
    """The front door of two years."""
    if year.start_year not in (2024, 2025):
        return
    months = dict(zip((month.label for month in year.months), WEIGHTS, strict=True))
    if year.start_year == 2024:
        months = {label: number * 9 // 10 for label, number in months.items()}
    forms = sum(months.values())
    yield counted("submissions.received", year, forms, by={"month": months})
    yield counted("submissions.to_social_care", year, 9069 if year.start_year == 2025 else 8410)
    yield counted("submissions.for_early_help", year, 1831 if year.start_year == 2025 else 1702)
    by_month = {label: number * 13 // 10 for label, number in months.items()}
    contacts = sum(by_month.values())
    sources = {"Police": contacts * 31 // 100, "Schools": contacts * 24 // 100, "Health": contacts * 19 // 100, "Family": 812,
               "Housing": 341}  # fmt: skip
    sources["Others"] = contacts - sum(sources.values())
    ratings = {"Red": contacts // 12, "Amber": contacts // 3, "Green": contacts // 4}
    ratings["Blue"] = contacts - sum(ratings.values())
    outcomes = {"Referral to social care": contacts // 2, "Early help": contacts // 10, "Advice": contacts // 4}
    outcomes["No further action"] = contacts - sum(outcomes.values())
    yield counted(
        "contacts.received",
        year,
        contacts,
        by={"month": by_month, "source": sources, "rating": ratings, "outcome": outcomes},
    )
    decided = {label: (number * (86 + place % 7) // 100, number) for place, (label, number) in enumerate(by_month.items())}
    yield share("contacts.decided_in_time", year, sum(part for part, _ in decided.values()), contacts, by={"month": decided})


def board(year: FinancialYear, _cursor: Cursor) -> Iterator[FigureValue]:
    """The board's plans and budget of two years."""
    if year.start_year not in (2024, 2025):
        return
    yield counted("actions.all", year, 22, by={"status": {"Blue": 7, "Green": 8, "Amber": 4, "Red": 3}}, as_at=year.end)
    yield counted("actions.late", year, 3, by={"agency": {"Council": 2, "Police": 1}}, as_at=year.end)
    yield amount(
        "budget.income", year, Decimal(sum(INCOME.values())), by={"contributor": {k: Decimal(v) for k, v in INCOME.items()}}
    )
    yield amount(
        "budget.expenditure", year, Decimal(sum(SPENDING.values())), by={"heading": {k: Decimal(v) for k, v in SPENDING.items()}}
    )


@contextmanager
def publishing(*groups: FigureGroup, texts: tuple[TextGroup, ...] = ()) -> Iterator[None]:
    """Only these groups publish while the block runs."""
    before, registry = contract.GROUPS, Registry[FigureGroup]("group of figures")
    words_before, words = contract.TEXT_GROUPS, Registry[TextGroup]("group of tables of words")
    for group in groups:
        registry.add(group.app, group)
    for text in texts:
        words.add(text.app, text)
    contract.GROUPS, contract.TEXT_GROUPS = registry, words
    try:
        yield
    finally:
        contract.GROUPS, contract.TEXT_GROUPS = before, words_before


EVERYTHING = (FigureGroup("referrals", FRONT_DOOR, front_door), FigureGroup("board", BOARD, board))
