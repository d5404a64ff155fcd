"""The tables of words that are typed for a year's report."""

from dataclasses import dataclass

from foundation.calendar import FinancialYear
from foundation.errors import NotVisible
from reporting.models import WordTable
from reporting.rules.word_tables import BY_KEY, SHAPES, WordShape


@dataclass(frozen=True)
class TypedTable:
    """What a table is, and what has been typed; `kept` is None where nobody has begun."""

    shape: WordShape
    kept: WordTable | None

    @property
    def rows(self) -> list[list[str]]:
        """What has been typed."""
        return self.kept.rows if self.kept else []

    @property
    def version(self) -> int:
        """0 where nobody has begun."""
        return self.kept.version if self.kept else 0


def word_tables(year: FinancialYear) -> list[TypedTable]:
    """Every table of a year's report, begun or not. One statement."""
    kept = {row.section: row for row in WordTable.objects.filter(year=year.label)}
    return [TypedTable(shape, kept.get(shape.key)) for shape in SHAPES]


def word_table(year: FinancialYear, section: str) -> TypedTable:
    """One of them; NotVisible where the report has none of this name."""
    shape = BY_KEY.get(section)
    if shape is None:
        raise NotVisible
    return TypedTable(shape, WordTable.objects.filter(year=year.label, section=section).first())
