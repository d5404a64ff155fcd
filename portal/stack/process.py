"""Starting a child process that cannot outlive its parent."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from portal.stack.errors import StackError

PR_SET_PDEATHSIG = 1


def die_with_parent(signal_number: int) -> Callable[[], None] | None:
    """What a child runs before its program starts, so that the kernel signals it when its parent is gone."""
    if not sys.platform.startswith("linux"):
        return None
    kernel = ctypes.CDLL(None)
    parent = os.getpid()

    def prepare() -> None:
        kernel.prctl(PR_SET_PDEATHSIG, signal_number)
        if os.getppid() != parent:
            os._exit(1)

    return prepare


def follow_parent(signal_number: int = signal.SIGTERM) -> None:
    """Have the kernel signal this very process when the one that started it is gone."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal_number)


def spawn(
    command: Sequence[str], *, environment: Mapping[str, str], log: Path, orphan_signal: int = signal.SIGTERM
) -> subprocess.Popen[bytes]:
    """Start a program in a session of its own, output to a log; it gets `orphan_signal` if we die."""
    with log.open("ab") as output:
        return subprocess.Popen(
            list(command),
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=die_with_parent(orphan_signal),  # noqa: PLW1509  # no threads here, and nothing else sets the death signal
        )


def stop(process: subprocess.Popen[bytes], *, signal_number: int = signal.SIGTERM, grace: float = 10) -> None:
    """Ask a process to stop; after `grace` seconds kill it with everything it started."""
    process.send_signal(signal_number)
    wait_or_kill(process, grace)


def wait_or_kill(process: subprocess.Popen[bytes], grace: float) -> None:
    """Wait for a process that was asked to stop; after `grace` seconds kill it with everything it started."""
    try:
        process.wait(grace)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)


def wait_until(ready: Callable[[], bool], *, what: str, seconds: float, log: Path) -> None:
    """Wait until `ready` says yes; refuses with the end of the log when it takes longer than `seconds`."""
    limit = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > limit:
            late = f"{what} was not ready after {seconds:.0f} seconds."
            raise StackError(f"{late} The end of {log}:\n{last_lines(log)}")
        time.sleep(0.03)


def last_lines(log: Path, count: int = 15) -> str:
    """The end of a log file, indented."""
    if not log.is_file():
        return "  (nothing was written)"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:]
    return "\n".join(f"  {line}" for line in lines)
