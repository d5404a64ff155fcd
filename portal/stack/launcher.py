"""The two ways to use the stack: all of it until Ctrl-C, or its database and queue just for one command."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TextIO

from portal.stack import backup, postgres, redis, scanner, services
from portal.stack.errors import StackError
from portal.stack.folder import STACK, DataFolder, FolderHeldError
from portal.stack.process import die_with_parent
from portal.stack.supervisor import Supervisor

OWNER_COMMANDS = {"prepare", "migrate", "createcachetable", "seed_demo", "bench", "dbshell", "flush"}
NEEDS_NO_TABLES = {"prepare", "migrate", "makemigrations", "showmigrations", "check", "help", "dbshell"}
INTERRUPTED = 130
STOP_REQUESTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def say(sentence: str) -> None:
    """Tell the user, at once."""
    print(sentence, flush=True)


def whisper(sentence: str) -> None:
    """Tell the user beside the output of a command."""
    print(sentence, file=sys.stderr, flush=True)


def given(name: str) -> bool:
    """Whether the user's environment sets NAME, or NAME_FILE in its place."""
    return bool(os.environ.get(name) or os.environ.get(f"{name}_FILE"))


def portal_environment(folder: DataFolder) -> dict[str, str]:
    """What the portal's settings need besides database, queue, scanner and mail; what the user sets stays."""
    chosen = {
        "DJANGO_SETTINGS_MODULE": "portal.settings.demo",
        "DOCUMENT_ROOT": str(folder.documents),
        "BEAT_FILE": str(folder.root / "beat-schedule"),
        "MAILBOX_DIR": str(folder.mail),
    }
    if not given("SECRET_KEY"):
        chosen["SECRET_KEY_FILE"] = str(folder.secret_key_file())
    return {name: value for name, value in chosen.items() if name.endswith("_FILE") or not given(name)}


def start_data_services(folder: DataFolder, supervisor: Supervisor) -> dict[str, str]:
    """Start the embedded database and queue, each unless the user's environment names another; returns addresses."""
    found: dict[str, str] = {}
    sockets = folder.sockets()
    if not given("REDIS_URL"):
        redis_socket = sockets / "redis.sock"
        supervisor.start(services.redis_service(folder, redis_socket))
        found["REDIS_URL"] = redis.url(redis_socket)
    if not given("DATABASE_URL"):
        cluster = postgres.cluster(folder.root, sockets, folder.logs / "postgres.log")
        cluster.create()
        supervisor.start_and_wait(services.postgres_service(cluster))
        cluster.prepare()
        found["DATABASE_URL"] = cluster.url(postgres.APPLICATION)
        found["DATABASE_OWNER_URL"] = cluster.url(postgres.OWNER)
    if "REDIS_URL" in found:
        supervisor.wait_for("redis")
    return found


def start_scanner(folder: DataFolder, supervisor: Supervisor) -> dict[str, str]:
    """Start the virus scanner unless the environment names one; without one uploads wait, and the user is told."""
    if given("CLAMD_SOCKET") or given("CLAMD_ADDRESS"):
        return {}
    # In the system's temporary folder: the distribution's access profile lets the daemon write nowhere else.
    place = folder.elsewhere("scanner")
    program = scanner.binary()
    if program is None:
        supervisor.say(
            "There is no virus scanner (clamd), so uploaded documents will wait unopened. "
            "To have one: apt-get install clamav-daemon"
        )
    else:
        listens_at = scanner.socket_path(place)
        supervisor.start(services.scanner_service(program, scanner.prepare(place), listens_at))
    return {"CLAMD_SOCKET": str(scanner.socket_path(place))}


def run_up(folder: DataFolder, port: int, *, with_demo: bool = True) -> None:
    """Start everything, print where it is, and keep it running until it is told to stop."""
    started = time.monotonic()
    with _stoppable(), folder.held(STACK):
        folder.environment_file.unlink(missing_ok=True)
        folder.wait_for_the_last_run()
        ports = services.choose_ports(port)
        supervisor = Supervisor(folder, say)
        try:
            environment = _start_up_to_web(folder, supervisor, ports, with_demo=with_demo)
            if with_demo:
                say("\nDemonstration sign-ins, one for each role:\n")
                run_or_refuse(["demo_sign_ins"], environment)
            supervisor.wait_for("web")
            _start_work(supervisor, environment)
            _announce(folder, ports, time.monotonic() - started)
            supervisor.watch()
        except KeyboardInterrupt:
            say("\nStopping …")
        finally:
            _stop(folder, supervisor)
        say("Stopped. “make run” continues with the same data.")


def _start_up_to_web(folder: DataFolder, supervisor: Supervisor, ports: services.Ports, *, with_demo: bool) -> dict[str, str]:
    say("Starting the database, the queue, the scanner and the mail catcher …")
    found = portal_environment(folder)
    found |= start_scanner(folder, supervisor)
    if not given("EMAIL_URL"):
        found["EMAIL_URL"] = f"smtp://{services.LOOPBACK}:{ports.smtp}"
        supervisor.start(services.mailbox_service(folder, ports))
    if not given("PORTAL_BASE_URL"):
        found["PORTAL_BASE_URL"] = services.base_url(ports.web)
    found |= start_data_services(folder, supervisor)
    environment = {**os.environ, **found, "PYTHONUNBUFFERED": "1"}
    say("Bringing the tables up to date …")
    run_or_refuse(["prepare", *(["--demo"] if with_demo else [])], environment)
    _publish(folder, found)
    say("Starting the portal …")
    supervisor.start(services.web_service(environment, ports.web))
    return environment


