"""Real processes for tests of resilience: the queue, a worker with its pool, the beat, and somebody who takes mail."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aiosmtpd.controller import Controller
from django.conf import settings
from django.db import connection

from portal.stack import redis
from portal.stack.process import spawn, wait_until
from portal.stack.services import any_free


class Letterbox:
    """Takes every mail and keeps its Message-ID."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.controller = Controller(self, hostname="127.0.0.1", port=any_free())
        self.controller.start()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # the library's name
        self.ids.append(str(message_from_bytes(envelope.content)["Message-ID"]))
        return "250 OK"


class House:
    """The processes, which can be killed one by one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.letterbox = Letterbox()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.resilience.settings",
            "DATABASE_URL": _database_url(),
            "REDIS_URL": redis.url(folder / "redis.sock"),
            "SMTP_PORT": str(self.letterbox.controller.port),
            "BEAT_FILE": str(folder / "beat"),
        }

    def start_redis(self) -> None:
        (self.folder / "redis").mkdir(exist_ok=True)
        self._spawn("redis", redis.command(self.folder / "redis", self.folder / "redis.sock"))
        self.wait("redis", lambda: redis.answers(self.folder / "redis.sock"))

    def start_worker(self) -> None:
        self._spawn(
            "worker", self._celery("worker", "--queues=default,pdf", "--concurrency=2", "--without-gossip", "--without-mingle")
        )

    def start_beat(self) -> None:
        self._spawn("beat", self._celery("beat", "--pidfile="))

    def submit(self, *keys: str) -> float:
        """Promise mails in a web process; returns how long the slowest took."""
        said = subprocess.run(
            [sys.executable, "-m", "tests.resilience.submit", *keys],
            env={**self.environment, "BROKER_SOCKET_TIMEOUT": "0.3"},
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return float(said.stdout)

    def kill(self, name: str) -> None:
        """End a process and everything that it started, without any warning."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

    def freeze(self, name: str) -> None:
        """Hold a process and everything that it started where it stands."""
        os.killpg(self.processes[name].pid, signal.SIGSTOP)

    def thaw(self, name: str) -> None:
        """Let what was frozen go on."""
        os.killpg(self.processes[name].pid, signal.SIGCONT)

    def wipe_redis(self) -> None:
        """Kill the queue and lose everything that was in it."""
        self.kill("redis")
        shutil.rmtree(self.folder / "redis")

    def wait(self, what: str, ready: Callable[[], bool], seconds: float = 40) -> None:
        wait_until(ready, what=what, seconds=seconds, log=self.folder / "worker.log")

    def stop(self) -> None:
        for name in list(self.processes):
            self.kill(name)
        self.letterbox.controller.stop()

    def _celery(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "celery", "-A", "portal", *words, "--loglevel=WARNING"]

    def _spawn(self, name: str, command: list[str]) -> None:
        os.chdir(settings.BASE_DIR)
        self.processes[name] = spawn(
            command, environment=self.environment, log=self.folder / f"{name}.log", orphan_signal=signal.SIGKILL
        )


def patiently(seconds: float) -> None:
    """Let the processes go on."""
    time.sleep(seconds)


def _database_url() -> str:
    chosen = connection.settings_dict
    host = quote(str(chosen["HOST"]), safe="/")
    return f"postgres://{chosen['USER']}:{chosen['PASSWORD']}@/{chosen['NAME']}?host={host}"
