import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction

from foundation.mail import message_id
from foundation.models.failures import ValidationFailure
from foundation.models.outbox import OutboxMessage
from foundation.outbox import promise
from tests.resilience import slow_work
from tests.resilience.house import House

pytestmark = [pytest.mark.resilience, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def house(transactional_db: None) -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(prefix="portal-resilience-"))
    made = House(folder)
    try:
        made.start_redis()
        made.start_beat()
        made.start_worker()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


def done() -> int:
    return OutboxMessage.objects.filter(done_at__isnull=False).count()


def frozen_at_work(house: House) -> bool:
    """Freeze the worker; if it stands between two pieces of work, let it go on."""
    house.freeze("worker")
    if OutboxMessage.objects.filter(kind=slow_work.KIND, done_at=None, attempts=1).exists():
        return True
    house.thaw("worker")
    return False


def test_killed_workers_and_a_queue_that_hangs_and_forgets(house: House) -> None:
    """The worker is killed in the middle of its work; then the queue hangs, dies, and comes back empty."""
    keys = [f"work-{number}" for number in range(16)]
    with transaction.atomic():
        for key in keys:
            promise(kind=slow_work.KIND, payload={}, key=key)
    house.submit("before-1", "before-2")
    house.wait("first work", lambda: done() >= 1)
    house.wait("work in hand", lambda: frozen_at_work(house))
    house.kill("worker")
    assert done() < len(keys) + 2, "the worker was killed too late to prove anything"
    house.start_worker()
    house.wait("all work", lambda: done() == len(keys) + 2)

    traces = sorted(ValidationFailure.objects.values_list("page", "field", "code"))
    assert traces == sorted((key, half, "once") for key in keys for half in ("first", "second"))
    assert OutboxMessage.objects.filter(kind=slow_work.KIND, attempts=2).exists(), "nothing was interrupted"

    os.kill(house.processes["redis"].pid, signal.SIGSTOP)
    assert house.submit("hung-1", "hung-2", "hung-3") < 0.5
    house.wipe_redis()
    assert house.submit("gone-1", "gone-2") < 0.5
    house.start_redis()
    mails = ["before-1", "before-2", "hung-1", "hung-2", "hung-3", "gone-1", "gone-2"]
    house.wait("all mails", lambda: done() == len(keys) + len(mails))
    assert set(house.letterbox.ids) == {message_id(f"mail:{key}") for key in mails}
    assert not OutboxMessage.objects.filter(given_up_at__isnull=False).exists()
