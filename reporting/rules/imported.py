"""What became of the rows of a file."""

from dataclasses import dataclass

from reporting.rules.import_rows import RowError


@dataclass(frozen=True)
class ImportResult:
    """What became of a file's rows."""

    added: int
    changed: int
    unchanged: int
    bad: tuple[RowError, ...]
    missing: tuple[str, ...] = ()
    """What is missing of it that the one before had, each in a sentence that names exactly what."""
