import logging
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from foundation import clock
from foundation.models.events import DomainEvent
from foundation.models.failures import ValidationFailure
from foundation.models.outbox import OutboxMessage
from foundation.outbox import Payload, Postponed, attempts, deliver_now, delivery, promise, promises
from foundation.registry import Registry

pytestmark = pytest.mark.django_db

SECRET = "a name that somebody typed"


@pytest.fixture(autouse=True)
def kinds(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Kinds of work of this test's own; gives the keys of what was done outside the database."""
    registry: Registry[promises.Delivery] = Registry("delivery")
    monkeypatch.setattr(promises, "DELIVERIES", registry)
    monkeypatch.setattr(attempts, "DELIVERIES", registry)
    monkeypatch.setattr(promises, "_TERMS", {})
    done: list[str] = []

    @delivery("note", seconds=60)
    def note(key: str, payload: Payload) -> None:
        done.append(key)
        leave_trace(key)

    @delivery("fail")
    def fail(key: str, payload: Payload) -> None:
        leave_trace(key)
        raise RuntimeError(SECRET)

    @delivery("away")
    def away(key: str, payload: Payload) -> None:
        raise Postponed

    @delivery("steps", seconds=300, own_transactions=True)
    def steps(key: str, payload: Payload) -> None:
        leave_trace(key)
        if payload.get("fails"):
            raise RuntimeError(SECRET)

    return done


def leave_trace(key: str) -> None:
    ValidationFailure.objects.create(day=clock.today(), page=key, field="f", code="c")


def traces() -> list[str]:
    return list(ValidationFailure.objects.values_list("page", flat=True))


def later(**time: int) -> None:
    """Stop the clock further on until the test ends."""
    clock._stopped_at[-1] += timedelta(**time)


def test_a_promise_is_delivered_once(kinds: list[str]) -> None:
    promise(kind="note", payload={}, key="a")
    promise(kind="note", payload={"other": 1}, key="a")
    assert deliver_now() == 1
    assert deliver_now() == 0
    assert kinds == ["a"]
    message = OutboxMessage.objects.get()
    assert (message.attempts, message.done_at, message.leased_until) == (1, clock.now(), None)


def test_an_unknown_kind_is_refused_when_it_is_promised() -> None:
    with pytest.raises(KeyError, match="no delivery nothing"):
        promise(kind="nothing", payload={}, key="a")


@pytest.mark.django_db(transaction=True)
def test_a_promise_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError, match="in the transaction"):
        promise(kind="note", payload={}, key="a")


def test_what_is_not_due_waits(kinds: list[str]) -> None:
    promise(kind="note", payload={}, key="a", not_before=clock.now() + timedelta(hours=1))
    assert deliver_now() == 0
    later(hours=1)
    assert deliver_now() == 1


def test_a_failure_undoes_its_own_effects_and_is_tried_again_with_longer_waits(caplog: pytest.LogCaptureFixture) -> None:
    promise(kind="fail", payload={}, key="a")
    waits = []
    for number in range(1, 5):
        assert deliver_now() == 1
        message = OutboxMessage.objects.get()
        assert message.attempts == number
        assert message.last_error == "RuntimeError"
        waits.append((message.not_before - clock.now()).seconds)
        assert deliver_now() == 0
        later(seconds=waits[-1])
    assert waits == sorted(set(waits))
    assert traces() == []
    assert SECRET not in caplog.text


def test_after_five_failures_it_is_given_up_and_said_so(caplog: pytest.LogCaptureFixture) -> None:
    promise(kind="fail", payload={}, key="a")
    for _ in range(5):
        assert deliver_now() == 1
        later(hours=1)
    assert deliver_now() == 0
    message = OutboxMessage.objects.get()
    assert message.given_up_at is not None
    assert message.last_error == "RuntimeError"
    event = DomainEvent.objects.get()
    assert (event.verb, event.subject_reference) == ("outbox.given_up", str(message.pk))
    assert event.data == {"kind": "fail", "error": "RuntimeError"}
    assert [record.levelno for record in caplog.records].count(logging.ERROR) == 1


def test_a_closed_door_does_not_count_as_a_failure_for_three_days() -> None:
    promise(kind="away", payload={}, key="a")
    for _ in range(20):
        assert deliver_now() == 1
        later(minutes=5)
    assert OutboxMessage.objects.get().attempts == 0
    later(days=3)
    assert deliver_now() == 1
    assert OutboxMessage.objects.get().given_up_at is not None


def test_a_leased_message_is_left_alone_until_the_lease_ends(kinds: list[str]) -> None:
    promise(kind="note", payload={}, key="a")
    message = attempts._take(OutboxMessage.objects.get().pk)
    assert message is not None
    assert deliver_now() == 0
    later(seconds=attempts.LEASE_SECONDS + 1)
    assert deliver_now() == 1
    assert OutboxMessage.objects.get().attempts == 2


def test_an_attempt_that_outlived_its_lease_does_nothing(kinds: list[str], caplog: pytest.LogCaptureFixture) -> None:
    promise(kind="note", payload={}, key="a")
    pk = OutboxMessage.objects.get().pk
    slow = attempts._take(pk)
    assert slow is not None
    later(seconds=200)
    quick = attempts._take(pk)
    assert quick is not None
    with pytest.raises(attempts.LeaseLost):
        attempts._work(slow)
    attempts._work(quick)
    assert kinds == ["a"]


def test_work_in_steps_that_outlived_its_lease_does_not_say_that_it_is_done() -> None:
    promise(kind="steps", payload={}, key="a")
    pk = OutboxMessage.objects.get().pk
    slow = attempts._take(pk)
    assert slow is not None
    later(seconds=400)
    attempts._take(pk)
    with pytest.raises(attempts.LeaseLost):
        attempts._work(slow)
    assert OutboxMessage.objects.get().done_at is None


def test_a_message_that_killed_its_worker_five_times_is_given_up() -> None:
    promise(kind="note", payload={}, key="a")
    for _ in range(5):
        assert attempts._take(OutboxMessage.objects.get().pk) is not None
        later(seconds=200)
    assert deliver_now() == 0
    message = OutboxMessage.objects.get()
    assert message.given_up_at is not None
    assert message.last_error == "WorkerLost"


@pytest.mark.django_db(transaction=True)
def test_the_attempt_is_counted_before_the_work_starts() -> None:
    seen = []

    @delivery("look", own_transactions=True)
    def look(key: str, payload: Payload) -> None:
        seen.append((connection.in_atomic_block, OutboxMessage.objects.get().attempts))

    from django.db import transaction

    with transaction.atomic():
        promise(kind="look", payload={}, key="a")
    deliver_now()
    assert seen == [(False, 1)]


def test_a_published_message_is_not_published_again_at_once() -> None:
    promise(kind="steps", payload={}, key="a", queue="pdf")
    pk = OutboxMessage.objects.get().pk
    assert attempts.take_for_publishing() == [(pk, "pdf", 300)]
    assert attempts.take_for_publishing() == []
    later(seconds=16)
    assert attempts.take_for_publishing() == [(pk, "pdf", 300)]
    deliver_now()
    later(seconds=16)
    assert attempts.take_for_publishing() == []


def test_the_command_delivers_without_celery(kinds: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        promise(kind="note", payload={}, key=str(number))
    call_command("deliver_outbox", limit=2)
    assert "Attempts made: 2" in capsys.readouterr().out
    assert kinds == ["0", "1"]
