"""Delivering promises: one attempt at a time, counted before it starts, marked done with its own effects."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from foundation import clock, events
from foundation.actors import SystemActor
from foundation.logs import where
from foundation.models.outbox import OutboxMessage
from foundation.outbox.holding import HELD_SECONDS, held
from foundation.outbox.promises import DELIVERIES, Postponed, terms_of

MOST_ATTEMPTS = 5
BACK_OFF_SECONDS = (10, 60, 300, 1800)
POSTPONED_SECONDS = 30
POSTPONED_AT_MOST = timedelta(days=3)
REPUBLISH_AFTER = timedelta(seconds=15)
LEASE_SECONDS = 10

logger = logging.getLogger(__name__)


class LeaseLost(Exception):
    """Somebody else took the message up meanwhile: what this attempt did in the database is rolled back."""


def due() -> QuerySet[OutboxMessage]:
    """Messages that wait for delivery now, oldest first."""
    moment = clock.now()
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=moment)
    return OutboxMessage.objects.filter(free, done_at__isnull=True, given_up_at__isnull=True, not_before__lte=moment).order_by(
        "not_before", "id"
    )


def oldest_due() -> datetime | None:
    """Since when the promise that is overdue longest has been due."""
    return due().values_list("not_before", flat=True).first()


def given_up_since(moment: datetime) -> int:
    """How many promises were given up from a moment on: nobody got what they promised."""
    return OutboxMessage.objects.filter(given_up_at__gte=moment).count()


def take_for_publishing(limit: int = 500) -> list[tuple[int, str, int]]:
    """Id, queue and seconds of the messages to publish now; one just published is left alone for a while."""
    moment = clock.now()
    fresh = Q(published_at__isnull=True) | Q(published_at__lt=moment - REPUBLISH_AFTER)
    with transaction.atomic():
        rows = list(due().filter(fresh).select_for_update(skip_locked=True)[:limit])
        OutboxMessage.objects.filter(pk__in=[row.pk for row in rows]).update(published_at=moment)
    return [(row.pk, row.queue, terms_of(row.kind).seconds) for row in rows]


def deliver(message_id: int) -> bool:
    """Make one attempt at one message; False when there is nothing to do (done, leased, not yet due)."""
    message = _take(message_id)
    if message is None:
        return False
    try:
        _work(message)
    except Postponed:
        _postpone(message)
    except LeaseLost:
        logger.warning("Outbox message %s was taken up elsewhere.", message.pk)
    except Exception as error:  # noqa: BLE001  # whatever went wrong is counted, and tried again
        _count_failure(message, error)
    return True


def deliver_now(limit: int = 100) -> int:
    """Deliver what is due in this very process, without Celery; returns how many attempts were made."""
    attempts = 0
    for message_id in due().values_list("pk", flat=True)[:limit]:
        attempts += deliver(message_id)
    return attempts


def _take(message_id: int) -> OutboxMessage | None:
    """Lease a message and count the attempt, committed before the work starts: what kills its worker is not met for ever."""
    with transaction.atomic():
        message = due().select_for_update(skip_locked=True).filter(pk=message_id).first()
        if message is None:
            return None
        if message.attempts >= MOST_ATTEMPTS:
            _give_up(message, "WorkerLost")
            return None
        message.attempts += 1
        message.leased_until = clock.now() + _lease(message.kind)
        message.save(update_fields=["attempts", "leased_until"])
    return message


def _lease(kind: str) -> timedelta:
    """How long nobody else takes a message up. Work in one transaction keeps its row locked, which ends with the worker that
    dies: its lease only bridges the moment before. Work in steps of its own renews its lease while it goes on.
    """
    return timedelta(seconds=HELD_SECONDS if terms_of(kind).own_transactions else LEASE_SECONDS)


def _ours(message: OutboxMessage) -> QuerySet[OutboxMessage]:
    """The row, as long as nobody has taken it up after this attempt."""
    return OutboxMessage.objects.filter(
        pk=message.pk,
        attempts=message.attempts,
        done_at__isnull=True,
        given_up_at__isnull=True,
    )


def _work(message: OutboxMessage) -> None:
    deliver_it = DELIVERIES.get(message.kind)
    terms = terms_of(message.kind)
    if terms.own_transactions:
        with held(message, seconds=terms.seconds):
            deliver_it(message.key, message.payload)
        _mark_done(message)
        return
    with transaction.atomic():
        if not _ours(message).select_for_update().exists():
            raise LeaseLost
        deliver_it(message.key, message.payload)
        _mark_done(message)


def _mark_done(message: OutboxMessage) -> None:
    if not _ours(message).update(done_at=clock.now(), leased_until=None, last_error=""):
        raise LeaseLost


def _postpone(message: OutboxMessage) -> None:
    """Free the message for later; an attempt that met a closed door does not count, for three days."""
    if clock.now() - message.created_at > POSTPONED_AT_MOST:
        _give_up(message, Postponed.__name__)
        return
    _free(message, seconds=POSTPONED_SECONDS, attempts=message.attempts - 1, last_error=Postponed.__name__)


def _count_failure(message: OutboxMessage, error: Exception) -> None:
    name = type(error).__name__[:100]
    logger.warning(
        "Outbox message %s (%s) failed at attempt %s: %s at %s", message.pk, message.kind, message.attempts, name, where(error)
    )
    if message.attempts >= MOST_ATTEMPTS:
        _give_up(message, name)
        return
    _free(message, seconds=BACK_OFF_SECONDS[message.attempts - 1], attempts=message.attempts, last_error=name)


def _free(message: OutboxMessage, *, seconds: int, attempts: int, last_error: str) -> None:
    again: datetime = clock.now() + timedelta(seconds=seconds)
    _ours(message).update(leased_until=None, published_at=None, not_before=again, attempts=attempts, last_error=last_error)


def _give_up(message: OutboxMessage, error: str) -> None:
    """Stop trying and leave word: an event, and a line in the log, with the class of the error only."""
    with transaction.atomic():
        if not _ours(message).update(given_up_at=clock.now(), leased_until=None, last_error=error):
            return
        events.record(
            verb="outbox.given_up",
            by=SystemActor("outbox"),
            subject=events.Subject("outbox_message", str(message.pk)),
            data={"kind": message.kind, "error": error},
        )
    logger.error("Outbox message %s (%s) was given up: %s", message.pk, message.kind, error)
