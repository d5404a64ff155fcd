"""Writing the access log: who looked at which child's data, in the transaction that showed it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from accounts.models import AccessLogEntry
from foundation import clock
from foundation.actors import Actor

Action = AccessLogEntry.Action

_looks: ContextVar[list[str] | None] = ContextVar("looks_of_this_request", default=None)


@contextmanager
def looks_written() -> Iterator[list[str]]:
    """The routes whose looks are logged while the block runs; the middleware asks it whether a personal page was logged."""
    looks: list[str] = []
    token = _looks.set(looks)
    try:
        yield looks
    finally:
        _looks.reset(token)


def log_look(
    *,
    by: Actor,
    action: AccessLogEntry.Action,
    route: str,
    record_kind: str,
    record_reference: str = "",
    children: Sequence[str] = (),
    reason: str = "",
) -> None:
    """Write one row for one look. `children` are the references of the children whose data was shown."""
    if not by.actor_reference:
        raise ValueError("The access log needs an actor.")
    AccessLogEntry.objects.create(
        at=clock.now(),
        person=by.actor_reference,
        agency=by.actor_agency,
        action=action,
        record_kind=record_kind,
        record_reference=record_reference,
        child_references=list(children),
        route=route,
        reason=reason,
    )
    looks = _looks.get()
    if looks is not None:
        looks.append(route)
