"""The data folder of the stack: what lies where, who holds it, and what a killed launcher may have left behind."""

import fcntl
import json
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal.stack.errors import StackError

LONGEST_SOCKET_FOLDER = 80  # a unix socket's path has at most 107 bytes, and its name needs some
STACK = "the running stack"


class FolderHeldError(StackError):
    """Somebody else holds the data folder."""


@dataclass(frozen=True)
class DataFolder:
    """Where the demonstration keeps everything; nobody but its user may look in."""

    root: Path

    @property
    def logs(self) -> Path:
        """One log for each process."""
        return self.root / "logs"

    @property
    def documents(self) -> Path:
        """Uploaded documents."""
        return self.root / "documents"

    @property
    def mail(self) -> Path:
        """Messages that the mail catcher has caught."""
        return self.root / "mail"

    @property
    def redis(self) -> Path:
        """Redis' append-only file."""
        return self.root / "redis"

    @property
    def environment_file(self) -> Path:
        """How a management command reaches the running stack; only there while one runs."""
        return self.root / "environment.json"

    def make(self) -> None:
        """Make the folder and the folders in it, for this user alone."""
        for folder in (self.root, self.logs, self.documents, self.mail, self.redis, self.root / "processes"):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.root.chmod(0o700)

    def sockets(self) -> Path:
        """The folder of the unix sockets: in here, or in the system's temporary folder when our path is too long."""
        inside = self.root / "run"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            if inside.is_symlink():
                inside.unlink()
            inside.mkdir(mode=0o700, exist_ok=True)
            return inside
        return self.elsewhere("run")

    def elsewhere(self, name: str) -> Path:
        """A folder for this user alone in the system's temporary folder, remembered here by a symbolic link."""
        link = self.root / name
        target = link.resolve()
        if link.is_symlink() and _is_private(target):
            return target
        link.unlink(missing_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f"portal-{name}-"))
        link.symlink_to(made)
        return made

    def leave(self) -> None:
        """Take away what only a running stack needs."""
        self.environment_file.unlink(missing_ok=True)
        for note in (self.root / "processes").iterdir():
            note.unlink()
        for link in (self.root / "scanner", self.root / "run"):
            if link.is_symlink():
                shutil.rmtree(link.resolve(), ignore_errors=True)
                link.unlink()

    def secret_key_file(self) -> Path:
        """The file with the key that signs sessions; made once, so that sessions outlive a restart."""
        path = self.root / "secret-key"
        if not path.is_file():
            fresh = path.with_suffix(".new")
            fresh.touch(mode=0o600)
            fresh.write_text(secrets.token_urlsafe(60), encoding="utf-8")
            fresh.rename(path)
        return path

    @contextmanager
    def held(self, by: str) -> Iterator[None]:
        """Hold the folder; another launcher is refused with a sentence, the lock of a dead one counts for nothing."""
        with (self.root / "lock").open("a+", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise FolderHeldError(
                    f"The data folder {self.root} is in use by {self.holder()}. Stop that first (Ctrl-C where it runs), "
                    f"or choose another folder: make run DATA=…"
                ) from error
            lock.truncate(0)
            lock.write(json.dumps({"by": by, "pid": os.getpid()}))
            lock.flush()
            try:
                yield
            finally:
                lock.truncate(0)

    def holder(self) -> str:
        """Who holds the folder, in words."""
        try:
            said = json.loads((self.root / "lock").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return "another process"
        return f"{said['by']} (process {said['pid']})"

    def remember_process(self, name: str, pid: int) -> None:
        """Note which process was started under a name."""
        (self.root / "processes" / name).write_text(f"{pid} {_started_at(pid)}", encoding="utf-8")

    def wait_for_the_last_run(self, seconds: float = 45) -> None:
        """Wait until what a killed launcher had started is gone; it has been signalled and is still saving."""
        limit = time.monotonic() + seconds
        for note in sorted((self.root / "processes").iterdir()):
            pid, started = note.read_text(encoding="utf-8").split()
            while _started_at(int(pid)) == started:
                if time.monotonic() > limit:
                    raise StackError(f"“{note.name}” of the last run (process {pid}) is still there. Stop it with “kill {pid}”.")
                time.sleep(0.1)
            note.unlink()


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and stat.S_IMODE(found.st_mode) == 0o700


def _started_at(pid: int) -> str:
    """When a process was started, as the kernel counts, or “gone”; tells it from a later one with the same number."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return "gone"
    return "gone" if fields[0] == "Z" else fields[19]
