"""The partnership's money in a financial year. Whoever asks has a role of the board."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import CharField
from django.db.models.functions import Cast

from accounts.models import Person
from board.access import BOARD
from board.models import BudgetLine, BudgetYear
from foundation.calendar import FinancialYear
from foundation.documents import documents_of_many
from foundation.errors import NotVisible
from foundation.figures import FigureValue, figure_by_code
from foundation.models import Document
from foundation.numbers import Change, change, for_each, shares
from foundation.together import read_together
from foundation.turns import take_turns

LINE_DOCUMENTS = "budget_line"
"""The kind of record under which documents of a line are kept."""


@dataclass(frozen=True)
class Line:
    """One line with its share of the side's total in per cent, one decimal place."""

    heading: str
    amount: Decimal
    share: Decimal
    line: BudgetLine


@dataclass(frozen=True)
class HeadingGroup:
    """Lines of expenditure that are summed together; those without a group have no name."""

    name: str
    lines: tuple[Line, ...]
    share: Decimal

    @property
    def amount(self) -> Decimal:
        """The sub-total, in pounds and pence."""
        return sum((line.amount for line in self.lines), Decimal(0))

    def total(self, part: str) -> Decimal | None:
        """The sum of one part of the money over the lines of the group that say it; None where none does."""
        return _sum_of(self.lines, part)


@dataclass(frozen=True)
class Compared:
    """A heading in two years that follow one another; None where a year has no line of it."""

    heading: str
    before: Decimal | None
    now: Decimal | None

    @property
    def change(self) -> Change:
        """How far it moved, what is not there counted as nothing."""
        return change(self.now or Decimal(0), self.before or Decimal(0))


@dataclass(frozen=True)
class Budget:
    """Both sides of a year's money, each line with its share of its side."""

    year: str
    income: tuple[Line, ...]
    expenditure: tuple[Line, ...]
    about: BudgetYear

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

    def total(self, part: str) -> Decimal | None:
        """The sum of one part of the money over all lines that say it; None where none does."""
        return _sum_of((*self.income, *self.expenditure), part)

    @property
    def groups(self) -> tuple[HeadingGroup, ...]:
        """Expenditure in the groups of its headings, in the order of their first lines; what is in none comes last."""
        found: dict[str, list[Line]] = {}
        for one in self.expenditure:
            found.setdefault(one.line.heading_group, []).append(one)
        named = [(name, lines) for name, lines in found.items() if name] + ([("", found[""])] if "" in found else [])
        parts = shares([sum((line.amount for line in lines), Decimal(0)) for _name, lines in named])
        return tuple(HeadingGroup(name, tuple(lines), share) for (name, lines), share in zip(named, parts, strict=True))

    @property
    def fell_short(self) -> tuple[tuple[str, Decimal], ...]:
        """Who gave less than was pledged, and how much less."""
        short = ((one.heading, one.line.pledged - one.amount) for one in self.income if one.line.pledged is not None)
        return tuple((heading, pounds) for heading, pounds in short if pounds > 0)

    @property
    def made_up(self) -> tuple[tuple[str, Decimal], ...]:
        """Who made up for what others did not give, and how much."""
        return tuple((one.heading, one.line.made_up) for one in self.income if one.line.made_up)

    @property
    def shortfall(self) -> Decimal:
        """What was promised and not received, over the lines that came short of their pledge."""
        return sum((pounds for _heading, pounds in self.fell_short), Decimal(0))

    @property
    def stated_differences(self) -> tuple[tuple[str, Decimal, Decimal], ...]:
        """Of each side whose stated total is not the sum of its lines: the side, what is stated, and what the sum is."""
        sides = (
            ("Income", self.about.stated_income, self.total_income),
            ("Expenditure", self.about.stated_expenditure, self.total_expenditure),
        )
        return tuple((side, stated, found) for side, stated, found in sides if stated is not None and stated != found)


def budget_of(year: FinancialYear) -> Budget:
    """The lines of one year in their order."""
    return budgets_of(year)[0]


def budgets_of(*years: FinancialYear) -> tuple[Budget, ...]:
    """The same of several years, asked for together."""
    labels = [year.label for year in years]
    sides: dict[tuple[str, str], list[BudgetLine]] = {}
    for line in BudgetLine.objects.filter(year__in=labels).select_related("agency").order_by("position", "id"):
        sides.setdefault((line.year, line.side), []).append(line)
    about = {one.year: one for one in BudgetYear.objects.filter(year__in=labels)}
    return tuple(
        Budget(
            label,
            _lines(sides.get((label, BudgetLine.Side.INCOME), [])),
            _lines(sides.get((label, BudgetLine.Side.EXPENDITURE), [])),
            about.get(label) or BudgetYear(year=label),
        )
        for label in labels
    )


