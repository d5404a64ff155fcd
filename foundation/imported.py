"""What becomes of the rows of a file that somebody takes in: good ones go in, the others come back with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RowError:
    """What is wrong with one row of a file. The line counts the headings as 1 and leaves empty rows out."""

    line: int
    reason: str


@dataclass(frozen=True)
class Imported:
    """What became of a file's rows. `missing`: what it lacks that the one before had, each in a sentence that names it."""

    added: int
    changed: int
    unchanged: int
    bad: tuple[RowError, ...]
    missing: tuple[str, ...] = ()
