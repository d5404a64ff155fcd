import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from foundation import clock
from foundation.models.outbox import OutboxMessage
from foundation.outbox import Payload, attempts, deliver_now, delivery, holding, promise, promises
from foundation.registry import Registry

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.real_time]

Step = Callable[[], None]


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[Step]:
    """What the work of the kind "steps" does; its lease is renewed twenty times a second, for two seconds at most."""
    registry: Registry[promises.Delivery] = Registry("delivery")
    monkeypatch.setattr(promises, "DELIVERIES", registry)
    monkeypatch.setattr(attempts, "DELIVERIES", registry)
    monkeypatch.setattr(promises, "_TERMS", {})
    monkeypatch.setattr(holding, "RENEWED_EVERY_SECONDS", 0.05)
    steps: list[Step] = []

    @delivery("steps", seconds=2, own_transactions=True)
    def do(key: str, payload: Payload) -> None:
        for step in steps:
            step()

    with transaction.atomic():
        promise(kind="steps", payload={}, key="a")
    return steps


def lease_left() -> timedelta:
    until = OutboxMessage.objects.get().leased_until
    assert until is not None
    return until - clock.now()


def run_out() -> None:
    OutboxMessage.objects.update(leased_until=clock.now() - timedelta(seconds=1))


def wait_until(reached: Callable[[], bool]) -> bool:
    ends = time.monotonic() + 5
    while time.monotonic() < ends:
        if reached():
            return True
        time.sleep(0.02)
    return False


def test_the_lease_is_short_and_is_renewed_while_the_work_goes_on(work: list[Step]) -> None:
    seen = []
    work.append(lambda: seen.append(lease_left() <= timedelta(seconds=30)))
    work.append(run_out)
    work.append(lambda: seen.append(wait_until(lambda: lease_left() > timedelta(seconds=20))))
    assert deliver_now() == 1
    assert seen == [True, True]
    message = OutboxMessage.objects.get()
    assert (message.attempts, message.leased_until) == (1, None)
    assert message.done_at is not None


def test_a_lease_is_not_renewed_once_the_work_is_over_or_broke_off(work: list[Step]) -> None:
    def break_off() -> None:
        raise RuntimeError

    work.append(break_off)
    assert deliver_now() == 1
    time.sleep(0.2)
    message = OutboxMessage.objects.get()
    assert (message.leased_until, message.last_error) == (None, "RuntimeError")


def test_work_that_never_ends_is_held_no_longer_than_it_may_take(work: list[Step], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holding, "RENEWED_EVERY_SECONDS", 1.0)
    renewed: list[int] = []
    monkeypatch.setattr(holding, "renew", lambda message: not renewed.append(message.pk))  # type: ignore[func-returns-value]
    work.append(lambda: time.sleep(3.5))
    assert deliver_now() == 1
    assert len(renewed) == 2


def test_an_attempt_that_lost_its_message_renews_nothing(work: list[Step]) -> None:
    pk = OutboxMessage.objects.get().pk
    slow = attempts._take(pk)
    assert slow is not None
    assert holding.renew(slow)
    run_out()
    quick = attempts._take(pk)
    assert quick is not None
    assert not holding.renew(slow)
    assert holding.renew(quick)


def test_a_database_that_is_away_for_a_moment_does_not_end_the_holding(
    work: list[Step], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    message = attempts._take(OutboxMessage.objects.get().pk)
    assert message is not None

    def away(*_: object, **__: object) -> None:
        raise DatabaseError("a name that somebody typed")

    monkeypatch.setattr(OutboxMessage.objects, "filter", away)
    assert holding.renew(message)
    assert "DatabaseError" in caplog.text
    assert "typed" not in caplog.text
