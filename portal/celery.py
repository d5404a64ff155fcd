"""The Celery application. Its settings are the CELERY_… names of Django's settings."""

import signal
from typing import Any

from celery import Celery
from celery.signals import worker_process_init

from portal.stack.process import follow_parent

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_process_init.connect
def end_with_the_worker(**_: Any) -> None:
    """A pool process does not outlive the worker that started it, not even in the middle of a task."""
    follow_parent(signal.SIGKILL)
