"""Telling Celery at once that something was promised, without the request ever waiting for Redis.

One daemon thread in each process publishes the sweep. However many promises are made meanwhile, it publishes once more; what it
cannot publish, the regular sweep finds.
"""

import logging
import os
from threading import Event, Lock, Thread

SWEEP = "foundation.sweep_outbox"

logger = logging.getLogger(__name__)


class Nudger:
    """The thread and the flag it waits for. Starts with the first nudge, so that forked processes get their own."""

    def __init__(self) -> None:
        self._wanted = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def nudge(self) -> None:
        """Ask for a sweep; returns at once."""
        self._wanted.set()
        with self._lock:
            if self._thread is None or not self._thread.is_alive():
                self._thread = Thread(target=self._run, name="outbox-nudge", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            publish_sweep()


def publish_sweep() -> bool:
    """Publish one sweep; False when the broker is away, which the regular sweep makes good."""
    from celery import current_app

    try:
        current_app.send_task(SWEEP, retry=False, expires=30)
    except Exception as error:  # noqa: BLE001  # whatever the broker's trouble is, it must not end the thread
        logger.warning("The outbox could not be nudged: %s", type(error).__name__)
        return False
    return True


_nudger = Nudger()


def nudge() -> None:
    """Ask for a sweep in this process; returns at once."""
    _nudger.nudge()


def _start_afresh() -> None:
    global _nudger  # noqa: PLW0603  # a forked process has neither the thread nor a usable lock
    _nudger = Nudger()


os.register_at_fork(after_in_child=_start_afresh)
