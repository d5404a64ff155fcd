"""Figures that are read for any span of days and for any part of the whole: of one agency, one ward, one age band.

The same statements that count a year for the report count a quarter of one ward for a dashboard, so that the number is the same
number. What may be shown of it to whom is decided by who shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from foundation.calendar import FinancialYear, Month, add_months, start_of_day
from foundation.figures import Cursor, DisclosureClass, FigureSpec, FigureValue, figures
from foundation.registry import Registry

Where = Mapping[str, str]
"""Dimension → the label that counts; empty: everything."""
OPEN, YES = "open", "yes"
"""The dimension of a source with sight that says whether all who have it see the case; restricted ones are not open."""
Choices = Mapping[str, Sequence[str]]
"""Dimension → the labels that there are, in printing order."""


@dataclass(frozen=True)
class Span:
    """Days in a row; both ends belong to it. A period of `foundation.figures`."""

    label: str
    start: date
    end: date

    @classmethod
    def of(cls, year: FinancialYear) -> Span:
        """A whole financial year."""
        return cls(year.label, year.start, year.end)

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """The first moment of it and the first moment after it, for half-open queries."""
        return start_of_day(self.start), start_of_day(self.end + timedelta(days=1))

    @property
    def months(self) -> tuple[Month, ...]:
        """Every month that it touches, in order."""
        found, day = [], self.start.replace(day=1)
        while day <= self.end:
            found.append(Month.of(day))
            day = add_months(day, 1)
        return tuple(found)


Days = Span | FinancialYear
"""What a source reads that nobody cuts: some days, or a whole year."""


def up_to(day: date) -> Span:
    """The financial year of a day, up to that day."""
    year = FinancialYear.of(day)
    return Span(year.label, year.start, day)


CutSource = Callable[[Span, Where, Cursor], Iterable[FigureValue]]
"""Reads all figures of one source for a span and a part of the whole, through the cursor and nothing else."""


@dataclass(frozen=True)
class CutGroup:
    """The figures of one source that can be cut, and by what."""

    name: str
    specs: tuple[FigureSpec, ...]
    read: CutSource
    choices: Callable[[Cursor], Choices]
    """What there is to choose from: the labels of each dimension."""
    sighted: frozenset[str] = frozenset()
    """The roles whose holders see the cases behind the figures, so that no number is hidden from them; what they are told
    leaves out restricted cases, and its facts have a column `open`."""
    of_children: bool = False
    """Whether there is a row for each child or form, so that its numbers are numbers of children once they are cut."""
    behind: str = ""
    """The name of the page that lists the records behind a number; empty: there is none."""
    openers: frozenset[str] = frozenset()
    """The roles for whose holders a number leads to that page, where they are not those with sight: it lists, of the records
    behind a number that may be rounded for them, those that they may see."""
    of_work: bool = False
    """Whether it counts work of the partnership, or its money, and nothing else: then nothing of it is hidden, rounded or held
    back until its month is over, and it is not cut."""


CUTS: Registry[CutGroup] = Registry("group of figures that can be cut")
"""By the name of the source."""


def cuts(
    name: str,
    *,
    specs: Sequence[FigureSpec],
    choices: Callable[[Cursor], Choices],
    sighted: frozenset[str] = frozenset(),
    of_children: bool = False,
    behind: str = "",
    openers: frozenset[str] = frozenset(),
) -> Callable[[CutSource], CutSource]:
    """Declare a source whose figures can be cut; its whole years are published like any other figures."""

    def declare(read: CutSource) -> CutSource:
        CUTS.add(name, CutGroup(name, tuple(specs), read, choices, sighted, of_children, behind, openers or sighted))
        figures(name, specs=specs)(lambda year, cursor: read(Span.of(year), {}, cursor))
        return read

    return declare


DaysSource = Callable[[Days, Cursor], Iterable[FigureValue]]
"""Reads all figures of one source for some days, through the cursor and nothing else."""


def of_work(name: str, *, specs: Sequence[FigureSpec]) -> Callable[[DaysSource], DaysSource]:
    """Declare a source of the partnership's own work or money: it is told for any days, as it stands, and never cut.

    Refuses (ValueError) a figure about people.
    """
    if about_people := [spec.code for spec in specs if spec.disclosure in {DisclosureClass.PEOPLE, DisclosureClass.SENSITIVE}]:
        raise ValueError(f"{', '.join(about_people)} is about people, so it is no work of the partnership.")

    def declare(read: DaysSource) -> DaysSource:
        def for_days(span: Span, _where: Where, cursor: Cursor) -> Iterable[FigureValue]:
            return read(span, cursor)

        CUTS.add(name, CutGroup(name, tuple(specs), for_days, lambda _cursor: {}, of_work=True))
        figures(name, specs=specs)(read)
        return read

    return declare
