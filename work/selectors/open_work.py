"""What is still open on a record, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from foundation.asked_often import Asked, AskedOften
from foundation.documents import documents_of_many
from foundation.events import Subject
from foundation.models.documents import Document
from work.models import Clock, Handover, Request
from work.selectors.requests import ANSWERED_BY


@dataclass(frozen=True)
class OpenWork:
    """The open handovers, requests and clocks of one record. False when there is none of the first two."""

    handovers: tuple[Handover, ...]
    requests: tuple[Request, ...]
    clocks: tuple[Clock, ...]

    def __bool__(self) -> bool:
        return bool(self.handovers or self.requests)


def open_work_on(subject: Subject) -> OpenWork:
    """What is open on a record. Asked by services and pages of upper apps that have decided who may see the record."""
    on_subject = {"subject_kind": subject.kind, "subject_reference": subject.reference}
    return OpenWork(
        tuple(
            Handover.objects.filter(state="offered", **on_subject).select_related("to_team", "from_team").order_by("offered_at")
        ),
        tuple(Request.objects.filter(state="asked", **on_subject).select_related("to_agency").order_by("due_at")),
        tuple(Clock.objects.filter(stopped_at__isnull=True, **on_subject).order_by("due_at")),
    )


def clock_of(subject: Subject, kind: str) -> Clock | None:
    """The newest clock of a kind on a record, running or stopped."""
    return (
        Clock.objects.filter(subject_kind=subject.kind, subject_reference=subject.reference, kind=kind)
        .order_by("-started_at", "-pk")
        .first()
    )


def requests_on(subject: Subject) -> Asked[Request]:
    """All requests made on a record, oldest first, answers included. Asked by pages whose reader may see the record."""
    return _REQUESTS.asked(**vars(subject))


def _requests(kind: str, reference: str) -> QuerySet[Request]:
    rows = Request.objects.filter(subject_kind=kind, subject_reference=reference)
    return rows.select_related("to_agency", "to_team", "to_person").order_by("asked_at", "pk")


_REQUESTS = AskedOften(_requests)


def clocks_running_on(subject: Subject) -> Asked[Clock]:
    """The clocks that run on a record, soonest due first. Asked by pages whose reader may see the record."""
    return _RUNNING.asked(**vars(subject))


def _running(kind: str, reference: str) -> QuerySet[Clock]:
    rows = Clock.objects.filter(subject_kind=kind, subject_reference=reference, stopped_at__isnull=True)
    return rows.order_by("due_at")


_RUNNING = AskedOften(_running)


def files_of(requests: Iterable[Request]) -> dict[str, list[Document]]:
    """The files that came with the answers to some requests, by the request's reference, in one question to the database."""
    answered = [row.reference for row in requests if row.answered_at is not None]
    found: dict[str, list[Document]] = {}
    for document in documents_of_many(ANSWERED_BY, answered):
        found.setdefault(document.record_reference, []).append(document)
    return found


def handovers_on(subject: Subject) -> tuple[Handover, ...]:
    """All handovers of a record, oldest first. Asked by pages whose reader may see the record."""
    return tuple(
        Handover.objects.filter(subject_kind=subject.kind, subject_reference=subject.reference)
        .select_related("to_team", "from_team")
        .order_by("offered_at", "pk")
    )
