"""The contract between the apps that count and those that show what was counted.

An app publishes its numbers in its `figures.py`: what each figure means (FigureSpec), and one function that reads all of them
for a period from the cursor it is given, so that every number of a report comes from one snapshot of the database. No name,
no date of birth and no row per child passes through here. How to write one: docs/how-to/add-a-figure.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.numbers import percentage
from foundation.registry import Registry

Number = int | Decimal
Ratio = tuple[int, int]
Breakdown = Mapping[str, int] | Mapping[str, Decimal] | Mapping[str, Ratio]
"""Label as printed → number; for a percentage and a mean the pair (numerator, denominator), so that small parts can be hidden."""


class DisclosureClass(StrEnum):
    """What may be printed of a figure outside the rooms where cases are seen."""

    PEOPLE = "people"  # counts of people: small numbers are hidden, and whatever would give them away
    SENSITIVE = "sensitive"  # counts of people with a higher threshold (deaths, allegations)
    EVENTS = "events"  # events and work of the partnership: four rapid reviews are four
    MONEY = "money"
    PUBLISHED = "published"  # published elsewhere already: as published


class FigureKind(StrEnum):
    """What sort of number it is."""

    COUNT = "count"  # what happened in the period
    STATE = "state"  # how many there are on the last day of the period
    MONEY = "money"
    PERCENTAGE = "percentage"
    RATE = "rate"
    MEAN = "mean"  # so many of one thing for each of another: contacts per form, days per disagreement


@dataclass(frozen=True)
class Crossing:
    """Two breakdowns of a count by each other: the dimension `name` holds a part for each pair that there is."""

    name: str
    rows: str
    columns: str

    @staticmethod
    def label(row: str, column: str) -> str:
        """The label of a pair, such as "Neglect: up to 3 months"."""
        return f"{row}: {column}"


@dataclass(frozen=True)
class PartOf:
    """What a percentage counts on top is also printed as parts of a breakdown of another figure, which is in the same edition."""

    code: str
    dimension: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class FigureSpec:
    """What a figure means. Changing what is counted means a higher `version` and a new `since`."""

    code: str
    """`noun.verb`, such as "contacts.received"; the same for ever."""
    title: str
    """As a heading: "Contacts received"."""
    meaning: str
    """One or two sentences for a reader who was never in the room."""
    unit: str
    """Plural noun of what is counted: "contacts", "children", "pounds"."""
    disclosure: DisclosureClass
    kind: FigureKind
    numerator: str = ""
    """What is counted on top, in words (percentages, rates and means)."""
    denominator: str = ""
    """Out of what, in words."""
    since: str = ""
    """The first period this definition holds for, "2023-24"; empty: always."""
    version: int = 1
    per_10_000: bool = False
    """Reporting also works out the rate per 10,000 children under 18, under the code with ".rate" behind it."""
    per_child: bool = False
    """Of money: reporting also works out what it is for each child under 18, under the code with ".per_child" behind it."""
    breakdowns: tuple[str, ...] = ()
    """Dimensions in which `by` is given: "month", "source", …"""
    crossed: Crossing | None = None
    """One of the breakdowns is two others by each other: small numbers are hidden in all three together."""
    part_of: PartOf | None = None
    """A percentage that would give away what is hidden in another figure: it is told only where those parts are."""
    whole_only: tuple[str, ...] = ()
    """Those of a count’s breakdowns that are shown whole or not at all, because other figures tell sums of their parts."""


@dataclass(frozen=True)
class FigureValue:
    """One figure in one period. Make it with `counted`, `amount`, `share` or `mean`."""

    code: str
    period: str
    value: Number | None
    """Never rounded; None: nothing to divide by, or not known."""
    numerator: int | None = None
    denominator: int | None = None
    by: Mapping[str, Breakdown] = field(default_factory=dict)
    """Dimension → breakdown, in the order in which it is to be shown. Months by `Month.label`."""
    as_at: date | None = None
    """For a state: the day."""


def counted(
    code: str, period: Period, number: int, by: Mapping[str, Breakdown] | None = None, *, as_at: date | None = None
) -> FigureValue:
    """A number of things; `as_at` for a state."""
    return FigureValue(code, period.label, number, by=by or {}, as_at=as_at)


def amount(code: str, period: Period, pounds: Decimal, by: Mapping[str, Breakdown] | None = None) -> FigureValue:
    """Pounds and pence."""
    return FigureValue(code, period.label, pounds, by=by or {})


def share(code: str, period: Period, numerator: int, denominator: int, by: Mapping[str, Breakdown] | None = None) -> FigureValue:
    """A percentage, from the two whole numbers; not rounded. So are its parts: `by` holds pairs."""
    return FigureValue(code, period.label, percentage(numerator, denominator), numerator, denominator, by or {})


def mean(code: str, period: Period, total: int, number: int, by: Mapping[str, Breakdown] | None = None) -> FigureValue:
    """So many for each: a total by the number of things that make it up, from the two whole numbers; not rounded."""
    return FigureValue(code, period.label, Decimal(total) / number if number else None, total, number, by or {})


class Period(Protocol):
    """What a source needs of a period; `foundation.calendar.FinancialYear` is one."""

    @property
    def label(self) -> str:
        """As people write it: "2025-26"."""

    @property
    def start(self) -> date:
        """Its first day."""

    @property
    def end(self) -> date:
        """Its last day."""


class Cursor(Protocol):
    """What a source needs of a database cursor."""

    def execute(self, sql: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> Any:
        """Run one statement."""

    def fetchone(self) -> Any:
        """The next row, or None."""

    def fetchall(self) -> list[Any]:
        """All rows that are left."""


FigureSource = Callable[[FinancialYear, Cursor], Iterable[FigureValue]]
"""Reads all figures of an app for one year through the cursor and nothing else; a year without any data gives nothing."""


@dataclass(frozen=True)
class FigureGroup:
    """The figures of one app."""

    app: str
    specs: tuple[FigureSpec, ...]
    gather: FigureSource

    def read(self, period: FinancialYear, cursor: Cursor) -> tuple[FigureValue, ...]:
        """Gather, and hold the app to what it declared: no undeclared figure, none twice, no undeclared breakdown."""
        values = tuple(self.gather(period, cursor))
        declared = {spec.code: spec for spec in self.specs}
        codes = [value.code for value in values]
        if len(set(codes)) != len(codes):
            raise ValueError(f"The figures of {self.app} give a code twice.")
        for value in values:
            if value.code not in declared:
                raise ValueError(f"The figures of {self.app} give {value.code}, which is not declared.")
            if unknown := set(value.by) - set(declared[value.code].breakdowns):
                raise ValueError(f"{value.code} is broken down by {', '.join(sorted(unknown))}, which is not declared.")
        return values


GROUPS: Registry[FigureGroup] = Registry("group of figures")
"""By name: what each app publishes."""


def groups() -> list[FigureGroup]:
    """What the apps publish, in the order of their names."""
    return [group for _name, group in GROUPS.items()]


def figures(name: str, *, specs: Sequence[FigureSpec]) -> Callable[[FigureSource], FigureSource]:
    """Declare an app's source of figures. Two sources in one app take two names ("board.actions", "board.budget")."""

    def declare(gather: FigureSource) -> FigureSource:
        for group in groups():
            if group.app != name and (twice := {s.code for s in group.specs} & {s.code for s in specs}):
                raise ValueError(f"{', '.join(sorted(twice))} is declared by {group.app} and by {name}.")
        GROUPS.add(name, FigureGroup(name, tuple(specs), gather))
        return gather

    return declare


