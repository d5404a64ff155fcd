"""What one snapshot of the database says about a year, before anything is decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from foundation.figures import FigureSpec, FigureValue
from reporting.rules.frozen import FrozenTable
from reporting.rules.returns import PrintedRound


@dataclass(frozen=True)
class ReturnedFigure:
    """A returned value with its source."""

    value: FigureValue
    source: str
    note: str = ""


@dataclass(frozen=True)
class ChildPopulation:
    """Children under 18 in the area: how many, in the middle of which year, says who."""

    year: int
    value: int
    source: str


@dataclass(frozen=True)
class PublishedComparator:
    """Somebody else's figure, as published."""

    code: str
    who: str
    period: str
    value: Decimal
    printed: str
    source: str
    name: str = ""
    """Of an area by name."""
    is_alike: bool = True
    """Whether that is a statistical neighbour, where it has a name."""


@dataclass(frozen=True)
class YearOfFigures:
    """Live and returned values of one year, by code."""

    label: str
    end: date
    live: Mapping[str, tuple[str, FigureValue]] = field(default_factory=dict)
    """By code: the app that counted, and the value."""
    returned: Mapping[str, ReturnedFigure] = field(default_factory=dict)
    population: ChildPopulation | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known of the year; a population alone is nothing."""
        return not self.live and not self.returned


@dataclass(frozen=True)
class Gathered:
    """A year, the year before, comparators and words, all from one snapshot."""

    year: YearOfFigures
    before: YearOfFigures
    comparators: tuple[PublishedComparator, ...]
    narrative: Mapping[str, str]
    acronyms: Mapping[str, str]
    as_at: datetime
    returns: tuple[PrintedRound, ...] = ()
    tables: tuple[FrozenTable, ...] = ()
    """What the apps say in words of the year, in the order of codes."""
    specs: Mapping[str, FigureSpec] = field(default_factory=dict)
    """What each figure means, by code."""
