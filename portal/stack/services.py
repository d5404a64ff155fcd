"""What the stack consists of, and the environment in which the portal finds it."""

import http.client
import os
import signal
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from portal.stack import postgres, redis, scanner
from portal.stack.errors import StackError
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Service

LOOPBACK = "127.0.0.1"
DATA, MAIL_AND_SCANNER, WEB, WORK = range(4)  # the order of stopping is from the last to the first
HIGHEST_PORT = 65535


@dataclass(frozen=True)
class Ports:
    """Where the stack listens, all on loopback."""

    web: int
    mailbox: int
    smtp: int


def choose_ports(web: int) -> Ports:
    """The web port must be free; the mailbox takes the one 25 above if it can, and any other if not."""
    if not 0 < web <= HIGHEST_PORT:
        raise StackError(f"{web} is no port; choose one from 1 to {HIGHEST_PORT}: make run PORT=8001")
    if not is_free(web):
        other = next((port for port in range(web + 1, HIGHEST_PORT) if is_free(port)), 8001)
        raise StackError(f"Port {web} is taken by another program. Choose a free one: make run PORT={other}")
    wished = web + 25
    return Ports(web, wished if wished <= HIGHEST_PORT and is_free(wished) else any_free(), any_free())


def is_free(port: int) -> bool:
    """Whether a loopback port can be listened on."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def any_free() -> int:
    """A loopback port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind((LOOPBACK, 0))
        return int(trial.getsockname()[1])


def postgres_service(cluster: postgres.Cluster) -> Service:
    """The embedded database."""
    return Service(
        "postgres",
        cluster.command(),
        os.environ,
        answers=cluster.is_ready,
        stop_signal=postgres.STOP_SIGNAL,
        orphan_signal=postgres.STOP_SIGNAL,
        grace=30,
        ready_within=60,
        tier=DATA,
    )


def redis_service(folder: DataFolder, socket_path: Path) -> Service:
    """The embedded queue."""
    return Service(
        "redis",
        redis.command(folder.redis, socket_path),
        os.environ,
        answers=lambda: redis.answers(socket_path),
        tier=DATA,
    )


def scanner_service(program: Path, settings: Path, socket_path: Path) -> Service:
    """The virus scanner."""
    return Service(
        "scanner",
        [str(program), f"--config-file={settings}"],
        os.environ,
        answers=lambda: scanner.answers(socket_path),
        tier=MAIL_AND_SCANNER,
    )


def mailbox_service(folder: DataFolder, ports: Ports) -> Service:
    """The mail catcher with its page."""
    return Service(
        "mailbox",
        [sys.executable, "-m", "portal.stack.mailbox", f"--folder={folder.mail}", f"--smtp-port={ports.smtp}",
         f"--page-port={ports.mailbox}", f"--portal={base_url(ports.web)}"],
        os.environ,
        answers=lambda: not is_free(ports.mailbox) and not is_free(ports.smtp),
        tier=MAIL_AND_SCANNER,
    )  # fmt: skip


def web_service(environment: Mapping[str, str], port: int) -> Service:
    """The portal itself: two processes of four threads, database connections kept open.

    Asked to stop it ends the requests in hand first; when the launcher is gone it stops at once.
    """
    return Service(
        "web",
        [sys.executable, "-m", "gunicorn", "--worker-class=gthread", "--workers=2", "--threads=4",
         f"--bind={LOOPBACK}:{port}", "--no-control-socket", "--preload", "--graceful-timeout=10", "--log-level=warning",
         "portal.wsgi:application"],
        {**environment, "CONN_MAX_AGE": "600", "BROKER_SOCKET_TIMEOUT": "0.3"},
        answers=lambda: answers_http(port),
        orphan_signal=signal.SIGQUIT,
        grace=15,
        ready_within=90,
        tier=WEB,
    )  # fmt: skip


def worker_service(environment: Mapping[str, str], name: str, queues: str, processes: int) -> Service:
    """A Celery worker for some queues; stops after the task in hand, and at once when the launcher is gone.

    At once means killed: asked politely, it would wait for a queue that is going away too. What it had in
    hand is not acknowledged and is taken up again.
    """
    return Service(
        name,
        [sys.executable, "-m", "celery", "-A", "portal", "worker", f"--hostname={name}@%h", f"--queues={queues}",
         f"--concurrency={processes}", "--loglevel=WARNING", "--without-gossip", "--without-mingle"],
        environment,
        orphan_signal=signal.SIGKILL,
        grace=30,
        tier=WORK,
    )  # fmt: skip


def beat_service(environment: Mapping[str, str]) -> Service:
    """The one process that puts regular work into the queue."""
    return Service(
        "beat",
        [sys.executable, "-m", "celery", "-A", "portal", "beat", "--loglevel=WARNING", "--pidfile="],
        environment,
        tier=WORK,
    )


def base_url(port: int) -> str:
    """The portal's address; by name, because browsers allow passkeys on “localhost” and not on a number."""
    return f"http://localhost:{port}"


def answers_http(port: int) -> bool:
    """Whether a web server answers a request, whatever it says."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        connection.request("GET", "/health/live", headers={"Host": "localhost"})
        connection.getresponse().read()
    except OSError:
        return False
    finally:
        connection.close()
    return True