WORKED_OUT: Registry[Callable[[FinancialYear], FigureValue | None]] = Registry("figure that is read by its code")
"""By the code: a year's figure that an upper app knows, such as the population. A lower floor reads it by that code."""


def figure_by_code(code: str, year: FinancialYear) -> FigureValue | None:
    """A figure that an upper app knows, for a page that shows it too; None where there is no such app, or nothing is known."""
    return WORKED_OUT.get(code)(year) if code in WORKED_OUT else None


@dataclass(frozen=True)
class Told:
    """A figure as it may be told to whoever reads figures, after disclosure control."""

    text: str
    """As it is printed; a sign where it is not shown."""
    is_hidden: bool = False
    """Whether it is not shown, because it is small, or would give something small away."""
    rounded_until: date | None = None
    """Of a year that is not over: the last day that is counted, and the number is rounded."""


TOLD: Registry[Callable[[str, FinancialYear], Told | None]] = Registry("disclosure control")
"""Under `DISCLOSURE`: what may be told of a figure about people in a year, by its code. An upper app knows; lower floors ask."""
DISCLOSURE = "disclosure"


def figure_as_told(code: str, year: FinancialYear) -> Told | None:
    """A figure about people as it may be told; None where nobody controls what is told, or nothing is known."""
    return TOLD.get(DISCLOSURE)(code, year) if DISCLOSURE in TOLD else None


def all_specs() -> Iterator[tuple[str, FigureSpec]]:
    """Every figure that an app publishes, with the name of its source, in the order of names and of declaration."""
    for group in groups():
        yield from ((group.app, spec) for spec in group.specs)


