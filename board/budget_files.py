"""Budget lines out of a file: every good row, and what is wrong with each other one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError

from board.models import BudgetLine
from board.models.budget import MOST_MONEY
from foundation.design.forms import MoneyField
from foundation.errors import Refused
from foundation.exports import Sheet, Value

TOTAL = "total"
NEEDED = ("side", "heading", "amount")
INCOME_MONEY = {"pledged": "pledged", "invoiced": "invoiced", "made up": "made_up", "in kind": "in_kind"}
SPENDING_MONEY = {"committed": "committed", "forecast": "forecast"}
DAYS = {"pledged on": "pledged_on", "invoiced on": "invoiced_on", "received on": "received_on"}
SIDES = {str(label).lower(): str(code) for code, label in BudgetLine.Side.choices}
SOURCES = {str(label).lower(): str(code) for code, label in BudgetLine.Source.choices}


@dataclass(frozen=True)
class WrongCell:
    """What is wrong in a file: its line, the column, what stands there, and what to do."""

    line: int
    column: str
    typed: str
    sentence: str


@dataclass(frozen=True)
class BudgetFile:
    """What a file says: its good lines, the totals that it states, and what is wrong with the rest."""

    lines: list[dict[str, Any]]
    stated: dict[str, Decimal]
    wrong: list[WrongCell]


def read_budget(sheet: Sheet, agencies: Mapping[str, Any]) -> BudgetFile:
    """Read the rows of a file; `agencies` are known by their name and code, in small letters.

    A row whose heading is “Total” states a total, and is no line. Refuses a file without the columns that are needed.
    """
    headings = [" ".join(str(heading).lower().split()) for heading in sheet.headings]
    missing = [name for name in NEEDED if name not in headings]
    if missing:
        raise Refused(f"The file needs a column “{missing[0]}”.", field="file")
    found = BudgetFile([], {}, [])
    seen: set[tuple[str, str]] = set()
    for number, row in enumerate(sheet.rows, start=2):
        reader = _Row(number, dict(zip(headings, row, strict=True)), agencies)
        side, heading, amount = reader.side(), reader.heading(), reader.money("amount", needed=True)
        key = (side, heading.casefold())
        if side and heading and key in seen:
            reader.refuse("heading", "This heading stands in the file twice.")
        seen.add(key)
        if heading.casefold() == TOTAL:
            if not reader.wrong and amount is not None:
                found.stated[side] = amount
        else:
            told = {"side": side, "heading": heading, "amount": amount, **reader.details(side, amount)}
            if not reader.wrong:
                found.lines.append(told)
        found.wrong.extend(reader.wrong)
    return found


class _Row:
    """One row, cell by cell, with what is wrong of it."""

    def __init__(self, number: int, cells: Mapping[str, Value], agencies: Mapping[str, Any]) -> None:
        self.number, self.cells, self.agencies = number, cells, agencies
        self.wrong: list[WrongCell] = []

    def refuse(self, column: str, sentence: str) -> None:
        self.wrong.append(WrongCell(self.number, column, self.text(column), sentence))

    def text(self, column: str) -> str:
        value = self.cells.get(column)
        return "" if value is None else str(value).strip()

    def side(self) -> str:
        return str(self._one_of("side", SIDES, "Enter income or expenditure."))

    def _one_of(self, column: str, known: Mapping[str, Any], sentence: str) -> Any:
        typed = self.text(column).lower()
        if typed not in known:
            self.refuse(column, sentence)
            return ""
        return known[typed]

    def heading(self) -> str:
        typed = self.text("heading")
        if not typed:
            self.refuse("heading", "Enter who gave it or what it was spent on.")
        elif len(typed) > 100:  # as the form allows
            self.refuse("heading", "Heading must be 100 characters or fewer.")
        return typed

    def money(self, column: str, *, needed: bool = False) -> Decimal | None:
        field = MoneyField(
            label=column.capitalize(), least=0, most=MOST_MONEY, required=needed, required_message=f"Enter the {column}"
        )
        try:
            read: Decimal | None = field.clean(self.text(column))
        except ValidationError as wrong:
            self.refuse(column, f"{wrong.messages[0]}.")
            return None
        return read

    def day(self, column: str) -> date | None:
        value = self.cells.get(column)
        if isinstance(value, datetime):
            return value.date()
        if value is None or isinstance(value, date):
            return value
        for order in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(self.text(column), order).date()  # noqa: DTZ007  # a day has no zone
            except ValueError:
                continue
        self.refuse(column, f"{column.capitalize()} must be a date, such as 2026-04-01.")
        return None

    def words(self, column: str, longest: int) -> str:
        typed = self.text(column)
        if len(typed) > longest:
            self.refuse(column, f"{column.capitalize()} must be {longest} characters or fewer.")
        return typed

    def details(self, side: str, amount: Decimal | None) -> dict[str, Any]:
        """What the file has columns for; where it has none, the line keeps what it says."""
        read: dict[str, Callable[[str], Any]] = {}
        money = SPENDING_MONEY if side == BudgetLine.Side.EXPENDITURE else INCOME_MONEY
        told: dict[str, Any] = {name: self.money(column) for column, name in money.items() if column in self.cells}
        if "group" in self.cells:
            told |= self._group(side)
        if "note" in self.cells:
            told["note"] = self.words("note", 2000)
        if side != BudgetLine.Side.EXPENDITURE:
            told |= {name: self.day(column) for column, name in DAYS.items() if column in self.cells}
            read = {
                "what in kind": lambda column: self.words(column, 200),
                "kind of income": self._source,
                "agency": self._agency,
            }
            names = {"what in kind": "in_kind_words", "kind of income": "source", "agency": "agency"}
            told |= {names[column]: reads(column) for column, reads in read.items() if column in self.cells}
        if amount is not None and (told.get("made_up") or 0) > amount:
            self.refuse("made up", "No more can make up for others than was received.")
        return told

    def _group(self, side: str) -> dict[str, str]:
        typed = " ".join(self.words("group", 100).split())
        if side == BudgetLine.Side.EXPENDITURE:
            return {"heading_group": typed}
        if typed:
            self.refuse("group", "Only expenditure is put into groups. Leave this empty.")
        return {}

    def _source(self, column: str) -> str:
        return str(self._one_of(column, {"": "contribution", **SOURCES}, f"Enter one of: {', '.join(SOURCES)}."))

    def _agency(self, column: str) -> Any:
        return (
            self._one_of(column, {"": None, **self.agencies}, "Enter the name of an agency of this portal, or leave it empty.")
            or None
        )
