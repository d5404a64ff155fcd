"""The scrutineer's own notes: kept to themselves, until they share them with the board."""

from datetime import date

from accounts.models import Person
from board.models import ScrutinyNote, ScrutinyStatement
from board.selectors.challenges import agency_of, challenge_named
from board.selectors.scrutiny import locked_note, locked_statement
from foundation import clock
from foundation.calendar import FinancialYear
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version


def _check_day(happened_on: date) -> None:
    if happened_on > clock.today():
        raise Refused("The day must be today or in the past.", field="happened_on")


@service
def write_scrutiny_note(
    *, by: Person, kind: str, happened_on: date, title: str, text: str, place: str = "", agency: str = "", challenge: str = ""
) -> ScrutinyNote:
    """Keep a note or a visit of one's own, unshared. The same again adds nothing. Refuses a day to come."""
    _check_day(happened_on)
    take_turns(f"board.scrutiny {by.reference}")
    told = {
        "keeper": by, "kind": kind, "happened_on": happened_on, "title": title, "text": text, "place": place,
        "agency": agency_of(agency, "agency"), "challenge": challenge_named(by, challenge),
    }  # fmt: skip
    there = ScrutinyNote.objects.filter(**told).first()
    if there is not None:
        return there
    note = ScrutinyNote.objects.create(**told)
    record(verb="board.scrutiny_note_written", by=by, subject=Subject("scrutiny_note", note.reference), data={"kind": kind})
    return note


def _own(by: Person, reference: str, version: int) -> ScrutinyNote:
    note = locked_note(by, reference)
    check_version(note, version, "This note was changed since you opened it. Check yours against what is saved and save again.")
    return note


@service
def change_scrutiny_note(
    *, by: Person, reference: str, version: int, kind: str, happened_on: date, title: str, text: str, place: str = "",
    agency: str = "", challenge: str = "",
) -> ScrutinyNote:  # fmt: skip
    """Change a note of one's own. Refuses a day to come, and a note that was changed meanwhile."""
    note = _own(by, reference, version)
    _check_day(happened_on)
    note.kind, note.happened_on, note.title, note.text, note.place = kind, happened_on, title, text, place
    note.agency, note.challenge = agency_of(agency, "agency"), challenge_named(by, challenge)
    note.version += 1
    note.save()
    record(verb="board.scrutiny_note_changed", by=by, subject=Subject("scrutiny_note", note.reference))
    return note


@service
def share_scrutiny_note(*, by: Person, reference: str, shared: bool) -> ScrutinyNote:
    """Share a note of one's own with the board, or keep it to oneself again, and so out of the report. Twice the same changes
    nothing.
    """
    note = locked_note(by, reference)
    if (note.shared_at is not None) == shared:
        return note
    note.shared_at = clock.now() if shared else None
    note.report_words = note.report_words if shared else ""
    note.version += 1
    note.save()
    verb = "board.scrutiny_note_shared" if shared else "board.scrutiny_note_kept_back"
    record(verb=verb, by=by, subject=Subject("scrutiny_note", note.reference))
    return note


@service
def say_note_in_report(*, by: Person, reference: str, version: int, report_words: str) -> ScrutinyNote:
    """Say what the yearly report prints of a note of one's own; without words it prints nothing of it.

    Refuses a note that the board does not read yet, and one that was changed meanwhile. The same again changes nothing.
    """
    note = locked_note(by, reference)
    if note.report_words == report_words:
        return note
    note = _own(by, reference, version)
    if note.shared_at is None:
        raise Refused("Share the note with the board first.", field="report_words")
    note.report_words = report_words
    note.version += 1
    note.save()
    verb = "board.scrutiny_note_put_in_report" if report_words else "board.scrutiny_note_taken_out_of_report"
    record(verb=verb, by=by, subject=Subject("scrutiny_note", note.reference))
    return note


@service
def write_scrutiny_statement(*, by: Person, year: FinancialYear, version: int, text: str, in_report: bool) -> ScrutinyStatement:
    """Write one's own statement of a year, and say whether it stands in the report. The same again changes nothing.

    Refuses a year that has not begun, and a statement that was changed meanwhile.
    """
    if year.start > clock.today():
        raise Refused(f"The year {year.label} has not begun.", field="text")
    take_turns(f"board.scrutiny {by.reference}")
    found = locked_statement(by, year)
    if found is not None and (found.text, found.in_report) == (text, in_report):
        return found
    if found is not None:
        check_version(found, version, "Your statement was changed since you opened it. Check yours against what is saved.")
        found.version += 1
    found = found or ScrutinyStatement(year=year.label, keeper=by)
    found.text, found.in_report, found.written_at = text, in_report, clock.now()
    found.save()
    subject = Subject("scrutiny_statement", f"{year.label} {by.reference}")
    record(verb="board.scrutiny_statement_written", by=by, subject=subject, data={"in_report": in_report})
    return found
