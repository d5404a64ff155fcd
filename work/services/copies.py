"""How a copy of a record as PDF is asked for, kept, given up and removed. Part of the services of the apps that offer copies."""

from typing import Any, TypeVar

from django.db.models import QuerySet

from foundation import clock
from foundation.actors import Actor
from foundation.documents.removing import REMOVE
from foundation.outbox import promise
from work.models import PrintedCopy
from work.selectors.copies import copies_to_remove

QUEUE = "pdf"
AT_ONCE = 500
State = PrintedCopy.State
Kind = TypeVar("Kind", bound=PrintedCopy)


def copy_asked(copies: QuerySet[Kind], *, by: Actor, kind: str, once: str, **fields: Any) -> tuple[Kind, bool]:
    """The copy of this press (`once`) among the copies of a record, and whether it is new; the worker is told by `kind`."""
    made, new = copies.get_or_create(asked_by=by.actor_reference, once=once, defaults={"asked_at": clock.now(), **fields})
    if new:
        promise(kind=kind, payload={"copy": made.reference}, key=f"{kind}:{made.reference}", queue=QUEUE)
    return made, new


def copy_kept(copies: QuerySet[Kind], *, reference: str, key: str, pages: int) -> Kind | None:
    """Keep the file that the worker has made; None where there is one already, or the copy is wanted no longer."""
    held = _waiting(copies, reference)
    if held is not None:
        held.state, held.key, held.pages, held.made_at = State.READY, key, pages, clock.now()
        held.save(update_fields=["state", "key", "pages", "made_at"])
    return held


def copy_given_up(copies: QuerySet[Kind], *, reference: str, sentence: str) -> Kind | None:
    """End a copy without a file, with the sentence that whoever asked will read; None where it waits no longer."""
    held = _waiting(copies, reference)
    if held is not None:
        held.state, held.sentence = State.FAILED, sentence
        held.save(update_fields=["state", "sentence"])
    return held


def old_copies_removed(copies: QuerySet[Kind]) -> list[Kind]:
    """Remove the files of copies that are a day old, the first five hundred. That they were made stays on the record."""
    rows = list(copies_to_remove(copies).select_for_update(of=("self",), skip_locked=True)[:AT_ONCE])
    for copy in rows:
        if copy.key:
            promise(kind=REMOVE, payload={"storage_key": copy.key}, key=f"{REMOVE}:{copy.reference}")
        copy.state, copy.key = State.REMOVED, ""
        copy.save(update_fields=["state", "key"])
    return rows


def _waiting(copies: QuerySet[Kind], reference: str) -> Kind | None:
    held = copies.select_for_update(of=("self",)).get(reference=reference)
    return held if held.state == State.WAITING else None
