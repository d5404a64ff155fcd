"""The entries of a return's chronology: typed one by one, or taken in from a file; struck with a reason, never lost."""

from typing import TYPE_CHECKING

from accounts.models import Person
from foundation import clock
from foundation.errors import NotVisible, Refused, need
from foundation.events import Subject, record
from foundation.exports import read_grid
from foundation.service import service
from foundation.states import move
from reviews.models import AgencyReturn, ChronologyEntry, ChronologyUpload
from reviews.rules import kinds
from reviews.rules.chronology_dates import place_of
from reviews.rules.chronology_rows import EntryWritten, FileRow, judge, rows_in
from reviews.rules.states import RETURN_TRANSITIONS
from reviews.selectors.returns import WITH, declared_return, entries_of, fingerprints_of, upload_of

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_ROWS, MOST_COLUMNS = 5_000, 40
THERE = "The chronology has this entry already: the same day, source and event."
AT_ONCE = 500


@service
def add_entry(*, by: Person, reference: str, written: EntryWritten) -> ChronologyEntry:
    """Add something that happened. The return's author, until it is sent. Refuses an entry that is there already."""
    found = _locked(by, reference)
    _check(written)
    if entries_of(found).filter(fingerprint=written.fingerprint).exists():
        raise Refused(THERE, field="event")
    entry = _made(by, found, written)
    entry.save()
    _record(by, found, "reviews.entry_added", entry)
    return entry


@service
def change_entry(*, by: Person, reference: str, entry: int, written: EntryWritten) -> ChronologyEntry:
    """Change an entry that has not been sent. The return's author. Refuses what is there already, and what was sent."""
    found = _locked(by, reference)
    row = _entry(found, entry)
    if row.sent_at is not None:
        raise Refused("This entry has been sent. Strike it with a reason, and add the right one.")
    _check(written)
    if entries_of(found).filter(fingerprint=written.fingerprint).exclude(pk=row.pk).exists():
        raise Refused(THERE, field="event")
    for name, value in _fields(written).items():
        setattr(row, name, value)
    row.save()
    _record(by, found, "reviews.entry_changed", row)
    return row


@service
def strike_entry(*, by: Person, reference: str, entry: int, reason: str) -> ChronologyEntry:
    """Take an entry out, with a reason; it stays on the record. The return's author, until it is sent, or when it came back."""
    found = _locked(by, reference)
    row = _entry(found, entry)
    row.struck_reason = need(reason, "Enter why you strike this entry.", "reason")
    row.struck_at, row.struck_by = clock.now(), by.actor_reference
    row.save()
    _record(by, found, "reviews.entry_struck", row)
    return row


@service
def try_upload(*, by: Person, reference: str, file: "UploadedFile[bytes]") -> ChronologyUpload:
    """Keep the rows of a file to be looked through; no entry is made yet. The return's author, until it is sent.

    Refuses what is no spreadsheet, is too big, or has not the columns of the shape.
    """
    found = _locked(by, reference)
    try:
        rows = rows_in(read_grid(file.read(), max_rows=MOST_ROWS + 1, max_columns=MOST_COLUMNS))
    except Refused as refused:
        raise Refused(refused.sentence, field="file") from refused
    made = ChronologyUpload.objects.create(
        of_return=found, rows=[row.as_json() for row in rows], uploaded_at=clock.now(), uploaded_by=by.actor_reference
    )
    _record(by, found, "reviews.upload_tried", made)
    return made


@service
def take_in_upload(*, by: Person, reference: str, upload: int) -> ChronologyUpload:
    """Make entries of the rows of a file that can be read. Those to put right stay with the file; those there already are not
    doubled. The return's author, until it is sent; refused of a file that was taken in before, and of one without a row to take.
    """
    found = _locked(by, reference)
    row = _upload(by, reference, upload)
    if row.state != ChronologyUpload.State.OPEN:
        raise Refused("This file has been taken in already.")
    judged = judge(map(FileRow.from_json, row.rows), there=fingerprints_of(found), today=clock.today())
    good = [one.written for one in judged if one.written is not None and not one.known]
    if not good:
        raise Refused("The file has no row that can be taken in. Put its rows right and send it again.")
    ChronologyEntry.objects.bulk_create((_made(by, found, written) for written in good), batch_size=AT_ONCE)
    row.state, row.taken = ChronologyUpload.State.TAKEN, len(good)
    row.rows = [one.row.as_json() for one in judged if one.written is None]
    row.save()
    _record(by, found, "reviews.upload_taken_in", row, entries=len(good))
    return row


@service
def give_up_upload(*, by: Person, reference: str, upload: int) -> ChronologyUpload:
    """Do without what is left of a file: its rows go. The return's author."""
    found = _locked(by, reference)
    row = _upload(by, reference, upload)
    row.state, row.rows = ChronologyUpload.State.GIVEN_UP, []
    row.save()
    _record(by, found, "reviews.upload_given_up", row)
    return row


def _locked(by: Person, reference: str) -> AgencyReturn:
    """The return, in a state in which its author writes."""
    found = declared_return(by, reference)
    locked = AgencyReturn.objects.select_for_update(of=("self",)).select_related(*WITH).get(pk=found.pk)
    move(RETURN_TRANSITIONS, locked, "write")
    return locked


def _entry(found: AgencyReturn, entry: int) -> ChronologyEntry:
    row = entries_of(found).select_for_update().filter(pk=entry).first()
    if row is None:
        raise NotVisible
    return row


def _upload(by: Person, reference: str, upload: int) -> ChronologyUpload:
    return ChronologyUpload.objects.select_for_update().get(pk=upload_of(by, reference, upload).pk)


def _check(written: EntryWritten) -> None:
    need(written.source, "Enter in which records it stands.", "source")
    need(written.event, "Enter what happened.", "event")
    if written.day.on > clock.today():
        raise Refused("The day must be today or in the past.", field="when")
    if written.until is not None and written.until < written.day.on:
        raise Refused("The last day must not lie before the first.", field="until")
    if written.until is not None and written.until > clock.today():
        raise Refused("The last day must be today or in the past.", field="until")


def _fields(written: EntryWritten) -> dict[str, object]:
    return {
        "happened_on": written.day.on,
        "precision": written.day.precision,
        "at": written.day.at,
        "until": written.until,
        "place": place_of(written.day),
        "source": written.source.strip(),
        "persons": written.persons.strip(),
        "event": written.event.strip(),
        "child_seen": written.child_seen,
        "action": written.action.strip(),
        "significance": written.significance,
        "analysis": written.analysis.strip(),
        "fingerprint": written.fingerprint,
    }


def _made(by: Person, found: AgencyReturn, written: EntryWritten) -> ChronologyEntry:
    return ChronologyEntry(
        of_return=found, case_id=found.case_id, agency_id=found.agency_id, added_at=clock.now(), added_by=by.actor_reference,
        **_fields(written),
    )  # fmt: skip


def _record(by: Person, found: AgencyReturn, verb: str, row: ChronologyEntry | ChronologyUpload, **data: int) -> None:
    record(verb=verb, by=by, subject=Subject(kinds.RETURN, found.reference), data={"row": row.pk, **data})
