"""The blocks of which the chapters of a yearly report consist: what each shows, and where its numbers and words come from."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from foundation.figures import Crossing


@dataclass(frozen=True)
class Tiles:
    """Large numbers with their change, comparators and date, under a heading."""

    heading: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class KeyFigures:
    """A table of figures: this year, the year before, the change."""

    heading: str
    codes: tuple[str, ...]
    drawn: tuple[str, ...] = ()
    """Codes of those that are drawn too, as bars beside each other: of one unit."""


@dataclass(frozen=True)
class Bars:
    """A bar chart of one breakdown, with its table."""

    heading: str
    code: str
    dimension: str
    across: str
    """The heading of the first column: "Source"."""


@dataclass(frozen=True)
class Lines:
    """A line chart by month, this year against the year before, with its table."""

    heading: str
    code: str


@dataclass(frozen=True)
class Shares:
    """A table of parts with their share of the whole, and the total."""

    heading: str
    code: str
    dimension: str
    across: str
    chart: bool = False
    with_shares: bool = True


@dataclass(frozen=True)
class PartsTable:
    """A table of one breakdown, this year and the year before."""

    heading: str
    code: str
    dimension: str
    across: str
    when_none: str


@dataclass(frozen=True)
class Grid:
    """A table of two breakdowns of a count by each other, with the sums of both and each column's share of the whole."""

    heading: str
    code: str
    crossed: Crossing
    first: str
    """The heading of the first column: "Category"."""
    across: str
    """Both breakdowns in words, for the caption."""


@dataclass(frozen=True)
class SideBySide:
    """A table of several sums of money by the same parts, with the shares of one of them and the totals."""

    heading: str
    code: str
    """Of the sum whose shares are told."""
    dimension: str
    across: str
    own: str
    """The heading of that sum."""
    before: tuple[tuple[str, str], ...]
    """Headings and codes of the columns before it."""
    after: tuple[tuple[str, str], ...]
    """Headings and codes of those after its share."""


@dataclass(frozen=True)
class Shortfall:
    """Sentences on what was promised and did not come, and on who made up for it."""

    heading: str
    code: str
    made_up: str


@dataclass(frozen=True)
class Subtotals:
    """A sum of money by two breakdowns: parts in their groups, each group with its sub-total, and the total."""

    heading: str
    code: str
    crossed: Crossing
    across: str
    """The heading of the first column, in which parts and sub-totals stand."""


@dataclass(frozen=True)
class YearOnYear:
    """A sum of money part by part beside the year before, with the change in pounds and in per cent."""

    heading: str
    code: str
    dimension: str
    across: str


@dataclass(frozen=True)
class Balance:
    """A sentence that holds spending against income."""

    heading: str
    code: str
    spending: str


@dataclass(frozen=True)
class Compared:
    """A table of our figures beside those of statistical neighbours, London and England, each column with its year and source."""

    heading: str
    columns: tuple[tuple[str, str], ...]
    """Headings and codes."""
    ranked: tuple[str, ...] = ()
    """Codes of the columns in which a sentence tells our place among the neighbours by name."""
    ratio: tuple[str, ...] = ()
    """The heading of a last column, and the codes of what is counted and out of what, which it shares out in each row."""


@dataclass(frozen=True)
class YearsShared:
    """A breakdown of two years, each part with its share of its year."""

    heading: str
    code: str
    dimension: str
    across: str


@dataclass(frozen=True)
class Profile:
    """A figure by several breakdowns, a small table of each with shares, and a sentence that tells some figures."""

    heading: str
    code: str
    by: tuple[tuple[str, str], ...]
    """Dimensions, and how each is told: "Age"."""
    told: tuple[str, ...] = ()
    """Codes of figures that the sentence tells."""
    drawn: tuple[str, ...] = ()
    """Dimensions that are drawn too."""


@dataclass(frozen=True)
class Changed:
    """Figures of two years with their change in number and in per cent, from the numbers before rounding."""

    heading: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """A table of words whose two columns each stand as a list of points, side by side."""

    heading: str
    code: str
    when_none: str


@dataclass(frozen=True)
class Scored:
    """A table of words in which ratings stand beside their pattern and the columns named hold numbers."""

    heading: str
    code: str
    when_none: str
    numbers: tuple[str, ...] = ()
    look: str = "scored"


@dataclass(frozen=True)
class Returns:
    """What agencies and working groups returned: a part for each round, and the returns that were not made."""

    heading: str


@dataclass(frozen=True)
class Words:
    """A table of words that an app publishes; without rows, the sentence that says so. `look` sets its columns’ widths."""

    heading: str
    code: str
    when_none: str
    look: str = "words"


@dataclass(frozen=True)
class Tree:
    """A table of words whose rows stand beneath one another, drawn as boxes, and the table."""

    heading: str
    code: str
    when_none: str
    above: str
    """The column that names the one above."""
    beneath: tuple[str, ...]
    """The columns that stand in the box, beneath the name."""
    look: str
    loose: str
    """Rows with this word in the first of those columns are joined by a broken line."""


@dataclass(frozen=True)
class Grouped:
    """A table of words of which rows with the same first cell stand together, as a table of their own."""

    heading: str
    code: str
    when_none: str
    drawn: str = ""
    """What the drawing of the groups is called; without one they are not drawn."""


@dataclass(frozen=True)
class Statement:
    """A table of words that is read as a text: who says it, and what."""

    heading: str
    code: str
    when_none: str


Worded = Words | Tree | Grouped | Statement | Pairs | Scored
"""The blocks that tables of words fill."""
Money = SideBySide | Shortfall | Subtotals | YearOnYear | Shares | Balance
"""The blocks that sums of money fill."""
Beside = Compared | YearsShared | Profile | Changed
"""The blocks that hold figures against others, or against the year before."""
Block = Tiles | KeyFigures | Bars | Lines | PartsTable | Grid | Beside | Money | Returns | Worded


def named_in(value: object) -> Iterator[str]:
    """Whatever a block names: codes among headings and dimensions, from which whoever knows the codes tells them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from named_in(one)
    elif isinstance(value, Block):
        for one in fields(value):
            yield from named_in(getattr(value, one.name))


@dataclass(frozen=True)
class Chapter:
    """One chapter: its narrative comes first, its blocks follow."""

    key: str
    title: str
    blocks: tuple[Block, ...] = field(default=())
