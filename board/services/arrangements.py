"""Keeping the published arrangements: their versions, and the timetable towards the next one."""

from datetime import date
from typing import TYPE_CHECKING, Any

from accounts.models import Person
from board.models import Arrangements, ArrangementsStep
from board.rules import ARRANGEMENTS
from board.selectors.arrangements import locked_arrangements, locked_step
from board.selectors.challenges import meeting_of
from foundation import clock
from foundation.calendar import london_date
from foundation.documents import store
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.models import Document
from foundation.service import service
from foundation.turns import take_turns
from foundation.versions import check_version

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def _subject(arrangements: Arrangements) -> Subject:
    return Subject(ARRANGEMENTS, arrangements.reference)


def _told(
    *, number: str, title: str, published_on: date, in_force_from: date, changes: str, meeting: str, agreed_on: date | None
) -> dict[str, Any]:
    """What was filled in as the table keeps it; refuses days that do not follow one another."""
    agreed_at = meeting_of(meeting)
    agreed_on = london_date(agreed_at.starts_at) if agreed_at is not None else agreed_on
    if agreed_on is None:
        raise Refused("Select the meeting that agreed it, or enter the day.", field="agreed_on")
    if published_on > clock.today():
        raise Refused("The day on which it was published must be today or in the past.", field="published_on")
    if published_on < agreed_on:
        raise Refused("It cannot be published before it was agreed.", field="published_on")
    if in_force_from < agreed_on:
        raise Refused("It cannot be in force before it was agreed.", field="in_force_from")
    return {
        "number": number, "title": title, "published_on": published_on, "in_force_from": in_force_from, "changes": changes,
        "meeting": agreed_at, "agreed_on": agreed_on,
    }  # fmt: skip


def _check_others(told: dict[str, Any], *, but: int = 0) -> None:
    others = Arrangements.objects.exclude(pk=but)
    if others.filter(number__iexact=told["number"]).exists():
        raise Refused("Another version has this number.", field="number")
    if others.filter(in_force_from=told["in_force_from"]).exists():
        raise Refused("Another version is in force from this day on. Two never begin on one day.", field="in_force_from")


def _keep(by: Person, arrangements: Arrangements, document: "UploadedFile[bytes]") -> Document:
    try:
        return store(upload=document, record_kind=ARRANGEMENTS, record_reference=arrangements.reference, by=by)
    except Refused as refused:
        raise Refused(refused.sentence, field="document") from refused


@service
def publish_arrangements(
    *, by: Person, number: str, title: str, published_on: date, in_force_from: date, changes: str,
    document: "UploadedFile[bytes]", meeting: str = "", agreed_on: date | None = None,
) -> Arrangements:  # fmt: skip
    """Record a version that was published, with its document. The version before it holds until the day before.

    What is done of the timetable led to it; the rest leads to the next. The same again adds nothing.
    Refuses a number or a first day of another version, a day to come on which it was published, and days before it was agreed.
    """
    told = _told(
        number=number, title=title, published_on=published_on, in_force_from=in_force_from, changes=changes, meeting=meeting,
        agreed_on=agreed_on,
    )  # fmt: skip
    take_turns("board.arrangements")
    there = Arrangements.objects.filter(**told).first()
    if there is not None:
        return there
    _check_others(told)
    arrangements = Arrangements.objects.create(**told)
    _keep(by, arrangements, document)
    ArrangementsStep.objects.filter(arrangements__isnull=True, done_on__isnull=False).update(arrangements=arrangements)
    record(verb="board.arrangements_published", by=by, subject=_subject(arrangements), data={"number": number})
    return arrangements


@service
def change_arrangements(
    *, by: Person, reference: str, version: int, number: str, title: str, published_on: date, in_force_from: date, changes: str,
    meeting: str = "", agreed_on: date | None = None,
) -> Arrangements:  # fmt: skip
    """Put right what is said of a version. Refuses what `publish_arrangements` refuses, and one that was changed meanwhile."""
    told = _told(
        number=number, title=title, published_on=published_on, in_force_from=in_force_from, changes=changes, meeting=meeting,
        agreed_on=agreed_on,
    )  # fmt: skip
    take_turns("board.arrangements")
    arrangements = locked_arrangements(reference)
    check_version(arrangements, version)
    _check_others(told, but=arrangements.pk)
    for name, value in told.items():
        setattr(arrangements, name, value)
    arrangements.version += 1
    arrangements.save()
    record(verb="board.arrangements_changed", by=by, subject=_subject(arrangements), data={"number": number})
    return arrangements


@service
def add_arrangements_document(*, by: Person, reference: str, document: "UploadedFile[bytes]") -> Document:
    """Keep one more document with a version, such as its summary for families. Refuses what the document store refuses."""
    arrangements = locked_arrangements(reference)
    kept = _keep(by, arrangements, document)
    record(verb="board.arrangements_document_added", by=by, subject=_subject(arrangements), data={"document": kept.reference})
    return kept


def _of_timetable() -> Subject:
    return Subject(ARRANGEMENTS, "timetable")


def _check_done(done_on: date | None) -> None:
    if done_on is not None and done_on > clock.today():
        raise Refused("The day on which it was done must be today or in the past.", field="done_on")


@service
def add_arrangements_step(
    *, by: Person, text: str, due_on: date, done_on: date | None = None, note: str = ""
) -> ArrangementsStep:
    """Put a step into the timetable towards the next version. Refuses one that is there, and one done on a day to come."""
    _check_done(done_on)
    take_turns("board.arrangements")
    if ArrangementsStep.objects.filter(arrangements__isnull=True, text__iexact=text).exists():
        raise Refused("This step is in the timetable already.", field="text")
    step = ArrangementsStep.objects.create(text=text, due_on=due_on, done_on=done_on, note=note)
    record(verb="board.arrangements_step_added", by=by, subject=_of_timetable(), data={"step": step.pk})
    return step


@service
def change_arrangements_step(
    *, by: Person, pk: int, version: int, text: str, due_on: date, done_on: date | None, note: str
) -> ArrangementsStep:
    """Say a step anew, or that it is done. Refuses one done on a day to come, and one that was changed meanwhile."""
    _check_done(done_on)
    take_turns("board.arrangements")
    step = locked_step(pk)
    check_version(step, version)
    if ArrangementsStep.objects.filter(arrangements__isnull=True, text__iexact=text).exclude(pk=pk).exists():
        raise Refused("Another step of the timetable says this.", field="text")
    step.text, step.due_on, step.done_on, step.note = text, due_on, done_on, note
    step.version += 1
    step.save()
    record(verb="board.arrangements_step_changed", by=by, subject=_of_timetable(), data={"step": step.pk})
    return step


@service
def remove_arrangements_step(*, by: Person, pk: int) -> None:
    """Take a step out of the timetable; the value history keeps it. Refuses one that is done: what was done stays."""
    step = locked_step(pk)
    if step.done_on is not None:
        raise Refused("This step is done, so it stays in the timetable.")
    record(verb="board.arrangements_step_removed", by=by, subject=_of_timetable(), data={"step": step.pk})
    step.delete()
