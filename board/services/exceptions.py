"""Asking for the exceptions report as PDF, and what becomes of it. The worker makes it: it takes seconds."""

from dataclasses import asdict
from datetime import date

from accounts.models import Agency, Person
from board.models import ExceptionsCopy
from board.rules import PaperHead
from board.selectors.actions import plan_for
from foundation import clock
from foundation.actors import Actor
from foundation.errors import Refused
from foundation.events import Subject, record
from foundation.service import service
from work.services.copies import copy_asked, copy_given_up, copy_kept, old_copies_removed

KIND = "board.exceptions_copy"
NO_HEAD = PaperHead()


def _record(verb: str, by: Actor, copy: ExceptionsCopy) -> None:
    record(verb=f"board.{verb}", by=by, subject=Subject("exceptions_copy", copy.reference))


@service
def ask_for_exceptions_copy(
    *, by: Person, day: date, plan: str, agency: str, once: str, head: PaperHead = NO_HEAD
) -> ExceptionsCopy:
    """Ask for the exceptions report of a day as PDF; pressed twice (`once`) it is made once. Refuses a day to come."""
    if day > clock.today():
        raise Refused("Enter a day that is not in the future.", field="on")
    narrowed = {
        "plan": plan_for(by, plan) if plan else None,
        "agency": Agency.objects.filter(code=agency).first() if agency else None,
    }
    made, new = copy_asked(
        ExceptionsCopy.objects.all(), by=by, kind=KIND, once=once, day=day, person=by, **narrowed, **asdict(head)
    )
    if new:
        _record("exceptions_copy_asked", by, made)
    return made


@service
def keep_exceptions_copy(*, by: Actor, reference: str, key: str, pages: int) -> bool:
    """Keep the file that the worker has made; False where there is one already, or the report is wanted no longer."""
    kept = copy_kept(ExceptionsCopy.objects.all(), reference=reference, key=key, pages=pages)
    if kept is not None:
        _record("exceptions_copy_made", by, kept)
    return kept is not None


@service
def fail_exceptions_copy(*, by: Actor, reference: str, sentence: str) -> None:
    """End a report without a file, with the sentence that whoever asked will read."""
    ended = copy_given_up(ExceptionsCopy.objects.all(), reference=reference, sentence=sentence)
    if ended is not None:
        _record("exceptions_copy_failed", by, ended)


@service
def purge_exceptions_copies(*, by: Actor) -> int:
    """Remove the files of reports that are a day old; says how many. That they were made stays on the record."""
    removed = old_copies_removed(ExceptionsCopy.objects.all())
    for copy in removed:
        _record("exceptions_copy_removed", by, copy)
    return len(removed)