def _sum_of(lines: tuple[Line, ...], part: str) -> Decimal | None:
    told = [getattr(line.line, part) for line in lines]
    return sum((value for value in told if value is not None), Decimal(0)) if any(v is not None for v in told) else None


def _lines(rows: list[BudgetLine]) -> tuple[Line, ...]:
    parts = shares([line.amount for line in rows])
    return tuple(Line(line.heading, line.amount, share, line) for line, share in zip(rows, parts, strict=True))


def year_on_year(now: Budget, before: Budget) -> tuple[tuple[str, tuple[Compared, ...]], ...]:
    """Each side heading by heading beside the year before; a contributor is the same by its agency, or else by its words."""
    sides = (("Income", now.income, before.income), ("Expenditure", now.expenditure, before.expenditure))
    return tuple((side, _compared(lines, earlier)) for side, lines, earlier in sides)


def _compared(now: tuple[Line, ...], before: tuple[Line, ...]) -> tuple[Compared, ...]:
    def keyed(lines: tuple[Line, ...]) -> dict[object, Line]:
        return {_key(line): line for line in lines}

    today, earlier = keyed(now), keyed(before)
    return tuple(
        Compared(
            (today.get(key) or earlier[key]).heading,
            earlier[key].amount if key in earlier else None,
            today[key].amount if key in today else None,
        )
        for key in {**today, **earlier}
    )


def _key(line: Line) -> object:
    return (line.line.agency_id, line.line.source) if line.line.agency_id else line.heading.casefold()


def cost_per_child(budget: Budget, year: FinancialYear) -> tuple[Decimal, FigureValue] | None:
    """What was spent for each child, as the yearly report says it, and how many children there are; None without either."""
    children = figure_by_code("population.under_18", year)
    if children is None or not children.value or not budget.expenditure:
        return None
    return for_each(budget.total_expenditure, children.value), children


def locked_year(year: FinancialYear) -> BudgetYear:
    """The year's own row, locked until the transaction ends; made where there is none."""
    take_turns(f"board.budget {year.label}")
    found = BudgetYear.objects.select_for_update().filter(year=year.label).first()
    return found or BudgetYear(year=year.label)


def line_to_change(year: FinancialYear, side: str, heading: str) -> BudgetLine | None:
    """One line by its heading, in whatever letters, locked until the transaction ends."""
    return BudgetLine.objects.select_for_update().filter(year=year.label, side=side, heading__iexact=heading).first()


def headings_of(year: FinancialYear, side: str) -> set[str]:
    """The headings of one side of a year, in small letters."""
    return {
        heading.casefold() for heading in BudgetLine.objects.filter(year=year.label, side=side).values_list("heading", flat=True)
    }


def group_as_written(year: FinancialYear, typed: str, heading: str) -> str:
    """A group of headings in the letters in which other lines of the year write it; as it was typed where none does."""
    others = BudgetLine.objects.filter(year=year.label, heading_group__iexact=typed).exclude(heading__iexact=heading)
    written = others.values_list("heading_group", flat=True).first() if typed else None
    return written or typed


def line_of(year: FinancialYear, side: str, heading: str) -> BudgetLine | None:
    """One line of the year by its side and heading, if there is one."""
    return BudgetLine.objects.filter(year=year.label, side=side, heading=heading).select_related("agency").first()


def line_read_by(person: Person, reference: str) -> BudgetLine:
    """The line with this id, to the board's people."""
    found = BudgetLine.objects.filter(pk=reference).first() if reference.isdecimal() and BOARD.admits(person) else None
    if found is None:
        raise NotVisible
    return found


def years_and_documents(label: str) -> tuple[tuple[str, ...], Mapping[int, list[Document]]]:
    """The labels of the years that have lines, newest first; and by the id of each line the documents of one of these years: of
    the one with this label, or of the newest where it is empty. Asked together."""
    years = BudgetLine.objects.order_by("-year").values_list("year", flat=True).distinct()
    shown = label or next(iter(years), "")
    lines = BudgetLine.objects.filter(year=shown).order_by().values_list(Cast("pk", CharField()))
    documents = documents_of_many(LINE_DOCUMENTS, lines)
    read_together(years, documents)
    kept: dict[int, list[Document]] = {}
    for document in documents:
        kept.setdefault(int(document.record_reference), []).append(document)
    return tuple(years), kept
