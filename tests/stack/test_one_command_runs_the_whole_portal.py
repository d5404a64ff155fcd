"""`make run` as its user meets it: real processes, a real browser's requests, Ctrl-C, kill -9, and a second start."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from portal.stack.folder import DataFolder
from portal.stack.services import any_free

pytestmark = pytest.mark.resilience

ROOT = Path(__file__).parents[2]
GIVEN_TO_TESTS = {"DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL", "EMAIL_URL", "DJANGO_SETTINGS_MODULE", "MAKELEVEL"}
SERVICES = {"postgres", "redis", "scanner", "mailbox", "web", "worker", "worker-pdf", "beat"}


def surroundings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in GIVEN_TO_TESTS}


class Stack:
    """A launcher under test, with what it has said so far."""

    def __init__(self, data: Path, port: int) -> None:
        self.folder = DataFolder(data)
        self.port = port
        self.said = data.with_suffix(".said")
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.said.open("wb") as output:
            self.process = subprocess.Popen(
                stack_command(self.folder.root, "up", "--port", str(self.port), "--without-demo"),
                cwd=ROOT, env=surroundings(), stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        limit = time.monotonic() + 300
        while "The portal is ready" not in self.said.read_text():
            assert self.process.poll() is None, self.said.read_text()
            assert time.monotonic() < limit, self.said.read_text()
            time.sleep(0.1)

    def signal(self, number: int) -> int:
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(90)


def stack_command(data: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "portal.stack", "--data", str(data), *words]


def run(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        stack_command(data, *words), cwd=ROOT, env=surroundings(), check=False, capture_output=True, text=True, timeout=300
    )


def answer(port: int, path: str = "/") -> int:
    connection = http.client.HTTPConnection("localhost", port, timeout=20)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    made = Stack(tmp_path_factory.mktemp("stack") / "data", any_free())
    try:
        made.start()
        yield made
    finally:
        if made.process is not None and made.process.poll() is None:
            made.signal(signal.SIGTERM)


def test_the_whole_life_of_a_stack(stack: Stack) -> None:
    """One test, because a start costs seconds: up, commands, refusals, killed, up again, stopped."""
    assert {note.name for note in (stack.folder.root / "processes").iterdir()} == SERVICES
    assert answer(stack.port) < 500
    assert f"http://localhost:{stack.port}/" in stack.said.read_text()

    shown = run(stack.folder.root, "manage", "showmigrations", "accounts")
    assert shown.returncode == 0
    assert shown.stdout.startswith("accounts\n [X] 0001_initial")
    assert run(stack.folder.root, "manage", "showmigrations", "no_such_app").returncode != 0

    second = run(stack.folder.root, "up", "--port", str(any_free()))
    assert second.returncode == 1
    assert f"in use by the running stack (process {stack.process.pid})" in second.stderr  # type: ignore[union-attr]
    other = stack.folder.root.with_name("other")
    taken = run(other, "up", "--port", str(stack.port))
    assert taken.returncode == 1
    assert f"Port {stack.port} is taken by another program. Choose a free one: make run PORT=" in taken.stderr
    assert not other.exists()

    stack.signal(signal.SIGKILL)
    stack.folder.wait_for_the_last_run(seconds=15)  # refuses if anything is left running

    stack.start()
    assert answer(stack.port) < 500
    assert stack.signal(signal.SIGINT) == 0
    assert "Stopped." in stack.said.read_text()
    assert list((stack.folder.root / "processes").iterdir()) == []
    assert not stack.folder.environment_file.exists()


def test_a_command_without_a_running_stack_prints_nothing_but_its_own(tmp_path: Path) -> None:
    shown = run(tmp_path / "data", "manage", "showmigrations", "accounts")
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.startswith("accounts\n [ ] 0001_initial")
    assert list((tmp_path / "data" / "processes").iterdir()) == []