# -- tables of words ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class TextTable:
    """A table of words that an app publishes beside its numbers, such as what was said and what was done.

    It goes to everybody as it stands: nothing in it is hidden, so it never says anything of one child or one family.
    """

    code: str
    """`noun.verb`, such as "business_plan.said_and_done"; the same for ever, and never that of a figure."""
    title: str
    """As a heading: "What we said and what we have done"."""
    meaning: str
    """One or two sentences for a reader who was never in the room."""
    columns: tuple[str, ...]
    """The headings, in order; the first one heads the rows."""
    disclosure: DisclosureClass = DisclosureClass.EVENTS
    """Work of the partnership, money, or what is published already: words about people are no table of this kind."""
    taken_back: str = ""
    """The heading of the column whose words somebody has agreed to have printed, and may take back: no edition is approved that
    still prints a row that the table does not hold any more as it stands there."""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"The table {self.code} has no columns.")
        if self.taken_back and self.taken_back not in self.columns:
            raise ValueError(f"The table {self.code} has no column {self.taken_back}.")
        if self.disclosure in {DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE}:
            raise ValueError(f"The table {self.code} would print words about people.")


@dataclass(frozen=True)
class TextRows:
    """One table of words in one period. A line break within a cell begins its next point."""

    code: str
    period: str
    rows: tuple[tuple[str, ...], ...]
    """In the order in which they are to be shown; without any, the table says of the period that there is nothing."""
    as_at: date
    """The day up to which the words speak."""
    source: str = ""
    """Who says them, or where they are written, where that is no record of the app itself."""


def worded(code: str, period: Period, rows: Iterable[Sequence[str]], *, as_at: date | None = None, source: str = "") -> TextRows:
    """The rows of a table; `as_at` where they speak of another day than its last, `source` where others say it."""
    return TextRows(code, period.label, tuple(tuple(row) for row in rows), as_at or period.end, source)


TextSource = Callable[[FinancialYear, Cursor], Iterable[TextRows]]
"""Reads all tables of words of an app for one year, as a FigureSource reads its figures."""


@dataclass(frozen=True)
class TextGroup:
    """The tables of words of one source of an app."""

    app: str
    tables: tuple[TextTable, ...]
    gather: TextSource

    def read(self, period: FinancialYear, cursor: Cursor) -> tuple[TextRows, ...]:
        """Gather, and hold the app to what it declared: no undeclared table, none twice, no row too short or too long."""
        found = tuple(self.gather(period, cursor))
        declared = {table.code: table for table in self.tables}
        codes = [one.code for one in found]
        if len(set(codes)) != len(codes):
            raise ValueError(f"The tables of {self.app} give a code twice.")
        for one in found:
            if one.code not in declared:
                raise ValueError(f"The tables of {self.app} give {one.code}, which is not declared.")
            if any(len(row) != len(declared[one.code].columns) for row in one.rows):
                raise ValueError(f"A row of {one.code} has not one cell for each column.")
        return found


TEXT_GROUPS: Registry[TextGroup] = Registry("group of tables of words")
"""By name: the tables of words that each app publishes."""


def text_groups() -> list[TextGroup]:
    """What the apps publish in words, in the order of their names."""
    return [group for _name, group in TEXT_GROUPS.items()]


def text_tables(name: str, *, tables: Sequence[TextTable]) -> Callable[[TextSource], TextSource]:
    """Declare an app's source of tables of words, in its `figures.py`; its name as that of a source of figures."""

    def declare(gather: TextSource) -> TextSource:
        for group in text_groups():
            if group.app != name and (twice := {t.code for t in group.tables} & {t.code for t in tables}):
                raise ValueError(f"{', '.join(sorted(twice))} is declared by {group.app} and by {name}.")
        TEXT_GROUPS.add(name, TextGroup(name, tuple(tables), gather))
        return gather

    return declare


def all_text_tables() -> Iterator[tuple[str, TextTable]]:
    """Every table of words that an app publishes, with the name of its source."""
    for group in text_groups():
        yield from ((group.app, table) for table in group.tables)


class WordsPrinted(Protocol):
    """Told of an edition that prints a table of words, in the transaction that makes it: the app notes into what they went."""

    def __call__(self, *, by: Actor, year: FinancialYear, rows: Sequence[Sequence[str]]) -> None:
        """These rows of the table stand in an edition of the report of this year."""


WORDS_PRINTED: Registry[WordsPrinted] = Registry("hearer of printed words")
"""By the code of a table: who is told, declared in the app's `printed.py`."""


def words_printed(by: Actor, year: FinancialYear, tables: Mapping[str, Sequence[Sequence[str]]]) -> None:
    """An edition prints these tables of words, by code: whoever keeps where such words went is told."""
    for code, hear in WORDS_PRINTED.items():
        if tables.get(code):
            hear(by=by, year=year, rows=tables[code])
