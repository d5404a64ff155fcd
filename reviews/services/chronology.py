"""What is done with a merged chronology: contradictions are marked and found out about, copies are taken out."""

from collections.abc import Collection

from django.db.models import QuerySet

from accounts.models import Person
from foundation import clock
from foundation.actors import Actor
from foundation.errors import NotVisible, Refused, need
from foundation.events import record
from foundation.service import service
from reviews.models import Case, ChronologyCopy, Contradiction, ContradictionEntry
from reviews.selectors.chronology import (
    ChronologyFilter,
    contradiction_to_lift,
    contradictions_of,
    entries_numbered,
    read_entries,
)
from reviews.selectors.returns import chronology_case, marked_case
from reviews.services.team import subject_of
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

COPY = "reviews.chronology_copy"
FEWEST = 2
MOST_PRINTED = 600
"""Printing takes the worker about a minute for so many."""


@service
def mark_contradiction(*, by: Person, case: str, entries: Collection[int], note: str) -> Contradiction:
    """Mark that entries say different things about one fact; all of them stay. Owner, chair and panel of the case.

    Refuses fewer than two, a number that is none of the chronology, and the same entries twice.
    """
    found = Case.objects.select_for_update().get(pk=marked_case(by, case).pk)
    numbers = set(entries)
    if len(numbers) < FEWEST:
        raise Refused("Enter the numbers of two entries or more.", field="entries")
    rows = entries_numbered(found, numbers)
    missing = sorted(numbers - {row.pk for row in rows})
    if missing:
        raise Refused(f"The chronology has no entry {missing[0]}.", field="entries")
    note = need(note, "Enter about what they differ.", "note")
    for one in contradictions_of(found).filter(lifted_at__isnull=True):
        if {side.entry_id for side in one.sides.all()} == numbers:
            raise Refused("These entries are marked already.", field="entries")
    made = Contradiction.objects.create(case=found, note=note, marked_at=clock.now(), marked_by=by.actor_reference)
    ContradictionEntry.objects.bulk_create(ContradictionEntry(contradiction=made, entry=row) for row in rows)
    record(verb="reviews.contradiction_marked", by=by, subject=subject_of(found), data={"entries": len(rows)})
    return made


@service
def lift_contradiction(*, by: Person, case: str, contradiction: int, reason: str) -> Contradiction:
    """Say what was found out about a contradiction; the mark is lifted and stays on the record. Owner, chair and panel."""
    row = Contradiction.objects.select_for_update().get(pk=contradiction_to_lift(by, case, contradiction).pk)
    if row.lifted_at is not None:
        raise NotVisible
    row.lifted_reason = need(reason, "Enter what was found out.", "reason")
    row.lifted_at, row.lifted_by = clock.now(), by.actor_reference
    row.save()
    record(verb="reviews.contradiction_lifted", by=by, subject=subject_of(row.case))
    return row


@service
def ask_for_chronology_copy(*, by: Person, case: str, once: str, chosen: ChronologyFilter) -> ChronologyCopy:
    """Ask for the chronology, or part of it, as PDF; pressed twice (`once`) it is made once. Those who read the chronology.

    Refuses one without an entry, and one that is too long to be printed.
    """
    found = chronology_case(by, case)
    number = read_entries(found, chosen)[: MOST_PRINTED + 1].count()
    if not number:
        raise Refused("The chronology has no such entry.")
    if number > MOST_PRINTED:
        raise Refused(
            f"More than {MOST_PRINTED:,} entries cannot be printed at once. Choose a shorter period or one agency, or download"
            " the spreadsheet."
        )
    made, new = copy_asked(found.chronology_copies.all(), by=by, kind=COPY, once=once, case=found, person=by, query=chosen.query)
    if new:
        record(verb="reviews.chronology_copied", by=by, subject=subject_of(found), data={"copy": made.reference})
    return made


@service
def note_chronology_download(*, by: Person, case: str) -> None:
    """Keep that somebody took the chronology out as a spreadsheet. Those who read it."""
    record(verb="reviews.chronology_copied", by=by, subject=subject_of(chronology_case(by, case)))


@service
def keep_chronology_copy(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the copy is wanted no longer."""
    return copy_kept(_all(), reference=reference, key=key, pages=pages) is not None


@service
def fail_chronology_copy(*, by: Actor, reference: str, sentence: str) -> None:
    """End a copy without a file, with the sentence that whoever asked will read."""
    copy_given_up(_all(), reference=reference, sentence=sentence)


@service
def purge_chronology_copies(*, by: Actor) -> int:
    """Remove the files of copies that are a day old; says how many."""
    return len(old_copies_removed(_all()))


def _all() -> QuerySet[ChronologyCopy]:
    return ChronologyCopy.objects.select_related("case")