def _start_work(supervisor: Supervisor, environment: Mapping[str, str]) -> None:
    """Start what works behind the pages; after the web, so that the first page is there sooner."""
    supervisor.start(services.worker_service(environment, "worker", "default,bulk", 2))
    supervisor.start(services.worker_service(environment, "worker-pdf", "pdf", 1))
    supervisor.start(services.beat_service(environment))


def _announce(folder: DataFolder, ports: services.Ports, seconds: float) -> None:
    say(f"\nThe portal is ready after {seconds:.1f} seconds:  {services.base_url(ports.web)}/")
    if not given("EMAIL_URL"):
        say(f"Emails it sends can be read at:     {services.base_url(ports.mailbox)}/")
    say("New one-time codes:                make -s manage CMD=demo_sign_ins")
    say(f"Logs are in {folder.logs}. Stop with Ctrl-C.")


def _publish(folder: DataFolder, found: Mapping[str, str]) -> None:
    """Leave word how commands reach the running stack, for this user's eyes only."""
    unfinished = folder.environment_file.with_suffix(".new")
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps(found), encoding="utf-8")
    unfinished.rename(folder.environment_file)


def run_manage(folder: DataFolder, arguments: Sequence[str]) -> int:
    """Run one management command on the running stack, or on a database and queue started just for it."""
    tables = not set(arguments[:1]) & NEEDS_NO_TABLES
    with _stoppable(), command_environment(folder, f"the command “{shlex.join(arguments)}”", tables=tables) as environment:
        return manage(arguments, environment)


def run_backup(folder: DataFolder, target: Path) -> None:
    """Write a backup of the running stack, or of the data folder while nothing runs."""
    with _stoppable(), command_environment(folder, "a backup", tables=False) as environment:
        count = backup.back_up(target, environment, folder.root)
    say(f"The database and {count} documents are in {target}. It holds personal data: keep it as safe as the portal.")


def run_restore(folder: DataFolder, source: Path) -> None:
    """Read a backup into an empty data folder."""
    with _stoppable(), command_environment(folder, "a restore", tables=False) as environment:
        count = backup.restore(source, environment, folder.root)
    say(f"The database and {count} documents of {source} are restored. “make run” continues with them.")


@contextmanager
def command_environment(folder: DataFolder, who: str, *, tables: bool) -> Iterator[dict[str, str]]:
    """The environment in which a command finds the data: that of the running stack, or of one made for it.

    One made for it has its tables brought up to date first, if the command wants `tables`.
    """
    if given("DATABASE_URL") and given("REDIS_URL"):
        yield {**portal_environment(folder), **os.environ}
        return
    limit = time.monotonic() + 300
    while True:
        try:
            with folder.held(who):
                folder.environment_file.unlink(missing_ok=True)
                folder.wait_for_the_last_run()
                with _data_services_alone(folder, tables=tables) as environment:
                    yield environment
                return
        except FolderHeldError:
            if folder.environment_file.is_file():
                found = json.loads(folder.environment_file.read_text(encoding="utf-8"))
                yield {**found, **os.environ}
                return
            if time.monotonic() > limit:
                raise
        time.sleep(0.2)


@contextmanager
def _data_services_alone(folder: DataFolder, *, tables: bool) -> Iterator[dict[str, str]]:
    supervisor = Supervisor(folder, whisper)
    try:
        found = portal_environment(folder) | start_data_services(folder, supervisor)
        environment = {**os.environ, **found}
        if "DATABASE_URL" in found and tables:
            run_or_refuse(["prepare"], environment, output=sys.stderr)
        yield environment
    finally:
        _stop(folder, supervisor)


def run_or_refuse(arguments: Sequence[str], environment: Mapping[str, str], output: TextIO | None = None) -> None:
    """Run a management command; refuses when it fails."""
    status = manage(arguments, environment, output)
    if status != 0:
        raise StackError(f"“manage.py {shlex.join(arguments)}” failed (status {status}); what it said is above.")


def manage(arguments: Sequence[str], environment: Mapping[str, str], output: TextIO | None = None) -> int:
    """Run a management command in the role it needs, its output to ours or elsewhere; returns its status."""
    chosen = dict(environment)
    for suffix in ("", "_FILE"):
        if set(arguments[:1]) & OWNER_COMMANDS and chosen.get(f"DATABASE_OWNER_URL{suffix}"):
            chosen[f"DATABASE_URL{suffix}"] = chosen[f"DATABASE_OWNER_URL{suffix}"]
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=chosen,
        stdout=output,
        check=False,
        preexec_fn=die_with_parent(signal.SIGTERM),  # no threads here
    ).returncode


@contextmanager
def _stoppable() -> Iterator[None]:
    """A request to stop, in whichever way it comes, arrives as KeyboardInterrupt."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    with _on_request_to_stop(interrupt):
        yield


def _stop(folder: DataFolder, supervisor: Supervisor) -> None:
    """Stop in order; a second Ctrl-C changes nothing."""
    with _on_request_to_stop(signal.SIG_IGN):
        folder.environment_file.unlink(missing_ok=True)
        supervisor.stop()
        folder.leave()


@contextmanager
def _on_request_to_stop(does: Callable[[int, FrameType | None], None] | signal.Handlers) -> Iterator[None]:
    before = {number: signal.signal(number, does) for number in STOP_REQUESTS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
