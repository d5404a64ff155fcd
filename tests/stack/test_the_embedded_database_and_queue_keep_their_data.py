"""PostgreSQL and Redis of the demonstration: stopped in order or killed, what they had acknowledged is there again."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg2
import pytest

from portal.stack import launcher, postgres
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Supervisor

pytestmark = pytest.mark.resilience

LAUNCHER = """
import sys, time
from pathlib import Path
from portal.stack import launcher
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Supervisor
folder = DataFolder(Path(sys.argv[1]))
folder.make()
launcher.start_data_services(folder, Supervisor(folder, print))
print("ready", flush=True)
time.sleep(120)
"""


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


def sql(folder: DataFolder, statement: str, role: str = postgres.OWNER) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(host=str(folder.sockets()), user=role, dbname=postgres.DATABASE)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def redis(folder: DataFolder, command: str) -> str:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(5)
        connection.connect(str(folder.sockets() / "redis.sock"))
        connection.sendall(f"{command}\r\n".encode())
        return connection.recv(1024).decode()


def test_data_is_there_after_an_orderly_stop_and_after_a_killed_launcher(folder: DataFolder) -> None:
    supervisor = Supervisor(folder, print)
    try:
        launcher.start_data_services(folder, supervisor)
        sql(folder, "CREATE TABLE kept (word text)")
        sql(folder, "INSERT INTO kept VALUES ('orderly')")
        assert redis(folder, "LPUSH queue orderly") == ":1\r\n"
    finally:
        supervisor.stop()

    killed = subprocess.Popen([sys.executable, "-c", LAUNCHER, str(folder.root)], stdout=subprocess.PIPE, text=True)
    assert killed.stdout is not None
    assert killed.stdout.readline() == "ready\n"
    sql(folder, "INSERT INTO kept VALUES ('killed')")
    assert redis(folder, "LPUSH queue killed") == ":2\r\n"
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    killed.stdout.close()
    folder.wait_for_the_last_run(seconds=20)

    try:
        launcher.start_data_services(folder, supervisor)
        assert sql(folder, "SELECT word FROM kept ORDER BY 1") == [("killed",), ("orderly",)]
        assert redis(folder, "LLEN queue") == ":2\r\n"
    finally:
        supervisor.stop()


def test_a_killed_database_and_queue_come_back_with_what_they_had(folder: DataFolder) -> None:
    supervisor = Supervisor(folder, print, pause=0.2)
    try:
        launcher.start_data_services(folder, supervisor)
        sql(folder, "CREATE TABLE kept (word text)")
        sql(folder, "INSERT INTO kept VALUES ('committed')")
        redis(folder, "LPUSH queue one")
        time.sleep(1.2)  # Redis writes to disk every second
        for running in supervisor.running:
            os.kill(running.process.pid, signal.SIGKILL)
        limit = time.monotonic() + 30

        def both_answer() -> bool:
            return time.monotonic() > limit or all(
                one.process.poll() is None and one.restart_at is None and one.service.answers() for one in supervisor.running
            )

        time.sleep(0.1)
        supervisor.watch(until=both_answer)
        assert sql(folder, "SELECT word FROM kept") == [("committed",)]
        assert redis(folder, "LLEN queue") == ":1\r\n"
    finally:
        supervisor.stop()


def test_what_the_environment_names_is_not_started(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://someone@database.example/portal")
    monkeypatch.setenv("REDIS_URL_FILE", "/run/secrets/redis_url")
    supervisor = Supervisor(folder, print)
    assert launcher.start_data_services(folder, supervisor) == {}
    assert supervisor.running == []
