"""The Celery application. Its settings are the CELERY_… names of Django's settings."""

import os
import signal
from threading import Timer
from typing import Any

from celery import Celery, bootsteps
from celery.signals import worker_process_init

from portal.stack.process import follow_parent

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect
def end_with_the_worker(**_: Any) -> None:
    """A pool process does not outlive the worker that started it, not even in the middle of a task."""
    follow_parent(signal.SIGKILL)


class EndsWhenBroken(bootsteps.StartStopStep):
    """A worker that is broken beyond mending is gone within seconds, so that whoever looks after it starts a new one.

    When its queue goes away at a bad moment, kombu cannot close the connection and Celery gives the worker up. Its way out
    asks that same queue, and may wait for ever.
    """

    within_seconds = 10.0

    def close(self, worker: Any) -> None:
        """Called at the beginning of every end; only one after an error has a code by then."""
        if worker.exitcode:
            ending = Timer(self.within_seconds, os._exit, [worker.exitcode])
            ending.daemon = True
            ending.start()


app.steps["worker"].add(EndsWhenBroken)
