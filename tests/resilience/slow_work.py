"""Work that takes long enough to be killed in the middle, and leaves one trace in the database."""

import time

from foundation import clock
from foundation.models.failures import ValidationFailure
from foundation.outbox import Payload, delivery

KIND = "tests.slow_work"
SECONDS = 0.6


@delivery(KIND, seconds=20)
def work(key: str, payload: Payload) -> None:
    """Write, take a while, write again: both or neither."""
    for half in ("first", "second"):
        trace = ValidationFailure.objects.filter(page=key, field=half).first()
        ValidationFailure.objects.create(day=clock.today(), page=key, field=half, code="again" if trace else "once")
        time.sleep(SECONDS / 2)
