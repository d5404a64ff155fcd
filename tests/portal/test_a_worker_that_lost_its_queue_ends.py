"""A worker that cannot go on is gone within seconds, whatever its way out waits for."""

import subprocess
import sys

from portal.celery import EndsWhenBroken, app

BROKEN = """
import time
from types import SimpleNamespace
from portal.celery import EndsWhenBroken

EndsWhenBroken.within_seconds = 0.1
EndsWhenBroken(None).close(SimpleNamespace(exitcode={code}))
time.sleep({seconds})
"""


def ended_with(code: int | None, seconds: float) -> int:
    words = BROKEN.format(code=code, seconds=seconds)
    return subprocess.run([sys.executable, "-c", words], check=False, timeout=50).returncode


def test_every_worker_has_the_step() -> None:
    assert EndsWhenBroken in app.steps["worker"]


def test_one_that_is_broken_does_not_wait() -> None:
    assert ended_with(1, 45) == 1


def test_one_that_is_asked_to_stop_takes_its_time() -> None:
    assert ended_with(None, 0.5) == 0
