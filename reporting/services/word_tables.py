"""Typing the tables of words of a year's report."""

from collections.abc import Sequence
from datetime import date

from foundation import clock
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version
from reporting.models import WordTable
from reporting.selectors.word_tables import word_table

STALE = "Somebody else has changed this table since you opened it. Check yours against theirs and save again."


@service
def write_word_table(
    *, by: Actor, year: FinancialYear, section: str, version: int, rows: Sequence[Sequence[str]], source: str, as_at: date
) -> WordTable:
    """Set the rows of a table of words; `version` 0: nobody had begun it.

    Refuses rows that have not one text for each column or do not begin with one, unless their columns stand side by side. Refuses
    an empty source, a day that has not come, and a table that was changed meanwhile.
    """
    take_turns(f"reporting.words.{year.label}")
    found = word_table(year, section)
    kept = found.kept or WordTable(year=year.label, section=section, version=0)
    check_version(kept, version, STALE)
    if any(len(row) != len(found.shape.columns) for row in rows):
        raise Refused("Each row needs one text for each column.", field="rows")
    for number, row in enumerate(rows, start=1):
        if not any(text.strip() for text in row) or not (row[0].strip() or found.shape.side_by_side):
            raise Refused(f"Enter “{found.shape.columns[0]}” in row {number}.", field="rows")
    if not source.strip():
        raise Refused("Enter who says it.", field="source")
    if as_at > clock.today():
        raise Refused("The day must be today or in the past.", field="as_at")
    kept.rows, kept.source, kept.as_at = [[text.strip() for text in row] for row in rows], source.strip(), as_at
    kept.changed_at, kept.changed_by = clock.now(), by.actor_reference
    kept.version += 1
    kept.save()
    subject = Subject("report_words", f"{year.label}.{section}")
    record(verb="reporting.words_written", by=by, subject=subject, data={"rows": len(rows), "version": kept.version})
    return kept
