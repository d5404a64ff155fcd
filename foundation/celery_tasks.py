"""How a Celery task is declared: named, acknowledged late, limited in time, run as a named system actor."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from celery import shared_task  # noqa: TID251  # the one place that may
from django.db import transaction

from foundation.actors import SystemActor
from foundation.logs import where

TaskBody = Callable[..., None]
SECONDS_TO_CLEAN_UP = 15

_QUEUES: dict[str, str] = {}

logger = logging.getLogger(__name__)


def task(name: str, *, queue: str = "default", seconds: int = 60, own_transactions: bool = False) -> Callable[[TaskBody], Any]:
    """Declare a task. Its body takes `by` (the system actor of that name) and ids, and calls one service.

    It runs in one transaction unless it says that it keeps its own (long work in small steps). A task that fails is not tried
    again by Celery: regular work comes round again, everything else goes through the outbox, which counts attempts. Its
    failure is one line in the log with the error's class and place, never its text.
    """

    _QUEUES[name] = queue

    def declare(body: TaskBody) -> Any:
        @shared_task(
            name=name,
            soft_time_limit=seconds,
            time_limit=seconds + SECONDS_TO_CLEAN_UP,
            acks_late=True,
            ignore_result=True,
        )
        @wraps(body)
        def run(*args: Any, **kwargs: Any) -> None:
            by = SystemActor(name)
            try:
                if own_transactions:
                    body(*args, by=by, **kwargs)
                else:
                    with transaction.atomic():
                        body(*args, by=by, **kwargs)
            except Exception as error:  # noqa: BLE001  # the outermost place: logged here, without the error's text
                logger.error("The task %s failed: %s at %s", name, type(error).__name__, where(error))  # noqa: TRY400  # a traceback holds the text

        return run

    return declare


def route(name: str, *_: Any, **__: Any) -> dict[str, str]:
    """The queue that a task declared for itself (the setting CELERY_TASK_ROUTES names this function)."""
    return {"queue": _QUEUES.get(name, "default")}
