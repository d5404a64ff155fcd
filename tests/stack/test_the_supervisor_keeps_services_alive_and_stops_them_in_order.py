"""One supervisor: what stops by itself is started again, with a cap; stopping goes tier by tier."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from portal.stack.errors import StackError
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Service, Supervisor

SLEEPS = [sys.executable, "-S", "-c", "import time; time.sleep(60)"]
FAILS = [sys.executable, "-S", "-c", "print('the disk is full'); raise SystemExit(3)"]
NOTES_ITS_END = """
import pathlib, signal, sys, time
def end(*_):
    with open(sys.argv[1], "a") as notes: notes.write(sys.argv[2] + "\\n")
    sys.exit(0)
signal.signal(signal.SIGTERM, end)
pathlib.Path(sys.argv[1] + sys.argv[2]).touch()
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.make()
    return made


def service(name: str, command: list[str]) -> Service:
    return Service(name, command, os.environ)


def test_a_killed_service_is_started_again(folder: DataFolder) -> None:
    said: list[str] = []
    supervisor = Supervisor(folder, said.append, pause=0)
    try:
        supervisor.start(service("queue", SLEEPS))
        first = supervisor.running[0].process
        first.kill()
        limit = time.monotonic() + 20
        supervisor.watch(until=lambda: supervisor.running[0].process is not first or time.monotonic() > limit)
        assert supervisor.running[0].process.poll() is None
        assert said == ["queue stopped by itself; starting it again."]
    finally:
        supervisor.stop()


def test_a_service_that_cannot_live_ends_the_stack_with_its_last_words(folder: DataFolder) -> None:
    supervisor = Supervisor(folder, lambda _: None, pause=0)
    supervisor.start(service("queue", FAILS))
    with pytest.raises(StackError, match=r"(?s)queue stopped 5 times within a minute.*the disk is full"):
        supervisor.watch()


def test_a_service_that_stops_while_starting_is_refused_at_once(folder: DataFolder) -> None:
    supervisor = Supervisor(folder, lambda _: None)
    with pytest.raises(StackError, match=r"(?s)queue stopped at once.*the disk is full"):
        supervisor.start_and_wait(Service("queue", FAILS, os.environ, answers=lambda: False))


def test_services_are_stopped_from_the_highest_tier_to_the_lowest(folder: DataFolder, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    supervisor = Supervisor(folder, lambda _: None)
    for name, tier in (("web", 2), ("database", 0), ("beat", 3)):
        command = [sys.executable, "-S", "-c", NOTES_ITS_END, str(notes), name]
        supervisor.start(Service(name, command, os.environ, tier=tier))
        limit = time.monotonic() + 20
        while not Path(f"{notes}{name}").exists() and time.monotonic() < limit:
            time.sleep(0.02)
    supervisor.stop()
    assert notes.read_text().split() == ["beat", "web", "database"]


def test_a_service_deaf_to_requests_is_killed_with_its_children(folder: DataFolder) -> None:
    deaf = (
        "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        "print(subprocess.Popen(['sleep', '60']).pid, flush=True); time.sleep(60)"
    )
    supervisor = Supervisor(folder, lambda _: None)
    supervisor.start(Service("deaf", [sys.executable, "-S", "-c", deaf], os.environ, grace=0.2))
    log = folder.logs / "deaf.log"
    limit = time.monotonic() + 20
    while not log.read_text().strip() and time.monotonic() < limit:
        time.sleep(0.02)
    supervisor.stop()
    time.sleep(0.1)
    child = Path(f"/proc/{log.read_text().strip()}/stat")
    assert not child.exists() or child.read_text().split()[2] == "Z"


LAUNCHER = """
import os, sys, time
from pathlib import Path
from portal.stack.folder import DataFolder
from portal.stack.supervisor import Service, Supervisor
supervisor = Supervisor(DataFolder(Path(sys.argv[1])), print)
supervisor.start(Service("sleeper", ["sleep", "60"], os.environ))
print("started", flush=True)
time.sleep(60)
"""


def test_no_service_outlives_a_killed_launcher(folder: DataFolder) -> None:
    launcher = subprocess.Popen([sys.executable, "-c", LAUNCHER, str(folder.root)], stdout=subprocess.PIPE, text=True)
    assert launcher.stdout is not None
    assert launcher.stdout.readline() == "started\n"
    with pytest.raises(StackError, match="“sleeper” of the last run"):
        folder.wait_for_the_last_run(seconds=0)
    launcher.send_signal(signal.SIGKILL)
    launcher.wait()
    launcher.stdout.close()
    folder.wait_for_the_last_run(seconds=5)
