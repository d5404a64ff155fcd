"""The whole portal as real processes on a data folder of its own, each of which can be killed and started again."""

import http.client
import json
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psycopg2
from django.conf import settings

from portal.stack import postgres, redis, services
from portal.stack.folder import DataFolder
from portal.stack.process import spawn, stop, wait_until
from portal.stack.supervisor import Service

CSRF = "c" * 32
KILLED = ("web", "worker", "redis", "postgres")


class PortalAtWork:
    """Database, queue, mail catcher, web server, worker and beat, as the stack starts them."""

    def __init__(self, root: Path) -> None:
        self.folder = DataFolder(root)
        self.folder.make()
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.ports = services.Ports(services.any_free(), services.any_free(), services.any_free())
        self.sockets = self.folder.sockets()
        self.cluster = postgres.cluster(root, self.sockets, self.folder.logs / "postgres.log")
        self.cluster.create()
        self.environment = self._environment()
        self.services = {service.name: service for service in self._services()}

    def _environment(self) -> dict[str, str]:
        base = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
        return {
            **base,
            "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATABASE_URL": self.cluster.url(postgres.APPLICATION),
            "REDIS_URL": redis.url(self.sockets / "redis.sock"),
            "EMAIL_URL": f"smtp://{services.LOOPBACK}:{self.ports.smtp}",
            "PORTAL_BASE_URL": services.base_url(self.ports.web),
            "DOCUMENT_ROOT": str(self.folder.documents),
            "BEAT_FILE": str(self.folder.root / "beat"),
            "PYTHONWARNINGS": "ignore",
        }

    def _services(self) -> list[Service]:
        return [
            services.postgres_service(self.cluster),
            services.redis_service(self.folder, self.sockets / "redis.sock"),
            services.mailbox_service(self.folder, self.ports),
            services.web_service(self.environment, self.ports.web),
            services.worker_service(self.environment, "worker", "default,bulk,pdf", 2),
            services.beat_service(self.environment),
        ]

    def start_everything(self, drafts: int) -> dict[str, Any]:
        """Start it with a small partnership; gives sessions and drafts to send."""
        os.chdir(settings.BASE_DIR)
        durable = self.services["postgres"]
        self.services["postgres"] = replace(durable, command=self.cluster.command(postgres.THROW_AWAY))
        self.start("postgres", "redis", "mailbox")
        self.cluster.prepare()
        owner = {**self.environment, "DATABASE_URL": self.cluster.url(postgres.OWNER)}
        self._run(owner, "manage.py", "prepare")
        made = json.loads(self._run(owner, "-m", "tests.resilience.partnership", str(drafts)))
        stop(self.processes.pop("postgres"), signal_number=postgres.STOP_SIGNAL, grace=30)
        self.services["postgres"] = durable
        self.start("postgres", "worker", "beat", "web")
        return dict(made)

    def _run(self, environment: dict[str, str], *words: str) -> str:
        done = subprocess.run([sys.executable, *words], env=environment, capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *names: str) -> None:
        """Start services and wait until each answers."""
        for name in names:
            service = self.services[name]
            log = self.folder.logs / f"{name}.log"
            self.processes[name] = spawn(service.command, environment=service.environment, log=log, orphan_signal=signal.SIGKILL)
            wait_until(service.answers, what=name, seconds=60, log=log)

    def kill(self, name: str) -> None:
        """End a service and everything that it started, without any warning."""
        process = self.processes.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)

    def look_after(self) -> None:
        """Start again what ended by itself, as the stack's supervisor does."""
        for name, process in list(self.processes.items()):
            if process.poll() is not None:
                self.start(name)

    def stop(self) -> None:
        """End everything."""
        for name in list(self.processes):
            self.kill(name)

    def post(self, address: str, session: str, **words: str) -> int | None:
        """Send a form as a browser does; None when no answer came."""
        line = http.client.HTTPConnection(services.LOOPBACK, self.ports.web, timeout=20)
        headers = {
            "Host": "localhost",
            "Cookie": f"sessionid={session}; csrftoken={CSRF}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            line.request("POST", address, urlencode({"csrfmiddlewaretoken": CSRF, **words}), headers)
            answer = line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            return None
        else:
            return answer.status
        finally:
            line.close()

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """What the database holds, or has changed."""
        connection = psycopg2.connect(self.cluster.url(postgres.OWNER).replace("postgres://", "postgresql://"))
        try:
            with connection, connection.cursor() as cursor:
                cursor.execute(statement)
                return cursor.fetchall() if cursor.description else []
        finally:
            connection.close()

    def wait(self, what: str, ready: Callable[[], bool], seconds: float) -> None:
        """Wait for something to come true."""

        def tended() -> bool:
            self.look_after()
            return ready()

        wait_until(tended, what=what, seconds=seconds, log=self.folder.logs / "worker.log")

    def letters(self) -> list[str]:
        """The Message-ID of every message that was taken, as often as it was taken."""
        files = self.folder.mail.glob("*.eml")
        return [str(message_from_bytes(file.read_bytes())["Message-ID"]) for file in files]

    def files(self) -> set[str]:
        """The names of all files in the document store."""
        return {path.name for path in self.folder.documents.rglob("*") if path.is_file()}
