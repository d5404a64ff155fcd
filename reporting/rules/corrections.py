"""Why a value that was counted anew differs, as far as what is kept of both tells."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol


class Kept(Protocol):
    """What is kept of a counted value."""

    value: Decimal | None
    numerator: int | None
    denominator: int | None
    definition: int
    population_year: int | None


class Why(StrEnum):
    """What a change comes from."""

    LATE = "late"
    DEFINITION = "definition"
    POPULATION = "population"


@dataclass(frozen=True)
class Cause:
    """What a change comes from, and in words."""

    why: Why
    words: str

    @property
    def is_late(self) -> bool:
        """Whether records were written or changed after the period had been counted."""
        return self.why == Why.LATE


def cause_of(before: Kept, after: Kept) -> Cause:
    """What changed between two countings of one period: the definition, the population, or else its records."""
    if before.definition != after.definition:
        words = f"The definition changed: version {before.definition} to version {after.definition}."
        return Cause(Why.DEFINITION, words)
    if before.population_year != after.population_year:
        taken = after.population_year or "no year"
        return Cause(Why.POPULATION, f"The population changed: it is now that of the middle of {taken}.")
    if before.population_year and before.numerator == after.numerator:
        return Cause(Why.POPULATION, f"The population of the middle of {after.population_year} was corrected.")
    return Cause(Why.LATE, "Late data: records of this period were added or changed after it had been counted.")
