"""Holding a message while its work goes on, when that work commits in steps and so keeps no row locked."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread
from typing import Final

from django.db import DatabaseError, connection

from foundation import clock
from foundation.models.outbox import OutboxMessage

HELD_SECONDS: Final = 30
RENEWED_EVERY_SECONDS: Final = 5.0

logger = logging.getLogger(__name__)


@contextmanager
def held(message: OutboxMessage, *, seconds: int) -> Iterator[None]:
    """Renew the lease of a message for as long as this process works on it, and for `seconds` at most.

    A process that is killed renews nothing, so that another takes its work up within half a minute, however long the work may
    take. Whoever is merely slow keeps the message. Inside a transaction that somebody else has begun (a test) nothing is renewed:
    nobody else sees the message there.
    """
    if connection.in_atomic_block:
        yield
        return
    over = Event()
    renewing = Thread(target=_renew, args=(message, seconds, over), name="outbox-lease", daemon=True)
    renewing.start()
    try:
        yield
    finally:
        over.set()
        renewing.join(RENEWED_EVERY_SECONDS)


def _renew(message: OutboxMessage, seconds: int, over: Event) -> None:
    try:
        for _ in range(int(seconds / RENEWED_EVERY_SECONDS)):
            if over.wait(RENEWED_EVERY_SECONDS) or not renew(message):
                return
    finally:
        connection.close()  # this thread's own


def renew(message: OutboxMessage) -> bool:
    """Lengthen the lease of this attempt; False when the message is done or somebody else's. A database away is tried again."""
    until = clock.now() + timedelta(seconds=HELD_SECONDS)
    try:
        waiting = OutboxMessage.objects.filter(done_at__isnull=True, given_up_at__isnull=True, leased_until__isnull=False)
        return bool(waiting.filter(pk=message.pk, attempts=message.attempts).update(leased_until=until))
    except DatabaseError as error:
        connection.close()
        logger.warning("The lease of outbox message %s could not be renewed: %s", message.pk, type(error).__name__)
        return True
