"""What was written about an action, who was asked, and what was decided. For whoever may see it."""

from typing import Any

from django.db.models import F
from django.db.models.functions import Coalesce

from accounts.models import Agency, Person
from board.models import Action, ActionChase, ActionUpdate
from board.selectors.actions import EVIDENCE
from foundation.documents import documents_of
from foundation.events import Subject, history
from foundation.models import Document


def updates_of(action: Action) -> tuple[dict[str, Any], ...]:
    """The progress notes, newest first."""
    notes = action.updates.order_by("-written_at", "-id").annotate(writer=Coalesce("written_by__name", "written_link__name"))
    return tuple(
        dict(note) for note in notes.values("kind", "text", "evidence_seen", "written_at", "writer", "stated_rating")[:200]
    )


def evidence_of(action: Action) -> tuple[Document, ...]:
    """The files that came with its progress notes, the newest first. For whoever may see the action."""
    return tuple(documents_of(EVIDENCE, action.reference).order_by("-uploaded_at", "-pk"))


def files_to_open(action: Action) -> int:
    """How many files of an action can be opened: those that are known to be clean."""
    return documents_of(EVIDENCE, action.reference).filter(state=Document.State.CLEAN).count()


def reporter_of(action: Action) -> int | None:
    """Whoever reported it done, last; None when nobody has."""
    reports = action.updates.filter(kind=ActionUpdate.Kind.REPORTED_DONE)
    return reports.order_by("-written_at", "-id").values_list("written_by_id", flat=True).first()


def chases_of(action: Action) -> tuple[dict[str, Any], ...]:
    """When and whom somebody chased, newest first."""
    chases = ActionChase.objects.filter(action=action).order_by("-chased_at").annotate(name=F("to__name"))
    return tuple(dict(chase) for chase in chases.values("chased_at", "on", "name")[:50])


def history_of(action: Action) -> tuple[dict[str, Any], ...]:
    """What was decided about it, oldest first: the event's verb, moment, reason and data, the name of who did it, and to whom
    and which agency it was passed on."""
    events = list(history(Subject("action", action.reference)).exclude(verb="board.action_chased")[:200])
    people = {event.actor_reference for event in events} | {event.data.get("owner") for event in events}
    names = dict(Person.objects.filter(reference__in=people - {None}).values_list("reference", "name"))
    codes = {event.data.get("agency") for event in events} - {None}
    agencies = dict(Agency.objects.filter(code__in=codes).values_list("code", "name"))
    return tuple(
        {
            "verb": event.verb,
            "at": event.at,
            "reason": event.reason,
            "data": event.data,
            "name": names.get(event.actor_reference, ""),
            "owner": names.get(event.data.get("owner", ""), ""),
            "agency": agencies.get(event.data.get("agency", ""), ""),
        }
        for event in events
    )
