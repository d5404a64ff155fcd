"""Asking for a report to be compiled, and what happens to that request."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from foundation import clock, events
from foundation.actors import Actor
from foundation.calendar import FinancialYear
from foundation.documents import storage
from foundation.errors import NotVisible, Refused
from foundation.figures import words_printed
from foundation.outbox import promise
from foundation.references import new_reference
from foundation.service import service
from reporting.models import Compilation, Edition
from reporting.rules.frozen import fingerprint
from reporting.selectors.templates import template_for
from reporting.services.progress import Superseded
from reporting.services.returns import note_printed

KIND = "reporting.compile"
QUEUE = "pdf"
OPEN = (Compilation.State.WAITING, Compilation.State.RUNNING)
MOST_ATTEMPTS = 4
TAKEN_UP_AFTER = timedelta(minutes=10)
WENT_WRONG = (
    "Something went wrong while the report was compiled. Nothing was lost. "
    "Try again; if it fails again, tell whoever looks after the portal."
)


@dataclass(frozen=True)
class Made:
    """What an attempt has made: everything that an edition keeps."""

    figures: list[dict[str, Any]]
    figures_sha256: str
    tables: list[dict[str, Any]]
    tables_sha256: str
    narrative: dict[str, str]
    narrative_sha256: str
    as_at: datetime
    pdf_sha256: str
    pdf_bytes: int
    pages: int
    unknown_acronyms: tuple[str, ...]
    returns: Sequence[dict[str, Any]] = ()
    template: str = ""
    outline: Sequence[dict[str, Any]] = ()
    acronyms: Mapping[str, str] = field(default_factory=dict)


@service
def request_compilation(
    *, by: Actor, year: FinancialYear, press: str, here_and_now: bool = False, template: str = ""
) -> Compilation:
    """Ask for the report of a year; a second press, or a press while it is being compiled, gives the same compilation.

    `template`: the code of the shape; without one it is that of the year.

    `here_and_now`: the caller compiles it itself; the outbox takes it up only if that caller is gone in ten minutes.
    Refuses a year that has not begun, and a shape that there is not.
    """
    if year.start > clock.today():
        raise Refused(f"The year {year.label} has not begun. Choose an earlier year.")
    shape = template_for(year, template)
    known = _known(year, press)
    if known is not None:
        return known
    moment = clock.now()
    try:
        with transaction.atomic():
            compilation = Compilation.objects.create(
                reference=new_reference("Y"),
                year=year.label,
                press=press,
                template=shape.code,
                requested_at=moment,
                requested_by=by.actor_reference,
            )
    except IntegrityError:  # pressed twice at the same moment
        known = _known(year, press)
        if known is None:
            raise
        return known
    promise(
        kind=KIND,
        payload={"compilation": compilation.reference},
        key=f"{KIND}:{compilation.reference}",
        queue=QUEUE,
        not_before=moment + TAKEN_UP_AFTER if here_and_now else None,
    )
    _record(by, "compilation.requested", compilation)
    return compilation


def _known(year: FinancialYear, press: str) -> Compilation | None:
    pressed = Compilation.objects.filter(press=press, year=year.label).first()
    return pressed or Compilation.objects.filter(year=year.label, state__in=OPEN).first()


@service
def cancel_compilation(*, by: Actor, reference: str) -> Compilation:
    """End a compilation that waits or runs, at once; the worker hears of it with its next step and ends without a trace.

    The same again changes nothing. Refuses one that came to its end before.
    """
    compilation = Compilation.objects.select_for_update().filter(reference=reference).first()
    if compilation is None:
        raise NotVisible
    if compilation.state == Compilation.State.DONE:
        raise Refused("The report was compiled just before you cancelled it. The edition stays; nobody has to sign it.")
    if compilation.state == Compilation.State.FAILED:
        raise Refused("The compilation had ended before you cancelled it. There is no edition of it.")
    if compilation.state == Compilation.State.CANCELLED:
        return compilation
    _forget_file(compilation)
    compilation.state = Compilation.State.CANCELLED
    compilation.cancelled_at = compilation.finished_at = clock.now()
    compilation.cancelled_by = by.actor_reference
    compilation.save()
    _record(by, "reporting.compilation_cancelled", compilation)
    return compilation


@service
def start_compilation(*, by: Actor, reference: str) -> int:
    """Take a compilation up and return the number of this attempt, which makes all earlier ones stale.

    Raises Superseded when it is over. What an attempt that died has left in the document store is removed.
    """
    compilation = Compilation.objects.select_for_update().get(reference=reference)
    if compilation.state not in OPEN:
        raise Superseded
    if compilation.attempt >= MOST_ATTEMPTS:
        _fail(by, compilation, "WorkerLost", WENT_WRONG)
        return 0
    _forget_file(compilation)
    compilation.state = Compilation.State.RUNNING
    compilation.stage = Compilation.Stage.FIGURES
    compilation.done = 0
    compilation.attempt += 1
    compilation.started_at = clock.now()
    compilation.save()
    _record(by, "compilation.started", compilation)
    return compilation.attempt


@service
def note_file(*, by: Actor, reference: str, attempt: int, key: str) -> None:
    """Remember which file this attempt has written, so that it is removed if the attempt dies."""
    compilation = _mine(reference, attempt)
    compilation.pdf_key = key
    compilation.save(update_fields=["pdf_key"])


@service
def finish_compilation(*, by: Actor, reference: str, attempt: int, made: Made) -> Edition:
    """Make the edition, the next of its year, and end the compilation, both at once."""
    compilation = _mine(reference, attempt)
    last = Edition.objects.filter(year=compilation.year).order_by("-number").values_list("number", flat=True).first() or 0
    moment = clock.now()
    edition = Edition.objects.create(
        reference=new_reference("E"),
        year=compilation.year,
        number=last + 1,
        figures=made.figures,
        figures_sha256=made.figures_sha256,
        tables=made.tables,
        tables_sha256=made.tables_sha256,
        narrative=made.narrative,
        narrative_sha256=made.narrative_sha256,
        returns=list(made.returns),
        template=made.template,
        outline=list(made.outline),
        acronyms=dict(made.acronyms),
        returns_sha256=fingerprint(made.returns) if made.returns else "",
        as_at=made.as_at,
        pdf_key=compilation.pdf_key,
        pdf_sha256=made.pdf_sha256,
        pdf_bytes=made.pdf_bytes,
        pages=made.pages,
        unknown_acronyms=list(made.unknown_acronyms),
        compiled_at=moment,
        compiled_by=compilation.requested_by,
        compilation=compilation,
    )
    compilation.state, compilation.stage, compilation.done = Compilation.State.DONE, Compilation.Stage.FINISHED, 100
    compilation.finished_at = moment
    compilation.save()
    note_printed(by=by, references=[one["reference"] for row in made.returns for one in row["returns"] if one["is_made"]])
    words_printed(by, FinancialYear.from_label(edition.year), {one["code"]: one["rows"] for one in made.tables})
    _record(by, "compilation.finished", compilation)
    events.record(
        verb="edition.made",
        by=by,
        subject=events.Subject("edition", edition.reference),
        data={"year": edition.year, "number": edition.number, "figures": edition.figures_sha256, "pdf": edition.pdf_sha256},
    )
    return edition


@service
def fail_compilation(*, by: Actor, reference: str, attempt: int, error_class: str, sentence: str) -> None:
    """End the compilation without an edition, with the sentence that the person who asked will read."""
    _fail(by, _mine(reference, attempt), error_class, sentence)


def _mine(reference: str, attempt: int) -> Compilation:
    """The compilation, locked, if this attempt is still the one that counts."""
    compilation = Compilation.objects.select_for_update().get(reference=reference)
    if compilation.state != Compilation.State.RUNNING or compilation.attempt != attempt:
        raise Superseded
    return compilation


def _fail(by: Actor, compilation: Compilation, error_class: str, sentence: str) -> None:
    _forget_file(compilation)
    compilation.state = Compilation.State.FAILED
    compilation.error_class, compilation.sentence = error_class[:80], sentence
    compilation.finished_at = clock.now()
    compilation.save()
    _record(by, "compilation.failed", compilation)


def _forget_file(compilation: Compilation) -> None:
    if compilation.pdf_key:
        storage.remove(compilation.pdf_key)
        compilation.pdf_key = ""


def _record(by: Actor, verb: str, compilation: Compilation) -> None:
    events.record(
        verb=verb,
        by=by,
        subject=events.Subject("compilation", compilation.reference),
        data={"year": compilation.year, "attempt": compilation.attempt},
    )
