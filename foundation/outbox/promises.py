"""Promising work: the kinds of work there are, and the row written beside the change that caused it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction

from foundation import clock
from foundation.models.outbox import OutboxMessage
from foundation.outbox import nudging
from foundation.registry import Registry

Payload = Mapping[str, str | int | bool | None]
Delivery = Callable[[str, Payload], None]

DELIVERIES: Registry[Delivery] = Registry("delivery")
"""By kind: the function that does the promised work; it gets the message's key (for its own idempotence) and payload."""


class Postponed(Exception):
    """Raised by a delivery when the other side, such as the mail server, is away: tried again later, not counted as failed."""


@dataclass(frozen=True)
class Terms:
    """How a kind of work is delivered.

    `seconds`: how long one attempt may take before it is stopped. `own_transactions`: the work commits by itself in steps
    and can be repeated; otherwise it shares one transaction with the mark that it is done.
    """

    seconds: int = 60
    own_transactions: bool = False


_TERMS: dict[str, Terms] = {}


def delivery(kind: str, *, seconds: int = 60, own_transactions: bool = False) -> Callable[[Delivery], Delivery]:
    """Declare the function that delivers a kind of promise, with its terms."""
    _TERMS[kind] = Terms(seconds, own_transactions)
    return DELIVERIES.named(kind)


def terms_of(kind: str) -> Terms:
    """The terms under which a kind is delivered."""
    return _TERMS.get(kind, Terms())


def promise(*, kind: str, payload: Payload, key: str, queue: str = "default", not_before: datetime | None = None) -> None:
    """Write one promise in the running transaction; a second promise under the same key changes nothing.

    `payload` holds codes, ids and references, nothing about a person's case. Delivery starts once the transaction has committed.
    """
    DELIVERIES.get(kind)
    if not connection.in_atomic_block:
        raise RuntimeError("A promise is written in the transaction of the change that causes it.")
    moment = clock.now()
    OutboxMessage.objects.bulk_create(
        [
            OutboxMessage(
                kind=kind,
                payload=dict(payload),
                key=key,
                queue=queue,
                created_at=moment,
                not_before=not_before or moment,
            )
        ],
        ignore_conflicts=True,
    )
    if getattr(settings, "OUTBOX_NUDGE", True):
        transaction.on_commit(nudging.nudge, robust=True)
